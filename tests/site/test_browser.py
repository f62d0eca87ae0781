"""The pages in a real browser: for the eye, for the hand, for a screen reader, and for nobody else."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import (
    DESK,
    NARROW,
    PHONE,
    OpenPage,
    assert_axe_clean,
    assert_no_sideways_scroll,
    refuse_third_party,
)
from tests.site.pages import BuiltPage

pytestmark = pytest.mark.browser

TEL = "a[href='tel:03002470050']"


def each(pages: list[BuiltPage], page: Page, site_url: str) -> list[str]:
    """Return the addresses of all pages; `page` is a window of the site."""
    assert page.url.startswith(site_url)
    return [site_url + one.url for one in pages]


def open_menu(page: Page) -> None:
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def open_search(page: Page, words: str) -> None:
    page.get_by_role("button", name="Search").click()
    page.get_by_label("What are you looking for?").fill(words)
    expect(page.locator(".search__results a").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_any_page(
    viewport: dict[str, int], scheme: str, pages: list[BuiltPage], open_page: OpenPage, site_url: str
) -> None:
    page = open_page(site_url, viewport=viewport, color_scheme=scheme)
    for address in each(pages, page, site_url):
        page.goto(address)
        assert_axe_clean(page, scheme)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_menu(scheme: str, open_page: OpenPage, site_url: str) -> None:
    page = open_page(f"{site_url}/charter/", color_scheme=scheme)
    open_menu(page)
    assert_axe_clean(page, "menu open")


def test_nobody_else_is_asked_for_anything(pages: list[BuiltPage], open_page: OpenPage, site_url: str) -> None:
    page = open_page("about:blank", viewport=DESK)
    refused = refuse_third_party(page)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    for one in pages:
        page.goto(site_url + one.url)
    open_search(page, "medicine")
    assert refused == []
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site_url).netloc}
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_no_page_complains_under_the_strictest_policy(
    pages: list[BuiltPage], open_page: OpenPage, site_url: str
) -> None:
    page = open_page("about:blank", viewport=DESK)
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))
    for one in pages:
        page.goto(site_url + one.url)
    open_search(page, "lift")
    assert said == []


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_nothing_scrolls_sideways_on_the_narrowest_telephone(
    javascript: bool, pages: list[BuiltPage], open_page: OpenPage, site_url: str
) -> None:
    page = open_page(site_url, viewport=NARROW, javascript=javascript)
    for address in each(pages, page, site_url):
        page.goto(address)
        assert_no_sideways_scroll(page)


def test_nothing_scrolls_sideways_when_the_letters_are_twice_as_large(
    pages: list[BuiltPage], open_page: OpenPage, site_url: str
) -> None:
    page = open_page(site_url, viewport={"width": 640, "height": 800})
    for address in each(pages, page, site_url):
        page.goto(address)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        assert_no_sideways_scroll(page)


@pytest.mark.parametrize("width", [991, 992, 1000, 1060, 1119, 1120, 1280])
def test_menu_and_number_stand_in_one_line_on_a_desk(width: int, open_page: OpenPage, site_url: str) -> None:
    page = open_page(f"{site_url}/get-help/", viewport={"width": width, "height": 700})
    one_line = "document.querySelector('.head__bar').offsetHeight <= 64"
    assert page.evaluate(one_line), page.evaluate("document.querySelector('.head__bar').offsetHeight")


@pytest.mark.parametrize("width", [320, 360, 768, 1119, 1120, 1280, 1920])
def test_the_telephone_number_is_in_sight_at_every_width_and_stays_there(
    width: int, pages: list[BuiltPage], open_page: OpenPage, site_url: str
) -> None:
    page = open_page(site_url, viewport={"width": width, "height": 700}, javascript=False)
    # The head is the same on all pages: each is looked at in the narrowest and the usual window, a few in the others.
    for address in each(pages if width in (320, 1280) else pages[:3], page, site_url):
        page.goto(address)
        number = page.locator(f".head__bar-inner > {TEL}")
        expect(number).to_be_in_viewport(ratio=1)
        expect(number).to_contain_text("0300 247 0050")
    page.mouse.wheel(0, 900)
    page.wait_for_function("window.scrollY > 100")
    expect(page.locator(f".head__bar-inner > {TEL}")).to_be_in_viewport(ratio=1)


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
    expect(page.get_by_role("link", name="I need help")).to_be_visible()


def test_the_first_stop_of_the_keyboard_leads_to_the_words(open_page: OpenPage, site_url: str) -> None:
    page = open_page(f"{site_url}/privacy/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_whatever_stands_by_itself_can_be_hit_with_a_thumb(
    viewport: dict[str, int], pages: list[BuiltPage], open_page: OpenPage, site_url: str
) -> None:
    page = open_page(site_url, viewport=viewport)
    small = """() => [...document.querySelectorAll('a, button, input, summary')].filter((element) => {
      if (element.matches('.skip') || !element.checkVisibility({visibilityProperty: true})) return false;
      // A link within a sentence is as tall as its line (WCAG 2.5.8 excepts it); one that is its whole block is not.
      const block = element.closest('p, li, td, dd');
      const alone = !block || block.textContent.trim() === element.textContent.trim();
      const box = element.getBoundingClientRect();
      return alone && (box.height < 43.9 || box.width < 24);
    }).map((element) => element.outerHTML.slice(0, 120))"""
    found = {}
    for address in each(pages, page, site_url):
        page.goto(address)
        found[address] = page.evaluate(small)
    assert not any(found.values()), {address: elements for address, elements in found.items() if elements}


def test_letters_are_large_and_lines_short(pages: list[BuiltPage], open_page: OpenPage, site_url: str) -> None:
    page = open_page(site_url, viewport=DESK)
    small = """() => [...document.querySelectorAll('main p, main li, main td, main dd, main a, main button')]
      .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 18).map((element) => element.outerHTML)"""
    longest = """() => Math.max(0, ...[...document.querySelectorAll('main p, main li')].map((block) => {
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
    for address in each(pages, page, site_url):
        page.goto(address)
        assert page.evaluate(small) == [], address
        assert page.evaluate(longest) <= 66, address


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
