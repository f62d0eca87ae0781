"""What Google refuses is found, told and tried again: a row by itself, a full spreadsheet as a whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from sheets_sync.sync_errors import RequestRefused, SheetFault
from tests.book.builders import make_request, make_volunteer
from tests.google_sheets.spreadsheet import MOST_CELLS
from tests.sheets_sync.office import Machine, Office

AN_HOUR = timedelta(hours=1)


def volunteers(machine: Machine, count: int, **also: Any) -> list[str]:
    return [machine.book.append("volunteers", make_volunteer(name=f"N{n}", **also), by="web").id for n in range(count)]


def requests(machine: Machine, count: int) -> list[str]:
    """Of these no view says anything."""
    return [machine.book.append("help_requests", make_request(name=f"N{n}"), by="web").id for n in range(count)]


@contextmanager
def refusing(machine: Machine, says: Callable[[str], bool], words: str = "it does not suit") -> Iterator[list[int]]:
    """Refuse, without naming a request, each batch that says this; the list grows with each call."""
    write, calls = machine.service.batch, list[int]()

    def batch(requests: list[dict[str, Any]], *, ask: Any = ()) -> dict[str, Any]:
        calls.append(len(requests))
        if says(str(requests)):
            raise RequestRefused(400, words)
        return write(requests, ask=ask)

    with patch.object(machine.service, "batch", batch):
        yield calls


@contextmanager
def full(office: Office) -> Iterator[None]:
    """A tab of somebody's own takes all the room there is."""
    office.person.add_tab("Ours")
    taken = sum(sheet.row_count * sheet.column_count for sheet in office.sheet.sheets)
    office.person.more_rows("Ours", (MOST_CELLS - taken) // office.person._sheet("Ours").column_count)
    yield
    office.person.delete_tab("Ours")


def test_a_full_spreadsheet_stops_the_sync_with_its_words_and_all_goes_once_there_is_room(
    office: Office, one: Machine
) -> None:
    one.sync()
    rows = volunteers(one, 1_000)
    with full(office):
        before = one.service.calls["write"]
        with pytest.raises(SheetFault, match="ten million cells"):
            one.sync()
        assert one.service.calls["write"] - before == 1, "no row is to blame, so none is looked for"
    assert "ten million cells" in (one.status.error or "")
    assert one.status.aside == ()
    assert one.status.waiting == len(rows)
    one.sync()
    assert office.ids("volunteers") == rows
    assert len(office.lines("People")) == len(rows)
    office.settle()


@pytest.mark.parametrize("away", ["the tab", "its end"])
def test_what_was_taken_away_at_the_moment_of_the_write_is_read_again_and_blames_no_row(
    office: Office, one: Machine, away: str
) -> None:
    rows = volunteers(one, 3)
    one.sync()
    one.set("volunteers", rows[1], about="Decided", telephone="01225 888888")
    person = office.person

    def take_away() -> None:
        if away == "the tab":
            person.delete_tab("volunteers")
        else:
            grid = person._sheet("volunteers")
            dimension = {"sheetId": grid.id, "dimension": "COLUMNS", "startIndex": 3, "endIndex": grid.column_count}
            person._do("deleteDimension", range=dimension)

    one.sync_while(take_away)
    assert one.status.aside == ()
    assert any("volunteers" in words for words in one.status.problems)
    office.provision()
    one.sync()
    if away != "the tab":
        assert office.says("volunteers", rows[1], "telephone") == "01225 888888"
        office.settle()


@pytest.mark.parametrize("count", [1, 40])
def test_a_refusal_that_is_about_no_row_at_all_stops_the_sync_and_the_next_tries_again(
    office: Office, one: Machine, count: int
) -> None:
    one.sync()
    rows = requests(one, count)
    with refusing(one, lambda _: True) as calls, pytest.raises(RequestRefused):
        one.sync()
    assert len(calls) == 2, "all of it, and a write with nothing in it"
    assert one.status.aside == ()
    one.sync()
    assert office.ids("help_requests") == rows
    office.settle()


def test_a_row_that_was_refused_is_tried_again_after_an_hour(office: Office, one: Machine) -> None:
    rows = requests(one, 9)
    with refusing(one, lambda said: rows[4] in said):
        one.sync()
        assert [each.id for each in one.status.aside] == [rows[4]]
        one.clock.now += AN_HOUR - timedelta(minutes=1)
        assert one.sync().writes == 0
        one.clock.now += timedelta(minutes=1)
        one.sync()
        assert [each.id for each in one.status.aside] == [rows[4]]
    assert one.sync().writes == 0
    one.clock.now += AN_HOUR
    one.sync()
    assert one.status.aside == ()
    assert sorted(office.ids("help_requests")) == sorted(rows)
    office.settle()


def test_a_cell_that_google_names_is_found_at_once(office: Office, one: Machine) -> None:
    rows = volunteers(one, 40)
    one.sync()
    for own in rows:
        one.set("volunteers", own, telephone=f"01225 {rows.index(own):06}")
    write = one.service.batch

    def batch(requests: list[dict[str, Any]], *, ask: Any = ()) -> dict[str, Any]:
        # More than a cell holds: Google answers 400 and names the request.
        longer = str(requests).replace("01225 000017", "x" * 50_001)
        return write(eval(longer), ask=ask)  # noqa: S307

    with patch.object(one.service, "batch", batch):
        outcome = one.sync()
    assert outcome.writes == 2
    assert [(each.tab, each.id) for each in one.status.aside] == [("volunteers", rows[17])]
    assert "50,000 characters. It is tried again every hour" in one.status.aside[0].why
    one.clock.now += AN_HOUR
    office.settle()


def test_many_refused_rows_are_not_looked_for_faster_than_google_allows(office: Office, one: Machine) -> None:
    rows = requests(one, 60)
    with refusing(one, lambda said: any(own in said for own in rows)) as calls:
        with pytest.raises(RequestRefused):
            one.sync()
        assert len(calls) <= 45
        found = len(one.status.aside)
        assert found >= 10
        with pytest.raises(RequestRefused):
            one.sync()
        assert len(one.status.aside) > found, "the next goes on where this one stopped"
    one.clock.now += AN_HOUR
    office.settle()
    assert sorted(office.ids("help_requests")) == sorted(rows)


def test_a_view_that_was_refused_is_written_by_the_next_sync(office: Office, one: Machine) -> None:
    volunteers(one, 2)
    title = office.person._sheet("People").id
    with refusing(one, lambda said: f"'sheetId': {title}" in said):
        outcome = one.sync()
        assert outcome.refused == 1
        assert [(each.tab, str(each.id).split()[0]) for each in one.status.aside] == [("People", "People")]
        one.sync()
    assert office.lines("People") == []
    one.sync()
    assert len(office.lines("People")) == 2
    assert one.status.aside == ()
    office.settle()


def test_a_column_made_again_is_not_called_filled_while_a_row_of_it_is_refused(office: Office, one: Machine) -> None:
    rows = volunteers(one, 3, about="What they said")
    one.sync()
    one.sync()
    office.person.delete_columns("volunteers", "About")
    office.provision()
    with refusing(one, lambda said: f"'rowIndex': {office.row('volunteers', rows[1]) - 1}" in said):
        one.sync()
        one.sync()
    one.clock.now += AN_HOUR
    office.settle()
    assert one.book.changes() == []
    assert [line.text("about") for line in office.lines("volunteers")] == ["What they said"] * 3


def test_new_refusals_are_counted_and_later_they_are_still_told(office: Office, one: Machine) -> None:
    rows = requests(one, 3)
    with refusing(one, lambda said: any(own in said for own in rows[:2])):
        outcome = one.sync()
        assert (outcome.refused, outcome.held) == (2, 0)
        outcome = one.sync()
        assert (outcome.refused, outcome.held) == (0, 2)
