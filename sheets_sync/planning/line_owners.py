"""Finds which record each line belongs to, after people sorted, copied, overwrote and cleared lines."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from community.book import read_field
from community.tables.ids import check
from sheets_sync import origin_cell as borns
from sheets_sync.cell_values import shown, typed
from sheets_sync.origin_cell import Born
from sheets_sync.planning.record_values import stand
from sheets_sync.planning.sync_plan import Work
from sheets_sync.sheet_layout import BORN, FILLED, ID
from sheets_sync.sheet_model import FoundTab, SheetLine

_TORN = 3
"""Fewer lines than these are somebody's slip, and each is put right by itself."""


@dataclass(frozen=True)
class Lines:
    """A tab's lines, told apart."""

    kept: Mapping[str, tuple[SheetLine, Born | None]]
    """The one line of each record."""
    typed: tuple[tuple[SheetLine, bool], ...]
    """Lines that are nobody's yet; True: a copy of another, changed."""
    gone: tuple[tuple[str, SheetLine], ...] = ()
    """Copies of the lines of people who were erased."""
    pushed_out: tuple[SheetLine, ...] = ()
    """Lines that hold only what a slip pushed out of other lines, and that a person refused."""


def tell_apart(work: Work, found: FoundTab) -> Lines:
    """Give each record its line.

    The id says whose a line is; where a person overwrote or cleared it, the hidden cell at its end does. Of several
    lines of one record, the one that fits the log best keeps the id, then the upper one; the others were typed, unless
    nothing was changed in them.
    """
    table = found.tab.name
    claims: dict[str, list[tuple[SheetLine, Born | None]]] = defaultdict(list)
    nobody: list[tuple[SheetLine, bool]] = []
    gone: list[tuple[str, SheetLine]] = []
    for line in found.lines:
        told = borns.read(table, line.text(BORN)) if line.text(BORN) else None
        owner = _owner(work, table, line, told)
        if owner is None:
            if _says_something(found, line):
                nobody.append((line, False))
        else:
            claims[owner].append((line, told if told is not None and told.row.id == owner else None))
    nobody, pushed = _as_refused(work, found, claims, nobody)
    kept: dict[str, tuple[SheetLine, Born | None]] = {}
    for owner, each in claims.items():
        if len(each) == 1:
            kept[owner] = each[0]
            continue
        each.sort(key=lambda one: (_differing(work, found, owner, one), one[0].place))
        kept[owner] = each[0]
        for line, _ in each[1:]:
            if work.is_gone(table, owner):
                gone.append((owner, line))
            elif _says_something(found, line) and _told(found, line) != _told(found, each[0][0]):
                nobody.append((line, True))
            else:
                work.aside(
                    table, line, owner, "An exact copy of another row. Delete it, or change it to make it a new one."
                )
    typed_ = tuple(sorted(nobody, key=lambda one: one[0].place))
    return Lines(kept, typed_, tuple(gone), tuple(pushed))


def _as_refused(
    work: Work,
    found: FoundTab,
    claims: Mapping[str, list[tuple[SheetLine, Born | None]]],
    nobody: list[tuple[SheetLine, bool]],
) -> tuple[list[tuple[SheetLine, bool]], list[SheetLine]]:
    """Lines left without an owner, and those to be emptied. After a refusal, lines that lost their number claim it."""
    if not work.refuses(found.tab.name):
        return nobody, []
    back = reclaimed(work, found, [line for line, _ in nobody])
    for owner, line in back.items():
        claims[owner].append((line, None))
    pushed = [line for line, _ in nobody if _was_pushed_out(work, found, line)]
    known = {line.place for line in (*back.values(), *pushed)}
    return [each for each in nobody if each[0].place not in known], pushed


def reclaimed(work: Work, found: FoundTab, lines: Iterable[SheetLine]) -> dict[str, SheetLine]:
    """Lines without a number that say just what a record says whose own line is gone: record -> line."""
    table, free = found.tab.name, list(lines)
    if not free:
        return {}
    verdict = work.verdicts.get(table)
    gone = verdict.gone if verdict else {own for tab, own in work.plan.missing if tab == table}
    names = [name for name in found.tab.told if name not in FILLED]
    says: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for record in sorted(gone):
        row = work.known.rows[table].get(record)
        if row is not None and not work.is_gone(table, record):
            now, _ = stand(table, row, work.known.of_record.get((table, record), ()))
            says[tuple(shown(read_field(now, name)) for name in names)].append(record)
    back: dict[str, SheetLine] = {}
    for line in free:
        alike = says.get(tuple(typed(table, name, line.cells.get(name)) for name in names))
        if alike:
            back[alike.pop(0)] = line
    return back


def _was_pushed_out(work: Work, found: FoundTab, line: SheetLine) -> bool:
    lost = work.verdicts[found.tab.name].lost
    texts = {name: text for name, text in _told(found, line).items() if text}
    return bool(texts) and all(text in lost.get(name, ()) for name, text in texts.items())


def is_torn(found: FoundTab) -> bool:
    """Whether many lines carry the id of one record and the hidden cell of another.

    A tab looks like that when somebody sorted only some of its columns: then no cell can be trusted.
    """
    table = found.tab.name
    torn = 0
    for line in found.lines:
        own, told = line.text(ID), line.text(BORN)
        if own and told and not told.startswith(f'{borns.BEGINS}{own}"'):
            row = borns.read(table, told)
            torn += row is not None and check(own) not in (None, row.row.id)
    return torn >= _TORN and torn * 10 > len(found.lines)


def _owner(work: Work, table: str, line: SheetLine, told: Born | None) -> str | None:
    named = check(line.text(ID))
    if told is not None:
        return told.row.id  # hidden, so it is the id's cell that somebody typed into
    known = named in work.known.rows[table] or (table, named) in work.erased or (table, named) in work.known.read_back
    return named if named is not None and known else None


def _says_something(found: FoundTab, line: SheetLine) -> bool:
    """Whether the line holds more than ticks: a column of check boxes also fills rows without an owner."""
    return any(line.text(name) for name in found.tab.told if not isinstance(line.cells.get(name), bool))


def _told(found: FoundTab, line: SheetLine) -> dict[str, str]:
    return {name: typed(found.tab.name, name, line.cells.get(name)) for name in found.tab.told}


def _differing(work: Work, found: FoundTab, owner: str, one: tuple[SheetLine, Born | None]) -> int:
    """How many cells of the line say something else than the record would."""
    line, told = one
    mine = work.known.rows[found.tab.name].get(owner)
    values: Mapping[str, Any] = dict(mine.values) if mine else dict(told.row.values) if told else {}
    for change in sorted(work.log_of.get((found.tab.name, owner), ()), key=lambda c: (c.at, c.id)):
        values = {**values, change.field: change.now}
    return sum(shown(values.get(name)) != text for name, text in _told(found, line).items())
