"""The page that asks a resident how it was: one form, what they typed survives, and it is written down once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import escape

import httpx
import pytest

from community.tables.row_types import FeedbackRow
from tests.casework.coming import resident_of
from tests.intake.answering import PUBLIC, Asked
from tests.intake.conftest import Serve, Service
from tests.intake.telling import PERSONAL, asked_how_it_was
from tests.intake.walking import heading, visit

KIND = "Lovely.\r\nShe <b>sang</b> & stayed."
ALL = {"score": "5", "again": "yes", "words": KIND, "print": "with_first_name"}


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PUBLIC)


def given(asked: Asked) -> list[FeedbackRow]:
    return asked.service.book.rows(FeedbackRow, lambda c: [c.about == asked.match])


def test_one_form_asks_and_nothing_of_it_is_chosen_at_first(service: Service) -> None:
    asked = asked_how_it_was(service)
    page = asked.get()
    assert (page.status_code, heading(page.text)) == (200, "How was it?")
    for words in (
        "Vera helped you: dog walking.", "Very good", "Not so good", "I would like Vera to help me again",
        "Is there anything you would like to say?", "don’t read this at once", "May we print what you say?",
        "If you touch nothing, we don’t print it", "In danger, ring", service.settings.community.telephone,
    ):  # fmt: skip
        assert words in page.text, words
    assert "checked" not in page.text
    assert "required" not in page.text
    assert not any(each in page.text for each in (*PERSONAL, asked.token, asked.match))
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"


def test_what_they_say_is_written_down_once_and_thanked_for(service: Service) -> None:
    asked = asked_how_it_was(service)
    done = asked.post(**ALL)
    assert heading(done.text) == "Thank you"
    assert "We ask whether they can help you again" in done.text
    assert not any(each in done.text for each in (*PERSONAL, "sang"))
    for page in (asked.get(), asked.post(score="1", words="Somebody else opened this")):
        assert heading(page.text) == "Thank you"
        assert "You have told us how it was" in page.text
    (row,) = given(asked)
    assert (row.score, row.words, row.may_publish) == (5, KIND.replace("\r\n", "\n"), "with_first_name")
    assert row.from_whom == resident_of(asked.office, asked.match)
    assert len(asked.calls("same volunteer again")) == 1


def test_somebody_who_was_not_content_hears_that_we_get_in_touch(service: Service) -> None:
    asked = asked_how_it_was(service)
    done = asked.post(score="2")
    assert "Somebody gets in touch with you about it" in done.text
    assert len(asked.calls("it was not good")) == 1
    (row,) = given(asked)
    assert (row.score, row.words, row.may_publish) == (2, None, "no")


def test_words_are_printed_only_where_they_say_so(service: Service) -> None:
    for may, kept in (("", "no"), ("without_name", "without_name"), ("everywhere", "no"), ("no", "no")):
        asked = asked_how_it_was(service)
        asked.post(words="Thank you", print=may)
        (row,) = given(asked)
        assert (row.score, row.may_publish) == (None, kept)


@pytest.mark.parametrize(
    "fields", [{"words": ""}, {"words": " \n "}, {"score": "6"}, {"score": "five"}, {"print": "no"}]
)
def test_saying_nothing_is_asked_about(service: Service, fields: dict[str, str]) -> None:
    asked = asked_how_it_was(service)
    page = asked.post(**fields)
    assert page.status_code == 422
    assert '<a href="#score">Say how it was, or say something about it.</a>' in page.text
    assert 'id="score-error"' in page.text
    assert given(asked) == []


def test_too_many_words_are_kept_in_the_form_with_all_else(service: Service) -> None:
    asked = asked_how_it_was(service)
    long = "\r\n" + "ä" * 1_998 + KIND
    page = asked.post(**ALL | {"words": long})
    assert page.status_code == 422
    assert '<a href="#words">Please say it in at most 2,000 letters.</a>' in page.text
    assert f">\n{escape(long.replace(chr(13), ''))}</textarea>" in page.text
    assert page.text.count(" checked") == 3
    assert given(asked) == []
    # Browsers send two signs for each line break; people typed one letter.
    assert asked.post(words="a\r\n" * 1_000).status_code == 200
    assert len(given(asked)) == 1


def test_what_came_too_fast_is_kept_in_the_form_and_sent_once_more(service: Service) -> None:
    asked = asked_how_it_was(service, in_time=False)
    page = asked.post(**ALL)
    assert page.status_code == 200
    assert "We have not written this down yet" in page.text
    assert "She &lt;b&gt;sang" in page.text
    assert page.text.count(" checked") == 3
    assert given(asked) == []
    service.clock.pass_by(seconds=11)
    assert heading(asked.post(**ALL).text) == "Thank you"
    assert len(given(asked)) == 1


def test_sent_twice_at_one_moment_it_is_written_down_once(service: Service) -> None:
    asked = asked_how_it_was(service)
    with ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda _: asked.post(**ALL), range(4)))
    assert {heading(page.text) for page in pages} == {"Thank you"}
    assert len(given(asked)) == 1


def test_after_the_form_a_reload_sends_nothing_again(service: Service) -> None:
    asked = asked_how_it_was(service)
    with httpx.Client(trust_env=False, timeout=600) as client:
        answer = client.post(asked.url, data=ALL)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(asked.token)
    assert "words" not in answer.headers["location"]
    before = asked.office.everything()
    for to in ("", "?to=unhappy", "?to=asked-again", "?to=score", "?score=1&words=x"):
        assert visit("GET", asked.url + to).status_code == 200
        assert visit("HEAD", asked.url + to).content == b""
    assert asked.office.everything() == before


def test_somebody_who_wants_nobody_to_know_reads_no_task(service: Service) -> None:
    asked = asked_how_it_was(service)
    resident = asked.office.row("residents", resident_of(asked.office, asked.match))
    asked.office.set(resident, "say_instead", "Say it is the choir")
    page = asked.get().text
    assert "Vera helped you." in page
    assert "dog walking" not in page


def test_a_message_that_was_forwarded_lets_somebody_else_change_nothing_later(service: Service) -> None:
    asked = asked_how_it_was(service)
    asked.post(score="4")
    service.clock.pass_by(days=3)
    asked.post(score="1", words="Not from them")
    (row,) = given(asked)
    assert row.score == 4
    service.clock.now += timedelta(days=30)
    assert visit("GET", asked.url).status_code == 404
