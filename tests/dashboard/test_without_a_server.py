"""The dashboard alone, on a disk that forgets: the spreadsheet keeps the book, and a stand-in for Google keeps that."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from community.book import Book
from community.book.book import utc_now
from community.forms import load as load_forms
from community.runtime.child_processes import Children
from community.settings import load
from dashboard import background_sync
from sheets_sync.provision import provision
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import connection
from sheets_sync.sync import sync
from tests.book.builders import make_volunteer
from tests.book.databases import new_book
from tests.casework.office import PLACES, Office, machines_clock
from tests.checkout import ROOT
from tests.dashboard.conftest import PATIENCE, checked, labels, press, shown
from tests.google_sheets.server import StandIn

WRITES = ":batchUpdate"


@pytest.fixture
def google() -> Iterator[StandIn]:
    with StandIn() as running:
        running.spreadsheet("town", spreadsheet_id="town")
        yield running


@pytest.fixture
def town(google: StandIn, tmp_path: Path) -> Iterator[Office]:
    """What the community wrote before the disk forgot it: all of it is in the spreadsheet."""
    home = tmp_path / "before"
    home.mkdir()
    settings = load({"COMMUNITY_HOME": str(home), "DEMO": "no", "SHEET_ID": "town", "SHEETS_API_ROOT": google.root})
    clock = machines_clock()
    office = Office(Book.open(new_book(home / "book.db"), clock=clock), settings, PLACES, clock)
    with Service(connection(settings)) as service:
        provision(service, load_forms(settings).values())
        yield office
    office.book.close()


def write_down(office: Office) -> None:
    """Bring what is in the book into the spreadsheet."""
    with Service(connection(office.settings)) as service:
        sync(office.book, service, office.settings, now=utc_now)


@pytest.fixture
def hosted(google: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AppTest]]:
    """Give a function that opens the dashboard on an empty disk, where only this machine reaches it."""
    monkeypatch.setattr(background_sync, "EVERY", 1)
    monkeypatch.delenv("DEMO", raising=False)
    for name, value in {
        "COMMUNITY_HOME": str(tmp_path / "disk"),
        "BOOK_KEPT_IN": "sheet",
        "SHEET_ID": "town",
        "SHEETS_API_ROOT": google.root,
    }.items():
        monkeypatch.setenv(name, value)

    def opened(page: str = "today", **address: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)
        if page != "today":
            until(app.run(), lambda a: a.title[0].value == "Today" if a.title else False)
            app.switch_page(f"dashboard/pages/{page}_page.py")
        app.query_params |= address
        return checked(app.run())

    yield opened
    st.cache_resource.clear()


@pytest.fixture
def sync_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no program but the sync: `town` has made the tabs already, and nothing is there to be matched."""
    start, finish = Children.start, Children.finish

    def started(self: Children, name: str, *command: str, **more: Any) -> None:
        if name != background_sync.MATCHING:
            start(self, name, *command, **more)

    def finished(self: Children, name: str, *command: str, **more: Any) -> None:
        if name != background_sync.TABS:
            finish(self, name, *command, **more)

    monkeypatch.setattr(Children, "start", started)
    monkeypatch.setattr(Children, "finish", finished)


def until(app: AppTest, so: Callable[[AppTest], bool]) -> AppTest:
    """The app as soon as it is so, drawn again and again as the browser would."""
    end = time.monotonic() + PATIENCE
    while not so(app):
        assert time.monotonic() < end, shown(app)
        time.sleep(0.2)
        checked(app.run())
    return app


def test_nobody_sees_or_decides_anything_before_all_of_it_was_pulled(
    town: Office, hosted: Callable[..., AppTest]
) -> None:
    town.make_request(name="Ada Asks")
    write_down(town)
    app = hosted()
    assert app.title[0].value == "Fetching the book"
    assert labels(app) == []
    until(app, lambda a: a.title[0].value == "Today")
    assert "Ada Asks" in shown(app)
    assert "invented" not in shown(app).lower()


