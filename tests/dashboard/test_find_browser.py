"""The search for anybody in a real browser: it finds as one types, and is worked by keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.support import DESK, OpenPage, Ways
from tests.casework.office import Office
from tests.dashboard.serving import assert_clean_everywhere, settled, visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def office(live_dashboard: tuple[Office, str]) -> Office:
    """Give one live book with three people whose names begin alike."""
    office, _ = live_dashboard
    for name in ("Quentin Vole", "Quentin Vine", "Quentina Vale"):
        office.make_volunteer(name=name)
    return office


@pytest.fixture
def page(office: Office, live_dashboard: tuple[Office, str], open_page: OpenPage) -> Page:
    """Give the first page, once the keys work there."""
    opened = visit(open_page, live_dashboard[1] + "/", viewport=DESK)
    field(opened).wait_for()
    expect(opened.locator("html")).to_have_attribute("data-keys", "work")
    return opened


def field(page: Page) -> Locator:
    return page.get_by_label(re.compile("^Find anybody"))


def found(page: Page) -> Locator:
    return page.locator(".st-key-found a")


def test_a_key_leads_to_the_field_and_people_are_found_as_one_types(page: Page, ways: Ways) -> None:
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("quentin")
    expect(found(page)).to_have_count(3)
    page.keyboard.type(" vi")
    expect(found(page)).to_have_text(["Quentin Vine"])
    assert "quentin" not in page.url.lower()
    assert_clean_everywhere(page, "somebody is found", ways)


@pytest.mark.long
def test_arrows_go_through_who_is_found_and_enter_opens_one(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("quentin v")
    expect(found(page)).to_have_count(3)
    second = found(page).nth(1).inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(found(page).nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1.person")).to_have_text(second)
    expect(found(page)).to_have_count(0)
    expect(field(page)).to_have_value("")


@pytest.mark.long
def test_enter_in_the_field_opens_who_was_typed_and_not_who_was_found_before(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("quentin vo")
    expect(found(page)).to_have_text(["Quentin Vole"])
    field(page).fill("quentina")
    page.keyboard.press("Enter")
    expect(page.locator("h1.person")).to_have_text("Quentina Vale")


@pytest.mark.long
def test_somebody_who_is_found_after_all_does_not_take_the_place_of_the_page(page: Page, office: Office) -> None:
    page.keyboard.press("/")
    page.keyboard.type("zebedee")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nobody is found")).to_be_visible()
    office.make_volunteer(name="Zebedee Xu")
    for shown in ("Find anybody", "Find anybody (press /)"):
        page.get_by_text("Keyboard shortcuts").click()  # the whole page is drawn anew
        page.get_by_label(shown, exact=True).wait_for()
        expect(found(settled(page))).to_have_text(["Zebedee Xu"])
    expect(page.locator("h1.person")).to_have_count(0)


@pytest.mark.long
def test_an_arrow_leads_to_nobody_who_was_found_before(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("quentina")
    expect(found(page)).to_have_count(3)
    page.evaluate("document.querySelector('.st-key-find input').value = 'quentin vo'")  # typed, and not answered yet
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_be_focused()


@pytest.mark.long
def test_the_slash_is_a_slash_where_one_types_and_where_shortcuts_are_off(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.press("/")
    expect(field(page)).to_have_value("/")
    page.get_by_text("Keyboard shortcuts").click()
    page.wait_for_url("**shortcuts_on=false**")
    expect(page.get_by_label("Find anybody", exact=True)).to_be_visible()
    settled(page)
    page.locator("[data-testid=stMain] h1").first.click()
    page.keyboard.press("/")
    expect(field(page)).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()
