"""From a form in the browser to a helped neighbour: the whole way, through the real programs."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.filling import Answers, press, reference, to_check
from tests.browser.house import House
from tests.browser.support import DESK, PHONE, OpenPage, at_rest
from tests.commands.processes import until

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
SECONDS = 60_000


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Everything running, over an empty live book."""
    house = House(tmp_path / "home").start()
    yield house
    house.kill()


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
    button(page, words).click(timeout=SECONDS)
    expect(then).to_be_visible(timeout=SECONDS)


def drawn(page: Page) -> None:
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=SECONDS)


def told_below(page: Page, words: str) -> Locator:
    """The line that tells what was done last, and of whom: the same words may stand in a button or a question, too."""
    return page.locator(".st-key-did").get_by_text(re.compile(rf": {re.escape(words)}$", re.IGNORECASE))


def make_ready(page: Page, house: House, volunteer: str) -> None:
    page.goto(house.at(f"volunteers?id={volunteer}"))
    click(page, "Begin the checks", told_below(page, "The checks have begun."))
    click(page, "Write it down", told_below(page, "Induction written down."))
    drawn(page)
    page.get_by_text("Write down a check").click()
    expect(button(page, "Write the check down")).to_be_visible(timeout=SECONDS)
    at_rest(page)  # it slides open, and a button that slides is not hit
    click(page, "Write the check down", told_below(page, "Check written down."))
    click(page, "Ready to be asked", told_below(page, "May be asked now."))


def by_id(rows: list[dict[str, Any]], one: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == one)


def statuses(changes: list[dict[str, Any]], record: str) -> list[tuple[str, str]]:
    return [(c["was"], c["now"]) for c in changes if c["record_id"] == record and c["field"] == "status"]


def test_a_request_becomes_help_and_survives_the_end_of_every_process(house: House, open_page: OpenPage) -> None:
    request = fill_in(open_page, f"{house.site}get-help/ask/", ASKS, "Send my request")
    volunteer = fill_in(open_page, f"{house.site}volunteer/join/", OFFERS, "Send it")
    assert by_id(house.show("help_requests"), request)["name"] == "Rosa Invented"
    assert by_id(house.show("volunteers"), volunteer)["status"] == "applied"

    page = open_page(house.at(), viewport=DESK)
    expect(page.get_by_text("Rosa Invented").first).to_be_visible(timeout=SECONDS)
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
    page.goto(house.at(f"matches?id={need['id']}"))
    expect(page.get_by_text("Felix Invented").first).to_be_visible(timeout=SECONDS)
    click(page, "Approve", button(page, "Undo"))
    assert by_id(house.show("matches"), match["id"])["status"] == "approved"
    click(page, "Undo", button(page, "Approve"))
    assert by_id(house.show("matches"), match["id"])["status"] == "proposed"
    click(page, "Approve", button(page, "Said yes"))
    expect(page.get_by_text("Rosa Invented", exact=True)).to_have_count(1)  # the heading; not in the words to say
    click(page, "Said yes", button(page, "Show the message"))
    message = page.get_by_text("Address: 1 Invented Street, BA2 4DA")
    expect(message).to_have_count(0)
    click(page, "Show the message", message)
    click(page, "The resident knows who comes", told_below(page, "The resident knows who comes."))
    click(page, "Done", told_below(page, "Help given."))

    told = {name: house.show(name) for name in ("help_requests", "volunteers", "needs", "matches", "visits", "changes")}
    assert by_id(told["matches"], match["id"])["status"] == "completed"
    assert by_id(told["needs"], need["id"])["closed_reason"] == "done"
    assert [v["status"] for v in told["visits"]] == ["done"]
    assert statuses(told["changes"], match["id"]) == [
        ("proposed", "approved"),
        ("approved", "proposed"),
        ("proposed", "approved"),
        ("approved", "accepted"),
        ("accepted", "active"),
        ("active", "completed"),
    ]

    house.kill()
    house.start()
    assert told == {name: house.show(name) for name in told}
    page.goto(house.at(f"triage?id={request}"))
    expect(page.get_by_text("Rosa Invented").first).to_be_visible(timeout=SECONDS)
