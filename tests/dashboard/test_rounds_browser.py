"""Hubs, Outreach, Food round, and Keeping and erasing in a real browser: clean in every way, one way through each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

import community.casework as cw
from community.tables.roles import Role
from community.tables.support_vocabulary import RoundWay
from tests.browser.support import DESK, OpenPage
from tests.casework.office import Office
from tests.casework.rounds import erasure_wanted, household, parcel
from tests.dashboard.serving import assert_clean_everywhere, dashboard, live_office, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Office, str, str]]:
    """Give an office with a little of each, whose director has a trustee beside them, its address, and who goes."""
    (tmp_path / "people.toml").write_text(
        '[[people]]\nname = "Tess Trustee"\nemail = "tess@example.org"\nrole = "trustee"\n', "utf-8"
    )
    office = live_office(tmp_path)
    for number in range(3):
        household(office, name=f"Hattie Home {number}", delete_by="2099-01-01")
    parcel(office)
    one = erasure_wanted(office)
    wanted = str(office.row("complaints", one)["about"])
    cw.acknowledge_complaint(office.director, one)
    tess = office.desk(cw.User("Tess Director", Role.DIRECTOR))
    cw.ask_erasure(tess, one, seen="acknowledged")
    with dashboard(tmp_path) as address:
        yield office, address, wanted
    office.book.close()


def test_the_pages_of_hubs_and_rounds_are_clean_and_go_their_whole_way(
    served: tuple[Office, str, str], open_page: OpenPage
) -> None:
    office, address, wanted = served
    page = visit(open_page, address + "/hubs", viewport=DESK)
    expect(page.locator("img.area")).to_be_visible()
    assert_clean_everywhere(page, "hubs")

    page = visit(open_page, address + "/food_round", viewport=DESK)
    page.get_by_role("button", name="Packed", exact=True).click()
    expect(page.get_by_text("All that go out are packed.")).to_be_visible()
    assert_clean_everywhere(settled(page), "food, packed")

    page = visit(open_page, address + "/outreach", viewport=DESK)
    page.locator(f".st-key-callers-{RoundWay.CALL} input").click()
    page.keyboard.press("Enter")
    expect(page.locator(f".st-key-callers-{RoundWay.CALL} [data-tag]")).to_have_count(1)
    page.keyboard.press("Escape")
    settled(page)
    page.locator(f".st-key-share-{RoundWay.CALL} button").click()
    page.get_by_role("link", name="3 households, by telephone").click()
    expect(page.get_by_role("button", name="Never again, please")).to_have_count(3)
    assert_clean_everywhere(settled(page), "a round")
    page.get_by_role("button", name="Never again, please").first.click()
    expect(page.get_by_role("button", name="Never again, please")).to_have_count(2)
    expect(page.locator("h1")).to_contain_text("Round: ")
    page.emulate_media(media="print")
    expect(page.locator(".st-key-printed-round tbody tr")).to_have_count(2)
    expect(page.locator(".st-key-printed-round")).to_be_visible()
    expect(page.locator(".st-key-screen-round")).to_be_hidden()

    page = visit(open_page, address + "/keeping", viewport=DESK)
    assert_clean_everywhere(page, "an erasure that waits")
    page.get_by_role("button", name="I agree: erase it").click()
    expect(page.get_by_role("button", name="I agree: erase it")).to_have_count(0)
    assert office.book.get("residents", wanted) is None
