"""Each hard rule: who may be proposed for whom."""

import math

import pytest
from hypothesis import given

from community.casework import shortages
from community.matching import RULES, encode, ineligibility, propose, remedies, why_not
from dashboard.parts import need_view
from tests.matching import oracle, strategies
from tests.matching.boards import asks, candidates, make_need, make_volunteer, people

NAN = math.nan


def _fits(volunteer, need):
    volunteers, needs = people(make_volunteer(**volunteer)), asks(make_need(**need))
    found = len(candidates(volunteers, needs)) == 1
    # The proposal and the reason in words must tell the same story as the candidates.
    assert (len(propose(volunteers, needs).matches) == 1) is found
    assert (why_not((volunteers, needs), "N-1", "V-1") is None) is found
    return found


def test_proposes_a_volunteer_who_fits_in_every_way():
    assert _fits({}, {})


def test_never_matches_a_task_that_is_not_offered():
    assert not _fits({"tasks": {"dog_walk"}}, {"task_type": "shopping"})


def test_never_matches_somebody_who_offers_no_task():
    assert not _fits({"tasks": set()}, {})


@pytest.mark.parametrize("capacity", [0, -1])
def test_never_matches_somebody_without_room_this_week(capacity):
    assert not _fits({"capacity": capacity}, {})


def test_never_sends_a_telephone_volunteer_in_person():
    assert not _fits({"in_person": False}, {"in_person": True})


def test_lets_a_telephone_volunteer_telephone():
    assert _fits({"in_person": False}, {"in_person": False})


@pytest.mark.parametrize("unknown", [{"easting": NAN}, {"northing": NAN}, {"easting": NAN, "northing": NAN}])
def test_never_sends_anybody_from_or_to_a_place_we_do_not_know(unknown):
    assert not _fits(unknown, {})
    assert not _fits({}, unknown)


def test_telephone_help_needs_no_place_and_no_distance():
    nowhere = {"easting": NAN, "northing": NAN}
    assert _fits({**nowhere, "max_distance_km": NAN}, {**nowhere, "in_person": False})
    assert _fits({"easting": 0.0, "max_distance_km": 0.0}, {"in_person": False})


def test_reaches_exactly_as_far_as_the_volunteer_said():
    assert _fits({"max_distance_km": 5.0}, {"easting": 375_000.0 + 3_000, "northing": 165_000.0 + 4_000})
    assert not _fits({"max_distance_km": 5.0}, {"easting": 375_000.0 + 3_000, "northing": 165_000.0 + 4_001})


def test_nought_kilometres_reaches_the_same_place_only():
    assert _fits({"max_distance_km": 0.0}, {})
    assert not _fits({"max_distance_km": 0.0}, {"easting": 375_001.0})


@pytest.mark.parametrize("distance", [NAN, -5.0])
def test_never_sends_somebody_who_has_not_said_how_far_they_go(distance):
    assert not _fits({"max_distance_km": distance}, {})


def test_never_matches_when_they_are_not_free_at_the_same_time():
    assert not _fits({"slots": 0b0110}, {"slots": 0b1001})
    assert _fits({"slots": 0b0110}, {"slots": 0b0011})


def test_sunday_evening_is_a_time_like_any_other():
    assert _fits({"slots": 1 << 20}, {"slots": 1 << 20})


def test_a_volunteer_without_times_fits_only_a_need_at_any_time():
    assert not _fits({"slots": 0}, {"slots": 0b1})
    assert _fits({"slots": 0}, {"slots": 0})


def test_never_gives_a_drive_to_somebody_without_a_car():
    assert not _fits({"has_car": False}, {"needs_car": True})
    assert _fits({"has_car": True}, {"needs_car": True})


def test_never_matches_below_the_dbs_level_asked_for():
    for held in range(5):
        for asked in range(5):
            assert _fits({"dbs_level": held}, {"min_dbs": asked}) is (held >= asked)


