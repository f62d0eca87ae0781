"""The real forms, drawn inside the built pages: large enough for a thumb, clean for axe, never too wide."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from community import settings
from community.forms import Confirmation, Form, check_html, done_html, load, page_errors, page_html
from tests.browser.support import (
    DESK,
    NARROW,
    PHONE,
    OpenPage,
    assert_axe_clean,
    assert_no_sideways_scroll,
)

pytestmark = pytest.mark.browser

SETTINGS = settings.load()
FORMS = load(SETTINGS)
WHERE = {"help_request": "get-help/ask", "volunteer": "volunteer/join", "organisation": "charter/sign"}
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


def states(form: Form) -> dict[str, str]:
    """Return each state of a form as HTML: every page empty, every page with all its mistakes, check and done."""
    drawn = {}
    for page in form.pages:
        drawn[f"{page.page}, empty"] = page_html(form, page, {})
        wrong = tuple(page_errors(form, page, {}))
        if wrong:
            drawn[f"{page.page}, wrong"] = page_html(form, page, {}, errors=wrong)
    answers = {question.column: [LONG] for page in form.pages for question in page.questions if not question.options}
    drawn["check"] = check_html(form, answers)
    sent = Confirmation(form.form, "R-7K3Q-F2MX-4", datetime(2026, 11, 23, 10, tzinfo=UTC))
    drawn["done"] = done_html(form, sent, community=SETTINGS.community, now=sent.came)
    return drawn


def drawn_inside(page: Page, site_url: str, built_site: Path, name: str, html: str) -> None:
    """Show the built page with the form put in the place that is kept for it, as the web service does."""
    address = f"{site_url}/{WHERE[name]}/"
    built = (built_site / WHERE[name] / "index.html").read_text(encoding="utf-8")
    whole, places = re.subn(r"<div data-form=.*?</div>", lambda _: html, built, flags=re.DOTALL)
    assert places == 1
    page.unroute_all()
    page.route(address, lambda route: route.fulfill(body=whole, content_type="text/html; charset=utf-8"))
    page.goto(address)


SMALL = """() => [...document.querySelectorAll(
    'main label.cc-choice__label, main .cc-input, main textarea, main select, main button, main summary')]
  .filter((element) => element.checkVisibility() && !element.closest('.cc-hp')
    && (element.getBoundingClientRect().height < 43.9 || element.getBoundingClientRect().width < 43.9))
  .map((element) => element.outerHTML.slice(0, 140))"""
SMALL_LETTERS = """() => [...document.querySelectorAll(
    'main p, main label, main legend, main .cc-input, main dd, main li')]
  .filter((element) => element.checkVisibility() && !element.closest('.cc-hp, .visually-hidden'))
  .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 18).map((one) => one.outerHTML)"""


@pytest.mark.parametrize("name", WHERE)
def test_each_state_of_each_form_is_clean_and_fits_and_can_be_answered_with_a_thumb(
    name: str, open_page: OpenPage, site_url: str, built_site: Path, subtests: pytest.Subtests
) -> None:
    page = open_page("about:blank")
    for state, html in states(FORMS[name]).items():
        with subtests.test(state):
            page.set_viewport_size(NARROW)
            drawn_inside(page, site_url, built_site, name, html)
            # A folded explanation is looked at unfolded.
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            assert page.evaluate(SMALL) == []
            assert page.evaluate(SMALL_LETTERS) == []
            for viewport, scheme in ((NARROW, "light"), (PHONE, "dark"), (DESK, "light")):
                page.set_viewport_size(viewport)
                page.emulate_media(color_scheme=scheme)
                assert_axe_clean(page, f"{viewport}, {scheme}")
                assert_no_sideways_scroll(page)


def test_the_trap_for_machines_is_out_of_everybodys_way(open_page: OpenPage, site_url: str, built_site: Path) -> None:
    page = open_page("about:blank")
    form = FORMS["volunteer"]
    drawn_inside(page, site_url, built_site, "volunteer", page_html(form, form.pages[0], {}))
    trap = page.locator(".cc-hp")
    assert trap.count() == 1
    box = trap.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] < 0
    assert trap.get_attribute("aria-hidden") == "true"
