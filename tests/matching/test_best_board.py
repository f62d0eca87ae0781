"""The board proposed is the best there is, and says so with a proof."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.matching import DEFAULT, GuaranteeBroken, Weights, encode, propose
from community.matching.best_board import find_best
from tests.matching import oracle, strategies
from tests.matching.boards import asks, costs_of, make_need, make_volunteer, pairs_of, people


def test_gives_up_the_nearest_volunteer_when_the_board_gains_by_it():
    near, far = make_volunteer("V-near"), make_volunteer("V-far", easting=376_000.0, max_distance_km=1.5)
    beside, beyond = make_need("N-beside", easting=375_100.0), make_need("N-beyond", easting=374_000.0)
    # V-near is nearest to both; V-far can only reach N-beside.
    assert pairs_of(propose(people(near, far), asks(beside, beyond)).matches) == {
        ("N-beside", "V-far"),
        ("N-beyond", "V-near"),
    }


def test_fills_the_most_urgent_place_when_there_is_only_one_volunteer():
    needs = asks(*(make_need(f"N-{urgency}", urgency=urgency) for urgency in range(4)))
    assert pairs_of(propose(people(make_volunteer()), needs).matches) == {("N-3", "V-1")}


def test_an_urgent_need_far_away_comes_before_a_patient_one_next_door():
    volunteer = make_volunteer(max_distance_km=50.0)
    needs = asks(make_need("N-soon", urgency=0, prefers={"V-1"}), make_need("N-now", urgency=1, easting=400_000.0))
    assert pairs_of(propose(people(volunteer), needs).matches) == {("N-now", "V-1")}


def test_a_need_for_two_people_gets_two_different_people():
    matches = propose(
        people(make_volunteer("V-1", capacity=2), make_volunteer("V-2")), asks(make_need(people=2))
    ).matches
    assert pairs_of(matches) == {("N-1", "V-1"), ("N-1", "V-2")}


def test_one_person_never_fills_two_places_of_one_need():
    proposals = propose(people(make_volunteer(capacity=5)), asks(make_need(people=3)))
    assert pairs_of(proposals.matches) == {("N-1", "V-1")}
    assert proposals.unmatched["places"].tolist() == [2]


def test_nobody_is_given_more_than_they_have_room_for():
    needs = asks(*(make_need(f"N-{i}") for i in range(4)))
    assert len(propose(people(make_volunteer(capacity=3)), needs).matches) == 3


def test_a_need_that_wants_nobody_more_gets_nobody_and_is_not_missed():
    proposals = propose(people(make_volunteer()), asks(make_need(people=0)))
    assert proposals.matches.empty
    assert proposals.unmatched.empty
    assert proposals.alternates.empty
    assert proposals.total == proposals.bound == 0


@pytest.mark.parametrize("volunteers", [[], [make_volunteer()]])
@pytest.mark.parametrize("needs", [[], [make_need()]])
def test_an_empty_side_of_the_board_is_a_board(volunteers, needs):
    proposals = propose(people(*volunteers), asks(*needs))
    assert len(proposals.matches) == min(len(volunteers), len(needs))
    assert proposals.total == proposals.bound
    assert len(proposals.unmatched) == len(needs) - len(proposals.matches)


def test_frames_without_rows_need_no_columns():
    assert propose(pd.DataFrame(), pd.DataFrame()).total == 0


def test_pinned_pairs_are_kept_off_the_proposals_even_when_no_longer_eligible():
    volunteers = people(make_volunteer("V-1", capacity=2), make_volunteer("V-2", tasks=set()))
    needs = asks(make_need("N-1"), make_need("N-2"))
    pinned = [("N-1", "V-1"), ("N-2", "V-2"), ("N-gone", "V-1"), ("N-1", "V-gone")]
    assert pairs_of(propose(volunteers, needs, pinned=pinned).matches) == {("N-2", "V-1")}
    frame = pd.DataFrame(pinned, columns=["need_id", "volunteer_id"])
    again = propose(volunteers, needs, pinned=frame)
    assert pairs_of(again.matches) == {("N-2", "V-1")}
    assert ("N-1", "V-1") not in pairs_of(again.alternates)


def test_a_board_made_beforehand_gives_the_same_proposals():
    frames = people(make_volunteer(), make_volunteer("V-2")), asks(make_need())
    assert propose(encode(*frames)).matches.equals(propose(*frames).matches)


def test_refuses_a_board_on_which_an_empty_place_is_too_cheap_to_come_first():
    frames = people(make_volunteer()), asks(make_need())
    propose(*frames, weights=Weights(unmatched=(10_001, 20_002, 30_003, 40_004)))
    for cheap in ((10_000, 20_002, 30_003, 40_004), (10_001, 20_001, 30_003, 40_004), (4, 3, 2, 1), (10**9,) * 4):
        with pytest.raises(GuaranteeBroken):
            propose(*frames, weights=Weights(unmatched=cheap))


def test_refuses_a_board_too_large_for_the_promise():
    crowd = people(make_volunteer(capacity=2_500_000))
    assert len(propose(crowd, asks(make_need(people=2_499_999))).matches) == 1
    with pytest.raises(GuaranteeBroken, match="2500000 places"):
        propose(crowd, asks(make_need(people=2_500_000)))


@given(strategies.volunteers(4), strategies.needs(4))
def test_no_board_fills_more_urgent_places_or_costs_less(volunteers, needs):
    frames = people(*volunteers), asks(*needs)
    proposals, needs = propose(*frames), oracle.as_sought(volunteers, needs)
    cost = oracle.with_strangers(needs, costs_of(frames))
    every = list(oracle.boards(volunteers, needs, oracle.eligible(volunteers, needs)))
    found = pairs_of(proposals.matches)
    filled = [sum(n == need["need_id"] for n, _ in found) for need in needs]

    assert (found, filled) in every
    assert proposals.total == oracle.total_cost(needs, found, filled, cost)
    assert proposals.total == min(oracle.total_cost(needs, pairs, places, cost) for pairs, places in every)
    most = max(oracle.filled_by_urgency(needs, places) for _, places in every)
    assert oracle.filled_by_urgency(needs, filled) == most


@given(strategies.volunteers(6), strategies.needs(6))
def test_the_bound_can_be_added_up_from_prices_by_anybody(volunteers, needs):
    frames = people(*volunteers), asks(*needs)
    proposals, needs = propose(*frames), oracle.as_sought(volunteers, needs)
    board, prices = proposals.board, proposals.best.prices
    worth = dict(zip(board.needs.ids, prices.need.tolist(), strict=True))
    price = dict(zip(board.volunteers.ids, prices.volunteer.tolist(), strict=True))
    cost = oracle.with_strangers(needs, costs_of(frames))
    # Weak duality: any prices like these give a number that no board can be below.
    assert all(one >= 0 for one in price.values())
    wanted = {n["need_id"]: max(n["people"], 0) for n in needs}
    assert all(worth[n["need_id"]] <= DEFAULT.unmatched[n["urgency"]] for n in needs if wanted[n["need_id"]])
    saved = sum(max(0, worth[n] - price[v] - c) for (n, v), c in cost.items() if wanted[n])
    bound = sum(worth[n] * wanted[n] for n in wanted) - saved
    bound -= sum(price[v["volunteer_id"]] * max(v["capacity"], 0) for v in volunteers)
    assert bound == proposals.bound == proposals.total


@given(strategies.volunteers(), strategies.needs(), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_changes_a_result(volunteers, needs, random):
    first = propose(people(*volunteers), asks(*needs))
    random.shuffle(volunteers)
    random.shuffle(needs)
    second = propose(people(*volunteers), asks(*needs))
    assert first.matches.equals(second.matches)
    assert first.alternates.equals(second.alternates)
    assert first.unmatched.equals(second.unmatched)
    assert first.bound == second.bound


@given(strategies.volunteers(), strategies.needs(), st.data())
def test_an_ineligible_or_pinned_pair_never_appears(volunteers, needs, data):
    ids = [(n["need_id"], v["volunteer_id"]) for n in needs for v in volunteers]
    pinned = data.draw(st.sets(st.sampled_from(ids), max_size=4)) if ids else set()
    proposals = propose(people(*volunteers), asks(*needs), pinned=pinned)
    allowed = oracle.eligible(volunteers, needs) - pinned
    assert pairs_of(proposals.matches) <= allowed
    assert pairs_of(proposals.alternates) <= allowed - pairs_of(proposals.matches)
    assert proposals.bound == proposals.total


@settings(max_examples=40)
@given(st.integers(0, 2**32 - 1))
def test_weighing_few_pairs_at_first_finds_the_same_best_board(seed):
    """On a board of more pairs than are weighed or held at once, prices call in what was left out."""
    draw = np.random.default_rng(seed)
    volunteers = [
        make_volunteer(f"V-{i:03}", capacity=int(draw.integers(1, 3)), northing=0.0,
                       easting=float(draw.integers(0, 9_000)),
                       max_distance_km=float(draw.choice([1, 3, 9])), active=int(draw.integers(0, 2)))
        for i in range(70)
    ]  # fmt: skip
    needs = [
        make_need(f"N-{i:03}", people=int(draw.integers(1, 3)), urgency=int(draw.integers(0, 4)), northing=0.0,
                  # Many at one place: all of them want the same few volunteers.
                  easting=float(draw.choice([4_500, int(draw.integers(0, 9_000))])))
        for i in range(60)
    ]  # fmt: skip
    board, nobody = encode(people(*volunteers), asks(*needs)), np.zeros(0, np.int64)
    whole = find_best(board, DEFAULT, nobody)
    for weighed, held in ((0, 10**9), (0, 0)):
        few = find_best(board, DEFAULT, nobody, weighed=weighed, held=held)
        assert few.total == few.bound == whole.total == whole.bound
