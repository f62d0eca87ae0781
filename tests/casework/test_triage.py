import pytest

import community.casework as cw
from community.book import Stale
from community.tables.row_types import ContactRow, HelpRequestRow, ResidentRow
from tests.casework.office import ELSEWHERE, HUB, MONDAY, Office


def test_makes_the_resident_and_one_need_for_each_kind_of_help(office: Office) -> None:
    request = office.make_request(tasks=["dog_walk", "phone_call"], urgency="today", postcode="BA1 5AW")
    done = cw.triage(office.handler, request, seen="new")
    needs = [office.row("needs", n) for n in done.need_ids]
    assert [n["task_type"] for n in needs] == ["dog_walk", "phone_call"]
    assert {n["recurs"] for n in needs} == {"once", "weekly"}
    assert {n["urgency"] for n in needs} == {"today"}
    assert all(n["sector"] == "BA1 5" and n["easting"] for n in needs)
    assert office.row("residents", done.resident_id)["name"] == office.row("help_requests", request)["name"]
    assert office.row("help_requests", request)["resident_id"] == done.resident_id
    assert office.status(request) == "triaged"


def test_the_promise_counts_from_when_they_asked_not_from_triage(office: Office) -> None:
    request = office.make_request()
    office.clock.pass_(days=2)
    need = cw.triage(office.handler, request, seen="new").need_ids[0]
    assert office.row("needs", need)["asked_at"] == office.row("help_requests", request)["at"]


def test_their_own_words_stay_with_the_request_until_somebody_writes_some_for_volunteers(office: Office) -> None:
    need = cw.triage(office.handler, office.make_request(), seen="new").need_ids[0]
    assert office.row("needs", need)["details"] is None


def test_triage_again_makes_nothing_twice(office: Office) -> None:
    request = office.make_request(tasks=["dog_walk"])
    first = cw.triage(office.handler, request, seen="new")
    again = cw.triage(
        office.handler, request, seen="triaged", needs=[cw.NeedAsked("dog_walk"), cw.NeedAsked("prescription")]
    )
    assert again.need_ids[0] == first.need_ids[0]
    assert again.resident_id == first.resident_id
    assert (office.book.count("needs"), office.book.count("residents")) == (2, 1)


def test_undone_and_done_again_says_what_was_said_last(office: Office) -> None:
    request = office.make_request(tasks=["dog_walk"])
    first = cw.triage(office.handler, request, seen="new", needs=[cw.NeedAsked("dog_walk", urgency="today")])
    cw.undo(office.handler, first.action.id)
    assert office.status(request) == "new"
    assert (office.book.count("needs"), office.book.count("residents")) == (0, 0)
    again = cw.triage(office.handler, request, seen="new", needs=[cw.NeedAsked("dog_walk", urgency="whenever")])
    assert again.need_ids == first.need_ids
    assert office.row("needs", again.need_ids[0])["urgency"] == "whenever"
    assert office.book.count("needs") == 1


def test_the_second_to_triage_is_told_that_somebody_was_faster(office: Office) -> None:
    request = office.make_request()
    cw.triage(office.handler, request, seen="new")
    with pytest.raises(Stale) as refused:
        cw.triage(office.coordinator, request, seen="new")
    assert refused.value.now == "triaged"


