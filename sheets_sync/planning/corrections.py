"""Compares a record with its line: what a person corrected in each, and what each is to say afterwards."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from community.book import VOID, Arrival, Received, read_field
from community.tables import canonical as canon
from community.tables.canonical import NotCanonical, Value
from community.tables.ids import check
from community.tables.row_types import ColumnName, ResidentRow, VolunteerRow
from sheets_sync import origin_cell as borns
from sheets_sync.cell_values import (
    CHANGES_BY_ITSELF,
    begins_alike,
    fits,
    is_excerpt,
    kind_of,
    shown,
    typed,
    value,
    why_unreadable,
)
from sheets_sync.correction_identity import BY, correction
from sheets_sync.mistyped_cells import as_number, is_unticked, was_made_of
from sheets_sync.origin_cell import Born
from sheets_sync.planning.correction_effects import follow, reached_again
from sheets_sync.planning.line_slips import why_no_correction
from sheets_sync.planning.record_values import as_far_as_told, base_of, own_cells, stand
from sheets_sync.planning.sync_plan import CellWrite, Touched, Unit, Work
from sheets_sync.planning.typed_notes import take_note, why_not
from sheets_sync.sheet_layout import BORN, header
from sheets_sync.sheet_model import FoundTab, SheetLine

_BEGINNING = "This cell shows only the beginning of a long text. Correct it in the dashboard."


def line_of(found: FoundTab, row: Received, now: Mapping[str, Any]) -> dict[str, str]:
    """The texts of the record's line, by field: what it says now, and the row as it was received."""
    told = {name: "" if now[VOID] else shown(read_field(now, name)) for name in found.tab.told}
    return {"id": row.id, "at": row.at, "by": row.by} | told | {BORN: borns.write(row)}


def keep_in_step(work: Work, found: FoundTab, record: str, line: SheetLine, told: Born | None) -> None:
    """Find what was typed into the line and what it shall say; both become one unit."""
    table = found.tab.name
    mine = work.known.rows[table].get(record)
    base = base_of(mine, told)
    if base is None:
        why = "The program's own cell at the end of this row is gone, and this book does not know the row."
        work.aside(table, line, record, why)
        return
    if mine is None and told is not None and not told.whole and work.sheet.is_newer:
        return  # or the book would have half of it, and would write half of it back one day
    if mine is None and told is not None:
        base = as_far_as_told(told, line)
        work.plan.rows.append(base)
    step = _Step(work, found, record, line, base, told)
    step.unit.cells += own_cells(found, line, base, told, rewrite=mine is not None)
    for name in found.tab.told:
        step.look_at(name)
    step.finish()


