"""Links in messages that do not open are one page, links stand in no log, and too much is stopped as for forms."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import httpx
import pytest
import structlog

import community.casework as cw
from community.book import BookUnavailable
from community.book.concern_register import keep_apart
from community.book.record_types import Record
from community.links import link_keys, sign
from community.tables.ids import mint
from community.tables.link_purposes import Purpose
from community.tables.statuses import MatchStatus
from community.tables.vocabulary import ReachBy
from intake.link_endpoint import PURPOSES
from tests.book.test_erasing import erase_whom
from tests.casework.coming import resident_of
from tests.commands.processes import until
from tests.intake.answering import PUBLIC, ask, office_of
from tests.intake.conftest import Serve, Service
from tests.intake.telling import PERSONAL, asked_how_it_was, passed_on, told
from tests.intake.walking import visit

ONE_TICK = {"sure": "yes"}


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PUBLIC)


def not_open(service: Service) -> dict[str, str]:
    """Links that do not open, each for another reason."""
    keys, later = link_keys(service.settings), service.clock.now + timedelta(days=14)
    asked, undone, again, gone, named = (ask(service) for _ in range(5))
    for each in (undone, again):
        cw.pass_on(each.office.director, each.message)  # so the volunteer has it, and it can't be withdrawn
    cw.undo(undone.office.director, undone.action)
    cw.undo(again.office.director, again.action)
    cw.offer(again.office.director, again.match, ReachBy.EMAIL, seen="approved")
    erase_whom(service.book, gone.volunteer)
    volunteer = Record("volunteers", named.volunteer)
    service.book.write(lambda connection: keep_apart(connection, "S-INVENTED", [volunteer]))
    return {
        "forged": asked.token[:-1] + ("a" if asked.token[-1] != "a" else "b"),
        "joined": undone.token[:16] + asked.token[16:],
        "for another purpose": sign(keys, Purpose.VISIT, asked.message, later),
        "run out": sign(keys, Purpose.OFFER, asked.message, service.clock.now),
        "of another key": sign(("x" * 43,), Purpose.OFFER, asked.message, later),
        "of no message": sign(keys, Purpose.OFFER, mint("D"), later),
        "taken back": undone.token,
        "asked anew": again.token,
        "of somebody who was erased": gone.token,
        "of somebody whom a concern names": named.token,
        "nonsense": "%00%FF",
    }


def test_all_that_does_not_open_is_one_page_and_nothing_comes_of_it(service: Service) -> None:
    links = not_open(service)
    before = office_of(service).everything()
    yes = {"answer": "yes"} | ONE_TICK
    pages = {
        (name, method): visit(method, f"{service.url}/offer/{token}", data=yes if method == "POST" else None)
        for name, token in links.items()
        for method in ("GET", "POST")
    }
    first = pages["forged", "GET"]
    assert first.status_code == 404
    assert "This link does not open any more" in first.text
    assert "0300 247 0050" in first.text
    for name, page in pages.items():
        same = (page.status_code, page.content, {**page.headers, "date": ""})
        assert same == (404, first.content, {**first.headers, "date": ""}), name
    assert office_of(service).everything() == before


def test_a_link_of_one_purpose_opens_no_page_of_another(service: Service) -> None:
    offered, informed, heard = ask(service), told(service), asked_how_it_was(service)
    before = offered.office.everything()
    closed = visit("GET", f"{service.url}/offer/{'a' * 40}").content
    fields = {"answer": "not_needed", "sure": "yes", "score": "1", "stop": "yes"}
    keys, later = link_keys(service.settings), service.clock.now + timedelta(days=14)
    for asked in (offered, informed, heard):
        for folder, purpose in PURPOSES.items():
            if purpose == asked.purpose:
                continue
            # The link of this message as it is, and, but for STOP, one that was signed for the other purpose.
            signed = [] if purpose == Purpose.STOP else [sign(keys, purpose, asked.message, later)]
            for token in (asked.token, *signed):
                link = f"{service.url}/{folder}/{token}"
                pages = (visit("GET", link), visit("POST", link, data=fields))
                assert [(page.status_code, page.content) for page in pages] == [(404, closed)] * 2, (folder, asked)
    assert offered.office.everything() == before


@pytest.mark.parametrize(
    ("column", "value"), [("died_on", date(2026, 11, 23)), ("not_safe", "email; text"), ("stopped", "email; text")]
)
def test_a_residents_link_closes_when_they_have_died_or_messages_are_not_safe_for_them(
    service: Service, column: str, value: object
) -> None:
    informed, heard = told(service), asked_how_it_was(service)
    for asked in (informed, heard):
        resident = asked.office.row("residents", resident_of(asked.office, asked.match))
        asked.office.set(resident, column, value)
    before = informed.office.everything()
    # Whoever stopped messages still has those that came before.
    opens = 200 if column == "stopped" else 404
    assert {asked.get().status_code for asked in (informed, heard)} == {opens}
    if opens == 404:
        for asked in (informed, heard):
            assert asked.post(answer="not_needed", sure="yes", score="1").status_code == 404
    assert informed.office.everything() == before


def test_a_residents_link_closes_when_they_are_erased_or_the_message_is_taken_back(service: Service) -> None:
    informed, heard, undone = told(service), asked_how_it_was(service), passed_on(service)
    closed = visit("GET", f"{service.url}/offer/{'a' * 40}").content
    assert {asked.get().status_code for asked in (informed, heard, undone)} == {200}
    for asked in (informed, heard):
        erase_whom(service.book, resident_of(asked.office, asked.match))
    cw.undo(undone.office.director, undone.action)
    for asked in (informed, heard, undone):
        pages = (asked.get(), asked.post(answer="not_needed", sure="yes", score="1"))
        assert [(page.status_code, page.content) for page in pages] == [(404, closed)] * 2


def test_no_link_stands_in_the_log_whatever_goes_wrong(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, informed, heard = ask(service), told(service), asked_how_it_was(service)
    with structlog.testing.capture_logs() as logged:
        informed.post(answer="fine", sure="yes")
        heard.post(score="9", words="Unmistakable")
        heard.post(score="4", words="Unmistakable")
        asked.get("yes")
        asked.post(answer="yes", **ONE_TICK)
        visit("POST", asked.url, json={"answer": "yes"})
        visit("POST", asked.url, data={"answer": "x" * 600_000})
        monkeypatch.setattr(service.book, "decide", broken)
        assert asked.post(answer="off", **ONE_TICK).status_code == 503
        monkeypatch.setattr(service.book, "reading", broken_otherwise)
        assert asked.get().status_code == 500
        until(lambda: [each for each in logged if each["event"] == "fault"])  # written after the answer went out
    log = str(logged)
    assert "offer_answered" in log
    assert "post_refused" in log
    assert "who_comes_answered" in log
    assert "voice_given" in log
    for secret in (asked.token, informed.token, heard.token, "Unmistakable", *PERSONAL):
        assert secret not in log


def broken(*_: object, **__: object) -> None:
    raise BookUnavailable("the disk is full")


def broken_otherwise(*_: object, **__: object) -> None:
    raise RuntimeError("something else")


def test_too_much_from_one_place_is_stopped_as_for_forms(serve: Serve) -> None:
    service = serve(environ=PUBLIC | {"TRUSTED_PROXY": "yes"})
    asked = ask(service)
    # A proxy that is trusted says who asks; without one, this machine itself is not counted.
    headers = {"x-forwarded-for": "203.0.113.7"}
    # A link that does not open counts as well: whoever guesses is stopped.
    guess = f"{service.url}/offer/{'a' * 40}"
    with httpx.Client(trust_env=False, timeout=600) as client, ThreadPoolExecutor(10) as people:

        def press(url: str) -> int:
            return client.post(url, data={"answer": "no"}, headers=headers).status_code

        statuses = [*people.map(press, [guess] * 400), press(asked.url)]
    assert statuses == [404] * 400 + [429]


def test_without_a_public_address_there_are_no_such_pages(serve: Serve) -> None:
    service = serve()
    asked = ask(service)
    page = asked.get()
    assert (page.status_code, page.text) == (404, visit("GET", f"{service.url}/nowhere/").text)
    assert asked.post(answer="yes", **ONE_TICK).status_code == 405
    assert asked.status == MatchStatus.OFFERED
