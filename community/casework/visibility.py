"""What each user may read: rows by hub, columns by role. Pages read nothing except through here."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import Any, TypeVar

from community.book import Reader, Row, Where
from community.casework.casework_errors import NotFound
from community.casework.hub_tables import OF_HUB, OF_NO_HUB, PEOPLE, WITH_HUB, is_about_anything, rows_of_hub, rows_with
from community.casework.permissions import granted, on_duty, user_can_see_hub
from community.casework.protected_addresses import home_columns, protected_among, protected_records
from community.casework.user import User, WorkContext
from community.tables import TABLES, table_of
from community.tables.roles import DutyGrant, Grant, Role
from community.tables.row import TableRow
from community.tables.row_types import (
    ROW_TYPES,
    ColumnName,
    MatchRow,
    RowWithHub,
    VolunteerRow,
)
from community.tables.statuses import LIVE, MatchStatus

R = TypeVar("R", bound=TableRow[Any, Any])
OUT_OF_SIGHT = "There is no such record, or it belongs to another hub."
SHOWN = LIVE | {MatchStatus.PROPOSED, MatchStatus.COMPLETED}
"""A match of one of these statuses lets the coordinator of its need see the volunteer, from whichever hub."""
_OF_A_GUEST = frozenset({"id", "at", "by", "changed_at", "name", "sector", "hub", "status"})
"""What a coordinator sees of another hub's volunteer."""
_TO_RING = frozenset({"telephone", "not_safe", "safe_when", "say_instead", "emergency_name", "emergency_telephone"})
"""And this once they are to be rung: the number, how to be in touch safely, and whom to ring if something happens."""


@cache
def hidden(table: str, role: Role | None) -> frozenset[str]:
    """The columns that this role may not see."""
    return frozenset(c.name for c in TABLES[table].columns if c.see is None or role not in c.see)


