"""What another choice would mean for everybody else."""

import math

import pytest
from hypothesis import given, settings

from community.matching import MatchingError, dearer, instead, propose
from tests.matching import strategies
from tests.matching.boards import asks, make_need, make_volunteer, pairs_of, people


@given(strategies.volunteers(4), strategies.needs(4))
def test_it_costs_what_the_list_of_others_says(volunteers, needs):
    proposals = propose(people(*volunteers), asks(*needs))
    for row in proposals.alternates.itertuples():
        then = instead(proposals, row.need_id, row.volunteer_id)
        assert then.extra == row.extra
        # A place that is lost costs at least 10,000,000,000 points: where none is, the two boards are close.
        assert bool(then.emptied) or then.extra < 10**9


@settings(max_examples=30, deadline=None)
@given(strategies.volunteers(4), strategies.needs(4))
def test_to_choose_the_one_proposed_costs_nothing_more(volunteers, needs):
    proposals = propose(people(*volunteers), asks(*needs))
    for need, volunteer in pairs_of(proposals.matches):
        then = instead(proposals, need, volunteer)
        assert (then.extra, then.emptied) == (0, ())


def test_what_is_agreed_stays_agreed():
    volunteers = people(make_volunteer("V-a"), make_volunteer("V-b", easting=376_000.0))
    needs = asks(make_need("N-1"), make_need("N-2", people=0))
    then = instead(propose(volunteers, needs, pinned=[("N-2", "V-a")]), "N-1", "V-b")
    assert (then.extra, then.emptied, then.moved) == (350, (), ())


def test_an_agreed_volunteer_stays_with_a_need_that_loses_a_place():
    volunteers = people(make_volunteer("V-a"), make_volunteer("V-b", tasks={"lift"}), make_volunteer("V-c", capacity=0))
    needs = asks(make_need("N-1"), make_need("N-2", task_type="lift"))
    both = people(*volunteers.assign(tasks=[{"shopping", "lift"}, {"shopping"}, set()]).to_dict("records"))
    for pinned, left in (([], 0), ([("N-2", "V-c")], 1)):
        then = instead(propose(both, needs, pinned=pinned), "N-1", "V-a")
        assert (then.emptied, then.left) == (("N-2",), {"N-2": left})


def test_nobody_is_chosen_for_a_place_that_is_not_there():
    full = propose(people(make_volunteer(capacity=0)), asks(make_need()))
    taken = propose(people(make_volunteer()), asks(make_need(people=0)))
    for proposals in (full, taken):
        with pytest.raises(MatchingError, match="no empty place"):
            instead(proposals, "N-1", "V-1")


def test_nothing_is_reckoned_with_a_distance_that_nobody_knows():
    both = people(make_volunteer("V-a"), make_volunteer("V-b", easting=math.nan))
    proposals = propose(both, asks(make_need()))
    for reckon in (
        lambda: instead(proposals, "N-1", "V-b"),
        lambda: dearer(proposals, "N-1", "V-a", "V-b"),
        lambda: dearer(proposals, "N-1", "V-b", "V-a"),
    ):
        with pytest.raises(MatchingError, match="place"):
            reckon()
    by_telephone = propose(both, asks(make_need(task_type="call", in_person=False)))
    assert dearer(by_telephone, "N-1", "V-a", "V-b") == ""


@pytest.mark.parametrize(
    ("volunteer", "said"),
    [
        ({}, ""),
        ({"easting": 377_000.0}, "lives 2.0 km further away"),
        ({"easting": 375_050.0}, "lives a little further away"),
        ({"active": 3}, "has more on now"),
        ({"last_asked_days": 1.0, "active": 2}, "was asked more lately and has more on now"),
        ({"slots": 0b1}, "free at fewer of the times"),
    ],
)
def test_says_in_a_few_words_what_counts_against_somebody(volunteer, said):
    plain = {"slots": 0b11, "active": 0}
    both = people(make_volunteer("V-a", **plain), make_volunteer("V-b", **{**plain, **volunteer}))
    proposals = propose(both, asks(make_need(slots=0b11)))
    assert dearer(proposals, "N-1", "V-a", "V-b") == said


def test_a_stranger_costs_more_than_a_known_face():
    both = people(make_volunteer("V-a"), make_volunteer("V-b"))
    proposals = propose(both, asks(make_need(known={"V-a": 3})))
    assert dearer(proposals, "N-1", "V-a", "V-b") == "knows the resident less"
