"""Joining two records of one person: a person decides what stays, field by field, and an undo parts them again.

All that names the second record names the first from then on. The second is void, and says into which it was joined:
so whoever is erased or asks for their data is found whole.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from community.book import VOID, Change, Reader, Stale, merged_into
from community.book import Action as BookAction
from community.casework.casework_errors import NotAllowed, NotNow
from community.casework.closing import matches_of, stop_match
from community.casework.concern_caution import SPEAK_FIRST, is_cautioned
from community.casework.merge_fields import WARNS, Choices, merged
from community.casework.permissions import check_user_can, user_can_see_hub
from community.casework.policies import holding
from community.casework.unit_of_work import UnitOfWork, do, would_do
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking, row_type_of
from community.casework.volunteer_offers import capacity
from community.casework.volunteer_steps import check_ready
from community.tables import TABLES, Column, table_of
from community.tables.canonical import as_text, split
from community.tables.column import ANY_TABLE
from community.tables.ids import check, derive
from community.tables.row import TableRow
from community.tables.row_types import (
    ColumnName,
    LoanRow,
    MatchRow,
    NeedRow,
    OrganisationRow,
    PairRow,
    PairValues,
    ReferralRow,
    ResidentRow,
    VolunteerRow,
)
from community.tables.statuses import GOING_ON, GONE, LIVE, MatchStatus, NeedStatus, VolunteerStatus
from community.tables.verbs import Verb
from community.wording import first_lower, joined

_JOINABLE = frozenset(kind.TABLE for kind in (ResidentRow, VolunteerRow, OrganisationRow))
_SEALED = frozenset({"concerns", "erasures"})


def merge(
    context: WorkContext, first_id: str, second_id: str, *, seen: Mapping[str, str], chosen: Choices
) -> BookAction:
    """Join the second record to the first, which stays. `seen`: when each was last changed, as the user saw it.

    Raises Stale where one of the two was changed meanwhile, NotAllowed for another hub's record or a protected address,
    and NotNow where the two can't be one: of two kinds, one of them died, or both have a place of the same need.
    """
    return do(context, Verb.MERGE, lambda unit: _join(unit, first_id, second_id, seen, chosen))[0]


def foresee_merge(context: WorkContext, first_id: str, second_id: str) -> dict[str, int]:
    """By table, how many records that belong to the second would belong to the first. Raises as `merge` does."""
    unit = would_do(context, Verb.MERGE, lambda unit: _join(unit, first_id, second_id, {}, {}))
    moved = {(table, one) for table, one, _ in unit.changes if one not in {first_id, second_id}}
    return dict(Counter(table for table, _ in moved))


def joined_to(context: WorkContext, record_id: str) -> str | None:
    """The record to which this one was joined, where it is within sight; None for any other."""
    with looking(context) as visible:
        kind = row_type_of(record_id)
        first = merged_into(visible.reader.connection, kind.TABLE, record_id)
        row = visible.reader.get(kind, first) if first else None
        return row.id if row is not None and visible.sees(row) else None


def _join(unit: UnitOfWork, first_id: str, second_id: str, seen: Mapping[str, str], chosen: Choices) -> None:
    kind = row_type_of(first_id)
    if kind not in (ResidentRow, VolunteerRow, OrganisationRow) or row_type_of(second_id) is not kind:
        raise NotNow("Two residents are joined, two volunteers or two organisations. Somebody who is both stays two.")
    if first_id == second_id:
        raise NotNow("This is the same record.")
    first, second = unit.take(kind, first_id), unit.take(kind, second_id)
    for row in (first, second):
        if row.id in seen and row.changed_at != seen[row.id]:
            raise _changed(unit.reader, row)
        _check_yours(unit.visible, row)
    if first.get(ColumnName.DIED_ON) != second.get(ColumnName.DIED_ON):
        raise NotNow(
            "One record says that they have died. Write it down in the other, or undo it, before you join them."
        )
    values = merged(first, second, chosen)
    for name, value in values.items():
        unit.set_by_name(first, name, value)
    _add_answers(unit, first, second)
    if isinstance(first, VolunteerRow):
        _check_volunteer(unit, VolunteerRow.of({**first, **values}), second.id)
    if isinstance(first, ResidentRow):
        _move_needs(unit, ResidentRow.of({**first, **values}), second.id)
    _follow(unit, first, second)
    unit.changes[second.table, second.id, VOID] = Change(second.table, second.id, VOID, None, first.id)


def _changed(reader: Reader, row: TableRow[Any, Any]) -> Stale:
    last = reader.changes(table=row.table, record_id=row.id, newest_first=True, limit=1)
    field = last[0].field if last else "status"
    return Stale(row.table, row.id, field, None)


def _check_yours(visible: Visibility, row: TableRow[Any, Any]) -> None:
    if row.table == OrganisationRow.TABLE:
        check_user_can(visible.user, Verb.APPROVE_ORGANISATION)
    elif row.get(ColumnName.HUB) and not user_can_see_hub(visible.user, row[ColumnName.HUB]):
        raise NotAllowed("One of them belongs to another hub: ask its coordinator, or the director.")
    if visible.closed_home(row.table, row.id):
        raise NotAllowed("An address is protected: only the safeguarding lead joins or parts these two.")
    if is_cautioned(visible.reader, row):
        raise NotNow(f"{SPEAK_FIRST}.")


def check_after_parting(visible: Visibility, action_id: str) -> None:
    """Look at the book after an undo: whoever it parts, or joins again, must be theirs as for a join.

    Raises NotAllowed, and NotNow where one of the two would be without a warning that came while they were one: nobody
    can tell about which of the two it was.
    """
    for change in visible.reader.changes(action=action_id, where=lambda c: [c.field == VOID, c.conflict.is_(None)]):
        table, second, first = change.record_table, change.record_id, change.now or change.was or ""
        if table not in _JOINABLE or table_of(check(first)) != table:
            continue
        if visible.reader.get(table, first) is None:
            raise NotNow("The one that stays was joined to another since. Undo that first.")
        for one in (first, second):
            row = visible.reader.get(table, one) or visible.reader.received(table, one)
            if isinstance(row, TableRow):
                _check_yours(visible, row)
        if change.now and (since := _warnings_since(visible.reader, table, first, change.at)):
            raise NotNow(
                f"Since they were joined this was written down: {joined(since)}. Ask whom of the two it is about. "
                "Undo that first, part the two, and write it down for the right one."
            )


def _warnings_since(reader: Reader, table: str, first_id: str, at: str) -> list[str]:
    """What warns of the one that stays, or protects them, and was not there when the two were joined, in words."""
    row, then = reader.get(table, first_id), dict[str, str | None]()
    fields = [c for c in TABLES[table].columns if c.name in WARNS]
    later = reader.changes(
        table=table, record_id=first_id,
        where=lambda c: [c.at > at, c.field.in_([each.name for each in fields]), c.conflict.is_(None)],
    )  # fmt: skip
    for change in later:
        then.setdefault(change.field, change.was)
    found = []
    for column in fields:
        if row is not None and column.name in then:
            now, was = as_text(row[column.name]), then[column.name]
            more = set(split(now)) - set(split(was)) if column.kind in {"codes", "refs"} else now and now != was
            found += [first_lower(column.means)] if more else []
    return found


def _add_answers(unit: UnitOfWork, first: TableRow[Any, Any], second: TableRow[Any, Any]) -> None:
    """Add what the community asked besides and only the second record answers."""
    mine, theirs = (json.loads(row.get(ColumnName.EXTRA) or "{}") for row in (first, second))
    for name, answer in theirs.items():
        if name not in mine:
            field = f"{ColumnName.EXTRA}.{name}"
            unit.changes[first.table, first.id, field] = Change(first.table, first.id, field, None, answer)


def _check_volunteer(unit: UnitOfWork, whole: VolunteerRow, second_id: str) -> None:
    """Settle proposals for one need in both records. Raises NotNow where the two could not be one volunteer."""
    mine, theirs = (
        [m for m in matches_of(unit, volunteer_id=one) if _has_place(unit, m)] for one in (whole.id, second_id)
    )
    for match in theirs:
        for twin in (each for each in mine if each.need_id == match.need_id):
            proposed = next((m for m in (match, twin) if m.status == MatchStatus.PROPOSED), None)
            if proposed is not None:
                stop_match(unit, proposed, None)
            elif LIVE & {match.status, twin.status}:
                raise NotNow("Both records have a place of the same need. Call one of the two off first.")
    live = sum(unit.status(match) in LIVE for match in (*mine, *theirs))
    if live > capacity(whole, 0):
        raise NotNow("Together they help more people than they can in a week. Put right first how many that is.")
    if live and whole.status in GONE:
        raise NotNow("The record that would stays has left, and the other helps. Keep the other one.")
    if whole.status == VolunteerStatus.READY:
        check_ready(whole)


def _has_place(unit: UnitOfWork, match: MatchRow) -> bool:
    """Whether the match has a place of its need, or is proposed for one. Nothing is left of a need that was erased."""
    if match.status in GOING_ON or not match.need_id:
        return match.status in GOING_ON
    return match.status in holding(unit.read(NeedRow, match.need_id))


def _move_needs(unit: UnitOfWork, whole: ResidentRow, second_id: str) -> None:
    """Volunteers go where the resident lives: every open need has the place that stays."""
    needs = unit.reader.rows(NeedRow, lambda c: [c.resident_id.in_([whole.id, second_id]), c.status == NeedStatus.OPEN])
    for need in needs:
        for name in ("hub", "easting", "northing", "sector"):
            if whole[name] is not None and need[name] != whole[name]:
                unit.set_by_name(need, name, whole[name])


def _naming(unit: UnitOfWork, table: str, record_id: str) -> Iterator[tuple[TableRow[Any, Any], Column]]:
    """Every row that names this record of this table, with the column that does."""
    for other in TABLES.values():
        for column in other.columns:
            if other.name in _SEALED or column.refers_to not in (table, ANY_TABLE):
                continue
            name, several = column.name, column.kind == "refs"
            for row in unit.reader.rows(
                other.name,
                lambda c: [c[name].contains(record_id) if several else c[name] == record_id],  # noqa: B023
            ):
                if isinstance(row, TableRow):
                    yield row, column


def _follow(unit: UnitOfWork, first: TableRow[Any, Any], second: TableRow[Any, Any]) -> None:
    """Let all that names the second record name the first; a pair whose two know each other already becomes one."""
    for row, column in list(_naming(unit, first.table, second.id)):
        if isinstance(row, PairRow) and row.resident_id and row.volunteer_id:  # neither of them was erased
            _join_pair(unit, row, first, second)
        elif column.kind == "refs":
            unit.set_by_name(row, column.name, {first.id, *split(row[column.name])} - {second.id})
        else:
            unit.set_by_name(row, column.name, first.id)
            if isinstance(row, LoanRow | ReferralRow) and first[ColumnName.HUB] is not None:
                unit.set_by_name(row, ColumnName.HUB, first[ColumnName.HUB])  # who looks after them sees it


def _join_pair(unit: UnitOfWork, pair: PairRow, first: TableRow[Any, Any], second: TableRow[Any, Any]) -> None:
    """A pair's id follows from its two, so the pair is written anew under the first record, unless it is there."""
    resident, volunteer = (first.id if one == second.id else one for one in (pair.resident_id, pair.volunteer_id))
    own = derive("J", resident, volunteer)
    there = unit.reader.get(PairRow, own)
    if there is None:
        values: PairValues = {"since": pair.since, "next_check": pair.next_check, "ends_on": pair.ends_on}
        values |= {"cover_id": pair.cover_id}
        unit.add(PairRow, values | {"resident_id": resident, "volunteer_id": volunteer}, own)
    else:
        unit.set(there, "since", min(filter(None, [there.since, pair.since]), default=None))
        unit.set(there, "next_check", min(filter(None, [there.next_check, pair.next_check]), default=None))
    unit.changes[PairRow.TABLE, pair.id, VOID] = Change(PairRow.TABLE, pair.id, VOID, None, own)
    for row, column in _naming(unit, PairRow.TABLE, pair.id):
        unit.set_by_name(row, column.name, own)
