"""Calls taken by keyboard alone in a real browser, their keystrokes counted beside the same call in a spreadsheet."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import expect

import community.casework as cw
from tests.browser.support import DESK, OpenPage, Ways
from tests.casework.office import Office
from tests.dashboard.keyboard import Keys, in_a_spreadsheet
from tests.dashboard.serving import assert_clean_everywhere, dashboard, live_office, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.long]

KNOWN, NEW = 12, 75
"""At most so many keys for a known caller’s repeat, and for a new caller’s first need with how to reach them."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Give one live book."""
    made = live_office(tmp_path_factory.mktemp("home"))
    yield made
    made.book.close()


@pytest.fixture
def ada(office: Office) -> str:
    """Give the last digits of somebody's number who had shopping done; nothing is open for her."""
    digits = f"97{office.numbers:04}"
    match = office.make_match("active", task_type="shopping", name="Ada Asks", telephone=f"01632 {digits}",
                              address=f"{office.numbers} Quiet Street")  # fmt: skip
    cw.done(office.director, match, office.today - timedelta(days=1), 30, seen="active")
    return digits


@pytest.fixture(scope="module")
def served(office: Office) -> Iterator[str]:
    """Give the address of the dashboard."""
    with dashboard(office.settings.home) as address:
        yield address


@pytest.fixture
def keys(served: str, open_page: OpenPage) -> Keys:
    """Give a keyboard at the page of calls, once its keys work."""
    page = visit(open_page, served + "/call", viewport=DESK)
    expect(page.locator("html")).to_have_attribute("data-keys", "work")
    page.locator(".st-key-find input").wait_for()
    return Keys(page)


def test_a_known_caller_s_repeat_takes_a_dozen_keys(keys: Keys, office: Office, ada: str, ways: Ways) -> None:
    page = keys.page
    keys.press("/")
    keys.type(ada)
    keys.press("Enter")
    page.get_by_role("button", name="Day of a visit").wait_for()
    settled(page)  # a page that is half drawn takes no key
    keys.press("1")
    page.locator(".st-key-fact-name button[kind=primary]").wait_for()
    keys.press("2")
    page.get_by_role("button", name="Shopping again").wait_for()
    assert_clean_everywhere(settled(page), "two facts were told", ways)
    keys.press("1")
    page.get_by_role("button", name="Nobody is: write it down").wait_for()
    keys.press("n")
    expect(page.get_by_text("It is in the book")).to_be_visible()
    need = office.book.rows("needs")[-1]
    assert (need["status"], need["task_type"]) == ("open", "shopping")
    expect(page.locator("h2.person")).to_have_text(str(need["request_id"]))
    sheet = in_a_spreadsheet(ada, "Ada Asks", "shopping")
    assert keys.pressed <= KNOWN < sheet, (keys.pressed, sheet)


def test_a_new_caller_is_written_down_with_fewer_keys_than_in_a_spreadsheet(
    keys: Keys, office: Office, ways: Ways
) -> None:
    page, digits = keys.page, f"98{office.book.count('help_requests'):04}"
    keys.press("/")
    keys.type(digits)
    keys.press("Enter")
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    told = ("Ned New", f"01632 {digits}", "4 Kelston View", "BA1 5AB")
    for answer in told:
        keys.type(answer)
        keys.press("Tab")
    keys.press("Tab")
    for count, kind in enumerate(("shop", "medi"), 1):
        settled(page)  # a choice is drawn anew after each change, and takes no key meanwhile
        keys.type(kind)
        keys.press("Enter")
        expect(page.locator(".st-key-script-tasks [data-tag]")).to_have_count(count)
    keys.press("Tab", "Tab")
    keys.type("tod")
    keys.press("Enter")
    expect(page.get_by_text("A person answers by")).not_to_contain_text("or sooner")
    assert_clean_everywhere(settled(page), "somebody new is on the line", ways)
    keys.press("Control+Enter")
    expect(page.get_by_text("It is in the book")).to_be_visible()
    row = office.book.rows("help_requests")[-1]
    assert (row["name"], row["telephone"], row["tasks"], row["urgency"]) == (
        "Ned New", f"01632 {digits}", "prescription; shopping", "today",
    )  # fmt: skip
    sheet = in_a_spreadsheet(digits, *told, "shopping, medicine", "today")
    assert keys.pressed <= NEW < sheet, (keys.pressed, sheet)
