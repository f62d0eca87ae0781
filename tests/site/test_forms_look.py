"""The real forms, drawn inside the built pages: large enough for a thumb, clean for axe, never too wide."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from community import settings
from community.forms import Confirmation, Form, check_html, done_html, load, page_errors, page_html
from tests.browser.form_look import assert_form_looks_right
from tests.browser.support import NARROW, PHONE, OpenPage, Ways
from tests.checkout import files

pytestmark = pytest.mark.browser

SETTINGS = settings.load()
FORMS = load(SETTINGS)
WHERE = {
    "help_request": "get-help/ask",
    "volunteer": "volunteer/join",
    "organisation": "charter/sign",
    "service": "directory/tell-us",
    "offer": "directory/share",
    "opportunity": "volunteer/we-need-volunteers",
    "enquiry": "volunteer/interested",
    "newsletter": "newsletter",
    "newsletter_stop": "newsletter/stop",
}
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


@pytest.mark.parametrize("name", WHERE)
def test_the_longest_words_fit_on_the_page_that_shows_all_answers(
    name: str, open_page: OpenPage, site_url: str, built_site: Path, ways: Ways
) -> None:
    """Every other state is looked at in `tests/intake`, where people get to it by themselves."""
    page = open_page("about:blank", viewport=NARROW)
    drawn_inside(page, site_url, built_site, name, states(FORMS[name])["check"])
    assert_form_looks_right(page, "check", ways)


def test_no_style_tells_the_narrowest_telephone_from_a_usual_one() -> None:
    """So each of them is looked at in one scheme of colours only."""
    styles = "".join(path.read_text(encoding="utf-8") for path in files("site/*.css"))
    media = " ".join(re.findall(r"@media[^{]*", styles))
    widths = [float(rem) * 16 for rem in re.findall(r"-width:\s*([\d.]+)rem", media)]
    assert len(widths) == media.count("width") > 5, "a width that is not told in rem"
    assert [width for width in widths if NARROW["width"] <= width <= PHONE["width"]] == []


def test_a_scheme_changes_nothing_but_colours() -> None:
    """So whatever of a page is no colour is looked at in one scheme only."""
    written = {path: path.read_text(encoding="utf-8") for path in files("site/*.css", "site/*.js", "site/*.html")}
    (asked,) = (text for text in written.values() if "prefers-color-scheme" in text)
    (dark,) = re.findall(r"@media \(prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}\s*\}", asked, flags=re.DOTALL)
    assert asked.count("prefers-color-scheme") == 1
    told = [each.strip() for each in dark.split(";") if each.strip()]
    assert len(told) > 20
    assert [each for each in told if not re.fullmatch(r"--[\w-]+: #[0-9A-F]{6}", each)] == []


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
