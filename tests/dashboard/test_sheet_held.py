"""What is held in the spreadsheet: Today says so, the page Sheet asks, and one press answers or takes back."""

import json

import pytest

from community.book import SHEET_MEMORY, Book, utc_now
from community.tables.canonical import instant
from sheets_sync import sync_memory
from sheets_sync.status import questions
from tests.casework.office import Office
from tests.casework.test_sync_corrections import names, renamed
from tests.dashboard.conftest import OpenApp, labels, press, shown
from tests.dashboard.test_auth import listed, logged_in  # noqa: F401 (a fixture)
from tests.dashboard.test_sheet_page import sheet  # noqa: F401 (a fixture)

WORDS = "In the tab volunteers: the column Telephone seems to have been sorted or moved by itself."
REFUSE, TAKE = "Put it back as in our book: tab {}", "It is meant so, take it over: tab {}"


def hold(book: Book, *tabs: str, takeable: bool = True, refusable: bool = True) -> None:
    told = {"words": WORDS, "takeable": takeable, "print": "p1", "since": instant(utc_now()), "refusable": refusable}
    book.remember(lambda c: sync_memory.replace(c, sync_memory.HELD, {tab: json.dumps(told) for tab in tabs}))


def answers(book: Book) -> dict[str, dict[str, str]]:
    with book.reading() as reader:
        query = SHEET_MEMORY.select().where(SHEET_MEMORY.c.kind == sync_memory.ANSWER)
        return {row.key: json.loads(row.value) for row in reader.connection.execute(query)}


def test_today_says_what_is_held_and_leads_to_the_question(open_app: OpenApp, sheet: Book) -> None:  # noqa: F811
    hold(sheet, "volunteers")
    page = shown(open_app("today"))
    assert WORDS in page
    assert "Nothing waits for you" not in page


@pytest.mark.parametrize(("button", "choice"), [(REFUSE, "refuse"), (TAKE, "take")])
def test_one_press_answers_and_the_next_sync_does_it(
    open_app: OpenApp,
    sheet: Book,  # noqa: F811
    button: str,
    choice: str,
) -> None:
    hold(sheet, "volunteers")
    app = press(open_app("sheet"), button.format("volunteers"))
    assert answers(sheet)["volunteers"] | {"by": ""} == {"choice": choice, "print": "p1", "by": ""}
    assert questions(sheet)[0].answered
    assert "The next sync does it" in shown(app)
    assert not [label for label in labels(app) if "volunteers" in label]


def test_several_tabs_are_put_back_with_one_press(open_app: OpenApp, sheet: Book) -> None:  # noqa: F811
    hold(sheet, "volunteers", "contacts")
    press(open_app("sheet"), "Put all of them back as in our book")
    assert {tab: told["choice"] for tab, told in answers(sheet).items()} == {
        "volunteers": "refuse",
        "contacts": "refuse",
    }


def test_what_can_not_be_meant_so_can_only_be_put_back(open_app: OpenApp, sheet: Book) -> None:  # noqa: F811
    hold(sheet, "volunteers", takeable=False)
    offered = labels(open_app("sheet"))
    assert REFUSE.format("volunteers") in offered
    assert TAKE.format("volunteers") not in offered


def test_what_this_machine_can_not_put_back_is_not_offered_to_be(open_app: OpenApp, sheet: Book) -> None:  # noqa: F811
    hold(sheet, "volunteers", "contacts", refusable=False)
    offered = labels(open_app("sheet"))
    assert TAKE.format("volunteers") in offered
    assert not [label for label in offered if label.startswith("Put")]


@pytest.mark.usefixtures("listed")
def test_a_coordinator_reads_that_a_tab_is_held_and_can_not_answer(office: Office, sheet: Book) -> None:  # noqa: F811
    hold(sheet, "volunteers")
    app = logged_in("sheet", email="cora@example.org")
    assert WORDS in shown(app)
    assert "the director’s to decide" in shown(app)
    assert not [label for label in labels(app) if "volunteers" in label]


def test_what_one_sync_brought_leads_to_all_of_it_and_to_the_question(
    open_app: OpenApp,
    office: Office,
    sheet: Book,  # noqa: F811
) -> None:
    ids = [office.make_request(name=f"Ada {n}") for n in range(3)]
    at = renamed(office, *ids)
    page = open_app("sheet")
    assert "3 corrections from the spreadsheet" in shown(page)
    press(page, "Undo together")
    assert "Name of 3 requests" in shown(page)
    press(page, "Undo 3 corrections")
    assert names(office, ids) == ["Ada 0", "Ada 1", "Ada 2"]
    assert "3 corrections from the spreadsheet" not in shown(open_app("sheet"))
    assert "taken back" in shown(open_app("history", sync=at))
