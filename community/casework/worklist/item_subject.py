"""Whom a record is about: what they are counted by, their number and their hub, as far as whoever looks may read it."""

from community.book import Row
from community.casework.casework_errors import NotFound
from community.casework.contact_log import table_of
from community.casework.resident_identity import resident_in
from community.casework.worklist.worklist_item import View, number, people


def who_asks(request: Row) -> str:
    """What the person of a request is counted by: the resident's id, or before there is one what they told.

    It is never shown. Two requests from one telephone number under one name are one person's.
    """
    if request["resident_id"]:
        return str(request["resident_id"])
    person = resident_in(request)
    if person is None or person.name is None:
        return str(request["id"])
    where = next((each.form for each in person.numbers), None) or next(iter(person.emails), person.postcode)
    return f"{where} {' '.join(sorted(person.name.folded))}" if where else str(request["id"])


def whom(view: View, record_id: str | None) -> frozenset[str]:
    """What the person behind a record is counted by; empty where it is out of sight."""
    row = _seen(view, record_id)
    if row is None:
        return frozenset()
    match row.table:
        case "help_requests":
            return people(who_asks(row))
        case "needs" | "pairs":
            return people(row["resident_id"] or row["id"])
        case "matches" | "checks" | "visits":
            return people(row["volunteer_id"])
        case "contacts":
            return whom(view, row["with_whom"]) or whom(view, row["about"])
    return people(row["id"])


def number_of(view: View, record_id: str | None) -> str | None:
    """The telephone number on a record, or on the one that it is about."""
    row = _seen(view, record_id)
    if row is None:
        return None
    match row.table:
        case "needs":
            return number_of(view, row["resident_id"])
        case "matches":
            return number_of(view, row["volunteer_id"])
    return number(row) if "telephone" in row else None


def hub_of(view: View, record_id: str | None) -> str | None:
    """The hub that a record belongs to."""
    row = _seen(view, record_id)
    if row is None:
        return None
    found: str | None = hub_of(view, row["need_id"]) if row.table == "matches" else row.get("hub")
    return found


def _seen(view: View, record_id: str | None) -> Row | None:
    try:
        return view.visible.get(table_of(record_id or ""), record_id or "")
    except NotFound:
        return None
