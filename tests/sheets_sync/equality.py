"""Whether a spreadsheet equals a book, as the laws of the sheet define it, and whether two books are equal.

It looks into the stand-in itself, past its quota and its faults, and reckons from the book's own tables: nothing here
asks the plan of a sync what should be so. What a sync has shown to a person (set aside, gone from the sheet) is
excused, and nothing else is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa

from community.book import Book
from community.book.record_set import VOID, read_field
from community.book.replay import replay_row
from community.book.rows import STAYS
from community.book.schema import CHANGES, NOW, RECEIVED
from community.forms import load as load_forms
from community.settings import Settings
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import NotCanonical
from sheets_sync import origin_cell as borns
from sheets_sync import sheet_reading, views
from sheets_sync.cell_values import fits, is_excerpt, shown, value
from sheets_sync.sheet_layout import BORN, LEFT, LOG, MOST_IN_A_CELL, tabs
from sheets_sync.sheet_model import FoundTab, SheetLine, SheetSnapshot
from sheets_sync.sheets_service import SHAPE
from sheets_sync.status import status
from tests.google_sheets import masks
from tests.google_sheets.boxes import Area
from tests.google_sheets.describe import spreadsheet
from tests.google_sheets.server import StandIn
from tests.google_sheets.values import UNFORMATTED, grid

SHARED = tuple(table.name for table in TABLES.values() if table.sheet)
"""The tables that the spreadsheet has."""
Place = tuple[str, str]
"""(tab, id)"""
Excused = set[tuple[str, str | int | None]]
"""(tab, id, or the line's number where it has none)"""


@dataclass(frozen=True)
class Told:
    """What a book says, straight from its tables."""

    received: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(repr=False)
    now: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(repr=False)
    changes: Mapping[str, Mapping[str, Any]] = field(repr=False)
    erased: frozenset[Place]


def told(book: Book) -> Told:
    """Read it all in one snapshot."""
    with book.reading() as reader:
        ask = reader.connection.execute
        received = {t: {r["id"]: dict(r) for r in ask(sa.select(RECEIVED[t])).mappings()} for t in SHARED}
        now = {t: {r["id"]: dict(r) for r in ask(sa.select(NOW[t])).mappings()} for t in SHARED}
        every = ask(sa.select(CHANGES).where(CHANGES.c.table.in_(SHARED))).mappings()
        changes = {c["id"]: dict(c) for c in every}
    erased = {(str(e["table_name"]), str(e["record_id"])) for e in received["erasures"].values()}
    return Told(received, now, changes, frozenset(erased))


def read_sheet(google: StandIn, spreadsheet_id: str, settings: Settings) -> SheetSnapshot:
    """The spreadsheet as it is at this moment; no request is made."""
    with google.world.lock:
        book = google.world.book(spreadsheet_id)
        ours = tabs(load_forms(settings).values())

        def read(titles: list[str]) -> list[list[list[Any]]]:
            return [
                grid(book, each, Area(0, each.row_count, 0, each.column_count), UNFORMATTED)
                for each in (book.titled(title) for title in titles)
                if each is not None
            ]

        return sheet_reading.snapshot(spreadsheet(book, masks.parse(SHAPE)), ours, read)


def assert_in_step(google: StandIn, spreadsheet_id: str, settings: Settings, *books: Book) -> None:
    """Fail with every difference: between the spreadsheet and each book, and between the books."""
    found = [each for book in books for each in differences(google, spreadsheet_id, book, settings)]
    for other in books[1:]:
        found += between(books[0], other)
    assert not found, f"{len(found)} differences:\n" + "\n".join(found[:40])


def differences(google: StandIn, spreadsheet_id: str, book: Book, settings: Settings) -> list[str]:
    """What is not the same in the spreadsheet and in the book: tabs, ids and fields, no values.

    Every row of the book once in its tab and no other; told cells saying the book's current values; the hidden cell
    the row as it was received; the log's lines the book's changes; both views as the book's current rows make them.
    """
    sheet, mine, state = read_sheet(google, spreadsheet_id, settings), told(book), status(book)
    excused: Excused = {(each.tab, each.id or each.place) for each in state.aside}
    gone = {(each.tab, each.id) for each in state.missing} | _left_out(book)
    found = [f"problem: {words}" for words in sheet.problems]
    for tab in sheet.tabs.values():
        if tab.tab.kind == "table":
            found += _table(
                tab, mine, excused, gone, {(each.place, each.id) for each in state.aside if each.tab == tab.tab.name}
            )
        elif tab.tab.kind == "log":
            found += _log(tab, mine, excused, gone)
        elif tab.tab.kind == "erasures":
            found += _erasures(tab, mine)
    found += _views(sheet, mine, settings, gone)
    return found


def between(one: Book, other: Book) -> list[str]:
    """What is not the same in two books: rows as received, rows as they are now, changes with their conflicts."""
    a, b = told(one), told(other)
    found = []
    for table in SHARED:
        for what, x, y in (("received", a.received[table], b.received[table]), ("now", a.now[table], b.now[table])):
            found += [f"books: {table} {own} is {what} in one only" for own in x.keys() ^ y.keys()]
            for own in x.keys() & y.keys():
                found += [
                    f"books: {table} {own}: {name} differs ({what})" for name in x[own] if x[own][name] != y[own][name]
                ]
    found += [f"books: change {own} is in one only" for own in _standing(a) ^ _standing(b)]
    for own in a.changes.keys() & b.changes.keys():
        x, y = a.changes[own], b.changes[own]
        found += [f"books: change {own}: {name} differs" for name in x if x[name] != y[name]]
    return found


def _standing(mine: Told) -> set[str]:
    """Changes whose record was not erased: what is left of the others may be here and not there."""
    return {own for own, c in mine.changes.items() if (c["table"], c["record_id"]) not in mine.erased}


def _left_out(book: Book) -> set[Place]:
    with book.reading() as reader:
        query = sa.text("SELECT tab, id FROM sheet_read WHERE left_out IS NOT NULL")
        return {(tab, own) for tab, own in reader.connection.execute(query)}


def _ids(tab: FoundTab, wanted: set[str], excused: Excused, gone: set[Place]) -> list[str]:
    name = tab.tab.name
    there = Counter(own for line in tab.lines if (own := line.text("id")))
    found = [f"{name} {own} stands {n} times" for own, n in there.items() if n > 1 and (name, own) not in excused]
    found += [f"{name} {own} is not in the sheet" for own in wanted - there.keys() if (name, own) not in gone]
    found += [f"{name} {own} is not in the book" for own in there.keys() - wanted if (name, own) not in excused]
    return found


def _table(
    tab: FoundTab,
    mine: Told,
    excused: Excused,
    gone: set[Place],
    shown_to_a_person: set[tuple[int | None, str | None]],
) -> list[str]:
    name = tab.tab.name
    found = _ids(tab, set(mine.received[name]), excused, gone)
    lines = Counter(line.text("id") for line in tab.lines)
    for line in tab.lines:
        own = line.text("id")
        if lines[own] > 1 and (line.place + 1, own) in shown_to_a_person:
            continue  # a copy, whose other cells are left as they are
        if not own:
            words = [each for each in tab.tab.told if line.text(each) and not isinstance(line.cells[each], bool)]
            if words and (name, line.place + 1) not in excused:
                found.append(f"{name}: line {line.place + 1} is nobody's")
        elif own in mine.now[name]:
            found += _line(tab, line, own, mine, excused=(name, own) in excused)
    return found


def _line(tab: FoundTab, line: SheetLine, own: str, mine: Told, *, excused: bool) -> list[str]:
    name, row, received = tab.tab.name, mine.now[tab.tab.name][own], mine.received[tab.tab.name][own]
    found = []
    if (line.text("at"), line.text("by")) != (received["at"], received["by"].strip()):
        found.append(f"{name} {own}: when or by whom differs")
    for each in tab.tab.told:
        known = None if row[VOID] else read_field(row, each)
        if not _same_cell(name, each, line.cells.get(each), known) and not excused:
            found.append(f"{name} {own}: {each} differs")
    born = borns.read(name, line.text(BORN))
    if born is None:
        found.append(f"{name} {own}: the hidden cell tells no row")
    elif not born.cut and dict(born.row.values) != {
        c.name: received[c.name] for c in TABLES[name].columns if received[c.name] is not None
    }:
        found.append(f"{name} {own}: the hidden cell tells another row")
    return found


def _same_cell(table: str, name: str, raw: Any, known: Any) -> bool:
    """Whether the cell says this value; an excerpt, the beginning of it."""
    wanted = canon.as_text(known) or ""
    if not fits(wanted):
        text = str(raw or "")
        return is_excerpt(text) and len(text) <= MOST_IN_A_CELL and wanted.startswith(text[:1_000])
    if raw == wanted:
        return True
    try:
        return value(table, name, raw) == known
    except NotCanonical:
        return False


def _log(tab: FoundTab, mine: Told, excused: Excused, gone: set[Place]) -> list[str]:
    about = {(line.text("id")): (line.text("table"), line.text("record_id")) for line in tab.lines}
    # What is left in the log of somebody erased is blank, and a book that never knew them does not have it.
    erased = {own for own, record in about.items() if record in mine.erased and record[0] not in STAYS}
    found = _ids(tab, set(mine.changes) | erased, excused, gone)
    for line in tab.lines:
        own = line.text("id")
        if own in erased:
            if any(line.text(each) for each in ("was", "now", "reason")) and line.text("field") != VOID:
                found.append(f"changes {own}: is about somebody erased, and not blank")
        elif own in mine.changes and ("changes", own) not in excused:
            known = mine.changes[own]
            wanted = {each: shown(known[each]).strip() for each in LOG}
            found += [f"changes {own}: {each} differs" for each in LOG if line.text(each) != wanted[each]]
    return found


def _erasures(tab: FoundTab, mine: Told) -> list[str]:
    there = {line.text("id"): (line.text("table_name"), line.text("record_id")) for line in tab.lines}
    wanted = {own: (e["table_name"], e["record_id"]) for own, e in mine.received["erasures"].items()}
    return [f"erasures {own} differs" for own in there.keys() | wanted.keys() if there.get(own) != wanted.get(own)]


def _as_seen(table: str, mine: Told, own: str, gone: set[Place]) -> Mapping[str, Any]:
    """The current row; without those changes whose line somebody took out of the log."""
    about = [c for c in mine.changes.values() if (c["table"], c["record_id"]) == (table, own)]
    there = [SimpleNamespace(**c) for c in about if ("changes", c["id"]) not in gone]
    return mine.now[table][own] if len(there) == len(about) else replay_row(table, mine.received[table][own], there).row


def _views(sheet: SheetSnapshot, mine: Told, settings: Settings, gone: set[Place]) -> list[str]:
    """The views show what the sheet has: a row that somebody took out of its tab is in none of them."""
    found = []
    rows = {
        table: {own: _as_seen(table, mine, own, gone) for own in mine.now[table] if (table, own) not in gone}
        for table in SHARED
    }
    for name, make in (("Board", views.board), ("People", views.people)):
        tab = sheet.tabs.get(name)
        if tab is None or tab.missing:
            continue
        fields = [each for each in tab.tab.fields if each != LEFT]
        there = Counter(tuple(line.text(each) for each in fields) for line in tab.lines)
        wanted = Counter(tuple(line.get(each, "").strip() for each in fields) for line in make(rows, settings))
        found += [f"{name}: {(there - wanted).total()} lines too many, {(wanted - there).total()} too few"] * (
            there != wanted
        )
    return found


def ids_in(sheet: SheetSnapshot, tab: str) -> list[str]:
    """The ids of a tab from top to bottom."""
    return [own for line in sheet.tabs[tab].lines if (own := line.text("id"))]


def in_given_order(there: Iterable[str], given: Iterable[str]) -> bool:
    """Whether those of `there` that are among the given ones stand in the given order."""
    order = {own: place for place, own in enumerate(given)}
    places = [order[own] for own in there if own in order]
    return places == sorted(places)
