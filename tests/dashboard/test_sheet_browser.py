"""The page of the spreadsheet and the question it asks, in a real browser: on a telephone, at a desk, in the dark."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

import community.casework as cw
from community.book import Arrival
from community.tables.canonical import instant
from sheets_sync import sync_memory
from sheets_sync.planning import Aside
from tests.browser.support import DESK, PHONE, OpenPage
from tests.casework.office import Office
from tests.dashboard.serving import assert_clean_everywhere, dashboard, live_office, settled, visit
from tests.dashboard.test_today_sheet import late, note

pytestmark = [pytest.mark.browser, pytest.mark.long]
HELD = (
    "In the tab volunteers: the column Telephone seems to have been sorted or moved by itself: 212 lines now have "
    "another line's value."
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Give a book with something of each kind that the page tells about."""
    made = live_office(tmp_path_factory.mktemp("home"))
    deleted = [("help_requests", made.make_request()), ("volunteers", made.make_volunteer())]
    now = instant(datetime.now(UTC))
    made.book.remember(lambda c: sync_memory.replace(c, sync_memory.LAST, {"at": now}))
    made.book.remember(lambda c: sync_memory.read_back(c, deleted, {}))
    made.book.remember(lambda c: sync_memory.missing(c, deleted, now))
    aside = Aside("volunteers", 17, None, "This row has the number of another one, and says something else.")
    made.book.remember(lambda c: sync_memory.replace(c, sync_memory.ASIDE, sync_memory.aside([aside])))
    held = {"takeable": True, "print": "p1", "since": now, "words": HELD}
    made.book.remember(lambda c: sync_memory.replace(c, sync_memory.HELD, {"volunteers": json.dumps(held)}))
    own = made.make_volunteer()
    word = Arrival(
        "Z000000000000001", instant(made.clock()), "sheet", "correct-1", "volunteers", own, "about", None, "Glad to"
    )
    made.book.arrive([word])
    sync_memory.failed(made.book, "The spreadsheet is not shared with the program. Share it as Editor.", now)
    note(made, deleted[1][1], "has moved to Frome and would like to help there from the new year on")
    yield made
    made.book.close()


@pytest.fixture(scope="module")
def served(office: Office) -> Iterator[str]:
    """Give the address of the dashboard, with a spreadsheet set up."""
    with dashboard(office.settings.home, SHEET_ID="an-invented-id") as address:
        yield address


def test_axe_finds_nothing_and_nothing_scrolls_sideways(served: str, office: Office, open_page: OpenPage) -> None:
    request = office.make_request(name="Ada Asks", telephone="01632 960222")
    late(office, request, "01632 960111")
    page = visit(open_page, f"{served}/sheet", viewport=DESK)
    assert_clean_everywhere(page, "/sheet")
    page.goto(served)
    settled(page)
    assert_clean_everywhere(page, "/")
    page.get_by_role("button", name=f"Settle: {request}").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(page)
    assert_clean_everywhere(page, "the dialog")


def test_two_answers_are_settled_in_the_dialog_and_a_missing_reason_is_asked_for_there(
    served: str, office: Office, open_page: OpenPage
) -> None:
    request = office.make_request(name="Bea Asks", telephone="01632 960222")
    late(office, request, "01632 960111")
    page = visit(open_page, served, viewport=DESK)
    page.get_by_role("button", name=f"Settle: {request}").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("01632 960111")).to_be_visible()
    dialog.get_by_text("The late answer is right").click()
    settled(page)
    dialog.get_by_role("button", name="Settle it").click()
    expect(dialog.get_by_text("Say in a few words why")).to_be_visible()
    dialog.get_by_role("textbox", name="How do you know?").fill("I rang her")
    dialog.get_by_role("textbox", name="How do you know?").press("Tab")
    dialog.get_by_role("button", name="Settle it").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text("Settled.")).to_be_visible()
    assert request not in {each.record_id for each in cw.conflicts(office.director)}
    assert office.row("help_requests", request)["telephone"] == "01632 960111"


def test_a_deleted_row_is_put_back_by_keyboard(served: str, office: Office, open_page: OpenPage) -> None:
    request = office.make_request()
    now = instant(datetime.now(UTC))
    office.book.remember(lambda c: sync_memory.read_back(c, [("help_requests", request)], {}))
    office.book.remember(lambda c: sync_memory.missing(c, [("help_requests", request)], now))
    page = visit(open_page, f"{served}/sheet", viewport=PHONE)
    button = page.get_by_role("button", name=f"Put it back: {request}")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_count(0)
