"""Applying an action to rows: each change is compared and set, and all of the action is written or none of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from community.book.asked_jobs import ask_for
from community.book.record_set import EXTRA, VOID, RecordSet, read_field
from community.book.record_types import Action, Append, Change, Job, Record
from community.book.rows import add_all, prepare
from community.book.schema import CHANGES
from community.errors import UserFacingError
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.ids import mint_long
from community.tables.verbs import Verb, action_id


def act(
    connection: sa.Connection,
    verb: Verb,
    *,
    by: str,
    at: str,
    changes: Iterable[Change] = (),
    appends: Sequence[Append] = (),
    jobs: Sequence[Job] = (),
    reason: str | None = None,
    undoes: str | None = None,
    part_of: str | None = None,
) -> Action:
    """The action as it was written. Raises Stale when a `was` no longer holds; the caller's savepoint undoes the rest.

    `part_of` is the id of an action that is written in several parts; `at` is then above the latest of all it touches.
    """
    action = part_of or action_id(verb)
    by, changes = canon.text(by) or "", list(changes)
    records = RecordSet(connection)
    records.fetch(Record(a.table, a.id) for a in appends if a.id is not None and a.table in TABLES)
    records.fetch(Record(c.table, c.id) for c in changes)
    new: dict[int, Append] = {}
    for place, each in enumerate(appends):
        there = None if each.id is None else records.get(Record(each.table, each.id))
        if there is not None and there[VOID]:
            changes += _return(each, there)
        else:
            new[place] = each
    at = at if part_of else _above(records.latest(), at)
    outcomes = add_all(connection, [prepare(each, by=by, at=at, action=action) for each in new.values()])
    made: dict[int, str] = {}
    for place, outcome in zip(new, outcomes, strict=True):
        if isinstance(outcome, UserFacingError):
            raise outcome
        made[place] = outcome.id
    records.fetch(Record(c.table, c.id) for c in changes)  # rows that this same action added
    for change in changes:
        records.set(change)
    net = records.net()
    records.write(net, at)
    entries = [
        {
            "id": f"Z-{mint_long()}",
            "at": at,
            "by": by,
            "action": action,
            "table": ref.table,
            "record_id": ref.id,
            "field": field,
            "was": canon.as_text(was),
            "now": canon.as_text(now),
            "reason": canon.text(reason or ""),
            "undoes": undoes,
        }
        for ref, field, was, now in net
    ]
    if entries:
        connection.execute(CHANGES.insert(), entries)
    ask_for(connection, jobs, action=action, at=at)
    return Action(action, at, tuple(made.get(place) or str(each.id) for place, each in enumerate(appends)))


def _return(new: Append, undone: Mapping[str, Any]) -> list[Change]:
    """The changes that bring back a row whose making was undone, with its new values."""
    values = canon.row(TABLES[new.table], new.values)
    told = json.loads(undone.get(EXTRA) or "{}") | json.loads(str(values.get(EXTRA) or "{}"))
    fields = [n for n in values if n != EXTRA] + [f"extra.{n}" for n in told]
    again = [Change(new.table, str(new.id), f, read_field(undone, f), read_field(values, f)) for f in fields]
    return [Change(new.table, str(new.id), VOID, undone[VOID], None), *again]


def above_all(connection: sa.Connection, records: Iterable[Record], at: str) -> str:
    """A time above the latest change of all these records, no earlier than `at`."""
    touched = RecordSet(connection)
    touched.fetch(records)
    return _above(touched.latest(), at)


def _above(latest: str, at: str) -> str:
    """A time later than every record touched, so that a clock that stops or goes back never reorders decisions."""
    return at if latest < at else canon.instant(canon.moment(latest) + timedelta(milliseconds=1))
