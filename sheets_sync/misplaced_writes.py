"""Putting right what was written on the wrong line, because a person moved lines between the read and the write.

A write goes to places, and Sheets has no lock against people. So the ids are asked back in the same call; where they
are not whose they should be, the next plan is told what each cell is to be taken to say, and sets both lines right.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from community.book.record_set import read_field
from community.tables.canonical import NotCanonical
from sheets_sync import origin_cell as borns
from sheets_sync import write_intentions
from sheets_sync.batch_writer import BatchAnswer
from sheets_sync.book_snapshot import Known
from sheets_sync.cell_values import shown, typed, value
from sheets_sync.held_changes import last_turn
from sheets_sync.planning import Stray, Unit, Work
from sheets_sync.planning.line_owners import NOBODY, says_headers
from sheets_sync.planning.record_values import full, stand
from sheets_sync.planning.stray_lines import where_it_stands
from sheets_sync.sheet_layout import BORN, FILLED
from sheets_sync.sheet_rows import FoundRows, SheetLine, SheetRows
from sheets_sync.sync_memory import WRITING

Place = tuple[str, str, str]
"""(tab, id, field)"""


@dataclass(frozen=True)
class Mending:
    """What the next plan must know."""

    as_if: Mapping[Place, Any] = field(default_factory=dict, repr=False)
    """What a cell is to be taken to say."""
    really: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Whose line it really is that carries this id."""
    forget: tuple[tuple[str, str], ...] = ()
    """Lines that were emptied by mistake: they are sent again."""
    strays: tuple[Stray, ...] = field(default=(), repr=False)
    """What was written where no record stands: it is taken off again."""

    def __bool__(self) -> bool:
        return bool(self.as_if or self.really or self.forget or self.strays)

    def also(self, other: "Mending") -> "Mending":
        """Both."""
        return Mending(
            {**self.as_if, **other.as_if},
            {**self.really, **other.really},
            (*self.forget, *other.forget),
            (*self.strays, *other.strays),
        )


NOTHING = Mending()


def after_a_miss(work: Work, answer: BatchAnswer, wrong: Sequence[Unit]) -> Mending:
    """What to put right after these units hit other lines than they meant."""
    as_if: dict[Place, Any] = {}
    really: dict[tuple[str, str], str] = {}
    forget: list[tuple[str, str]] = []
    strays: list[Stray] = []
    for unit in wrong:
        strays += _strays(work, answer, unit)
        for cell in unit.cells:
            if unit.blanked or unit.lines:
                break
            if unit.stray is None:
                as_if[cell.tab, cell.record, cell.field] = cell.text
            hit = answer.id_at(cell.tab, cell.place)
            line = next((each for each in work.sheet.tabs[cell.tab].lines if each.text("id") == hit), None)
            if hit and hit != cell.record and line is not None:
                as_if.setdefault((cell.tab, hit, cell.field), line.cells.get(cell.field))
        if unit.blanked and unit.cells:
            tab = unit.cells[0].tab
            gone = {line.text("id") for line in work.sheet.tabs[tab].lines} - set(answer.ids(tab)) - {""}
            forget += [(tab, own) for own in sorted(gone) if not work.is_gone(tab, own)]
        for tab, place, _ in unit.lines:
            owner = _whose(work.sheet.tabs[tab], answer, place)
            really[tab, unit.name] = NOBODY if owner is None else owner.text("id")
            if owner is not None:
                for name in FILLED & set(work.sheet.tabs[tab].tab.told):
                    as_if[tab, owner.text("id"), name] = owner.cells.get(name)
    return Mending(as_if, really, tuple(forget), tuple(strays))


def _strays(work: Work, answer: BatchAnswer, unit: Unit) -> list[Stray]:
    """What of the unit came down on lines that have no number; of one that should take it off, what still stands."""
    if unit.stray is not None:
        return [unit.stray]
    lost: dict[tuple[str, int, str], dict[str, str]] = {}
    for cell in unit.cells if not unit.blanked and not unit.lines else ():
        if cell.record and not answer.id_at(cell.tab, cell.place):
            lost.setdefault((cell.tab, cell.place, cell.record), {})[cell.field] = cell.text
    return [
        Stray(tab, place, own, texts, tuple(line for line in work.sheet.tabs[tab].lines if not line.text("id")))
        for (tab, place, own), texts in lost.items()
    ]