@pytest.mark.usefixtures("sync_alone")
def test_nobody_is_let_in_while_a_tab_can_not_be_read_and_the_page_says_how_to_mend_it(
    town: Office, hosted: Callable[..., AppTest], google: StandIn
) -> None:
    for name in ("Ann Invented", "Bo Invented", "Cy Invented", "Dot Invented", "Eve Invented", "Fay Invented"):
        town.book.append("volunteers", make_volunteer(name=name), by="web")
    write_down(town)
    person = google.person(google.world.book("town"))
    ids = [[row[0]] for row in person.see("volunteers")[1:7]]
    person.paste("volunteers", "A2", ids[::-1])
    app = hosted()
    until(app, lambda a: "its rows are torn apart" in shown(a))
    assert app.title[0].value == "Fetching the book"
    assert labels(app) == ["Put it back as in our book: tab volunteers"], "the question, and nothing else"
    person.paste("volunteers", "A2", ids)
    until(app, lambda a: a.title[0].value == "Today")


def test_the_page_says_that_nothing_is_done_by_night_where_a_disk_forgets(
    town: Office, hosted: Callable[..., AppTest]
) -> None:
    write_down(town)
    page = shown(until(hosted("sheet"), lambda a: a.title[0].value == "Sheet"))
    assert "no worker runs here" in page
    assert "Nobody backs it up by night" in page
    assert "Nothing is done by itself" not in page, "there is no worker to be missed"


@pytest.mark.usefixtures("sync_alone")
def test_a_decision_is_called_not_saved_until_the_spreadsheet_has_it(
    town: Office, hosted: Callable[..., AppTest], google: StandIn
) -> None:
    request = town.make_request(name="Ada Asks")
    write_down(town)
    app = hosted("triage", id=request)
    stopped = google.faults.add("503", path=WRITES)
    press(app, "No answer")
    assert "Not saved yet" in shown(app)
    until(app, lambda a: stopped.used > 0)
    assert "Not saved yet" in shown(checked(app.run()))
    google.faults.clear()
    until(app, lambda a: "Not saved yet" not in shown(a))
    write_down(town)
    assert town.status(request) == "no_answer", "whoever reads the spreadsheet finds it"


@pytest.mark.usefixtures("sync_alone")
def test_no_message_and_no_address_goes_out_before_its_decision_is_saved(
    town: Office, hosted: Callable[..., AppTest], google: StandIn
) -> None:
    match = town.make_match("approved", name="Rita Resident")
    write_down(town)
    app = hosted("matches", id=match)
    google.faults.add("503", path=WRITES)
    press(app, "Said yes")
    assert not app.code, "not even who comes is said before the yes is saved"
    press(app, "The resident knows who comes")
    press(app, "Show the message")
    assert ("This is shown as soon as it is" in shown(app), len(app.code)) == (True, 0)
    google.faults.clear()
    until(app, lambda a: len(a.code) > 0)
    assert "Rita Resident" in app.code[0].value
    write_down(town)
    assert town.row("matches", match)["released_at"], "that it was given out is in the spreadsheet too"


@pytest.mark.usefixtures("sync_alone")
def test_today_gives_no_name_unsaved(town: Office, hosted: Callable[..., AppTest], google: StandIn) -> None:
    town.make_match("approved", name="Rita Resident", telephone="01632 960777")
    write_down(town)
    app = until(hosted(), lambda a: "Said yes" in labels(a))
    google.faults.add("503", path=WRITES)
    for step in ("Said yes", "The resident knows", "Show name and address"):
        app.session_state["last_press"] = ("", 0.0)  # each was thought over
        press(app, step)
    assert ("This is shown as soon as it is" in shown(app), len(app.code)) == (True, 0)
    google.faults.clear()
    until(app, lambda a: "Rita Resident" in str([each.value for each in a.code]))


