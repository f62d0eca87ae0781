"""The page of people's words: from reading to the site, and off it again."""

from dashboard.page_frame import pages_for
from tests.casework.office import Office
from tests.casework.test_printed_voices import PRINTED, SAID, on_the_site, said
from tests.dashboard.conftest import OpenApp, press, shown


def test_the_page_walks_it_from_reading_to_the_site(open_app: OpenApp, office: Office) -> None:
    one = said(office)
    app = open_app("voices")
    assert SAID in shown(app)
    press(app, "These words may be printed")
    assert "stands in it" in shown(app)
    app.text_area(key=f"printed-{one}").input(PRINTED)
    press(app, "These words may be printed")
    press(app, "Print it")
    assert office.row("feedback", one)["status"] == "published"
    assert "He brought my shopping" in on_the_site(office)
    press(app, "Take it off the site")
    assert office.row("feedback", one)["status"] == "withdrawn"


def test_whoever_takes_calls_has_no_such_page(office: Office) -> None:
    assert "voices" in pages_for(office.coordinator.user)
    assert "voices" not in pages_for(office.handler.user)
