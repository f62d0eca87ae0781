"""Who has a place at a session, who waits, and booking for somebody on the telephone; then who came."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

import streamlit as st

from community import casework
from community.casework import WorkContext, training
from community.casework.permissions import user_can_see_hub
from community.tables.canonical import instant
from community.tables.row_types import BookingRow, BookingValues, MessageRow, SessionRow, VolunteerRow
from community.tables.statuses import BookingStatus, MessageStatus, SessionStatus
from community.tables.verbs import Verb
from community.wording import first_upper, status_words
from dashboard import display_words, elements, page_address
from dashboard.parts import message_status
from dashboard.shared_resources import house
from dashboard.work_session import act

_ORDER = list(BookingStatus)
_BOOKABLE = frozenset({SessionStatus.OPEN, SessionStatus.FULL})
_FIELDS = {
    "name": "Their name",
    "telephone": "Telephone",
    "email": "Email",
    "access_needs": "What they need to take part",
}


def everybody(context: WorkContext, session: SessionRow, bookings: Sequence[BookingRow], at: datetime) -> None:
    """Draw each booking with what can be done about it, those with a place first."""
    if not bookings:
        elements.lead("Nobody has booked yet.")
    for row in sorted(bookings, key=lambda row: (_ORDER.index(row.status), row.at, row.id)):
        with st.container(key=f"booking-{row.id}"):
            _one(context, session, row, at)


def _one(context: WorkContext, session: SessionRow, row: BookingRow, at: datetime) -> None:
    elements.person(row.name, level=3)
    stands = first_upper(status_words(row.table, row.status))
    passed = row.status == BookingStatus.PASSED and row.result is not None
    came = f"{row.result} of 100, {display_words.day(row.passed_on, at)}" if passed else None
    elements.lead(f"{stands} · {came or f'booked {display_words.when(row.at, at)}'}")
    told = [(name, row[column]) for column, name in _FIELDS.items() if column != "name" and row[column]]
    elements.facts(f"reach-{row.id}", [*told, *display_words.further(house().forms, row)])
    if training.is_double(row) and row.status == BookingStatus.WAITING:
        elements.marks(["The same person seems to have booked before: give them a place, or cancel this one"], "alarm")
    _who(context, row)
    messages = casework.messages_about(context, [row.id])[row.id]
    message_status.each_of(context, {row.id, session.id}, _still_says_something(messages), at)
    with st.container(horizontal=True, key=f"decisions-{row.id}"):
        if casework.can(context.user, Verb.GIVE_PLACE, row) and session.status in _BOOKABLE:
            st.button("Give a place", key=f"give-{row.id}", on_click=act, args=(training.give_place, row.id),
                      kwargs={"seen": row.status})  # fmt: skip
        if casework.can(context.user, Verb.CANCEL_BOOKING, row):
            st.button("They can’t come", key=f"cancel-{row.id}", on_click=act, args=(training.cancel_booking, row.id),
                      kwargs={"seen": row.status})  # fmt: skip


def _still_says_something(messages: Sequence[MessageRow]) -> list[MessageRow]:
    """The last message, and those about which somebody has to do something."""
    waits = {MessageStatus.BY_HAND, MessageStatus.UNKNOWN, MessageStatus.BOUNCED}
    return [each for each in messages if each.status in waits or each is messages[-1]]


def _who(context: WorkContext, row: BookingRow) -> None:
    """Draw which volunteer it is, or who it may be for a person to say."""
    if row.volunteer_id:
        page_address.open_record(row.volunteer_id, f"Our volunteer {row.name or ''}".strip())
        return
    if not casework.can(context.user, Verb.LINK_BOOKING, row):
        return
    for known in casework.known_as(context, row.table, row.id):
        if known.table == VolunteerRow.TABLE and known.in_sight and known.near_name:
            st.button(f"It is our volunteer {elements.plain(known.name, known.id)}", key=f"link-{row.id}-{known.id}",
                      type="tertiary", on_click=act, args=(training.link_booking, row.id, known.id),
                      kwargs={"seen": row.volunteer_id})  # fmt: skip


def book(context: WorkContext, session: SessionRow, at: datetime) -> None:
    """Draw the fields that book for somebody on the telephone."""
    ours = session.hub is None or user_can_see_hub(context.user, session.hub)
    if not ours or session.status not in _BOOKABLE or not session.starts_at or session.starts_at <= instant(at):
        return
    with st.expander("Book for somebody on the telephone"):
        for column, label in _FIELDS.items():
            st.text_input(label, key=f"book-{session.id}-{column}")
        st.button("Book it", key=f"book-{session.id}", on_click=_book, args=(session.id,))


def _book(session_id: str) -> None:
    told = {column: (st.session_state.get(f"book-{session_id}-{column}") or "").strip() or None for column in _FIELDS}
    act(training.book_place, session_id, cast("BookingValues", told))
    if not st.session_state.get("refused"):
        for column in _FIELDS:
            st.session_state[f"book-{session_id}-{column}"] = ""


def who_came(context: WorkContext, session: SessionRow, bookings: Sequence[BookingRow], at: datetime) -> None:
    """Draw the list on which those who came are ticked, once the session has begun."""
    if not casework.can(context.user, Verb.SESSION_HELD, session) or not user_can_see_hub(context.user, session.hub):
        return
    if not session.starts_at or session.starts_at > instant(at):
        return
    elements.heading("Who came?")
    coming = [row for row in bookings if row.status in {BookingStatus.BOOKED, BookingStatus.WAITING}]
    for row in coming:
        st.checkbox(elements.plain(row.name, row.id), row.status == BookingStatus.BOOKED, key=f"came-{row.id}",
                    persist_state="session")  # fmt: skip
    if not coming:
        elements.lead("Nobody had booked.")
    st.button("Write down who came", key=f"held-{session.id}", type="primary", on_click=_held,
              args=(session.id, session.status, [row.id for row in coming]))  # fmt: skip


def _held(session_id: str, seen: str, coming: Sequence[str]) -> None:
    came = [one for one in coming if st.session_state.get(f"came-{one}")]
    act(training.session_held, session_id, came, seen=seen)
