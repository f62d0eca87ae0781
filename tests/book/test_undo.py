"""Undo takes back an action whole, or says why it can't."""

import pytest

from community.book import Append, Book, CannotUndo, Change, Stale
from community.tables.ids import derive
from tests.book.builders import BY, set_field, told, volunteer

pytestmark = pytest.mark.core

NEED = derive("N", "R-1", "shopping")


def triage(book: Book, v: str, **values: object) -> str:
    """An action that changes one record and adds another."""
    return book.act(
        "triage",
        by=BY,
        changes=[Change("volunteers", v, "status", "applied", "ready"), Change("volunteers", v, "how_many", 2, 5)],
        appends=[Append("needs", {"status": "open", "task_type": "shopping"} | values, id=NEED)],
    ).id


def test_undo_takes_back_every_change_and_every_row_of_the_action(book: Book) -> None:
    v = volunteer(book)
    before = told(book.get("volunteers", v))
    action = triage(book, v)
    undone = book.undo(action, by="bob", reason="Wrong person")
    assert told(book.get("volunteers", v)) == before
    assert (book.get("needs", NEED), book.rows("needs"), book.count("needs")) == (None, [], 0)
    written = book.changes(action=undone.id)
    assert {(c["undoes"], c["by"], c["reason"]) for c in written} == {(action, "bob", "Wrong person")}
    assert len(written) == 3


def test_undo_of_an_undo_does_it_again(book: Book) -> None:
    v = volunteer(book)
    action = triage(book, v)
    done = told(book.get("volunteers", v)), told(book.get("needs", NEED))
    undone = book.undo(action, by=BY)
    book.undo(undone.id, by=BY)
    assert (told(book.get("volunteers", v)), told(book.get("needs", NEED))) == done


def test_it_goes_back_and_forth_as_often_as_people_like(book: Book) -> None:
    v = volunteer(book)
    before, last = told(book.get("volunteers", v)), triage(book, v)
    for turn in range(5):
        last = book.undo(last, by=BY).id
        assert (told(book.get("volunteers", v)) == before) == (turn % 2 == 0)
        assert book.count("needs") == turn % 2


def test_an_action_that_was_done_again_can_be_undone_by_its_own_name(book: Book) -> None:
    v = volunteer(book)
    before, action = told(book.get("volunteers", v)), triage(book, v)
    book.undo(book.undo(action, by=BY).id, by=BY)
    book.undo(action, by=BY)
    assert told(book.get("volunteers", v)) == before


def test_an_action_is_undone_once(book: Book) -> None:
    action = triage(book, volunteer(book))
    book.undo(action, by=BY)
    with pytest.raises(CannotUndo):
        book.undo(action, by=BY)


def test_an_action_with_something_later_standing_on_it_is_refused_until_that_is_undone(book: Book) -> None:
    v = volunteer(book)
    before = told(book.get("volunteers", v))
    first, second = set_field(book, v, "status", "checking"), set_field(book, v, "status", "ready")
    with pytest.raises(CannotUndo, match="later step first"):
        book.undo(first.id, by=BY)
    book.undo(second.id, by=BY)
    book.undo(first.id, by=BY)
    assert told(book.get("volunteers", v)) == before


def test_a_later_decision_for_the_same_value_is_a_decision(book: Book) -> None:
    v = volunteer(book)
    first = set_field(book, v, "status", "ready")
    set_field(book, v, "status", "paused")
    set_field(book, v, "status", "ready")
    with pytest.raises(CannotUndo):
        book.undo(first.id, by=BY)


def test_a_later_change_of_another_field_does_not_stand_in_the_way(book: Book) -> None:
    v = volunteer(book)
    first = set_field(book, v, "status", "ready")
    set_field(book, v, "notes", "rang")
    book.undo(first.id, by=BY)
    row = book.get("volunteers", v)
    assert row is not None
    assert (row["status"], row["notes"]) == ("applied", "rang")


def test_a_row_that_somebody_worked_on_is_not_taken_back(book: Book) -> None:
    v = volunteer(book)
    action = triage(book, v)
    later = set_field(book, NEED, "status", "closed", table="needs")
    with pytest.raises(CannotUndo):
        book.undo(action, by=BY)
    assert book.count("needs") == 1
    book.undo(later.id, by=BY)
    book.undo(action, by=BY)
    assert book.count("needs") == 0


def test_a_row_that_was_brought_back_and_worked_on_is_not_taken_out_of_sight(book: Book) -> None:
    action = triage(book, volunteer(book))
    again = book.undo(book.undo(action, by=BY).id, by=BY)
    later = set_field(book, NEED, "urgency", "today", table="needs")
    for name in (again.id, action):
        with pytest.raises(CannotUndo):
            book.undo(name, by=BY)
    book.undo(later.id, by=BY)
    book.undo(again.id, by=BY)
    assert book.count("needs") == 0


def test_a_step_on_a_row_that_was_taken_back_is_not_done_again(book: Book) -> None:
    action = triage(book, volunteer(book))
    step = set_field(book, NEED, "urgency", "today", table="needs")
    undone = book.undo(step.id, by=BY)
    book.undo(action, by=BY)
    with pytest.raises(CannotUndo):
        book.undo(undone.id, by=BY)


def test_nothing_is_undone_when_a_part_can_t_be(book: Book) -> None:
    one, two = volunteer(book), volunteer(book)
    both = book.act("set", by=BY, changes=[Change("volunteers", v, "status", "applied", "ready") for v in (one, two)])
    set_field(book, two, "status", "left")
    with pytest.raises(CannotUndo):
        book.undo(both.id, by=BY)
    row = book.get("volunteers", one)
    assert row is not None
    assert row["status"] == "ready"


@pytest.mark.parametrize("never", ["", "approve-0000000000000000", "'; --"])
def test_what_never_happened_can_t_be_undone(book: Book, never: str) -> None:
    with pytest.raises(CannotUndo, match="nothing to undo"):
        book.undo(never, by=BY)


def test_nothing_can_be_decided_about_a_row_that_was_taken_back(book: Book) -> None:
    action = triage(book, volunteer(book))
    book.undo(action, by=BY)
    with pytest.raises(Stale):
        book.act("close", by=BY, changes=[Change("needs", NEED, "status", "open", "closed")])


def test_a_row_that_was_taken_back_returns_with_what_it_says_this_time(book: Book) -> None:
    v = volunteer(book)
    book.undo(triage(book, v), by=BY)
    again = triage(book, v, task_type="visit", urgency="today")
    row = book.get("needs", NEED)
    assert row is not None
    assert (row["task_type"], row["urgency"], row["status"]) == ("visit", "today", "open")
    book.undo(again, by=BY)
    assert book.count("needs") == 0


def test_added_answers_of_a_row_that_returns_are_those_told_this_time(book: Book) -> None:
    first = Append("volunteers", {"name": "Noor", "extra.pets": "dog", "extra.parking": "yes"}, id="V-1")
    action = book.act("add", by=BY, appends=[first])
    book.undo(action.id, by=BY)
    book.act("add", by=BY, appends=[Append("volunteers", {"name": "Noor", "extra.pets": "cat"}, id="V-1")])
    row = book.get("volunteers", "V-1")
    assert row is not None
    assert (row["extra.pets"], row["extra.parking"]) == ("cat", None)


def test_an_undo_is_refused_when_its_result_is_refused(book: Book) -> None:
    v = volunteer(book)
    action = triage(book, v)

    def check(reader: object) -> None:
        raise LookupError("no")

    with pytest.raises(LookupError):
        book.undo(action, by=BY, check=check)
    assert book.count("needs") == 1
