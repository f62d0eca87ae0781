"""The page of a visit in a real Chromium, without scripts: by thumb, by keyboard, in large letters, on one sheet."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from intake.link_parts import READ
from tests.browser.support import DESK, EVERY_WAY, OpenPage, assert_clean_and_fits, press, sheets_of, third_parties
from tests.intake.conftest import Serve, Service
from tests.intake.test_offer_in_browser import BROKEN, LARGE, SUBMIT
from tests.intake.visiting import PLAIN, POSTCODE, SECRETS, Visiting, on_the_way
from tests.site.test_large_letters import WRONG

pytestmark = pytest.mark.browser
PRESSING_NOTHING = "(at) => document.forms[at].submit()"
LONG = (
    "Rings twice and waits, because the hall is long and she walks with a frame. The bell on the left is broken. She "
    "hears badly on the right side, so speak slowly and let her see your face."
)


@pytest.fixture
def site(serve: Serve, built_site: Path) -> Service:
    return serve(built=built_site, environ=PLAIN)


def with_much_to_say(site: Service) -> Visiting:
    """A visit whose details are as long as they may well be, for medicine."""
    one = on_the_way(site, task_type="prescription", details=LONG, access_needs=LONG)
    one.office.set(one.office.row("residents", one.resident), "hazards", LONG)
    return one


def prove(page: Page, said: str = POSTCODE) -> None:
    page.get_by_label("Your postcode, or the last four digits").fill(said)
    page.get_by_role("button", name="Show name").click()
    page.wait_for_load_state("load")


def test_a_wrong_and_a_right_proof_and_a_report_by_thumb_without_a_script(site: Service, open_page: OpenPage) -> None:
    one = on_the_way(site)
    page = open_page("about:blank", javascript=False)
    elsewhere = third_parties(page)
    page.goto(one.url)
    prove(page, "BA9 9ZZ")
    assert page.title().startswith("Error: ")
    expect(page.locator(".cc-error-summary")).to_be_visible()
    prove(page)
    assert page.url == one.url
    expect(page.get_by_text("12 Invented Row")).to_be_visible()
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", f"/visit/{one.token}")
    page.reload()
    expect(page.get_by_text("12 Invented Row")).to_be_visible()
    press(page, "Help was given")
    page.get_by_label("How many minutes").fill("40")
    page.get_by_label("We agreed that I come again on").fill("2026-11-30")
    press(page, "I am worried about them")
    press(page, "Send this")
    assert one.visits() == []
    press(page, "Yes, help was given that day")
    press(page, "Send this")
    expect(page.locator("main")).to_contain_text("We ring you about your worry")
    expect(page.locator("main")).to_contain_text("Monday 30 November")
    assert one.visits() == [("2026-11-23", "done"), ("2026-11-30", "planned")]
    assert elsewhere == []


@pytest.mark.long
def test_by_keyboard_alone_enter_in_the_field_proves_and_a_report_is_sent(site: Service, open_page: OpenPage) -> None:
    one = on_the_way(site)
    page = open_page(one.url, viewport=DESK)
    page.get_by_label("Your postcode").focus()
    page.keyboard.type("0123")
    page.keyboard.press("Enter")
    expect(page.get_by_text("12 Invented Row")).to_be_visible()

    def tab_to(words: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            said = page.evaluate(
                "document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent"
            )
            if said.strip() == words:
                return
        raise AssertionError(f"the keyboard never gets to {words}")

    tab_to("Nobody opened")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Nobody opened?")
    tab_to("Yes, nobody opened")
    page.keyboard.press("Space")
    tab_to("Send this")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("We find out whether they are safe")
    assert one.visits() == [("2026-11-23", "not_in")]


@pytest.mark.long
def test_every_state_is_clean_for_axe_and_fits_however_large_the_letters_are(
    site: Service, open_page: OpenPage
) -> None:
    one = with_much_to_say(site)
    page = open_page("about:blank", bypass_csp=True)

    def look(state: str) -> None:
        page.wait_for_load_state("load")
        assert_clean_and_fits(page, state, EVERY_WAY, colours_of="main")
        page.add_style_tag(content=LARGE)
        assert page.evaluate(WRONG) == [], state
        assert page.evaluate(BROKEN) == [], state

    for to in ("", "nobody", "door"):
        page.goto(one.url + (f"?to={to}" if to else ""))
        look(to or "prove")
        assert not any(secret in page.content() for secret in SECRETS)
    page.goto(f"{one.url}?to=given")
    page.get_by_label("How many minutes").fill("an hour")
    press(page, "Send this")
    look("given-wrong")
    one.office.set(one.office.row("matches", one.match), "first_on", "2026-11-25")
    page.goto(f"{one.url}?to=off")
    press(page, "Call it off")
    look("off-wrong")
    one.office.set(one.office.row("matches", one.match), "first_on", None)
    page.goto(one.url)
    prove(page, "9999")
    look("wrong")
    prove(page)
    page.goto(f"{one.url}?to=worry")
    look("details")
    for _ in range(4):
        one.post(answer="prove", proof="9999")
    page.reload()
    look("ring")
    one.office.set(one.office.row("matches", one.match), "status", "accepted")
    page.reload()
    look("not-yet")
    one.send(answer="off", sure="yes")
    page.reload()
    look("over")


@pytest.mark.long
def test_the_details_are_printed_on_one_sheet_without_buttons(site: Service, open_page: OpenPage) -> None:
    one = with_much_to_say(site)
    page = open_page(one.url)
    prove(page)
    page.emulate_media(media="print")
    for words in ("12 Invented Row", "Password for the door", "back to the chemist"):
        expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_role("link", name="Help was given")).to_be_hidden()
    paper = page.pdf(format="A4")
    assert sheets_of(paper) == 1


@pytest.mark.long
def test_a_gateway_that_sends_every_form_it_finds_learns_and_changes_nothing(
    site: Service, open_page: OpenPage
) -> None:
    """Pressing each button at once; and without one, when the page has been open for as long as a person reads."""
    one = on_the_way(site, first=date(2026, 11, 25))
    before = one.office.everything()
    page = open_page("about:blank")
    sent = []
    for to in ("", "?to=given", "?to=nobody", "?to=off"):
        page.goto(one.url + to)
        for at in range(page.locator("form").count()):
            for words, send, waits in (("", SUBMIT, 0), ("test", SUBMIT, 0), ("test", PRESSING_NOTHING, READ)):
                page.goto(one.url + to)
                touch = page.locator("form").nth(at).get_attribute("class") == "cc-touch"
                for field in page.locator("main form input[type=text]").all():
                    field.fill(words)
                site.clock.pass_by(seconds=waits)
                with page.expect_navigation():
                    page.evaluate(send, at)
                assert not any(secret in page.content() for secret in SECRETS)
            sent += [touch]
    assert (len(sent), sum(sent)) == (6, 2), "two of them answer with one touch"
    assert one.office.everything() == before
    assert page.context.cookies() == []
