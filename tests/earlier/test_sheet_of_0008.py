"""A book of schema 0008 and the spreadsheet beside it: today's program opens and syncs both, and rewrites nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from community.book.migrations import HEAD
from community.tables import TABLES
from community.tables.verbs import Verb, verb_of
from sheets_sync.sheet_layout import VERSION, VERSION_KEY
from tests.earlier.earlier_version import as_it_was, earlier_spreadsheet, its_current, its_rows
from tests.earlier.recorded_spreadsheet import dumped
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import SHARED
from tests.sheets_sync.office import Machine, Office

HERE = Path(__file__).parent / "schema_0008"
SHEET = (HERE / "sheet.json").read_text("utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Its spreadsheet with a person in it; no machine is hired yet."""
    with ExitStack() as stack:
        google = stack.enter_context(StandIn())
        yield Office(google, tmp_path, stack, earlier_spreadsheet(google, SHEET))


def its_machine(office: Office, folder: Path) -> Machine:
    """The machine that has its book."""
    with closing(sqlite3.connect(folder / "its.db")) as file:
        file.executescript((HERE / "book.sql").read_text("utf-8"))
    return office.hire(str(folder / "its.db"))


def quiet(machine: Machine) -> None:
    """Sync, and see that nothing was written, taken in, flagged or held."""
    outcome = machine.sync()
    assert outcome == type(outcome)(reads=outcome.reads)


def test_both_come_forward_and_nothing_that_stood_there_is_written_anew(office: Office, tmp_path: Path) -> None:
    assert dumped(office.sheet) == SHEET, "the recording is read whole"
    machine = its_machine(office, tmp_path)
    assert its_rows("alembic_version", HERE) == [{"version_num": "0008"}]
    with machine.book.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD
    for name in TABLES:
        then = its_current(name, HERE) if its_rows(f"{name}_now", HERE) else {}
        assert {own: {each: row[each] for each in then[own]} for own, row in machine.now(name).items()} == then
    assert machine.sync().writes <= 2
    for _ in range(2):
        quiet(machine)
        assert as_it_was(office.sheet, SHEET) == SHEET
    assert [held["value"] for held in office.sheet.metadata.values() if held["key"] == VERSION_KEY] == [str(VERSION)]
    office.settle()


def test_an_empty_book_is_filled_from_it_and_writes_nothing_back(office: Office) -> None:
    fresh = office.hire()
    fresh.sync()
    quiet(fresh)
    assert as_it_was(office.sheet, SHEET) == SHEET
    for name in SHARED:
        rows = {own: {each: row[each] for each in row if each != "changed_at"} for own, row in fresh.now(name).items()}
        assert rows == its_current(name, HERE)


def test_a_correction_comes_in_and_what_happened_in_a_life_can_be_undone(office: Office, tmp_path: Path) -> None:
    machine = its_machine(office, tmp_path)
    volunteer = its_rows("volunteers_now", HERE)[1]["id"]
    office.correct("volunteers", volunteer, "email", "vera.two@example.org")
    assert machine.sync().corrected == 1
    assert machine.get("volunteers", volunteer)["email"] == "vera.two@example.org"
    at_risk = next(c["action"] for c in its_rows("changes", HERE) if verb_of(c["action"]) == Verb.AT_RISK)
    undone = machine.book.undo(at_risk, by="Dilys Director")
    machine.sync()
    assert undone.id in {line.text("action") for line in office.lines("changes")}
    office.settle()
