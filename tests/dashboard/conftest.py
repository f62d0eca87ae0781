"""A small live book, the people who work there, and the app that shows it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.testing.v1 import AppTest, app_test, local_script_runner
from streamlit.util import calc_hash

from community.book import Book
from community.settings import load
from dashboard import background_sync
from tests.book.databases import new_book
from tests.casework.office import PLACES, SLOW, Office, machines_clock
from tests.checkout import ROOT
from tests.dashboard.serving import dashboard, live_office

OpenApp = Callable[..., AppTest]

PATIENCE = 600.0
"""Seconds for which a page may run: one that is right may have little of a busy machine."""


@pytest.fixture(scope="session", autouse=True)
def _components_looked_for_once() -> Iterator[None]:
    """Let Streamlit look once for parts of pages that other packages bring, not anew for each app that a test opens.

    It reads what every installed package says of itself: most of the time of a test of a page.
    """
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield


@pytest.fixture(scope="session", autouse=True)
def _scripts_compiled_once() -> Iterator[None]:
    """Let each page be compiled once, as by a server, not anew for each run of each app that a test opens."""
    compiled = ScriptCache()
    with pytest.MonkeyPatch.context() as patch:
        for opens in (app_test, local_script_runner):
            patch.setattr(opens, "ScriptCache", lambda: compiled)
        yield


class _OneKeyAsked(Mapping[str, Any]):
    """The state of a session, worked out only for whoever wants all of it."""

    def __init__(self, state: SessionState) -> None:
        self._state = state

    def __getitem__(self, key: str) -> Any:
        return self._state[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._state.filtered_state)

    def __len__(self) -> int:
        return len(self._state.filtered_state)


@pytest.fixture(scope="session", autouse=True)
def _state_asked_for_one_key() -> Iterator[None]:
    """Let a field look for its own key in the state of the session: Streamlit works out the whole of it for each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SafeSessionState, "filtered_state", property(lambda self: _OneKeyAsked(self._state)))
        yield


@pytest.fixture(scope="session", autouse=True)
def _runs_waited_for() -> Iterator[None]:
    """Let a test wait for the end of a run, and not look for it a thousand times in a second, each time in its way."""

    def wait(runner: local_script_runner.LocalScriptRunner, timeout: float) -> None:
        assert runner._script_thread is not None
        runner._script_thread.join(timeout)
        looks_for_it(runner, timeout if runner.script_stopped() else 0.0)

    looks_for_it = local_script_runner.require_widgets_deltas
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_script_runner, "require_widgets_deltas", wait)
        yield


@pytest.fixture(scope="session")
def live_dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, str]]:
    """Give one live book, and the address of the dashboard over it, started as people start it.

    Whoever asks for it makes people of their own and goes to them by their numbers.
    """
    office = live_office(tmp_path_factory.mktemp("home"))
    with dashboard(office.settings.home) as address:
        yield office, address
    office.book.close()


@pytest.fixture(autouse=True)
def _let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand for the front, which is a server's: here a page is run without one. test_front.py is about the front."""
    monkeypatch.setattr("dashboard.auth.let_in", lambda _: True)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a page wait for what is worked out beside it, however little of a busy machine that has."""
    monkeypatch.setattr("dashboard.board_progress.PATIENCE", PATIENCE)


@pytest.fixture(autouse=True)
def _in_the_daytime(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be noon for the quiet hours, whenever the tests run: the app's clock shows the real time."""
    now = datetime.now(UTC)
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    monkeypatch.setattr("community.casework.quiet_hours.LONDON", timezone(noon - now))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Give an office whose live book the app opens too. Its clock shows the real time, as the app's does.

    It is slow by a minute: each look moves it on, and nothing in the book may come later than the app's present.
    """
    monkeypatch.setenv("COMMUNITY_HOME", str(tmp_path))
    monkeypatch.setenv("DEMO", "no")
    clock = machines_clock(behind=SLOW)
    made = Office(Book.open(new_book(tmp_path / "book.db"), clock=clock), load(), PLACES, clock)
    yield made
    st.cache_resource.clear()
    made.book.close()


@pytest.fixture
def kept_in_sheet(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The office, with its book kept in a spreadsheet; what would fetch it is not started."""
    monkeypatch.setenv("BOOK_KEPT_IN", "sheet")
    monkeypatch.setenv("SHEET_ID", "town")
    monkeypatch.delenv("DEMO")
    for name in ("begin", "wait"):
        monkeypatch.setattr(background_sync, name, lambda _: None)
    office.settings = load()
    assert office.settings.kept_in_sheet
    return office


@pytest.fixture
def open_app(office: Office) -> OpenApp:
    """Give a function that opens a page of the app: `open_app("triage", id="R-...")`."""

    def opened(page: str = "today", **address: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)
        go_to(app, page)
        app.query_params |= address
        return checked(app.run())

    return opened


def go_to(app: AppTest, page: str) -> None:
    """Have the app open this page first, as from a bookmark.

    `switch_page` would want "Today" drawn before: half of the time that a test takes.
    """
    if page != "today":
        app._page_hash = calc_hash(page)


def come_back(app: AppTest, other: str, page: str, **address: str) -> AppTest:
    """Leave for another page in the same window, and come back to this one."""
    go_to(app, other)
    app.query_params.clear()
    checked(app.run())
    go_to(app, page)
    app.query_params |= address
    return checked(app.run())


def checked(app: AppTest) -> AppTest:
    """The app, after making sure that no exception is on the page."""
    assert not app.exception, [e.value for e in app.exception]
    return app


def press(app: AppTest, label: str) -> AppTest:
    """Press the one button of this name, and run."""
    found = [button for button in app.button if button.label == label]
    assert len(found) == 1, f"{label}: {[button.label for button in app.button]}"
    return checked(found[0].click().run())


def accept(app: AppTest) -> AppTest:
    """Say that nobody is at risk, where that is asked, and press Accept."""
    if "Nobody is at risk" in labels(app):
        press(app, "Nobody is at risk")
    return press(app, "Accept")


def labels(app: AppTest) -> list[str]:
    """The names of all buttons."""
    return [button.label for button in app.button]


def headings(app: AppTest) -> list[str]:
    """The headings that name people and parts, as HTML."""
    return [str(e.proto.body) for e in app.get("html") if "<h" in str(e.proto.body)]


def shown(app: AppTest) -> str:
    """Everything that can be read on the page."""
    html = [str(e.proto.body) for e in app.get("html") if "<style>" not in str(e.proto.body)]
    kinds = (app.text, app.title, app.error, app.markdown, app.caption, app.code)
    links = [str(link.proto.label) for link in app.get("page_link")]
    html = [
        body.replace('<span class="dot"> ·</span>', " ·").replace(" ·</span> <span", "</span> · <span") for body in html
    ]
    return "\n".join([*html, *(str(e.value) for kind in kinds for e in kind), *links])
