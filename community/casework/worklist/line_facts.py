"""What lines of the list share: a line about a need or a match, whom it is about, its hub, and the number to ring."""

from typing import Any

from community.casework.casework_errors import NotFound
from community.casework.display_names import named
from community.casework.message_queue import may_go
from community.casework.resident_identity import resident_in
from community.casework.visibility import row_type_of
from community.casework.worklist.worklist_item import WorklistItem, has_number_to_ring, people, told
from community.casework.worklist.worklist_view import View
from community.tables import TABLES
from community.tables.canonical import moment
from community.tables.column import ANY_TABLE
from community.tables.row import TableRow
from community.tables.row_types import (
    BookingRow,
    HelpRequestRow,
    MatchRow,
    MessageRow,
    NeedRow,
    OrganisationRow,
    ResidentRow,
    RowWithHub,
    RowWithName,
    VolunteerRow,
)
from community.tables.vocabulary import LineKind


def of_need(view: View, need: NeedRow, kind: LineKind, title: str) -> WorklistItem:
    """A line about a need, which has waited since somebody asked."""
    asked = need.asked_at or need.at
    due = view.promise(asked, need.urgency)
    telephone = view.telephone(ResidentRow, need.resident_id)
    return WorklistItem(need.id, "needs", kind, title, moment(asked), due, told(need.urgency), hub=need.hub,
                telephone=telephone, who=people(need.resident_id))  # fmt: skip


def of_match(
    view: View,
    match: MatchRow,
    need: NeedRow,
    kind: LineKind,
    words: str,
    whom: tuple[type[ResidentRow | VolunteerRow], str],
) -> WorklistItem:
    """A line about somebody to ring: `whom` is their table and id."""
    due = view.promise(match.changed_at, need.urgency)
    volunteer = named(view.visible, match.volunteer_id) or "the volunteer"
    resident = named(view.visible, need.resident_id) or "the resident"
    telephone = view.telephone(*whom)
    if kind == LineKind.NOT_RUNG and not has_number_to_ring(telephone):
        words = words.replace("Ring", "Get in touch with")
    title = f"{words.format(volunteer=volunteer, resident=resident)}: {view.task(need.task_type)}"
    return WorklistItem(match.id, "matches", kind, title, moment(match.changed_at), due, told(need.urgency),
                hub=need.hub, telephone=telephone, who=people(whom[1]))  # fmt: skip


def message_may_go(view: View, message: MessageRow) -> bool:
    """Whether the message is still to be sent: see `may_go`."""
    reader = view.reader.get(row_type_of(message.to_whom), message.to_whom)
    back = reader.hold_until if isinstance(reader, VolunteerRow) else None
    return may_go(view.reader, message, view.now_until(back))


def who_asks(request: HelpRequestRow) -> str:
    """The key by which the person of a request is counted: the resident's id, or what they told before there is one.

    It is never shown. Two requests from one telephone number under one name count as one person's.
    """
    if request.resident_id:
        return str(request.resident_id)
    person = resident_in(request)
    if person is None or person.name is None:
        return str(request.id)
    where = next((each.form for each in person.numbers), None) or next(iter(person.emails), person.postcode)
    return f"{where} {' '.join(sorted(person.name.folded))}" if where else str(request.id)


def whom(view: View, record_id: str | None) -> frozenset[str]:
    """The key by which the person behind a record is counted; empty where the record is out of sight."""
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
    """The telephone number on a record, or on the record that it is about."""
    row = _seen(view, record_id)
    if row is None:
        return None
    if isinstance(row, BookingRow):
        return view.number(row)
    if TABLES[row.table].about:
        return next(filter(None, (number_of(view, row[column]) for column in TABLES[row.table].about)), None)
    return view.number(row) if isinstance(row, HelpRequestRow | VolunteerRow | ResidentRow | OrganisationRow) else None


def hub_of(view: View, record_id: str | None) -> str | None:
    """The hub that a record belongs to."""
    row = _seen(view, record_id)
    if row is None:
        return None
    owner = TABLES[row.table].owner
    if isinstance(row, RowWithHub):
        return row.hub
    return hub_of(view, row[owner]) if owner else None


def known_by(view: View, record_id: str | None) -> str | None:
    """The name on the record, or the kind of help: the words by which a person knows it."""
    row = _seen(view, record_id)
    if isinstance(row, NeedRow):
        return view.task(row.task_type)
    return row.name if isinstance(row, RowWithName) else None


def _seen(view: View, record_id: str | None) -> TableRow[Any, Any] | None:
    try:
        return view.visible.get(row_type_of(record_id or ""), record_id or "")
    except NotFound:
        return None
