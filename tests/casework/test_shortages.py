"""What help is short of, and what other weights would do: in words, and before anything is saved."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

import community.casework as cw
from community.casework import shortages, solved_board
from community.casework.whole_board import whole_board
from community.commands.match import command
from community.matching import DEFAULT, Proposals
from tests.casework.office import ELSEWHERE, Office


def drives(office: Office, **told: object) -> None:
    for _ in range(4):
        office.make_need("lift", slots=("tue_morning",), hub=ELSEWHERE, **told)


def test_says_whom_to_recruit_and_where_and_when(office: Office) -> None:
    drives(office)
    short = cw.short_of(office.director)
    assert [(one.words, one.fills) for one in short.recruit] == [
        ("One driver for a lift in Keynsham and Saltford on Tuesdays would fill four", 4)
    ]
    assert short.recruit[0].takes == "a DBS check (enhanced with barred list), a car"
    assert len(short.recruit[0].need_ids) == 4


def test_says_what_to_ask_those_who_are_here(office: Office) -> None:
    drives(office)
    for _ in range(3):
        office.make_volunteer(dbs="basic", how_many=1)
    assert "Start DBS checks for three volunteers, for a lift in Keynsham and Saltford: would fill three" in {
        one.words for one in cw.short_of(office.director).ask
    }


def test_what_is_written_while_it_is_reckoned_counts_the_next_time(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = []

    def board(context: cw.WorkContext, *, keep_seen: bool) -> solved_board.SolvedBoard:
        found = whole_board(context, keep_seen=keep_seen)
        if not came:
            came.append(drives(office))
        return found

    monkeypatch.setattr(shortages, "whole_board", board)
    assert cw.short_of(office.director).recruit == ()
    assert len(cw.short_of(office.director).recruit) == 1


def test_one_who_could_fill_several_is_asked_as_one(office: Office) -> None:
    office.make_volunteer(how_many=3, travel=["walk"])
    for _ in range(3):
        office.make_need("lift")
    assert [one.words for one in cw.short_of(office.director).ask] == [
        "Find a car for one volunteer, for a lift in Bath North: would fill three"
    ]


def test_help_by_telephone_is_said_once(office: Office) -> None:
    office.make_need("phone_call", slots=("mon_morning",))
    office.make_need("technology", slots=("mon_morning",))
    assert {one.words for one in cw.short_of(office.director).recruit} == {
        "One volunteer for a friendly telephone call on Mondays would fill one",
        "One volunteer for help with a phone or computer by telephone on Mondays would fill one",
    }


def test_a_need_without_a_hub_is_not_said_to_be_by_telephone(office: Office) -> None:
    need = office.row("needs", office.make_need("lift", slots=("tue_morning",)))
    office.set(need, "hub", None)
    office.make_volunteer(travel=["walk"])
    short = cw.short_of(office.director)
    assert [one.words for one in short.recruit] == [
        "One driver for a lift where we know no hub on Tuesdays would fill one"
    ]
    assert [one.words for one in short.ask] == [
        "Find a car for one volunteer, for a lift where we know no hub: would fill one"
    ]


def test_a_newcomer_may_set_somebody_free(office: Office) -> None:
    """Only Vera may visit. If somebody else walks the dog, she is free: that needs no check."""
    office.make_need("visit", urgency="whenever")
    office.make_need("dog_walk", urgency="today")
    office.make_volunteer()
    words = [one.words for one in cw.short_of(office.director).recruit]
    assert words == ["One volunteer for company at home in Bath North would fill one"] or words == [
        "One volunteer for dog walking in Bath North would fill one"
    ]


def test_a_coordinator_sees_what_their_own_hub_is_short_of(office: Office) -> None:
    drives(office)
    assert cw.short_of(office.coordinator).recruit == ()
    assert cw.short_of(office.coordinator).gaps == ()
    assert len(cw.short_of(office.neighbour).recruit) == 1
    with pytest.raises(cw.NotAllowed):
        cw.short_of(office.handler)


def test_capacity_stands_beside_what_is_wanted(office: Office) -> None:
    office.make_volunteer(how_many=3)
    office.make_need("visit", slots=("mon_morning",))
    office.make_need("dog_walk")
    found = {(g.by, g.code): (g.wanted, g.empty, g.could, g.room) for g in cw.short_of(office.director).gaps}
    assert found["task", "visit"] == found["dbs", "3"] == (1, 0, 1, 3)
    assert found["slot", "mon_morning"] == found["area", "bath_north"] == (2, 0, 1, 3)
    assert found["slot", "sun_evening"] == (1, 0, 1, 3)


def test_where_nobody_is_short_there_is_nothing_to_recruit(office: Office) -> None:
    office.make_need()
    office.make_volunteer()
    assert (cw.short_of(office.director).recruit, cw.short_of(office.director).ask) == ((), ())


def known_and_near(office: Office) -> tuple[str, str, str]:
    """A need that a stranger next door or an acquaintance 4 km away could meet: need, stranger, acquaintance."""
    near, known = office.make_volunteer(), office.make_volunteer(easting=378_000.0)
    first = office.make_need(name="Ivy Ray")
    match = cw.choose(office.director, first, known).ids[0]
    cw.rang(office.director, match, "yes", seen="approved")
    cw.done(office.director, match, office.today, 20, seen="accepted")
    office.clock.pass_(days=60)
    return office.make_need(resident=office.row("needs", first)["resident_id"]), near, known


def test_the_effect_of_other_weights_is_shown_and_nothing_is_saved(office: Office) -> None:
    known_and_near(office)
    token = office.book.token()
    found = cw.effect_of_weights(office.director, replace(DEFAULT, continuity=500))
    assert (found.changed, found.lose, found.gain) == (1, ("Ivy Ray",), ())
    assert (len(found.before.kept), len(found.after.kept), len(found.after.known)) == (1, 0, 1)
    assert found.before.middle_km == pytest.approx(4.0)
    assert found.after.middle_km == pytest.approx(0.0)
    assert cw.effect_of_weights(office.director, DEFAULT).changed == 0
    assert office.book.token() == token


def test_with_the_weights_in_force_nothing_would_change_and_nothing_is_matched_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another board that is as good would look like a change that nobody chose."""
    known_and_near(office)
    other = replace(DEFAULT, continuity=500)
    cw.weigh(office.director, other, seen=DEFAULT)
    monkeypatch.setattr(Proposals, "weighed", None)
    found = cw.effect_of_weights(office.director, other)
    assert (found.changed, found.gain, found.lose) == (0, (), ())