@pytest.mark.parametrize(
    "told",
    [
        {"name": "Ann Example", "telephone": "+44 1632 960999"},
        {"name": "ann  example", "telephone": "(01632) 960-999"},
        {"name": "Example, Ann", "telephone": "01632 960999 (ask for Ann)", "postcode": "ba15aw"},
        {"name": "Ann Example", "telephone": "18001 01632 960999 or 07700 900123"},
    ],
)
def test_somebody_who_must_be_the_same_is_joined(office: Office, told: dict[str, str]) -> None:
    first = office.make_request(name="Ann Example", telephone="01632 960999", postcode="BA1 5AW")
    known = cw.triage(office.handler, first, seen="new").resident_id
    second = office.make_request(**told)
    assert cw.who_is_it(office.handler, second).sure == known
    assert cw.triage(office.handler, second, seen="new").resident_id == known


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ({"name": "Bob Example", "telephone": "01632 960999"}, ("telephone",)),
        ({"name": None, "telephone": "01632 960999"}, ("telephone",)),
        ({"name": "Ann Example", "telephone": "01632 960111", "postcode": "BA1 5AW"}, ("name", "postcode")),
        ({"name": "Ann Example", "telephone": None, "postcode": "ba15aw"}, ("name", "postcode")),
        ({"name": "Mrs Ann Example", "telephone": "01632 960999"}, ("telephone", "name")),
        ({"name": "Ánn Example", "telephone": "01632 960999"}, ("telephone", "name")),
        ({"name": "Example Ann", "telephone": "01632 960999"}, ("telephone", "name")),
        ({"name": "A Example", "telephone": "01632 960999"}, ("telephone", "name")),
        ({"name": "Ann Example", "telephone": "01632 960999", "postcode": "BA2 4AA"}, ("telephone", "name")),
        ({"name": "Bob Example", "telephone": "٠١٦٣٢ ٩٦٠٩٩٩"}, ("telephone",)),
    ],
)
def test_where_unsure_a_person_says_who_it_is(office: Office, told: dict[str, str], same: tuple[str, ...]) -> None:
    first = office.make_request(name="Ann Example", telephone="01632 960999", postcode="BA1 5AW")
    known = cw.triage(office.handler, first, seen="new").resident_id
    second = office.make_request(**told)
    with pytest.raises(cw.WhichResident) as refused:
        cw.triage(office.handler, second, seen="new")
    assert "Example" not in str(refused.value)
    found = cw.who_is_it(office.handler, second)
    assert found.sure is None
    assert [(c.resident_id, c.same) for c in found.candidates] == [(known, same)]
    assert cw.triage(office.handler, second, seen="new", resident="new").resident_id != known


def test_a_person_may_say_that_it_is_somebody_known(office: Office) -> None:
    known = cw.triage(office.handler, office.make_request(telephone="01632 960999"), seen="new").resident_id
    second = office.make_request(name="Bob Example", telephone="01632 960999")
    assert cw.triage(office.handler, second, seen="new", resident=known).resident_id == known
    assert office.book.count("residents") == 1


def test_a_coordinator_is_not_told_the_name_of_another_hub_s_resident(office: Office) -> None:
    cw.triage(office.director, office.make_request(telephone="01632 960999", hub="keynsham"), seen="new")
    found = cw.who_is_it(office.coordinator, office.make_request(telephone="01632 960999"))
    assert [(c.name, c.sector, c.had, c.hub) for c in found.candidates] == [(None, None, (), "keynsham")]


def test_a_kind_of_help_that_nobody_knows_needs_a_person(office: Office) -> None:
    request = office.make_request(tasks=["lion_taming"])
    with pytest.raises(cw.NotNow):
        cw.triage(office.handler, request, seen="new")
    assert office.status(request) == "new"
    cw.triage(office.handler, request, seen="new", needs=[cw.NeedAsked("other")])
    assert office.status(request) == "triaged"


def test_a_closed_request_is_not_triaged(office: Office) -> None:
    request = office.make_request()
    cw.close_request(office.handler, request, "not_wanted", seen="new")
    with pytest.raises(cw.NotNow):
        cw.triage(office.handler, request, seen="closed")


def test_closing_a_request_leaves_nothing_open_or_promised(office: Office) -> None:
    match = office.make_match("accepted")
    need = office.row("needs", office.row("matches", match)["need_id"])
    cw.close_request(office.coordinator, need["request_id"], "done_by_others", seen="triaged")
    assert (office.status(need["id"]), office.status(match)) == ("closed", "cancelled")
    assert office.row("help_requests", need["request_id"])["closed_reason"] == "done_by_others"


def test_a_reason_for_closing_is_one_of_ours(office: Office) -> None:
    with pytest.raises(cw.NotNow):
        cw.close_request(office.handler, office.make_request(), "felt like it", seen="new")


def test_a_request_can_only_repeat_another_one(office: Office) -> None:
    first, second = office.make_request(), office.make_request()
    with pytest.raises(cw.NotNow):
        cw.mark_duplicate(office.handler, first, first, seen="new")
    cw.mark_duplicate(office.handler, second, first, seen="new")
    assert office.row("help_requests", second)["duplicate_of"] == first
    third = office.make_request()
    with pytest.raises(cw.NotNow):
        cw.mark_duplicate(office.handler, third, second, seen="new")


def test_a_request_that_repeats_another_is_the_same_resident_s(office: Office) -> None:
    first, second = office.make_request(), office.make_request()
    resident = cw.triage(office.handler, first, seen="new").resident_id
    done = cw.mark_duplicate(office.handler, second, first, seen="new")
    assert office.row("help_requests", second)["resident_id"] == resident
    cw.undo(office.handler, done.id)
    assert office.row("help_requests", second)["resident_id"] is None