def test_never_matches_unless_all_the_training_is_held():
    asked = {"food_hygiene", "safe_lifting"}
    assert not _fits({"training": {"food_hygiene"}}, {"training": asked})
    assert _fits({"training": asked | {"first_aid"}}, {"training": asked})


def test_one_language_in_common_is_enough():
    assert _fits({"languages": {"en", "pl"}}, {"languages": {"pl", "cy"}})


def test_never_matches_without_a_language_in_common():
    assert not _fits({"languages": {"en"}}, {"languages": {"pl"}})


def test_a_volunteer_without_languages_fits_only_needs_without():
    assert not _fits({"languages": set()}, {"languages": {"en"}})
    assert _fits({"languages": set()}, {"languages": set()})


def test_never_brings_together_those_who_avoid_each_other():
    assert not _fits({"avoids": {"P-1"}}, {"resident_id": "P-1"})
    assert not _fits({}, {"avoids": {"V-1"}})
    assert _fits({"avoids": {"P-2"}}, {"avoids": {"V-2"}})


def test_being_asked_for_bypasses_no_rule():
    for broken in ({"dbs_level": 0}, {"capacity": 0}, {"tasks": set()}, {"avoids": {"P-1"}}, {"max_distance_km": NAN}):
        assert not _fits({"dbs_level": 1, **broken}, {"prefers": {"V-1"}, "min_dbs": 1})


def test_more_codes_than_a_machine_word_holds_are_all_looked_at():
    many = {f"course_{number:03}" for number in range(130)}
    assert _fits({"training": many}, {"training": many})
    for lacking in ("course_000", "course_063", "course_064", "course_129"):
        assert not _fits({"training": many - {lacking}}, {"training": many})
    assert _fits({"languages": {"course_129"}}, {"languages": many})
    needs = asks(*(make_need(f"N-{task}", task_type=task, resident_id="P-1") for task in sorted(many)))
    offered = {"course_000", "course_064", "course_129"}
    found = candidates(people(make_volunteer(tasks=offered)), needs)
    assert set(found["need_id"]) == {f"N-{task}" for task in offered}


def test_the_rules_keep_their_order():
    assert [rule.name for rule in RULES] == [
        "task", "capacity", "in_person", "place", "distance", "slots", "car", "dbs", "training", "language", "avoids",
        "refused",
    ]  # fmt: skip


def test_every_rule_has_its_words_wherever_people_read_of_it():
    every = {rule.name for rule in RULES}
    words = {
        "why not": (ineligibility._SAID, every),
        "what would help one need": (remedies._CHANGE, every),
        "from the easiest to put right": (remedies.EASE, every),
        "what would help, for a whole town": (shortages._ASK, every - remedies.THEIR_WILL),
        "how many are left, on the page of a need": (need_view.POOL, every),
        "what stands in the way, on the page of a need": (need_view.STANDS, every),
    }
    lacking = {where: needed - set(there) for where, (there, needed) in words.items()}
    assert {where: rules for where, rules in lacking.items() if rules} == {}


@given(strategies.volunteers(), strategies.needs())
def test_candidates_are_exactly_the_pairs_that_plain_python_finds(volunteers, needs):
    found = candidates(people(*volunteers), asks(*needs))
    assert set(zip(found["need_id"], found["volunteer_id"], strict=True)) == oracle.eligible(volunteers, needs)
    assert found.equals(found.sort_values(["need_id", "volunteer_id"], ignore_index=True))
    assert found["cost"].between(0, 510_000).all()


@given(strategies.volunteers(), strategies.needs())
def test_a_rule_is_named_for_every_pair_that_is_refused_and_for_no_other(volunteers, needs):
    board = encode(people(*volunteers), asks(*needs))
    for volunteer in volunteers:
        for need in needs:
            refused = why_not(board, need["need_id"], volunteer["volunteer_id"])
            assert (refused is None) is oracle.may_help(volunteer, need)
