"""The page that tells how book and spreadsheet get on, and the quiet line on every other page."""

from datetime import datetime, timedelta

import pytest

from community.book import Book, utc_now
from community.tables.canonical import instant
from sheets_sync import sync_memory
from sheets_sync.planning import Aside
from sheets_sync.status import status
from tests.casework.office import ELSEWHERE, HUB, Office
from tests.checkout import ROOT
from tests.dashboard.conftest import OpenApp, checked, labels, press, shown
from tests.dashboard.test_auth import listed, logged_in  # noqa: F401 (a fixture)
from tests.dashboard.test_today_sheet import late


@pytest.fixture
def sheet(office: Office, monkeypatch: pytest.MonkeyPatch) -> Book:
    """A book that was in step with a spreadsheet a minute ago."""
    monkeypatch.setenv("SHEET_ID", "an-invented-id")
    in_step(office.book, utc_now() - timedelta(minutes=1))
    return office.book


def in_step(book: Book, when: datetime) -> None:
    book.remember(lambda c: sync_memory.replace(c, sync_memory.LAST, {"at": instant(when)}))


def gone(book: Book, tab: str, *ids: str) -> None:
    """Rows that were read back once and then deleted by a person."""
    rows = [(tab, one) for one in ids]
    book.remember(lambda c: sync_memory.read_back(c, rows, {}))
    book.remember(lambda c: sync_memory.missing(c, rows, instant(utc_now())))


def put_aside(book: Book, *each: Aside) -> None:
    book.remember(lambda c: sync_memory.replace(c, sync_memory.ASIDE, sync_memory.aside(each)))


def test_without_a_spreadsheet_it_says_how_to_set_one_up(open_app: OpenApp) -> None:
    page = shown(open_app("sheet"))
    assert "No spreadsheet is set up" in page
    assert "docs/google-sheets.md" in page


@pytest.mark.usefixtures("office")
def test_the_guide_is_on_the_page_itself_a_step_at_a_time(open_app: OpenApp) -> None:
    app = open_app("sheet")
    page = shown(app)
    guide = (ROOT / "docs" / "google-sheets.md").read_text()
    steps = [line.removeprefix("### ") for line in guide.splitlines() if line.startswith("### ")]
    assert [each.label for each in app.expander] == steps
    assert '<ol class="steps">' in page, "what comes one after the other is numbered"
    assert 'alt="The address of the spreadsheet in the browser.' in page
    assert "](" not in page.replace("](http", ""), "no link leads to a page that is not there"


@pytest.mark.usefixtures("office")
def test_what_a_person_is_told_to_type_works_as_it_is_written(open_app: OpenApp) -> None:
    page = shown(open_app("sheet"))
    assert "python start.py sheets_sync check" in page
    assert "python -m sheets_sync" not in page, "it needs what only start.py makes ready"


@pytest.mark.usefixtures("sheet")
def test_when_all_is_well_it_says_so_and_nothing_else_does(open_app: OpenApp) -> None:
    page = shown(open_app("sheet"))
    assert "Last in step" in page
    assert "Nothing here waits for you" in page
    assert "spreadsheet" not in shown(open_app("today"))


def test_what_waits_to_be_written_is_counted(open_app: OpenApp, office: Office, sheet: Book) -> None:
    office.make_request()
    assert "Still to be written there: 1 row," in shown(open_app("sheet"))
    assert status(sheet).waiting == 1


@pytest.mark.parametrize("page", ["today", "triage", "history"])
def test_an_old_sync_is_said_quietly_on_every_page(open_app: OpenApp, sheet: Book, page: str) -> None:
    in_step(sheet, utc_now() - timedelta(hours=3))
    assert "The spreadsheet was last in step" in shown(open_app(page))


def test_a_sync_that_fails_is_said_on_every_page_and_why_on_this_one(open_app: OpenApp, sheet: Book) -> None:
    sync_memory.failed(sheet, "Google does not take the key. Make a new one.", instant(utc_now()))
    assert "the last try failed" in shown(open_app("today"))
    assert "Google does not take the key" not in shown(open_app("today"))
    assert "Google does not take the key" in shown(open_app("sheet"))


def test_a_deleted_row_is_put_back_when_the_director_says_so(open_app: OpenApp, office: Office, sheet: Book) -> None:
    request = office.make_request()
    gone(sheet, "help_requests", request)
    app = press(open_app("sheet"), f"Put it back: {request}")
    assert status(sheet).missing == ()
    assert status(sheet).waiting == 1, "the next sync sends it again"
    assert "Gone from the spreadsheet" not in shown(app)


def test_a_deleted_row_may_stay_out_and_stays_in_the_book(open_app: OpenApp, office: Office, sheet: Book) -> None:
    request = office.make_request()
    gone(sheet, "help_requests", request)
    press(open_app("sheet"), f"It may stay out: {request}")
    assert (status(sheet).missing, status(sheet).waiting, status(sheet).left_out) == ((), 0, 1)
    assert office.row("help_requests", request)


def test_all_deleted_rows_are_put_back_at_once(open_app: OpenApp, office: Office, sheet: Book) -> None:
    gone(sheet, "help_requests", *(office.make_request() for _ in range(3)))
    press(open_app("sheet"), "Put all of them back")
    assert status(sheet).waiting == 3


def test_what_was_set_aside_is_shown_with_its_place_and_why(open_app: OpenApp, sheet: Book) -> None:
    put_aside(sheet, Aside("volunteers", 17, None, "This row has the number of another one."))
    page = shown(open_app("sheet"))
    assert "This row has the number of another one." in page
    assert "volunteers · row 17" in page


def test_two_answers_are_settled_here_as_on_today(open_app: OpenApp, office: Office, sheet: Book) -> None:
    request = office.make_request(telephone="01632 960222")
    late(office, request, "01632 960111")
    app = press(open_app("sheet"), f"Settle: {request}")
    app.radio(key="settle-choice").set_value("ours")
    app.text_input(key="settle-why").input("I rang her")
    press(app, "Settle it")
    assert "Two answers" not in shown(open_app("sheet"))
    assert sheet.rows("contacts")[0]["words"] == "I rang her"


@pytest.mark.usefixtures("listed")
def test_a_coordinator_reads_what_concerns_their_hub_and_decides_nothing(office: Office, sheet: Book) -> None:
    mine, theirs = office.make_request(hub=HUB), office.make_request(hub=ELSEWHERE)
    gone(sheet, "help_requests", mine, theirs)
    put_aside(sheet, Aside("help_requests", 3, theirs, "Something about another hub."))
    app = logged_in("sheet", email="cora@example.org")
    page = shown(app)
    assert mine in page
    assert theirs not in page
    assert "another hub" not in page
    assert not [name for name in labels(app) if "back" in name or "stay out" in name]


@pytest.mark.usefixtures("listed")
def test_a_click_on_a_button_that_is_no_longer_theirs_changes_nothing(office: Office, sheet: Book) -> None:
    request = office.make_request()
    gone(sheet, "help_requests", request)
    app = logged_in("sheet", email="dee@example.org")
    app.user = {"is_logged_in": True, "email_verified": True, "email": "cora@example.org"}
    next(b for b in app.button if b.label == f"Put it back: {request}").click().run()
    assert "the director’s to decide" in checked(app).error[0].value
    assert len(status(sheet).missing) == 1


@pytest.mark.usefixtures("listed", "sheet")
def test_a_call_handler_is_told_whose_page_it_is(office: Office) -> None:
    page = shown(logged_in("sheet", email="hal@example.org"))
    assert "for the director and the coordinators" in page
    assert "Last in step" not in page