def test_a_person_who_was_not_reached_comes_back_the_next_working_morning(office: Office) -> None:
    request = office.make_request()
    office.clock.pass_(days=4)  # Friday
    cw.no_answer(office.handler, request, seen="new")
    assert office.status(request) == "no_answer"
    assert office.row("help_requests", request)["hold_until"] == "2026-11-30T09:00:00.000Z"
    cw.no_answer(office.handler, request, seen="no_answer", again=office.clock() + (MONDAY - MONDAY.replace(hour=8)))
    calls = cw.see_all(office.handler, ContactRow, lambda c: [c.about == request])
    assert [call.outcome for call in calls] == ["no_answer", "no_answer"]


def test_a_request_without_a_hub_is_given_to_one(office: Office) -> None:
    request = office.make_request(hub=None)
    with pytest.raises(cw.NotFound):
        cw.see(office.coordinator, HelpRequestRow, request)
    cw.give_to_hub(office.handler, request, HUB, seen="new")
    assert cw.see(office.coordinator, HelpRequestRow, request)["hub"] == HUB
    with pytest.raises(cw.NotNow):
        cw.give_to_hub(office.handler, request, "atlantis", seen="new")


def test_requests_that_may_be_the_same_are_pointed_out(office: Office) -> None:
    first = office.make_request(name="Ann Example", telephone="01632 960999", postcode="BA1 5AW")
    by_number = office.make_request(name="A. Example", telephone="+44 1632 960999")
    by_name = office.make_request(name="ann example", telephone=None, postcode="ba1 5aw")
    office.make_request(name="Ann Example", telephone=None, postcode="BA1 1AA")
    elsewhere = office.make_request(telephone="01632 960999", hub="keynsham")
    cw.close_request(office.handler, by_number, "duplicate", seen="new")
    assert [r["id"] for r in cw.possible_doubles(office.handler, first)] == [elsewhere, by_name, by_number]
    assert [r["id"] for r in cw.possible_doubles(office.coordinator, first)] == [by_name, by_number]
    office.clock.pass_(days=15)
    assert [r["id"] for r in cw.possible_doubles(office.coordinator, first)] == [by_name]


def test_requests_of_one_resident_are_pointed_out_whatever_they_say(office: Office) -> None:
    first, second = office.make_request(), office.make_request()
    resident = cw.triage(office.handler, first, seen="new").resident_id
    cw.triage(office.handler, second, seen="new", resident=resident)
    assert [r["id"] for r in cw.possible_doubles(office.handler, first)] == [second]


def test_a_resident_of_another_hub_is_joined_only_where_they_may_be_the_same_person(office: Office) -> None:
    theirs = office.row("needs", office.make_need(hub=ELSEWHERE, telephone="01632 960999"))["resident_id"]
    request = office.make_request()
    with pytest.raises(cw.NotFound):
        cw.triage(office.coordinator, request, seen="new", resident=theirs)
    with pytest.raises(cw.NotFound):
        cw.see(office.coordinator, ResidentRow, theirs)
    alike = office.make_request(name="Bob Example", telephone="01632 960999")
    with pytest.raises(cw.NotNow):
        cw.triage(office.coordinator, alike, seen="new", resident=theirs)
    name = office.row("residents", theirs)["name"]
    alike = office.make_request(name=name, telephone="01632 960999")
    assert cw.who_is_it(office.coordinator, alike).sure is None
    assert cw.triage(office.coordinator, alike, seen="new", resident=theirs).resident_id == theirs
    assert cw.triage(office.handler, request, seen="new", resident=theirs).resident_id == theirs


def test_giving_a_request_away_leaves_another_hub_s_resident_there(office: Office) -> None:
    theirs = office.row("needs", office.make_need(hub=ELSEWHERE, telephone="01632 960999"))["resident_id"]
    request = office.make_request(telephone="01632 960999")
    cw.triage(office.coordinator, request, seen="new", resident=theirs)
    cw.give_to_hub(office.coordinator, request, "somer_valley", seen="triaged")
    assert office.row("help_requests", request)["hub"] == "somer_valley"
    assert office.row("residents", theirs)["hub"] == ELSEWHERE
    cw.give_to_hub(office.director, request, "somer_valley", seen="triaged")
    assert office.row("residents", theirs)["hub"] == "somer_valley"