@pytest.mark.usefixtures("sync_alone")
def test_the_way_from_a_yes_to_a_helped_neighbour_is_walked_with_calls_and_copies(
    town: Office, hosted: Callable[..., AppTest]
) -> None:
    match = town.make_match("approved", name="Rita Resident", telephone="07700 900456")
    write_down(town)
    app = hosted("matches", id=match)

    def today_leads_there(heading: str) -> None:
        page = hosted()
        assert f"<h2>{heading} · 1 person</h2>" in shown(page)
        assert f"id={match}" in [link.proto.query_string for link in page.get("page_link")]

    press(app, "Said yes")
    today_leads_there("Tell the resident")
    until(app, lambda a: bool(a.code) and "Vera" in a.code[0].value)
    press(app, "Tell them by text")
    press(app, "Tell them")
    until(app, lambda a: "I sent it" in labels(a))
    assert "http" not in app.code[0].value, "nothing of ours would open a link"
    today_leads_there("Messages to pass on")
    press(app, "I sent it")
    press(app, "The resident says that it is fine")
    today_leads_there("Tell the volunteer")
    assert not [label for label in labels(app) if "link" in label]
    press(app, "Show the message")
    until(app, lambda a: any("Rita Resident" in each.value for each in a.code))
    press(app, "Done")
    app.text_area(key=f"words-{match}").input("She was kind")
    press(app, "Write down what they said")
    until(app, lambda a: "Not saved yet" not in shown(a))
    write_down(town)
    assert town.status(match) == "completed"
    assert [row["words"] for row in town.book.rows("feedback")] == ["She was kind"]


@pytest.mark.usefixtures("town", "sync_alone")
def test_a_caller_is_told_their_number_only_once_it_is_kept(hosted: Callable[..., AppTest], google: StandIn) -> None:
    app = hosted("call")
    google.faults.add("503", path=WRITES)
    call = app.session_state["call"]
    app.multiselect(key=f"{call}-tasks").set_value(["shopping"])
    app.text_input(key=f"{call}-name").input("Ada Asks")
    app.text_input(key=f"{call}-telephone").input("01225 496000")
    press(app, "Write it down")
    assert "It is in the book" not in shown(app)
    assert "stay on the line" in shown(app)
    google.faults.clear()
    until(app, lambda a: "It is in the book" in shown(a))


@pytest.mark.usefixtures("sync_alone")
def test_what_stands_in_the_way_is_said_on_the_page_that_waits(
    hosted: Callable[..., AppTest], google: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHEET_ID", "another-one")
    app = hosted()
    until(app, lambda a: "no spreadsheet" in shown(a).lower())
    assert app.title[0].value == "Fetching the book"


@pytest.mark.usefixtures("sync_alone")
def test_a_key_that_is_not_there_is_said_too(hosted: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHEETS_API_ROOT")
    app = hosted()
    until(app, lambda a: "There is no key for the spreadsheet" in shown(a))


def test_a_sync_that_was_killed_is_started_again(
    town: Office, hosted: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background_sync, "AGAIN_AFTER", 0.0)
    app = until(hosted(), lambda a: a.title[0].value == "Today")
    beside = background_sync._keeper(str(load().home), "town")
    beside.children.stop()
    town.make_request(name="Late Comer")
    write_down(town)
    until(app, lambda a: "new: show" in " ".join(labels(a)) or "Late Comer" in shown(a))


@pytest.mark.usefixtures("sync_alone")
def test_without_a_login_it_stays_shut_where_others_can_reach_it(
    town: Office, hosted: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    town.make_request(name="Ada Asks")
    write_down(town)
    before = st.get_option("server.address")
    st.config.set_option("server.address", "0.0.0.0")
    try:
        app = hosted()
        assert app.title[0].value == "This dashboard is closed"
        assert "Ada" not in shown(app)
    finally:
        st.config.set_option("server.address", before)
