"""A snapshot that remembers the rows it has read, for a look over the whole book in which many lines ask for the same.

The list of what waits in a county names some thousands of people. To ask the database for each of them alone takes
several times as long as to ask for them together.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from community.book import Reader, Row, Where, among
from community.casework.casework_errors import NotFound
from community.casework.hub_tables import OF_HUB, PEOPLE, WITH_HUB, is_about_anything
from community.casework.kept_sets import KeptSets
from community.casework.noted_reads import NotedReader, Notes, key
from community.casework.protected_addresses import protected_records
from community.casework.user import User, WorkContext
from community.casework.visibility import OUT_OF_SIGHT, SHOWN, Visibility
from community.tables import TABLES
from community.tables.row import TableRow
from community.tables.row_types import ROW_TYPES, ColumnName, MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import LIVE

R = TypeVar("R", bound=TableRow[Any, Any])


class OneLook(NotedReader):
    """What the book said at one moment, each row of it read once."""

    def __init__(self, connection: sa.Connection) -> None:
        """Wrap a connection that is inside a transaction that only reads."""
        super().__init__(connection)
        self._found: dict[str, dict[str, Row | None]] = defaultdict(dict)
        self._groups: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(dict)
        self._token: str | None = None

    def token(self) -> str:
        """See `Reader.token`."""
        if self._token is None:
            self._token = super().token()
        return self._token

    def find(self, table: str, record_id: str) -> Row | None:
        """See `get`."""
        known = self._found[table]
        if record_id not in known:
            with self.unnoted():
                known[record_id] = super().find(table, record_id)
        self.note(key(table, "id", record_id))
        return known[record_id]

    def select(
        self, table: str, where: Where | None, order: str | None, limit: int | None, columns: Where | None
    ) -> list[Row]:
        """See `rows`. Rows that are read whole are remembered."""
        found = super().select(table, where, order, limit, columns)
        if columns is None:
            self._found[table].update((row.id, row) for row in found)
        return found

    def of(self, table: type[R], column: str, value: str | None) -> list[R]:
        """All rows that hold this in this column, the oldest first; none for nothing."""
        if value is None:
            return []
        groups = self._groups[table.TABLE, column]
        if value not in groups:
            self.read_ahead_of(table, column, [value])
        found = groups[value]
        self.note(key(table.TABLE, column, value), *(key(table.TABLE, "id", row.id) for row in found))
        return cast(list[R], found)

    def read_ahead(self, table: type[R] | str, ids: Iterable[str | None]) -> None:
        """Read these rows together, so that asking for each of them later costs nothing."""
        name = table if isinstance(table, str) else table.TABLE
        known = self._found[name]
        missing = sorted({one for one in ids if one} - known.keys())
        if missing:
            known.update(dict.fromkeys(missing))
            with self.unnoted():
                self.select(name, lambda c: [among(c.id, missing)], None, None, None)

    def read_ahead_of(self, table: type[R], column: str, values: Iterable[str | None]) -> list[R]:
        """Read together, and return, all rows that hold one of these in this column: see `of`."""
        groups = self._groups[table.TABLE, column]
        wanted = {one for one in values if one}
        missing = sorted(wanted - groups.keys())
        if missing:
            groups.update((one, []) for one in missing)
            with self.unnoted():
                for row in self.select(table.TABLE, lambda c: [among(c[column], missing)], "at", None, None):
                    groups[row[column]].append(row)
        return cast(list[R], [row for one in wanted for row in groups[one]])


class OneView(Visibility):
    """One user's view of one moment of the book, in which each row is looked at once.

    What is in sight of a coordinator is found out for each record alone, so that each line depends on a few rows.
    """

    def __init__(self, look: OneLook, user: User, sets: KeptSets | None = None) -> None:
        """Look at a snapshot as this user; `sets`: what earlier looks worked out and still holds."""
        super().__init__(look, user)
        self.look = look
        self._sets = sets if sets is not None else KeptSets()
        self._shown: dict[tuple[str, str], tuple[TableRow[Any, Any] | None, Notes]] = {}

    def get(self, table: type[R], record_id: str) -> R:
        """See `Visibility.get`."""
        one = (table.TABLE, record_id)
        if one not in self._shown:
            with self.look.noting() as notes:
                try:
                    found: R | None = super().get(table, record_id)
                except NotFound:
                    found = None
            self._shown[one] = (found, notes)
        row, notes = self._shown[one]
        self.look.note_all(notes)
        if row is None:
            raise NotFound(OUT_OF_SIGHT)
        return cast(R, row)

    def find(self, table: type[R], record_id: str | None) -> R | None:
        """The row as `get` gives it; None where there is none, or it is out of sight."""
        try:
            return self.get(table, record_id or "")
        except NotFound:
            return None

    def of(self, table: type[R], column: str, value: str | None) -> list[R]:
        """The rows within sight that hold this in this column, as `get` gives them, the oldest first."""
        rows = self.look.of(table, column, value)
        return [each for row in rows if (each := self.find(table, row.id)) is not None]

    def read_ahead(self, table: type[R] | str, ids: Iterable[str | None]) -> None:
        """Read these rows together, so that asking for each of them later costs nothing."""
        self.look.read_ahead(table, ids)

    def is_in(self, name: str, make: Callable[[Reader], Iterable[str]], members: Iterable[str]) -> bool:
        """Whether the set of this name, which `make` makes of the book, holds one of these."""
        return self._sets.holds(name, make, members, self.look)

    def _is_own_volunteer(self, record_id: str) -> bool:
        row = self.reader.get(VolunteerRow, record_id)
        return row is not None and row.hub is not None and row.hub == self.user.hub

    def _is_rung(self, volunteer_id: str) -> bool:
        return any(match.status in LIVE for match in self._matches_here(volunteer_id))

    def _matches_here(self, volunteer_id: str) -> Iterator[MatchRow]:
        """The matches of this volunteer for needs of the coordinator's hub."""
        for match in self.look.of(MatchRow, "volunteer_id", volunteer_id):
            if match.need_id and self._has_to_do(NeedRow.TABLE, match.need_id):
                yield match

    def _has_to_do(self, table: str, record_id: str) -> bool:
        row, hub = self.reader.get(table, record_id), self.user.hub
        if row is None or hub is None:
            return False
        if table in WITH_HUB:
            return row[ColumnName.HUB] == hub or (table in PEOPLE and self._has_to_do_with(table, record_id))
        owner = TABLES[table].owner
        if owner is None:
            return False
        if is_about_anything(table):
            return self._is_ours(row[owner])
        whose = str(TABLES[table][owner].refers_to)
        above = row[owner]
        if not above:
            return False
        return self._is_own_volunteer(above) if whose == VolunteerRow.TABLE else self._has_to_do(whose, above)

    def _has_to_do_with(self, people: str, record_id: str) -> bool:
        """Whether somebody of another hub, or of none, is proposed, matched or asked for in the coordinator's."""
        if people == VolunteerRow.TABLE:
            return any(match.status in SHOWN for match in self._matches_here(record_id))
        return any(
            row[ColumnName.HUB] == self.user.hub
            for table in OF_HUB
            for column in TABLES[table].belongs_to
            if column.refers_to == people
            for row in self.look.of(ROW_TYPES[table], column.name, record_id)
        )

    def _note_home(self, row: Row) -> None:
        pass  # kept for all records, below

    def _is_protected(self, table: str, record_id: str) -> bool:
        return self.is_in(f"protected {table}", partial(protected_records, table=table), [record_id])


@contextmanager
def looking_once(context: WorkContext) -> Iterator[OneView]:
    """A snapshot of the book as this user sees it, for a look over the whole of it."""
    with context.book.reading() as reader:
        yield OneView(OneLook(reader.connection), context.user)
