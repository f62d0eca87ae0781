"""A community larger than one town is made district by district, and is one book in the end."""

import importlib
from pathlib import Path

import pytest

from community.book import Book
from community.book.arrivals import replay
from community.demo import make_town
from community.places import Places
from community.tables import TABLES
from community.tables.canonical import split
from tests.demo.towns import TODAY, dump, opened, settings, town


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the path of the book of three districts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importlib.import_module("community.demo.make_town"), "DISTRICT", 50)
        return town(tmp_path_factory.mktemp("county"), volunteers=152, requests=91)


def test_together_the_districts_have_what_was_asked_for(county: Path) -> None:
    with opened(county) as book:
        assert book.count("volunteers") == 152
        assert book.count("help_requests") == 91
        assert book.count("matches", lambda c: [c.status == "proposed"]) > 0


def test_what_a_community_has_once_is_there_once(county: Path) -> None:
    with opened(county) as book:
        assert {table: book.count(table) for table in ("organisations", "services", "shifts")} == {
            "organisations": 60,
            "services": 25,
            "shifts": 24,
        }


def test_no_two_people_of_different_districts_share_an_address_for_email(county: Path) -> None:
    with opened(county) as book:
        emails = [row["email"] for row in book.rows("volunteers")]
    assert len(emails) == len(set(emails))


def test_every_reference_leads_to_a_record_and_the_book_would_have_written_the_same(county: Path) -> None:
    before = dump(county)
    with opened(county) as book:
        ids = {table: {row["id"] for row in book.rows(table)} for table in TABLES}
        for table in TABLES.values():
            for column in (c for c in table.columns if c.refers_to in TABLES):
                for row in book.rows(table.name):
                    assert set(split(row[column.name])) <= ids[str(column.refers_to)], (row, column.name)
        told = [(table, one) for table in TABLES for one in ids[table]]
        assert book.write(lambda connection: [c for one in told for c in replay(connection, *one)]) == []
    assert dump(county) == before


def test_people_whose_ids_are_taken_get_others_and_nobody_is_lost(tmp_path: Path) -> None:
    told = settings(tmp_path)
    places = Places.open(told.home, told.hubs)
    book = Book.open(str(tmp_path / "book.db"))
    for _ in range(2):
        rows = make_town(book, told, places, seed=1, today=TODAY, volunteers=30, requests=20)
        assert (rows["volunteers"], rows["help_requests"]) == (30, 20)
    assert (book.count("volunteers"), book.count("help_requests")) == (60, 40)
    book.close()
