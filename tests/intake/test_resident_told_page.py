"""The page that tells a resident who comes: what it says, what each answer does, and all that does nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

import community.casework as cw
from community.links import door_word
from community.tables.message_codes import ResidentAnswer
from community.tables.row_types import ContactRow
from tests.casework.coming import of_kind, resident_of
from tests.casework.office import TODAY
from tests.intake.answering import PUBLIC, Asked
from tests.intake.conftest import Serve, Service
from tests.intake.telling import PERSONAL, on_its_way, passed_on, told
from tests.intake.walking import heading, visit

TICKED = {"sure": "yes"}
SECOND_PAGES = {
    "fine": "Does this suit you?",
    "another_day": "Another day?",
    "not_then": "Not that day?",
    "somebody_else": "Somebody else?",
    "not_needed": "Not needed any more?",
}


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PUBLIC)


def answers(asked: Asked) -> list[str]:
    """What the resident has answered, by kind."""
    resident = resident_of(asked.office, asked.match)
    with asked.service.book.reading() as reader:
        rows = reader.rows(ContactRow, lambda c: [c.with_whom == resident, c.direction == "in"])
        return sorted(str(row.outcome) for row in rows)


def test_the_link_says_who_comes_and_when_with_the_password_and_nothing_about_anybody(service: Service) -> None:
    asked = told(service, on=TODAY + timedelta(days=1), part="morning")
    page = asked.get()
    assert page.status_code == 200
    assert heading(page.text) == "Vera comes to you"
    word = door_word(service.settings, asked.match)
    for words in (
        "Dog walking", "Tuesday 24 November, in the morning", f'class="cc-reference">{word}<', "before you open",
        "Keep the door shut", "Never give anybody your card, your PIN", "If it suits you, you need do nothing",
        "Vera may see your name and how to reach you from Monday 23 November, 12.", "unless you say no",
    ):  # fmt: skip
        assert words in page.text, words
    number = service.settings.community.telephone
    below = page.text[page.text.index("<main") :]
    assert below.index(number) < below.index("Dog walking"), "whom to ring stands first"
    assert below.rindex(number) > below.rindex("cc-button"), "and last"
    for to in ("", *SECOND_PAGES):
        page = asked.get(to)
        found = [each for each in (*PERSONAL, asked.token, asked.match, asked.volunteer) if each in page.text]
        assert found == []
        assert page.headers.get_list("referrer-policy") == ["no-referrer"]
        assert page.headers["cache-control"] == "no-store"
        assert "noindex" in page.headers["x-robots-tag"]
        assert "set-cookie" not in page.headers


def test_the_word_that_they_chose_is_the_password(service: Service) -> None:
    asked = told(service)
    resident = asked.office.row("residents", resident_of(asked.office, asked.match))
    asked.office.set(resident, "door_word", "blue <teapot>")
    page = asked.get().text
    assert 'class="cc-reference">blue &lt;teapot&gt;<' in page
    assert str(door_word(service.settings, asked.match)) not in page


def test_help_by_telephone_has_no_door(service: Service) -> None:
    asked = told(service)
    asked.office.set(asked.office.row("needs", asked.need), "task_type", "phone_call")
    page = asked.get().text
    assert heading(page) == "Vera rings you"
    assert "Put the telephone down" in page
    assert "somebody else rang" in page
    assert "Keep the door" not in page


def test_somebody_who_wants_nobody_to_know_reads_no_task(service: Service) -> None:
    asked = told(service)
    resident = asked.office.row("residents", resident_of(asked.office, asked.match))
    asked.office.set(resident, "say_instead", "Say it is the choir")
    for to in ("", "fine"):
        page = asked.get(to).text
        assert "og walking" not in page
        assert "the choir" not in page


def test_a_day_that_is_over_is_not_shown_as_one_to_come(service: Service) -> None:
    asked = told(service, on=TODAY, part="morning")
    asked.office.set(asked.office.row("matches", asked.match), "first_on", date(2026, 11, 22))
    page = asked.get().text
    assert "22 November" not in page
    assert "in the morning" not in page


@pytest.mark.parametrize("answer", ResidentAnswer)
def test_each_answer_takes_a_second_page_a_tick_and_a_button(service: Service, answer: ResidentAnswer) -> None:
    asked = told(service, on=TODAY + timedelta(days=2))
    before = asked.office.everything()
    assert f'href="?to={answer}"' in asked.get().text
    assert heading(asked.get(answer).text) == SECOND_PAGES[answer]
    for fields in ({}, {"sure": "no"}, {"sure": ""}, {"why": "yes"}):
        refused = asked.post(answer=answer, **fields)
        assert refused.status_code == 422
        for words in ('<a href="#sure">Tick the box', 'aria-describedby="sure-error"', 'id="sure-error"'):
            assert words in refused.text
    assert asked.office.everything() == before
    assert asked.post(answer=answer, on="2026-11-25", **TICKED).status_code == 200
    assert asked.office.everything() != before


def test_what_suits_them_lets_the_volunteer_know_at_once_and_can_still_change(service: Service) -> None:
    asked = told(service)
    assert "how to reach you from now on" in asked.get("fine").text
    done = asked.post(answer="fine", **TICKED)
    assert heading(done.text) == "Vera comes to you"
    assert "You told us that this suits you" in done.text
    assert 'href="?to=fine"' not in done.text
    assert "how to reach you" not in done.text, "Vera may know by now"
    assert cw.release(asked.office.handler, asked.match, seen="active").words
    for to in ("", "fine"):
        assert "You told us that this suits you" in asked.get(to).text
    asked.post(answer="not_needed", **TICKED)
    assert asked.status == "cancelled"


def test_another_day_says_that_it_stays_as_it_is_until_we_are_in_touch(service: Service) -> None:
    asked = told(service, on=TODAY + timedelta(days=1), part="morning")
    still = "Vera comes on Tuesday 24 November, in the morning. If it can’t wait, ring us."
    assert still in asked.get("another_day").text
    done = asked.post(answer="another_day", **TICKED)
    assert "We get in touch with you to find another day" in done.text
    assert still in done.text
    assert (asked.status, len(asked.calls("another day"))) == ("active", 1)
    # Once more from a page that was open all the time.
    assert "We get in touch with you" in asked.post(answer="another_day", **TICKED).text
    assert len(asked.calls("another day")) == 1
    assert 'href="?to=fine"' not in done.text


def test_one_day_is_called_off_alone_and_only_the_one_that_the_page_showed(service: Service) -> None:
    asked = told(service, on=TODAY + timedelta(days=2))
    page = asked.get("not_then").text
    assert "Wednesday 25 November" in page
    assert 'name="on" value="2026-11-25"' in page
    for on in ("", "2026-11-26", "nonsense"):
        assert "Please ring us about this" in asked.post(answer="not_then", on=on, **TICKED).text
    assert asked.calls() == []
    done = asked.post(answer="not_then", on="2026-11-25", **TICKED)
    assert "Nobody comes or rings that day" in done.text
    assert "25 November" not in done.text
    assert 'href="?to=not_then"' not in done.text, "no day is agreed now"
    assert (asked.status, len(asked.calls("not expected now"))) == ("active", 1)


def test_somebody_else_is_found_without_a_reason_and_the_page_of_a_worry_is_named(service: Service) -> None:
    asked = told(service)
    page = asked.get("somebody_else").text
    assert "you need not say why" in page
    assert "We don’t send Vera to you again" in page
    assert "Has something happened that worries you?" in page
    done = asked.post(answer="somebody_else", **TICKED)
    assert heading(done.text) == "We have called it off"
    assert "We look for somebody else" in done.text
    assert asked.status == "cancelled"
    assert heading(asked.get().text) == "We have called it off"
    need = asked.office.row("needs", asked.need)
    assert need["status"] == "open"
    with pytest.raises(cw.NotNow):
        cw.choose(asked.office.director, asked.need, asked.volunteer)


def test_the_form_for_a_concern_is_named_only_where_somebody_reads_it(serve: Serve) -> None:
    asked = told(serve(environ=PUBLIC))
    assert "/safeguarding/adult/" not in asked.get("somebody_else").text
    asked = told(serve(environ=PUBLIC | {"DEMO": "yes"}))
    assert 'href="../safeguarding/adult/"' in asked.get("somebody_else").text


def test_no_longer_needed_closes_it(service: Service) -> None:
    asked = told(service)
    done = asked.post(answer="not_needed", **TICKED)
    assert heading(done.text) == "We have called it off"
    assert "We look for nobody else for this" in done.text
    need = asked.office.row("needs", asked.need)
    assert (need["status"], need["closed_reason"]) == ("closed", "not_wanted")
    assert asked.office.row("residents", resident_of(asked.office, asked.match))["avoids"] is None


@pytest.mark.parametrize("answer", ResidentAnswer)
def test_what_we_called_off_meanwhile_is_not_answered_any_more(service: Service, answer: ResidentAnswer) -> None:
    asked = told(service)
    cw.cancel(asked.office.director, asked.match, seen="active")
    before = asked.office.everything()
    for page in (asked.get(), asked.get(answer), asked.post(answer=answer, **TICKED)):
        assert heading(page.text) == "This is settled"
        assert str(door_word(service.settings, asked.match)) not in page.text
    assert asked.office.everything() == before


def test_the_same_answer_twice_and_at_one_moment_is_one(service: Service) -> None:
    asked = told(service)
    for answer in ("fine", "another_day", "somebody_else"):
        with ThreadPoolExecutor(4) as pool:
            pages = list(pool.map(lambda _: asked.post(answer=answer, **TICKED), range(4)))  # noqa: B023
        assert {page.status_code for page in pages} == {200}
        assert len({heading(page.text) for page in pages}) == 1
    assert answers(asked) == ["no", "yes"]


def test_a_message_that_was_passed_on_but_not_ticked_off_is_answered_all_the_same(service: Service) -> None:
    fine, other = passed_on(service), passed_on(service)
    assert "how to reach you from Monday" not in fine.get().text
    fine.post(answer="fine", **TICKED)
    assert fine.status == "active"
    other.post(answer="somebody_else", **TICKED)
    assert other.status == "cancelled"
    # Nobody is asked to pass on the volunteer's link to a match that is off.
    assert of_kind(other.office, other.match, "resident_knows") == []
    for each in (fine, other):
        assert each.office.row("messages", each.message)["status"] == "sent"


def test_nothing_is_decided_by_looking_however_often(service: Service) -> None:
    asked = told(service)
    before = asked.office.everything()
    for to in ("", *(f"?to={each}" for each in SECOND_PAGES), "?answer=fine&sure=yes", "?to=doubted", "?to=ring"):
        for method in ("GET", "HEAD"):
            for _ in range(3):
                assert visit(method, asked.url + to).status_code == 200
    assert visit("HEAD", asked.url).content == b""
    assert asked.office.everything() == before


@pytest.mark.parametrize("answer", ["", "yes", "no", "off", "FINE", "comes"])
def test_answers_that_are_none_lead_back_to_the_page(service: Service, answer: str) -> None:
    asked = told(service)
    before = asked.office.everything()
    assert heading(asked.post(answer=answer, **TICKED).text) == "Vera comes to you"
    assert asked.office.everything() == before


def test_an_answer_within_seconds_of_the_message_counts_for_nothing_and_somebody_is_to_ask(service: Service) -> None:
    asked = on_its_way(service)
    for answer in set(ResidentAnswer) - {ResidentAnswer.NOT_THEN}:
        assert "not counted your answer yet" in asked.post(answer=answer, **TICKED).text
    assert (asked.status, len(asked.calls())) == ("accepted", 1)
    service.clock.pass_by(seconds=11)
    asked.post(answer="fine", **TICKED)
    assert (asked.status, asked.calls()) == ("active", [])