class _Step:
    """One record's line, looked at cell by cell."""

    def __init__(
        self, work: Work, found: FoundTab, record: str, line: SheetLine, base: Received, told: Born | None
    ) -> None:
        self.work, self.table, self.record, self.line, self.base = work, found.tab.name, record, line, base
        self.told = told
        self.logged = work.log_of.get((self.table, record), [])
        self.new = [c for c in work.known.of_record.get((self.table, record), ()) if c.id not in work.log]
        self.said, self.latest = stand(self.table, base, self.logged)
        self.row = self.said
        if self.new:
            self.row, latest = stand(self.table, base, [*self.logged, *self.new])
            self.latest = max(self.latest, latest)
        self.found, self.fresh = found, found.fresh
        self.unit = Unit(record)
        self.minted: list[Arrival] = []
        self.explained = False

    def look_at(self, name: str) -> None:
        """Tell whether a person typed into this cell, and what it shall say."""
        expected, wanted = self._told(name)
        if wanted == expected and self._says(name, expected):
            return  # as nearly all cells
        there = typed(self.table, name, self.line.cells.get(name))
        if self._is_on_its_way(name, there, wanted) or self._is_long(name, there, expected, wanted):
            return
        raw = self.line.cells.get(name)
        text = typed(self.table, name, raw)
        if text != shown(expected) and (
            self._nobody_typed(name, text)
            or was_made_of(as_number(name, raw), shown(expected))
            or (expected is None and is_unticked(kind_of(self.table, name), raw))
        ):
            text = shown(expected)
        held = expected
        if text != shown(expected):
            try:
                held = value(self.table, name, raw)
            except NotCanonical:
                if not self._is_refused(name, expected, wanted, text):
                    self._aside(f"{header(name)} can't be read: {why_unreadable(self.table, name, raw)}.")
                return
        if held != expected:
            self._differs(name, expected, held, wanted, text)
        elif wanted != held and self._older_is_taken():
            self.explained = True  # the log comes back whole, and what the cell says is the latest word
            self.minted.append(_change(self.work, self.table, self.record, name, wanted, held, self.latest))
        elif wanted != held or (text != there and there != shown(wanted)):
            self._write(name, wanted)

    def _differs(self, name: str, expected: Value, held: Value, wanted: Value, text: str) -> None:
        """The cell says something else than the log explains."""
        if self._refuses(name) and not self._is_ours(name, held, wanted):
            self._is_refused(name, expected, wanted, text)
        elif self.said[VOID]:
            first = check(str(self.said[VOID]))
            why = (
                f"joined to {first}: type it there." if first else "taken back; what is typed into it is not taken in."
            )
            self._aside(f"This row was {why}")
        elif self._is_ours(name, held, wanted):
            self._explain(name, held, wanted)
        elif self.work.is_formula.get((self.table, self.record, name)):
            self._aside(f"{header(name)} {CHANGES_BY_ITSELF}")
        else:
            if any(change.by == BY and change.field == name for change in self.logged):
                self.work.look_at.add((self.table, self.record, name))
            self._touch(name, expected, text)
            self.minted.append(_change(self.work, self.table, self.record, name, expected, held, self.latest))

    def _touch(self, name: str, expected: Value, text: str) -> None:
        self.work.touched.setdefault(self.table, []).append(Touched(self.record, name, shown(expected), text))

    def _is_refused(self, name: str, expected: Value, wanted: Value, text: str) -> bool:
        """Whether a person refused what the tab says; then the book's value is written back."""
        self._touch(name, expected, text)
        if self._refuses(name):
            self._write(name, wanted)
        return self._refuses(name)

    def _refuses(self, name: str) -> bool:
        return self.work.refuses_cell(self.table, self.record, name)

    def _older_is_taken(self) -> bool:
        return self.work.takes(self.table) and self.work.verdicts[self.table].older

    def _nobody_typed(self, name: str, text: str) -> bool:
        """Whether the cell only says what it said before its column was made again, or the book blanked the value."""
        if name in self.fresh and not text:
            return True
        logged = [self.work.as_written.get(c.id, c) for c in self.logged]
        blanked = self.told is not None and self.told.row.values.keys() - self.base.values.keys()
        if self.told is None or (logged == self.logged and not blanked):
            return False
        before, _ = stand(self.table, self.told.row, logged)
        return text == ("" if before[VOID] else shown(read_field(before, name)))

    def _is_on_its_way(self, name: str, there: str, wanted: Value) -> bool:
        """Whether a write meant for the cell missed it. Then nobody typed what it says, and it is written again."""
        where = (self.table, self.line.place, name)
        missed = where in self.work.unwritten and not is_excerpt(canon.as_text(wanted) or "")
        if missed and there != shown(wanted):
            self._write(name, wanted)
        return missed

    def _is_long(self, name: str, there: str, expected: Value, wanted: Value) -> bool:
        """Whether no cell can hold it. Then the cell holds its beginning, which is not correctable.

        What a person typed over it becomes a note; where none can be taken, it stands and is shown to somebody.
        """
        before, after = (canon.as_text(each) or "" for each in (expected, wanted))
        text = typed(self.table, name, self.line.cells.get(name))
        is_short = fits(before) and not is_excerpt(before)
        if is_short and (text != shown(wanted) or (fits(after) and not is_excerpt(after))):
            return False
        ours = text in (shown(expected), shown(wanted)) or self._nobody_typed(name, text)
        if is_excerpt(after):  # this book has only the beginning; the one that has the text sees to the cell
            if not ours and not begins_alike(text, after):
                self._aside(_BEGINNING)
        elif ours:
            if there != shown(wanted):
                self._write(name, wanted)
        elif self._is_refused(name, expected, wanted, text):
            pass
        elif not self.work.push or why_not(self.work):
            self._aside(_BEGINNING)
        else:
            says = f"{header(name)}, typed over the beginning of a long text: {text or 'nothing'}"
            themselves = self.table in (VolunteerRow.TABLE, ResidentRow.TABLE)
            with_whom = self.record if themselves else self.row.get(ColumnName.RESIDENT_ID)
            where = (self.table, self.record, name)
            take_note(self.work, self.unit, where, with_whom=with_whom, says=says, words=text)
            self._write(name, wanted)
        return True

    def finish(self) -> None:
        """Make one unit of it."""
        believed = not self.minted or self._older_is_taken()
        if not believed and (why := why_no_correction(self.found, self.base, self.logged, self.minted)):
            self.minted = []
            self._aside(why)
            self.work.slipped.setdefault(self.table, set()).add(self.record)
        if self.minted and self.work.pull:
            self.row, _ = stand(self.table, self.base, [*self.logged, *self.new, *self.minted])
            for change in self.minted:
                stands = shown(read_field(self.row, change.field))
                if stands != (change.now or ""):
                    # Somebody decided otherwise meanwhile: the book's value stands; this one is kept and shown.
                    self._write(change.field, read_field(self.row, change.field))
            self.minted += self._follow()
            self.unit.log += self.minted
            self.unit.new_changes += self.minted
        if not self.work.push:
            own = {change.field for change in self.minted}
            self.unit.cells = [cell for cell in self.unit.cells if cell.field in own]
        elif self.new and (self.unit.cells or self.explained):
            # The cell and what explains it are written together, or a person would seem to have typed it.
            self.unit.log += self.new
            self.work.carried |= {c.id for c in self.new}
        gone = [c for c in self.new if ("changes", c.id) in self.work.known.read_back and c not in self.unit.log]
        if gone:
            # Lines of the log that somebody took away: the views go by what the sheet has, as every machine sees it.
            there = [*self.logged, *(c for c in self.new if c not in gone), *self.minted]
            self.row, _ = stand(self.table, self.base, there)
        self.work.current[self.table][self.record] = self.row
        if self.unit.cells or self.unit.log:
            self.work.plan.units.append(self.unit)

    def _follow(self) -> list[Arrival]:
        """What else changes with a corrected postcode, number or email address, if the correction holds."""
        before, _ = stand(self.table, self.base, [*self.logged, *self.new])
        found: list[Arrival] = []
        for change in self.minted:
            if change.field == ColumnName.POSTCODE and self.row[ColumnName.POSTCODE] == change.now:
                found += follow(self.work, change, before)
            elif self.row.get(change.field) == change.now:
                found += reached_again(change, before)
        for change in found:
            if change.record_id != self.record:
                self.work.known.changes[change.id] = change
                self.work.known.of_record.setdefault((change.table, change.record_id), []).append(change)
                self.work.carried.add(change.id)
        if found:
            own = [change for change in found if change.record_id == self.record]
            self.row, _ = stand(self.table, self.base, [*self.logged, *self.new, *self.minted, *own])
        return found

    def _explain(self, name: str, held: Value, wanted: Value) -> None:
        """The book's own changes explain what the cell says; what came after it stands."""
        self.explained = True
        if held != wanted:
            self._write(name, wanted)

    def _is_ours(self, name: str, held: Value, wanted: Value) -> bool:
        """Whether the book says the same, or once told the sheet so, and the sheet's log does not (or no longer)."""
        if held == wanted:
            return True
        text, known = canon.as_text(held), self.work.known
        same = [("changes", c.id) for c in self.new if (c.field, c.now) == (name, text)]
        return any(ref in known.read_back or ref in known.added for ref in same)

    def _told(self, name: str) -> tuple[Value, Value]:
        """What the cell should say by the sheet's log, and what it should say by both logs."""
        expected: Value = None if self.said[VOID] else read_field(self.said, name)
        if self.row is self.said:
            return expected, expected
        return expected, None if self.row[VOID] else read_field(self.row, name)

    def _says(self, name: str, known: Value) -> bool:
        """Whether the cell says just this, as a text."""
        return bool(self.line.cells.get(name, "") == (canon.as_text(known) or ""))

    def _write(self, name: str, known: Value) -> None:
        self.unit.cells.append(CellWrite(self.table, self.line.place, self.record, name, shown(known)))

    def _aside(self, why: str) -> None:
        self.work.aside(self.table, self.line, self.record, why)


def _change(work: Work, table: str, record: str, name: str, was: Value, now: Value, latest: str) -> Arrival:
    """The correction, with an id that every machine finds that reads the same sheet."""
    before, after = canon.as_text(was), canon.as_text(now)
    last = max(
        (c for c in work.log_of.get((table, record), ()) if c.field == name), key=lambda c: (c.at, c.id), default=None
    )
    found = correction(
        BY, table, record, name, before, after, before=last.id if last else None, at=work.now, after=latest
    )
    if not work.takes(table):
        return found
    verdict = work.verdicts[table]
    return replace(found, action=verdict.action, reason=f"All taken at once: {verdict.by}")
