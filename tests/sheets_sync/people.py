"""What people do in a spreadsheet, drawn at random; every word they type is told apart from all others."""

import re
import shutil
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from sheets_sync.sheet_layout import BORN, LEFT
from sheets_sync.sync_errors import NotInStep
from tests.google_sheets.a1 import column_letters
from tests.google_sheets.server import StandIn
from tests.google_sheets.spreadsheet import Spreadsheet
from tests.sheets_sync.equality import read_sheet, told
from tests.sheets_sync.office import Machine, Office
from tests.sheets_sync.office import settings as community

WORD = re.compile(r"w\d+x")
FIELDS = {
    "volunteers": ("name", "telephone", "about", "extra.heard_from", "how_many", "tasks", "over_18"),
    "help_requests": ("name", "details", "urgency"),
}
STATUSES = {"volunteers": ("applied", "checking", "ready", "paused"), "help_requests": ("new", "no_answer", "triaged")}

tables = st.sampled_from(sorted(FIELDS))
any_tab = st.sampled_from(["volunteers", "help_requests", "changes", "People"])
any_number = st.integers(0, 1_000)
known_words = st.sampled_from(["", "a", "b", "3", "=1+1", "01225 496000", "yes", " a "])


@dataclass
class Made:
    """What every run begins with: a provisioned spreadsheet and an empty book."""

    google: StandIn
    sheet: Spreadsheet
    book: Path
    folder: Path


