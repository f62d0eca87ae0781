"""A real browser for the tests: Debian's Chromium, closed to the world, and what is asked of every page.

Every test may ask for `browser` and `open_page`: the suite's own `conftest.py` takes them in, once for all rooms.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, expect, sync_playwright

PHONE: ViewportSize = {"width": 360, "height": 780}
DESK: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}
Scheme = Literal["dark", "light"]
LOOKS: Sequence[tuple[ViewportSize, Scheme]] = ((DESK, "dark"), (PHONE, "light"), (DESK, "light"), (PHONE, "dark"))
"""The ways in which a page is looked at: how wide, and in which colours."""

FLAGS = [
    "--no-sandbox",  # CI runs as root, where Chromium's own sandbox can't start
    "--disable-gpu",
    # Chromium rings home by itself; the tests are about the pages, so it is kept from it.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]

OpenPage = Callable[..., Page]
T = TypeVar("T")

PATIENCE = 120_000
"""Milliseconds for which something may be waited for, on a page that is right but has little of a busy machine."""


# The shell is the same engine of the same version, without the windows, menus and tabs that nobody sees here: they cost
# more than most pages do.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")


def chromium_path() -> str:
    """Return where Chromium is; skip the test when there is none (in CI a skipped test fails)."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium-headless-shell)")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one Chromium, started once for all tests of this process."""
    path = chromium_path()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS, timeout=PATIENCE)
        expect.set_options(timeout=PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Give a function that opens an address in a fresh window, closed again after the test.

    `open_page(url, viewport=PHONE, color_scheme="light", javascript=True)` returns Playwright's Page. Any other
    option of `Browser.new_context` may be given too.
    """
    contexts: list[BrowserContext] = []

    def opened(url: str, *, javascript: bool = True, **options: Any) -> Page:
        options.setdefault("viewport", PHONE)
        # Nothing on our pages should move; a page that did would be measured in the middle of it.
        options.setdefault("reduced_motion", "reduce")
        context = browser.new_context(java_script_enabled=javascript, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


def press(page: Page, *names: str) -> None:
    """Press what is called so in the page's own part, one after the other, and wait each time until what it leads to is
    there as a whole."""
    for name in names:
        page.locator("main").get_by_text(name, exact=True).click()
        page.wait_for_load_state("load")


def sheets_of(pdf: bytes) -> int:
    """How many sheets of paper a printed page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def double_letters(page: Page) -> None:
    """Let the letters of this page be twice as large, as whoever set their browser so has them."""
    session = page.context.new_cdp_session(page)  # as long as it is there, so are they
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"


class Ways:
    """In which of all ways a state of a page is looked at."""

    def __init__(self, *, every: bool) -> None:
        """Take whether each state is looked at in every way, or in one, by turns."""
        self._every, self._turn = every, 0

    def of(self, ways: Sequence[T]) -> Sequence[T]:
        """All of these, or the one whose turn it is."""
        self._turn += 1
        return ways if self._every else [ways[self._turn % len(ways)]]

    def first(self, some: int, states: Sequence[T]) -> Sequence[T]:
        """All of these, or the first few, where they are many that are made of the same parts."""
        return states if self._every else states[:some]


EVERY_WAY = Ways(every=True)
"""For a test that looks at a state or two and walks no further."""


@pytest.fixture(params=["by turns", pytest.param("in every way", marks=pytest.mark.long)])
def ways(request: pytest.FixtureRequest) -> Ways:
    """Give the ways in which a walk through many states looks at each: once by turns, once, as a long test, in all."""
    return Ways(every=request.param == "in every way")


# Whatever would come to rest by itself is brought there; what turns until something is there is left. To wait for it
# could be in vain: what a page draws anew meanwhile may never tell that it has come to its end.
AT_REST = """() => document.getAnimations()
  .filter((each) => each.playbackRate > 0 && each.effect.getComputedTiming().endTime < Infinity)
  .forEach((each) => each.finish())"""
# Only what is wrong comes back: all that axe saw would be a megabyte for each page.
AXE = """async ([within, options]) => {
  const {violations} = await axe.run(within, {resultTypes: ['violations'], ...options});
  return violations.flatMap(({id, impact, nodes}) =>
    nodes.map((node) => `${id} (${impact}): ${node.target} ${node.failureSummary ?? ''}`));
}"""
# The rules of axe that look at colours, of those that it asks by itself. They take three quarters of its time.
COLOURS = ("color-contrast", "link-in-text-block")
OF_COLOURS = {"runOnly": COLOURS}
OF_ALL_ELSE = {"rules": {rule: {"enabled": False} for rule in COLOURS}}


def at_rest(page: Page) -> Page:
    """End all that slides or fades just now: what slides is not hit, and what fades is not of its own colour."""
    page.evaluate(AT_REST)
    return page


def assert_axe_clean(page: Page, state: str = "") -> None:
    """Fail with every finding of axe (all its rules, best practice included) on the page as it stands now."""
    _assert_axe_finds_nothing(page, state, "html", {})


def assert_axe_clean_light_and_dark(page: Page, state: str = "", *, colours_of: str = "html") -> None:
    """Fail with every finding of axe in either scheme of colours, on the page as it stands; it is light again.

    The page has to be one of the site's: there the scheme changes nothing but colours (tests/site/test_forms_look.py),
    so what else axe asks is asked once. `colours_of` tells where colours are looked at: of a page that the intake
    draws, "main", for its head and foot are those of the built pages, all of which tests/site/test_browser.py looks at.
    """
    assert_all_but_colours_clean(page, state)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert_colours_clean(page, f"{state}, {scheme}", within=colours_of)


def assert_clean_and_fits(page: Page, state: str, ways: Ways, *, colours_of: str = "html") -> None:
    """Fail with what axe finds on a page of the site at a desk or on a telephone, in either scheme of colours, and when
    something sticks out sideways. `colours_of` is told as above. Afterwards it is light, and as wide as a telephone."""
    looks = ways.of(LOOKS)
    for viewport in (DESK, PHONE):
        page.set_viewport_size(viewport)
        told = f"{state}, {viewport['width']} px wide"
        assert_no_sideways_scroll(page)
        schemes = [scheme for width, scheme in looks if width is viewport]
        if schemes:
            assert_all_but_colours_clean(page, told)
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            assert_colours_clean(page, f"{told}, {scheme}", within=colours_of)
    page.emulate_media(color_scheme="light")


def assert_colours_clean(page: Page, state: str, *, within: str) -> None:
    """Fail with what axe finds wrong about the colours within this element, in the scheme that is on."""
    _assert_axe_finds_nothing(page, state, within, OF_COLOURS)


def assert_all_but_colours_clean(page: Page, state: str) -> None:
    """Fail with what axe finds wrong about anything else on the page."""
    _assert_axe_finds_nothing(page, state, "html", OF_ALL_ELSE)


def _assert_axe_finds_nothing(page: Page, state: str, within: str, options: dict[str, Any]) -> None:
    at_rest(page)
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(AXE, [within, options])
    assert not found, f"{page.url} {state}\n" + "\n".join(found)


def third_parties(page: Page) -> list[str]:
    """Return the list in which every request that leaves the page's own address is noted from now on.

    Call it before going to the address to be watched. Workers are watched too. Nothing comes of such a request: the
    browser finds no address but its own (`FLAGS`). It is watched and not stopped, because a browser whose requests can
    be stopped keeps nothing of a page for the next one.
    """
    asked: list[str] = []
    own = {"127.0.0.1", "localhost"}

    def watch(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in own:
            asked.append(request.url)

    page.context.on("request", watch)
    return asked


def assert_no_sideways_scroll(page: Page) -> None:
    """Fail, naming the elements, when something sticks out of the window to the right or left.

    The dashboard's pages scroll within the window, where what sticks out makes the document no wider.
    """
    wide = page.evaluate(
        """() => {
          const room = document.documentElement.clientWidth;
          const scrolls = [document.documentElement, ...document.querySelectorAll('[data-testid=stMain]')];
          if (scrolls.every((each) => each.scrollWidth <= each.clientWidth)) return [];
          const out = [...document.querySelectorAll('body *')].filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width && (box.right > room + 1 || box.left < -1);
          });
          return [`${document.documentElement.scrollWidth} of ${room} px`,
            ...out.map((element) => element.outerHTML.slice(0, 90))];
        }"""
    )
    assert not wide, f"{page.url}\n" + "\n".join(wide)
