"""The page behind an offer's link: what it says, what each answer does, and all that does nothing."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

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
from community.tables.row_types import ContactRow, MatchRow, VolunteerRow
from community.tables.statuses import MatchStatus
from community.tables.vocabulary import ReachBy
from tests.book.test_erasing import erase_whom
from tests.commands.processes import until
from tests.intake.answering import PUBLIC, SECRETS, ask, office_of, went_out
from tests.intake.conftest import Serve, Service
from tests.intake.walking import visit

ONE_TICK = {"sure": "yes"}


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PUBLIC)


def heading(html: str) -> str:
    found = re.search(r'<h1 id="page-title">(.*?)</h1>', html)
    assert found
    return found[1]


def answers(service: Service, match: str) -> list[str]:
    with service.book.reading() as reader:
        rows = reader.rows(ContactRow, lambda c: [c.about == match, c.direction == "in"], order="at")
        return [str(row.outcome) for row in rows]


def test_the_link_shows_what_is_asked_and_nothing_about_anybody(service: Service) -> None:
    asked = ask(service)
    page = asked.get()
    assert page.status_code == 200
    assert heading(page.text) == "Could you help a neighbour?"
    for words in ("near BA1", "Answer by", "Wednesday 25 November, 5 pm", "name, address and telephone number", "0300"):
        assert words in page.text, words
    for to in ("", "yes", "no", "rest"):
        page = asked.get(to)
        found = [secret for secret in (*SECRETS, asked.token, asked.match, asked.volunteer) if secret in page.text]
        assert found == []
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers.get_list("referrer-policy") == ["no-referrer"]
    assert page.headers["cache-control"] == "no-store"
    assert "noindex" in page.headers["x-robots-tag"]
    assert "set-cookie" not in page.headers


def test_a_yes_takes_a_second_page_a_tick_and_a_button(service: Service) -> None:
    asked = ask(service)
    assert "I can" in asked.get().text
    assert heading(asked.get("yes").text) == "Can you do this?"
    refused = asked.post(answer="yes")
    assert refused.status_code == 422
    assert "Tick the box" in refused.text
    assert asked.status == MatchStatus.OFFERED
    done = asked.post(answer="yes", **ONE_TICK)
    assert heading(done.text) == "Thank you. You said yes"
    assert asked.status == MatchStatus.ACCEPTED
    assert heading(asked.get().text) == "Thank you. You said yes"
    assert not any(secret in done.text for secret in SECRETS)


@pytest.mark.parametrize(("why", "kept"), [("far", "Too far"), ("time", "No time that day"), ("unsaid", None)])
def test_a_no_takes_one_touch_whose_reason_is_kept_unless_they_would_rather_not_say(
    service: Service, why: str, kept: str | None
) -> None:
    asked = ask(service)
    assert asked.post(answer="no").status_code == 422
    assert asked.post(answer="no", why="<b>mine</b>").status_code == 422
    assert asked.status == MatchStatus.OFFERED
    done = asked.post(answer="no", why=why)
    assert heading(done.text) == "Thank you for telling us"
    assert "changed your mind, ring us" in done.text
    assert asked.status == MatchStatus.DECLINED
    with service.book.reading() as reader:
        match = reader.get(MatchRow, asked.match)
        assert match is not None
        assert match.ended_reason == kept


def test_somebody_who_wants_a_rest_is_told_for_how_long(service: Service) -> None:
    asked = ask(service)
    assert "30 days" in asked.get("rest").text
    assert asked.post(answer="rest").status_code == 422
    done = asked.post(answer="rest", **ONE_TICK)
    assert "We ask you nothing for 30 days" in done.text
    assert asked.status == MatchStatus.DECLINED
    with service.book.reading() as reader:
        volunteer = reader.get(VolunteerRow, asked.volunteer)
        assert volunteer is not None
        assert volunteer.hold_until is not None
        assert volunteer.hold_until[:10] == "2026-12-23"


def test_a_yes_is_taken_back_by_the_same_link_in_two_steps(service: Service) -> None:
    asked = ask(service)
    asked.post(answer="yes", **ONE_TICK)
    assert "I can’t after all" in asked.get().text
    assert "we ring the person" in asked.get("off").text
    assert asked.status == MatchStatus.ACCEPTED
    assert asked.post(answer="off").status_code == 422
    # A no from a page that was open since before the yes asks once more.
    assert heading(asked.post(answer="no", why="far").text) == "Thank you. You said yes"
    assert heading(asked.post(answer="off", **ONE_TICK).text) == "Thank you for telling us"
    assert asked.status == MatchStatus.CANCELLED
    assert answers(service, asked.match) == ["yes", "no"]


def test_two_yeses_at_one_moment_are_one(service: Service) -> None:
    asked = ask(service)
    with ThreadPoolExecutor(8) as pool:
        pages = list(pool.map(lambda _: asked.post(answer="yes", **ONE_TICK), range(8)))
    assert {(page.status_code, heading(page.text)) for page in pages} == {(200, "Thank you. You said yes")}
    assert answers(service, asked.match) == ["yes"]


def test_a_yes_and_a_no_at_one_moment_leave_one_of_the_two(service: Service) -> None:
    asked = ask(service)
    both = ({"answer": "yes"} | ONE_TICK, {"answer": "no", "why": "far"})
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda fields: asked.post(**fields), both))
    said = answers(service, asked.match)
    assert (asked.status, said[-1]) in {("accepted", "yes"), ("declined", "no"), ("cancelled", "no")}


def test_an_offer_that_was_passed_on_but_not_ticked_off_still_opens_after_the_answer(service: Service) -> None:
    asked = ask(service)
    assert service.book.get("messages", asked.message)["status"] == "by_hand"  # type: ignore[index]
    asked.post(answer="yes", **ONE_TICK)
    assert service.book.get("messages", asked.message)["status"] == "sent"  # type: ignore[index]
    assert asked.get().status_code == 200


def test_nothing_is_decided_by_looking_however_often(service: Service) -> None:
    asked = ask(service)
    before = asked.office.everything()
    for to in ("", "?to=yes", "?to=no", "?to=rest", "?to=off", "?answer=yes&sure=yes", "?to=doubted"):
        for method in ("GET", "HEAD"):
            for _ in range(10):
                assert visit(method, asked.url + to).status_code == 200
    assert visit("HEAD", asked.url).content == b""
    assert asked.office.everything() == before


def test_a_message_that_was_forwarded_gives_nothing_away_after_the_yes_either(service: Service) -> None:
    asked = ask(service)
    asked.post(answer="yes", **ONE_TICK)
    cw.release(asked.office.director, asked.match, seen="accepted")
    for to in ("", "off"):
        assert not any(secret in asked.get(to).text for secret in SECRETS)


def test_an_offer_that_the_coordinator_settled_meanwhile_says_so(service: Service) -> None:
    asked = ask(service)
    cw.pass_on(asked.office.director, asked.message)
    cw.close_need(asked.office.director, asked.need, "not_wanted")
    page = asked.post(answer="yes", **ONE_TICK)
    assert heading(page.text) == "Thank you. This is settled"
    assert asked.status != MatchStatus.ACCEPTED


def test_a_volunteer_whom_a_rule_now_forbids_is_asked_to_ring_and_not_told_why(service: Service) -> None:
    asked = ask(service)
    volunteer = asked.office.row("volunteers", asked.volunteer)
    asked.office.set(volunteer, "tasks", "shopping")
    page = asked.post(answer="yes", **ONE_TICK)
    assert "Please ring us about this" in page.text
    assert asked.status == MatchStatus.OFFERED
    assert "hopping" not in page.text


def test_an_answer_within_seconds_of_the_message_counts_for_nothing_and_somebody_rings(service: Service) -> None:
    asked = ask(service, by_itself=True)
    for _ in range(2):  # while the server looks through it
        page = asked.post(answer="yes", **ONE_TICK)
        assert "not counted your answer yet" in page.text
    went_out(asked)
    service.clock.pass_by(seconds=9)
    assert "not counted" in asked.post(answer="no", why="far").text
    assert "not counted" in asked.post(answer="rest", **ONE_TICK).text
    assert asked.status == MatchStatus.OFFERED
    assert len(asked.calls()) == 1
    service.clock.pass_by(seconds=2)
    assert heading(asked.post(answer="yes", **ONE_TICK).text) == "Thank you. You said yes"
    assert asked.status == MatchStatus.ACCEPTED
    assert asked.calls() == []


def test_answers_to_two_offers_within_seconds_are_not_both_believed(service: Service) -> None:
    first = ask(service)
    second = ask(service, volunteer=first.volunteer)
    other = ask(service)
    first.post(answer="yes", **ONE_TICK)
    assert "not counted" in second.post(answer="yes", **ONE_TICK).text
    assert second.status == MatchStatus.OFFERED
    assert len(second.calls()) == 1
    # Somebody else may answer at the same moment.
    assert heading(other.post(answer="yes", **ONE_TICK).text) == "Thank you. You said yes"
    service.clock.pass_by(seconds=6)
    second.post(answer="yes", **ONE_TICK)
    assert second.status == MatchStatus.ACCEPTED


def not_open(service: Service) -> dict[str, str]:
    """Links that do not open, each for another reason."""
    keys, later = link_keys(service.settings), service.clock.now + timedelta(days=14)
    asked, undone, again, gone, named = (ask(service) for _ in range(5))
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


def test_no_link_stands_in_the_log_whatever_goes_wrong(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ask(service)
    with structlog.testing.capture_logs() as logged:
        asked.get("yes")
        asked.post(answer="yes", **ONE_TICK)
        visit("POST", asked.url, json={"answer": "yes"})
        visit("POST", asked.url, data={"answer": "x" * 600_000})
        monkeypatch.setattr(service.book, "decide", broken)
        assert asked.post(answer="off", **ONE_TICK).status_code == 503
        monkeypatch.setattr(service.book, "reading", broken_otherwise)
        assert asked.get().status_code == 500
        until(lambda: [each for each in logged if each["event"] == "fault"])  # written after the answer went out
    told = str(logged)
    assert "offer_answered" in told
    assert "post_refused" in told
    assert asked.token not in told


def broken(*_: object, **__: object) -> None:
    raise BookUnavailable("the disk is full")


def broken_otherwise(*_: object, **__: object) -> None:
    raise RuntimeError("something else")


def test_too_much_from_one_place_is_stopped_as_for_forms(serve: Serve) -> None:
    service = serve(environ=PUBLIC | {"TRUSTED_PROXY": "yes"})
    asked = ask(service)
    # A proxy that is trusted says who asks; without one, this machine itself is not counted.
    headers = {"x-forwarded-for": "203.0.113.7"}
    with httpx.Client(trust_env=False) as client:
        statuses = [client.post(asked.url, data={"answer": "no"}, headers=headers).status_code for _ in range(401)]
    assert statuses == [422] * 400 + [429]


def test_without_a_public_address_there_are_no_such_pages(serve: Serve) -> None:
    service = serve()
    asked = ask(service)
    page = asked.get()
    assert (page.status_code, page.text) == (404, visit("GET", f"{service.url}/nowhere/").text)
    assert asked.post(answer="yes", **ONE_TICK).status_code == 405
    assert asked.status == MatchStatus.OFFERED