class People(RuleBasedStateMachine):
    """A spreadsheet, its machines, and the people who have it open."""

    def __init__(self, made: Made, machines: int) -> None:
        super().__init__()
        self.stack = ExitStack()
        sheet = made.google.world.copy(made.sheet.id, "Community")
        self.stack.callback(made.google.world.remove, sheet.id)
        self.office = Office(made.google, made.folder, self.stack, sheet)
        for number in range(machines):
            path = made.folder / f"book-{number}.db"
            for old in made.folder.glob(f"book-{number}.db*"):
                old.unlink()
            shutil.copy(made.book, path)
            self.office.hire(str(path))
        self.number = 0
        self.actions: list[tuple[Machine, str]] = []
        self.erased: set[tuple[str, str]] = set()
        self.let_go: set[str] = set()
        """Words that a person took away, or of people who were erased."""
        self.taken: set[str] = set()
        """Words of lines and columns that a person deleted: a machine that never had them takes them off the views."""
        self.pulled_apart = 0

    # what there is

    def word(self) -> str:
        self.number += 1
        return f"w{self.number}x"

    def machine(self, number: int) -> Machine:
        return self.office.machines[number % len(self.office.machines)]

    def line(self, tab: str, pick: int) -> Any:
        lines = self.office.lines(tab)
        return lines[pick % len(lines)] if lines else None

    def columns(self, tab: str) -> dict[str, int]:
        return read_sheet(self.office.google, self.office.sheet.id, community()).tabs[tab].columns

    def type(self, tab: str, place: int, field: str, words: str) -> None:
        columns = self.columns(tab)
        if field in columns:
            self.office.person.type(self.office.title(tab), f"{column_letters(columns[field])}{place + 1}", words)

    def in_sheet(self) -> set[str]:
        """The words that a person can read in our tabs."""
        sheet = read_sheet(self.office.google, self.office.sheet.id, community())
        return {
            word
            for tab in sheet.tabs.values()
            if tab.tab.kind in ("table", "view")
            for line in tab.lines
            for name in line.cells
            if name not in (BORN, LEFT)
            for word in WORD.findall(line.text(name))
        }

    @staticmethod
    def in_book(machine: Machine) -> set[str]:
        """The words of its current rows and of its changes."""
        mine = told(machine.book)
        texts = [value for rows in mine.now.values() for row in rows.values() for value in row.values()]
        texts += [change[name] for change in mine.changes.values() for name in ("was", "now")]
        return {word for text in texts if text is not None for word in WORD.findall(str(text))}

    def let_go_of_the_erased(self) -> None:
        """Words of people who were erased, those too that came before every machine and the sheet had heard of it."""
        for tab, own in self.erased:
            texts: list[Any] = []
            for machine in self.office.machines:
                mine = told(machine.book)
                texts += mine.now[tab].get(own, {}).values()
                texts += [c[n] for c in mine.changes.values() if c["record_id"] == own for n in ("was", "now")]
            for line in self.office.lines(tab):
                if own in (line.text(BORN) or line.text("id")):
                    texts += line.cells.values()
            self.let_go |= {word for text in texts for word in WORD.findall(str(text))}

    # people in the spreadsheet

    @rule(tab=tables, pick=any_number, which=any_number, words=known_words | st.none())
    def correct(self, tab: str, pick: int, which: int, words: str | None) -> None:
        line, fields = self.line(tab, pick), FIELDS[tab]
        if line is not None:
            self.type(tab, line.place, fields[which % len(fields)], self.word() if words is None else words)

    @rule(tab=tables, gap=st.integers(0, 2), twice=st.booleans())
    def type_a_row(self, tab: str, gap: int, twice: bool) -> None:
        person, title = self.office.person, self.office.title(tab)
        words = self.word()
        for _ in range(2 if twice else 1):
            row = person.end(title) + 1 + gap
            while row > self.office.sheet.titled(title).row_count:  # type: ignore[union-attr]
                person.more_rows(title, 5)
            self.type(tab, row - 1, "name", words)

    @rule(tab=tables, pick=any_number, change=st.sampled_from(["copy", "original", "neither"]), over=st.booleans())
    def copy_a_row(self, tab: str, pick: int, change: str, over: bool) -> None:
        line, person, title = self.line(tab, pick), self.office.person, self.office.title(tab)
        if line is None:
            return
        other = self.line(tab, pick + 1)
        to = other.place + 1 if over and other.place != line.place else person.end(title) + 1
        person.copy_rows(title, line.place + 1, to)
        if change != "neither":
            self.type(tab, line.place if change == "original" else to - 1, "name", self.word())

    @rule(
        tab=tables,
        pick=any_number,
        field=st.sampled_from(["id", "at", "by", BORN]),
        words=st.sampled_from(["", "q", "another's"]),
    )
    def spoil(self, tab: str, pick: int, field: str, words: str) -> None:
        """Type into the program's own cells, in two lines at most between syncs: more is a tab pulled apart."""
        line = self.line(tab, pick)
        if line is None or self.pulled_apart > 1:
            return
        self.pulled_apart += 1
        text = self.line(tab, pick + 1).text("id") if words == "another's" else words
        if field == BORN and (words or line.text("id") == ""):
            return
        self.type(tab, line.place, field, text)

    @rule(tab=tables, by=any_number, down=st.booleans(), header=st.booleans())
    def sort(self, tab: str, by: int, down: bool, header: bool) -> None:
        self.sort_rows(tab, by, down=down, header=header)

    def sort_rows(self, tab: str, by: int, *, down: bool, header: bool) -> None:
        """Sort a whole tab. Google refuses that where cells are merged, and the person takes them apart first."""
        columns, person, title = sorted(self.columns(tab).values()), self.office.person, self.office.title(tab)
        person.unmerge(title)
        person.sort(title, column_letters(columns[by % len(columns)]), down=down, header=header)

    @rule(tab=tables, pick=any_number, count=st.integers(1, 2))
    def insert_rows(self, tab: str, pick: int, count: int) -> None:
        line = self.line(tab, pick)
        self.office.person.insert_rows(self.office.title(tab), line.place + 1 if line else 2, count)

    @rule(tab=tables, pick=any_number, to=any_number)
    def move_a_row(self, tab: str, pick: int, to: int) -> None:
        line, other = self.line(tab, pick), self.line(tab, to)
        if line is not None and other.place not in (line.place, line.place + 1):
            self.office.person.move_rows(self.office.title(tab), line.place + 1, other.place + 1)

    @rule(tab=st.sampled_from(["volunteers", "help_requests", "changes", "contacts"]), pick=any_number)
    def delete_a_row(self, tab: str, pick: int) -> None:
        self.delete_row(tab, pick)

    def delete_row(self, tab: str, pick: int) -> None:
        line = self.line(tab, pick)
        if line is not None:
            self.take_away(line.cells.values())
            self.office.person.delete_rows(self.office.title(tab), line.place + 1)

    def take_away(self, texts: Iterable[object]) -> None:
        """Somebody deletes these: what no book has, nobody can know any more."""
        words = {word for text in texts for word in WORD.findall(str(text))}
        self.taken |= words
        self.let_go |= words - self.everywhere()

    def everywhere(self) -> set[str]:
        return set().union(*(self.in_book(machine) for machine in self.office.machines))

    @rule(
        tab=tables, what=st.sampled_from(["insert", "move", "rename", "tab", "hide"]), one=any_number, other=any_number
    )
    def arrange(self, tab: str, what: str, one: int, other: int) -> None:
        """What does not touch a word: columns, headers, the tab itself."""
        person, title = self.office.person, self.office.title(tab)
        columns = sorted(self.columns(tab).values())
        first, second = columns[one % len(columns)], columns[other % len(columns)]
        if what == "insert":
            person.insert_columns(title, column_letters(first))
        elif what == "move" and second not in (first, first + 1):
            person.move_columns(title, column_letters(first), column_letters(second))
        elif what == "rename":
            self.number += 1
            person.type(title, f"{column_letters(first)}1", f"Our words {self.number}")
        elif what == "tab":
            person.rename_tab(title, f"{tab.title()} {one}")
        elif what == "hide":
            person.hide_rows(title, 2)

    @rule(
        tab=st.sampled_from(["volunteers", "help_requests", "changes", "People"]),
        which=any_number,
        at_once=st.booleans(),
    )
    def delete_a_column(self, tab: str, which: int, at_once: bool) -> None:
        """It is made again, at once or after the machines have stood still for a while."""
        columns = self.columns(tab)
        name = sorted(columns)[which % len(columns)]
        self.take_away(line.text(name) for line in self.office.lines(tab))
        self.office.person.delete_columns(self.office.title(tab), column_letters(columns[name]))
        for machine in [] if at_once else self.office.machines:
            with suppress(NotInStep):
                machine.sync()
        self.office.provision()
        for machine in self.office.machines:  # the one that knows most fills it; the other may have to wait for it
            with suppress(NotInStep):
                machine.sync()

    @rule(view=st.sampled_from(["People", "Board"]), row=st.integers(2, 6), which=any_number)
    def type_into_a_view(self, view: str, row: int, which: int) -> None:
        fields = [name for name in self.columns(view) if name != LEFT]
        self.type(view, row - 1, fields[which % len(fields)], self.word())
