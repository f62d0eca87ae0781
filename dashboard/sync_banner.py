"""Says what is not saved in the spreadsheet yet, where that is what counts, and how the last sync went."""

from collections.abc import Collection
from datetime import datetime, timedelta

import streamlit as st

from community.book import Book
from community.book.sheet_pulse import STOPPED_AFTER
from community.casework import WorkContext
from community.tables import TABLES, table_of
from community.tables.canonical import moment
from dashboard import display_words, elements, page_address
from sheets_sync.status import pulse, unsaved_records

OLD_WHERE_IT_COUNTS = timedelta(minutes=5)
_IN_SHEET = frozenset(table.name for table in TABLES.values() if table.sheet)
NOT_YET = "Not saved yet: the spreadsheet does not have this."


def unsaved(book: Book, ids: Collection[str]) -> set[str]:
    """The ids of those records with something that the spreadsheet should have and does not have yet."""
    return unsaved_records(book, {each for each in ids if table_of(each) in _IN_SHEET})


def line(context: WorkContext, now: datetime) -> str | None:
    """The words for every page when the last sync is old or failed; None when all is well or no sheet is used."""
    if context.settings.sheet_id is None:
        return None
    found = pulse(context.book)
    if found.last is None:
        return "The spreadsheet has never been in step with the book. The page Sheet says more."
    old = OLD_WHERE_IT_COUNTS if context.settings.kept_in_sheet else STOPPED_AFTER
    last = f"The spreadsheet was last in step {display_words.when(found.last, now)}"
    if found.error:
        return f"{last}, and the last try failed. The page Sheet says why."
    return f"{last}. The page Sheet says more." if now - moment(found.last) > old else None


def bar(context: WorkContext) -> None:
    """Draw a note that the record shown, or the last action, is not saved yet. It goes as soon as it is."""
    if not context.settings.kept_in_sheet:
        return
    touched = _shown(context)
    if touched and unsaved(context.book, touched):
        until_saved(context, touched, NOT_YET)


def until_saved(context: WorkContext, ids: Collection[str], said: str) -> None:
    """Show `said` until the spreadsheet has all of these records, then draw the page again."""
    _until_saved(context.book, frozenset(ids), said)


@st.fragment(run_every=2)
def _until_saved(book: Book, ids: frozenset[str], said: str) -> None:
    if unsaved(book, ids):
        elements.marks([said], "note")
    else:
        st.rerun()


def _shown(context: WorkContext) -> set[str]:
    """The ids of the record that the page shows, and of all that the last action touched."""
    found = {each for each in [page_address.record()] if each}
    action = page_address.did()
    if action is not None:
        with context.book.reading() as reader:
            found |= {str(c.record_id) for c in reader.changes(action=action)}
            found |= {record_id for _, record_id in reader.added(action)}
    return found
