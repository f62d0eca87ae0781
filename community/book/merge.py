"""Merging: taking in rows, changes and erasures from another book or the spreadsheet, as they were born there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import sqlalchemy as sa

from community.book import erasure
from community.book.arrivals import arrive, records_absent, records_erased
from community.book.blankings import blankings, empty
from community.book.parted_records import forget_partings_of_erased
from community.book.record_set import canonical_field
from community.book.record_types import Arrival, Erased, Received, Record
from community.book.references import forget
from community.book.rows import STAYS, Adding, add_all, plain_key
from community.book.schema import CHANGES, ERASURES, SUBMISSIONS
from community.book.sql_table import by_ids
from community.errors import UserFacingError
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.ids import check
from community.tables.row_types import ErasureRow

T = TypeVar("T", Received, Arrival)


@dataclass(frozen=True)
class TakenIn:
    """The result of a merge. Rows and changes that the book already has are in none of these lists."""

    rows: tuple[str, ...] = ()
    """Ids of rows that are new here."""
    changes: tuple[str, ...] = ()
    """Ids of changes that are new here."""
    differing: tuple[tuple[str, str], ...] = ()
    """(table, id) of rows that say something else here; the book's stays."""
    waiting: tuple[tuple[str, str], ...] = ()
    """(table, id) of records that are not here yet, though there is a change to them."""
    refused: tuple[tuple[str, str], ...] = ()
    """(table, id) of records that hold, or have a change that holds, what their column can't."""
    erased: tuple[str, ...] = ()
    """Ids of rows not taken in because they were erased."""
    conflicts: tuple[str, ...] = field(default=())
    """Ids of changes in conflict, among the records touched."""


def take_in(
    connection: sa.Connection,
    *,
    erasures: Sequence[Received] = (),
    rows: Sequence[Received] = (),
    changes: Sequence[Arrival] = (),
) -> TakenIn:
    """The result of taking in all of it, erasures first. A single bad row is reported, never raised."""
    _erase(connection, erasures)
    adding, refused = _prepare(connection, rows)
    changes, misnamed = _well_named(changes)
    new: list[str] = []
    differing: list[tuple[str, str]] = []
    erased: list[str] = []
    for each, outcome in zip(adding, add_all(connection, adding), strict=True):
        if isinstance(outcome, Erased):
            erased.append(str(each.id))
        elif isinstance(outcome, UserFacingError):
            differing.append((each.table, str(each.id)))
        elif outcome.new:
            new.append(outcome.id)
    good, bad, waiting, again = _sort_out(connection, changes)
    conflicts = arrive(connection, [*good, *again])
    for part in blankings(
        connection, [Record(each.table, str(each.id)) for each in adding] + [_about(c) for c in good]
    ):
        empty(connection, part)
    if any(change.undoes for change in good):
        forget_partings_of_erased(connection)
    _forget_the_erased(
        connection, [*(v for r in rows for v in r.values.values()), *(v for c in good for v in (c.was, c.now))]
    )
    return TakenIn(
        tuple(new),
        tuple(a.id for a in good),
        tuple(dict.fromkeys(differing)),
        tuple(dict.fromkeys(waiting)),
        tuple(dict.fromkeys([*refused, *misnamed, *bad])),
        tuple(erased),
        tuple(conflicts),
    )


def _erase(connection: sa.Connection, erasures: Sequence[Received]) -> None:
    adding, _ = _prepare(connection, erasures)
    outcomes = add_all(connection, adding)
    new = [
        each.values
        for each, outcome in zip(adding, outcomes, strict=True)
        if not isinstance(outcome, UserFacingError) and outcome.new
    ]
    erasure.remove(connection, [erasure.Erasure(e.table_name, e.record_id) for e in map(ErasureRow.of, new)])


def _about(change: Arrival) -> Record:
    return Record(change.table, change.record_id)


