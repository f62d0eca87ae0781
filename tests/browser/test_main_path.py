"""From a form in the browser to a helped neighbour: the whole way, through the real programs.

Once more as a long test: halfway every program is killed, and from then on a spreadsheet is kept in step, as where
people begin with one later.
"""

import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from community.runtime.book_opening import open_book
from community.settings import load
from tests.browser.filling import Answers, press, reference, to_check
from tests.browser.house import House
from tests.browser.support import DESK, PHONE, OpenPage, at_rest
from tests.commands.processes import until
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import assert_in_step, differences

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.name == "nt", reason="kills processes as Unix does"),
]

ASKS: Answers = {
    "for_whom": ["myself"],
    "tasks": ["prescription"],
    "details": ["Two boxes wait at the chemist. I can't manage the hill."],
    "urgency": ["two_days"],
    "name": ["Rosa Invented"],
    "telephone": ["01632 960111"],
    "postcode": ["BA2 4DA"],
    "address": ["1 Invented Street"],
}
OFFERS: Answers = {
    "over_18": ["yes"],
    "in_person": ["yes"],
    "tasks": ["prescription", "phone_call"],
    "max_distance_km": ["3"],
    "travel": ["walk"],
    "name": ["Felix Invented"],
    "telephone": ["07700 900222"],
    "email": ["felix@example.org"],
    "postcode": ["BA2 4DB"],
    "consent": ["yes"],
}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Everything running, over an empty live book."""
    house = House(tmp_path / "home").start()
    yield house
    house.kill()


@pytest.fixture
def google() -> Iterator[StandIn]:
    with StandIn() as running:
        yield running


def fill_in(open_page: OpenPage, address: str, answers: Answers, last: str) -> str:
    page = open_page(address, javascript=False, viewport=PHONE)
    to_check(page, answers)
    press(page, last)
    return reference(page)


def button(page: Page, words: str) -> Locator:
    return page.get_by_role("button", name=re.compile(rf"^{words}\b")).first


def click(page: Page, words: str, then: Locator) -> None:
    """Press the button of the dashboard when it has finished drawing, and wait for what it leads to."""
    drawn(page)
    button(page, words).click()
    expect(then).to_be_visible()


def drawn(page: Page) -> None:
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def told_below(page: Page, words: str) -> Locator:
    """The line that tells what was done last, and of whom: the same words may stand in a button or a question, too."""
    return page.locator(".st-key-did").get_by_text(re.compile(rf": {re.escape(words)}$", re.IGNORECASE))


def make_ready(page: Page, house: House, volunteer: str) -> None:
    page.goto(house.at(f"volunteers?id={volunteer}"))
    click(page, "Begin the checks", told_below(page, "The checks have begun."))
    click(page, "Write it down", told_below(page, "Induction written down."))
    drawn(page)
    page.get_by_text("Write down a check").click()
    expect(button(page, "Write the check down")).to_be_visible()
    at_rest(page)  # it slides open, and a button that slides is not hit
    click(page, "Write the check down", told_below(page, "Check written down."))
    click(page, "Ready to be asked", told_below(page, "May be asked now."))


def by_id(rows: list[dict[str, Any]], one: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == one)


def statuses(changes: list[dict[str, Any]], record: str) -> list[tuple[str, str]]:
    return [(c["was"], c["now"]) for c in changes if c["record_id"] == record and c["field"] == "status"]


TOLD = ("help_requests", "volunteers", "needs", "matches", "visits", "changes")


def told(house: House) -> dict[str, list[dict[str, Any]]]:
    return {name: house.show(name) for name in TOLD}


def ask_offer_and_be_proposed(house: House, open_page: OpenPage) -> tuple[Page, str, str, str]:
    """The dashboard, a request, its need and the match that was proposed for it."""
    request = fill_in(open_page, f"{house.site}get-help/ask/", ASKS, "Send my request")
    volunteer = fill_in(open_page, f"{house.site}volunteer/join/", OFFERS, "Send it")
    assert by_id(house.show("help_requests"), request)["name"] == "Rosa Invented"
    assert by_id(house.show("volunteers"), volunteer)["status"] == "applied"

    page = open_page(house.at(), viewport=DESK)
    expect(page.get_by_text("Rosa Invented").first).to_be_visible()
    make_ready(page, house, volunteer)
    page.goto(house.at(f"triage?id={request}"))
    click(page, "Nobody is at risk", page.get_by_text("Said: nobody is at risk"))
    click(page, "Accept", told_below(page, "Accepted."))
    (need,) = house.show("needs")
    assert (need["request_id"], need["task_type"], need["status"]) == (request, "prescription", "open")

    # The matching runs beside the dashboard and proposes by itself; a person decides.
    until(lambda: bool(house.show("matches")))
    (match,) = house.show("matches")
    assert (match["volunteer_id"], match["status"]) == (volunteer, "proposed")
    return page, request, need["id"], match["id"]


def end_of_every_process(house: House) -> None:
    before = told(house)
    house.kill()
    assert told(house) == before


def test_a_request_becomes_help_and_all_of_it_survives_the_end_of_every_process(
    house: House, open_page: OpenPage
) -> None:
    page, _, need, match = ask_offer_and_be_proposed(house, open_page)
    decide_and_help(page, house, need, match)
    end_of_every_process(house)


@pytest.mark.long
def test_killed_halfway_it_goes_on_from_there_and_is_in_step_with_a_spreadsheet(
    house: House, google: StandIn, open_page: OpenPage
) -> None:
    page, request, need, match = ask_offer_and_be_proposed(house, open_page)
    end_of_every_process(house)
    before = told(house)
    house.keep_in_step_with(google)
    google.log.clear()
    house.start()
    assert told(house) == before
    page.goto(house.at(f"triage?id={request}"))
    expect(page.get_by_text("Rosa Invented").first).to_be_visible()
    until(lambda: any(seen.method == "POST" and seen.status == 200 for seen in google.log))

    decide_and_help(page, house, need, match)
    correct_a_cell(page, house, google)
    end_of_every_process(house)


def decide_and_help(page: Page, house: House, need: str, match: str) -> None:
    page.goto(house.at(f"matches?id={need}"))
    expect(page.get_by_text("Felix Invented").first).to_be_visible()
    click(page, "Approve", button(page, "Undo"))
    assert by_id(house.show("matches"), match)["status"] == "approved"
    click(page, "Undo", button(page, "Approve"))
    assert by_id(house.show("matches"), match)["status"] == "proposed"
    click(page, "Approve", button(page, "Said yes"))
    expect(page.get_by_text("Rosa Invented", exact=True)).to_have_count(1)  # the heading; not in the words to say
    click(page, "Said yes", button(page, "The resident knows who comes"))
    expect(button(page, "Show the message")).to_have_count(0)
    click(page, "The resident knows who comes", told_below(page, "The resident knows who comes."))
    message = page.get_by_text("Address: 1 Invented Street, BA2 4DA")
    expect(message).to_have_count(0)
    click(page, "Show the message", message)
    click(page, "Done", told_below(page, "Help given."))

    assert by_id(house.show("matches"), match)["status"] == "completed"
    assert by_id(house.show("needs"), need)["closed_reason"] == "done"
    assert [v["status"] for v in house.show("visits")] == ["done"]
    assert statuses(house.show("changes"), match) == [
        ("proposed", "approved"),
        ("approved", "proposed"),
        ("proposed", "approved"),
        ("approved", "accepted"),
        ("accepted", "active"),
        ("active", "completed"),
    ]


def correct_a_cell(page: Page, house: House, google: StandIn) -> None:
    settings = load(house.env)
    with closing(open_book(settings)) as book:
        house.sheet("push")
        # The one that `run` started may be in the middle of a sync as well; what it writes is waited for.
        until(lambda: not differences(google, house.spreadsheet, book, settings))

        person = google.person(google.world.book(house.spreadsheet))
        person.type_in("volunteers", person.row_of("volunteers", "Name", "Felix Invented"), "Name", "Felix Corrected")
        house.sheet("pull")
        (volunteer,) = house.show("volunteers")
        assert volunteer["name"] == "Felix Corrected"
        page.goto(house.at(f"volunteers?id={volunteer['id']}"))
        expect(page.get_by_text("Felix Corrected").first).to_be_visible()
        house.sheet("push")
        until(lambda: not differences(google, house.spreadsheet, book, settings))
        assert_in_step(google, house.spreadsheet, settings, book)
        changes = [c for c in book.changes(record_id=volunteer["id"]) if c["field"] == "name"]
        assert [(c["by"], c["was"], c["now"]) for c in changes] == [("sheet", "Felix Invented", "Felix Corrected")]
