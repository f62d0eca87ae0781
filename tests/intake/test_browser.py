"""The forms in a real Chromium inside the built site: by thumb, by keyboard, without JavaScript, and in every state."""

import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from community.forms import load as load_forms
from tests.browser.filling import fill, press, to_check
from tests.browser.form_look import assert_form_looks_right
from tests.browser.support import DESK, NARROW, PHONE, OpenPage, assert_no_sideways_scroll, third_parties
from tests.forms.answers import HELP, OPPORTUNITY, ORGANISATION, SERVICE, VOLUNTEER
from tests.intake.conftest import Serve, Service

pytestmark = pytest.mark.browser

SOMEBODY = {"for_whom": ["somebody_else"], "referrer_name": ["Alan Invented"], "they_agree": ["yes"]}
YOUNG = {"over_18": ["no"], "guardian_name": ["Joan Invented"], "guardian_consent": ["yes"], "takes_care": ["yes"]}
FORMS = {
    "help_requests": ("/get-help/ask/", HELP | SOMEBODY),
    "volunteers": ("/volunteer/join/", VOLUNTEER | YOUNG),
    "organisations": ("/charter/sign/", ORGANISATION),
    "services": ("/directory/tell-us/", SERVICE),
}
LATER = {"opportunities": ("/volunteer/we-need-volunteers/", OPPORTUNITY)}
"""Drawn of the same parts, so only their states are looked at."""


@pytest.fixture
def site(serve: Serve, built_site: Path) -> Service:
    return serve(built=built_site)


def title(page: Page) -> str:
    return page.locator("h1").inner_text()


def sent(page: Page, service: Service, table: str) -> dict[str, object]:
    row = service.book.get(table, page.locator(".cc-reference").inner_text())
    assert row is not None
    return dict(row)


@pytest.mark.parametrize("table", FORMS)
def test_a_form_is_filled_in_on_a_telephone_without_javascript(site: Service, open_page: OpenPage, table: str) -> None:
    address, answers = FORMS[table]
    page = open_page("about:blank", javascript=False)
    elsewhere = third_parties(page)
    page.goto(site.url + address)
    site.clock.pass_by(minutes=3)
    for _ in range(10):
        page.wait_for_load_state("load")  # its stylesheets too: without them the page has another width
        for viewport in (NARROW, PHONE):
            page.set_viewport_size(viewport)
            assert_no_sideways_scroll(page)
        if title(page) == "Check your answers":
            break
        fill(page, answers)
        press(page, "Continue")
    page.locator("button[value=send]").click()
    assert "by Tuesday 24 November, 5 pm" in page.locator(".cc-confirmation").inner_text()
    row = sent(page, site, table)
    for column, told in answers.items():
        value = row["extra"] if column.startswith("extra.") else row[column]
        text = value if isinstance(value, str) else f"{value:g}"
        assert all(each in text for each in told), column
    assert elsewhere == []
    assert page.url.partition("?")[0] == site.url + address


@pytest.mark.long
@pytest.mark.parametrize("table", FORMS | LATER)
def test_every_state_of_a_form_is_clean_and_fits_and_can_be_answered_with_a_thumb(
    site: Service, open_page: OpenPage, table: str
) -> None:
    address, answers = (FORMS | LATER)[table]
    page = open_page(site.url + address)
    looked: list[str] = []

    def look(state: str) -> None:
        page.wait_for_load_state("load")
        assert_form_looks_right(page, state)
        looked.append(state)

    for _ in range(10):
        if title(page) == "Check your answers":
            break
        look(f"{title(page)}, empty")
        press(page, "Continue")
        if page.locator(".cc-error-summary").count():
            look(f"{title(page)}, wrong")
        elif page.get_by_role("button", name="Back", exact=True).count():
            press(page, "Back")
        fill(page, answers)
        press(page, "Continue")
    (form,) = (form for form in load_forms(site.settings).values() if (form.table, form.fills) == (table, {}))
    assert len([state for state in looked if state.endswith("empty")]) == len(form.pages)
    look("check your answers")
    spoil = sqlite3.connect(site.path, isolation_level=None)
    spoil.execute(f"ALTER TABLE {table}_now RENAME TO mislaid")
    page.locator("button[value=send]").click()
    # It stands beside the words, not far below.
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    expect(page.locator("main")).to_contain_text("This is not sent yet")
    look("not sent yet")
    spoil.execute(f"ALTER TABLE mislaid RENAME TO {table}_now")
    spoil.close()
    press(page, "Try again")
    look("sent")
    assert site.book.count(table) == 1


def test_nothing_on_a_form_is_blocked_by_our_own_policy(site: Service, open_page: OpenPage) -> None:
    page = open_page("about:blank")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{site.url}/get-help/ask/")
    to_check(page, HELP)
    press(page, "Send my request")
    for address in ("/", "/volunteer/", "/nowhere/"):
        page.goto(site.url + address)
    assert [each for each in said if "404" not in each] == []


