"""The two pages that residents open, in a real Chromium without scripts: by thumb, by keyboard, large, by programs."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from community.tables.message_codes import ResidentAnswer
from community.tables.row_types import FeedbackRow
from tests.browser.support import DESK, EVERY_WAY, OpenPage, assert_clean_and_fits, press
from tests.casework.office import TODAY
from tests.intake.answering import PUBLIC
from tests.intake.conftest import Serve, Service
from tests.intake.telling import PERSONAL, asked_how_it_was, told
from tests.intake.test_offer_in_browser import BROKEN, LARGE, SUBMIT, opened_by_a_program, title
from tests.site.test_large_letters import WRONG

pytestmark = pytest.mark.browser


@pytest.fixture
def site(serve: Serve, built_site: Path) -> Service:
    return serve(built=built_site, environ=PUBLIC)


def test_it_suits_them_and_then_not_by_thumb_without_a_script(site: Service, open_page: OpenPage) -> None:
    asked = told(site)
    page = open_page(asked.url, javascript=False)
    press(page, "That suits me")
    press(page, "Say yes")
    assert page.title().startswith("Error: ")
    press(page, "Yes, this suits me")
    press(page, "Say yes")
    assert page.url == asked.url
    expect(page.locator("main")).to_contain_text("You told us that this suits you")
    page.reload()
    press(page, "I would rather somebody else came")
    press(page, "Back")
    assert title(page) == "Vera comes to you"
    press(page, "I would rather somebody else came")
    press(page, "Yes, I would rather have somebody else")
    press(page, "Call it off")
    assert title(page) == "We have called it off"
    assert asked.status == "cancelled"


@pytest.mark.long
def test_how_it_was_by_keyboard_alone_with_what_was_typed_kept_after_an_error(
    site: Service, open_page: OpenPage
) -> None:
    asked = asked_how_it_was(site)
    page = open_page(asked.url, viewport=DESK)

    def tab_to(words: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            said = page.evaluate(
                "document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent"
            )
            if said.strip().startswith(words):
                return
        raise AssertionError(f"the keyboard never gets to {words}")

    tab_to("Yes, with my first name")
    page.keyboard.press("Space")
    tab_to("Send")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    assert page.title().startswith("Error: ")
    expect(page.get_by_label("Yes, with my first name")).to_be_checked()
    tab_to("Say how it was")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Very good")).to_be_focused()
    page.keyboard.press("Space")
    tab_to("Is there anything")
    page.keyboard.type("She knew the dog’s name")
    tab_to("Send")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Thank you")
    (row,) = site.book.rows(FeedbackRow)
    assert (row.score, row.words, row.may_publish) == (5, "She knew the dog’s name", "with_first_name")


@pytest.mark.long
def test_every_state_is_clean_for_axe_and_fits_however_large_the_letters_are(
    site: Service, open_page: OpenPage
) -> None:
    asked, heard = told(site, on=TODAY + timedelta(days=1), part="morning"), asked_how_it_was(site)
    page = open_page("about:blank", bypass_csp=True)

    def look(state: str) -> None:
        page.wait_for_load_state("load")
        assert not any(each in page.content() for each in (*PERSONAL, asked.token, heard.token))
        assert_clean_and_fits(page, state, EVERY_WAY, colours_of="main")
        small = page.evaluate("""[...document.querySelectorAll('main .cc-button, main .cc-choice')]
            .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)""")
        assert small == [], state
        page.add_style_tag(content=LARGE)
        assert page.evaluate(WRONG) == [], state
        assert page.evaluate(BROKEN) == [], state

    page.goto(asked.url)
    look("comes")
    page.goto(f"{asked.url}?to=somebody_else")
    press(page, "Call it off")
    look("somebody-else-missing")
    page.goto(f"{asked.url}?to=not_then")
    press(page, "Call that day off")
    look("not-then-missing")
    asked.post(answer="somebody_else", sure="yes")
    page.goto(asked.url)
    look("over")
    page.goto(heard.url)
    press(page, "Send")
    look("voice-missing")
    heard.post(score="2")
    page.goto(f"{heard.url}?to=unhappy")
    look("voice-thanks")


@pytest.mark.long
def test_a_mail_gateway_that_opens_every_link_and_sends_every_form_changes_nothing(
    site: Service, open_page: OpenPage
) -> None:
    asked, heard = told(site, on=TODAY + timedelta(days=2)), asked_how_it_was(site)
    before = asked.office.everything()
    page = open_page("about:blank")
    for each in (asked, heard):
        opened_by_a_program(page, each)
    pages = [heard.url, asked.url, *(f"{asked.url}?to={answer}" for answer in ResidentAnswer)]
    assert sum(sent_as_found(page, url) for url in pages) == 1 + len(ResidentAnswer)
    assert asked.office.everything() == before


def sent_as_found(page: Page, url: str) -> int:
    """Send each form of the page as a program finds it, and the form that comes back; how many there were."""
    page.goto(url)
    count = page.locator("main form").count()
    for at in range(count):
        page.goto(url)
        for _ in range(2):
            with page.expect_navigation():
                page.evaluate(SUBMIT, at)
    return count
