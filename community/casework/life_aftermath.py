"""What an event of a life would do, counted and named from its unit of work: it is read before it is done."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from community.casework.consequences import AtStake, match_at_stake
from community.casework.display_names import named
from community.casework.life_frame import ended
from community.casework.people_lookup import alike
from community.casework.record_history import change_words
from community.casework.unit_of_work import UnitOfWork
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking, row_type_of
from community.identity import people_in
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.row import ChangeRow
from community.tables.row_types import (
    ColumnName,
    ContactRow,
    DoorKeyRow,
    LoanRow,
    MatchRow,
    MessageRow,
    NeedRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import GONE, ContactStatus, DoorKeyStatus, LoanStatus

_THEMSELVES = frozenset({"resident", "volunteer"})
"""The parts of a record that are about the person themselves, and not about whom to ring for them."""
_COUNTED = frozenset({"status", "closed_reason", "ended_reason", "hold_until", "extra"})
"""What is counted, or said by the matches that end, and not written out."""
_SILENT = frozenset({"died_on", "moved_on"})


@dataclass(frozen=True)
class Aftermath:
    """What ends, begins and waits by an event, and who is to be told, as far as the user may read it."""

    matches: tuple[AtStake, ...] = ()
    needs: int = 0
    """So many needs are closed."""
    waits: int = 0
    """So many needs, or volunteers, wait until a day."""
    opened: int = 0
    """So many needs are new."""
    visits: int = 0
    messages: int = 0
    """So many messages wait to go, and stay here."""
    calls: int = 0
    """So many calls stand on Today, and come off it."""
    to_tell: tuple[str, ...] = field(default=(), repr=False)
    """Names of the people who are put on Today, to be told by telephone."""
    lines: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """By name, the words of each line that is put on Today."""
    written: tuple[str, ...] = field(default=(), repr=False)
    """What is written down in records, in words."""
    lent: int = 0
    """So many things of ours that are still with them."""
    keys: int = 0
    """So many keys to their door, or codes, that we have, and keys to others' doors that they have."""
    say: str | None = field(default=None, repr=False)
    """What may be said to whoever is to be told."""
    also: tuple[str, ...] = ()
    """Records of the other kind, of a resident who also volunteers or the reverse, who may be the same person."""


def aftermath(context: WorkContext, unit: UnitOfWork, record_id: str) -> Aftermath:
    """What this unit of work would do, for the record that the event befalls."""
    moved = Counter(change.table for change in unit.changes.values() if change.field == ColumnName.STATUS)
    with looking(context) as visible:
        calls = list(_calls(visible, unit))
        names = tuple(dict.fromkeys(name for name, _ in calls))
        rows = [row for one in ended(unit) if (row := visible.reader.get(MatchRow, one)) is not None]
        return Aftermath(
            tuple(match_at_stake(visible, row) for row in rows),
            needs=moved[NeedRow.TABLE],
            waits=sum(c.field == ColumnName.HOLD_UNTIL and c.now is not None for c in unit.changes.values()),
            opened=sum(row.table == NeedRow.TABLE for row in unit.appends),
            visits=moved[VisitRow.TABLE],
            messages=moved[MessageRow.TABLE],
            calls=moved[ContactRow.TABLE],
            to_tell=names,
            lines=tuple(calls),
            written=tuple(_written(visible, unit)),
            lent=visible.reader.count(LoanRow, lambda c: [c.resident_id == record_id, c.status == LoanStatus.OUT]),
            keys=visible.reader.count(
                DoorKeyRow,
                lambda c: [(c.resident_id == record_id) | (c.held_by == record_id), c.status == DoorKeyStatus.HELD],
            ),
            also=_also(visible, record_id),
        )


def _calls(visible: Visibility, unit: UnitOfWork) -> Iterator[tuple[str, str]]:
    for row in unit.appends:
        if row.table == ContactRow.TABLE and row.values.get(ColumnName.STATUS) == ContactStatus.OPEN:
            who = row.values.get(ColumnName.WITH_WHOM)
            name = named(visible, str(who)) or "somebody in another hub" if who else "us"
            yield name, str(row.values[ColumnName.WORDS])


def _written(visible: Visibility, unit: UnitOfWork) -> Iterator[str]:
    """What is set in records, as the history will say it; nothing of columns that this user may not read."""
    for change in unit.changes.values():
        column = TABLES[change.table].by_name.get(change.field)
        unseen = visible.unseen(change.table, change.id)
        if column is None or change.field in _COUNTED | _SILENT | unseen:
            continue
        was, now = (canon.of(column, value) for value in (change.was, change.now))
        if was != now and column.kind not in {"ref", "refs"}:
            row = {"table": change.table, "record_id": change.id, "field": change.field}
            yield change_words(ChangeRow("changes", row | {"was": _text(was), "now": _text(now)}), shown=True)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _also(visible: Visibility, person_id: str) -> tuple[str, ...]:
    """The records of the other kind by nearly this name, with the same number or home, that still go on."""
    row = visible.get(row_type_of(person_id), person_id)
    if not isinstance(row, ResidentRow | VolunteerRow):
        return ()
    other = ResidentRow.TABLE if isinstance(row, VolunteerRow) else VolunteerRow.TABLE
    person = next((each for each in people_in(row.table, row) if each.part in _THEMSELVES), None)
    return tuple(
        each.row.id
        for each in (alike(visible.reader, person, [other]) if person else ())
        if each.part in _THEMSELVES and each.likeness.near_name and visible.sees(each.row) and not is_gone(each.row)
    )


def is_gone(person: object) -> bool:
    """Whether this person is not to be told any more: they have died, or have left us."""
    if isinstance(person, VolunteerRow) and person.status in GONE:
        return True
    return not isinstance(person, ResidentRow | VolunteerRow) or person.died_on is not None
