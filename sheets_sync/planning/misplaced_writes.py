"""Writes that hit the wrong line. What they hit is put back, and the plan sees the sheet as if it already were.

Every sync begins with this, whichever program wrote last and whether or not it survived to check. It needs only the
spreadsheet: the lines as they are, and the copies that the last write left of the lines it hit.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from community.book import read_field
from sheets_sync import origin_cell as borns
from sheets_sync.cell_values import shown, typed
from sheets_sync.line_before import ADDED, Before, cell_hash, hashed
from sheets_sync.planning.record_values import full
from sheets_sync.planning.sync_plan import CellWrite, Miss, Unit, Work
from sheets_sync.sheet_layout import BORN, FILLED, FIRST, ID
from sheets_sync.sheet_model import FoundTab, SheetLine, SheetSnapshot, is_header

_OWN = (*FIRST, BORN)


def put_back(work: Work) -> None:
    """Plan to put back what the last write hit by mistake, and let the rest of the plan see the sheet without it."""
    read = work.sheet
    work.missed = [Miss(one) for one in read.before if one.tab in read.tabs and one.missed(read.tabs[one.tab].tab)]
    new = {(one.tab, one.place): one for one in read.before if one.back_by is None}
    for miss in work.missed:  # the latest write comes first: its copies were taken after the earlier ones
        found = work.sheet.tabs[miss.one.tab]
        if not found.missing and _is_open(read, new, miss.one, miss.one.back_by):
            tab = _Tab(work, found, miss.one)
            miss.back = tab.take_back()
            work.sheet = replace(work.sheet, tabs={**work.sheet.tabs, miss.one.tab: replace(found, lines=tab.lines)})
    for miss in work.missed:
        if _is_open(read, new, miss.one, miss.one.forward_by):
            miss.forward = _take_as_written(work, miss.one)
    as_read = {}
    for name in dict.fromkeys(miss.one.tab for miss in work.missed if miss.back):
        now, before = work.sheet.tabs[name], {line.place: line.cells for line in read.tabs[name].lines}
        for line in now.lines:
            if line.cells != before[line.place]:
                as_read[name, line.place] = before[line.place]
                _plan(work, now, line, before[line.place])
        lines = [line for line in now.lines if line.cells and not is_header(line.place, line.cells)]
        work.sheet = replace(work.sheet, tabs={**work.sheet.tabs, name: replace(now, lines=lines)})
    work.sheet = replace(work.sheet, as_read=as_read)


def settle(work: Work) -> None:
    """Keep the copies of what this plan puts right. The others are removed if they hold what must be forgotten."""
    again = {(cell.tab, cell.place, cell.field) for unit in work.plan.units for cell in unit.cells}
    again |= work.unwritten if work.stopped else set()
    kept, waits = [], []
    for miss in work.missed:
        changed = {place for tab, place in work.sheet.as_read if tab == miss.one.tab} | {ADDED}
        back = tuple(sorted(miss.back & changed))
        forward = tuple(sorted({place for _, place, _ in miss.forward & again}))
        if work.sheet.tabs[miss.one.tab].missing:
            waits.append(miss.one)
        elif back or forward:
            kept.append(replace(miss.one, back_by=back, forward_by=forward))
    settled = len(work.missed) - len(kept) - len(waits)
    work.tidy = settled > 0 or (not kept and any(one.takes_away for one in work.sheet.before if one not in waits))
    work.sheet = replace(work.sheet, unsettled=(*kept, *waits))


def _is_open(read: SheetSnapshot, new: Mapping[tuple[str, int], Before], one: Before, by: Iterable[int] | None) -> bool:
    """Whether the miss was not set right yet: it is the latest write's, or what was to set it right missed as well."""
    tab = read.tabs[one.tab].tab
    written = [new.get((one.tab, place)) for place in by or ()]
    return by is None or any(each is None or each.missed(tab) for each in written)


def _take_as_written(work: Work, one: Before) -> set[tuple[str, int, str]]:
    """Cells that did not get what was meant for them; what they say is not what somebody typed there since."""
    found = work.sheet.tabs[one.tab]
    unwritten = {
        (one.tab, line.place, name)
        for line in (found.lines if not found.missing else ())
        if line.text(ID) == one.record
        for name, before in one.was.items()
        if cell_hash(found.tab, name, line.cells.get(name)) == before != one.now[name]
    }
    work.unwritten |= unwritten
    return unwritten


def _plan(work: Work, found: FoundTab, line: SheetLine, before: Mapping[str, Any]) -> None:
    table, own = found.tab.name, line.text(ID)
    texts = {name: str(line.cells.get(name, "")) for name in line.cells.keys() | before.keys()}
    changed = [name for name in found.columns if name in texts and line.cells.get(name) != before.get(name)]
    cells = [CellWrite(table, line.place, own, name, texts[name]) for name in changed]
    if cells:
        work.plan.units.append(Unit(f"put back {table} {line.place}", cells=cells, back=True, nobodys=not own))
    if not own:
        work.mended.add((table, line.place))


