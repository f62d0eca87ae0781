"""What each reason counts for is kept in the book, and is never left as numbers that can't be used."""

import pytest

import community.casework as cw
from community.book import CannotUndo
from community.matching import DEFAULT
from tests.casework.office import Office


def test_a_change_is_undone_to_what_counted_before(office: Office) -> None:
    tried = cw.weights_from({"continuity": 2_000})
    cw.undo(office.director, cw.weigh(office.director, tried, seen=DEFAULT).id)
    assert cw.weights_now(office.director) == DEFAULT


def test_undoing_a_change_that_makes_room_for_a_later_one_is_refused(office: Office) -> None:
    first = cw.weights_from({"continuity": 2_000})
    cw.weigh(office.director, first, seen=DEFAULT)
    less = cw.weights_from({"continuity": 2_000, "rest": 500})
    made_room = cw.weigh(office.director, less, seen=first)
    more = cw.weights_from({"continuity": 2_000, "rest": 500, "distance": 5_000})
    cw.weigh(office.director, more, seen=less)
    with pytest.raises(CannotUndo, match="add up to 10,500"):
        cw.undo(office.director, made_room.id)
    assert cw.weights_now(office.director) == more
    office.propose()


def test_weights_saved_before_waiting_counted_stand_as_they_are(office: Office) -> None:
    cw.weigh(office.director, cw.weights_from({"continuity": 2_800}), seen=DEFAULT)
    row = office.row("weights", str(office.book.rows("weights")[0]["id"]))
    office.set(row, "waiting", None)
    assert cw.weights_now(office.director) == cw.weights_from({"continuity": 2_800})
    office.set(office.row("weights", row["id"]), "distance", 4_200)
    assert cw.weights_now(office.director).waiting == 0
    again = cw.weights_from({"continuity": 2_800, "waiting": 250})
    cw.weigh(office.director, again, seen=cw.weights_now(office.director))
    assert cw.weights_now(office.director) == again
