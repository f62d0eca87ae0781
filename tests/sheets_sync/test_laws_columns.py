"""A deleted column stops its tab and loses nothing: provisioning makes it again, and the next sync fills it."""

from contextlib import suppress

import pytest

from sheets_sync.sync import sync
from sheets_sync.sync_errors import NotInStep
from tests.book.builders import make_request, make_volunteer
from tests.sheets_sync.office import Machine, Office, settings


@pytest.fixture
def four(one: Machine) -> list[str]:
    """Four volunteers who stand in the sheet."""
    made = [
        one.book.append("volunteers", make_volunteer(name=name), by="web").id for name in ("Cy", "Ann", "Bo", "Dot")
    ]
    one.sync()
    return made


@pytest.mark.parametrize("column", ["Name", "Id", "Born"])
def test_a_deleted_column_stops_its_tab_alone_and_provisioning_mends_it(
    office: Office, one: Machine, four: list[str], column: str
) -> None:
    office.person.delete_columns("volunteers", column)
    one.set("volunteers", four[0], name="Cy Decided")
    one.set("volunteers", four[1], status="ready")
    new = one.book.append("volunteers", make_volunteer(name="Eve"), by="web").id
    r = one.book.append("help_requests", make_request(), by="web").id
    one.sync()
    assert any(f"The column {column} of the tab volunteers is missing" in words for words in one.status.problems)
    assert office.ids("help_requests") == [r]
    rows = {row["id"]: row["name"] for row in one.book.rows("volunteers")}
    assert rows == dict(zip([*four, new], ["Cy Decided", "Ann", "Bo", "Dot", "Eve"], strict=True))
    office.provision()
    office.settle()
    assert one.status.problems == ()
    assert one.status.missing == ()
    assert {c["by"] for c in one.book.changes()} == {"ada"}


@pytest.mark.parametrize("column", ["Now", "Was", "Id", "Table"])
def test_a_deleted_column_of_the_log_stops_everything_until_it_is_made_and_filled_again(
    office: Office, one: Machine, four: list[str], column: str
) -> None:
    one.set("volunteers", four[0], email=None)
    one.set("volunteers", four[0], email="new@example.org")
    office.correct("volunteers", four[1], "name", "Ann Typed")
    one.sync()
    before = office.person.see("changes")
    office.person.delete_columns("changes", column)
    with pytest.raises(NotInStep, match="changes"):
        one.sync()
    office.provision()
    office.settle()
    after = office.person.see("changes")
    order = [after[0].index(name) for name in before[0]]
    width = len(after[0])
    assert [[(row + [""] * width)[at] for at in order] for row in after] == [
        (row + [""] * width)[: len(order)] for row in before
    ]
    assert len(one.book.changes()) == 3


def test_a_machine_that_does_not_know_the_log_does_not_judge_by_one_that_is_not_whole(
    office: Office, one: Machine, other: Machine, four: list[str]
) -> None:
    one.set("volunteers", four[0], name="Cy Decided")
    one.sync()
    office.person.delete_columns("changes", "Now")
    office.provision()
    with pytest.raises(NotInStep):
        other.sync()
    one.sync()
    office.settle()
    assert other.get("volunteers", four[0])["name"] == "Cy Decided"


def test_a_view_s_hidden_column_made_again_makes_no_notes(office: Office, one: Machine, four: list[str]) -> None:
    office.person.delete_columns("People", "Left")
    one.sync()
    office.provision()
    office.settle()
    assert one.book.rows("contacts") == []
    office.person.type_in("People", 2, "Hub", "ask her")
    office.settle()
    assert len(one.book.rows("contacts")) == 1


def test_a_cell_emptied_after_its_column_was_made_again_is_a_correction(
    office: Office, one: Machine, four: list[str]
) -> None:
    office.person.delete_columns("volunteers", "Name")
    office.provision()
    one.sync()
    assert office.says("volunteers", four[0], "name") == "Cy"
    office.correct("volunteers", four[0], "name", "")
    office.settle()
    assert one.get("volunteers", four[0])["name"] is None


@pytest.mark.parametrize("harm", ["a column", "a tab", "the guard"])
def test_where_no_command_can_be_run_what_is_missing_is_told_with_what_can_be_done_there(
    office: Office, one: Machine, harm: str
) -> None:
    one.sync()
    if harm == "a column":
        office.person.delete_columns("volunteers", "About")
    elif harm == "a tab":
        office.person.delete_tab("Board")
    else:
        office.sheet.named_ranges.clear()
    hosted = settings().model_copy(update={"kept_in_sheet": True})
    with suppress(NotInStep):
        sync(one.book, one.service, hosted, now=one.clock)
    told = " ".join(one.status.problems)
    assert "“Reboot app”" in told
    assert "start.py" not in told + (one.status.error or "")
