"""After the approval: ring the volunteer, tell the resident, write down that help was given."""

from datetime import datetime

import streamlit as st

from community import casework
from community.book import Row
from community.casework import Desk
from community.errors import UserFacingError
from community.settings.promise import LONDON
from dashboard import plain, saving
from dashboard.desk import act
from dashboard.parts.proposal import volunteer_line

_RELEASED = "released"


def steps(desk: Desk, match: Row, volunteer: Row, now: datetime) -> None:
    """The next step of this match."""
    plain.person(volunteer["name"], level=2)
    plain.lead(volunteer_line(desk, volunteer))
    reach = [("Telephone", volunteer["telephone"]), ("Email", volunteer["email"])]
    plain.facts(f"reach-{match['id']}", [(label, told) for label, told in reach if told])
    if match["status"] in {"approved", "offered"}:
        _ring(desk, match)
    else:
        _agreed(desk, match, now)
    _ways_out(desk, match)


def _ring(desk: Desk, match: Row) -> None:
    one, told = match["id"], {"seen": match["status"]}
    plain.heading("Ring the volunteer", 3)
    try:
        plain.message(casework.message_for(desk, one))
    except casework.NotSaved as not_yet:
        saving.until_saved(desk, _behind(match), str(not_yet))
    if tried := casework.tries(desk, one):
        plain.lead(f"No answer so far: {tried} {'try' if tried == 1 else 'tries'}")
    with st.container(horizontal=True, key=f"decisions-{one}"):
        for label, answer in (("Said yes", "yes"), ("Said no", "no"), ("No answer", "no_answer")):
            st.button(label, key=f"rang-{answer}-{one}", type="primary" if answer == "yes" else "secondary",
                      on_click=act, args=(casework.rang, one, answer), kwargs=told)  # fmt: skip


def _agreed(desk: Desk, match: Row, now: datetime) -> None:
    one, told = match["id"], {"seen": match["status"]}
    plain.heading("What the volunteer needs", 3)
    whose, message = st.session_state.get(_RELEASED, (None, None))
    if whose == one and message is not None:
        plain.message(message)
    elif whose == one:
        _give_when_saved(desk, match)
    else:
        given = " again" if match["released_at"] else ""
        plain.lead("Name, telephone number and address go to the volunteer now. That is written down.")
        st.button(f"Show the message{given}", key=f"release-{one}", on_click=_release, args=(one, match["status"]))
    if casework.can(desk.user, "resident_told", match):
        plain.heading("Ring the resident", 3)
        plain.lead("Say who comes, and when. Nobody comes before the resident knows.")
        st.button("The resident knows who comes", key=f"told-{one}", type="primary",
                  on_click=act, args=(casework.resident_told, one), kwargs=told)  # fmt: skip
    plain.heading("Was help given?", 3)
    today = now.astimezone(LONDON).date()
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"visit-{one}"):
        st.date_input("Day", today, max_value=today, key=f"on-{one}", width=170, format="DD/MM/YYYY")
        st.number_input("Minutes", 1, 24 * 60, None, 5, key=f"minutes-{one}", width=120)
    with st.container(horizontal=True, key=f"decisions-{one}"):
        st.button("Done", key=f"done-{one}", on_click=_done, args=(one, match["status"]))
        for label, status in (("Nobody was in", "not_in"), ("The volunteer did not come", "no_show")):
            st.button(label, key=f"{status}-{one}", on_click=_done, args=(one, match["status"], status))


def _ways_out(desk: Desk, match: Row) -> None:
    one, told = match["id"], {"seen": match["status"]}
    with st.container(horizontal=True, key=f"out-{one}"):
        for label, verb, work in (("End", "end", casework.end), ("Call off", "cancel", casework.cancel)):
            if casework.can(desk.user, verb, match):
                st.button(label, key=f"{verb}-{one}", type="tertiary", on_click=act, args=(work, one), kwargs=told)


def _release(match_id: str, seen: str) -> None:
    act(_give, match_id, seen)


def _give_when_saved(desk: Desk, match: Row) -> None:
    """Somebody asked for the message before its release was saved for good: show it now, or wait on."""
    try:
        message = _give(desk, match["id"], match["status"])
    except UserFacingError as no_more:
        st.session_state.pop(_RELEASED)
        plain.marks([str(no_more)], "alarm")
        return
    if message is None:
        saving.until_saved(desk, _behind(match), str(casework.NotSaved()))
    else:
        plain.message(message)


def _give(desk: Desk, match_id: str, seen: str) -> str | None:
    """Release, and keep the words for this page; None while the release is not saved for good."""
    try:
        message = casework.release(desk, match_id, seen=seen).words
    except casework.NotSaved:
        message = None
    st.session_state[_RELEASED] = (match_id, message)
    return message


def _behind(match: Row) -> set[str]:
    return {match["id"], match["need_id"], match["volunteer_id"]}


def _done(match_id: str, seen: str, status: str | None = None) -> None:
    state = st.session_state
    on = state.get(f"on-{match_id}")
    if status is not None:
        act(casework.not_given, match_id, on, status, seen=seen)
    else:
        act(casework.done, match_id, on, state.get(f"minutes-{match_id}"), seen=seen)
