"""A deleted tab takes with it what stood there. Nothing is made in its place in silence or judged by it."""

import pytest

from sheets_sync.sync_errors import LogGone
from tests.book.builders import make_volunteer
from tests.sheets_sync.office import Machine, Office

LOGS = ["changes", "erasures"]


@pytest.fixture
def decided(office: Office, one: Machine) -> str:
    """A volunteer about whom something was decided, all of it in the spreadsheet."""
    own = one.book.append("volunteers", make_volunteer(name="Ann", status="applied"), by="web").id
    one.set("volunteers", own, status="ready")
    office.settle()
    return own


@pytest.mark.usefixtures("decided")
@pytest.mark.parametrize("log", LOGS)
def test_without_its_log_the_spreadsheet_is_not_read_and_says_how_to_have_it_back(
    office: Office, one: Machine, log: str
) -> None:
    office.person.delete_tab(log)
    before = office.google.world.copy(office.sheet.id, "before")
    for machine in (one, office.hire()):
        with pytest.raises(LogGone, match="File, Version history"):
            machine.sync()
        assert "File, Version history" in str(machine.status.error)
    assert [sheet.rows for sheet in office.sheet.sheets] == [sheet.rows for sheet in before.sheets]


@pytest.mark.parametrize("log", LOGS)
def test_a_fresh_disk_makes_no_empty_log_and_finds_every_decision_once_the_tab_is_back(
    office: Office, decided: str, log: str
) -> None:
    """The disk of the hosted app forgets, and each start of it begins with what makes the tabs."""
    version = office.sheet.frozen()
    office.person.delete_tab(log)
    fresh = office.hire()
    with pytest.raises(LogGone, match="File, Version history"):
        office.provision()
    with pytest.raises(LogGone):
        fresh.sync()
    office.sheet.thaw(version)
    office.provision()
    fresh.sync()
    assert fresh.get("volunteers", decided)["status"] == "ready"


def test_a_fresh_disk_makes_no_empty_tab_in_place_of_a_deleted_one(office: Office, decided: str) -> None:
    version = office.sheet.frozen()
    office.person.delete_tab("volunteers")
    assert (office.provision().tabs, office.provision().gone) == ([], ["volunteers"])
    fresh = office.hire()
    assert "volunteers" in fresh.sync().still, "so nobody is let in"
    assert any("File, Version history" in words for words in fresh.status.problems)
    office.sheet.thaw(version)
    fresh.sync()
    assert fresh.get("volunteers", decided)["status"] == "ready"


def test_a_view_holds_nothing_of_its_own_and_is_made_again(office: Office, one: Machine, decided: str) -> None:
    office.person.delete_tab("People")
    assert office.provision().tabs == ["People"]
    office.settle()
    assert [line.text("id") for line in office.lines("People")] == [decided]
    assert one.sync().still == []


def test_a_tab_that_a_newer_program_brings_is_made(office: Office, one: Machine) -> None:
    """It was never there, so nobody deleted it."""
    office.person.delete_tab("weights")
    marks = office.sheet.metadata
    for each in [key for key, held in marks.items() if held["key"] == "community.made" and held["value"] == "weights"]:
        del marks[each]
    assert office.provision().tabs == ["weights"]
    assert one.sync().still == []
