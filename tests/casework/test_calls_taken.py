"""A call with somebody we know: begun, finished, to be rung back; and help that they ask for again."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.book import Stale
from community.tables.vocabulary import ContactWay
from tests.casework.office import ELSEWHERE, Office

KEY = "0123456789abcdef"


def resident_of(office: Office, need: str) -> str:
    return str(office.row("needs", need)["resident_id"])


def on_today(office: Office, desk: cw.WorkContext) -> list[str]:
    return [line.id for line in cw.today(desk, office.clock()) if line.kind == "contact_open"]


def begin(office: Office, resident: str) -> None:
    cw.begin_call(office.handler, resident, KEY, ContactWay.TELEPHONE, "They told us who they are: address, name.")


def test_a_call_that_was_begun_and_left_comes_to_today_after_half_an_hour(office: Office) -> None:
    resident = resident_of(office, office.make_need())
    begin(office, resident)
    begin(office, resident)
    (call,) = cw.open_calls(office.director, resident)
    assert (call.by, cw.is_begun_call(call)) == ("Hal Handler", True)
    assert cw.open_calls(office.handler, resident, but=KEY) == []
    assert on_today(office, office.handler) == []
    office.clock.pass_(minutes=31)
    assert on_today(office, office.handler) == [call.id]


def test_a_call_that_was_finished_does_not_come_to_today(office: Office) -> None:
    resident = resident_of(office, office.make_need())
    begin(office, resident)
    cw.finish_call(office.handler, resident, KEY)
    office.clock.pass_(minutes=31)
    assert on_today(office, office.director) == []
    assert [row["status"] for row in office.book.rows("contacts") if row["about"] == resident] == ["dealt_with"]


def test_who_is_to_be_rung_back_comes_to_today_at_that_very_time(office: Office) -> None:
    resident = resident_of(office, office.make_need())
    begin(office, resident)
    cw.ring_back(office.handler, resident, office.clock.now + timedelta(hours=3), key=KEY, words="About the dog")
    office.clock.pass_(hours=2, minutes=59)
    assert on_today(office, office.director) == []
    office.clock.pass_(minutes=2)
    (line,) = [line for line in cw.today(office.director, office.clock()) if line.kind == "contact_open"]
    assert "About the dog" in line.title
    with pytest.raises(cw.NotNow):
        cw.ring_back(office.handler, resident, office.clock.now - timedelta(minutes=1))


def test_after_no_answer_we_try_again_and_only_the_last_try_waits(office: Office) -> None:
    resident = resident_of(office, office.make_need())
    cw.nobody_answered(office.handler, resident)
    office.clock.pass_(hours=2, minutes=1)
    (first,) = on_today(office, office.handler)
    cw.nobody_answered(office.handler, resident)
    assert on_today(office, office.handler) == []
    office.clock.pass_(days=1)
    (second,) = on_today(office, office.handler)
    assert second != first
    cw.finish_call(office.handler, resident, KEY)
    assert on_today(office, office.handler) == []


def test_a_try_near_closing_time_comes_back_when_we_open(office: Office) -> None:
    resident = resident_of(office, office.make_need())
    office.clock.pass_(hours=6, minutes=30)  # half past four
    cw.nobody_answered(office.handler, resident)
    office.clock.pass_(hours=6)
    assert on_today(office, office.handler) == []
    office.clock.pass_(hours=12)
    assert len(on_today(office, office.handler)) == 1


def test_the_same_again_is_one_request_accepted_for_the_resident(office: Office) -> None:
    first = office.row("needs", office.make_need("shopping", details="Bread and milk", urgency="today"))
    resident = str(first["resident_id"])
    office.set(office.row("residents", resident), "postcode", "BA1 5AB")
    begin(office, resident)
    before = office.book.count("help_requests")
    again = cw.same_as(cw.see(office.handler, type(first), first["id"]))  # type: ignore[type-var]
    done = cw.ask_again(office.handler, resident, [again], key=KEY, told={"channel": "telephone"})
    need = office.row("needs", done.need_ids[0])
    request = office.row("help_requests", need["request_id"])
    assert (done.resident_id, need["status"], need["task_type"], need["details"]) == (
        resident, "open", "shopping", "Bread and milk",
    )  # fmt: skip
    assert need["urgency"] != "today", "what was wanted today is wanted today again only if they say so"
    assert (request["channel"], request["status"], request["postcode"], request["by"]) == (
        "telephone", "triaged", "BA1 5AB", "Hal Handler",
    )  # fmt: skip
    assert cw.open_calls(office.director, resident) == []
    with pytest.raises(Stale):
        cw.ask_again(office.handler, resident, [again], key=KEY, told={"channel": "telephone"})
    assert office.book.count("help_requests") == before + 1


def test_nothing_is_asked_again_for_whoever_has_died_or_is_another_hub_s(office: Office) -> None:
    resident = resident_of(office, office.make_need("shopping", hub=ELSEWHERE))
    asked = [cw.NeedAsked("shopping")]
    with pytest.raises(cw.NotFound):
        cw.ask_again(office.coordinator, resident, asked, key=KEY, told={})
    office.set(office.row("residents", resident), "died_on", "2026-11-20")
    before = office.book.count("help_requests")
    with pytest.raises(cw.NotNow):
        cw.ask_again(office.handler, resident, asked, key=KEY, told={})
    assert office.book.count("help_requests") == before


def test_a_protected_home_is_copied_but_not_shown(office: Office) -> None:
    need = office.make_need("shopping", address="7 Quiet Street")
    resident = resident_of(office, need)
    office.set(office.row("residents", resident), "protected_address", "yes")
    done = cw.ask_again(office.handler, resident, [cw.NeedAsked("shopping")], key=KEY, told={"channel": "letter"})
    request = str(office.row("needs", done.need_ids[0])["request_id"])
    assert office.row("help_requests", request)["address"] == "7 Quiet Street"
    (seen,) = [r for r in cw.see_all(office.handler, cw.row_type_of(request)) if r.id == request]
    assert seen.get("address") is None


def test_signposting_is_written_down_also_for_a_caller_without_a_name(office: Office) -> None:
    service = office.book.append("services", {"name": "Bath Foodbank", "status": "approved"}, by="Dilys").id
    resident = resident_of(office, office.make_need())
    cw.told_of(office.handler, service, None, ContactWay.TELEPHONE)
    cw.told_of(office.handler, service, resident, ContactWay.IN_PERSON)
    rows = [r for r in office.book.rows("contacts") if r["about"] == service]
    assert [(r["with_whom"], r["outcome"], r["status"]) for r in rows] == [
        (None, "told", "dealt_with"), (resident, "told", "dealt_with"),
    ]  # fmt: skip


def test_a_call_handler_calls_off_a_whole_request_and_leaves_part_of_one_to_a_coordinator(office: Office) -> None:
    match = office.make_match("active")
    need = office.row("matches", match)["need_id"]
    assert cw.called_off_at_once(office.handler, need)
    cw.resident_cancels(office.handler, need, seen="open", way=ContactWay.TELEPHONE, words=None)
    assert (office.status(need), office.status(match)) == ("closed", "cancelled")
    assert [line for line in cw.today(office.handler, office.clock()) if line.kind == "tell_them"]
    request = office.make_request(tasks=["shopping", "dog_walk"])
    two = cw.triage(office.director, request, seen="new", resident="new").need_ids
    assert not cw.called_off_at_once(office.handler, two[0])
    cw.resident_cancels(office.handler, two[0], seen="open", way=ContactWay.TELEPHONE, words="Her son does it")
    assert office.status(two[0]) == "open"
    assert [t for t in (line.title for line in cw.today(office.coordinator, office.clock())) if "Her son does it" in t]
    cw.resident_cancels(office.coordinator, two[0], seen="open", way=ContactWay.TELEPHONE, words=None)
    assert (office.status(two[0]), office.status(two[1])) == ("closed", "open")
