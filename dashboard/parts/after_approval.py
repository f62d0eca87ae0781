"""The steps after the approval: ask the volunteer, tell the resident, then the volunteer, write down what was given."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import streamlit as st

from community import casework
from community.book import Action
from community.casework import SafeContact, WorkContext
from community.identity import phone_numbers
from community.tables.message_codes import SafeWay
from community.tables.row_types import MatchRow, MessageRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import MatchStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome
from community.wording import counted
from dashboard import elements, open_dialog, page_address, shortcuts, sync_banner
from dashboard.parts import (
    ask_by_message,
    dialogs,
    how_was_it,
    leak_warning,
    loss_warning,
    message_status,
    safe_contact_view,
    telling_resident,
    telling_volunteer,
    visit_notes,
    visit_off,
    why_no,
)
from dashboard.parts.proposal_view import volunteer_line
from dashboard.work_session import act


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
        casework.end_match,
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


_PUT_RIGHT = "What this volunteer knows was put right in the spreadsheet since: how to reach them, or when. Tell them."


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
    page_address.all_about(volunteer.id, volunteer.name)
    heed = safe_contact_view.first(context, volunteer)
    _reach(match, volunteer, rings=SafeWay.RING not in heed.unsafe)
    message_status.show(context, match, messages, now)
    elements.marks(casework.same_half_day(context, match.id), "note")
    _corrected(context, match)
    if match.status in {MatchStatus.APPROVED, MatchStatus.OFFERED}:
        _ring(context, match, volunteer, heed, waits=ask_by_message.waits_for_answer(match, messages, now))
        ask_by_message.ways(context, match, volunteer, messages, now)
    else:
        _tell(context, match, volunteer, resident, messages, now)
    safe_contact_view.of_volunteer(match, volunteer)
    ways_out(context, match, volunteer, resident)


def _corrected(context: WorkContext, match: MatchRow) -> None:
    """Draw that the volunteer knows what the spreadsheet has put right since, and the button that says they heard."""
    if casework.must_hear_of_correction(context, match.id):
        elements.marks([_PUT_RIGHT], "alarm")
        with st.container(horizontal=True, key=f"decisions-corrected-{match.id}"):
            st.button("They have been told of it", key=f"corrected-{match.id}", on_click=act,
                      args=(casework.log_contact, match.id),
                      kwargs={"with_whom": match.volunteer_id, "outcome": ContactOutcome.TOLD})  # fmt: skip


def _reach(match: MatchRow, volunteer: VolunteerRow, *, rings: bool) -> None:
    """Draw how the volunteer can be reached."""
    reach = [("Telephone", volunteer.telephone), ("Email", volunteer.email)]
    elements.facts(f"reach-{match.id}", [(label, told) for label, told in reach if told], ring=rings)


def _ring(context: WorkContext, match: MatchRow, volunteer: VolunteerRow, heed: SafeContact, *, waits: bool) -> None:
    """Draw what to say on the telephone, and what came of it.

    It is smaller while a message waits to be sent or answered, and where it is not safe or possible to ring them.
    """
    one, told = match.id, {"seen": match.status}
    safe = SafeWay.RING not in heed.unsafe and bool(phone_numbers(volunteer.telephone))
    first, script = safe and not waits, "What to say on the telephone" if safe else "What to say if they ring"
    elements.heading("Ring the volunteer" if first else "Did they tell you?", 3)
    with st.container() if first else st.expander(script):
        what_to_say(context, match)
    if tried := casework.unanswered_calls(context, one):
        elements.lead(f"No answer so far: {counted(tried, 'try')}")
    if why_no.is_asked(one):
        _why_not(one, told)
        return
    with st.container(horizontal=True, key=f"decisions-{one}"):
        for label, answer, work in (
            ("Said yes", ContactOutcome.YES, act),
            ("Said no", ContactOutcome.NO, why_no.begin),
            ("No answer", ContactOutcome.NO_ANSWER, act),
        ):
            usual, acts = first and answer == ContactOutcome.YES, work is act
            st.button(label, key=f"rang-{answer}-{one}", type="primary" if usual else "secondary", on_click=work,
                      args=(casework.rang, one, answer) if acts else (one,), kwargs=told if acts else None)  # fmt: skip


def _why_not(match_id: str, told: dict[str, MatchStatus]) -> None:
    """Draw what they may have said, each with its key."""
    elements.lead("Why not? One key writes it down.")
    with st.container(horizontal=True, key=f"decisions-{match_id}"):
        for number, (code, words) in enumerate(why_no.reasons().items(), 1):
            st.button(words, key=f"no-{code}-{match_id}", shortcut=shortcuts.key(str(number)), on_click=_said_no,
                      args=(match_id, words), kwargs=told)  # fmt: skip
        st.button("They said something else", key=f"no-back-{match_id}", type="tertiary", on_click=why_no.back)


def _said_no(match_id: str, words: str, *, seen: str) -> None:
    act(casework.rang, match_id, ContactOutcome.NO, seen=seen, reason=words)
    why_no.back()


def what_to_say(context: WorkContext, match: MatchRow) -> None:
    """Draw the words with which to ask the volunteer; first that they may tell whom it is for, where they may."""
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
        sync_banner.until_saved(context, {match.id, match.need_id, match.volunteer_id}, str(not_yet))


def _say(shown: str) -> None:
    st.session_state[shown] = True


def _tell(
    context: WorkContext,
    match: MatchRow,
    volunteer: VolunteerRow,
    resident: ResidentRow,
    messages: Sequence[MessageRow],
    now: datetime,
) -> None:
    """Draw what comes after a yes, in its order: the resident is told, then the volunteer, then somebody helps."""
    waits = match.status == MatchStatus.ACCEPTED
    if waits:
        telling_resident.draw(context, match, resident, messages, now)
    telling_volunteer.draw(context, match, volunteer, resident, messages, now)
    if waits:
        with st.expander("Help was given already"):
            visit_notes.fields(match, now)
    else:
        telling_resident.another_day(context, match, now)
        elements.heading("Was help given?", 3)
        visit_notes.lines(context, match, now)
        visit_off.button(context, match, now)
        visit_notes.fields(match, now)
        how_was_it.draw(context, match, now)


def helped(
    context: WorkContext, match: MatchRow, volunteer: VolunteerRow, messages: Sequence[MessageRow], now: datetime
) -> None:
    """Draw a match that is complete: who helped and when, its messages, and what the resident says of it."""
    elements.heading("Help was given")
    elements.person(volunteer.name, level=2)
    page_address.all_about(volunteer.id, volunteer.name)
    message_status.show(context, match, messages, now)
    visit_notes.lines(context, match, now)
    how_was_it.draw(context, match, now)


def ways_out(context: WorkContext, match: MatchRow, volunteer: VolunteerRow, resident: ResidentRow) -> None:
    """Draw the ways to end what goes on, or to call off what was agreed, each with what it means to be read first."""
    one = match.id
    with st.container(horizontal=True, key=f"out-{one}"):
        for verb, way in _WAYS_OUT.items():
            if casework.can(context.user, verb, match):
                st.button(
                    way.label, key=f"{verb}-{one}", type="tertiary", on_click=open_dialog.open_dialog, args=(one, verb)
                )
    asked = next((way for verb, way in _WAYS_OUT.items() if verb == open_dialog.dialog_about(one)), None)
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
