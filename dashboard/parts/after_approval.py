"""The steps after the approval: ring the volunteer, tell the resident, write down that help was given."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import streamlit as st

from community import casework
from community.book import Action
from community.casework import WorkContext
from community.errors import UserFacingError
from community.forms.contact_details import reach
from community.tables.canonical import LONDON
from community.tables.row_types import MatchRow, MessageRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import MatchStatus, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome
from community.wording import counted
from dashboard import elements, shortcuts, sync_banner
from dashboard.parts import ask_by_message, dialogs, leak_warning, loss_warning, message_status
from dashboard.parts.proposal_view import volunteer_line
from dashboard.work_session import act

_RELEASED = "released"


class _WayOut(NamedTuple):
    label: str
    title: str
    means: str
    button: str
    work: Callable[..., Action]


_WAYS_OUT = {
    Verb.END: _WayOut(
        "End",
        "Why does it end?",
        "The two stop here. What was given stays written down, and the need stays open for somebody else. Where "
        "nobody wants more help, close the need instead.",
        "End it",
        casework.end,
    ),
    Verb.CANCEL: _WayOut(
        "Call off",
        "Why is it called off?",
        "This volunteer does not come after all, and the need stays open for somebody else.",
        "Call it off",
        casework.cancel,
    ),
}
"""By what is done: its button, and what is asked and said before."""


def steps(
    context: WorkContext,
    match: MatchRow,
    volunteer: VolunteerRow,
    resident: ResidentRow,
    messages: Sequence[MessageRow],
    now: datetime,
) -> None:
    """Draw what became of the messages about this match, and its next step."""
    elements.person(volunteer.name, level=2)
    elements.lead(volunteer_line(context, volunteer))
    reach = [("Telephone", volunteer.telephone), ("Email", volunteer.email)]
    elements.facts(f"reach-{match.id}", [(label, told) for label, told in reach if told])
    message_status.show(context, match, messages, now)
    if match.status in {MatchStatus.APPROVED, MatchStatus.OFFERED}:
        _ring(context, match, waits=ask_by_message.waits_for_answer(match, messages, now))
        ask_by_message.ways(context, match, volunteer, messages, now)
    else:
        _agreed(context, match, resident, now)
    _ways_out(context, match, volunteer, resident)


def _ring(context: WorkContext, match: MatchRow, *, waits: bool) -> None:
    """Draw what to say on the telephone, and what came of it; smaller while a message waits to be sent or answered."""
    one, told = match.id, {"seen": match.status}
    elements.heading("Did they tell you?" if waits else "Ring the volunteer", 3)
    with st.expander("What to say on the telephone") if waits else st.container():
        _what_to_say(context, match)
    if tried := casework.tries(context, one):
        elements.lead(f"No answer so far: {counted(tried, 'try')}")
    with st.container(horizontal=True, key=f"decisions-{one}"):
        for label, answer in (
            ("Said yes", ContactOutcome.YES),
            ("Said no", ContactOutcome.NO),
            ("No answer", ContactOutcome.NO_ANSWER),
        ):
            first = answer == ContactOutcome.YES and not waits
            st.button(label, key=f"rang-{answer}-{one}", type="primary" if first else "secondary",
                      on_click=act, args=(casework.rang, one, answer), kwargs=told)  # fmt: skip


def _what_to_say(context: WorkContext, match: MatchRow) -> None:
    one = match.id
    need = casework.see(context, NeedRow, match.need_id)
    shown = f"say-{one}-{leak_warning.mark(need.details)}"
    try:
        message = casework.message_for(context, one)
        if leak_warning.warn(context, need.id, need.details) and not st.session_state.get(shown):
            elements.lead("Put it right first, under “Put something right”, or read it out as it is.")
            st.button("Show the message as it is", key=f"as-it-is-{one}", on_click=_say, args=(shown,))
        else:
            elements.message(message)
    except casework.NotSaved as not_yet:
        sync_banner.until_saved(context, _behind(match), str(not_yet))


def _say(shown: str) -> None:
    st.session_state[shown] = True


def _agreed(context: WorkContext, match: MatchRow, resident: ResidentRow, now: datetime) -> None:
    one = match.id
    elements.heading("What the volunteer needs", 3)
    whose, message = st.session_state.get(_RELEASED, (None, None))
    if whose == one and message is not None:
        elements.message(message)
    elif whose == one:
        _give_when_saved(context, match)
    else:
        given = " again" if match.released_at else ""
        elements.lead("Name, telephone number and address go to the volunteer now. That is written down.")
        st.button(f"Show the message{given}", key=f"release-{one}", on_click=_release, args=(one, match.status))
    if casework.can(context.user, Verb.RESIDENT_TOLD, match):
        elements.heading(_how_to_tell(resident), 3)
        elements.lead(
            "Say who comes, and when. Do they pay for anything? Agree how. Nobody comes before the resident knows."
        )
        st.button("The resident knows who comes", key=f"told-{one}", type="primary",
                  on_click=act, args=(casework.resident_told, one), kwargs={"seen": match.status})  # fmt: skip
        with st.expander("Help was given already"):
            _given(match, now)
    else:
        elements.heading("Was help given?", 3)
        _given(match, now)


def _how_to_tell(resident: ResidentRow) -> str:
    """How to tell the resident, in words, by the way in which they can be reached."""
    there = reach(resident)
    if there.texts and there.text_only:
        return "Text the resident"
    if there.numbers and not there.text_only:
        return "Ring the resident"
    if there.emails:
        return "Email the resident"
    return "Write to them: no telephone number" if there.letter else "No way to reach them: see the request"


def _given(match: MatchRow, now: datetime) -> None:
    """Draw the fields for a visit: its day and minutes, or that it came to nothing."""
    one = match.id
    today = now.astimezone(LONDON).date()
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"visit-{one}"):
        st.date_input("Day", today, max_value=today, key=f"on-{one}", width=170, format="DD/MM/YYYY")
        st.number_input("Minutes", 1, 24 * 60, None, 5, key=f"minutes-{one}", width=120)
    with st.container(horizontal=True, key=f"decisions-{one}"):
        st.button("Done", key=f"done-{one}", on_click=_done, args=(one, match.status))
        for label, status in (
            ("Nobody was in", VisitStatus.NOT_IN),
            ("The volunteer did not come", VisitStatus.NO_SHOW),
        ):
            st.button(label, key=f"{status}-{one}", on_click=_done, args=(one, match.status, status))


def _ways_out(context: WorkContext, match: MatchRow, volunteer: VolunteerRow, resident: ResidentRow) -> None:
    """Draw the ways to end what goes on, or to call off what was agreed, each with what it means to be read first."""
    one = match.id
    with st.container(horizontal=True, key=f"out-{one}"):
        for verb, way in _WAYS_OUT.items():
            if casework.can(context.user, verb, match):
                st.button(
                    way.label, key=f"{verb}-{one}", type="tertiary", on_click=shortcuts.open_dialog, args=(one, verb)
                )
    asked = next((way for verb, way in _WAYS_OUT.items() if verb == shortcuts.dialog_about(one)), None)
    if asked is not None:
        dialogs.show(
            asked.title, lambda: _why(asked.means, match, volunteer, resident), asked.button, asked.work,
            lambda: {
                "match_id": one, "reason": st.session_state.get("why-out") or None, "seen": match.status,
                "heard": loss_warning.heard(match, volunteer, resident),
            },
        )  # fmt: skip


def _why(means: str, match: MatchRow, volunteer: VolunteerRow, resident: ResidentRow) -> None:
    elements.lead(means)
    loss_warning.who_has_heard(match, volunteer, resident)
    st.text_area("The reason (optional)", key="why-out", height=80)


def _release(match_id: str, seen: str) -> None:
    act(_give, match_id, seen)


def _shown_now(match_id: str) -> str | None:
    """The words released for this match while the page was open, if any."""
    whose, message = st.session_state.get(_RELEASED, (None, None))
    return message if whose == match_id else None


def _give_when_saved(context: WorkContext, match: MatchRow) -> None:
    """Show a message that was asked for before its release was saved for good, or keep waiting."""
    try:
        _give(context, match.id, match.status)
    except UserFacingError as no_more:
        st.session_state.pop(_RELEASED)
        elements.marks([str(no_more)], "alarm")
        return
    message = _shown_now(match.id)
    if message is None:
        sync_banner.until_saved(context, _behind(match), str(casework.NotSaved()))
    else:
        elements.message(message)


def _give(context: WorkContext, match_id: str, seen: str) -> Action | None:
    """Release, and keep the words for this page; None, and no words, while the release is not saved for good."""
    try:
        released = casework.release(context, match_id, seen=seen)
    except casework.NotSaved:
        st.session_state[_RELEASED] = (match_id, None)
        return None
    st.session_state[_RELEASED] = (match_id, released.words)
    return released.action


def _behind(match: MatchRow) -> set[str]:
    return {match.id, match.need_id, match.volunteer_id}


def _done(match_id: str, seen: str, status: str | None = None) -> None:
    state = st.session_state
    on = state.get(f"on-{match_id}")
    if status is not None:
        act(casework.not_given, match_id, on, status, seen=seen)
    else:
        act(casework.done, match_id, on, state.get(f"minutes-{match_id}"), seen=seen)
