"""What each term of a pair's cost says."""

import math

import pytest
from hypothesis import given

from community.matching import DEFAULT, TERMS, MatchingError, Weights, propose
from tests.matching import strategies
from tests.matching.boards import asks, make_need, make_volunteer, people

NAN = math.nan


def _terms(volunteer=None, need=None, weights=DEFAULT):
    matches = propose(people(make_volunteer(**(volunteer or {}))), asks(make_need(**(need or {}))), weights=weights)
    return matches.matches.iloc[0]


@pytest.mark.parametrize(("metres", "points"), [(0, 0), (1_000, 350), (5_000, 1_750), (10_000, 3_500), (30_000, 3_500)])
def test_distance_grows_to_ten_kilometres_and_then_stays(metres, points):
    assert _terms({"easting": 375_000.0 + metres, "max_distance_km": 100.0})["distance"] == points


def test_distance_is_nothing_by_telephone():
    assert _terms({"easting": 0.0}, {"in_person": False})["distance"] == 0
    assert _terms({"easting": NAN}, {"in_person": False})["distance"] == 0


@pytest.mark.parametrize(("asked", "points"), [(0b1, 0), (0b11, 250), (0b1111, 375), (0, 0)])
def test_overlap_is_the_share_of_the_times_that_are_missed(asked, points):
    assert _terms({"slots": 0b1}, {"slots": asked})["overlap"] == points


@pytest.mark.parametrize(("visits", "points"), [(0, 3_000), (1, 1_500), (2, 1_000), (5, 500)])
def test_continuity_is_cheaper_with_each_visit(visits, points):
    assert _terms({}, {"known": {"V-1": visits}})["continuity"] == points


def test_somebody_the_resident_asked_for_costs_no_continuity():
    assert _terms({}, {"prefers": {"V-1"}})["continuity"] == 0


def test_without_a_history_everybody_is_a_stranger():
    assert _terms({}, {"known": {}})["continuity"] == _terms()["continuity"] == 3_000
    assert _terms({}, {"known": {"V-2": 9}, "prefers": {"V-2"}})["continuity"] == 3_000


@pytest.mark.parametrize(("active", "points"), [(0, 0), (1, 375), (4, 1_500), (9, 1_500)])
def test_load_grows_with_each_match_on_the_volunteer(active, points):
    assert _terms({"active": active})["load"] == points


@pytest.mark.parametrize(("days", "points"), [(0.0, 1_000), (14.0, 525), (28.0, 50), (393.0, 0), (NAN, 0)])
def test_rest_is_dear_just_after_somebody_was_asked(days, points):
    assert _terms({"last_asked_days": days})["rest"] == points


def test_volunteers_never_asked_or_quiet_for_long_come_first_among_equals():
    quiet = {"V-1": 29.0, "V-2": 90.0, "V-3": NAN}
    everybody = [make_volunteer(one, last_asked_days=days) for one, days in quiet.items()]
    for expected in ("V-3", "V-2", "V-1"):
        assert propose(people(*everybody), asks(make_need())).matches["volunteer_id"].tolist() == [expected]
        everybody.pop()


@pytest.mark.parametrize(
    ("waited", "response", "points"),
    [(0.0, 7.0, 500), (7.0, 7.0, 250), (14.0, 7.0, 167), (90.0, 7.0, 36), (7.0, 28.0, 400), (NAN, 7.0, 500)],
)
def test_waiting_is_cheaper_the_longer_somebody_has_waited(waited, response, points):
    assert _terms({}, {"waiting_days": waited, "response_days": response})["waiting"] == points


@pytest.mark.parametrize(("urgency", "points"), [(0, 400), (1, 250), (2, 111), (3, 62)])
def test_a_need_that_does_not_say_how_soon_is_to_be_helped_in_the_usual_time(urgency, points):
    assert _terms({}, {"waiting_days": 7.0, "urgency": urgency})["waiting"] == points


@pytest.mark.parametrize("in_person", [True, False])
def test_of_two_needs_as_urgent_the_one_that_waits_for_three_months_gets_the_volunteer(in_person):
    alike = {"in_person": in_person, "urgency": 1}
    waits = make_need("N-waits", waiting_days=90.0, easting=375_130.0, **alike)
    new = make_need("N-new", easting=375_100.0, **alike)
    assert propose(people(make_volunteer()), asks(waits, new)).matches["need_id"].tolist() == ["N-waits"]


def test_the_weights_can_be_tuned():
    tuned = Weights(distance=100, overlap=0, continuity=50, load=0, rest=0, waiting=0, far_km=2.0)
    row = _terms({"easting": 376_000.0}, weights=tuned)
    assert (row["distance"], row["continuity"], row["cost"]) == (50, 50, 100)


def test_work_goes_to_who_has_least_when_all_else_is_equal():
    volunteers = people(
        make_volunteer("V-1", active=2), make_volunteer("V-2", active=1), make_volunteer("V-3", active=3)
    )
    assert propose(volunteers, asks(make_need())).matches["volunteer_id"].tolist() == ["V-2"]


@given(strategies.volunteers(), strategies.needs())
def test_the_cost_is_the_sum_of_the_terms_and_at_most_ten_thousand_but_for_a_stranger_who_goes_first(volunteers, needs):
    matches = propose(people(*volunteers), asks(*needs)).matches
    assert matches.columns.tolist() == ["need_id", "volunteer_id", "cost", *TERMS, "first_visit"]
    terms = matches[list(TERMS)].sum(axis=1)
    assert (matches["cost"] == terms + matches["first_visit"]).all()
    assert terms.between(0, 10_000).all()
    assert matches["first_visit"].isin([0, 500_000]).all()
    assert (matches[list(TERMS)] >= 0).all(axis=None)
    assert all(kind == "int64" for kind in matches[["cost", *TERMS, "first_visit"]].dtypes)


@pytest.mark.parametrize(
    "wrong",
    [
        {"distance": 3_501},
        {"load": -1},
        {"rest": 0.5},
        {"far_km": 0.0},
        {"full_load": 0},
        {"rested_days": NAN},
        {"unmatched": (1, 2, 3)},
        {"unmatched": (1.0, 2.0, 3.0, 4.0)},
        {"unmatched": (10**10, 10**11, 10**12, 10**13)},
    ],
)
def test_weights_that_make_no_sense_are_refused(wrong):
    with pytest.raises(MatchingError):
        Weights(**wrong)
