"""A spreadsheet written before the sync's modules were renamed: what is new is added, nothing is rewritten."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from community.tables.statuses import MatchStatus
from sheets_sync.sheet_layout import VERSION, VERSION_KEY
from tests.earlier.earlier_version import (
    SHEET,
    WAYS,
    as_it_was,
    earlier_book,
    earlier_spreadsheet,
    its_current,
    its_rows,
)
from tests.earlier.recorded_spreadsheet import dumped, loaded
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import SHARED
from tests.sheets_sync.office import Machine, Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Its spreadsheet with a person in it; no machine is hired yet."""
    with ExitStack() as stack:
        google = stack.enter_context(StandIn())
        yield Office(google, tmp_path, stack, earlier_spreadsheet(google))


@pytest.fixture(params=WAYS)
def machine(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: Office
) -> Iterator[Machine]:
    """The machine that has its book."""
    with earlier_book(request.param, tmp_path / "home", monkeypatch) as address:
        yield (hired := office.hire(address))
        hired.book.close()


def quiet(machine: Machine) -> None:
    """Sync, and see that nothing was written, taken in, flagged or held."""
    outcome = machine.sync()
    assert outcome == type(outcome)(reads=outcome.reads)


def test_the_recording_is_read_whole() -> None:
    with StandIn() as google:
        assert dumped(earlier_spreadsheet(google)) == SHEET


def test_what_is_new_is_added_once_and_nothing_else_is_written(office: Office, machine: Machine) -> None:
    before = machine.status
    assert machine.sync().writes <= 2
    for _ in range(2):
        quiet(machine)
        assert as_it_was(office.sheet) == SHEET
    assert [held["value"] for held in office.sheet.metadata.values() if held["key"] == VERSION_KEY] == [str(VERSION)]
    assert (machine.status.aside, machine.status.missing) == (before.aside, before.missing)
    assert (len(before.aside), len(before.missing), before.conflicts) == (1, 1, 1)
    assert replace(machine.status, last=before.last) == before
    office.settle()


def test_an_empty_book_is_filled_from_it_and_writes_nothing_back(office: Office) -> None:
    fresh = office.hire()
    fresh.sync()
    quiet(fresh)
    assert as_it_was(office.sheet) == SHEET
    gone = {row["id"] for row in its_rows("sheet_read") if row["missing_since"]}
    for name in SHARED:
        rows = {own: {each: row[each] for each in row if each != "changed_at"} for own, row in fresh.now(name).items()}
        assert rows == {own: row for own, row in its_current(name).items() if own not in gone}


def test_nothing_is_missing_in_it_that_would_be_made_anew(office: Office) -> None:
    made = office.provision()
    assert (made.marked, made.protected, made.guard, made.gone) == ([], [], False, [])
    assert as_it_was(office.sheet) == SHEET


def test_a_copy_without_its_marks_is_known_by_its_titles_and_headings(office: Office, machine: Machine) -> None:
    office.sheet.metadata.clear()
    for sheet in office.sheet.sheets:
        sheet.column_lines = [line._replace(metadata=()) for line in sheet.column_lines]
    made = office.provision()
    assert (made.gone, set(made.marked)) == ([], {sheet.title for sheet in loaded(SHEET).sheets} - {"before", "Sheet1"})
    office.settle()
    quiet(machine)


def test_a_correction_comes_in_and_a_decision_goes_out(office: Office, machine: Machine) -> None:
    volunteer = next(row["id"] for row in its_rows("volunteers_now") if row["name"] == "Rhys Dychmygol")
    match = next(row["id"] for row in its_rows("matches_now") if row["status"] == MatchStatus.APPROVED)
    office.correct("volunteers", volunteer, "email", "rhys.two@example.org")
    decided = machine.set("matches", match, status=MatchStatus.ACCEPTED)
    assert machine.sync().corrected == 1
    assert machine.get("volunteers", volunteer)["email"] == "rhys.two@example.org"
    assert decided.id in {line.text("action") for line in office.lines("changes")}
    office.settle()
