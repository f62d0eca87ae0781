"""What would fill the empty places: no other single newcomer fills more, and what is said of a board is true of it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.matching import capacity_gaps, changed, changes, gaps, measure, propose, recruits
from community.matching.board_measures import gini
from community.matching.recruiting import ROOM
from community.matching.rule_changes import most_filled
from tests.bench import invented
from tests.matching.boards import asks, make_need, make_volunteer, people

TASKS = ("shopping", "visit")
TUESDAY = 0b111 << 3


@st.composite
def boards(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Everybody lives at one place, so that only kinds of help, times and room matter."""
    slots = st.sampled_from([0, 0b1, 0b1000, 0b1001])
    volunteers = [
        make_volunteer(f"V-{n}", tasks=draw(st.sets(st.sampled_from(TASKS))), slots=draw(slots),
                       capacity=draw(st.integers(0, 2)))
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    needs = [
        make_need(f"N-{n}", task_type=draw(st.sampled_from(TASKS)), slots=draw(slots), urgency=draw(st.integers(0, 3)),
                  people=draw(st.integers(1, 2)))
        for n in range(draw(st.integers(1, 7)))
    ]  # fmt: skip
    return people(*volunteers), asks(*needs)


def here(needs: pd.DataFrame) -> dict[str, str]:
    return dict.fromkeys(needs["need_id"], "here")


@settings(max_examples=30, deadline=None)
@given(boards())
def test_no_newcomer_fills_more_than_the_first_to_look_for(frames: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    volunteers, needs = frames
    filled = len(propose(volunteers, needs).matches)
    found = recruits(propose(volunteers, needs), here(needs), most=1)
    most = 0
    for task in TASKS:
        for day in (0, 1):
            one = make_volunteer("V-new", tasks={task}, slots=0b111 << 3 * day, capacity=ROOM)
            most = max(most, len(propose(people(*volunteers.to_dict("records"), one), needs).matches) - filled)
    assert [one.fills for one in found] == ([most] if most else [])


@settings(max_examples=15, deadline=None)
@given(boards())
def test_when_all_whom_it_names_are_found_nothing_is_empty(frames: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    volunteers, needs = frames
    empty = int(needs["people"].sum()) - len(propose(volunteers, needs).matches)
    assert sum(one.fills for one in recruits(propose(volunteers, needs), here(needs), most=40)) == empty


@settings(max_examples=30, deadline=None)
@given(boards())
def test_a_change_fills_what_it_says(frames: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    """To ask people to take on more: with so many more matches the whole board fills at least so many more places."""
    volunteers, needs = frames
    before = propose(volunteers, needs)
    for change in changes(before, here(needs)):
        if change.rule == "capacity":
            more = volunteers.assign(
                capacity=volunteers["capacity"] + volunteers["volunteer_id"].isin(change.volunteer_ids)
            )
            assert len(propose(more, needs).matches) - len(before.matches) >= change.fills
        assert 1 <= change.fills <= len(change.need_ids)


def test_as_many_people_as_there_are_may_lack_the_same_help() -> None:
    """Each of them could try it, once: 1,000 to be told apart from 1,000."""
    volunteers = people(*(make_volunteer(f"V-{n:04}", tasks={"shopping"}) for n in range(1_000)))
    needs = asks(*(make_need(f"N-{n:04}", task_type="call", in_person=False) for n in range(1_000)))
    (one,) = changes(propose(volunteers, needs), {})
    assert (one.rule, one.fills, len(one.volunteer_ids)) == ("task", 1_000, 1_000)


@given(st.lists(st.sets(st.integers(0, 4)), max_size=6), st.lists(st.integers(1, 3), min_size=5, max_size=5))
def test_as_many_are_counted_as_the_best_of_all_ways_to_share_them_out(could: list[set[int]], room: list[int]) -> None:
    def most(needs: list[set[int]], left: tuple[int, ...]) -> int:
        if not needs:
            return 0
        ways = [most(needs[1:], left)]
        ways += [1 + most(needs[1:], (*left[:v], left[v] - 1, *left[v + 1 :])) for v in needs[0] if left[v]]
        return max(ways)

    near = {n: np.array(sorted(who)) for n, who in enumerate(could) if who}
    found = most_filled(near, np.array(room))
    assert len(found) == most(list(could), tuple(room))
    assert all(who in near[need] for need, who in found.items())
    assert all(list(found.values()).count(who) <= room[who] for who in found.values())


def test_nobody_is_named_for_what_stands_in_nobody_s_way() -> None:
    needs = asks(make_need("N-1", task_type="lift", needs_car=True, slots=TUESDAY))
    found = propose(people(make_volunteer(tasks={"lift"}, slots=TUESDAY)), needs)
    (one,) = changes(found, here(needs))
    assert (one.rule, one.fills, one.volunteer_ids) == ("car", 1, ("V-1",))
    avoided = propose(people(make_volunteer(avoids={"P-1"})), asks(make_need()))
    assert changes(avoided, {}) == [], "that two were not to be put together is not ours to change"
    declined = propose(people(make_volunteer()), asks(make_need(refused={"V-1"})))
    assert changes(declined, {}) == [], "whoever said no is not pressed"


def test_gaps_count_who_could_help_and_their_room() -> None:
    volunteers = people(
        make_volunteer("V-1", capacity=3), make_volunteer("V-2", slots=0b10), make_volunteer("V-3", tasks=set())
    )
    needs = asks(make_need("N-1", slots=0), make_need("N-2", slots=0b1), make_need("N-3", task_type="lift"))
    found = {
        (g.by, g.code): (g.wanted, g.empty, g.could, g.room) for g in gaps(propose(volunteers, needs), {"N-1": "east"})
    }
    assert found["task", "shopping"] == (2, 0, 2, 4)
    assert found["task", "lift"] == (1, 1, 0, 0)
    assert found["area", "east"] == (1, 0, 2, 4)
    assert found["area", ""] == (2, 1, 1, 3)
    assert found["slot", "mon_morning"] == (3, 1, 2, 4)
    assert found["slot", "sun_evening"] == (1, 0, 2, 4)
    assert not any(by == "car" for by, _ in found)


def test_a_volunteer_agreed_for_a_need_is_not_counted_for_its_other_place() -> None:
    volunteers, needs = people(make_volunteer("V-1", capacity=2), make_volunteer("V-2", slots=0b10)), asks(make_need())
    found = gaps(propose(volunteers, needs, pinned=[("N-1", "V-1")]), {})
    assert {(g.could, g.room) for g in found if g.by == "task"} == {(0, 0)}


def test_gaps_of_a_board_too_large_to_count_are_estimated_and_say_how_far_they_may_be_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = propose(*invented.frames(3_000, 40, seed=5))
    areas = {need: str(place % 3) for place, need in enumerate(found.board.needs.ids)}
    counted = {(g.by, g.code): g for g in gaps(found, areas)}
    assert not any(g.could_off or g.room_off for g in counted.values())
    monkeypatch.setattr(capacity_gaps, "MOST_PAIRS", 40 * 500)
    estimated = gaps(found, areas)
    assert {(g.by, g.code, g.wanted, g.empty) for g in estimated} == {
        (g.by, g.code, g.wanted, g.empty) for g in counted.values()
    }
    within = [
        (
            abs(g.could - counted[g.by, g.code].could) <= g.could_off,
            abs(g.room - counted[g.by, g.code].room) <= g.room_off,
        )
        for g in estimated
    ]
    assert np.mean(within) >= 0.95
    assert all(0 < g.could_off <= max(g.could, 60) and g.room_off for g in estimated)
    assert estimated == gaps(found, areas)


def test_measures_a_board() -> None:
    volunteers = people(
        make_volunteer("V-1", easting=377_000.0, active=0),
        make_volunteer("V-2", active=0),
        make_volunteer("V-3", active=1, tasks=set()),
        make_volunteer("V-4", active=0, tasks=set()),
    )
    needs = asks(
        make_need("N-1", urgency=3, known={"V-1": 4}),
        make_need("N-2", urgency=0),
        make_need("N-3", urgency=0, resident_id="P-3"),
    )
    found = measure(propose(volunteers, needs), {"N-1": "east", "N-2": "west", "N-3": "west"})
    assert (found.wanted, found.filled) == ((2, 0, 0, 1), (1, 0, 0, 1))
    assert found.kept == found.known == frozenset({"N-1"})
    assert (found.middle_km, found.unused) == (pytest.approx(1.0), 1)
    assert found.gini == pytest.approx((1 - 0.5) / (1 + 0.5) / 2)


def test_the_needs_that_change_hands_are_named() -> None:
    needs = asks(make_need("N-1"), make_need("N-2", task_type="lift"))
    one, both = people(make_volunteer("V-1")), people(make_volunteer("V-1"), make_volunteer("V-2", tasks={"lift"}))
    assert changed(propose(one, needs), propose(both, needs)) == {"N-2"}
    assert changed(propose(one, needs), propose(one, needs)) == frozenset()


@pytest.mark.parametrize(
    ("shares", "told"), [([1, 1, 1], 0), ([], 0), ([0, 0], 0), ([1, 0], 0.5), ([1, 0, 0, 0], 0.75)]
)
def test_gini(shares: list[float], told: float) -> None:
    assert gini(np.array(shares, dtype=float)) == pytest.approx(told)