def test_weights_that_are_saved_count_for_every_proposal_and_can_be_taken_back(office: Office) -> None:
    need, near, known = known_and_near(office)
    other = replace(DEFAULT, continuity=500)
    done = cw.weigh(office.director, other, seen=DEFAULT)
    assert cw.weights_now(office.coordinator) == other
    office.propose()
    assert [m["volunteer_id"] for m in office.book.rows("matches", lambda c: [c.status == "proposed"])] == [near]
    cw.undo(office.director, done.id)
    assert cw.weights_now(office.coordinator) == DEFAULT
    office.propose()
    (match,) = office.book.rows("matches", lambda c: [c.status == "proposed"])
    assert (match["need_id"], match["volunteer_id"]) == (need, known)


def test_weights_are_changed_again_and_each_step_is_remembered(office: Office) -> None:
    first, second = replace(DEFAULT, continuity=500), replace(DEFAULT, rest=0)
    cw.weigh(office.director, first, seen=DEFAULT)
    done = cw.weigh(office.director, second, seen=first)
    assert cw.weights_now(office.director) == second
    cw.undo(office.director, done.id)
    assert cw.weights_now(office.director) == first
    assert cw.weigh(office.director, first, seen=first).id == ""


def test_the_slower_of_two_decides_again_about_the_weights(office: Office) -> None:
    cw.weigh(office.director, replace(DEFAULT, continuity=500), seen=DEFAULT)
    with pytest.raises(cw.NotNow, match="Somebody changed"):
        cw.weigh(office.director, replace(DEFAULT, rest=0), seen=DEFAULT)


def test_only_the_director_weighs(office: Office) -> None:
    for context in (office.coordinator, office.handler):
        with pytest.raises(cw.NotAllowed):
            cw.weigh(context, DEFAULT, seen=DEFAULT)
        with pytest.raises(cw.NotAllowed):
            cw.effect_of_weights(context, DEFAULT)
    with pytest.raises(cw.NotNow, match="at most 10,000"):
        cw.weights_from({"distance": 6000, "continuity": 6000})


def test_the_command_tells_people_and_programs_what_to_recruit_for(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    drives(office)
    monkeypatch.setenv("COMMUNITY_HOME", str(office.settings.home))
    monkeypatch.setenv("DEMO", "no")
    answer = json.loads(CliRunner().invoke(command, ["--json"], catch_exceptions=False).stdout)
    assert [(one["fills"], one["hub"]) for one in answer["recruit"]] == [(4, "keynsham")]
    assert answer["unmatched"][0]["left"]["task"] == 0
    said = CliRunner().invoke(command, [], catch_exceptions=False).stdout
    assert "One driver for a lift in Keynsham and Saltford on Tuesdays would fill four" in said
