"""The search for anybody, on every page: who may be meant, and what tells them apart. One press opens the record."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import FoundRecord, WorkContext
from community.errors import UserFacingError
from community.tables.row_types import (
    ColumnName,
    HelpRequestRow,
    OrganisationRow,
    ResidentRow,
    ServiceRow,
    VolunteerRow,
)
from community.tables.vocabulary import YesNo
from community.wording import first_lower, first_upper, noun, status_words, wording
from dashboard import auth, display_words, elements, page_address, shortcuts
from dashboard.auth import Shut
from dashboard.work_session import now, work_context

_CALL = "call"
"""On this page who is found is who rings: it goes on with them, instead of opening their record."""
_LABEL, _KEYED = "Find anybody", "Find anybody (press /)"
_HOW = "A name, any telephone number, a street, a postcode, an email address or the number of a record."


def box(page: str) -> None:
    """Draw the search of this page. What was typed goes when another page or record is opened."""
    with st.container(key="find", gap="small"):
        _search(f"find-{page}-{page_address.record() or ''}", page if page == _CALL else None)


@st.fragment
def _search(key: str, to: str | None) -> None:
    """Draw the field, and who is found: only this is drawn again while somebody types. `to`: the page that opens."""
    label = _KEYED if shortcuts.key("/") else _LABEL
    typed = (
        st.text_input(label, key=key, type="search", live="150ms", placeholder="", autocomplete="off", help=_HOW) or ""
    )
    if not typed.strip():
        return
    try:
        here = work_context()
    except (Shut, UserFacingError):
        st.rerun()  # the whole page says why
    auth.stirred()
    found = casework.find(here, typed)
    with st.container(key="found", gap=None):
        elements.answered(typed, len(found.records))
        for each in found.records:
            with st.container(key=f"found-{each.row.id}-{each.whose}", gap=None):
                name = elements.plain(each.name, "No name given")
                page_address.link(to or page_address.page_of(each.row.id), name, each.row.id)
                elements.line(apart(here, each, now()))
        if found.more:
            elements.lead("There are more: type more of what you know.")
        elif not found.records:
            elements.lead("Nobody is found. Try fewer letters, another spelling, or the last digits of a number.")
        elements.answered(typed, len(found.records))


def apart(context: WorkContext, found: FoundRecord, at: datetime) -> list[str]:
    """What tells this one from others of the name: who they are, where, and when somebody was in touch last."""
    row = found.row
    parts = [
        _who(found, at),
        f"asked as {found.asked_as}" if found.asked_as else None,
        "under 18" if isinstance(row, VolunteerRow) and row.over_18 == YesNo.NO else None,
        _place(row),
        display_words.hub(context.settings, row[ColumnName.HUB]) if row.get(ColumnName.HUB) else None,
        f"last in touch {display_words.when(found.last, at)}" if found.last else None,
        row.id,
    ]
    return [part for part in parts if part]


def _who(found: FoundRecord, at: datetime) -> str:
    """As what they stand in the record: `Volunteer, ready`; `Emergency contact of Ann Example (volunteer, ready)`."""
    kind = _kind(found, at)
    if found.about is None and found.whose not in _BESIDE:
        return kind
    whom = found.about or "somebody without a name"
    return f"{_BESIDE.get(found.whose, 'Named by')} {whom} ({first_lower(kind)})"


_BESIDE = {
    "referrer": "Asked for",
    "guardian": "Parent or guardian of",
    "emergency": "Emergency contact of",
    "contact": "Speaks for",
}


def _kind(found: FoundRecord, at: datetime) -> str:
    row = found.row
    if isinstance(row, ResidentRow):
        gone = "died" if row.died_on else "moved away" if row.moved_on else None
        return f"Resident, {gone}" if gone else "Resident"
    if isinstance(row, VolunteerRow):
        return f"Volunteer, {status_words(row.table, row.status)}"
    if isinstance(row, HelpRequestRow):
        return f"Asked for help {display_words.when(row.at, at)}, {status_words(row.table, row.status)}"
    if isinstance(row, OrganisationRow):
        return f"Organisation, {first_lower(wording().organisation_group[row.status])}"
    if isinstance(row, ServiceRow):
        return first_upper(wording().service_kind.get(row.kind or "", noun(1, row.table)))
    return first_upper(noun(1, row.table))


def _place(row: object) -> str | None:
    """The street where the user may see it, and the part of town."""
    if isinstance(row, ResidentRow):
        street = " ".join((row.address or "").split("\n")[0].split())
        return ", ".join(filter(None, [street, row.sector])) or None
    if isinstance(row, HelpRequestRow):
        street = " ".join((row.address or "").split("\n")[0].split())
        return ", ".join(filter(None, [street, row.postcode])) or None
    return row.sector if isinstance(row, VolunteerRow) else None
