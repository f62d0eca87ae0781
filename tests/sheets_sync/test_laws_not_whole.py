"""While a tab stands still what was pulled is not whole: it is told, and nothing is judged by it."""

import pytest

from sheets_sync.status import pulse
from tests.book.builders import make_volunteer
from tests.sheets_sync.office import Machine, Office


@pytest.fixture
def eight(one: Machine) -> list[str]:
    made = [one.book.append("volunteers", make_volunteer(name=f"N{n}"), by="web").id for n in range(8)]
    one.sync()
    one.sync()
    return made


def tear(office: Office) -> None:
    """Sort one column of the volunteers and not the others."""
    at = {"startRowIndex": 1, "endRowIndex": 9, "startColumnIndex": 0, "endColumnIndex": 1}
    area = {"sheetId": office.person._sheet("volunteers").id, **at}
    office.person._do("sortRange", range=area, sortSpecs=[{"dimensionIndex": 0, "sortOrder": "DESCENDING"}])


TORN = {
    "torn": tear,
    "a column deleted": lambda office: office.person.delete_columns("volunteers", "Name"),
    "deleted": lambda office: office.person.delete_tab("volunteers"),
}


@pytest.mark.usefixtures("eight")
@pytest.mark.parametrize("how", TORN)
def test_a_new_book_is_told_what_stands_still_and_is_not_called_whole(office: Office, one: Machine, how: str) -> None:
    assert one.sync().still == []
    assert pulse(one.book).whole
    TORN[how](office)
    new = office.hire()
    for _ in range(2):
        assert new.sync().still == ["volunteers"]
    found = pulse(new.book)
    assert (found.whole, found.last is None) == (None, False)
    assert any("volunteers" in words for words in found.problems)


def test_a_book_that_was_whole_once_stays_so(office: Office, one: Machine, eight: list[str]) -> None:
    whole = pulse(one.book).whole
    tear(office)
    assert one.sync().still == ["volunteers"]
    assert pulse(one.book).whole == whole
    assert len(one.book.rows("volunteers")) == len(eight)


@pytest.mark.usefixtures("eight")
def test_to_push_is_not_to_have_pulled(office: Office) -> None:
    new = office.hire()
    new.sync(pull=False)
    assert pulse(new.book).whole is None
    new.sync()
    assert pulse(new.book).whole


@pytest.mark.parametrize("how", TORN)
def test_a_view_of_what_stands_still_is_left_as_it_is(office: Office, one: Machine, eight: list[str], how: str) -> None:
    before = office.person.see("People")
    TORN[how](office)
    new = office.hire()
    new.book.append("volunteers", make_volunteer(name="New here"), by="web")
    new.sync()
    assert office.person.see("People") == before


def test_a_hidden_column_made_again_waits_until_its_view_can_be_written(
    office: Office, one: Machine, eight: list[str]
) -> None:
    office.person.delete_columns("People", "Left")
    office.person.delete_columns("volunteers", "Name")
    office.provision()
    office.person.delete_columns("volunteers", "Name")
    one.sync()
    office.provision()
    office.settle()
    assert one.book.rows("contacts") == []
    assert len(office.lines("People")) == len(eight)
