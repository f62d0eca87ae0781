import pytest

import community.casework as cw
from community.book import Row, Stale
from community.tables.row_types import ContactRow
from tests.casework.office import ELSEWHERE, TODAY, Office

IN_A_HOME = "small_job"
SECRET = {
    "name": "Canary Casewell",
    "telephone": "01632 960777",
    "address": "7 Canary Close",
    "access_needs": "Canary on the stairs",
}


def secrets(words: str) -> list[str]:
    return [value for value in SECRET.values() if value in words]


def test_the_words_before_a_yes_tell_task_time_and_sector_and_not_who(office: Office) -> None:
    need = office.make_need(**SECRET, slots=("mon_morning", "mon_afternoon"), urgency="two_days")
    match = office.make_match("approved", need=need)
    words = cw.message_for(office.handler, match)
    assert "dog walking" in words
    assert "in the next two days, Monday mornings or afternoons" in words
    assert office.settings.community.telephone in words
    assert secrets(words) == []


def test_who_is_asked_is_greeted_by_their_first_name(office: Office) -> None:
    assert cw.message_for(office.handler, office.make_match("approved")).startswith("Hello Vera,")
    match = office.make_match("approved")
    office.set(office.row("volunteers", office.row("matches", match)["volunteer_id"]), "name", "SMITH Ann")
    assert cw.message_for(office.handler, match).startswith("Hello, this is")


@pytest.mark.parametrize("status", ["proposed", "approved"])
def test_nothing_about_the_resident_is_given_before_a_yes(office: Office, status: str) -> None:
    match = office.make_match(status, **SECRET)
    with pytest.raises(cw.NotNow) as refused:
        cw.release(office.director, match, seen=status)
    assert secrets(str(refused.value)) == []
    assert office.row("matches", match)["released_at"] is None


def test_a_yes_gives_name_telephone_and_address_and_writes_it_down(office: Office) -> None:
    match = office.make_match("active", **SECRET)
    given = cw.release(office.handler, match, seen="active")
    assert secrets(given.words) == list(SECRET.values())
    released = office.row("matches", match)["released_at"]
    assert released
    token = office.book.token()
    again = cw.release(office.handler, match, seen="active")
    assert again.words == given.words
    assert office.row("matches", match)["released_at"] == released
    assert office.book.token() == token
    entries = cw.history(office.director, match)
    assert [e.by for e in entries if e.verb == "release"] == ["Hal Handler"]


def known(office: Office, match: str, **noted: str) -> None:
    """Write this down about whoever is helped."""
    need = office.row("matches", match)["need_id"]
    for column, value in noted.items():
        office.set(office.row("residents", str(office.row("needs", need)["resident_id"])), column, value)


def test_a_number_that_is_not_safe_to_ring_is_not_given_and_how_it_is_safe_is_said(office: Office) -> None:
    match = office.make_match("active", **SECRET)
    known(office, match, not_safe="text", safe_when="Tuesdays at ten", say_instead="It is the library")
    words = cw.release(office.handler, match, seen="active").words
    said = [
        "Do not send a text.",
        "Tuesdays at ten",
        "If somebody else answers: It is the library",
        SECRET["telephone"],
    ]
    assert sorted(said, key=words.index) == said
    known(office, match, not_safe="ring")
    words = cw.release(office.handler, match, seen="active").words
    assert "Do not ring them." in words
    assert "we don’t pass it on" in words
    assert SECRET["telephone"] not in words


def test_a_protected_address_in_free_words_is_told_by_the_lead_alone(office: Office) -> None:
    match = office.make_match("active", **SECRET)
    known(office, match, protected_address="yes", access_needs="Ring at 7 canary close", hazards="A parrot at no. 9")
    words = cw.release(office.director, match, seen="active").words
    assert "canary close" not in words.lower()
    assert "A parrot" in words
    assert "There is more to know." in words
    lead = office.desk(cw.User("Lena Lead", "director", safeguarding="lead"))
    words = cw.release(lead, match, seen="active").words
    assert "Ring at 7 canary close" in words
    assert SECRET["address"] in words
    assert "There is more to know." not in words


def test_whoever_is_rung_hears_what_to_beware_of_before_a_yes_unless_it_tells_whose_home_it_is(office: Office) -> None:
    match = office.make_match("approved", **SECRET)
    known(office, match, hazards="A dog that jumps up")
    assert "Beware: A dog that jumps up." in cw.message_for(office.handler, match)
    known(office, match, hazards="Canary bites")
    words = cw.message_for(office.handler, match)
    assert "Beware" not in words
    assert secrets(words) == []


def test_whoever_is_told_by_telephone_hears_what_the_page_of_a_visit_says(office: Office) -> None:
    match = office.make_match("active", **SECRET)
    known(office, match, hazards="A dog that jumps up")
    words = cw.release(office.handler, match, seen="active").words
    told = ("Good to know: Canary", "Beware: A dog", "Nobody opens? Knock", "ring their number", "999", "bank card")
    assert [each for each in told if each not in words] == []
    assert "chemist" not in words
    fetch = office.make_match("active", task_type="prescription", **SECRET)
    assert "back to the chemist" in cw.release(office.handler, fetch, seen="active").words
    call = office.make_match("active", task_type="phone_call", **SECRET)
    words = cw.release(office.handler, call, seen="active").words
    assert "Good to know: Canary" in words
    assert "Nobody answers?" in words
    assert "Knock" not in words
    known(office, match, not_safe="ring")
    assert "that is not safe for them" in cw.release(office.handler, match, seen="active").words


