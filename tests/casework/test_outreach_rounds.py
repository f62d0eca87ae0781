"""Outreach: whole streets go to one person, each result has what follows, and nobody is rung who said no."""

from datetime import UTC, datetime

import pytest

import community.casework as cw
from community.casework.street_names import street_key, street_of
from community.tables.flags import Flag
from community.tables.support_vocabulary import RoundWay
from community.tables.verbs import Verb
from tests.book.test_erasing import erase_whom, everywhere
from tests.book.town import CANARY
from tests.casework.office import ELSEWHERE, HUB, Office
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
    assert cw.households_to_share(cw.households(office.coordinator), RoundWay.CALL) == []


def test_what_came_of_a_call_follows(office: Office) -> None:
    helped, joins, moved, fine = (household(office) for _ in range(4))
    with pytest.raises(cw.NotNow):
        cw.write_outreach_result(office.handler, helped, cw.OutreachResult.HELP, seen="listed")
    cw.write_outreach_result(office.handler, helped, cw.OutreachResult.HELP, words="No food in", seen="listed")
    cw.write_outreach_result(office.handler, joins, cw.OutreachResult.VOLUNTEERS, words="Has a car", seen="listed")
    cw.write_outreach_result(office.handler, moved, cw.OutreachResult.MOVED, seen="listed")
    cw.write_outreach_result(office.handler, fine, cw.OutreachResult.FINE, seen="listed")
    (request,) = office.book.rows("help_requests")
    assert (request["name"], request["details"], request["status"]) == ("Hattie Home", "No food in", "new")
    offered = office.book.rows("volunteers")[-1]
    assert (offered["status"], offered["hub"], offered["sector"]) == ("applied", HUB, "BA2 4")
    assert offered["easting"] and offered["northing"]  # noqa: PT018
    statuses = [office.row("households", one)["status"] for one in (helped, joins, moved, fine)]
    assert statuses == ["joined", "joined", "moved", "reached"]
    assert [row.id for row in cw.households_to_share(cw.households(office.director), RoundWay.LEAFLET)] == [fine]


@pytest.mark.parametrize("result", [cw.OutreachResult.HELP, cw.OutreachResult.VOLUNTEERS])
def test_whoever_joins_is_in_their_own_record_alone_and_is_erased_from_the_list_with_it(
    office: Office, result: cw.OutreachResult
) -> None:
    told = {"name": CANARY, "why": CANARY, "address": f"{CANARY} House, 3 Widcombe Hill, Bath"}
    one = household(office, why="On the list")
    before = office.row("households", one)
    done = cw.write_outreach_result(office.handler, one, result, words="Yes, please", seen="listed")
    row = office.row("households", one)
    assert [row[name] for name in ("name", "telephone", "postcode", "why")] == [None] * 4
    assert row["address"] == "Widcombe Hill"
    cw.undo(office.handler, done.id)
    back = office.row("households", one)
    assert {name: back[name] for name in before if name != "changed_at"} == {
        name: before[name] for name in before if name != "changed_at"
    }
    one = household(office, **told)
    cw.write_outreach_result(office.handler, one, result, words="Yes, please", seen="listed")
    joined = str(office.row("households", one)["joined_as"])
    who = joined
    if result is cw.OutreachResult.HELP:
        who = str(cw.triage(office.handler, joined, seen="new", needs=[cw.NeedAsked("shopping")]).resident_id)
    erase_whom(office.book, who)
    assert CANARY not in everywhere(office.book)


def test_a_volunteer_with_a_protected_address_does_not_hide_the_homes_on_their_round(office: Office) -> None:
    one, guarded = household(office), office.make_volunteer(protected_address="yes")
    cw.share_out(office.coordinator, RoundWay.CALL, [one], [], [guarded])
    assert [row.address for row in cw.households(office.coordinator)] == ["1 Widcombe Hill, Bath"]


