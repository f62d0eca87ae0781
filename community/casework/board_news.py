"""Which needs and volunteers of the board a change of the book may concern: those whose rows are to be read again."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from community.book import NOW, Changed, Reader, among, by_ids
from community.tables import table_of
from community.tables.canonical import instant
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import MatchStatus, NeedStatus

MOST = 2_000
"""Needs or volunteers; beyond, the whole board is made anew."""
_POINT = {
    "matches": ("need_id", "volunteer_id"),
    "visits": ("need_id", "resident_id", "volunteer_id"),
    "pairs": ("resident_id", "volunteer_id"),
    "checks": ("volunteer_id",),
    "contacts": ("about", "with_whom"),
}
"""Tables whose rows count for the needs and volunteers that they name in these columns."""


@dataclass(repr=False)
class Concerned:
    """The ids of needs and volunteers that a change may concern; residents stand for their needs."""

    needs: set[str] = field(default_factory=set)
    volunteers: set[str] = field(default_factory=set)
    residents: set[str] = field(default_factory=set)

    def add(self, ids: Iterable[str | None]) -> None:
        """Note these records, whatever they are."""
        for one in ids:
            found = getattr(self, table_of(one) or "", None) if one else None
            if found is not None:
                found.add(one)


def concerned(
    reader: Reader, changed: Changed, before: datetime, now: datetime, *, keep_seen: bool
) -> Concerned | None:
    """Whose part of the board these changes and the time since `before` affect; None where that is too much to tell.

    `keep_seen`: whether it counts for the board that somebody has looked at a proposal.
    """
    if "weights" in changed.rows:
        return None
    found = Concerned()
    for table in ("needs", "volunteers", "residents", "kept_apart"):
        found.add(changed.rows.get(table, ()))
    named = ids_named_in(reader, changed, _POINT, but=_only_proposed(changed, keep_seen=keep_seen))
    if named is None:
        return None
    found.add(named)
    if before != now:
        _whose_wait_ended(reader, found, before, now)
    if len(found.volunteers) > MOST or len(found.residents) > MOST:
        return None
    found.needs |= _needs_of(reader, found.residents, found.volunteers)
    return None if len(found.needs) > MOST else found


def _only_proposed(changed: Changed, *, keep_seen: bool) -> Callable[[str, Any], bool]:
    """Whether a row is a match that is no more than proposed, and was no more before, if it was there.

    Such a match takes no place on the board, and nobody has refused it.
    """
    other = {change.record_id for change in changed.changes if keep_seen or change.field != "seen_at"}

    def only_proposed(table: str, row: Any) -> bool:
        here = table == MatchRow.TABLE and row.status == MatchStatus.PROPOSED and not (keep_seen and row.seen_at)
        return here and row.id not in other

    return only_proposed


def ids_named_in(
    reader: Reader,
    changed: Changed,
    point: Mapping[str, Collection[str]],
    but: Callable[[str, Any], bool] | None = None,
) -> set[str] | None:
    """The ids that the rows of these tables that changed name in these columns, or did before.

    Rows for which `but` says yes are passed over. None where a row was removed: it no longer says whom it named.
    """
    found: set[str | None] = set()
    for table, columns in point.items():
        ids = changed.rows.get(table, frozenset())
        rows = list(by_ids(reader.connection, NOW[table], list(ids)))
        if len(rows) < len(ids):
            return None
        found.update(getattr(row, column) for row in rows if but is None or not but(table, row) for column in columns)
    for change in changed.changes:
        if change.field in point.get(change.record_table, ()):
            found |= {change.was, change.now}
    return {one for one in found if one}


def _whose_wait_ended(reader: Reader, found: Concerned, before: datetime, now: datetime) -> None:
    """Add those whose wait (`hold_until`) ended in between."""
    for table in (NeedRow, VolunteerRow):
        rows = reader.rows(
            table,
            lambda c: [c.hold_until > instant(before), c.hold_until <= instant(now)],
            order=None,
            columns=lambda c: (c.id,),
        )
        found.add(row.id for row in rows)


def _needs_of(reader: Reader, residents: Collection[str], volunteers: Collection[str]) -> set[str]:
    """The open needs of these residents, and those for which these volunteers have a match: somebody may be away."""
    theirs = reader.rows(
        NeedRow, lambda c: [among(c.resident_id, residents)], order=None, columns=lambda c: (c.id, c.status)
    )
    helped = reader.rows(
        MatchRow, lambda c: [among(c.volunteer_id, volunteers)], order=None, columns=lambda c: (c.need_id,)
    )
    return {need.id for need in theirs if need.status == NeedStatus.OPEN} | {match.need_id for match in helped}
