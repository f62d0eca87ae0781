"""Where people work on a spreadsheet: the laws of the sheet are tried there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.book.databases import KINDS, begun
from tests.sheets_sync import office as offices
from tests.sheets_sync.office import Machine, Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A provisioned spreadsheet with a person in it; no machine is hired yet."""
    with offices.office(tmp_path) as made:
        yield made


@pytest.fixture
def one(office: Office) -> Machine:
    """The only machine."""
    return office.hire()


@pytest.fixture
def other(office: Office, one: Machine) -> Machine:
    """A second machine with a book of its own, on the same spreadsheet."""
    return office.hire()


@pytest.fixture(params=KINDS)
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Office, Machine]]:
    """An office and its only machine, with a book on either kind of database."""
    with begun(request.param, tmp_path) as address, offices.office(tmp_path) as made:
        yield made, made.hire(address)
