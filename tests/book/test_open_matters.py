"""While an accident or a complaint is open, nothing about those whom it names is erased or removed."""

from datetime import timedelta

import pytest

from community.book import Book
from community.book.open_matters import StillOpen
from tests.book.builders import Clock, set_field
from tests.book.test_erasing import erase_whom
from tests.book.test_retention_rules import due_at
from tests.book.town import make_town


def open_about(book: Book, kind: str, one: str) -> tuple[str, str]:
    """The table and id of something that is open about this record."""
    if kind == "accident":
        return "accidents", book.append("accidents", {"hurt_id": one, "status": "written_down"}, by="jo").id
    told = {"about": one, "kind": kind, "words": "Late", "status": "received"}
    return "complaints", book.append("complaints", told, by="web").id


@pytest.mark.parametrize(
    ("kind", "whose"), [("accident", "volunteer"), ("complaint", "volunteer"), ("complaint", "match")]
)
def test_nobody_whom_it_names_is_erased_before_it_is_closed(book: Book, clock: Clock, kind: str, whose: str) -> None:
    town = make_town(book, "Canary")
    what, one = open_about(book, kind, getattr(town, whose))
    later = clock.now + timedelta(days=4000)
    found = due_at(book, later)
    assert not {due.id for table in ("volunteers", "matches") for due in found[table]} & {town.volunteer, town.match}
    named = [town.volunteer, town.resident] if whose == "match" else [town.volunteer]
    for person in named:
        with pytest.raises(StillOpen):
            erase_whom(book, person)
    set_field(book, one, "status", "closed", table=what)
    for person in named:
        erase_whom(book, person)
    assert book.get("volunteers", town.volunteer) is None


def test_a_request_about_their_own_data_stops_nothing(book: Book) -> None:
    town = make_town(book, "Canary")
    open_about(book, "data_request", town.volunteer)
    erase_whom(book, town.volunteer)
    assert book.get("volunteers", town.volunteer) is None
