"""A match that goes otherwise than it should, by real mail, on a telephone-sized page without a script."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import community.casework as cw
from community.tables.message_codes import BounceKind
from community.tables.row_types import ContactRow, MessageRow
from community.tables.vocabulary import ReachBy
from tests.browser.support import OpenPage, press
from tests.browser.told_way import SECRETS, ToldWay, approved
from tests.casework.office import TODAY
from tests.intake.answering import WORKER
from tests.intake.conftest import Serve, built_site, made_ready_once
from tests.intake.conftest import serve as serve
from tests.messages.conftest import certificate, trusted
from tests.messages.mail_server import mail_server
from tests.messages.text_service import text_service

pytestmark = [pytest.mark.browser, pytest.mark.long]
__all__ = ["built_site", "certificate", "made_ready_once", "serve", "trusted"]


@pytest.fixture
def way(serve: Serve, built_site: Path, tmp_path: Path, trusted: Path, open_page: OpenPage) -> Iterator[ToldWay]:
    with mail_server(trusted) as mail, text_service() as texts:
        yield approved(serve, built_site, tmp_path, mail, texts, open_page)


def asked(way: ToldWay) -> Page:
    """The page of the offer that has just come by email."""
    cw.offer(way.office.coordinator, way.match, ReachBy.EMAIL, seen="approved")
    way.work()
    return way.opened(way.letters()[-1], "offer")


def said_yes(way: ToldWay) -> Page:
    page = asked(way)
    press(page, "I can", "Yes, I can do this", "Say yes")
    assert way.status == "accepted"
    return page


def told(way: ToldWay) -> Page:
    """The page of the text by which the resident has just been told who comes."""
    said_yes(way)
    cw.tell_resident(way.office.coordinator, way.match, ReachBy.TEXT, on=TODAY, part="afternoon")
    way.work()
    return way.opened(way.short()[-1], "resident-told")


def kinds(way: ToldWay) -> list[str]:
    """What Today says of this match or its need."""
    need = way.office.row("matches", way.match)["need_id"]
    return sorted(line.kind for line in way.lines() if line.id in {way.match, need})


def nobody_named(way: ToldWay, *pages: Page) -> None:
    words = [*way.letters(), *way.short(), *(page.content() for page in pages)]
    assert [secret for secret in SECRETS for each in words if secret in each] == []


def sure(way: ToldWay, what: Callable[[], object]) -> None:
    """Nothing more is sent by this."""
    before = len(way.letters()), len(way.short())
    what()
    way.work()
    assert (len(way.letters()), len(way.short())) == before


def test_a_no_is_settled_with_one_line_touched(way: ToldWay) -> None:
    page = asked(way)
    press(page, "Not this time", "Too far", "Say no")
    assert (way.status, way.office.row("matches", way.match)["ended_reason"]) == ("declined", "Too far")
    sure(way, page.reload)
    assert "promised" in kinds(way) or "unmatched" in kinds(way), "somebody else is looked for"
    nobody_named(way, page)


def test_after_a_silence_somebody_rings_and_the_link_still_takes_an_answer(way: ToldWay) -> None:
    asked(way)
    sure(way, lambda: way.service.clock.pass_by(days=6))
    assert (way.status, kinds(way)) == ("offered", ["offer_unanswered"])
    page = way.opened(way.letters()[-1], "offer")
    press(page, "I can", "Yes, I can do this", "Say yes")
    assert way.status == "accepted"


def test_a_resident_who_refuses_is_asked_for_no_reason_and_the_volunteer_is_told(way: ToldWay) -> None:
    page = told(way)
    press(page, "I would rather somebody else came", "Yes, I would rather have somebody else", "Call it off")
    expect(page.locator("h1")).to_have_text("We have called it off")
    assert way.status == "cancelled"
    way.work()
    assert way.volunteer in {one for line in way.lines() for one in line.who}
    nobody_named(way, page)


def test_after_stop_no_mail_goes_and_somebody_may_still_ring(way: ToldWay) -> None:
    said_yes(way)
    page = way.opened(way.letters()[-1], "stop")
    press(page, "Send me no more emails")
    expect(page.locator("h1")).to_have_text("No more emails")
    cw.resident_told(way.office.coordinator, way.match)
    sure(way, lambda: way.service.clock.pass_by(hours=3))
    assert kinds(way) == ["volunteer_to_tell"], "a person tells them"


def test_what_is_undone_after_it_went_closes_its_link_and_words_are_ready_that_take_it_back(way: ToldWay) -> None:
    action = cw.offer(way.office.coordinator, way.match, ReachBy.EMAIL, seen="approved")
    way.work()
    page = way.opened(way.letters()[-1], "offer")
    press(page, "I can", "Yes, I can do this")
    sure(way, lambda: cw.undo(way.office.director, action.id))
    press(page, "Say yes")
    expect(page.locator("h1")).to_have_text("This link does not open any more")
    assert way.status == "approved"
    found = {each.kind: each.status for each in way.service.book.rows(MessageRow)}
    assert found == {"offer": "sent", "offer_withdrawn": "by_hand"}


def test_a_yes_is_taken_back_with_one_touch_and_somebody_else_is_looked_for(way: ToldWay) -> None:
    page = said_yes(way)
    way.service.clock.pass_by(minutes=1)
    press(page, "I can’t after all")
    expect(page.locator("h1")).to_have_text("Thank you for telling us")
    assert way.status == "cancelled"
    sure(way, page.reload)
    nobody_named(way, page)


def test_two_yeses_in_one_moment_are_one(way: ToldWay) -> None:
    pages = [asked(way), way.opened(way.letters()[-1], "offer")]
    for page in pages:
        press(page, "I can", "Yes, I can do this")
    for page in pages:
        page.get_by_role("button", name="Say yes").click(no_wait_after=True)
    for page in pages:
        expect(page.locator("h1")).to_have_text("Thank you. You said yes")
    assert way.status == "accepted"
    assert len(way.service.book.rows(ContactRow, lambda c: [c.outcome == "yes"])) == 1


def test_a_mail_that_comes_back_leads_to_a_call_and_no_more_mail(way: ToldWay) -> None:
    asked(way)
    (message,) = way.service.book.rows(MessageRow)
    assert cw.note_bounce(way.office.desk(WORKER), message.id, BounceKind.HARD)
    assert "message_back" in kinds(way)
    assert way.volunteer in {line.id for line in way.lines() if line.kind == "unreached"}
    ways = {each.way for each in cw.ways_to_ask(way.office.coordinator, way.match)}
    assert ReachBy.EMAIL not in ways


def test_a_protected_address_is_on_no_page_and_the_lead_tells_it(way: ToldWay) -> None:
    way.office.set(way.office.row("residents", way.resident), "protected_address", "yes")
    told(way)
    way.service.clock.pass_by(hours=way.service.settings.messages.object_hours)
    way.work()
    page = way.opened(way.letters()[-1], "visit")
    page.get_by_label("Your postcode, or the last four digits of your telephone number").fill("0123")
    press(page, "Show name and address")
    expect(page.locator("main")).to_contain_text("Rita Canary")
    shown = page.locator("main").inner_text()
    assert [secret for secret in ("Canary Close", "BA1") if secret in shown] == []


def test_somebody_with_a_landline_alone_is_rung_and_the_rest_goes_by_mail(way: ToldWay) -> None:
    way.office.set(way.office.row("residents", way.resident), "telephone", "0114 496 0777")
    said_yes(way)
    ways = [each.way for each in cw.ways_to_tell(way.office.coordinator, way.match)]
    assert (ways[0], ReachBy.TEXT in ways) == (ReachBy.TELEPHONE, False)
    cw.resident_told(way.office.handler, way.match, on=TODAY + timedelta(days=1))
    way.work()
    assert way.short() == []
    page = way.opened(way.letters()[-1], "visit")
    page.get_by_label("Your postcode, or the last four digits of your telephone number").fill("0123")
    press(page, "Show name and address")
    for words in ("Rita Canary", "7 Canary Close", "0114 496 0777"):
        expect(page.locator("main")).to_contain_text(words)