def _whose(found: FoundRows, answer: BatchAnswer, place: int) -> SheetLine | None:
    """The line that got somebody else's id: the one that says what this line says, and whose id is gone."""
    there = set(answer.ids(found.tab.name))
    names = [name for name in found.tab.told if name not in FILLED]
    says = [answer.text_at(found.tab.name, place, name) for name in names]
    for line in found.lines:
        own = line.text("id")
        if own and own not in there and says == [typed(found.tab.name, name, line.cells.get(name)) for name in names]:
            return line
    return None


def after_a_stop(sheet: SheetRows, known: Known, spreadsheet: str) -> Mending:
    """The same for a batch that was sent before this program was stopped, as far as the sheet shows it.

    Only where nobody has synced since: a cell that should say something and does not, while another line says it that
    should not. Of what another program sent, or this one on a disk that is gone, the sheet's own mark tells.
    """
    try:
        meant = json.loads(known.memory.get(WRITING, {}).get("meant", "{}"))
    except ValueError:
        return NOTHING
    there = write_intentions.left(sheet, last_turn(known.memory, spreadsheet))
    if "strays" not in meant or sheet.number is None or sheet.number - meant["number"] not in (0, 1):
        return _after_another_s(sheet, known, there)
    if there and not write_intentions.is_same(there, meant):
        return _after_another_s(sheet, known, there)  # a batch of before came late, and this book's own was refused
    if meant["number"] == sheet.number:  # it was never done, so what it should take off is still there
        return _stopped_strays(sheet, known, meant["strays"])
    mending = _stopped_strays(sheet, known, [*meant["cells"], *meant["strays"]])
    return _stopped_cells(sheet, known, meant["cells"]).also(mending).also(_stopped_lines(sheet, known, meant["lines"]))


def _after_another_s(sheet: SheetRows, known: Known, meant: Mapping[str, Any]) -> Mending:
    """What a write hit that nobody may have looked at: only cells that are as they were before it count as missed."""
    if not meant:
        return NOTHING
    tabs = {tab for kind in ("cells", "lines", "strays") for tab, *_ in meant[kind]}
    told = write_intentions.as_the_sheet_tells(sheet, known, tabs)
    missed = [each for each in meant["cells"] if _is_as_before(sheet, told, *each[:3])]
    strays = _stopped_strays(sheet, told, [*missed, *meant["strays"]])
    return _stopped_cells(sheet, told, missed).also(strays).also(_stopped_lines(sheet, told, meant["lines"]))


def _is_as_before(sheet: SheetRows, known: Known, tab: str, record: str, name: str) -> bool:
    """Whether the record's cell says what it said before the latest change of it."""
    line = next((each for each in sheet.tabs[tab].lines if each.text("id") == record), None)
    changes = [c for c in known.of_record.get((tab, record), ()) if c.field == name]
    if line is None or not changes:
        return False
    last = max(changes, key=lambda c: (c.at, c.id))
    return typed(tab, name, line.cells.get(name)) == shown(last.was)


def _stopped_cells(sheet: SheetRows, known: Known, meant: Iterable[tuple[str, str, str, int]]) -> Mending:
    """Cells that came down on another record's line."""
    as_if: dict[Place, Any] = {}
    for tab, record, name, _ in meant:
        found = sheet.tabs.get(tab)
        if found is None or found.missing:
            continue
        wanted = _wanted(known, tab, record, name)
        lines = {line.text("id"): typed(tab, name, line.cells.get(name)) for line in found.lines}
        if wanted is None or record not in lines or lines[record] == wanted:
            continue
        hit = [
            own
            for own, text in lines.items()
            if own != record and text == wanted and _wanted(known, tab, own, name) not in (None, wanted)
        ]
        if len(hit) == 1:
            as_if[tab, record, name] = wanted
            as_if[tab, hit[0], name] = _wanted(known, tab, hit[0], name)
    return Mending(as_if)