def test_after_three_calls_without_an_answer_nobody_rings_again(office: Office) -> None:
    one = household(office)
    cw.share_out(office.coordinator, RoundWay.CALL, [one], ["Cora"], [])
    for seen in ("listed", "tried", "tried"):
        cw.write_outreach_result(office.handler, one, cw.OutreachResult.NO_ANSWER, seen=seen)
    rows = cw.households(office.coordinator)
    assert not cw.rounds_of(rows)
    assert not cw.households_to_share(rows, RoundWay.CALL)
    assert [row.id for row in cw.households_to_share(rows, RoundWay.LEAFLET)] == [one]
    cw.leaflets_done(office.handler, [one])
    assert not cw.households_to_share(cw.households(office.coordinator), RoundWay.LEAFLET)


def test_who_said_no_is_seen_by_nobody_and_rung_by_nobody(office: Office) -> None:
    one = household(office)
    cw.write_outreach_result(office.handler, one, cw.OutreachResult.REFUSED, seen="listed")
    assert cw.households(office.director) == []
    with pytest.raises(cw.NotNow):
        cw.write_outreach_result(office.director, one, cw.OutreachResult.HELP, words="After all", seen="refused")
    with pytest.raises(cw.NotNow):
        cw.share_out(office.coordinator, RoundWay.LEAFLET, [one], ["Cora"], [])


def test_from_its_day_on_a_household_is_seen_by_nobody(office: Office) -> None:
    one = household(office)
    office.clock.now = datetime(2027, 2, 10, 0, 30, tzinfo=UTC)
    assert cw.households(office.director) == []
    with pytest.raises(cw.NotNow):
        cw.write_outreach_result(office.director, one, cw.OutreachResult.FINE, seen="listed")


def test_another_hub_sees_none_of_it(office: Office) -> None:
    household(office)
    assert cw.households(office.neighbour) == []


def test_words_that_may_mean_danger_come_first_on_today(office: Office) -> None:
    one, other = household(office), household(office)
    cw.write_outreach_result(office.handler, one, cw.OutreachResult.HELP, words="A hand with the bins", seen="listed")
    cw.write_outreach_result(
        office.handler, other, cw.OutreachResult.HELP, words="No way out", flags=[Flag.CRISIS_WORDS], seen="listed"
    )
    kinds = [line.kind for line in cw.list_of_today(office.director, office.clock()) if line.table == "help_requests"]
    assert kinds == ["crisis", "new_request"]


def test_how_far_outreach_has_come_stands_by_sector(office: Office) -> None:
    rung, quiet, elsewhere = household(office), household(office), household(office, postcode="BA1 5AW")
    household(office, hub=ELSEWHERE, postcode="BS31 1AA")
    cw.write_outreach_result(office.director, rung, cw.OutreachResult.FINE, seen="listed")
    cw.write_outreach_result(office.director, quiet, cw.OutreachResult.NO_ANSWER, seen="listed")
    cw.leaflets_done(office.director, [quiet])
    stands = {s.sector: s for s in cw.hubs_stand(office.coordinator).sectors}
    assert stands.keys() == {"BA2 4", "BA1 5"}, "another hub's are out of sight"
    two = stands["BA2 4"]
    assert (two.homes, two.spoken, two.tried, two.leaflets, two.outreach) == (2, 1, 1, 1, "some")
    assert (stands["BA1 5"].homes, stands["BA1 5"].outreach) == (1, "nobody")
    cw.write_outreach_result(office.director, elsewhere, cw.OutreachResult.FINE, seen="listed")
    assert {s.sector: s.outreach for s in cw.hubs_stand(office.coordinator).sectors}["BA1 5"] == "all"


@pytest.mark.parametrize("result", [cw.OutreachResult.HELP, cw.OutreachResult.VOLUNTEERS])
def test_whoever_joined_still_counts_where_they_live(office: Office, result: cw.OutreachResult) -> None:
    one = household(office)
    cw.write_outreach_result(office.director, one, result, words="Yes, please", seen="listed")
    stands = {s.sector: (s.homes, s.outreach) for s in cw.hubs_stand(office.coordinator).sectors if s.homes}
    assert stands == {"BA2 4": (1, "all")}