class _Tab:
    """The lines of one tab, on which one miss is taken back."""

    def __init__(self, work: Work, found: FoundTab, one: Before) -> None:
        self.work, self.found, self.one = work, found, one
        self.lines = list(found.lines)
        self.names = [name for name in found.tab.told if name not in FILLED]

    def take_back(self) -> set[int]:
        """Take back what was hit, and return the places of the lines where anything of it still stood."""
        one = self.one
        self.stands = set[int]()
        for at in self._where():
            self._put_back(at)
        if one.kind == "blank" and not self.stands:
            self._bring_again()
        return self.stands

    def _where(self) -> Iterable[int]:
        """The lines that were hit, wherever they are by now."""
        one = self.one
        if one.gave:
            return self._numbered()
        if one.now.get(ID) == hashed(""):
            return list(self._those(lambda line: not line.text(ID) and self._rest_is(line)))[:1]
        if one.text(ID):
            return self._those(lambda line: line.text(ID) == one.text(ID))
        return self._stray()

    def _those(self, fits: Callable[[SheetLine], bool]) -> Iterator[int]:
        return (at for at, line in enumerate(self.lines) if fits(line))

    def _numbered(self) -> list[int]:
        """The line that says what was hit and has the number now; other misses may have given it to further lines."""
        still = list(self._those(lambda line: line.text(ID) == self.one.gave and self._is_still(line)))
        likeness = {at: self._likeness(self.lines[at], self.one.there) for at in still}
        return [at for at in still if likeness[at] == max(likeness.values())]

    def _stray(self) -> list[int]:
        """The line that was nobody's: the one that says what was written there, and else what it said before."""
        said = [name for name, text in self.one.now.items() if text != hashed("")]
        ours = [
            at
            for at in self._those(lambda line: not line.text(ID) and not line.text(BORN))
            if said and all(self._is_ours(self.lines[at], name) for name in said)
        ]
        there = [at for at in ours if self.lines[at].place == self.one.place]
        alike = [at for at in ours if self._rest_is(self.lines[at])]
        return [*(at for at in there if at in alike), *alike, *there][:1]

    def _put_back(self, at: int) -> None:
        """Give the line's cells back what they said, unless somebody has typed into them since."""
        line = self.lines[at]
        own = _OWN if self.one.gave else ()
        back = {
            name: self.one.there.get(name)
            for name in self.one.now
            if (name in own or self._is_ours(line, name)) and line.cells.get(name) != self.one.there.get(name)
        }
        if back:
            self.stands.add(line.place)
            cells = {name: raw for name, raw in {**line.cells, **back}.items() if raw is not None}
            self.lines[at] = SheetLine(line.place, cells)

    def _bring_again(self) -> None:
        """Add the line again that was emptied by mistake and is nowhere."""
        one, table = self.one, self.found.tab.name
        own, says = one.text(ID), one.hash_of(self.found.tab, one.there)
        alike = [line for line in self.lines if line.text(ID) == own and (own or self._says(line) == says)]
        if alike or not any(one.text(name) for name in self.names) or (table, own) in self.work.known.erased:
            return
        self.stands.add(ADDED)
        self.work.known.read_back.pop((table, own), None)
        if own not in self.work.known.rows[table]:  # or the plan adds it by itself
            texts = {name: one.text(name) for name in self.found.columns}
            self.work.plan.units.append(Unit(f"again {own}", rows=[(table, texts)]))

    def _says(self, line: SheetLine) -> str:
        return self.one.hash_of(self.found.tab, line.cells)

    def _is_ours(self, line: SheetLine, name: str) -> bool:
        return cell_hash(self.found.tab, name, line.cells.get(name)) == self.one.now[name]

    def _rest_is(self, line: SheetLine) -> bool:
        """Whether the line says what it said, but for what was written there."""
        return all(
            typed(self.found.tab.name, name, line.cells.get(name))
            == typed(self.found.tab.name, name, self.one.there.get(name))
            for name in self.found.tab.told
            if name not in self.one.now
        )

    def _is_still(self, line: SheetLine) -> bool:
        """Whether the line that has the number says what was hit, rather than whose number it is."""
        if self._says(line) == self.one.says:
            return False
        note = borns.read(self.found.tab.name, line.text(BORN))
        if note is None or note.row.id != self.one.gave:
            return True
        born = full(self.found.tab.name, note.row)
        whose = {name: shown(read_field(born, name)) for name in self.names}
        return self._likeness(line, self.one.there) > self._likeness(line, whose)

    def _likeness(self, line: SheetLine, other: Mapping[str, Any]) -> int:
        """How many told cells say the same, of those that were not written."""
        table = self.found.tab.name
        names = [name for name in self.names if name not in self.one.now]
        return sum(typed(table, name, line.cells.get(name)) == typed(table, name, other.get(name)) for name in names)
