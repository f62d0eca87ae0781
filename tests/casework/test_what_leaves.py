"""Everything that tells a resident's name, number, address or words to somebody outside, or lies about on paper.

Each way out is a line of `WAYS_OUT`. At every one of them stand the same people: a number that it is not safe to ring,
a protected address, and somebody whom the volunteer may not know yet. A new way out gets a line here.
"""

import ast
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pytest

import community.casework as cw
from community import messages
from community.tables.roles import Duty
from community.tables.support_vocabulary import RoundWay
from community.tables.verbs import Verb
from tests.casework.life import AGREED
from tests.casework.office import TODAY, Office
from tests.casework.rounds import household
from tests.casework.test_visits_typed_back import helped
from tests.checkout import ROOT

NUMBER, STREET, POSTCODE, NAME = "07700 900321", "Zephyr Lane", "BA1 5AW", "Ada Canary"
DIET = "No nuts, please"


class Somebody(NamedTuple):
    """A resident whom a volunteer helps with food, and what names the two."""

    resident: str
    match: str
    volunteer: str
    request: str


def lead(office: Office) -> cw.WorkContext:
    """The safeguarding lead, who sees more than anybody: what they print is for a volunteer all the same."""
    return office.desk(replace(office.director.user, safeguarding=Duty.LEAD))


def somebody(office: Office, *, told: bool = True, **noted: object) -> Somebody:
    volunteer = office.make_volunteer(name="Vic Vole", how_many=9)
    home = {"name": NAME, "telephone": NUMBER, "address": f"7 {STREET}", "details": DIET}
    if told:
        match = helped(office, volunteer, "food_parcel", **home)
        cw.agree_day(office.director, match, TODAY, seen="active")
        cw.release(office.director, match, seen="active")
    else:
        match = cw.choose(office.director, office.make_need("food_parcel", **home), volunteer).ids[0]
        cw.rang(office.director, match, "yes", seen="approved")
        office.set(office.row("matches", match), "first_on", TODAY.isoformat())
    need = office.row("needs", office.row("matches", match)["need_id"])
    resident = office.row("residents", need["resident_id"])
    office.set(resident, "postcode", POSTCODE)
    for column, value in noted.items():
        office.set(office.row("residents", resident["id"]), column, value)
    return Somebody(str(resident["id"]), match, volunteer, str(need["request_id"]))


def food_sheet(office: Office, _: Somebody) -> str:
    return repr([
        (each.name, each.lines, each.must_not_hold, each.need.sector)
        for one in cw.food_of_day(lead(office), TODAY) for each in one.parcels
    ])  # fmt: skip


def day_pack(office: Office, who: Somebody) -> str:
    try:
        pack = cw.pack_day(lead(office), [(who.match, office.status(who.match))])
    except cw.NotNow as why:
        return str(why)
    return messages.visits_on_paper(office.settings, pack, TODAY)


def call_to_the_volunteer(office: Office, who: Somebody) -> str:
    try:
        return cw.release(office.handler, who.match, seen=office.status(who.match)).words
    except cw.NotNow as why:
        return str(why)


def asking(office: Office, who: Somebody) -> str:
    return cw.message_for(office.handler, who.match)


def outreach_round(office: Office, _: Somebody) -> str:
    same = {"name": NAME, "telephone": NUMBER, "address": f"7 {STREET}, Bath", "postcode": POSTCODE}
    homes = [
        household(office, **each) for each in (same, {**same, "telephone": "01632 960777"}, {**same, "address": None})
    ]
    cw.share_out(office.director, RoundWay.CALL, [*homes, household(office)], ["Cora"], [])
    return repr([[tuple(home.values()) for home in each.homes] for each in cw.rounds_of(cw.households(lead(office)))])


def hand_over(office: Office, who: Somebody) -> str:
    told = {"kind": "complaint", "words": "Nobody came", "name": "A daughter", "telephone": NUMBER}
    cw.take_complaint(office.handler, told, key="heard")
    office.make_request(name="Somebody Else", telephone=NUMBER, referrer_name="A daughter", referrer_telephone=NUMBER)
    cw.log_contact(office.handler, who.request, status="open")
    return repr([(each.telephone, each.title, each.why) for each in cw.today(office.director, office.clock())])


def to_a_service(office: Office, who: Somebody) -> str:
    told = {"for_what": "Rails", "service": "Care and Repair", **AGREED, "may_tell": ["telephone"]}
    return str(cw.foresee_event(office.handler, Verb.REFER, who.resident, told).say)


def address_to_a_service(office: Office, who: Somebody) -> str:
    told = {"for_what": "Rails", "service": "Care and Repair", **AGREED, "may_tell": ["address"]}
    try:
        return str(cw.foresee_event(lead(office), Verb.REFER, who.resident, {**told, "way": "email"}).say)
    except cw.NotNow as why:
        return str(why)


def complaint_numbers(office: Office, _: Somebody) -> str:
    return repr(list(cw.numbers_to_show(office.handler, [NUMBER, "07700 900 321", None]).values()))