def test_help_by_telephone_needs_no_address(office: Office) -> None:
    match = office.make_match("active", task_type="phone_call", **SECRET)
    given = cw.release(office.handler, match, seen="active")
    assert "Address:" not in given.words
    assert SECRET["address"] not in given.words
    assert SECRET["telephone"] in given.words


def test_nothing_more_is_given_once_it_has_ended(office: Office) -> None:
    match = office.make_match("active", **SECRET)
    cw.release(office.handler, match, seen="active")
    cw.done(office.handler, match, TODAY, seen="active")
    with pytest.raises(cw.NotNow):
        cw.release(office.director, match, seen="completed")
    with pytest.raises(cw.NotNow):
        cw.message_for(office.director, match)


def test_a_no_frees_the_place_and_is_not_asked_again(office: Office) -> None:
    match = office.make_match("approved")
    row = office.row("matches", match)
    cw.rang(office.handler, match, "no", seen="approved", reason="on holiday")
    assert office.status(match) == "declined"
    other = office.make_volunteer()
    office.propose()
    assert [m["volunteer_id"] for m in office.book.rows("matches", lambda c: [c.status == "proposed"])] == [other]
    assert row["volunteer_id"] != other


def test_no_answer_is_counted_and_leaves_it_where_it_was(office: Office) -> None:
    match = office.make_match("approved")
    for _ in range(2):
        cw.rang(office.handler, match, "no_answer", seen="approved")
    assert office.status(match) == "approved"
    assert cw.unanswered_calls(office.handler, match) == 2


def test_two_who_ring_at_once_write_one_answer(office: Office) -> None:
    match = office.make_match("approved")
    cw.rang(office.handler, match, "yes", seen="approved")
    with pytest.raises(Stale) as refused:
        cw.rang(office.coordinator, match, "no", seen="approved")
    assert refused.value.now == "accepted"


def test_the_help_is_under_way_once_the_resident_knows_who_comes(office: Office) -> None:
    match = office.make_match("accepted")
    cw.resident_told(office.handler, match)
    assert office.status(match) == "active"
    assert cw.see_all(office.handler, ContactRow, lambda c: [c.about == match], order="-at")[0].outcome == "told"


def test_a_conversation_is_written_down_and_come_back_to(office: Office) -> None:
    request = office.make_request()
    (contact,) = cw.log_contact(
        office.handler, request, direction="in", words="Rings again on Friday", status="open"
    ).ids
    cw.deal_with_contact(office.handler, contact)
    with pytest.raises(Stale):
        cw.deal_with_contact(office.coordinator, contact)
    with pytest.raises(cw.NotNow):
        cw.log_contact(office.handler, request, way="pigeon")
    with pytest.raises(cw.NotFound):
        cw.log_contact(office.handler, "nonsense")


def in_a_home(office: Office, status: str) -> tuple[str, Row]:
    match = office.make_match(status, task_type=IN_A_HOME)
    return match, office.row("volunteers", office.row("matches", match)["volunteer_id"])


@pytest.mark.parametrize(("field", "value"), [("over_18", "no"), ("takes_care", "yes"), ("tasks", "phone_call")])
def test_the_hard_rules_are_asked_again_before_a_yes_and_before_anything_is_given(
    office: Office, field: str, value: str
) -> None:
    asked, volunteer = in_a_home(office, "approved")
    agreed, other = in_a_home(office, "active")
    for each in (volunteer, other):
        office.set(each, field, value)
    with pytest.raises(cw.NotNow):
        cw.rang(office.handler, asked, "yes", seen="approved")
    with pytest.raises(cw.NotNow):
        cw.release(office.handler, agreed, seen="active")
    assert office.status(asked) == "approved"
    assert office.row("matches", agreed)["released_at"] is None
    cw.rang(office.handler, asked, "no", seen="approved")


def test_a_check_that_ran_out_stands_before_a_yes(office: Office) -> None:
    asked = office.make_match("approved")
    (check,) = office.book.rows("checks")
    office.set(check, "renew_on", "2026-11-24")
    office.clock.pass_(days=2)
    with pytest.raises(cw.NotNow, match="DBS"):
        cw.rang(office.handler, asked, "yes", seen="approved")


def test_what_is_given_after_a_second_yes_is_written_down_again(office: Office) -> None:
    match = office.make_match("approved")
    office.make_known(match)
    yes = cw.rang(office.handler, match, "yes", seen="approved")
    cw.release(office.handler, match, seen="accepted")
    cw.undo(office.handler, yes.id)
    cw.rang(office.handler, match, "yes", seen="approved")
    cw.release(office.coordinator, match, seen="accepted")
    given = [e.by for e in cw.history(office.director, match) if e.verb == "release"]
    assert given == ["Cora Coordinator", "Hal Handler"]


def test_a_conversation_is_with_somebody_within_sight(office: Office) -> None:
    request, stranger = office.make_request(), office.make_volunteer(hub=ELSEWHERE)
    for whom in (stranger, "V-0000000000000000", "nonsense"):
        with pytest.raises(cw.NotFound):
            cw.log_contact(office.coordinator, request, with_whom=whom)
    assert office.book.count("contacts") == 0
    cw.log_contact(office.handler, request, with_whom=stranger)
