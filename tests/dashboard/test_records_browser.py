"""The pages of a full volunteer, a pair and two records side by side in a real browser: clean, and by keys alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

import community.casework as cw
from tests.browser.support import DESK, OpenPage
from tests.casework.office import TODAY, Office
from tests.dashboard.serving import Ways, assert_clean_everywhere, dashboard, live_office, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.long]
MANY = 40


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = live_office(tmp_path_factory.mktemp("home"))
    yield made
    made.book.close()


@pytest.fixture(scope="module")
def served(office: Office) -> Iterator[str]:
    with dashboard(office.settings.home) as address:
        yield address


def test_a_full_volunteer_a_pair_and_the_joining_are_clean_and_worked_by_keys(
    served: str, office: Office, open_page: OpenPage, ways: Ways
) -> None:
    match = office.make_match("active", name="Rose Tillman")
    one = str(office.row("matches", match)["volunteer_id"])
    cw.done(office.director, match, TODAY, minutes=45, seen="active")
    told = {name: office.row("matches", match)[name] for name in ("need_id", "volunteer_id")}
    for _ in range(MANY):
        office.book.append("matches", told | {"status": "declined"}, by="jo")
    twin = office.make_volunteer(name="Vera Twin", telephone=office.row("volunteers", one)["telephone"])
    page = visit(open_page, f"{served}/volunteers?id={one}", viewport=DESK)
    expect(page.get_by_text(f"Was asked before ({MANY + 1})")).to_be_visible()
    assert_clean_everywhere(page, "a full volunteer", ways)
    page.get_by_role("link", name="Rose Tillman", exact=True).first.click()
    expect(page.get_by_role("heading", name="Ask both how it goes")).to_be_visible()
    settled(page)
    assert_clean_everywhere(page, "a pair", ways)
    page.goto(f"{served}/volunteers?id={one}")
    settled(page)
    link = page.get_by_role("link", name="Look at both: Vera Twin")
    link.focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="They are the same: join them")
    button.wait_for()
    settled(page)
    assert_clean_everywhere(page, "two records side by side", ways)
    before = office.everything()
    page.get_by_role("radio", name="The second").first.focus()
    page.keyboard.press("Space")
    settled(page)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("They are one record now.")).to_be_visible()
    assert office.book.get("volunteers", twin) is None
    settled(page)
    page.locator("[data-testid=stMain] h1").first.click()
    page.keyboard.press("u")
    expect(page.get_by_role("button", name="They are the same: join them")).to_be_visible()
    assert office.everything() == before