WaysOut = dict[str, Callable[[Office, Somebody], str]]
TO_A_VOLUNTEER: WaysOut = {
    "the food round": food_sheet,
    "visits on paper": day_pack,
    "what a volunteer is told by telephone": call_to_the_volunteer,
}
WAYS_OUT: WaysOut = {
    **TO_A_VOLUNTEER,
    "what a volunteer is asked": asking,
    "a round of calls": outreach_round,
}
"""What shows neither a number that it is not safe to ring nor a protected address, whoever prints it."""
NUMBERS: WaysOut = {
    **WAYS_OUT,
    "Today and the hand-over page": hand_over,
    "lists of complaints and of referrers": complaint_numbers,
}


@pytest.mark.parametrize("way", NUMBERS.values(), ids=NUMBERS)
def test_no_number_that_is_not_safe_to_ring_goes_out(office: Office, way: Callable[[Office, Somebody], str]) -> None:
    said = way(office, somebody(office, not_safe="ring"))
    assert "900321" not in said.replace(" ", "")


@pytest.mark.parametrize("way", [*WAYS_OUT.values(), address_to_a_service], ids=[*WAYS_OUT, "a service by email"])
def test_no_protected_address_goes_out_even_if_the_lead_prints_it(
    office: Office, way: Callable[[Office, Somebody], str]
) -> None:
    said = way(office, somebody(office, protected_address="yes"))
    assert "Zephyr" not in said
    assert POSTCODE not in said


@pytest.mark.parametrize("way", [*TO_A_VOLUNTEER.values(), asking], ids=[*TO_A_VOLUNTEER, "what a volunteer is asked"])
def test_nobody_is_named_before_the_resident_knows(office: Office, way: Callable[[Office, Somebody], str]) -> None:
    said = way(office, somebody(office, told=False))
    assert not any(each in said for each in ("Canary", "Zephyr", POSTCODE, "900321"))


@pytest.mark.parametrize("way", TO_A_VOLUNTEER.values(), ids=TO_A_VOLUNTEER)
def test_whom_they_may_know_is_named_with_all_that_they_need(
    office: Office, way: Callable[[Office, Somebody], str]
) -> None:
    said = way(office, somebody(office))
    assert all(each in said for each in ("Canary", "Zephyr", NUMBER))


def test_what_is_noted_about_safety_is_read_before_what_a_service_is_told(office: Office) -> None:
    said = to_a_service(office, somebody(office, safe_when="Only Tuesdays"))
    assert said.index("Only Tuesdays") < said.index(NUMBER)


def test_a_volunteer_about_whom_there_is_caution_has_no_names_on_their_sheet(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = somebody(office)
    monkeypatch.setattr("community.casework.food_rounds.gets_no_offers", lambda _: {who.volunteer})
    assert "Canary" not in food_sheet(office, who)


def test_what_a_parcel_must_not_hold_is_known_before_its_name_is(office: Office) -> None:
    who = somebody(office, told=False)
    assert DIET in food_sheet(office, who)
    need = office.row("needs", office.row("matches", who.match)["need_id"])
    office.set(need, "details", "Ada may not have nuts")
    ((parcel,),) = [each.parcels for each in cw.food_of_day(lead(office), TODAY)]
    assert (parcel.must_not_hold, parcel.kept_back) == ("", True)


def test_nobody_who_died_is_rung_as_a_stranger(office: Office) -> None:
    who = somebody(office)
    assert "Canary" in outreach_round(office, who)
    office.set(office.row("residents", who.resident), "died_on", TODAY.isoformat())
    assert NUMBER not in repr([row.telephone for row in cw.households(office.director)])


GOES_OUT = {
    "community/casework/detail_release.py": "to the volunteer: the rules of release themselves",
    "community/casework/message_texts.py": "to the volunteer: of what the rules release",
    "intake/visit_details.py": "to the volunteer, behind a link: of what the rules release",
    "community/casework/outreach_rounds.py": "a round: without those who must not be rung or found",
    "community/casework/referral_words.py": "to a service: as they agreed, and no protected address in writing",
    "community/messages/words_to_read.py": "to the resident themselves, where a letter is safe",
    "community/casework/message_facts.py": "to the resident themselves; of hazards, what names nobody",
}
STAYS = {
    "community/casework": "hub_coverage identity_leaks listed_households needs_bundle referral_kept request_triage "
    "resident_answers telling_residents",
    "community/importing": "known_rows",
    "dashboard/parts": "find_box need_view outreach_view resident_told safe_contact_view",
}
"""Compared or copied within the book, or shown to those who work here, who are shown what to heed above it."""


def test_whatever_reads_a_home_or_what_is_told_about_it_is_on_this_list() -> None:
    known = {*GOES_OUT, *(f"{room}/{name}.py" for room, names in STAYS.items() for name in names.split())}
    rows = {"ResidentRow", "HelpRequestRow", "HouseholdRow", "Details", "Person"}
    told = {"address", "hazards", "access_needs", "door_word"}
    found = set[str]()
    for room in ("community", "dashboard", "intake", "hosted"):
        for path in (ROOT / room).rglob("*.py"):
            text = path.read_text("utf-8")
            if not any(row in text for row in rows) or {"forms", "identity", "demo", "tables"} & set(path.parts):
                continue
            tree = ast.parse(text)
            names = {each.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for each in node.names}
            reads = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & told
            if names & rows and reads:
                found.add(path.relative_to(ROOT).as_posix())
    assert found == known, "say in this table where it goes, and by which rule"
