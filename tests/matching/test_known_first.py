"""Two go on a first visit: first somebody who has visited the resident, where anybody who has could come."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.matching import dearer, encode, engine, propose, reasons, why_not
from community.matching.engine import solve
from tests.matching import oracle, strategies
from tests.matching.boards import asks, candidates, costs_of, make_need, make_volunteer, pairs_of, people

TWO = {"people": 2, "in_pairs": True}
GOES_FIRST = "Has not visited this resident: goes first only if those who have are needed elsewhere"


def _proposed(volunteers, *needs, **told):
    return pairs_of(propose(people(*volunteers), asks(*needs), **told).matches)


def test_somebody_who_has_visited_goes_first_however_far_they_live():
    near, far = make_volunteer("V-near", active=0), make_volunteer("V-far", easting=379_000.0, active=4)
    assert _proposed([near, far], make_need(**TWO, known={"V-far": 1})) == {("N-1", "V-far")}


def test_with_nobody_who_has_visited_two_strangers_go():
    strangers = [make_volunteer("V-1"), make_volunteer("V-2")]
    assert _proposed(strangers, make_need(**TWO)) == {("N-1", "V-1"), ("N-1", "V-2")}


@pytest.mark.parametrize("cannot", [{"capacity": 0}, {"slots": 0b10}, {"max_distance_km": 0.0, "easting": 376_000.0}])
def test_somebody_who_has_visited_and_can_not_come_keeps_nobody_waiting(cannot):
    volunteers = [make_volunteer("V-1"), make_volunteer("V-2"), make_volunteer("V-known", **cannot)]
    assert _proposed(volunteers, make_need(**TWO, known={"V-known": 3})) == {("N-1", "V-1"), ("N-1", "V-2")}


def test_a_pair_that_never_met_counts_as_strangers():
    volunteers = [make_volunteer("V-1"), make_volunteer("V-2")]
    need = make_need(**TWO, known={"V-1": 0}, prefers={"V-1"})
    assert _proposed(volunteers, need) == {("N-1", "V-1"), ("N-1", "V-2")}


def test_somebody_who_has_visited_and_has_time_for_one_keeps_no_second_need_waiting():
    """Else the second of a resident's two needs stays empty until somebody has decided about the first."""
    volunteers = [make_volunteer("V-known", capacity=1), make_volunteer("V-1"), make_volunteer("V-2")]
    needs = [make_need(f"N-{n}", **TWO, urgency=n, known={"V-known": 1}) for n in (1, 2)]
    assert _proposed(volunteers, *needs) == {("N-2", "V-known"), ("N-1", "V-1"), ("N-1", "V-2")}


@pytest.mark.parametrize("quick", [True, False], ids=["engine", "library"])
def test_where_other_help_needs_all_who_have_visited_a_stranger_goes_first_and_then_another(quick, monkeypatch):
    monkeypatch.setattr(engine, "is_there", lambda: quick)
    known = make_volunteer("V-known", capacity=1, has_car=True)
    strangers = [make_volunteer(one, has_car=False) for one in ("V-1", "V-2")]
    needs = [make_need("N-1", **TWO, known={"V-known": 1}), make_need("N-2", urgency=3, needs_car=True)]
    found = propose(people(known, *strangers), asks(*needs))
    assert pairs_of(found.matches) == {("N-1", "V-1"), ("N-2", "V-known")}
    assert found.matches["first_visit"].tolist() == [500_000, 0]
    assert found.total == found.bound == found.matches["cost"].sum()
    assert GOES_FIRST in reasons(found.board, "N-1", "V-1")
    one_agreed = needs[0] | {"people": 1}
    then = _proposed([known, *strangers], one_agreed, needs[1], pinned=[("N-1", "V-1")])
    assert then == {("N-1", "V-2"), ("N-2", "V-known")}


def test_a_stranger_goes_first_only_where_nobody_is_lost_by_it():
    """Whoever has visited comes however dear, and leaves other help to those who can give it as well."""
    known = make_volunteer("V-known", capacity=1, last_asked_days=0.0, easting=384_900.0, max_distance_km=20.0)
    stranger = make_volunteer("V-1", capacity=1)
    needs = [make_need("N-1", **TWO, known={"V-known": 1}), make_need("N-2", known={"V-known": 9})]
    found = propose(people(known, stranger), asks(*needs))
    assert pairs_of(found.matches) == {("N-1", "V-known"), ("N-2", "V-1")}
    assert dearer(found, "N-1", "V-known", "V-1") == "has not visited the resident yet"


