"""The address of a page: the record it shows and the last action, as ids and codes, with nothing about a person."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit as st

from community.casework import NotFound
from community.tables import ids, table_of
from community.tables.row import TableRow
from dashboard import elements

ID, DID, SYNC, WITH, ROUND = "id", "did", "sync", "with", "round"
_OPEN = "pages-open"
_ACTION = re.compile(r"[a-z_]{2,40}-[0-9A-Z]{16}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
HISTORY = "history"
"""The page of what was done about a record, for each that has no page of its own."""
_PAGES = {
    "residents": "residents",
    "help_requests": "triage",
    "needs": "matches",
    "matches": "matches",
    "volunteers": "volunteers",
    "organisations": "organisations",
    "services": "services",
    "opportunities": "opportunities",
    "enquiries": "opportunities",
    "referrals": "referrals",
    "complaints": "complaints",
    "sessions": "training",
    "bookings": "training",
    "circulars": "circulars",
}
"""The page that shows the records of a table."""


def record(*kinds: type[TableRow[Any, Any]]) -> str | None:
    """The id of the record that the address names, of one of these kinds if any are given; None when it names none."""
    found = ids.check(st.query_params.get(ID, ""))
    return found if found and (not kinds or table_of(found) in {kind.TABLE for kind in kinds}) else None


def other() -> str | None:
    """The id of the record that the address names beside the first; None when it names none."""
    return ids.check(st.query_params.get(WITH, ""))


def did() -> str | None:
    """The id of the last action, when the address holds one."""
    found = st.query_params.get(DID, "")
    return found if _ACTION.fullmatch(found) else None


def sync() -> str | None:
    """The time of the sync whose corrections the page shows, when the address holds one."""
    found = st.query_params.get(SYNC, "")
    return found if _TIME.fullmatch(found) else None


def stop_if_stray(page: str, title: str, *kinds: type[TableRow[Any, Any]]) -> None:
    """End the page here, with a link to its records, when its address names something that is no record of these kinds.

    No other record and no list may be shown in its place. Without kinds the address may name the time of a sync, too.
    """
    is_stray = bool(st.query_params.get(ID)) and not record(*kinds)
    no_sync = not kinds and bool(st.query_params.get(SYNC)) and sync() is None
    if is_stray or no_sync:
        st.title(title)
        elements.lead("There is no record with the number in this address. Was it copied whole?")
        link(page, f"{title}, without a number")
        st.stop()


@contextmanager
def or_gone(title: str) -> Iterator[None]:
    """End the page here, with why, when what is read within is no more, or another hub's."""
    try:
        yield
    except NotFound as none:
        st.title(title)
        st.text(str(none))
        st.stop()


def tell() -> None:
    """Make the browser show the address as it is.

    After a link within one page Streamlit leaves the browser's address as it was, so a reload would open a record other
    than the one on the screen, and a press would leave it. Writing the address again makes the browser show it.
    """
    for name in (ID, DID, SYNC, ROUND):
        value = st.query_params.get(name)
        if value is not None:
            st.query_params[name] = value
        elif before := st.session_state.get(f"address_{name}"):
            st.query_params[name] = before
            del st.query_params[name]
        st.session_state[f"address_{name}"] = value


def went(**to: str | None) -> None:
    """Change these parts of the address: None takes a part out, and parts not named stay."""
    for name, value in to.items():
        if value is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = value


def page(name: str) -> Path:
    """The file of a page, as links want it."""
    return Path(__file__).parent / "pages" / f"{name}_page.py"


def opens(pages: "Mapping[str, st.Page]") -> None:
    """Note the pages that links may lead to, by name: by their files, Streamlit would look for each at each link."""
    st.session_state[_OPEN] = pages


def link(name: str, label: str, record_id: str | None = None, **more: str) -> None:
    """Draw a link to a page, at this record. The label is always in our own words, because it is drawn as Markdown."""
    there: Mapping[str, st.Page] = st.session_state.get(_OPEN, {})
    st.page_link(there.get(name) or page(name), label=label, query_params=({ID: record_id} if record_id else {}) | more)


def page_of(record_id: str) -> str:
    """The page that shows this record."""
    return _PAGES.get(table_of(record_id) or "", HISTORY)


def all_about(record_id: str, name: str | None) -> None:
    """Draw a link to the page of a person who stands on the page of a match."""
    link(page_of(record_id), f"All about {elements.plain(name, record_id)}", record_id)


def open_record(record_id: str, label: str | None = None) -> None:
    """Draw a link to this record, on the page that shows it, named by whom or what it is about; else by its number."""
    link(page_of(record_id), elements.linked(label, f"Open {record_id}"), record_id)
