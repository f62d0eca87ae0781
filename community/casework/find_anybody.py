"""Finds anybody by what is typed of a name, number, street, postcode, id or email, as far as the user may see them.

The index is of everybody and only says whom to read. What is shown is each record as this user may see it, and only if
it still answers: nobody learns that a hidden number belongs to somebody.
"""

import gc
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from community.book import Reader, merged_into
from community.casework.board_cache import remembered
from community.casework.display_names import named
from community.casework.hub_tables import OF_NO_HUB, PEOPLE
from community.casework.people_lookup import best_found
from community.casework.permissions import granted
from community.casework.protected_addresses import protected_among
from community.casework.remembering_reads import OneLook, OneView
from community.casework.user import WorkContext
from community.identity import FOUND, Answer, Query, Whose, query, terms_of
from community.tables import ids, table_of
from community.tables.roles import Grant
from community.tables.row import Row, TableRow
from community.tables.row_types import (
    ROW_TYPES,
    ColumnName,
    ConcernRow,
    ContactRow,
    HelpRequestRow,
    OpportunityRow,
    OrganisationRow,
    ResidentRow,
    ServiceRow,
)

R = TypeVar("R", bound=TableRow[Any, Any])


class FindSight(OneView):
    """A view of one moment of the book for a search."""

    def among(self, table: type[R], ids: Collection[str]) -> list[R]:
        """Those of these records that are within sight, with hidden columns empty."""
        self.read_ahead(table, ids)
        return [row for one in ids if (row := self.find(table, one)) is not None]

    def guests(self) -> frozenset[str]:
        """The ids of people of another hub, or of none, whom a coordinator sees; none for others, who see everybody."""
        if not granted(self.user, Grant.SEE_OWN_HUB) or self.user.hub is None:
            return frozenset()
        return frozenset(one for people in PEOPLE for one in self._others(people))

    def _is_protected(self, table: str, record_id: str) -> bool:
        row = self.reader.get(table, record_id)
        return row is not None and bool(protected_among(self.reader, table, [row]))


MOST = 12
"""So many are shown at once."""
_LOOK, _STEP = 240, 20
"""So many records are read at the most, and so many at a time."""


@dataclass(frozen=True)
class FoundRecord:
    """A record that answers, as far as the user may see it."""

    row: Row = field(repr=False)
    whose: Whose
    """Whom in the record what was typed tells of: the resident, their emergency contact, whoever asked for them."""
    name: str | None = field(repr=False)
    """That person's name."""
    about: str | None = field(repr=False)
    """The name of whom the record is about, where that is somebody else."""
    asked_as: str | None = field(default=None, repr=False)
    """The other name under which a resident once asked for help, where it is by that one that they are found."""
    last: str | None = None
    """When there was a call, letter or message last."""


@dataclass(frozen=True)
class Found:
    """Who was found, the best first, and whether there are more than are shown."""

    records: tuple[FoundRecord, ...] = field(repr=False)
    more: bool = False


def find(context: WorkContext, typed: str) -> Found:
    """Whom the user may mean; nobody while too little is typed to tell."""
    asked = query(typed)
    if not asked:
        return Found(())
    with _looking(context) as visible:
        found: dict[str, FoundRecord] = {}
        for each in chain(_by_id(visible, typed), _answering(visible, asked, _within(context))):
            found.setdefault(each.row.id, each)
            if len(found) > MOST:
                break
        shown = tuple(found.values())[:MOST]
        return Found(_with_last_contact(visible, shown), more=len(found) > MOST)


def make_ready_to_find(context: WorkContext) -> threading.Thread:
    """Read everybody in the background, so that the first search need not wait for it."""
    reading = threading.Thread(target=_read_everybody, args=(context,), name="find", daemon=True)
    reading.start()
    return reading


def _read_everybody(context: WorkContext) -> None:
    # Whatever stands in the way, the first search meets it as well, and tells the person who searches.
    with suppress(Exception), context.book.reading() as reader:
        best_found(reader, query("nobody"), 1, lambda _one, _hub: False)
    # It stays for as long as the process runs: Python need not go through it again each time it looks for what can go.
    gc.collect()
    gc.freeze()


@contextmanager
def _looking(context: WorkContext) -> Iterator[FindSight]:
    with context.book.reading() as reader:
        yield FindSight(OneLook(reader.connection), context.user)


def _by_id(visible: FindSight, typed: str) -> Iterator[FoundRecord]:
    """A need, a match, a visit or the like, by its whole id; by that of a joined record, the one that stays.

    Concerns are not looked for.
    """
    known = ids.check(typed)
    table = table_of(known)
    if known is None or table is None or table == ConcernRow.TABLE:
        return
    first = merged_into(visible.reader.connection, table, known)
    if table in FOUND and first is None:
        return
    known = first or known
    for row in visible.among(ROW_TYPES[table], [known]):
        yield FoundRecord(row, "itself", named(visible, known), None)


