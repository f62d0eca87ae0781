"""Changes made elsewhere come late, and every machine ends with the same record."""

from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from community.book import Arrival, Book, NoSuchRecord
from community.tables.canonical import instant
from tests.book.builders import BY, Clock, set_field, told, volunteer

START = Clock().now


def arrival(number: int, record_id: str, field: str, was: str | None, now: str | None, **more: Any) -> Arrival:
    """A change that was made so many seconds after the start, as an action of its own unless told otherwise."""
    told = {"action": f"set-{number}", "at": instant(START + timedelta(seconds=number)), "by": "sheet"} | more
    return Arrival(id=f"Z-{number:03}", table="volunteers", record_id=record_id, field=field, was=was, now=now, **told)


def test_a_change_that_still_holds_is_applied(book: Book) -> None:
    v = volunteer(book)
    assert book.arrive([arrival(100, v, "how_many", "2", "4")]) == []
    row = book.get("volunteers", v)
    assert row is not None
    assert (row["how_many"], row["changed_at"]) == (4, instant(START + timedelta(seconds=100)))


def test_a_change_comes_in_once(book: Book) -> None:
    v = volunteer(book)
    late = arrival(100, v, "how_many", "2", "4")
    book.arrive([late, late])
    book.arrive([late])
    assert len(book.changes()) == 1


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("times", [(10, 30), (30, 10)])
def test_of_the_times_at_which_two_machines_found_one_change_the_earlier_stands(
    book: Book, times: tuple[int, int], at_once: bool
) -> None:
    v = volunteer(book)
    found = [arrival(1, v, "status", "applied", "ready", at=instant(START + timedelta(seconds=s))) for s in times]
    between = arrival(20, v, "status", "applied", "declined")
    for some in [[*found, between]] if at_once else [[found[0]], [between], [found[1]]]:
        conflicts = book.arrive(some)
    assert (book.changes()[0]["at"], len(book.changes())) == (instant(START + timedelta(seconds=10)), 2)
    assert conflicts == ([] if not at_once and times == (10, 30) else ["Z-020"])
    row = book.get("volunteers", v)
    assert row is not None
    assert row["status"] == "ready"
    assert [c["id"] for c in book.changes() if c["conflict"]] == ["Z-020"]


def test_a_change_that_no_longer_holds_is_kept_marked_and_not_applied(book: Book, clock: Clock) -> None:
    v = volunteer(book)
    set_field(book, v, "status", "ready")
    late = arrival(500, v, "status", "applied", "declined")
    assert book.arrive([late]) == ["Z-500"]
    row = book.get("volunteers", v)
    assert row is not None
    assert row["status"] == "ready"
    assert [(c["now"], c["conflict"]) for c in book.changes()] == [("ready", None), ("declined", "yes")]


def test_what_comes_late_but_was_first_wins_and_the_later_decision_is_shown_as_a_conflict(
    book: Book, clock: Clock
) -> None:
    v = volunteer(book)
    clock.now = START + timedelta(seconds=900)
    set_field(book, v, "status", "ready")
    conflicts = book.arrive([arrival(10, v, "status", "applied", "declined")])
    assert [c["id"] for c in book.changes() if c["conflict"]] == conflicts
    row = book.get("volunteers", v)
    assert row is not None
    assert row["status"] == "declined"
    assert len(book.changes()) == 2


def test_a_conflict_ends_when_what_it_stood_on_arrives_at_last(book: Book) -> None:
    v = volunteer(book)
    assert book.arrive([arrival(20, v, "status", "checking", "ready")]) == ["Z-020"]
    assert book.arrive([arrival(10, v, "status", "applied", "checking")]) == []
    row = book.get("volunteers", v)
    assert row is not None
    assert row["status"] == "ready"


def test_one_action_s_part_of_a_record_holds_whole_or_not_at_all(book: Book) -> None:
    v = volunteer(book)
    pair = [
        arrival(10, v, "status", "applied", "ready", action="welcome-1", at=instant(START)),
        arrival(11, v, "how_many", "99", "3", action="welcome-1", at=instant(START)),
    ]
    assert book.arrive(pair) == ["Z-010", "Z-011"]
    row = book.get("volunteers", v)
    assert row is not None
    assert (row["status"], row["how_many"]) == ("applied", 2)


def test_a_decision_made_here_after_a_late_one_has_a_later_time(book: Book) -> None:
    v = volunteer(book)
    book.arrive([arrival(5_000, v, "status", "applied", "ready")])
    action = set_field(book, v, "status", "paused")
    assert action.at > instant(START + timedelta(seconds=5_000))


def test_a_change_of_a_record_that_never_was_waits_for_its_row(book: Book) -> None:
    with pytest.raises(NoSuchRecord):
        book.arrive([arrival(1, "V-0000-0000-0", "status", None, "ready")])


def test_an_undo_can_arrive_too(book: Book) -> None:
    v = volunteer(book)
    book.arrive(
        [arrival(20, v, "status", "ready", "applied", undoes="set-10"), arrival(10, v, "status", "applied", "ready")]
    )
    first = set_field(book, v, "status", "checking")
    book.undo(first.id, by=BY)
    row = book.get("volunteers", v)
    assert row is not None
    assert row["status"] == "applied"


WORDS = ["applied", "ready", "paused"]
changes = st.lists(
    st.tuples(
        st.integers(1, 6),
        st.sampled_from(["status", "extra.pets"]),
        st.sampled_from([None, *WORDS]),
        st.sampled_from([None, *WORDS]),
        st.sampled_from(["a", "b"]),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes)
def test_the_order_of_arrival_never_changes_the_record(book: Book, drawn: list[tuple[Any, ...]]) -> None:
    ends = []
    for order in list(permutations(range(len(drawn))))[:6]:
        v = volunteer(book)
        for place in order:
            second, field, was, now, action = drawn[place]
            late = arrival(
                0,
                v,
                field,
                was,
                now,
                action=f"set-{second}{action}",
                at=instant(START + timedelta(hours=1, seconds=second)),
            )
            book.arrive([Arrival(**(vars(late) | {"id": f"Z-{v}-{place}"}))])
        row = told(book.get("volunteers", v))
        assert row is not None
        marks = sorted((c["id"][-1], c["conflict"]) for c in book.changes(record_id=v))
        ends.append(({k: x for k, x in row.items() if k != "id"}, marks))
    assert all(end == ends[0] for end in ends)
