"""A match that is told: by email, text and links, from the question to a neighbour who is helped again."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

import community.casework as cw
from community.book import JOBS
from community.tables.row_types import FeedbackRow, VisitRow
from community.tables.vocabulary import ReachBy
from tests.browser.support import DESK, OpenPage, press
from tests.browser.told_way import LINK, SECRETS, ToldWay, approved
from tests.casework.office import TODAY
from tests.intake.conftest import Serve, built_site, made_ready_once
from tests.intake.conftest import serve as serve
from tests.messages.conftest import certificate, trusted
from tests.messages.mail_server import mail_server
from tests.messages.text_service import text_service

pytestmark = pytest.mark.browser
__all__ = ["built_site", "certificate", "made_ready_once", "serve", "trusted"]


@pytest.fixture
def way(serve: Serve, built_site: Path, tmp_path: Path, trusted: Path, open_page: OpenPage) -> Iterator[ToldWay]:
    with mail_server(trusted) as mail, text_service() as texts:
        yield approved(serve, built_site, tmp_path, mail, texts, open_page)


def say_yes(way: ToldWay) -> None:
    cw.offer(way.office.coordinator, way.match, ReachBy.EMAIL, seen="approved")
    way.work()
    page = way.opened(way.letters()[-1], "offer")
    press(page, "I can", "Yes, I can do this", "Say yes")
    assert way.status == "accepted"


def tell_resident(way: ToldWay) -> str:
    """The text that the resident got."""
    say_yes(way)
    cw.tell_resident(way.office.coordinator, way.match, ReachBy.TEXT, on=TODAY, part="afternoon")
    way.work()
    assert way.status == "active"
    return way.short()[-1]


def get_link(way: ToldWay) -> str:
    """The email with the volunteer's link, once the resident has had time to object."""
    tell_resident(way)
    way.service.clock.pass_by(hours=way.service.settings.messages.object_hours)
    way.work()
    return way.letters()[-1]


def test_from_a_question_to_a_neighbour_who_is_helped_again(way: ToldWay, capfd: pytest.CaptureFixture[str]) -> None:
    told = tell_resident(way)
    assert "Vera" in told
    page = way.opened(told, "resident-told")
    assert "Vexley" not in page.content()
    press(page, "That suits me", "Yes, this suits me", "Say yes")
    way.service.clock.pass_by(hours=2)
    way.work()
    link = way.letters()[-1]
    page = way.opened(link, "visit")
    field = page.get_by_label("Your postcode, or the last four digits of your telephone number")
    field.fill("9999")
    press(page, "Show name and address")
    field.fill("0123")
    press(page, "Show name and address")
    for secret in ("Rita Canary", "7 Canary Close", "BA1 5AW", "07700 900456"):
        expect(page.locator("main")).to_contain_text(secret)
    press(page, "Help was given")
    page.get_by_label("minutes").fill("45")
    page.locator("[name=again]").fill("2026-11-30")
    press(page, "Yes, help was given that day", "Send this")
    visits = [(v.on, v.status) for v in way.service.book.rows(VisitRow, order="on")]
    assert visits == [("2026-11-23", "done"), ("2026-11-30", "planned")]
    assert (way.status, way.service.book.count("pairs")) == ("active", 1)
    way.service.clock.pass_by(days=1)
    way.work()
    page = way.opened(way.short()[-1], "resident-voice")
    press(page, "Very good", "Send")
    (voice,) = way.service.book.rows(FeedbackRow)
    assert (voice.score, voice.from_whom) == (5, way.resident)
    everything = [*way.letters(), *way.short()]
    assert [s for s in SECRETS for words in everything if s in words] == []
    with way.service.book.engine.connect() as connection:
        jobs = str(connection.execute(sa.select(JOBS)).all())
    tokens = {path.rpartition("/")[2] for words in everything for path in LINK.findall(words)}
    kept = {"the log": "".join(capfd.readouterr()), "the jobs": jobs}
    private = (*SECRETS, "Rita", "Vera", "Vexley", "vera@", "900123", *tokens)
    assert [(where, one) for where, words in kept.items() for one in private if one in words] == []
    assert "visit_reported" in kept["the log"]
    assert "send" in jobs


@pytest.mark.long
def test_a_resident_who_needs_nobody_20_minutes_before_leaves_nobody_at_the_door(way: ToldWay) -> None:
    get_link(way)
    way.service.clock.pass_by(minutes=20)
    page = way.opened(way.short()[-1], "resident-told")
    press(page, "I don’t need it any more", "Yes, I don’t need it any more", "Call it off")
    assert way.status == "cancelled"
    way.work()
    assert "Please don’t go" in way.letters()[-1]
    assert [line.urgency for line in way.lines() if line.who == {way.volunteer}] == ["today"]
    expect(way.opened(way.letters()[-2], "visit").locator("h1")).to_have_text("Thank you")


@pytest.mark.long
def test_a_volunteer_who_drops_out_late_is_replaced_and_the_resident_hears_of_it(way: ToldWay) -> None:
    link = get_link(way)
    page = way.opened(link, "visit")
    way.service.clock.pass_by(minutes=1)
    press(page, "I can’t help with this any more")
    assert way.status == "cancelled"
    way.work()
    assert len(way.short()) == 2
    need = way.office.row("matches", way.match)["need_id"]
    assert [line.kind for line in way.lines() if line.id == need] == ["promised"]


@pytest.mark.long
def test_a_link_that_was_passed_on_tells_nobody_whom_it_is_about(way: ToldWay) -> None:
    link = get_link(way)
    page = way.opened(link, "visit")
    page.get_by_label("Your postcode").fill("0123")
    press(page, "Show name and address")
    expect(page.locator("main")).to_contain_text("Canary Close")
    other = way.opened(link, "visit")
    assert [secret for secret in SECRETS if secret in other.content()] == []
    with httpx.Client(timeout=600) as client:
        answer = client.post(way.here(link, "visit"), data={"answer": "prove", "proof": "0123"})
    assert answer.status_code == 303
    assert [secret for secret in SECRETS if secret in answer.text + str(answer.headers)] == []


@pytest.mark.long
def test_a_program_that_opens_every_link_and_sends_every_form_opens_no_name_and_moves_nothing(way: ToldWay) -> None:
    get_link(way)
    before = (way.status, way.service.book.count("visits"), way.service.book.count("contacts"))
    links = [path for words in [*way.letters(), *way.short()] for path in LINK.findall(words)]
    found = []
    for path in links:
        if path.startswith("/stop/"):
            continue  # may be pressed by a program: whoever stops messages is rung
        page = way.open_page(way.service.url + path, viewport=DESK)
        ways_on = page.locator("main a[href^='?']").evaluate_all("all => all.map(each => each.href)")
        for address in [page.url, *ways_on]:
            page.goto(address)
            for button in range(page.locator("main form button[type=submit]").count()):
                page.goto(address)
                for box in page.locator("main form input[type=text], main form textarea").all():
                    box.fill("test")
                there = page.locator("main form button[type=submit]")
                if button < there.count():  # what was pressed before may be offered no more, such as to stop
                    there.nth(button).click()
                    found.append(page.content())
    assert len(found) >= 8
    assert [secret for secret in SECRETS for html in found if secret in html] == []
    assert (way.status, way.service.book.count("visits"), way.service.book.count("contacts")) == before