class Visibility:
    """One user's view of one moment of the book."""

    def __init__(self, reader: Reader, user: User) -> None:
        """Look at a snapshot as this user."""
        self.reader, self.user = reader, user
        self._cached: dict[str, frozenset[str]] = {}
        self._protected: dict[str, bool] = {}
        self._found_matches: list[MatchRow] | None = None

    def get(self, table: type[R], record_id: str) -> R:
        """The row, with hidden columns empty. Raises NotFound when there is none, or it is out of sight."""
        row = self.reader.get(table, record_id)
        if row is None or not self.sees(row):
            raise NotFound(OUT_OF_SIGHT)
        self._note_home(row)
        return self._masked(row)

    def rows(
        self,
        table: type[R],
        where: Callable[[type[R]], Iterable[Any]] | None = None,
        *,
        order: str | None = "at",
        limit: int | None = None,
        columns: Callable[[type[R]], Iterable[Any]] | None = None,
    ) -> list[R]:
        """The current rows that are within sight, as `Reader.rows` gives them, with hidden columns empty.

        `columns` must include `id`.
        """
        if not self._reads(table.TABLE):
            return []
        if granted(self.user, Grant.SEE_EVERY_HUB) or table.TABLE in OF_NO_HUB:
            found = self.reader.rows(table, where, order=order, limit=limit, columns=columns)
        elif not granted(self.user, Grant.SEE_OWN_HUB):
            return []
        elif table.TABLE in OF_HUB:
            mine = partial(rows_of_hub, self.user.hub, where)
            found = self.reader.rows(table, mine, order=order, limit=limit, columns=columns)
        else:
            found = self._rows_of_ours(table, where, order, limit, columns)
        return [self._masked(r) for r in found] if found and self._may_mask(found[0]) else found

    def _rows_of_ours(
        self, table: type[R], where: Where | None, order: str | None, limit: int | None, columns: Where | None
    ) -> list[R]:
        """The rows that a coordinator sees of a table that does not say itself which hub each row belongs to."""
        owner = TABLES[table.TABLE].owner
        if owner is not None and is_about_anything(table.TABLE):
            found = self.reader.rows(table, where, order=order, columns=columns)
            told = bool(found) and owner in found[0]
            return [r for r in found if (self._is_ours(r[owner]) if told else r.id in self._ids(table.TABLE))][:limit]
        if owner is None or table.TABLE in PEOPLE:
            some = partial(rows_with, "id", self._ids(table.TABLE), where)
        else:
            some = partial(rows_with, owner, self._ours(str(TABLES[table.TABLE][owner].refers_to)), where)
        return self.reader.rows(table, some, order=order, limit=limit, columns=columns)

    def sees(self, row: Row) -> bool:
        """Whether the row is within sight: for a coordinator, whether it has to do with their hub.

        Another hub's volunteer who is proposed or matched here is seen, though not every column: see `unseen`.
        """
        if not self._reads(row.table):
            return False
        if granted(self.user, Grant.SEE_EVERY_HUB) or row.table in OF_NO_HUB:
            return True
        return granted(self.user, Grant.SEE_OWN_HUB) and (self._is_plainly_ours(row) or self._is_in_sight(row))

    def _is_in_sight(self, row: Row) -> bool:
        owner = TABLES[row.table].owner
        if owner is not None and row.get(owner) and is_about_anything(row.table):
            return self._is_ours(row[owner])  # spares reading all the calls there ever were
        return self._has_to_do(row.table, row.id)

    def _is_plainly_ours(self, row: Row) -> bool:
        """Whether the row, or one that it belongs to, names the coordinator's hub; if not, it may still be seen.

        It spares an action on one record from reading all those of the hub. Rows may be read without these columns:
        of those it is not known here.
        """
        if row.table in WITH_HUB:
            return self.user.hub is not None and row.get(ColumnName.HUB) == self.user.hub
        owner = TABLES[row.table].owner
        if owner is None or is_about_anything(row.table):
            return False
        whose = row.get(owner)
        above = self.reader.get(ROW_TYPES[str(TABLES[row.table][owner].refers_to)], whose) if whose else None
        return above is not None and self._is_plainly_ours(above)

    def _reads(self, table: str) -> bool:
        """Whether the user's role may read any column of the table."""
        return len(hidden(table, self.user.role)) < len(TABLES[table].columns)

    def keeps(self, row: Row) -> bool:
        """Whether the user may write the row: another hub's volunteer stays that hub's, even if proposed here."""
        return (self._is_plainly_ours(row) or not self._is_guest(row.table, row.id)) and self.sees(row)

    def keeps_record(self, table: str, record_id: str) -> bool:
        """Whether the user may write this record. One that was taken back is judged by its row as it first came."""
        row = self.reader.get(table, record_id)
        if row is not None:
            return self.keeps(row)
        row = self.reader.received(table, record_id)
        if row is None:
            return False
        if granted(self.user, Grant.SEE_EVERY_HUB) or table in OF_NO_HUB:
            return self.sees(row)
        if not granted(self.user, Grant.SEE_OWN_HUB):
            return False
        if isinstance(row, RowWithHub):
            return user_can_see_hub(self.user, row.hub)
        owner = TABLES[table].owner
        if owner is None or is_about_anything(table):
            return owner is not None and self._is_ours(row[owner])
        return self.keeps_record(str(TABLES[table][owner].refers_to), row[owner])

    def unseen(self, table: str, record_id: str) -> frozenset[str]:
        """The columns of this record that the user may not see, by their role and by whose record it is."""
        unseen = hidden(table, self.user.role) | self.closed_home(table, record_id)
        if not self._is_guest(table, record_id):
            return unseen
        shown = _OF_A_GUEST | (_TO_RING if self._is_rung(record_id) else frozenset())
        return unseen | {c.name for c in TABLES[table].columns if c.name not in shown}

    def _is_guest(self, table: str, record_id: str) -> bool:
        if table != "volunteers" or granted(self.user, Grant.SEE_EVERY_HUB):
            return False
        return not self._is_own_volunteer(record_id)

    def _is_own_volunteer(self, record_id: str) -> bool:
        return record_id in self._own_volunteers()

    def _own_volunteers(self) -> frozenset[str]:
        if "own" not in self._cached:
            mine = partial(rows_of_hub, self.user.hub, None)
            found = self.reader.rows(VolunteerRow, mine, order=None, columns=lambda c: (c.id,))
            self._cached["own"] = frozenset(v.id for v in found)
        return self._cached["own"]

    def _is_rung(self, volunteer_id: str) -> bool:  # or helps, for a need of the coordinator's hub
        if "rung" not in self._cached:
            self._cached["rung"] = frozenset(m.volunteer_id for m in self._matches() if m.status in LIVE)
        return volunteer_id in self._cached["rung"]

    def _has_to_do(self, table: str, record_id: str) -> bool:
        """Whether this record has to do with the coordinator's hub."""
        return record_id in self._ids(table)

    def _ids(self, table: str) -> frozenset[str]:
        if table not in self._cached:
            self._cached[table] = frozenset(self._find(table))
        return self._cached[table]

    def _find(self, table: str) -> Iterable[str]:
        """The ids of this table's records that have to do with the coordinator's hub."""
        hub, read = self.user.hub, self.reader.rows
        if hub is None:
            return []
        if table in WITH_HUB:
            own = (r.id for r in read(table, lambda c: [c.hub == hub], order=None, columns=lambda c: (c.id,)))
            return [*own, *(self._others(table) if table in PEOPLE else ())]
        owner = TABLES[table].owner
        if owner is None:
            return []
        if is_about_anything(table):
            rows = read(table, order=None, columns=lambda c: (c.id, c[owner]))
            return (r.id for r in rows if self._is_ours(r[owner]))
        some = partial(rows_with, owner, self._ours(str(TABLES[table][owner].refers_to)), None)
        return (r.id for r in read(table, some, order=None, columns=lambda c: (c.id,)))

    def _ours(self, table: str) -> frozenset[str]:
        """The ids of records whose belongings are seen too; among volunteers, only those of the user's own hub."""
        return self._own_volunteers() if table == "volunteers" else self._ids(table)

    def _others(self, people: str) -> Iterator[str]:
        """The ids of people of another hub, or of none, who have to do with the coordinator's hub."""
        if people == "volunteers":
            yield from (m.volunteer_id for m in self._matches() if m.status in SHOWN)
            return
        for table in OF_HUB:
            for column in TABLES[table].belongs_to:
                if column.refers_to == people:
                    ours = partial(rows_of_hub, self.user.hub, None)
                    rows = self.reader.rows(table, ours, order=None, columns=lambda c: (c[column.name],))  # noqa: B023
                    yield from (row[column.name] for row in rows if row[column.name])

    def _matches(self) -> list[MatchRow]:
        if self._found_matches is None:
            ours = partial(rows_with, "need_id", self._ids("needs"), None)
            self._found_matches = self.reader.rows(
                MatchRow, ours, order=None, columns=lambda c: (c.need_id, c.volunteer_id, c.status)
            )
        return self._found_matches

    def _is_ours(self, record_id: str | None) -> bool:
        """Whether the record that a row belongs to has to do with the coordinator's hub."""
        table = table_of(record_id)
        if record_id is None or table is None or is_about_anything(table):
            return False
        return self._is_own_volunteer(record_id) if table == "volunteers" else self._has_to_do(table, record_id)

    def _may_mask(self, row: Row) -> bool:
        """Whether the user may be kept from a column of rows read as this one was; nobody is kept from the id."""
        if row.table == VolunteerRow.TABLE and not granted(self.user, Grant.SEE_EVERY_HUB):
            return len(row) > 1  # of another hub's volunteer little is shown
        return not (hidden(row.table, self.user.role) | home_columns(row.table)).isdisjoint(row)

    def _masked(self, row: R) -> R:
        return row.without(self.unseen(row.table, row.id))

    def closed_home(self, table: str, record_id: str) -> frozenset[str]:
        """The columns of this record that would tell a protected address; none where this user is the lead."""
        home = home_columns(table)
        if not home or on_duty(self.user, DutyGrant.TELL_PROTECTED_ADDRESSES):
            return frozenset()
        return home if self._is_protected(table, record_id) else frozenset()

    def _note_home(self, row: Row) -> None:  # spares reading who in the whole community has a protected address
        if home_columns(row.table):
            self._protected[row.id] = bool(protected_among(self.reader, row.table, [row]))

    def _is_protected(self, table: str, record_id: str) -> bool:
        if record_id in self._protected:
            return self._protected[record_id]
        known = f"protected {table}"
        if known not in self._cached:
            self._cached[known] = protected_records(self.reader, table)
        return record_id in self._cached[known]


def row_type_of(record_id: str) -> type[TableRow[Any, Any]]:
    """The class of the rows that an id belongs to, by its letter. Raises NotFound."""
    table = table_of(record_id)
    if table is None:
        raise NotFound(OUT_OF_SIGHT)
    return ROW_TYPES[table]


@contextmanager
def looking(context: WorkContext) -> Iterator[Visibility]:
    """A snapshot of the book as this user sees it."""
    with context.book.reading() as reader:
        yield Visibility(reader, context.user)
