"""The page of an offer in a real Chromium on a telephone, without scripts: by thumb, by keyboard, large, on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import community.casework as cw
from tests.browser.support import DESK, OpenPage, Ways, assert_clean_and_fits, press, third_parties
from tests.intake.answering import PUBLIC, SECRETS, Asked, ask
from tests.intake.conftest import Serve, Service
from tests.site.test_large_letters import WRONG

pytestmark = pytest.mark.browser
LARGE = "html { font-size: 200% !important; }"
BROKEN = """() => [...document.querySelectorAll(
  "main button, main .cc-button, main .cc-reference, main .cc-choice__label"
)].flatMap((each) => {
  const broken = [], words = document.createTreeWalker(each, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (words.nextNode()) for (const word of words.currentNode.data.matchAll(/\\S+/g)) {
    range.setStart(words.currentNode, word.index);
    range.setEnd(words.currentNode, word.index + word[0].length);
    if (range.getClientRects().length > 1) broken.push(word[0]);
  }
  return broken;
})"""
"""The words that go on in a new line, where somebody is to press, to choose, or to read out a password."""


@pytest.fixture
def site(serve: Serve, built_site: Path) -> Service:
    return serve(built=built_site, environ=PUBLIC)


def title(page: Page) -> str:
    return page.locator("h1").inner_text()


def test_yes_and_then_not_after_all_by_thumb_without_a_script(site: Service, open_page: OpenPage) -> None:
    asked = ask(site)
    page = open_page("about:blank", javascript=False)
    elsewhere = third_parties(page)
    page.goto(asked.url)
    press(page, "I can")
    press(page, "Say yes")
    assert page.title().startswith("Error: ")
    assert asked.status == "offered"
    press(page, "Yes, I can do this")
    press(page, "Say yes")
    assert title(page) == "Thank you. You said yes"
    assert asked.status == "accepted"
    assert page.url == asked.url
    page.reload()
    assert title(page) == "Thank you. You said yes"
    press(page, "I can’t after all")
    assert page.title().startswith("Error: "), "so fast that nobody has read it"
    press(page, "Back")
    press(page, "I can’t after all")
    press(page, "I can’t do this after all")
    press(page, "Call it off")
    assert title(page) == "Thank you for telling us"
    assert asked.status == "cancelled"
    assert page.context.cookies() == []
    assert elsewhere == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("way", "touch", "button", "status"),
    [
        ("Not this time", "Too far", "Say no", "declined"),
        ("Stop asking me for now", "Yes, ask me nothing for 30 days", "Stop asking me for now", "declined"),
    ],
)
def test_no_and_a_rest_by_thumb_without_a_script(
    site: Service, open_page: OpenPage, way: str, touch: str, button: str, status: str
) -> None:
    asked = ask(site)
    page = open_page(asked.url, javascript=False)
    press(page, way)
    press(page, touch)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator("h1")).to_have_text("Thank you for telling us")
    assert asked.status == status


@pytest.mark.long
def test_a_yes_by_keyboard_alone(site: Service, open_page: OpenPage) -> None:
    asked = ask(site)
    page = open_page(asked.url, viewport=DESK)

    def tab_to(words: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            said = page.evaluate(
                "document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent"
            )
            if said.strip() == words:
                return
        raise AssertionError(f"the keyboard never gets to {words}")

    tab_to("I can")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Can you do this?")
    tab_to("Yes, I can do this")
    page.keyboard.press("Space")
    tab_to("Say yes")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Thank you. You said yes")
    assert asked.status == "accepted"


def put_off(asked: Asked, seen: str | None, now: str) -> None:
    """Put right when the help is wanted."""
    asked.service.clock.pass_by(minutes=5)
    cw.correct(asked.office.director, "needs", asked.need, "slots", seen=seen, now=now)


def test_every_state_is_clean_for_axe_and_fits_however_large_the_letters_are(
    site: Service, open_page: OpenPage, ways: Ways
) -> None:
    asked, gone = ask(site), ask(site)
    page = open_page("about:blank", bypass_csp=True)

    def look(state: str) -> None:
        page.wait_for_load_state("load")
        assert not any(secret in page.content() for secret in (*SECRETS, asked.token))
        assert_clean_and_fits(page, state, ways, colours_of="main")
        page.add_style_tag(content=LARGE)
        assert page.evaluate(WRONG) == [], state
        assert page.evaluate(BROKEN) == [], state

    def seen(to: str = "") -> None:
        page.goto(asked.url + (f"?to={to}" if to else ""))
        look(to or "open")

    for to in ("", "yes", "no", "rest", "doubted", "ring"):
        seen(to)
    for to, button in (("yes", "Say yes"), ("no", "Say no")):
        page.goto(f"{asked.url}?to={to}")
        press(page, button)
        look(f"{to}-missing")
    put_off(asked, None, "tue_evening")
    seen()
    expect(page.get_by_text("has changed since we asked you")).to_be_visible()
    asked.post(answer="yes", sure="yes")
    page.goto(asked.url)
    look("said-yes")
    put_off(asked, "tue_evening", "wed_evening")
    seen("off")
    expect(page.get_by_text("has changed since you said yes")).to_be_visible()
    asked.post(answer="off", sure="yes")
    page.goto(asked.url)
    look("said-no")
    page.goto(gone.url[:-1])
    look("closed")
    paper = page.pdf()
    assert paper.startswith(b"%PDF")


@pytest.mark.long
def test_the_page_is_printed_with_what_is_asked_and_without_its_buttons(site: Service, open_page: OpenPage) -> None:
    page = open_page(ask(site).url)
    page.emulate_media(media="print")
    expect(page.get_by_text("near BA1 5")).to_be_visible()
    expect(page.locator("main").get_by_text("0300 247 0050")).to_be_visible()
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()


def opened_by_a_program(page: Page, asked: Asked) -> None:
    """Open the message's link and every link on the page in turn, run what scripts there are, and wait."""
    page.goto(asked.url)
    own = asked.url
    links = page.evaluate("[...document.links].map((each) => each.href)")
    for link in [each for each in links if each.startswith(own)]:
        page.goto(link)
        page.wait_for_timeout(300)


@pytest.mark.long
def test_a_mail_gateway_that_opens_every_link_and_runs_scripts_changes_nothing(
    site: Service, open_page: OpenPage
) -> None:
    asked = ask(site)
    before = asked.office.everything()
    opened_by_a_program(open_page("about:blank"), asked)
    assert asked.office.everything() == before


SUBMIT = "(at) => { const form = document.forms[at]; form.requestSubmit(form.querySelector('[type=submit]')); }"


def test_a_mail_gateway_that_sends_every_form_it_finds_leaves_nothing_accepted(
    site: Service, open_page: OpenPage
) -> None:
    asked = ask(site)
    before = asked.office.everything()
    page = open_page("about:blank")
    sent = 0
    for to in ("", "?to=yes", "?to=no", "?to=rest", "?to=off"):
        page.goto(asked.url + to)
        for at in range(page.locator("form").count()):
            page.goto(asked.url + to)
            with page.expect_navigation():
                page.evaluate(SUBMIT, at)
            with page.expect_navigation():  # and the form that comes back
                page.evaluate(SUBMIT, at)
            sent += 1
    assert sent == 3
    assert asked.office.everything() == before


@pytest.mark.long
def test_a_mail_gateway_that_ticks_every_box_at_once_is_not_believed(site: Service, open_page: OpenPage) -> None:
    asked = ask(site, by_itself=True)
    page = open_page(f"{asked.url}?to=yes")
    page.locator("input[type=checkbox]").check()
    press(page, "Say yes")
    expect(page.locator("main")).to_contain_text("not counted your answer yet")
    assert asked.status == "offered"
    assert len(asked.calls()) == 1
