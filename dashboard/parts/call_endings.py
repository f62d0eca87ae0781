"""What else a call may come to: a time to ring back, a service, a cancellation, nobody there, or only talk."""

from datetime import date, datetime, time, timedelta

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import ContactRow, NeedRow
from community.tables.statuses import NeedStatus
from community.tables.vocabulary import ContactOutcome, Direction
from dashboard import display_words, elements, open_dialog, shortcuts, take_call
from dashboard.parts import caller_facts, dialogs, service_told
from dashboard.parts.resident_help import HelpSoFar
from dashboard.work_session import act, now

_QUARTER = timedelta(minutes=15)


def buttons(context: WorkContext, person_id: str, *, said: bool, found: HelpSoFar | None = None) -> None:
    """Draw the ways in which the call may end, each with its key. `said`: whether they have said who they are."""
    open_needs = [need for need in (found.needs if found else ()) if need.status == NeedStatus.OPEN]
    with st.container(horizontal=True, key="decisions"):
        for label, name, letter, shown in (
            ("Ring back at a time", "back", "K", True),
            ("Tell of a service", "service", "V", True),
            ("Please cancel", "cancel", "X", said and bool(open_needs)),
        ):
            if shown:
                st.button(label, key=f"{name}-{person_id}", shortcut=shortcuts.key(letter),
                          on_click=open_dialog.open_dialog, args=(person_id, name))  # fmt: skip
        st.button("We rang: no answer", key=f"no-answer-{person_id}", shortcut=shortcuts.key("A"),
                  on_click=_no_answer, args=(person_id,))  # fmt: skip
        if said:
            st.button("Nothing more: finish", key=f"finish-{person_id}", shortcut=shortcuts.key("F"),
                      on_click=_finish, args=(person_id,))  # fmt: skip
    _dialog(context, person_id, open_needs)


def waiting(context: WorkContext, person_id: str, at: datetime) -> None:
    """Draw the calls with this person that are open: somebody else on the line, a time to ring, tries in vain."""
    for row in casework.open_calls(context, person_id, but=take_call.call_key()):
        with st.container(key=f"flag-{row.id}", horizontal=True, vertical_alignment="center"):
            elements.marks([_open(row, at)], "note")
            st.button("Dealt with", key=f"dealt-{row.id}", type="tertiary", on_click=act,
                      args=(casework.deal_with_contact, row.id))  # fmt: skip


def _open(row: ContactRow, at: datetime) -> str:
    since = display_words.when(row.at, at)
    if row.outcome == ContactOutcome.NO_ANSWER:
        return f"{row.by} rang {since}, and nobody answered"
    if casework.is_begun_call(row):
        return f"{row.by} began a call with them {since}, and has not finished it"
    side = "They were in touch" if row.direction == Direction.IN else "We were in touch"
    return f"{side} {since}; somebody is to come back to it ({row.by}){f': {row.words}' if row.words else ''}"


def _dialog(context: WorkContext, person_id: str, open_needs: list[NeedRow]) -> None:
    name = open_dialog.dialog_about(person_id)
    state = st.session_state
    if name == "back":
        dialogs.show("Ring back when?", _when, "Put it on Today at that time", _ring_back,
                     lambda: {"person_id": person_id, "words": state.get("back-words") or None})  # fmt: skip
    elif name == "service":
        service_told.ask(context, person_id)
    elif name == "cancel":
        dialogs.show(
            "What do they want to cancel?", lambda: _cancel(context, open_needs), "Cancel it", _cancelled,
            lambda: {"need_id": state.get("cancel-need") or "", "words": state.get("cancel-words") or None},
        )  # fmt: skip


def _when() -> None:
    soon = now().astimezone(LONDON) + timedelta(hours=1)
    quarter = soon.replace(minute=soon.minute - soon.minute % 15, second=0, microsecond=0)
    with st.container(horizontal=True):
        st.date_input("Day", quarter.date(), now().astimezone(LONDON).date(), quarter.date() + casework.LATEST_DAY,
                      key="back-day", format="DD/MM/YYYY", width=190)  # fmt: skip
        st.time_input("Time", quarter.time(), key="back-time", step=_QUARTER, width=190)
    st.text_input("What about? (optional)", key="back-words")


def _ring_back(context: WorkContext, person_id: str, words: str | None) -> object:
    day, clock = st.session_state.get("back-day"), st.session_state.get("back-time")
    if not isinstance(day, date) or not isinstance(clock, time):
        raise casework.NotNow("Say on which day, and at what time.")
    at = datetime.combine(day, clock, LONDON)
    return casework.ring_back(context, person_id, at, key=take_call.call_key(), words=words)


def _cancel(context: WorkContext, open_needs: list[NeedRow]) -> None:
    named = {need.id: display_words.task(context.settings, need.task_type) for need in open_needs}
    st.radio("Which?", list(named), format_func=named.__getitem__, key="cancel-need")
    st.text_input("What do they say? (optional)", key="cancel-words")
    one = st.session_state.get("cancel-need") or next(iter(named))
    if casework.called_off_at_once(context, one):
        elements.lead("It is called off at once. Whoever was to come is put on Today, until somebody has told them.")
    else:
        elements.lead("It goes onto Today, where a coordinator calls it off. If somebody comes today, tell them now.")


def _cancelled(context: WorkContext, need_id: str, words: str | None) -> object:
    need = casework.see(context, NeedRow, need_id)
    return casework.resident_cancels(context, need_id, seen=need.status, way=caller_facts.way(), words=words)


def _no_answer(person_id: str) -> None:
    """Write down that we rang and nobody answered; they are on Today again after some hours, or next morning."""
    act(casework.nobody_answered, person_id)


def _finish(person_id: str) -> None:
    act(casework.finish_call, person_id, take_call.call_key(), then={"id": None})
    take_call.begin_again()
