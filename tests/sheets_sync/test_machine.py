"""People at work in the spreadsheet while the dashboard decides and the intake receives, on one machine and on two.

Every word that is typed, decided or received is told apart from all others. Whatever anybody does, in whatever order:
a word that a sync has read is in the book from then on, or still stands in the spreadsheet; and when all is quiet,
spreadsheet and books say the same.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from community.book import Append, Book, CannotUndo, Stale
from community.book.schema import SHEET_READ
from sheets_sync.layout import BORN, LEFT
from sheets_sync.status import leave_out, put_back
from sheets_sync.sync import NotInStep
from tests.google_sheets.a1 import column_letters
from tests.google_sheets.server import StandIn
from tests.google_sheets.spreadsheet import Spreadsheet
from tests.sheets_sync.equality import assert_in_step, differences, read_sheet, told
from tests.sheets_sync.office import Machine, Office
from tests.sheets_sync.office import settings as community
from tests.sheets_sync.test_laws_erasing import forget

EXAMPLES = int(os.environ.get("SHEET_EXAMPLES", "8"))
STEPS = int(os.environ.get("SHEET_STEPS", "25"))
# A failing run is told as it was found: making it smaller takes longer than anybody waits.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
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


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder = tmp_path_factory.mktemp("machine")
    with StandIn() as google, ExitStack() as stack:
        sheet = Office(google, folder, stack).sheet
        Book.open(str(folder / "empty.db")).close()
        yield Made(google, sheet, folder / "empty.db", folder)


class PeopleAndMachines(RuleBasedStateMachine):
    """Does something and looks whether a word was lost."""

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
        self._sort(tab, by, down=down, header=header)

    def _sort(self, tab: str, by: int, *, down: bool, header: bool) -> None:
        columns = sorted(self.columns(tab).values())
        self.office.person.sort(
            self.office.title(tab), column_letters(columns[by % len(columns)]), down=down, header=header
        )

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
        self._delete(tab, pick)

    def _delete(self, tab: str, pick: int) -> None:
        line = self.line(tab, pick)
        if line is not None:
            self.let_go |= {
                word for text in line.cells.values() for word in WORD.findall(str(text))
            } - self._everywhere()
            self.office.person.delete_rows(self.office.title(tab), line.place + 1)

    def _everywhere(self) -> set[str]:
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
        kept = self._everywhere()
        self.let_go |= {
            word for line in self.office.lines(tab) for word in WORD.findall(line.text(name)) if word not in kept
        }
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

    # the dashboard and the intake

    @rule(m=any_number, tab=tables)
    def receive(self, m: int, tab: str) -> None:
        values = {"name": self.word(), "status": STATUSES[tab][0]}
        self.machine(m).book.append(tab, values, by="web")

    @rule(m=any_number, tab=tables, pick=any_number, which=any_number, to=any_number)
    def decide(self, m: int, tab: str, pick: int, which: int, to: int) -> None:
        """A status, or a correction made in the dashboard."""
        machine = self.machine(m)
        rows = machine.book.rows(tab)
        if not rows:
            return
        own, fields = rows[pick % len(rows)]["id"], ("status", "name", "status", "hub")
        field = fields[which % len(fields)]
        now = STATUSES[tab][to % 3] if field == "status" else self.word()
        self.actions.append((machine, machine.set(tab, own, **{field: now}).id))

    @precondition(lambda self: self.actions)
    @rule(pick=any_number)
    def undo(self, pick: int) -> None:
        machine, action = self.actions[-1 - pick % min(3, len(self.actions))]
        try:
            self.actions.append((machine, machine.book.undo(action, by="ada").id))
        except (CannotUndo, Stale):
            return

    @rule(m=any_number, tab=tables)
    def add_in_an_action(self, m: int, tab: str) -> None:
        """What an undo takes out of sight."""
        machine = self.machine(m)
        done = machine.book.act(
            "add", by="ada", appends=[Append(tab, {"name": self.word(), "status": STATUSES[tab][0]})]
        )
        self.actions.append((machine, done.id))

    @rule(m=any_number, tab=tables, pick=any_number)
    def erase(self, m: int, tab: str, pick: int) -> None:
        machine = self.machine(m)
        rows = machine.book.rows(tab)
        if not rows or pick % 3:
            return
        own = rows[pick % len(rows)]["id"]
        for each in self.office.machines:
            mine = told(each.book)
            texts = [*mine.now[tab].get(own, {}).values()]
            texts += [c[n] for c in mine.changes.values() if c["record_id"] == own for n in ("was", "now")]
            self.let_go |= {word for text in texts for word in WORD.findall(str(text))}
        for line in self.office.lines(tab):
            if line.text("id") == own or own in line.text(BORN):
                self.let_go |= {word for text in line.cells.values() for word in WORD.findall(str(text))}
        forget(machine.book, (tab, own))
        self.erased.add((tab, own))

    @rule(m=any_number, back=st.booleans())
    def answer_for_the_missing(self, m: int, back: bool) -> None:
        machine = self.machine(m)
        missing = [(each.tab, each.id) for each in machine.status.missing]
        if back:
            put_back(machine.book, missing)
        else:
            leave_out(machine.book, missing, "2026-11-23T12:00:00.000Z")

    # the sync

    @rule(m=any_number)
    def sync(self, m: int) -> None:
        self._sync(self.machine(m), self.machine(m).sync)

    @rule(
        m=any_number,
        tab=tables,
        pick=any_number,
        what=st.sampled_from(["sort", "insert", "delete", "other"]),
        down=st.booleans(),
        header=st.booleans(),
    )
    def sync_while_somebody_moves_rows(self, m: int, tab: str, pick: int, what: str, down: bool, header: bool) -> None:
        """Between the reads and the write, where Sheets has no lock."""
        doing: dict[str, Callable[[], Any]] = {
            "sort": lambda: self._sort(tab, pick, down=down, header=header),
            "insert": lambda: self.insert_rows(tab, pick, 1),
            "delete": lambda: self._delete(tab, pick),
            "other": lambda: self.machine(m + 1).sync() if len(self.office.machines) > 1 else None,
        }
        self._sync(self.machine(m), lambda: self.machine(m).sync_while(doing[what]))

    def _sync(self, machine: Machine, sync: Callable[[], object]) -> None:
        before, known = self.in_sheet(), self.in_book(machine)
        sync()
        self.pulled_apart = 0
        after = self.in_book(machine)
        assert known - after <= self.let_go, "the book lost a word"
        assert before - after - self.in_sheet() <= self.let_go, "a word that was read is lost"

    def teardown(self) -> None:
        try:
            if self.number:
                self._end()
        finally:
            self.stack.close()

    def _end(self) -> None:
        before = self.in_sheet()
        known = self._everywhere()
        self.office.rest()
        google, sheet = self.office.google, self.office.sheet.id
        found = [each for m in self.office.machines for each in differences(google, sheet, m.book, community())]
        assert not found, found
        # What people took out of the sheet stays out until it is asked for. Then nobody knows more than anybody else.
        for machine in self.office.machines:
            put_back(machine.book, _gone(machine))
        self.office.rest()
        assert_in_step(google, sheet, community(), *(machine.book for machine in self.office.machines))
        there = self.in_sheet()
        for machine in self.office.machines:
            assert (before | known) - self.in_book(machine) - there <= self.let_go, "a word is lost"
            for tab, own in self.erased:
                assert machine.book.get(tab, own) is None
                assert own not in self.office.ids(tab)


def _gone(machine: Machine) -> list[tuple[str, str]]:
    with machine.book.reading() as reader:
        rows = reader.connection.execute(
            sa.select(SHEET_READ.c.tab, SHEET_READ.c.id).where(
                SHEET_READ.c.missing_since.is_not(None) | SHEET_READ.c.left_out.is_not(None)
            )
        )
        return [(tab, own) for tab, own in rows]


@pytest.mark.parametrize("machines", [1, 2])
def test_nothing_is_lost_and_sheet_and_books_end_equal(made: Made, machines: int) -> None:
    run_state_machine_as_test(
        lambda: PeopleAndMachines(made, machines),
        settings=settings(max_examples=EXAMPLES, stateful_step_count=STEPS, phases=PHASES),
    )
