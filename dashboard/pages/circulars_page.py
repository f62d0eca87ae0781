"""Messages to many: written once for all volunteers of a list, shown before they go; and how far each has come."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import CircularStands, WorkContext
from community.tables.canonical import moment
from community.tables.row_types import CircularRow, MessageRow
from community.tables.statuses import MessageStatus
from community.wording import counted, first_upper, status_words, wording
from dashboard import display_words, elements, page_address
from dashboard.parts import circular_fields, message_status, volunteer_filters
from dashboard.work_session import now, work_context

_ORDER = (MessageStatus.SENT, MessageStatus.QUEUED, MessageStatus.BY_HAND, MessageStatus.UNKNOWN,
          MessageStatus.BOUNCED, MessageStatus.WITHDRAWN)  # fmt: skip
_MOST = 50
Names = Mapping[str, str | None]


def _progress(context: WorkContext, stands: CircularStands, at: datetime) -> None:
    """Draw how far it has come: the words, the counts, and those about whom there is something to do."""
    row = stands.row
    elements.heading(row.subject or "")
    elements.lead(f"Written {display_words.when(row.at, at)} by {row.by}, to: {row.chosen}")
    left = counted(row.left_out or 0, "volunteer")
    elements.lead(f"{counted(len(stands.messages), 'messages')}; {left} of that list left out.")
    _counts(row.id, stands.waits > 0)
    with st.expander("What it says"):
        elements.message(row.words or "")
    names = casework.names_of(context, [each.to_whom for each in stands.messages])
    _to_see_to(context, stands.messages, names, at)


def _counts(circular_id: str, waits: bool) -> None:
    """Draw how many stand where, anew every few seconds while some are still to go."""

    @st.fragment(run_every=5 if waits else None)
    def counts() -> None:
        stands, at = casework.circular_stands(work_context(), circular_id), now()
        words = [
            f"{first_upper(status_words('messages', status))}: {stands.many[status]:,}"
            for status in _ORDER
            if stands.many.get(status)
        ]
        elements.line(words)
        queued = [m.not_before for m in stands.messages if m.status == MessageStatus.QUEUED and m.not_before]
        if queued and moment(min(queued)) > at:
            elements.lead(f"The rest leave from {display_words.when(min(queued), at)}: until then it is quiet.")

    counts()


def _to_see_to(context: WorkContext, messages: Sequence[MessageRow], names: Names, now: datetime) -> None:
    """Draw those with which a person does something: pass the words on, ask whether they came, ask for an address."""
    for status, title in wording().message_to_see_to.items():
        found = [message for message in messages if message.status == status]
        if not found:
            continue
        elements.heading(f"{title} · {len(found):,}")
        for message in found[:_MOST]:
            page_address.open_record(message.to_whom, names[message.to_whom])
            message_status.each_of(context, {message.about}, [message], now)
        if len(found) > _MOST:
            elements.lead(f"{len(found) - _MOST:,} more: they come up as these are done.")


here, at = work_context(), now()
page_address.stop_if_stray("circulars", "Messages to many", CircularRow)
shown = page_address.record(CircularRow)
if shown is not None:
    with page_address.or_gone("Messages to many"):
        stands = casework.circular_stands(here, shown)
    st.title("Messages to many")
    _progress(here, stands, at)
    page_address.link("circulars", "Write another")
    st.stop()

st.title("Messages to many")
if here.settings.kept_in_sheet:
    elements.lead("Nothing is written to many from here, and no such words are kept. Write from your own mail program.")
    st.stop()
elements.lead("Everybody gets a message of their own, and nobody sees who else does. Choose who, then write.")
wanted = volunteer_filters.chosen(here)
ids = casework.listed_volunteers(here, wanted, at)
if wanted.narrows or circular_fields.everybody(len(ids)):
    circular_fields.section(here, ids, volunteer_filters.in_words(here, wanted))
if before := casework.see_all(here, CircularRow, order="-at", limit=20):
    elements.heading("Written before")
    for row in before:
        with st.container(key=f"item-{row.id}", horizontal=True, vertical_alignment="center"):
            page_address.open_record(row.id, row.subject)
            elements.lead(f"{display_words.when(row.at, at)} · {row.by} · {row.chosen}")
