"""Corrections of a record: fields that were told or written wrongly, and flags that a person has looked at."""

from typing import Any

from community.book import Action, Stale
from community.casework.casework_errors import NotAllowed, NotNow
from community.casework.closing import matches_of
from community.casework.first_visits import TWO, is_first_visit
from community.casework.identity_leaks import check_tells_nobody
from community.casework.offers import answer_sooner
from community.casework.permissions import user_can_see_hub
from community.casework.policies import holding
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import hidden, looking
from community.places import Place, what_follows
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import split
from community.tables.row import TableRow
from community.tables.row_types import ROW_TYPES, NeedRow, ResidentRow, RowWithFlags, RowWithHub, VolunteerRow
from community.tables.statuses import NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import REACHED_AT

DECIDED: dict[str, frozenset[str]] = {
    "volunteers": frozenset({"training", "avoids", "notes"}),
    "help_requests": frozenset({"notes", "consent_notes"}),
    "residents": frozenset({"prefers", "avoids", "notes"}),
    "needs": frozenset({"details", "urgency", "slots", "recurs", "people", "languages", "min_dbs"}),
    "organisations": frozenset({"notes"}),
}
"""Columns that we decide about and may simply be put right. Statuses, hubs and dates have actions of their own."""
NOT_OURS = frozenset({"extra", "channel", "for_whom", "consent"})
"""What a person agreed to, and how it came, is not ours to put right."""


def may_correct(context: WorkContext, table: str, field: str) -> bool:
    """Whether this person may correct this field of the table."""
    column = TABLES[table].by_name.get(field) if table in DECIDED else None
    if column is None or field in hidden(table, context.user.role) or field in NOT_OURS:
        return False
    return column.origin == "told" or field in DECIDED[table]


def correctable(context: WorkContext, row: TableRow[Any, Any]) -> frozenset[str]:
    """The columns of this record that this person may correct; a protected address is the safeguarding lead's."""
    with looking(context) as visible:
        closed = visible.closed_home(row.table, row.id)
    return frozenset(c.name for c in TABLES[row.table].columns if may_correct(context, row.table, c.name)) - closed


def correct(
    context: WorkContext, table: str, record_id: str, field: str, *, seen: object, now: object, as_it_is: bool = False
) -> Action:
    """Correct one field. A new postcode finds the place again, for the record and for all the resident's open needs.

    A telephone number or an email address that nothing reached is written to again once it is corrected or confirmed.

    Volunteers go where the resident lives, so another hub's need moves too. Raises NotAllowed for a field that is not
    theirs to change and for the postcode of another hub's resident; Stale when it no longer holds what they saw.
    """

    def work(unit: UnitOfWork) -> None:
        if not may_correct(context, table, field):
            raise NotAllowed("This field is not yours to change.")
        row = unit.take(ROW_TYPES[table], record_id)
        if field in unit.visible.closed_home(table, record_id):
            raise NotAllowed("Their address is protected: only the safeguarding lead puts it right.")
        column = TABLES[table][field]
        if canon.of(column, seen) != row[field]:
            raise Stale(table, record_id, field, row[field])
        value = canon.of(column, now)
        if column.words and set(split(str(value or ""))) - set(column.words):
            raise NotNow("Choose one of the words for this.")
        if isinstance(row, NeedRow) and field == "details" and not as_it_is:
            check_tells_nobody(unit.visible, row, str(value or ""))
        put_right(unit, row, field, value)

    return do(context, Verb.CORRECT, work)[0]


def put_right(unit: UnitOfWork, row: TableRow[Any, Any], field: str, value: object) -> None:
    """Set one field to the canonical form of a value, with all that follows from it: see `correct`."""
    if isinstance(row, NeedRow):
        _check_need(unit, row, field, value)
    unit.set_by_name(row, field, value)
    if isinstance(row, NeedRow) and field == "urgency":
        answer_sooner(unit, NeedRow.of({**row, field: value}))
    if field in REACHED_AT and isinstance(row, VolunteerRow | ResidentRow):
        unit.set_by_name(row, "unreached", set(split(row.unreached)) - {REACHED_AT[field]})
    if field == "postcode":
        hub = row.hub if isinstance(row, RowWithHub) else None
        if hub is not None and not user_can_see_hub(unit.context.user, hub):
            raise NotAllowed("This belongs to another hub: ask its coordinator, or the director.")
        _find_place(unit, row, str(value or ""))


def clear_flag(context: WorkContext, table: str, record_id: str, flag: str) -> Action:
    """Take a flag off: somebody has looked."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ROW_TYPES[table], record_id) if table in ROW_TYPES else None
        if not isinstance(row, RowWithFlags):
            raise NotNow("Such a record carries no flags.")
        unit.set_by_name(row, "flags", set(split(row.flags)) - {flag})

    return do(context, Verb.CLEAR_FLAG, work)[0]


def _check_need(unit: UnitOfWork, need: NeedRow, field: str, value: object) -> None:
    if need.status != NeedStatus.OPEN:
        raise NotNow("This need is closed.")
    if field == "people":
        held = sum(m.status in holding(need) for m in matches_of(unit, need_id=need.id))
        if not isinstance(value, int) or not max(held, 1) <= value <= 20:
            raise NotNow("It takes at least as many people as help already, and at most 20.")
        if value < TWO and is_first_visit(unit.reader, unit.context.settings, need):
            raise NotNow("Nobody goes alone on a first visit for this kind of help.")


def _find_place(unit: UnitOfWork, row: TableRow[Any, Any], postcode: str) -> None:
    """Set hub, point and sector from the postcode; the flags about the old one go."""
    if unit.context.places is None:
        return
    place = unit.context.places.find(postcode)
    _set_place(unit, row, place)
    if row.table == "residents":
        for need in unit.reader.rows(NeedRow, lambda c: [c.resident_id == row.id, c.status == NeedStatus.OPEN]):
            _set_place(unit, need, place)


def _set_place(unit: UnitOfWork, row: TableRow[Any, Any], place: Place) -> None:
    flags = split(row.flags) if isinstance(row, RowWithFlags) else ()
    for name, value in what_follows(row.table, place, flags).items():
        unit.set_by_name(row, name, value)
