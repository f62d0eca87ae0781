"""What the spreadsheet does not have yet, where it is what counts; and how the last sync went, in one quiet line."""

from collections.abc import Collection
from datetime import datetime, timedelta

import streamlit as st

from community.book import Book
from community.casework import WorkContext
from community.tables import TABLES
from community.tables.canonical import moment
from dashboard import display_words, elements, page_address
from sheets_sync.status import pulse, unsaved_records

OLD = timedelta(hours=1)
OLD_WHERE_IT_COUNTS = timedelta(minutes=5)
_LETTERS = frozenset(table.letter for table in TABLES.values() if table.sheet)
NOT_YET = "Not saved yet: the spreadsheet does not have this."


def unsaved(book: Book, ids: Collection[str]) -> set[str]:
    """Which of these records have something that the spreadsheet does not have and is to have."""
    return unsaved_records(book, {each for each in ids if each[:1] in _LETTERS})


def line(context: WorkContext, now: datetime) -> str | None:
    """What to say on every page when the last sync is old or failed; None when all is well or no sheet is used."""
    if context.settings.sheet_id is None:
        return None
    found = pulse(context.book)
    if found.last is None:
        return "The spreadsheet has never been in step with the book. The page Sheet says more."
    old = OLD_WHERE_IT_COUNTS if context.settings.kept_in_sheet else OLD
    last = f"The spreadsheet was last in step {display_words.when(found.last, now)}"
    if found.error:
        return f"{last}, and the last try failed. The page Sheet says why."
    return f"{last}. The page Sheet says more." if now - moment(found.last) > old else None


def bar(context: WorkContext) -> None:
    """Say beside what is shown, and what was done last, that it is not saved yet; gone as soon as it is."""
    if not context.settings.kept_in_sheet:
        return
    touched = _shown(context)
    if touched and unsaved(context.book, touched):
        until_saved(context, touched, NOT_YET)


def until_saved(context: WorkContext, ids: Collection[str], said: str) -> None:
    """Say this until the spreadsheet has all of these records; then the page is drawn again."""
    _until_saved(context.book, frozenset(ids), said)


@st.fragment(run_every=2)
def _until_saved(book: Book, ids: frozenset[str], said: str) -> None:
    if unsaved(book, ids):
        elements.marks([said], "note")
    else:
        st.rerun()


def _shown(context: WorkContext) -> set[str]:
    """The record that the page shows, and all that the last action touched."""
    found = {each for each in [page_address.record("")] if each}
    action = page_address.did()
    if action is not None:
        with context.book.reading() as reader:
            found |= {str(c.record_id) for c in reader.changes(action=action)}
            found |= {record_id for _, record_id in reader.added(action)}
    return found
