"""How to be in touch safely: who writes it down, what it says in words, and that lists and scripts obey."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.book import CannotUndo, Stale
from community.tables.row_types import HelpRequestRow, ResidentRow, VolunteerRow
from community.tables.vocabulary import ReachBy
from tests.casework.office import ELSEWHERE, Office

ADA = {
    "not_safe": "leave_message; ring",
    "safe_when": "Only Tuesdays 10–12",
    "say_instead": "Say it is the library",
}
WORDS = [
    "Do not ring them or leave a message.",
    "Safe to be in touch: Only Tuesdays 10–12",
    "If somebody else answers: Say it is the library",
]


def resident_of(office: Office, need: str) -> str:
    return str(office.row("needs", need)["resident_id"])


def told(office: Office, person: str, **now: object) -> cw.SafeContact:
    """What is said of a person once a call handler has written this down."""
    row = cw.see_person(office.handler, person)
    cw.keep_contact_safe(office.handler, person, seen=dict(row), now=now)
    return cw.safe_contact(cw.see_person(office.handler, person))


def test_what_is_written_down_is_said_in_the_order_in_which_it_is_to_be_read(office: Office) -> None:
    for person in (office.make_volunteer(), resident_of(office, office.make_need())):
        assert cw.safe_contact(cw.see_person(office.handler, person)).words == []
        assert told(office, person, **ADA).words == WORDS
    every = told(office, person, not_safe=["email", "post", "text", "ring", "leave_message"], protected_address="yes")
    assert every.words[0] == "Do not ring them, leave a message, send a text, send a letter or send an email."
    assert every.words[-1].startswith("Their address is protected")


def test_it_is_an_action_that_is_taken_back(office: Office) -> None:
    person = resident_of(office, office.make_need())
    before = office.everything()
    action = cw.keep_contact_safe(office.handler, person, seen={}, now=ADA | {"door_word": "heron"})
    assert office.row("residents", person)["door_word"] == "heron"
    (latest, *_) = cw.history(office.director, person)
    assert "Do not: leave message; ring" in latest.words, latest.words
    cw.undo(office.handler, action.id)
    assert office.everything() == before


def test_only_what_they_changed_is_written_and_a_faster_colleague_is_not_overwritten(office: Office) -> None:
    person = office.make_volunteer()
    seen = dict(office.row("volunteers", person))
    cw.keep_contact_safe(office.handler, person, seen=seen, now={"safe_when": "After four", "say_instead": None})
    cw.keep_contact_safe(office.coordinator, person, seen=seen, now={"safe_when": None, "emergency_name": "Ned Near"})
    row = office.row("volunteers", person)
    assert (row["safe_when"], row["emergency_name"]) == ("After four", "Ned Near")
    with pytest.raises(Stale):
        cw.keep_contact_safe(office.handler, person, seen=seen, now={"safe_when": "Never"})


@pytest.mark.parametrize("field", ["notes", "status", "hazards", "door_word", "unreached"])
def test_no_other_column_is_written_by_it(office: Office, field: str) -> None:
    volunteer = office.make_volunteer()
    with pytest.raises(cw.NotAllowed):
        cw.keep_contact_safe(office.director, volunteer, seen={}, now={field: "left"})


def test_a_way_that_nobody_knows_is_refused(office: Office) -> None:
    with pytest.raises(cw.NotNow):
        cw.keep_contact_safe(office.director, office.make_volunteer(), seen={}, now={"not_safe": ["pigeon"]})


def test_hazards_that_name_somebody_are_written_only_once_somebody_says_that_they_may_stay(office: Office) -> None:
    person = resident_of(office, office.make_need(name="Ada Asks", address="14 Walcot Parade"))
    for words in ("Ada’s dog jumps up", "The steps of 14 Walcot Parade"):
        assert cw.giveaways(office.handler, person, words)
        with pytest.raises(cw.TellsWho):
            cw.keep_contact_safe(office.handler, person, seen={}, now={"hazards": words})
    cw.keep_contact_safe(office.handler, person, seen={}, now={"hazards": "A dog that jumps up"})
    seen = {"hazards": "A dog that jumps up"}
    cw.keep_contact_safe(office.handler, person, seen=seen, now={"hazards": "Ada’s dog"}, as_it_is=True)
    assert office.row("residents", person)["hazards"] == "Ada’s dog"


def test_a_request_that_nobody_has_joined_yet_obeys_what_is_known_of_each_who_it_may_be(office: Office) -> None:
    first = office.make_need(name="Ada Asks", telephone="01632 960777", hub=ELSEWHERE)
    cw.keep_contact_safe(office.handler, resident_of(office, first), seen={}, now=ADA | {"protected_address": "yes"})
    request = office.make_request(name="Ada Asks", telephone="01632 960777")
    for desk in (office.handler, office.coordinator):
        found = cw.safe_contact_for(desk, cw.see(desk, HelpRequestRow, request))
        assert found.words == ["This may be somebody we know, for whom this counts:", *WORDS]
    done = cw.triage(office.director, request, seen="new", resident=resident_of(office, first))
    joined = cw.see(office.handler, HelpRequestRow, request)
    assert cw.safe_contact_for(office.handler, joined).words[:3] == WORDS
    assert done.need_ids
    assert not cw.safe_contact_for(office.handler, cw.see(office.handler, HelpRequestRow, office.make_request())).words


def test_no_line_of_today_shows_a_number_that_is_not_safe_to_ring_on_whichever_record_it_stands(
    office: Office,
) -> None:
    number = "01632 960777"
    match = office.make_match("accepted", name="Ada Asks", telephone=number)
    need = office.row("matches", match)["need_id"]
    request = office.make_request(name="Somebody Else", telephone="01632 960 777")
    cw.log_contact(office.handler, need, status="open")
    office.make_need(telephone=number)
    before = {item.telephone for item in cw.today(office.director, office.clock())}
    assert number in before
    cw.keep_contact_safe(office.handler, resident_of(office, need), seen={}, now={"not_safe": ["ring"]})
    items = cw.today(office.director, office.clock())
    numbers = {item.telephone for item in items}
    assert not any("960777" in (each or "").replace(" ", "") for each in numbers)
    assert {item.telephone for item in items if item.id == request} == {"not safe to ring"}
    assert {item.telephone for item in items if item.kind == "resident_to_tell"} == {"not safe to ring"}


def test_a_volunteer_whom_it_is_not_safe_to_ring_has_no_number_on_today(office: Office) -> None:
    match = office.make_match("approved")
    volunteer = office.row("matches", match)["volunteer_id"]
    cw.keep_contact_safe(office.handler, volunteer, seen={}, now={"not_safe": ["ring"]})
    office.clock.now += timedelta(days=3)
    (line,) = [item for item in cw.today(office.director, office.clock()) if item.kind == "not_rung"]
    assert line.telephone == "not safe to ring"


def test_the_script_of_a_call_begins_with_what_to_say_if_somebody_else_answers(office: Office) -> None:
    match = office.make_match("approved")
    volunteer = office.row("matches", match)["volunteer_id"]
    plain = cw.message_for(office.handler, match)
    cw.keep_contact_safe(office.handler, volunteer, seen={}, now={"say_instead": "It is the library"})
    assert cw.message_for(office.handler, match) == f"If somebody else answers: It is the library\n\n{plain}"


def test_another_hub_that_is_to_ring_a_volunteer_sees_how_to_do_so_safely(office: Office) -> None:
    volunteer = office.make_volunteer(hub=ELSEWHERE, **ADA, emergency_name="Ned Near", postcode="BA1 5AW")
    match = cw.choose(office.director, office.make_need(), volunteer).ids[0]
    row = cw.see(office.coordinator, VolunteerRow, volunteer)
    assert cw.safe_contact(row).words == WORDS
    assert (row.emergency_name, row.postcode) == ("Ned Near", None)
    assert not cw.can(office.coordinator.user, "safe_contact", row)
    with pytest.raises(cw.NotAllowed):
        cw.keep_contact_safe(office.coordinator, volunteer, seen={}, now={"safe_when": "Never"})
    assert office.status(match) == "approved"


def test_protecting_an_address_is_anybody_s_and_ending_it_the_lead_s_alone(office: Office) -> None:
    person = resident_of(office, office.make_need(address="14 Walcot Parade"))
    lead = office.desk(cw.User("Lena Lead", "call_handler", safeguarding="lead"))
    deputy = office.desk(cw.User("Del Deputy", "director", safeguarding="deputy"))
    action = cw.keep_contact_safe(office.handler, person, seen={}, now={"protected_address": "yes"})
    for desk in (office.handler, office.director, deputy):
        for value in (None, "no"):
            with pytest.raises(cw.NotAllowed):
                cw.keep_contact_safe(desk, person, seen={"protected_address": "yes"}, now={"protected_address": value})
        with pytest.raises((cw.NotAllowed, CannotUndo)):
            cw.undo(desk, action.id)
        assert not cw.user_can_undo(desk, action.id)
    assert cw.see(lead, ResidentRow, person).address == "14 Walcot Parade"
    cw.keep_contact_safe(lead, person, seen={"protected_address": "yes"}, now={"protected_address": None})
    assert cw.see(office.handler, ResidentRow, person).address == "14 Walcot Parade"


def test_a_protected_address_is_put_right_by_the_lead_alone_and_no_refusal_tells_it(office: Office) -> None:
    person = resident_of(office, office.make_need(address="14 Walcot Parade"))
    lead = office.desk(cw.User("Lena Lead", "call_handler", safeguarding="lead"))
    assert "address" in cw.correctable(office.director, cw.see(office.director, ResidentRow, person))
    cw.keep_contact_safe(office.handler, person, seen={}, now={"protected_address": "yes"})
    seen = cw.see(office.director, ResidentRow, person)
    assert not {"address", "postcode"} & cw.correctable(office.director, seen)
    assert {"address", "postcode", "name"} <= cw.correctable(lead, seen)
    for seen_before in (None, "14 Walcot Parade"):
        with pytest.raises(cw.NotAllowed):
            cw.correct(office.director, "residents", person, "address", seen=seen_before, now="1 High Street")
    cw.correct(lead, "residents", person, "address", seen="14 Walcot Parade", now="1 High Street")


def test_words_for_a_volunteer_are_searched_for_a_protected_address_too(office: Office) -> None:
    home = {"address": "14 Walcot Parade", "postcode": "BA1 5AW"}
    request = office.make_request(name="Ada Asks", telephone=None, **home)
    cw.triage(office.director, request, seen="new", resident="new")
    person = office.row("help_requests", request)["resident_id"]
    cw.correct(office.director, "residents", person, "address", seen=home["address"], now="Moved away")
    cw.correct(office.director, "residents", person, "postcode", seen=home["postcode"], now="BA2 4DQ")
    other = office.make_request(name="Bea Behind", telephone="01632 960888", **home)
    cw.triage(office.director, other, seen="new", resident="new")
    for each in (person, office.row("help_requests", other)["resident_id"]):
        cw.keep_contact_safe(office.handler, each, seen={}, now={"protected_address": "yes"})
    assert cw.giveaways(office.handler, request, "The house on Walcot Parade")
    third = office.make_request(name="Cy Third", telephone="01632 960999", **home)
    cw.triage(office.director, third, seen="new", resident="new")
    assert [each.words for each in cw.giveaways(office.handler, third, "Bea is in")] == ["Bea"]


def test_a_number_given_with_a_request_is_not_shown_where_it_is_not_safe_to_ring_its_resident(office: Office) -> None:
    request = office.make_request(telephone="01632 960777")
    cw.triage(office.director, request, seen="new", resident="new")
    person = office.row("help_requests", request)["resident_id"]
    cw.correct(office.director, "residents", person, "telephone", seen="01632 960777", now="01632 960888")
    cw.keep_contact_safe(office.handler, person, seen={}, now={"not_safe": ["ring"]})
    cw.log_contact(office.handler, request, status="open")
    (line,) = [item for item in cw.today(office.director, office.clock()) if item.kind == "contact_open"]
    assert line.telephone == "not safe to ring"


def test_the_matching_knows_where_a_protected_request_is(office: Office) -> None:
    office.make_volunteer(how_many=3)
    request = office.make_request(postcode="BA1 5AW")
    cw.triage(office.director, request, seen="new", resident="new", needs=[cw.NeedAsked("phone_call")])
    asked = [cw.NeedAsked("dog_walk")]
    before = cw.foresee(office.handler, request, asked)
    person = office.row("help_requests", request)["resident_id"]
    cw.keep_contact_safe(office.handler, person, seen={}, now={"protected_address": "yes"})
    assert cw.foresee(office.handler, request, asked) == before
    assert before[0].could == 1


def test_no_letter_waits_to_be_posted_once_post_is_not_safe(office: Office) -> None:
    match = office.make_match("accepted", address="1 High Street")
    cw.tell_resident(office.handler, match, ReachBy.LETTER)
    assert "message_by_hand" in {item.kind for item in cw.today(office.handler, office.clock())}
    person = resident_of(office, office.row("matches", match)["need_id"])
    cw.keep_contact_safe(office.handler, person, seen={}, now={"not_safe": ["post"]})
    assert "message_by_hand" not in {item.kind for item in cw.today(office.handler, office.clock())}
    assert "letter" not in {way.way for way in cw.ways_to_tell(office.handler, match)}
