"""What becomes of the recorded spreadsheet in the hands of a program that knows more: see `test_later_tables.py`."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any

import pytest

from sheets_sync.sync_errors import NewerSpreadsheet
from tests.earlier.earlier_version import earlier_book, earlier_spreadsheet, its_rows
from tests.earlier.invented_layout import LATER
from tests.google_sheets.server import StandIn
from tests.sheets_sync.earlier_layout import all_of, tab_of, tell, versions
from tests.sheets_sync.office import Machine, Office

NEW = ("residents", "volunteers", "help_requests")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with ExitStack() as stack:
        google = stack.enter_context(StandIn())
        yield Office(google, tmp_path, stack, earlier_spreadsheet(google))


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, office: Office) -> Iterator[Machine]:
    with earlier_book("its own file", tmp_path / "home", monkeypatch) as address:
        hired = office.hire(address)
        with closing(hired.book):
            yield hired


@pytest.fixture
def resident() -> Any:
    return next(row["id"] for row in its_rows("residents_now") if row["name"] and row["void"] is None)


def test_the_new_tab_and_columns_are_there_after_one_sync_and_work(
    office: Office, machine: Machine, resident: str
) -> None:
    lent = machine.book.append("kettles", {"resident_id": resident, "what": "A kettle"}, by="web").id
    machine.set("residents", resident, pets="Two cats")
    machine.sync()
    office.settle()
    assert office.says("kettles", lent, "what") == "A kettle"
    assert office.says("residents", resident, "pets") == "Two cats"
    for name in NEW:
        found = tab_of(office, name)
        assert found.columns[LATER[name].name] == max(found.columns.values()) == found.sheet.columns - 1
    office.correct("residents", resident, "pets", "Three cats")
    office.correct("kettles", lent, "what", "A big kettle")
    office.person.type_row("kettles", {"Resident id": resident, "What": "A lamp"})
    office.settle()
    assert machine.get("residents", resident)["pets"] == "Three cats"
    assert {row["what"] for row in machine.book.rows("kettles")} == {"A big kettle", "A lamp"}
    [bicycle] = [place for field, place in tab_of(office, "volunteers").columns.items() if field == "owns_bicycle"]
    cells = [row[bicycle] for row in office.sheet.sheet(tab_of(office, "volunteers").sheet_id).rows[1:3]]
    assert all(cell is not None and cell.rule is not None for cell in cells), "yes and no are chosen from a list"


def test_a_newer_number_is_not_written_into(office: Office, machine: Machine, resident: str) -> None:
    machine.sync()
    office.settle()
    tell(office.sheet, int(versions(office.sheet)[0]) + 1)
    before = all_of(office.sheet)
    machine.set("residents", resident, pets="Two cats")
    with pytest.raises(NewerSpreadsheet), suppress(AssertionError):
        machine.sync()
    assert all_of(office.sheet) == before