def test_the_whole_way_by_keyboard_alone(site: Service, open_page: OpenPage) -> None:
    page = open_page(f"{site.url}/get-help/ask/", viewport=DESK, javascript=True)

    def tab_to(selector: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("(to) => document.activeElement?.matches(to) ?? false", selector):
                return
        raise AssertionError(f"the keyboard never gets to {selector}")

    def enter() -> None:
        with page.expect_navigation():  # the next page, not what is left of this one
            page.keyboard.press("Enter")

    tab_to("button[value=continue]")
    enter()
    page.wait_for_selector(".cc-error-summary")
    assert page.evaluate("document.activeElement.className") == "cc-error-summary", "the errors are read first"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the link to the question
    assert page.evaluate("document.activeElement.id") == "tasks"
    page.keyboard.press("Space")
    for _ in range(3):
        tab_to("button[value=continue]")
        enter()
    tab_to("#telephone")
    page.keyboard.type("0117 496 0001")
    enter()  # in a field, Enter goes on: it does not go back
    page.wait_for_selector("button[value=send]")
    tab_to("button[value=send]")
    enter()
    page.wait_for_selector(".cc-reference")
    assert sent(page, site, "help_requests")["telephone"] == "0117 496 0001"


@pytest.mark.long
def test_change_leads_to_the_very_question(site: Service, open_page: OpenPage) -> None:
    page = open_page(f"{site.url}/get-help/ask/", javascript=False)
    to_check(page, HELP)
    page.get_by_role("button", name="Change Your postcode").click()
    page.wait_for_load_state("load")
    assert page.url == f"{site.url}/get-help/ask/#postcode"
    assert page.evaluate("document.getElementById('postcode').getBoundingClientRect().top < innerHeight")
    page.fill("#postcode", "BA2 2AA")
    press(page, "Continue")
    assert title(page) == "Check your answers"
    assert "BA2 2AA" in page.locator("main").inner_text()


@pytest.mark.long
def test_reloading_the_last_page_sends_nothing_and_shows_the_same(site: Service, open_page: OpenPage) -> None:
    page = open_page(f"{site.url}/get-help/ask/", javascript=False)
    to_check(page, HELP)
    press(page, "Send my request")
    shown = page.locator("main").inner_text()
    methods: list[str] = []
    page.on("request", lambda request: methods.append(request.method))
    page.reload()
    assert page.locator("main").inner_text() == shown
    assert set(methods) == {"GET"}
    assert site.book.count("help_requests") == 1


def test_the_way_above_the_heading_goes_back_one_part_and_keeps_what_was_just_typed(
    site: Service, open_page: OpenPage
) -> None:
    page = open_page(f"{site.url}/get-help/ask/", javascript=False)
    assert page.locator("main .crumb").inner_text() == "← Get help"
    fill(page, HELP)
    press(page, "Continue")
    second = title(page)
    page.check('[name="slots"][value="fri_evening"]')
    press(page, "Previous part")
    assert page.locator('[name="details"]').input_value() == HELP["details"][0]
    press(page, "Continue")
    assert title(page) == second
    assert page.locator('[name="slots"][value="fri_evening"]').is_checked()


@pytest.mark.long
@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without"])
def test_the_browsers_own_back_shows_what_was_typed(site: Service, open_page: OpenPage, javascript: bool) -> None:
    page = open_page(f"{site.url}/get-help/ask/", javascript=javascript)
    to_check(page, HELP)
    press(page, "Send my request")
    reference = page.locator(".cc-reference").inner_text()
    page.go_back()
    assert title(page) == "Check your answers"
    page.go_back()
    assert page.locator('[name="name"]').input_value() == "Ada Invented"
    page.go_forward()
    press(page, "Send my request")
    assert page.locator(".cc-reference").inner_text() == reference
    assert site.book.count("help_requests") == 1


@pytest.mark.long
def test_a_double_click_on_the_button_is_one_row(site: Service, open_page: OpenPage) -> None:
    page = open_page(f"{site.url}/get-help/ask/", javascript=False)
    to_check(page, HELP)
    page.locator("button[value=send]").dblclick()
    page.wait_for_selector(".cc-reference")
    assert site.book.count("help_requests") == 1


@pytest.mark.long
def test_the_last_page_can_be_printed_with_its_reference(site: Service, open_page: OpenPage) -> None:
    page = open_page(f"{site.url}/get-help/ask/")
    to_check(page, HELP)
    press(page, "Send my request")
    page.emulate_media(media="print")
    expect(page.locator(".cc-reference")).to_be_visible()
    expect(page.locator(".cc-confirmation")).to_be_visible()
    assert len(page.pdf(format="A5")) > 1000


@pytest.mark.long
def test_nothing_is_kept_in_the_browser(site: Service, open_page: OpenPage) -> None:
    page = open_page(f"{site.url}/volunteer/join/")
    to_check(page, VOLUNTEER)
    press(page, "Send it")
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