@pytest.mark.parametrize("quick", [True, False], ids=["engine", "library"])
@pytest.mark.parametrize("others", range(4, 9))
def test_somebody_who_has_visited_goes_first_even_where_many_others_change_over_for_it(others, quick, monkeypatch):
    """Each hands a resident whom they know well on to a stranger who lives ten kilometres away."""
    monkeypatch.setattr(engine, "is_there", lambda: quick)
    along = [{"easting": 375_000.0 + 10_000 * at, "max_distance_km": 10.0} for at in range(others + 1)]
    line = [make_volunteer(f"V-{at}", tasks={"lift"}, **here) for at, here in enumerate(along)]
    line[0]["tasks"] = {"lift", "shopping"}
    lifts = [
        make_need(f"N-{at}", task_type="lift", easting=here["easting"], known={f"V-{at}": 9})
        for at, here in enumerate(along[:-1])
    ]
    first = make_need("N-first", **TWO, known={"V-0": 1})
    handed_on = {(f"N-{at}", f"V-{at + 1}") for at in range(others)}
    assert _proposed([*line, make_volunteer("V-new")], first, *lifts) == {("N-first", "V-0")} | handed_on


def test_somebody_who_has_visited_two_residents_leaves_one_to_another_who_has():
    volunteers = [make_volunteer("V-both", capacity=1), make_volunteer("V-one", capacity=1), make_volunteer("V-new")]
    needs = [
        make_need("N-1", **TWO, urgency=2, known={"V-both": 1, "V-one": 1}),
        make_need("N-2", **TWO, urgency=1, known={"V-both": 1}),
    ]
    assert _proposed(volunteers, *needs) == {("N-1", "V-one"), ("N-2", "V-both")}


def test_once_the_first_is_agreed_the_second_is_anybody():
    volunteers = [make_volunteer("V-known"), make_volunteer("V-new")]
    need = make_need(people=1, in_pairs=False, known={"V-known": 1})
    assert _proposed(volunteers, need, pinned=[("N-1", "V-known")]) == {("N-1", "V-new")}


def test_somebody_who_is_asked_for_but_has_not_visited_waits_for_one_who_has():
    volunteers = [make_volunteer("V-known"), make_volunteer("V-wished")]
    need = make_need(**TWO, known={"V-known": 1}, prefers={"V-wished"})
    assert _proposed(volunteers, need) == {("N-1", "V-known")}
    frames = people(*volunteers), asks(need)
    assert why_not(frames, "N-1", "V-wished") is None  # a person may choose them all the same
    assert GOES_FIRST in reasons(frames, "N-1", "V-wished")
    assert GOES_FIRST not in reasons(frames, "N-1", "V-known")


def test_both_are_checked_as_the_need_asks():
    volunteers = [make_volunteer("V-1", dbs_level=4), make_volunteer("V-2", dbs_level=3)]
    assert _proposed(volunteers, make_need(**TWO, min_dbs=4)) == {("N-1", "V-1")}


@given(strategies.first_visits() | st.tuples(strategies.volunteers(4), strategies.needs(3)))
def test_the_board_is_the_best_of_all_that_the_rule_allows(rows):
    volunteers, needs = rows
    frames, sought = (people(*volunteers), asks(*needs)), oracle.as_sought(volunteers, needs)
    allowed = oracle.eligible(volunteers, sought)
    assert pairs_of(candidates(*frames)) == allowed
    cost = oracle.with_strangers(sought, costs_of(frames))
    every = [
        oracle.total_cost(sought, pairs, filled, cost) for pairs, filled in oracle.boards(volunteers, sought, allowed)
    ]
    found = propose(*frames)
    assert found.total == found.bound == min(every)
    turned = propose(frames[0].iloc[::-1], frames[1].iloc[::-1])
    assert turned.matches.equals(found.matches)


@pytest.mark.parametrize("quick", [True, False], ids=["engine", "library"])
def test_a_need_for_two_that_arrives_is_sought_as_if_it_had_been_there(quick, monkeypatch):
    monkeypatch.setattr(engine, "is_there", lambda: quick)
    volunteers = people(make_volunteer("V-1"), make_volunteer("V-2"))
    live = solve(encode(volunteers, asks(make_need("N-0", people=0))))
    live.insert(asks(make_need("N-1", **TWO, known={"V-2": 2})))
    best = live.best
    assert [(live.board.needs.ids[n], live.board.volunteers.ids[v]) for n, v in zip(
        best.taken.need, best.taken.volunteer, strict=True)] == [("N-1", "V-2")]  # fmt: skip
    assert best.total == best.bound == 1_000 + 500
    assert np.array_equal(live.ranked(1).volunteer, [1, 0])


def test_a_first_visit_for_which_a_thousand_others_must_change_over_is_no_trouble():
    """Each resident knows two neighbours who have time for one; the last knows only the first of all."""
    near, many = {"max_distance_km": 0.1, "capacity": 1}, 1_100
    neighbours = [make_volunteer(f"V-{n:04}", **near, easting=300_000.0 + 100 * n) for n in range(many + 1)]
    needs = [
        make_need(f"N-{n:04}", **TWO, waiting_days=9.0, easting=300_050.0 + 100 * n,
                  known={f"V-{n:04}": 1, f"V-{n + 1:04}": 1})
        for n in range(many)
    ]  # fmt: skip
    needs.append(make_need("N-last", **TWO, easting=300_000.0, known={"V-0000": 1}))
    found = propose(people(*neighbours), asks(*needs))
    assert len(found.matches) == many + 1
    assert not found.matches["first_visit"].any()
