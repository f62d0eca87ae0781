"""The pages in a real browser: for the eye, for the hand, for a screen reader, and for nobody else."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import (
    DESK,
    LOOKS,
    NARROW,
    OpenPage,
    Ways,
    assert_axe_clean_light_and_dark,
    assert_clean_and_fits,
    assert_no_sideways_scroll,
    third_parties,
)
from tests.site.pages import BuiltPage

pytestmark = pytest.mark.browser

TEL = "a[href='tel:03002470050']"


def open_menu(page: Page) -> None:
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def open_search(page: Page, words: str) -> None:
    page.get_by_role("button", name="Search").click()
    page.get_by_label("What are you looking for?").fill(words)
    expect(page.locator(".search__results a").first).to_be_visible()


# A link within a sentence is as tall as its line (WCAG 2.5.8 excepts it); one that is its whole block is not.
TOO_SMALL_FOR_A_THUMB = """() => [...document.querySelectorAll('a, button, input, summary')].filter((element) => {
  if (element.matches('.skip') || !element.checkVisibility({visibilityProperty: true})) return false;
  const block = element.closest('p, li, td, dd');
  const alone = !block || block.textContent.trim() === element.textContent.trim();
  const box = element.getBoundingClientRect();
  return alone && (box.height < 43.9 || box.width < 24);
}).map((element) => element.outerHTML.slice(0, 120))"""
SMALL_LETTERS = """() => [...document.querySelectorAll('main p, main li, main td, main dd, main a, main button')]
  .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 18).map((element) => element.outerHTML)"""
LONGEST_LINE = """() => Math.max(0, ...[...document.querySelectorAll('main p, main li')].map((block) => {
  const lines = new Map();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width) lines.set(Math.round(box.bottom / 12), (lines.get(Math.round(box.bottom / 12)) ?? 0) + 1);
    }
  }
  return Math.max(0, ...lines.values());
}))"""


def test_every_page_is_clean_for_axe_easy_to_read_and_made_for_thumbs(
    pages: list[BuiltPage], open_page: OpenPage, site_url: str, subtests: pytest.Subtests, ways: Ways
) -> None:
    page = open_page("about:blank", viewport=DESK)
    # Head and foot have the same colours on all pages: once in each way is enough, but for the long tests and the pages
    # that nobody comes to by a menu.
    whole = {"/404.html", "/from-us/", *(one.url for one in ways.first(len(LOOKS), pages))}
    assert whole <= {one.url for one in pages}
    for one in pages:
        with subtests.test(one.url):
            page.set_viewport_size(DESK)
            page.goto(site_url + one.url)
            assert page.evaluate(TOO_SMALL_FOR_A_THUMB) == []
            assert page.evaluate(SMALL_LETTERS) == []
            assert page.evaluate(LONGEST_LINE) <= 66
            assert_clean_and_fits(page, "", ways, colours_of="html" if one.url in whole else "main")
            assert page.evaluate(TOO_SMALL_FOR_A_THUMB) == []
            page.set_viewport_size(NARROW)
            assert_no_sideways_scroll(page)
            page.set_viewport_size({"width": 640, "height": 800})
            page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
            assert_no_sideways_scroll(page)


def test_axe_finds_nothing_in_the_open_menu(open_page: OpenPage, site_url: str) -> None:
    page = open_page(f"{site_url}/charter/")
    open_menu(page)
    assert_axe_clean_light_and_dark(page, "menu open")


def test_no_page_asks_anybody_else_or_complains_under_the_strictest_policy(
    pages: list[BuiltPage], open_page: OpenPage, site_url: str
) -> None:
    page = open_page("about:blank", viewport=DESK)
    elsewhere = third_parties(page)
    asked: list[str] = []
    said: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))
    for one in pages:
        page.goto(site_url + one.url)
    open_search(page, "medicine")
    assert elsewhere == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site_url).netloc}
    assert said == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def assert_number_in_sight(page: Page) -> None:
    number = page.locator(f".head__bar-inner > {TEL}")
    expect(number).to_be_in_viewport(ratio=1)
    expect(number).to_contain_text("0300 247 0050")


def test_without_a_script_every_page_fits_the_narrowest_telephone_and_shows_the_number(
    pages: list[BuiltPage], open_page: OpenPage, site_url: str, subtests: pytest.Subtests
) -> None:
    page = open_page("about:blank", javascript=False)
    for one in pages:
        with subtests.test(one.url):
            page.set_viewport_size(NARROW)
            page.goto(site_url + one.url)
            assert_no_sideways_scroll(page)
            assert_number_in_sight(page)
            page.set_viewport_size(DESK)
            assert_number_in_sight(page)


def test_menu_and_number_stand_in_one_line_on_a_desk(
    open_page: OpenPage, site_url: str, subtests: pytest.Subtests
) -> None:
    page = open_page(f"{site_url}/get-help/")
    for width in (991, 992, 1000, 1060, 1119, 1120, 1280):
        with subtests.test(width=width):
            page.set_viewport_size({"width": width, "height": 700})
            assert page.evaluate("innerWidth") == width
            assert page.evaluate("document.querySelector('.head__bar').offsetHeight") <= 64


def test_the_telephone_number_stays_in_sight_at_every_width(
    pages: list[BuiltPage], open_page: OpenPage, site_url: str, subtests: pytest.Subtests
) -> None:
    # The head is the same on all pages: every page is looked at in the test above, a few at every width.
    page = open_page("about:blank", javascript=False)
    for one in pages[:3]:
        page.goto(site_url + one.url)
        for width in (320, 360, 768, 1119, 1120, 1280, 1920):
            with subtests.test(one.url, width=width):
                page.set_viewport_size({"width": width, "height": 700})
                page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
                assert_number_in_sight(page)
                page.evaluate("scrollTo({top: 900, behavior: 'instant'})")
                assert_number_in_sight(page)
    assert page.evaluate("scrollY") > 100


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_the_menu_opens_and_closes_by_keyboard(javascript: bool, open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url, javascript=javascript)
    menu = page.get_by_role("navigation", name="Main")
    button = page.get_by_role("button", name="Menu", exact=True)
    for _ in range(10):
        page.keyboard.press("Tab")
        if button.evaluate("element => element === document.activeElement"):
            break
    expect(button).to_be_focused()
    expect(menu).to_be_hidden()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Get help")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_a_closed_menu_takes_no_focus(open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url)
    visited = []
    for _ in range(12):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.closest('#menu') !== null"))
    assert not any(visited)


def test_the_menu_closes_when_the_keyboard_leaves_it(open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url)
    open_menu(page)
    menu = page.get_by_role("navigation", name="Main")
    menu.get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(menu).to_be_hidden()


def test_without_a_script_nothing_is_offered_that_needs_one(open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url, javascript=False)
    expect(page.get_by_role("button", name="Search")).to_be_hidden()
    expect(page.get_by_role("link", name="I need help For you")).to_be_visible()


def test_the_first_stop_of_the_keyboard_leads_to_the_words(open_page: OpenPage, site_url: str) -> None:
    page = open_page(f"{site_url}/privacy/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_printed_page_is_words_and_the_number_to_ring(open_page: OpenPage, site_url: str) -> None:
    page = open_page(f"{site_url}/is-it-really-us/", viewport=DESK, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(f".head__bar-inner > {TEL}")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for hidden in ("#menu", ".side", ".foot__nav", "[data-search-open]"):
        expect(page.locator(hidden)).to_be_hidden()
    colours = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
