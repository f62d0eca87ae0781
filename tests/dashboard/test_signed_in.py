"""A logged-in person in a real browser: when their access is removed, the page disappears without a click."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from community.book import Book
from community.settings import load
from tests.browser.support import DESK
from tests.casework.office import PLACES, Office, machines_clock
from tests.dashboard.serving import dashboard, free_port, settled

pytestmark = [pytest.mark.browser, pytest.mark.long]
KEY = "an invented key that is long enough"
PEOPLE = '[[people]]\nname = "Dee"\nemail = "dee@example.org"\nrole = "director"\n'


@pytest.fixture
def page(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """Give Triage as somebody sees it who has logged in and is on the list."""
    clock, port = machines_clock(), free_port()
    origin = f"http://127.0.0.1:{port}"
    (tmp_path / "people.toml").write_text(PEOPLE, "utf-8")
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text(
        f'[auth]\nredirect_uri = "{origin}/oauth2callback"\ncookie_secret = "{KEY}"\nclient_id = "x"\n'
        'client_secret = "y"\nserver_metadata_url = "https://login.example/openid"\n',
        "utf-8",
    )
    with closing(Book.open(str(tmp_path / "book.db"), clock=clock)) as book:
        office = Office(book, load({"COMMUNITY_HOME": str(tmp_path)}), PLACES, clock)
        office.make_request(name="Ada Asks")
    account = {"origin": origin, "is_logged_in": True, "email": "dee@example.org", "email_verified": True}
    cookie = create_signed_value(KEY, "_streamlit_user", json.dumps(account)).decode()
    with dashboard(tmp_path, port=port, HOME=str(tmp_path)):
        context = browser.new_context(viewport=DESK)
        context.add_cookies([{"name": "_streamlit_user", "value": cookie, "url": origin}])
        opened = context.new_page()
        opened.goto(f"{origin}/triage")
        yield settled(opened)
        context.close()


def test_the_open_page_of_somebody_taken_off_the_list_goes_blank_without_a_click(page: Page, tmp_path: Path) -> None:
    expect(page.locator("h1")).to_have_text("Ada Asks")
    (tmp_path / "people.toml").write_text("", "utf-8")
    expect(page.get_by_role("heading", name="You are not on the list")).to_be_visible()
    expect(page.get_by_text("Ada")).to_have_count(0)
    expect(page.locator("[data-testid=stSidebarNav]")).not_to_contain_text("Ada")
