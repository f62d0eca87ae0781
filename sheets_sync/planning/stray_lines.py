"""Words of ours on a line that is nobody's: a write that came down where no record stands, taken off again.

A line without a number is a row that somebody types. So what we wrote there by mistake must be gone before it is looked
at, or it would become a record.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sheets_sync.planning.sync_plan import CellWrite, Stray, Unit, Work
from sheets_sync.sheet_layout import BORN
from sheets_sync.sheet_rows import FoundRows, SheetLine


def take_off(work: Work, strays: Iterable[Stray]) -> None:
    """Plan to take each off, and let the rest of the plan see the sheet without it."""
    for stray in strays:
        found = work.sheet.tabs.get(stray.tab)
        line = None if found is None or found.missing else where_it_stands(found.lines, stray)
        if found is None or line is None:
            continue
        before = _before(line, stray)
        texts = {name: "" if (raw := before.get(name)) is None else str(raw) for name in stray.texts}
        cells = [CellWrite(stray.tab, line.place, stray.record, name, text) for name, text in texts.items()]
        work.plan.units.append(Unit(f"taken off {stray.tab} {line.place}", cells=cells, stray=stray))
        left = {name: raw for name, raw in line.cells.items() if name not in stray.texts} | before
        lines = [
            SheetLine(each.place, left) if each is line else each for each in found.lines if each is not line or left
        ]
        tabs = {**work.sheet.tabs, stray.tab: replace(found, lines=lines)}
        work.sheet = replace(work.sheet, tabs=tabs)
        work.mended.add((stray.tab, line.place))


def take_away(work: Work, found: FoundRows, line: SheetLine) -> None:
    """Plan to empty a line that holds only what a slip pushed out of the lines above it."""
    texts = {name: line.text(name) for name in found.tab.told if line.text(name)}
    cells = [CellWrite(found.tab.name, line.place, "", name, "") for name in texts]
    stray = Stray(found.tab.name, line.place, "", texts)
    if work.push:
        work.plan.units.append(Unit(f"taken away {found.tab.name} {line.place}", cells=cells, stray=stray))


def where_it_stands(lines: Iterable[SheetLine], stray: Stray) -> SheetLine | None:
    """The line that is nobody's and says what we wrote: where we wrote it, or another that says nothing besides."""
    alike = [line for line in lines if not line.text("id") and not line.text(BORN) and _says(line, stray)]
    there = [line for line in alike if line.place == stray.place]
    alone = [line for line in alike if line.cells.keys() <= stray.texts.keys() or _before(line, stray)]
    return next(iter([*there, *alone]), None)


def _says(line: SheetLine, stray: Stray) -> bool:
    return all(line.text(name) == text.strip() for name, text in stray.texts.items())


def _before(line: SheetLine, stray: Stray) -> dict[str, Any]:
    """What the cells said at the read before, where somebody was typing a row there."""
    rest = {name: raw for name, raw in line.cells.items() if name not in stray.texts}
    for typed in stray.typed if rest else ():
        if rest == {name: raw for name, raw in typed.cells.items() if name not in stray.texts}:
            return {name: raw for name, raw in typed.cells.items() if name in stray.texts}
    return {}