def _prepare(connection: sa.Connection, rows: Iterable[Received]) -> tuple[list[Adding], list[tuple[str, str]]]:
    """The rows in canonical form, and those that have none. A key that the book already has stays with its row."""
    adding: list[Adding] = []
    named, refused = _well_named(rows)
    each = list({(r.table, r.id): r for r in named}.values())
    stays = _without_their_people(connection, each)
    keys = [plain_key(r.key) for r in each if r.key is not None]
    known = {s.key for s in by_ids(connection, SUBMISSIONS, keys, SUBMISSIONS.c.key)}
    for r in each:
        key = None if r.key is None or plain_key(r.key) in known else plain_key(r.key)
        try:
            values = canon.row(TABLES[r.table], stays.get(r.id, r.values))
        except (canon.NotCanonical, KeyError):
            refused.append((r.table, r.id))
            continue
        adding.append(Adding(r.table, values, r.id, key, canon.text(r.by) or "", r.at, r.action))
    return adding, refused


def _well_named(told: Iterable[T]) -> tuple[list[T], list[tuple[str, str]]]:
    """The items whose ids and times are well formed, and the (table, id) of the records that the rest are about.

    Ids and times may come from cells of a spreadsheet, where anybody can type anything, and rows are looked up by them.
    """
    good: list[T] = []
    bad: list[tuple[str, str]] = []
    for each in told:
        about = each.id if isinstance(each, Received) else each.record_id
        names: list[str | None] = [each.id, each.action]
        if isinstance(each, Arrival):
            names += [each.record_id, each.field, each.undoes]
        try:
            for name in names:
                if name is not None:
                    canon.plain_name(name)
            well = canon.instant(canon.moment(each.at)) == each.at
        except (canon.NotCanonical, ValueError, OverflowError):
            well = False
        if well:
            good.append(each)
        else:
            bad.append((each.table, about))
    return good, bad


def _without_their_people(connection: sa.Connection, rows: Iterable[Received]) -> dict[str, dict[str, object]]:
    """By id: what is left of rows that stay when they are erased, for the erasures that the book knows."""
    ours = {r.id: r for r in rows if r.table in STAYS}
    erased = {e.record_id for e in by_ids(connection, ERASURES, list(ours), ERASURES.c.record_id)}
    public = {table: {c.name for c in TABLES[table].columns if c.personal == "no"} for table in STAYS}
    return {own: {n: v for n, v in ours[own].values.items() if n in public[ours[own].table]} for own in erased}


def _forget_the_erased(connection: sa.Connection, values: Iterable[object]) -> None:
    """Remove from these values every reference to a record that was erased here before they came."""
    named = {word for value in values if isinstance(value, str) for word in value.split("; ") if check(word) == word}
    erased: dict[str, list[str]] = {}
    for e in by_ids(connection, ERASURES, sorted(named), ERASURES.c.record_id):
        if e.table_name not in STAYS:
            erased.setdefault(e.table_name, []).append(e.record_id)
    for table, ids in erased.items():
        forget(connection, table, ids)


def _sort_out(
    connection: sa.Connection, changes: Sequence[Arrival]
) -> tuple[list[Arrival], list[tuple[str, str]], list[tuple[str, str]], list[Arrival]]:
    """The changes to take in; the records of those that are impossible or have no record here; those already here."""
    there = {row.id for row in by_ids(connection, CHANGES, [c.id for c in changes])}
    bad: list[tuple[str, str]] = []
    new: list[Arrival] = []
    again: list[Arrival] = []
    for c in {c.id: c for c in changes}.values():
        if c.id in there:
            again.append(c)
            continue
        try:
            canonical_field(c.table, c.field, c.was)
            canonical_field(c.table, c.field, c.now)
        except (canon.NotCanonical, KeyError):
            bad.append((c.table, c.record_id))
        else:
            new.append(c)
    absent = records_absent(connection, new)
    gone = records_erased(connection, [c for c in new if (c.table, c.record_id) in absent])
    good = [c for c in new if (c.table, c.record_id) not in absent]
    waiting = [(c.table, c.record_id) for c in new if (c.table, c.record_id) in absent - gone]
    return good, bad, waiting, again
