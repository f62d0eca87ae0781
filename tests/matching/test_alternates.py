"""What choosing somebody else adds to the whole board."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from community.matching import propose
from tests.matching import oracle, strategies
from tests.matching.boards import asks, costs_of, make_need, make_volunteer, pairs_of, people


def _least_with_each(volunteers, needs, cost):
    """By pair: the least total of a board that holds it. None of it uses the solver."""
    least = {}
    for pairs, filled in oracle.boards(volunteers, needs, set(cost)):
        total = oracle.total_cost(needs, pairs, filled, cost)
        for pair in pairs:
            least[pair] = min(total, least.get(pair, total))
    return least


def test_says_what_the_next_best_volunteers_would_add():
    volunteers = people(*(make_volunteer(f"V-{km}", easting=375_000.0 + km * 1000) for km in range(5)))
    others = propose(volunteers, asks(make_need())).alternates
    assert others.to_dict("list") == {
        "need_id": ["N-1"] * 3,
        "rank": [1, 2, 3],
        "volunteer_id": ["V-1", "V-2", "V-3"],
        "cost": [3850, 4200, 4550],  # 3,000 for a stranger, 500 for a new request, and 350 a kilometre
        "extra": [350, 700, 1050],
    }


def test_counts_the_cost_to_the_neighbour_who_loses_their_volunteer():
    volunteers = people(make_volunteer("V-a"), make_volunteer("V-b", easting=377_000.0))
    needs = asks(make_need("N-a"), make_need("N-b", easting=377_000.0))
    others = propose(volunteers, needs).alternates
    # To send V-b to N-a, V-a must go to N-b: two kilometres more for each.
    assert others[["need_id", "volunteer_id", "extra"]].values.tolist() == [["N-a", "V-b", 1400], ["N-b", "V-a", 1400]]


def test_counts_the_place_that_would_stay_empty():
    volunteers = people(make_volunteer("V-a"), make_volunteer("V-b"))
    needs = asks(make_need("N-a", urgency=2), make_need("N-b", min_dbs=1))
    only = propose(people(make_volunteer("V-a", dbs_level=1)), needs)
    assert only.alternates[["need_id", "volunteer_id", "extra"]].values.tolist() == [["N-b", "V-a", 50 * 10**9]]
    assert propose(volunteers, needs).alternates["need_id"].tolist() == ["N-a"]


def test_a_need_with_an_empty_place_shows_who_could_be_called_away():
    needs = asks(make_need("N-now", urgency=3), make_need("N-later", urgency=0))
    others = propose(people(make_volunteer()), needs).alternates
    assert others[["need_id", "volunteer_id", "extra"]].values.tolist() == [["N-later", "V-1", 75 * 10**9]]


def test_alternates_of_some_needs_are_those_rows():
    volunteers = people(*(make_volunteer(f"V-{i}", easting=375_000.0 + i) for i in range(4)))
    proposals = propose(volunteers, asks(make_need("N-1"), make_need("N-2"), make_need("N-3", people=0)))
    some = proposals.alternates_of(["N-2", "N-3", "N-unknown"])
    whole = proposals.alternates
    assert some.equals(whole[whole["need_id"] == "N-2"].reset_index(drop=True))
    assert len(some) == 3


@settings(max_examples=settings().max_examples * 3 // 2)
@given(strategies.volunteers(4), strategies.needs(4))
def test_extra_is_what_the_best_board_with_that_pair_costs_more(volunteers, needs):
    frames = people(*volunteers), asks(*needs)
    proposals, needs = propose(*frames), oracle.as_sought(volunteers, needs)
    cost = oracle.with_strangers(needs, costs_of(frames))
    least = _least_with_each(volunteers, needs, cost)
    matched = pairs_of(proposals.matches)
    for need in needs:
        mine = proposals.alternates[proposals.alternates["need_id"] == need["need_id"]]
        expected = sorted(
            total - proposals.total for (n, v), total in least.items() if n == need["need_id"] and (n, v) not in matched
        )
        assert mine["extra"].tolist() == expected[:3]
        assert mine["rank"].tolist() == list(range(1, len(mine) + 1))
        for row in mine.itertuples():
            pair = (row.need_id, row.volunteer_id)
            assert least[pair] - proposals.total == row.extra
            assert cost[pair] == row.cost


@settings(max_examples=25)
@given(st.integers(0, 2**32 - 1), st.sampled_from([8, 20, 40]))
def test_extra_equals_solving_again_with_the_pair_agreed(seed, helpers):
    """Larger boards with long chains of exchanges, from plenty of volunteers to far too few."""
    draw = np.random.default_rng(seed)
    spot = lambda: float(draw.integers(0, 6_000))  # noqa: E731
    volunteers = [
        make_volunteer(f"V-{i:02}", easting=spot(), northing=spot(), capacity=int(draw.integers(1, 3)),
                       max_distance_km=float(draw.choice([2, 4])), slots=int(draw.integers(1, 8)))
        for i in range(helpers)
    ]  # fmt: skip
    needs = [
        make_need(f"N-{i:02}", easting=spot(), northing=spot(), people=int(draw.integers(1, 3)),
                  urgency=int(draw.integers(0, 4)), slots=int(draw.integers(0, 8)))
        for i in range(20)
    ]  # fmt: skip
    proposals = propose(people(*volunteers), asks(*needs))
    for row in proposals.alternates.sample(min(8, len(proposals.alternates)), random_state=seed % 1000).itertuples():
        agreed = {"need_id": row.need_id, "volunteer_id": row.volunteer_id}
        net_people = [{**v, "capacity": v["capacity"] - (v["volunteer_id"] == row.volunteer_id)} for v in volunteers]
        net_needs = [{**n, "people": n["people"] - (n["need_id"] == row.need_id)} for n in needs]
        again = propose(people(*net_people), asks(*net_needs), pinned=[tuple(agreed.values())])
        assert again.total + row.cost - proposals.total == row.extra
