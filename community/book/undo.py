"""Undoing a whole action, or several together, and redoing one by undoing its undo."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import sqlalchemy as sa

from community.book.apply_action import above_all, act
from community.book.asked_jobs import ask_for, withdraw
from community.book.reader import added_rows
from community.book.record_set import VOID, is_field
from community.book.record_types import Action, Append, CannotUndo, Change, Follows, Job, NoSuchRecord, Record, Stale
from community.book.replay import by_field, standing
from community.book.schema import CHANGES, RECEIVED, ChangeLine
from community.book.sql_table import by_ids, lines
from community.errors import UserFacingError
from community.tables.verbs import Verb, action_id

_AT_ONCE = 500
NOTHING_FOLLOWS = Follows()


def undo(
    connection: sa.Connection,
    action: str,
    *,
    by: str,
    at: str,
    reason: str | None,
    follows: Follows = NOTHING_FOLLOWS,
) -> Action:
    """The undo: each change of the action reversed, the rows it added made void, the jobs it asked for withdrawn.

    Raises CannotUndo when there is no such action, or when a later change stands on any of it: undo that one first.
    """
    reverse = reversal(connection, action, follows.leaving, follows.changes)
    more, jobs = follows.appends, follows.jobs
    return _undo(connection, action, reverse, None, by=by, at=at, reason=reason, appends=more, jobs=jobs)


def undo_together(
    connection: sa.Connection,
    actions: Sequence[str],
    *,
    by: str,
    at: str,
    check: Callable[[str], object],
    adding: Callable[[str], Sequence[Append]],
) -> Action:
    """One action that reverses as many of these as it can; the others stand, being built upon.

    Each is undone whole or not at all: `check` looks at the book afterwards, and one of our errors from it leaves that
    action as it was. An action that wrote to the same field as another of them is left too, to be undone by itself.
    Raises CannotUndo when all of them stand.
    """
    own, written = action_id(Verb.UNDO), set[tuple[str, str, str]]()
    at = above_all(connection, (record for action in actions for record in _touched(connection, action)), at)
    made, taken = list[str](), 0
    for action in actions:
        savepoint = connection.begin_nested()
        try:
            reverse = reversal(connection, action)
            fields = {(c.table, c.id, c.field) for c in reverse}
            if fields & written:
                raise CannotUndo(_BUILT_UPON)
            more = adding(action)
            done = _undo(connection, action, reverse, own, by=by, at=at, reason=None, appends=more)
            check(action)
        except UserFacingError:
            savepoint.rollback()
            continue
        savepoint.commit()
        written |= fields
        made += done.ids
        taken += 1
    if not taken:
        raise CannotUndo("Something has happened since to each of them, so nothing was taken back.")
    return Action(own, at, tuple(made))


def reversal(
    connection: sa.Connection, action: str, leaving: Collection[str] = (), also: Sequence[Change] = ()
) -> list[Change]:
    """The changes that would undo the whole action, and these besides. Raises CannotUndo: see `undo`."""
    done = [change for change in _done(connection, action) if change.record_id not in leaving]
    added = {record: when for record, when in _added(connection, action) if record.id not in leaving}
    if not done and not added and not also:
        raise CannotUndo("There is nothing to undo.")
    reverse = [Change(c.table, c.record_id, c.field, c.now, c.was) for c in done if is_field(c.table, c.field)]
    reverse += [Change(*record, VOID, None, "yes") for record in added]
    _refuse_if_built_upon(connection, action, added | {Record(c.table, c.record_id): c.at for c in done}, reverse)
    return [*reverse, *also]


def _done(connection: sa.Connection, action: str) -> Sequence[ChangeLine]:
    query = sa.select(CHANGES).where(CHANGES.c.action == action, CHANGES.c.conflict.is_(None))
    return lines(connection, query, CHANGES)


def _touched(connection: sa.Connection, action: str) -> Iterator[Record]:
    yield from (Record(c.table, c.record_id) for c in _done(connection, action))
    yield from (record for record, _ in _added(connection, action))


def _undo(
    connection: sa.Connection,
    action: str,
    reverse: Sequence[Change],
    part_of: str | None,
    *,
    by: str,
    at: str,
    reason: str | None,
    appends: Sequence[Append],
    jobs: Sequence[Job] = (),
) -> Action:
    try:
        done = act(
            connection,
            Verb.UNDO,
            by=by,
            at=at,
            changes=reverse,
            appends=appends,
            reason=reason,
            undoes=action,
            part_of=part_of,
        )
        withdraw(connection, action, undo=done.id)
        ask_for(connection, jobs, action=done.id, at=done.at)
        return done
    except NoSuchRecord:
        raise CannotUndo("Part of it has been erased, so it can't be undone.") from None
    except Stale:
        raise CannotUndo(_BUILT_UPON) from None


_BUILT_UPON = "Something has happened since. Undo the later step first."


def _added(connection: sa.Connection, action: str) -> list[tuple[Record, str]]:
    return [(Record(table, one), when) for table, one, when in added_rows(connection, action)]


def _refuse_if_built_upon(
    connection: sa.Connection, action: str, touched: Mapping[Record, str], reverse: Sequence[Change]
) -> None:
    """Raise CannotUndo unless each field is as the action left it. A row that becomes void is checked in every field.

    `touched` gives the time at which the action changed each record.
    """
    fields = {(c.table, c.id, c.field) for c in reverse}
    vanishing = {(c.table, c.id) for c in reverse if c.field == VOID and c.now}
    for place, entries in by_field(_changes(connection, [record.id for record in touched])).items():
        table, record_id, field = place
        if place in fields or (table, record_id) in vanishing:
            then = (touched[Record(table, record_id)], action)
            maker = _maker(connection, table, record_id) if field == VOID else None
            if standing(entries, maker) != standing((e for e in entries if (e.at, e.action) <= then), maker):
                raise CannotUndo(_BUILT_UPON)


def _maker(connection: sa.Connection, table: str, record_id: str) -> str | None:
    """The action that added the row; None when no action did."""
    rows = RECEIVED[table].c
    found: str | None = connection.execute(sa.select(rows.action).where(rows.id == record_id)).scalar()
    return found


def _changes(connection: sa.Connection, ids: Sequence[str]) -> Iterator[ChangeLine]:
    """Every change of these records."""
    yield from by_ids(connection, CHANGES, ids, CHANGES.c.record_id)
