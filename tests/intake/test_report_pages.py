"""What a volunteer reports by the link of a visit: in two steps, once, with what was typed kept, and what follows."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

import community.casework as cw
from community.book.concern_register import keep_apart
from community.book.record_types import Record
from community.tables.row_types import VisitRow
from tests.concerns.duty import listed
from tests.intake.conftest import Serve, Service
from tests.intake.visiting import PLAIN, SECRETS, Visiting, on_the_way
from tests.intake.walking import heading, visit

TODAY = "2026-11-23"
GIVEN = {"answer": "given", "on": TODAY, "sure": "yes"}
NOBODY = {"answer": "nobody", "on": TODAY, "sure": "yes"}
OFF = {"answer": "off", "sure": "yes"}
WORRY = {"answer": "worried", "sure": "yes"}


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PLAIN)


def test_help_given_takes_a_second_page_and_a_tick_and_ends_with_thanks(service: Service) -> None:
    one = on_the_way(service)
    page = one.get("given")
    assert heading(page.text) == "Help was given?"
    days = re.findall(r"<option[^>]*>([^<]*)<", page.text)
    assert (len(days), days[:3]) == (8, ["Today", "Yesterday", "Saturday 21 November"])
    assert f'value="{TODAY}" selected' in page.text
    without = {name: value for name, value in GIVEN.items() if name != "sure"}
    refused = one.post(**without, minutes="45", miles="2,5")
    assert refused.status_code == 422
    assert 'href="#sure"' in refused.text
    assert 'value="45"' in refused.text
    assert one.visits() == []
    done = one.send(**GIVEN, minutes="45", miles="2,5")
    assert heading(done.text) == "Thank you"
    assert "We have written it down" in done.text
    with service.book.reading() as reader:
        (row,) = reader.rows(VisitRow)
    assert (row.on, row.status, row.minutes, row.miles, row.worried) == (TODAY, "done", 45, 2.5, None)
    assert one.status == "completed"
    assert not any(secret in done.text for secret in SECRETS)


def test_the_same_report_twice_is_one_and_nothing_that_comes_after_the_end_is_thanked_for_and_lost(
    service: Service,
) -> None:
    one = on_the_way(service)
    for _ in range(2):
        assert "We have written it down" in one.send(**GIVEN).text
    assert (one.visits(), one.lines()) == ([(TODAY, "done")], [])
    assert heading(one.send(**OFF).text) == "Thank you"
    untaken = one.send(**{**GIVEN, "on": "2026-11-22"})
    assert heading(untaken.text) == "Please ring us"
    note = untaken.text.partition('<div class="cc-note"')[2].partition("</div>")[0]
    assert "We have not taken what you sent" in note
    assert "999" in note
    assert f"{service.settings.community.telephone}</a> now, and tell us" in note
    assert one.post(answer="nobody", on=TODAY).status_code == 422
    assert "We find out whether they are safe" in one.send(**NOBODY).text
    assert ["nobody opened" in line for line in one.lines()] == [True]
    for on in (TODAY, "2026-11-22"):
        worry = one.send(**{**GIVEN, "on": on}, worried="yes").text
        assert "We ring you about your worry" in worry
        assert "written down that you were there" not in worry
    assert sorted("worried" in line for line in one.lines()) == [False, True]
    assert (one.visits(), one.status) == ([(TODAY, "done")], "completed")


def test_a_worry_from_a_page_that_was_open_while_it_was_called_off_is_told_to_ring_us(service: Service) -> None:
    one = on_the_way(service)
    one.post(**OFF)
    lines = one.lines()
    service.clock.pass_by(hours=9)
    for fields in (NOBODY, GIVEN, {**GIVEN, "worried": "yes"}):
        page = one.send(**fields)
        assert heading(page.text) == "Please ring us"
        assert "</a> after Tuesday 24 November, 9 am, and tell us" in page.text
    assert (one.visits(), one.lines()) == ([], lines)


def test_a_worry_and_a_closed_door_can_be_told_once_it_is_over(service: Service) -> None:
    one = on_the_way(service)
    one.send(**GIVEN)
    over = one.get()
    assert "I am worried about them" in over.text
    assert "Help was given" not in over.text
    asks = one.get("worried")
    assert (heading(asks.text), "999" in asks.text) == ("Are you worried about them?", True)
    assert one.post(answer="worried").status_code == 422
    assert one.lines() == []
    assert "We ring you about your worry" in one.send(**WORRY).text
    assert "We find out whether they are safe" in one.send(**NOBODY).text
    assert sorted("worried" in line for line in one.lines()) == [False, True]
    assert (one.visits(), one.status) == ([(TODAY, "done")], "completed")


def test_who_knew_whom_they_were_to_help_can_tell_of_a_worry_although_it_was_called_off(service: Service) -> None:
    one = on_the_way(service)
    one.prove()
    one.post(**OFF)
    assert "I am worried about them" in one.get().text
    one.send(**WORRY)
    assert sum("worried" in line for line in one.lines()) == 1
    other = on_the_way(service)
    other.post(**OFF)
    assert "worried" not in other.get().text
    assert heading(other.get("worried").text) == "Thank you"


def test_an_agreed_day_is_planned_and_shown_the_next_time(service: Service) -> None:
    one = on_the_way(service)
    for again in (TODAY, "2026-11-16", "22/11/2026"):
        page = one.post(**GIVEN, again=again)
        assert page.status_code == 422
        assert "The next visit is on a day to come" in page.text
        assert f'value="{again}"' in page.text
    assert "as 24/12/2026" in one.post(**GIVEN, again="test").text
    assert one.visits() == []
    page = one.send(**GIVEN, again="30/11/2026")
    assert "Monday 30 November" in page.text
    assert ("First day" in page.text, "Next time" in page.text) == (False, True)
    assert "We have your report of today" in page.text
    assert one.visits() == [(TODAY, "done"), ("2026-11-30", "planned")]
    assert one.status == "active"
    assert "Monday 30 November" in one.prove().text


def test_the_first_day_that_was_agreed_is_shown_with_its_part(service: Service) -> None:
    one = on_the_way(service, first=date(2026, 11, 25))
    page = one.get().text
    assert "Wednesday 25 November" in page
    assert ("First day" in page, "Next time" in page) == (True, False)
    assert "Next time" not in one.prove().text


def test_nobody_opened_is_on_today_at_once_and_says_whom_to_ring(service: Service) -> None:
    one = on_the_way(service)
    asks = one.get("nobody").text
    assert "999" in asks
    assert one.post(answer="nobody", on=TODAY).status_code == 422
    done = one.send(**NOBODY)
    assert "We find out whether they are safe" in done.text
    assert "We are shut now" not in done.text
    assert one.visits() == [(TODAY, "not_in")]
    assert ["nobody opened" in line for line in one.lines()] == [True]
    # A quarter of an hour later they open after all. That somebody finds out how they are still stands on Today.
    assert one.post(**GIVEN, minutes="20").status_code == 303
    assert (one.visits(), one.status) == ([(TODAY, "done")], "completed")
    assert ["nobody opened" in line for line in one.lines()] == [True]


def test_a_day_whose_help_is_written_down_is_not_written_down_otherwise(one: Visiting) -> None:
    one.post(**GIVEN, again="2026-11-30")
    refused = one.post(**NOBODY)
    assert (refused.status_code, "written down already" in refused.text) == (422, True)
    assert one.visits()[0] == (TODAY, "done")


def test_a_worry_is_rung_about_and_outside_the_hours_the_page_says_when(service: Service) -> None:
    one = on_the_way(service)
    service.clock.pass_by(hours=9)
    words = "We are shut now and ring after Tuesday 24 November, 9 am"
    assert words in one.get("given").text
    done = one.send(**GIVEN, worried="yes")
    assert "We ring you about your worry" in done.text
    assert words in done.text
    assert "999" in done.text
    assert ["worried" in line for line in one.lines()] == [True]


def test_who_cannot_come_is_told_that_we_ring_the_person(service: Service) -> None:
    one = on_the_way(service)
    assert "We ring the person" in one.get("off").text
    assert one.post(answer="off").status_code == 422
    assert one.status == "active"
    done = one.send(**OFF)
    assert "It is called off" in done.text
    assert one.status == "cancelled"
    assert ["comes no more" in line for line in one.lines()] == [True]


def test_what_comes_faster_than_a_person_is_not_taken_and_keeps_what_was_typed(service: Service) -> None:
    one = on_the_way(service, by_itself=True)
    service.clock.pass_by(seconds=-55)  # five seconds after it went
    for fields in ({**GIVEN, "minutes": "45"}, NOBODY, OFF):
        page = one.post(**fields)
        assert (page.status_code, "It came so fast" in page.text) == (422, True)
    assert (one.visits(), one.status) == ([], "active")
    service.clock.pass_by(seconds=15)
    assert one.post(**GIVEN).status_code == 303


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"on": "2026-11-24"}, "Choose the day"),
        ({"on": "2026-11-01"}, "Choose the day"),
        ({"on": "test"}, "Choose the day"),
        ({"minutes": "an hour"}, "Write the minutes in figures"),
        ({"minutes": "0"}, "minutes must be between"),
        ({"miles": "1e3"}, "Write the miles in figures"),
        ({"miles": "501"}, "miles must be between"),
        ({"miles": '"><script>'}, "Write the miles in figures"),
    ],
)
def test_odd_answers_are_asked_about(one: Visiting, fields: Mapping[str, str], words: str) -> None:
    page = one.post(**{**GIVEN, **fields})
    assert (page.status_code, words in page.text) == (422, True)
    assert "<script" not in page.text.partition("<main")[2]
    assert one.visits() == []


@pytest.fixture
def one(service: Service) -> Visiting:
    return on_the_way(service)


def test_a_program_that_opens_and_sends_everything_changes_nothing(one: Visiting) -> None:
    before = one.office.everything()
    for words in ("", "test"):
        typed = dict.fromkeys(("proof", "minutes", "miles", "again"), words)
        for to in ("", "given", "nobody", "off"):
            for method in ("HEAD", "GET"):
                assert visit(method, one.url + (f"?to={to}" if to else "")).status_code == 200
            for _ in range(6):
                assert one.post(answer=to or "prove", on=TODAY, **typed).status_code == 422
    assert visit("POST", one.url, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert one.office.everything() == before
    assert "Rita" in one.prove().text


def test_a_report_taken_back_in_the_office_can_be_made_again_another_day(one: Visiting) -> None:
    one.post(**GIVEN)
    assert heading(one.get().text) == "Thank you"
    action = next(e.action for e in cw.history(one.office.director, one.match) if e.verb == "report_visit")
    cw.undo(one.office.director, action)
    assert heading(one.get().text) == "Your visit"
    assert one.post(**{**GIVEN, "on": "2026-11-22"}).status_code == 303
    assert one.status == "completed"


def test_a_link_is_closed_like_any_other_when_a_concern_names_the_volunteer(one: Visiting) -> None:
    one.prove()
    volunteer = Record("volunteers", one.volunteer)
    one.service.book.write(lambda connection: keep_apart(connection, "S-INVENTED", [volunteer]))
    closed = visit("GET", f"{one.service.url}/visit/{'a' * 40}")
    pages = [
        one.get(),
        one.get("given"),
        *(one.post(**each) for each in (GIVEN, OFF, {"answer": "prove", "proof": "1"})),
    ]
    assert {(page.status_code, page.content) for page in pages} == {(404, closed.content)}


def test_until_the_person_had_time_to_object_only_a_no_is_taken(one: Visiting) -> None:
    row = one.office.row("matches", one.match)
    one.office.set(row, "status", "accepted")
    page = one.get()
    assert heading(page.text) == "Please wait a little"
    assert "We have not told them yet" in page.text
    for fields in (GIVEN, NOBODY, {"answer": "prove", "proof": "0123"}):
        page = one.send(**fields)
        assert heading(page.text) == "Please wait a little"
        assert ("We have not taken what you sent" in page.text) == (fields["answer"] != "prove")
    assert one.visits() == []
    assert one.post(**OFF).status_code == 303
    assert one.status == "cancelled"


def test_where_concerns_are_received_a_worry_leads_to_their_form(one: Visiting, serve: Serve, tmp_path: Path) -> None:
    assert "harm or neglect" not in one.get("given").text
    listed(tmp_path)
    other = on_the_way(serve(environ=PLAIN))
    for page in (other.get("given"), other.send(**GIVEN, worried="yes")):
        (link,) = re.findall(r'<a href="([^"]+)">Does somebody harm', page.text)
        form = visit("GET", str(page.url.join(link)))
        assert (form.status_code, "in danger" in form.text) == (200, True)
