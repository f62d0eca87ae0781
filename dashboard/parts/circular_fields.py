"""Writing to many: the words, who gets them and who is left out, how one of them reads, and a trial to oneself."""

from collections.abc import Callable, Sequence

import streamlit as st

from community import casework
from community.casework import CircularReaders, WorkContext
from community.casework.newsletter import write_newsletter
from community.errors import UserFacingError
from community.messages import circular_shown, segments, send_trial
from community.tables.message_codes import SendOutcome
from community.tables.row_types import CircularRow, ColumnName, SubscriberRow, VolunteerRow
from community.tables.vocabulary import ReachBy
from community.wording import counted, wording
from dashboard import elements, page_address
from dashboard.work_session import act, refuse, refused, work_context

_KEY, _SUBJECT, _WORDS, _TO = "circular-key", "circular-subject", "circular-words", "circular-to"
_TRIED = "circular-tried"
_MOST, _MOST_NAMED = 50, 200
_ANY_READER = SubscriberRow.of({ColumnName.NAME: None})
"""A reader of the newsletter whose name we do not know."""
_NOBODY = "Nobody of these can be written to. Choose others above."
_CAME: dict[SendOutcome, str] = {
    SendOutcome.SENT: "It went to your own address. Read it there before you send it.",
    SendOutcome.BY_HAND: "Emails are not switched on here, so nothing went. Read it above.",
    SendOutcome.REFUSED: "It was refused: is your address right?",
    SendOutcome.TRY_LATER: "It could not be sent just now. Try again in a moment.",
    SendOutcome.UNKNOWN: "Nobody knows whether it went. Look whether it came.",
}


def everybody(many: int) -> bool:
    """Whether all volunteers are to be written to. Draws the question: as long as nobody chose, nobody is meant."""
    if many == 0:
        elements.lead(_NOBODY)
        return False
    meant = st.toggle(f"Write to all: {counted(many, 'volunteer')}", key="circular-all")
    if not meant:
        elements.lead("Or choose above who gets it: by where they stand, what they offer, or when they were asked.")
    return meant


def section(context: WorkContext, ids: Sequence[str], chosen: str) -> None:
    """Draw all of it for these volunteers; `chosen` says which list they are on."""
    found = casework.readers_of_circular(context, ids)
    _whom(found)
    if not found.whom:
        return
    if not (context.settings.messages.email or context.settings.messages.text):
        elements.marks(["Emails and texts are not switched on, so somebody passes each of these on."], "note")
    left, right = st.columns([5, 4], gap="large")
    with left:
        _write_here()
    with right:
        _reads(context, found)
    _send(context, found.whom[0].row, counted(len(found.whom), "volunteer"), _write, list(ids), chosen)


def newsletter(context: WorkContext, many: str) -> None:
    """Draw the words of a newsletter, how it reads, a trial and the button that sends it to so many, in words."""
    left, right = st.columns([5, 4], gap="large")
    with left:
        _write_here()
    with right:
        _shown(context, _ANY_READER, ReachBy.EMAIL)
    _send(context, _ANY_READER, many, _write_newsletter)


def _write_here() -> None:
    """Draw the fields of the words."""
    st.text_input("Subject", key=_SUBJECT, max_chars=casework.MOST_IN_SUBJECT)
    st.text_area("What do you want to say?", key=_WORDS, height=260, max_chars=casework.MOST_LETTERS)
    elements.lead(
        f"Write {casework.FIRST_NAME} where their first name is to stand, and {casework.STOP_LINK} for their link "
        "to get no more messages. Without it, each email and text says so at its end."
    )


