"""A table that is not for the spreadsheet, such as what worries somebody about a person, never gets there."""

from dataclasses import replace

import pytest

from community.tables import TABLES
from sheets_sync.sheet_layout import tabs
from tests.sheets_sync import equality
from tests.sheets_sync.equality import read_sheet
from tests.sheets_sync.office import Machine, Office, forms, settings


@pytest.fixture
def withheld(monkeypatch: pytest.MonkeyPatch) -> str:
    """A table that never leaves the book, from before the spreadsheet is provisioned."""
    monkeypatch.setitem(TABLES, "weights", replace(TABLES["weights"], sheet=False))  # type: ignore[misc]
    monkeypatch.setattr(equality, "SHARED", tuple(name for name in equality.SHARED if name != "weights"))
    return "weights"


@pytest.fixture
def kept(withheld: str, one: Machine) -> str:
    """A row of it."""
    own = one.book.append(withheld, {"distance": 73_019}, by="ada").id
    one.set(withheld, own, distance=73_020)
    return own


def test_tables_that_never_leave_the_book_have_no_tab_and_no_line_in_the_log(
    withheld: str, office: Office, one: Machine, kept: str
) -> None:
    office.settle()
    assert not {each.name for each in tabs(forms().values())} & {withheld}
    sheet = read_sheet(office.google, office.sheet.id, settings())
    assert not [line for tab in sheet.tabs.values() for line in tab.lines if "7301" in str(line.cells)]
    assert office.lines("changes") == []
    assert one.status.waiting == 0


def test_a_line_about_such_a_table_typed_into_the_log_is_not_taken_in(
    withheld: str, office: Office, one: Machine, kept: str
) -> None:
    one.sync()
    told = {"Id": "Z-0000000000000000", "At": "2026-11-23T12:00:00.000Z", "By": "sheet", "Action": "x-1"}
    told |= {"Table": withheld, "Record id": kept, "Field": "distance", "Was": "73020", "Now": "1"}
    office.person.type_row("changes", told)
    one.sync()
    assert one.get(withheld, kept)["distance"] == 73_020