def _within(context: WorkContext) -> Callable[[str, str | None], bool]:
    """Whether a record with this id and hub may be in the user's sight, before it is read and they are asked of it."""
    user = context.user
    whole = granted(user, Grant.SEE_EVERY_HUB)
    hub = user.hub if granted(user, Grant.SEE_OWN_HUB) else None

    def guests() -> frozenset[str]:
        with _looking(context) as visible:
            return visible.guests()

    beside = remembered(context, f"guests of {hub}", guests) if hub is not None else frozenset()

    def within(record_id: str, its_hub: str | None) -> bool:
        if whole or table_of(record_id) in OF_NO_HUB:
            return True
        return hub is not None and (its_hub == hub or record_id in beside)

    return within


def _answering(visible: FindSight, asked: Query, within: Callable[[str, str | None], bool]) -> Iterator[FoundRecord]:
    """Those that answer by what the user sees of them, in the order of that: a hidden street puts nobody first."""
    found = list(best_found(Reader(visible.reader.connection), asked, _LOOK, within).items())
    waiting: list[tuple[Answer, Row]] = []
    for start in range(0, len(found), _STEP):
        some = [one for one, _ in found[start : start + _STEP]]
        rows = {row.id: row for table in FOUND for row in visible.among(*_of(table, some))}
        answers = [(asked.answer(terms_of(rows[one].table, rows[one])), rows[one]) for one in some if one in rows]
        waiting += [(answer, row) for answer, row in answers if answer is not None]
        waiting.sort(key=_changed, reverse=True)
        waiting.sort(key=lambda each: each[0].rank)
        last, (rank, changed_at) = found[start : start + _STEP][-1]
        ready = [
            each for each in waiting
            if each[0].rank < rank or (each[0].rank == rank and _changed(each) >= (changed_at, last))
        ]  # fmt: skip
        yield from _told(visible, asked, ready)
        waiting = waiting[len(ready) :]
    yield from _told(visible, asked, waiting)


def _changed(each: tuple[Answer, Row]) -> tuple[str, str]:
    return each[1][ColumnName.CHANGED_AT], each[1].id


def _of(table: str, some: Iterable[str]) -> tuple[type[TableRow[Any, Any]], list[str]]:
    return ROW_TYPES[table], [one for one in some if table_of(one) == table]


def _told(visible: FindSight, asked: Query, answers: Sequence[tuple[Answer, Row]]) -> Iterator[FoundRecord]:
    """Each record once: a resident, and not each of their requests."""
    theirs = {row.resident_id for _, row in answers if isinstance(row, HelpRequestRow) and row.resident_id}
    known = {row.id: row for row in visible.among(ResidentRow, list(theirs))}
    for answer, row in answers:
        whose = _first(row, answer)
        resident = known.get(row.resident_id or "") if isinstance(row, HelpRequestRow) else None
        if resident is None or whose != "resident":
            name = _name(row, whose)
            about = None if whose in (_owner(row), "itself") else _name(row, _owner(row))
            yield FoundRecord(row, whose, name, about)
        else:
            answers_too = asked.answer(terms_of(ResidentRow.TABLE, resident)) is not None
            before = None if answers_too or row[_NAMES["resident"]] == resident.name else row[_NAMES["resident"]]
            yield FoundRecord(resident, "resident", resident.name, None, before)


_NAMES: dict[Whose, str] = {
    "resident": "name", "volunteer": "name", "referrer": "referrer_name", "guardian": "guardian_name",
    "emergency": "emergency_name", "contact": "contact_name",
}  # fmt: skip


def _owner(row: Row) -> Whose:
    if isinstance(row, ResidentRow | HelpRequestRow):
        return "resident"
    return "itself" if isinstance(row, OpportunityRow | OrganisationRow | ServiceRow) else "volunteer"


def _first(row: Row, answer: Answer) -> Whose:
    """Whom to name: the record's own person if it may be they, or if it is nobody in particular."""
    owner = _owner(row)
    if answer.whose == ("itself",):
        return "itself"
    return owner if owner in answer.whose or not answer.whose else answer.whose[0]


def _name(row: Row, whose: Whose) -> str | None:
    name: str | None = row.get(_NAMES.get(whose, "name"))
    if whose == "itself" and isinstance(row, HelpRequestRow):
        return name or row.referrer_name
    return name


def _with_last_contact(visible: FindSight, found: tuple[FoundRecord, ...]) -> tuple[FoundRecord, ...]:
    shown = [each.row.id for each in found if visible.keeps(each.row)]
    calls = visible.reader.rows(
        ContactRow,
        lambda c: [c.about.in_(shown) | c.with_whom.in_(shown)],
        columns=lambda c: (c.id, c.at, c.about, c.with_whom),
    )
    last = {who: call.at for call in calls for who in (call.about, call.with_whom) if who}
    return tuple(
        FoundRecord(each.row, each.whose, each.name, each.about, each.asked_as, last.get(each.row.id)) for each in found
    )
