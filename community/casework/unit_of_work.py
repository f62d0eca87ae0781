"""A unit of work: what one action changes and adds, worked out inside the book's own transaction."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar, cast

from community.book import Action, Append, Change, Job, Reader, Stale
from community.casework.calls_after_actions import calls_after
from community.casework.casework_errors import NotAllowed, NotFound, NotNow
from community.casework.permissions import check_user_can
from community.casework.user import WorkContext
from community.casework.visibility import Visibility
from community.errors import UserFacingError
from community.tables import TABLES
from community.tables.canonical import instant
from community.tables.canonical import of as canonical
from community.tables.job_kinds import JobKind
from community.tables.row import FieldName, NewValues, TableRow
from community.tables.row_types import MatchRow, RowWithStatus
from community.tables.status_machines import may_follow
from community.tables.statuses import AnyStatus
from community.tables.verbs import Verb
from community.wording import spelled

T = TypeVar("T")
R = TypeVar("R", bound=TableRow[Any, Any])


class UnitOfWork:
    """Collects the changes and rows of one action. All are written together at the end, or none after a refusal."""

    def __init__(self, reader: Reader, context: WorkContext) -> None:
        """Begin with what the book says now."""
        self.reader, self.context, self.visible = reader, context, Visibility(reader, context.user)
        self.now: datetime = context.clock()
        self.changes: dict[tuple[str, str, str], Change] = {}
        self.appends: list[Append] = []
        self.jobs: list[Job] = []
        self.matches: dict[tuple[str | None, str | None], list[MatchRow]] = {}
        """What `closing.matches_of` has found, which stays so until the end: by need and volunteer."""

    def take(self, table: type[R], record_id: str, seen: str | None = None) -> R:
        """The record that the action is about.

        Raises NotFound when out of sight, NotAllowed for another hub's volunteer, Stale when its status isn't `seen`.
        """
        row = self.reader.get(table, record_id)
        if row is None or not self.visible.sees(row):
            raise NotFound("There is no such record, or it belongs to another hub.")
        if not self.visible.keeps(row):
            raise NotAllowed("This volunteer belongs to another hub: ask its coordinator, or the director.")
        if seen is not None and isinstance(row, RowWithStatus) and row.status != seen:
            raise Stale(row.table, record_id, "status", row.status)
        return row

    def read(self, table: type[R], record_id: str) -> R:
        """A record that the action touches as a consequence, of whichever hub."""
        row = self.reader.get(table, record_id)
        if row is None:
            raise NotFound("A record that belongs to this one is no longer there.")
        return row

    def set(self, row: TableRow[FieldName, Any], field: FieldName, now: object) -> None:
        """Change one field of a record that was read in this action."""
        self.set_by_name(row, field, now)

    def set_by_name(self, row: TableRow[Any, Any], field: str, now: object) -> None:
        """Change one field, as `set` does, where only the running program knows its name, or several tables have it."""
        self.changes[row.table, row.id, field] = Change(row.table, row.id, field, row[field], now)

    def move(self, row: RowWithStatus, status: AnyStatus) -> None:
        """Change the record's status. Raises NotNow when this one may not follow."""
        if row.status == status:
            return
        if not may_follow(row.table, row.status, status):
            raise NotNow(f"This is {_said(row.status)} and can't become {_said(status)}.")
        self.set_by_name(row, "status", status)

    def status(self, row: RowWithStatus) -> str:
        """The record's status as this action leaves it."""
        change = self.changes.get((row.table, row.id, "status"))
        return str(change.now if change else row.status)

    def add(self, table: type[TableRow[Any, NewValues]], values: NewValues, id: str | None = None) -> None:
        """Add a row, unless there is one under this id already."""
        if id is None or self.reader.get(table, id) is None:
            self.appends.append(Append(table.TABLE, cast("Mapping[str, object]", values), id))

    def job(self, kind: JobKind, key: str, due: datetime | None = None) -> None:
        """Ask for work that the machine does afterwards, once this action is written: at that time, or at once.

        `key` is the id of what it is about. Nothing is asked for where the action changes nothing.
        """
        self.jobs.append(Job(kind, key, due))

    @property
    def at(self) -> str:
        """The time now, as the book writes it."""
        return instant(self.now)


def do(
    context: WorkContext,
    verb: Verb,
    work: Callable[[UnitOfWork], T],
    reason: str | None = None,
    heard: Collection[str] = (),
) -> tuple[Action, T]:
    """Do one action: check the person and the state, then write all of its changes or none.

    It also puts the calls to people who must hear of it on Today, except to those who have `heard` (ids of people).
    Where nothing would change, nothing is written, and the action's id is empty. Raises NotAllowed, NotFound, NotNow,
    and Stale when somebody was faster.
    """
    check_user_can(context.user, verb)
    answer: list[T] = []

    def plan(reader: Reader) -> tuple[Iterable[Change], Iterable[Append], Iterable[Job]]:
        unit = UnitOfWork(reader, context)
        answer[:] = [work(unit)]
        if not unit.appends and all(_same(each) for each in unit.changes.values()):
            raise _NothingToDoError
        settled, calls = calls_after(reader, context.settings, verb, unit.changes, unit.now, heard)
        return [*unit.changes.values(), *settled], [*unit.appends, *calls], unit.jobs

    try:
        action = context.book.decide(verb, by=context.user.name, plan=plan, reason=reason)
    except _NothingToDoError:
        action = Action("", instant(context.clock()))
    return action, answer[0]


def would_do(
    context: WorkContext, verb: Verb, work: Callable[[UnitOfWork], object], heard: Collection[str] = ()
) -> UnitOfWork:
    """All that this action would write now, with the calls to people who must hear of it. Raises as `do` does."""
    check_user_can(context.user, verb)
    with context.book.reading() as reader:
        unit = UnitOfWork(reader, context)
        work(unit)
        settled, calls = calls_after(reader, context.settings, verb, unit.changes, unit.now, heard)
        unit.changes |= {(each.table, each.id, each.field): each for each in settled}
        unit.appends += calls
    return unit


class _NothingToDoError(UserFacingError):
    """Nothing would change. An empty action would only make every open page read the book again."""


def _same(change: Change) -> bool:
    column = TABLES[change.table].by_name.get(change.field)
    if column is None:  # an answer that the community asked for, or whether the row is there
        return change.was == change.now
    return canonical(column, change.was) == canonical(column, change.now)


def _said(status: str) -> str:
    return spelled(status)
