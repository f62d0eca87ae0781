"""Outreach: whole streets go to one person, each result has what follows, and nobody is rung who said no."""

from datetime import UTC, datetime

import pytest

import community.casework as cw
from community.casework.street_names import street_key, street_of
from community.tables.flags import Flag
from community.tables.support_vocabulary import RoundWay
from community.tables.verbs import Verb
from tests.casework.office import Office
from tests.casework.rounds import household

ADDRESSES = {
    "14 Widcombe Hill, Bath": "Widcombe Hill",
    "Flat 2, 14 Widcombe Hill": "Widcombe Hill",
    "Rose Cottage, Church Ln, Paulton": "Church Ln",
    "12a High St\nKeynsham BS31 1DP": "High St",
    "Ask my son": None,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_street_of_an_address(address: str) -> None:
    assert street_of(address) == ADDRESSES[address]
    assert street_key("Church Ln.") == street_key("church lane")


def test_whole_streets_go_to_one_person_and_a_champion_has_their_own(office: Office) -> None:
    hill = [household(office) for _ in range(3)]
    lane = [household(office, address=f"{n} Church Lane, Bath") for n in (4, 2)]
    champion = office.make_volunteer()
    cw.happened(office.coordinator, Verb.CHAMPION, champion, {"streets": "Church Ln., Another Road"})
    cw.share_out(office.coordinator, RoundWay.CALL, [*hill, *lane], ["Cora"], [champion])
    cora, theirs = sorted(cw.rounds_of(cw.households(office.coordinator)), key=lambda each: each.who != "Cora")
    assert {row.id for row in cora.homes} == set(hill)
    assert [row.id for row in theirs.homes] == list(reversed(lane)), "door by door"
    assert cw.unshared(cw.households(office.coordinator), RoundWay.CALL) == []


def test_what_came_of_a_call_follows(office: Office) -> None:
    helped, joins, moved, fine = (household(office) for _ in range(4))
    with pytest.raises(cw.NotNow):
        cw.reached(office.handler, helped, cw.OutreachResult.HELP, seen="listed")
    cw.reached(office.handler, helped, cw.OutreachResult.HELP, words="No food in", seen="listed")
    cw.reached(office.handler, joins, cw.OutreachResult.VOLUNTEERS, words="Has a car", seen="listed")
    cw.reached(office.handler, moved, cw.OutreachResult.MOVED, seen="listed")
    cw.reached(office.handler, fine, cw.OutreachResult.FINE, seen="listed")
    (request,) = office.book.rows("help_requests")
    assert (request["name"], request["details"], request["status"]) == ("Hattie Home", "No food in", "new")
    assert office.book.rows("volunteers")[-1]["status"] == "applied"
    statuses = [office.row("households", one)["status"] for one in (helped, joins, moved, fine)]
    assert statuses == ["joined", "joined", "moved", "reached"]
    assert [row.id for row in cw.unshared(cw.households(office.director), RoundWay.LEAFLET)] == [fine]


def test_after_three_calls_without_an_answer_nobody_rings_again(office: Office) -> None:
    one = household(office)
    cw.share_out(office.coordinator, RoundWay.CALL, [one], ["Cora"], [])
    for seen in ("listed", "tried", "tried"):
        cw.reached(office.handler, one, cw.OutreachResult.NO_ANSWER, seen=seen)
    rows = cw.households(office.coordinator)
    assert not cw.rounds_of(rows)
    assert not cw.unshared(rows, RoundWay.CALL)
    assert [row.id for row in cw.unshared(rows, RoundWay.LEAFLET)] == [one]
    cw.leaflets_done(office.handler, [one])
    assert not cw.unshared(cw.households(office.coordinator), RoundWay.LEAFLET)


def test_who_said_no_is_seen_by_nobody_and_rung_by_nobody(office: Office) -> None:
    one = household(office)
    cw.reached(office.handler, one, cw.OutreachResult.REFUSED, seen="listed")
    assert cw.households(office.director) == []
    with pytest.raises(cw.NotNow):
        cw.reached(office.director, one, cw.OutreachResult.HELP, words="After all", seen="refused")
    with pytest.raises(cw.NotNow):
        cw.share_out(office.coordinator, RoundWay.LEAFLET, [one], ["Cora"], [])


def test_from_its_day_on_a_household_is_seen_by_nobody(office: Office) -> None:
    one = household(office)
    office.clock.now = datetime(2027, 2, 10, 0, 30, tzinfo=UTC)
    assert cw.households(office.director) == []
    with pytest.raises(cw.NotNow):
        cw.reached(office.director, one, cw.OutreachResult.FINE, seen="listed")


def test_another_hub_sees_none_of_it(office: Office) -> None:
    household(office)
    assert cw.households(office.neighbour) == []


def test_words_that_may_mean_danger_come_first_on_today(office: Office) -> None:
    one, other = household(office), household(office)
    cw.reached(office.handler, one, cw.OutreachResult.HELP, words="A hand with the bins", seen="listed")
    cw.reached(
        office.handler, other, cw.OutreachResult.HELP, words="No way out", flags=[Flag.CRISIS_WORDS], seen="listed"
    )
    kinds = [line.kind for line in cw.list_of_today(office.director, office.clock()) if line.table == "help_requests"]
    assert kinds == ["crisis", "new_request"]
