"""Whom a record is about: what they are counted by, their number and their hub, as far as whoever looks may read it."""

from typing import Any

from community.casework.casework_errors import NotFound
from community.casework.resident_identity import resident_in
from community.casework.visibility import row_type_of
from community.casework.worklist.worklist_item import View, number, people
from community.tables import TABLES
from community.tables.column import ANY_TABLE
from community.tables.row import TableRow
from community.tables.row_types import (
    HelpRequestRow,
    OrganisationRow,
    ResidentRow,
    RowWithHub,
    VolunteerRow,
)


def who_asks(request: HelpRequestRow) -> str:
    """What the person of a request is counted by: the resident's id, or before there is one what they told.

    It is never shown. Two requests from one telephone number under one name are one person's.
    """
    if request.resident_id:
        return str(request.resident_id)
    person = resident_in(request)
    if person is None or person.name is None:
        return str(request.id)
    where = next((each.form for each in person.numbers), None) or next(iter(person.emails), person.postcode)
    return f"{where} {' '.join(sorted(person.name.folded))}" if where else str(request.id)


def whom(view: View, record_id: str | None) -> frozenset[str]:
    """What the person behind a record is counted by; empty where it is out of sight."""
    row = _seen(view, record_id)
    if row is None:
        return frozenset()
    table = TABLES[row.table]
    if isinstance(row, HelpRequestRow):
        return people(who_asks(row))
    if not table.about:
        return people(row.id)
    if table[table.about[0]].refers_to == ANY_TABLE:
        return next(filter(None, (whom(view, row[column]) for column in table.about)), frozenset())
    return people(row[table.about[0]] or row.id)


def number_of(view: View, record_id: str | None) -> str | None:
    """The telephone number on a record, or on the one that it is about."""
    row = _seen(view, record_id)
    if row is None:
        return None
    if TABLES[row.table].about:
        return next(filter(None, (number_of(view, row[column]) for column in TABLES[row.table].about)), None)
    return number(row) if isinstance(row, HelpRequestRow | VolunteerRow | ResidentRow | OrganisationRow) else None


def hub_of(view: View, record_id: str | None) -> str | None:
    """The hub that a record belongs to."""
    row = _seen(view, record_id)
    if row is None:
        return None
    owner = TABLES[row.table].owner
    if isinstance(row, RowWithHub):
        return row.hub
    return hub_of(view, row[owner]) if owner else None


def _seen(view: View, record_id: str | None) -> TableRow[Any, Any] | None:
    try:
        return view.visible.get(row_type_of(record_id or ""), record_id or "")
    except NotFound:
        return None
