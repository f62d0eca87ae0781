"""On a telephone, with letters twice as large, in whatever font there is: nothing is cut off, in no state of a page.

The letters are made larger as people do it, by the browser's own setting. The fonts are a wide and a narrow one: what
fits only in the font of one machine is seen here.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.support import PHONE, OpenPage, double_letters
from tests.site.pages import BuiltPage
from tests.site.test_forms_look import FORMS, WHERE, drawn_inside, states

pytestmark = pytest.mark.browser

# One of the widest that people have, and one of the narrowest; .ci/run installs both.
WIDE, NARROW = "DejaVu Sans Mono", "Liberation Serif"
IN_FONT = """(family) => {
  for (const name of ['--sans', '--serif']) document.documentElement.style.setProperty(name, `'${family}'`);
}"""
THERE = "(family) => document.fonts.check(`16px '${family}'`)"
# What sticks out of the window, or out of a box that cuts or hides what does not fit; what lies over something else.
WRONG = """() => {
  const room = document.documentElement.clientWidth;
  const seen = [...document.querySelectorAll('body *')].filter((one) =>
    one.checkVisibility({visibilityProperty: true}) && !one.closest('svg, .visually-hidden, .cc-hp, .skip'));
  const name = (one) => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 100);
  const out = seen.filter((one) => {
    const box = one.getBoundingClientRect();
    if (box.width <= 1 || !box.height || one.matches('input, textarea')) return false;
    const cuts = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
    return box.left < -1 || box.right > room + 1 || cuts;
  }).map((one) => `sticks out: ${name(one)}`);
  const head = seen.filter((one) => one.closest('.head') && one.matches('a, button') && !one.closest('#menu'))
    .map((one) => [one, one.getBoundingClientRect()]);
  const over = head.flatMap(([one, a], at) => head.slice(at + 1).filter(([, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
    .map(([other]) => `${name(one)} lies over ${name(other)}`));
  const tall = seen
    .filter((one) => one.matches('.head__top-inner, .head__bar-inner') && one.scrollHeight > one.clientHeight + 1)
    .map((one) => `too low for what is in it: ${name(one)}`);
  const wide = document.documentElement.scrollWidth;
  return [...(wide > room ? [`${wide} of ${room} px`] : []), ...out, ...over, ...tall];
}"""

# Words of up to eleven letters that go on in a second line: addresses and hashtags may, and what is hidden.
BROKEN = """() => {
  const found = [], walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement.checkVisibility() || text.parentElement.closest('.cc-hp, .visually-hidden')) continue;
    for (const word of text.data.matchAll(/(?<=^|\\s|[“(])[\\p{L}’]{3,11}(?=$|[\\s.,;:!?)”])/gu)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


def large(open_page: OpenPage, *, javascript: bool = True) -> Page:
    """Open a telephone's window whose letters are twice as large as usual."""
    page = open_page("about:blank", viewport=PHONE, javascript=javascript)
    double_letters(page)
    return page


def wrong(page: Page) -> dict[str, list[str]]:
    """Return what does not fit, in each of the two fonts."""
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    found = {}
    for family in (WIDE, NARROW):
        page.evaluate(IN_FONT, family)
        if told := page.evaluate(WRONG):
            found[family] = told
    return found


def assert_fits(page: Page, state: str = "") -> None:
    """Fail, naming what does not fit."""
    found = wrong(page)
    assert not found, f"{page.url} {state}\n" + "\n".join(f"{font}: {each}" for font in found for each in found[font])


def test_both_fonts_are_on_this_machine(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    width = """(family) => {
      const one = document.body.appendChild(document.createElement('span'));
      one.style.font = `16px '${family}', monospace`;
      one.textContent = 'illness and welcome';
      return one.getBoundingClientRect().width;
    }"""
    widths = {family: page.evaluate(width, family) for family in (WIDE, NARROW, "no font at all")}
    assert widths[WIDE] > 1.3 * widths[NARROW], "Debian: apt-get install fonts-dejavu-core fonts-liberation"


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_every_page_fits(javascript: bool, pages: list[BuiltPage], open_page: OpenPage, site_url: str) -> None:
    page, found = large(open_page, javascript=javascript), {}
    for one in pages if javascript else pages[:4]:
        page.goto(site_url + one.url)
        if told := wrong(page):
            found[one.url] = told
    assert not found, "\n".join(
        f"{url} {font}: {each}" for url, by in found.items() for font in by for each in by[font]
    )


def test_no_word_is_broken(pages: list[BuiltPage], open_page: OpenPage, site_url: str) -> None:
    """In the narrow font with large letters, and with usual ones in the window of a telephone."""
    usual, found = open_page("about:blank", viewport=PHONE), {}
    for page in (usual, large(open_page)):
        for one in pages:
            page.goto(site_url + one.url)
            if page != usual:
                page.evaluate(IN_FONT, NARROW)
            if told := page.evaluate(BROKEN):
                found[one.url] = told
    assert not found


def test_the_open_menu_and_the_open_search_fit(open_page: OpenPage, site_url: str) -> None:
    page = large(open_page)
    page.goto(f"{site_url}/get-help/")
    page.get_by_role("button", name="Menu", exact=True).click()
    assert_fits(page, "menu open")
    page.keyboard.press("Escape")
    page.locator("[data-search-open]").click()
    assert_fits(page, "search open")
    page.get_by_label("What are you looking for?").fill("shopping")
    expect(page.locator(".search__results a").first).to_be_visible()
    assert_fits(page, "search with results")
    page.get_by_label("What are you looking for?").fill("suicide")
    expect(page.locator("dialog .cc-callout")).to_be_visible()
    assert_fits(page, "search with numbers")


@pytest.mark.parametrize("name", WHERE)
def test_every_state_of_every_form_fits(name: str, open_page: OpenPage, site_url: str, built_site: Path) -> None:
    page = large(open_page)
    for state, html in states(FORMS[name]).items():
        drawn_inside(page, site_url, built_site, name, html)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert_fits(page, state)


def test_the_number_to_ring_is_shown_wherever_ring_us_is_said(open_page: OpenPage, site_url: str) -> None:
    for viewport in (PHONE, {"width": 320, "height": 640}):
        page = open_page(f"{site_url}/", viewport=viewport)
        said = page.get_by_text("Ring us:").locator("visible=true")
        assert said.count() == 1
        expect(said.locator("a")).to_be_visible()
        expect(said).to_contain_text("0300 247 0050")