def _stopped_strays(sheet: SheetRows, known: Known, meant: Iterable[tuple[str, str, str, int]]) -> Mending:
    """Cells that came down on a line that is nobody's, while the record's own does not say so."""
    meant_for: dict[tuple[str, int, str], dict[str, str]] = {}
    for tab, record, name, place in meant:
        if tab in sheet.tabs and (wanted := _wanted(known, tab, record, name)) is not None:
            meant_for.setdefault((tab, place, record), {})[name] = wanted
    as_if: dict[Place, Any] = {}
    strays = []
    for (tab, place, record), texts in meant_for.items():
        stray, lines = Stray(tab, place, record, texts), sheet.tabs[tab].lines
        own = next((line for line in lines if line.text("id") == record), None)
        said = own is not None and any(text and own.text(name) == text.strip() for name, text in texts.items())
        if any(texts.values()) and not said and where_it_stands(lines, stray) is not None:
            strays.append(stray)
            as_if |= {(tab, record, name): text for name, text in texts.items()}
    return Mending(as_if, strays=tuple(strays))


def _stopped_lines(sheet: SheetRows, known: Known, meant: Iterable[tuple[str, str]]) -> Mending:
    """Numbers that were given to another line than the one that was typed."""
    as_if: dict[Place, Any] = {}
    really = {}
    logged = {line.text("id") for line in sheet.tabs["changes"].lines} if "changes" in sheet.tabs else set()
    for tab, own in meant:
        found = sheet.tabs.get(tab)
        owner = None if found is None or found.missing else _covered(found, known, own, logged)
        if owner is not None and found is not None:
            really[tab, own] = owner
            as_if |= {(tab, owner, name): _wanted(known, tab, owner, name) for name in FILLED & set(found.tab.told)}
        elif found is not None and (_is_empty_or_headers(found, own) or _is_another_s(found, own)):
            really[tab, own] = NOBODY
    return Mending(as_if, really)


def _is_another_s(found: FoundRows, own: str) -> bool:
    """Whether the line with this id is not the one that it was meant for, which stands without a number."""
    line = next((each for each in found.lines if each.text("id") == own), None)
    told = borns.read(found.tab.name, line.text(BORN)) if line else None
    if line is None or told is None:
        return False
    names = [name for name in found.tab.told if name not in FILLED]
    meant = {name: shown(read_field(full(found.tab.name, told.row), name)) for name in names}
    if _as_taken(found, line, names) == meant:
        return False
    free = [each for each in found.lines if not each.text("id") and not each.text(BORN)]
    return any(_as_taken(found, each, names) == meant for each in free)


def _as_taken(found: FoundRows, line: SheetLine, names: Iterable[str]) -> dict[str, str]:
    """What the line says, as the book would have it."""
    says = {}
    for name in names:
        try:
            says[name] = shown(value(found.tab.name, name, line.cells.get(name)))
        except NotCanonical:
            says[name] = ""
    return says


def _is_empty_or_headers(found: FoundRows, own: str) -> bool:
    """Whether the line with this id is one that nobody typed."""
    line = next((each for each in found.lines if each.text("id") == own), None)
    names = [name for name in found.tab.told if name not in FILLED]
    return line is not None and (says_headers(found, line) or not any(line.text(name) for name in names))


def _wanted(known: Known, tab: str, record: str, name: str) -> str | None:
    row = known.rows.get(tab, {}).get(record)
    if row is None:
        return None
    now, _ = stand(tab, row, known.of_record.get((tab, record), ()))
    return shown(read_field(now, name))


def _covered(found: FoundRows, known: Known, own: str, logged: Collection[str]) -> str | None:
    """Whose line carries this id though it says what another record says, whose id is gone."""
    tab = found.tab.name
    line = next((each for each in found.lines if each.text("id") == own), None)
    told = borns.read(tab, line.text(BORN)) if line else None
    if line is None or told is None:
        return None
    says = {name: typed(tab, name, line.cells.get(name)) for name in found.tab.told if name not in FILLED}
    values: Mapping[str, Any] = told.row.values
    if says == {name: shown(values.get(name)) for name in says}:
        return None
    there = {each.text("id") for each in found.lines}
    for record in known.rows[tab].keys() - there:
        # It need not have been read back: the program may have been stopped just after it had sent it.
        if (tab, record) in known.erased:
            continue
        each = known.of_record.get((tab, record), ())
        for changes in (each, [change for change in each if change.id in logged]):  # some may be on their way
            now, _ = stand(tab, known.rows[tab][record], changes)
            if says == {name: shown(read_field(now, name)) for name in says}:
                return record
    return None
