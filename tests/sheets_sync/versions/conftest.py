"""A spreadsheet of an earlier version, and a machine that kept it in step until the program was updated."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.book.builders import make_request, make_volunteer
from tests.sheets_sync.earlier_layout import as_then, office_of_then, tell
from tests.sheets_sync.office import Machine, Office

ORGANISATION = {"name": "Invented Library", "status": "signed"}


@pytest.fixture
def then() -> int | None:
    """The version that the spreadsheet tells. In the beginning none did."""
    return None


@pytest.fixture
def office(then: int | None, tmp_path: Path) -> Iterator[Office]:
    """A spreadsheet of an earlier version, with a person in it."""
    with office_of_then(tmp_path, version=then) as made:
        yield made


@pytest.fixture
def one(office: Office, then: int | None) -> Machine:
    """A machine whose earlier program kept it in step; its book has what was born elsewhere in the meantime."""
    hired = office.hire()
    with as_then():
        hired.book.append("volunteers", make_volunteer(name="Ann", telephone="07700 900001", about="Tea"), by="web")
        hired.book.append("help_requests", make_request(details="Bread"), by="web")
        hired.sync()
    tell(office.sheet, then)
    hired.book.append("organisations", ORGANISATION, by="web")
    return hired


@pytest.fixture
def ann(one: Machine) -> str:
    (own,) = one.now("volunteers")
    return own
