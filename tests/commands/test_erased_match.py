"""Somebody is erased on whom somebody else relied: whoever is left hears of it, and the need comes first again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import community.casework as cw
from community.book import Book, utc_now
from community.places import Places
from community.settings import load
from community.tables.row_types import ContactRow
from tests.book.town import CANARY, Town
from tests.commands.household import Run, opened


def today(book: Book) -> list[cw.WorklistItem]:
    settings = load()
    places = Places.open(Path("nowhere"), settings.hubs)
    return cw.today(cw.WorkContext(book, settings, cw.User("Dilys", "director"), places, utc_now), utc_now())


@pytest.fixture
def calls(run: Run, town: Town, request: pytest.FixtureRequest) -> Iterator[list[ContactRow]]:
    """The calls still to be made once this person of the match was erased."""
    said = run("erase-person", getattr(town, request.param), "--approved-by", "Jo Invented", "--yes").stdout
    assert "Still to be told that it is off, on Today: 1 person" in said
    with opened() as book:
        yield book.rows(ContactRow, lambda c: [c.status == "open", c.with_whom.in_([town.resident, town.volunteer])])


@pytest.mark.parametrize("calls", ["volunteer"], indirect=True)
def test_a_resident_who_expects_an_erased_volunteer_is_told_and_their_need_comes_first(
    calls: list[ContactRow], town: Town
) -> None:
    assert [(call.about, call.with_whom) for call in calls] == [(town.need, town.resident)]
    with opened() as book:
        lines = today(book)
        assert any(line.kind == "tell_them" and "comes no more" in line.title for line in lines)
        assert [line.id for line in lines if line.kind == "promised"] == [town.need]
        assert book.get("matches", town.match) is None


@pytest.mark.parametrize("calls", ["resident"], indirect=True)
def test_a_volunteer_whom_an_erased_resident_expects_is_told_and_nothing_says_who_it_was(
    calls: list[ContactRow], town: Town
) -> None:
    assert [(call.about, call.with_whom) for call in calls] == [(town.volunteer, town.volunteer)]
    assert "called off" in (calls[0].words or "")
    assert CANARY not in str(dict(calls[0]))
    with opened() as book:
        assert any(line.kind == "tell_them" for line in today(book))


def test_nobody_is_to_be_told_of_help_that_nobody_expects(run: Run, town: Town) -> None:
    said = run("erase-person", town.other_volunteer, "--approved-by", "Jo Invented", "--yes").stdout
    assert "Still to be told" not in said
