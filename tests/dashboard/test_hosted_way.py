"""The whole way on free hosting, from an approval to thanks by calls and copies: the disk forgets after each step."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from community.book import book, utc_now
from community.tables.canonical import LONDON
from dashboard import background_sync
from dashboard.display_words import day
from tests.casework.office import Office
from tests.checkout import ROOT
from tests.dashboard.conftest import PATIENCE, checked, labels, press, shown
from tests.dashboard.test_without_a_server import google, sync_alone, town, until, write_down
from tests.google_sheets.server import StandIn

__all__ = ["google", "sync_alone", "town"]
pytestmark = pytest.mark.long


class Earlier(datetime):
    """The time that this process reads: so many days ago, of which each may pass."""

    days = 0

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) - timedelta(days=cls.days)


@pytest.fixture
def host(google: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AppTest]]:
    """Give a function that starts the app of the host anew, on a disk that holds nothing, and waits for the book."""
    monkeypatch.setattr(background_sync, "EVERY", 1)
    for name in ("DEMO", "BOOK_KEPT_IN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SHEET_ID", "town")
    monkeypatch.setenv("SHEETS_API_ROOT", google.root)
    disks = iter(range(100))

    def started(**address: str) -> AppTest:
        st.cache_resource.clear()  # kills the sync beside it
        disk = tmp_path / f"disk-{next(disks)}"
        for old in tmp_path.glob("disk-*"):
            shutil.rmtree(old)
        monkeypatch.setenv("COMMUNITY_HOME", str(disk))
        app = AppTest.from_file(str(ROOT / "hosted" / "app.py"), default_timeout=PATIENCE)
        app.query_params |= address
        return until(checked(app.run()), lambda a: bool(a.title) and a.title[0].value != "Fetching the book")

    yield started
    st.cache_resource.clear()
    os.environ.pop("BOOK_KEPT_IN", None)


@pytest.mark.usefixtures("sync_alone")
def test_each_step_from_an_approval_to_thanks_is_a_press_on_today_and_no_start_anew_loses_one(
    town: Office, host: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "datetime", Earlier)
    monkeypatch.setattr(Earlier, "days", 5)
    town.clock.pass_(days=-5)
    match = town.make_match("proposed", name="Rita Resident", telephone="07700 900456")
    volunteer = str(town.row("matches", match)["volunteer_id"])
    town.set(town.row("volunteers", volunteer), "telephone", "07700 900123")
    write_down(town)

    app = host()

    def started_anew() -> None:
        """The host has forgotten its disk, and starts the app on another one."""
        nonlocal app
        app = host()
        assert app.title[0].value == "Today"

    def step(*presses: str, then: Callable[[AppTest], object] | None = None) -> None:
        """These presses on Today, one after the other, until the spreadsheet has them."""
        assert "Raise a concern" not in labels(app)
        assert not [label for label in labels(app) if "link" in label.lower()]
        for each in presses:
            app.session_state["last_press"] = ("", 0.0)  # each was thought over
            until(app, lambda a: each in labels(a))  # noqa: B023
            press(app, each)
        if then is not None:
            then(app)
        until(app, lambda a: "Not saved yet" not in shown(a))
        write_down(town)

    def copied(*words: str) -> Callable[[AppTest], object]:
        """The words are there to be copied, hold these, and lead to no page of ours."""
        return lambda app: until(
            app, lambda a: any(all(w in c.value for w in words) and "http" not in c.value for c in a.code)
        )

    def passes(days: int) -> None:
        """Days pass, and the host forgets its disk meanwhile."""
        monkeypatch.setattr(Earlier, "days", Earlier.days - days)
        town.clock.pass_(days=days)
        started_anew()

    step("Approve")
    step("What to say, or ask by a message", "Ask by text", "Ask")
    started_anew()
    step("Show the words", then=copied("ould you help", "none for now"))
    step("I sent it")
    assert town.status(match) == "offered"
    step("Said yes")
    assert town.status(match) == "accepted"
    step("What to say, or tell them by a message")
    agreed = utc_now().astimezone(LONDON).date() + timedelta(days=4)
    checked(app.date_input(key=f"first-on-{match}").set_value(agreed).run())
    step("Tell them by text", "Tell them")
    started_anew()
    step("Show the words", then=copied("Vera comes to you"))
    step("I sent it")
    assert town.status(match) == "active"
    passes(days=1)
    step("Show name and address", then=copied("Rita Resident", "07700 900456"))
    assert town.row("matches", match)["released_at"], "that it was given out is in the spreadsheet"
    passes(days=3)
    assert "Nothing waits for you" in shown(app), "the day is not over"
    passes(days=1)
    step(f"Done {day(agreed.isoformat(), utc_now())}")
    assert town.status(match) == "completed"
    started_anew()
    app.switch_page("../dashboard/pages/volunteers_page.py")
    app.query_params["id"] = volunteer
    press(checked(app.run()), "I have thanked them")
    until(app, lambda a: "Not saved yet" not in shown(a))
    write_down(town)
    assert town.book.rows("contacts", lambda c: [c.words == "We thanked them."])
