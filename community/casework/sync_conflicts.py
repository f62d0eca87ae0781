"""Changes from the spreadsheet or another machine that came too late: shown until a person settles them with a reason.

A change that did not hold when it arrived stays in the book, marked, and changes nothing (docs/architecture.md, law 2).
Settling it overwrites nothing. It adds a contact about the record, whose id follows from the late change's id. The
conflict counts as settled while that contact stands, so an undo brings the question back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Literal, get_args

from community.book import Action, ChangeRow, Row, Stale, among
from community.casework.casework_errors import NotFound, NotNow
from community.casework.record_corrections import NOT_OURS, may_correct, put_right
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, hidden, looking
from community.tables import TABLES, ids
from community.tables import canonical as canon
from community.tables.row_types import ROW_TYPES, ContactRow, ContactValues, RowWithHub, RowWithName
from community.tables.statuses import ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay

Choice = Literal["theirs", "ours"]
_GONE = "There is no such question, or it belongs to another hub."


@dataclass(frozen=True)
class Conflict:
    """One change that came too late. `theirs` is its value, `ours` the book's; None stands for nothing.

    `by` is who made it (`sheet` for what was typed into a cell). `known` tells whether the record is still in sight;
    `takeable`, whether this person may let the late value stand.
    """

    id: str
    table: str
    record_id: str
    field: str
    at: str
    by: str
    theirs: str | None = attribute(repr=False)
    ours: str | None = attribute(repr=False)
    who: str | None = attribute(repr=False)
    hub: str | None
    known: bool
    takeable: bool


def conflicts(context: WorkContext) -> list[Conflict]:
    """All conflicts within sight that wait to be settled, the oldest first."""
    with looking(context) as visible:
        return unsettled(context, visible)


def unsettled(context: WorkContext, visible: Visibility) -> list[Conflict]:
    """The conflicts to settle at this moment of the book. A late change that agrees with the book by now is none."""
    late = visible.reader.changes(where=lambda c: [c.conflict.is_not(None)])
    if not late:
        return []
    settled = _settled(visible, late)
    found = (_conflict(context, visible, change) for change in late if change.id not in settled)
    return [each for each in found if each is not None and (not each.known or each.theirs != each.ours)]


def settle_conflict(
    context: WorkContext, change_id: str, choice: Choice | None, *, seen: str | None, reason: str
) -> Action:
    """Settle a conflict, with a reason: `ours` leaves the book as it is, `theirs` puts the late value into it.

    Raises NotFound when it is settled already or out of sight, Stale when the book no longer says what they saw, and
    NotNow without a choice or a reason, or where the late value must not simply be put in.
    """
    because = canon.text(reason)

    def work(unit: UnitOfWork) -> None:
        found = next((each for each in unsettled(context, unit.visible) if each.id == change_id), None)
        if found is None:
            raise NotFound(_GONE)
        if choice not in get_args(Choice):
            raise NotNow("Say which is right. Nobody decides it for you.")
        if because is None:
            raise NotNow("Say in a few words why.")
        if found.ours != seen:
            raise Stale(found.table, found.record_id, found.field, found.ours)
        if choice == "theirs":
            if not found.takeable:
                raise NotNow("This can’t simply be put in. Keep what the book says, then do it again on its page.")
            row = unit.take(ROW_TYPES[found.table], found.record_id)
            put_right(unit, row, found.field, _value(found))
        note: ContactValues = {
            "about": found.record_id,
            "way": ContactWay.SHEET,
            "outcome": ContactOutcome.NOTE,
            "words": because,
            "status": ContactStatus.DEALT_WITH,
        }
        unit.add(ContactRow, note, id=mark(change_id))

    return do(context, Verb.SETTLE, work, because)[0]


def mark(change_id: str) -> str:
    """The id of the contact that settles this late change: the same on every machine."""
    return ids.derive(TABLES["contacts"].letter, "settled", change_id)


def _settled(visible: Visibility, late: Sequence[Row]) -> set[str]:
    """The late changes that somebody has settled, also for users who may not see the contact that settled them."""
    marks = {mark(change.id): change.id for change in late}
    found = visible.reader.rows(ContactRow, lambda c: [among(c.id, marks)], order=None, columns=lambda c: (c.id,))
    return {marks[row.id] for row in found}


def _conflict(context: WorkContext, visible: Visibility, change: ChangeRow) -> Conflict | None:
    table, record_id, name = change.record_table, change.record_id, change.field
    if table not in TABLES or not visible.keeps_record(table, record_id):
        return None
    row = visible.reader.get(table, record_id)
    shown = row if row is not None else visible.reader.received(table, record_id)
    column = "extra" if name.startswith("extra.") else name
    if shown is None or column in visible.unseen(table, record_id):
        return None
    return Conflict(
        id=change.id,
        table=table,
        record_id=record_id,
        field=name,
        at=change.at,
        by=change.by,
        theirs=change.now,
        ours=canon.as_text(row[name]) if row is not None and name != "void" else None,
        who=shown.name if isinstance(shown, RowWithName) and "name" not in hidden(table, context.user.role) else None,
        hub=shown.hub if isinstance(shown, RowWithHub) else None,
        known=row is not None,
        takeable=row is not None and _may_take(context, table, name),
    )


def _may_take(context: WorkContext, table: str, name: str) -> bool:
    """Whether a late value may be put into this field: if it is told or correctable; a status or hub has actions."""
    if name.startswith("extra."):
        return True
    column = TABLES[table].by_name.get(name)
    told = column is not None and column.origin == "told" and name not in NOT_OURS
    return told or may_correct(context, table, name)


def _value(found: Conflict) -> object:
    if found.field.startswith("extra."):
        return canon.answer(found.theirs)
    return canon.of(TABLES[found.table][found.field], found.theirs)
