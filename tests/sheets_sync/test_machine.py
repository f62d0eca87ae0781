"""People at work in the spreadsheet while the dashboard decides and the intake receives, on one machine and on two.

Every word that is typed, decided or received is told apart from all others. Whatever anybody does, in whatever order:
a word that a sync has read is in the book from then on, or still stands in the spreadsheet; and when all is quiet,
spreadsheet and books say the same.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from community.book import Append, Book, CannotUndo, Stale
from community.book.schema import SHEET_READ
from sheets_sync.status import answer, leave_out, put_back, questions
from sheets_sync.sync_errors import AnswerNeeded
from tests.google_sheets.a1 import column_letters
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import assert_in_step, differences
from tests.sheets_sync.office import Machine, Office
from tests.sheets_sync.office import settings as community
from tests.sheets_sync.people import FIELDS, STATUSES, Made, People, any_number, tables
from tests.sheets_sync.test_laws_erasing import forget

pytestmark = pytest.mark.long

EXAMPLES = int(os.environ.get("SHEET_EXAMPLES", "6"))
STEPS = int(os.environ.get("SHEET_STEPS", "25"))
# A failing run is told as it was found: making it smaller takes longer than anybody waits.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder = tmp_path_factory.mktemp("machine")
    with StandIn() as google, ExitStack() as stack:
        sheet = Office(google, folder, stack).sheet
        Book.open(str(folder / "empty.db")).close()
        yield Made(google, sheet, folder / "empty.db", folder)


class PeopleAndMachines(People):
    """Does something and looks whether a word was lost."""

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
        self.erased.add((tab, own))
        self.let_go_of_the_erased()
        forget(machine.book, (tab, own))

    @rule(m=any_number, back=st.booleans())
    def answer_for_the_missing(self, m: int, back: bool) -> None:
        machine = self.machine(m)
        missing = [(each.tab, each.id) for each in machine.status.missing]
        if back:
            put_back(machine.book, missing)
        else:
            leave_out(machine.book, missing, "2026-11-23T12:00:00.000Z")

    # a hand that slips

    @rule(
        m=any_number, tab=tables, what=st.sampled_from(["sort", "clear", "merge"]), pick=any_number, take=st.booleans()
    )
    def slip(self, m: int, tab: str, what: str, pick: int, take: bool) -> None:
        """One column alone is sorted, cleared or merged. Where that is much, somebody is asked, and answers."""
        columns = self.columns(tab)
        name = FIELDS[tab][pick % len(FIELDS[tab])]
        if name not in columns or not self.office.lines(tab):
            return
        person, title, letter = self.office.person, self.office.title(tab), column_letters(columns[name])
        self.take_away(line.text(name) for line in self.office.lines(tab))
        end = max(2, person.end(title))
        if what == "sort":
            person.unmerge(title)
            area = {"sheetId": person._sheet(title).id, "startRowIndex": 1, "endRowIndex": end}
            area |= {"startColumnIndex": columns[name], "endColumnIndex": columns[name] + 1}
            person._do("sortRange", range=area, sortSpecs=[{"dimensionIndex": columns[name], "sortOrder": "ASCENDING"}])
        else:
            (person.clear if what == "clear" else person.merge)(title, f"{letter}2:{letter}{end}")
        self.pulled_apart = 0
        self._answer_all(self.machine(m), take=take)

    def _answer_all(self, machine: Machine, *, take: bool = False) -> None:
        """Sync, and answer what is asked: what was refused is nobody's word any more."""
        for _ in range(3):
            with suppress(AnswerNeeded):
                machine.sync()
            found = questions(machine.book)
            if not found:
                return
            self.taken |= self.in_sheet()
            self.let_go |= self.in_sheet() - self.everywhere()
            for each in found:
                answer(machine.book, each.tab, each.print, "take" if take and each.takeable else "refuse", "ada")

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
            "sort": lambda: self.sort_rows(tab, pick, down=down, header=header),
            "insert": lambda: self.insert_rows(tab, pick, 1),
            "delete": lambda: self.delete_row(tab, pick),
            "other": lambda: self.machine(m + 1).sync() if len(self.office.machines) > 1 else None,
        }
        self._sync(self.machine(m), lambda: self.machine(m).sync_while(doing[what]))

    def _sync(self, machine: Machine, sync: Callable[[], object]) -> None:
        self.let_go_of_the_erased()
        before, known = self.in_sheet(), self.in_book(machine)
        try:
            sync()
        except AnswerNeeded:
            self._answer_all(machine)
        self.pulled_apart = 0
        after = self.in_book(machine)
        assert known - after <= self.let_go, "the book lost a word"
        assert before - after - self.in_sheet() <= self.let_go | self.taken, "a word that was read is lost"

    def teardown(self) -> None:
        try:
            if self.number:
                self._end()
        finally:
            self.stack.close()

    def _end(self) -> None:
        self.let_go_of_the_erased()
        for machine in self.office.machines * 2:
            self._answer_all(machine)
        before = self.in_sheet()
        known = self.everywhere()
        self.office.rest()
        for machine in self.office.machines:
            assert questions(machine.book) == ()
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