def _whom(found: CircularReaders) -> None:
    """Draw how many are written to by which way, and who is left out, by name and with why."""
    ways = wording().way
    many = counted(len(found.whom), "volunteer")
    parts = [
        f"{sum(each.way == way and each.by_itself for each in found.whom):,} by {ways[way]}"
        for way in (ReachBy.EMAIL, ReachBy.TEXT)
    ]
    by_hand = [each for each in found.whom if not each.by_itself]
    parts = [part for part in parts if not part.startswith("0 ")]
    if by_hand:
        parts.append(f"{len(by_hand):,} by hand: you ring them, or copy the words")
    elements.lead(f"To {many}{': ' if parts else ''}{', '.join(parts)}." if found.whom else _NOBODY)
    if found.out:
        why = wording().left_out
        with st.expander(f"{counted(len(found.out), 'volunteer')} left out: who, and why"):
            elements.reasons(f"{row.name or row.id}: {why[left]}" for row, left in found.out[:_MOST_NAMED])
            if len(found.out) > _MOST_NAMED:
                elements.lead(f"And {len(found.out) - _MOST_NAMED:,} more. Narrow the list to read of all of them.")


def _reads(context: WorkContext, found: CircularReaders) -> None:
    """Draw how the message of one of them reads."""
    readers = {each.row.id: each for each in found.whom[:_MOST]}
    one = st.selectbox("As one of them reads it", list(readers), key="circular-as",
                       format_func=lambda one: elements.plain(readers[one].row.name, one))  # fmt: skip
    _shown(context, readers[one].row, readers[one].way)


def _shown(context: WorkContext, reader: VolunteerRow | SubscriberRow, way: ReachBy) -> None:
    """Draw how it reads for this one."""
    subject, words = _said()
    if not subject.strip() or not words.strip():
        elements.lead("Write a subject and the words: here you see what they get.")
        return
    try:
        shown = circular_shown(context, subject, words, reader, way)
    except UserFacingError as wrong:
        elements.marks([str(wrong)], "alarm")
        return
    if shown.subject:
        elements.lead(shown.subject)
    elements.message(shown.text)
    if way == ReachBy.TEXT and (many := segments(shown.text)) > 1:
        elements.marks([f"As a text it is as long as {many}, and costs as much."], "note")


def _send(
    context: WorkContext, reader: VolunteerRow | SubscriberRow, many: str, write: Callable[..., None], *told: object
) -> None:
    """Draw the trial and the button that sends it. The same button pressed twice sends it once."""
    key = st.session_state.setdefault(_KEY, context.book.new_id(CircularRow.TABLE))
    with st.container(horizontal=True, vertical_alignment="bottom", key="circular-trial"):
        st.text_input("Your own email address, for a trial", value=_own_address(), key=_TO, width=320)
        st.button("Send it to me first", key="trial", on_click=_try, args=(reader,))
    if tried := st.session_state.pop(_TRIED, None):
        elements.marks([tried], "note")
    st.button(f"Send it to {many}", key="send-circular", type="primary", on_click=write, args=(*told, key))


def _try(reader: VolunteerRow | SubscriberRow) -> None:
    try:
        came = send_trial(work_context(), st.session_state.get(_TO) or "", *_said(), reader)
    except UserFacingError as wrong:
        refuse(str(wrong))
        return
    st.session_state[_TRIED] = _CAME[came.outcome]


def _write(ids: list[str], chosen: str, key: str) -> None:
    subject, words = _said()
    act(casework.write_to_many, ids, then={page_address.ID: key}, subject=subject, words=words, chosen=chosen, key=key)
    if not refused():
        st.session_state.pop(_KEY, None)


def _write_newsletter(key: str) -> None:
    subject, words = _said()
    act(write_newsletter, subject=subject, words=words, key=key)
    if not refused():
        st.session_state.pop(_KEY, None)
        # Taken out, they would still stand in the browser: it is told of a new value only.
        st.session_state[_SUBJECT] = st.session_state[_WORDS] = ""


def _said() -> tuple[str, str]:
    """The subject and the words as they stand at the press, which may be newer than what the page shows."""
    return st.session_state.get(_SUBJECT) or "", st.session_state.get(_WORDS) or ""


def _own_address() -> str:
    """The address with which the user is logged in; empty where nobody logs in."""
    return str(st.user.get(ColumnName.EMAIL) or "")
