"""The whole way once more, unchanged, while a spreadsheet is kept in step; then a cell corrected in it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from community.book import Book
from community.runtime.book_opening import open_book
from community.settings import load
from tests.browser import test_main_path as journey
from tests.browser.house import House
from tests.browser.support import DESK, OpenPage
from tests.checkout import ROOT
from tests.commands.processes import until
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import assert_in_step, differences

pytestmark = journey.pytestmark


class HouseInStep(House):
    """The house with a spreadsheet of its own, which `run` keeps in step."""

    def __init__(self, home: Path, google: StandIn) -> None:
        super().__init__(home)
        self.google, self.key = google, google.spreadsheet("Town").id
        self.env |= {"SHEET_ID": self.key, "SHEETS_API_ROOT": google.root}
        self.settings = load(self.env)
        self.sheet("provision")

    def sheet(self, command: str) -> None:
        """One command about the spreadsheet, to its end."""
        subprocess.run(
            [sys.executable, "-m", "sheets_sync", command], cwd=ROOT, env=self.env, check=True, capture_output=True
        )


@pytest.fixture
def house(tmp_path: Path) -> Iterator[HouseInStep]:
    """Everything running, the sync of the spreadsheet too, over an empty live book."""
    with StandIn() as google:
        house = HouseInStep(tmp_path / "home", google)
        house.start()
        yield house
        house.kill()


@pytest.mark.timeout(600)  # where others work too
def test_the_whole_way_with_the_book_in_step_and_a_cell_corrected_in_the_sheet_shows(
    house: HouseInStep, open_page: OpenPage
) -> None:
    journey.test_a_request_becomes_help_and_survives_the_end_of_every_process(house, open_page)
    until(lambda: any(seen.method == "POST" and seen.status == 200 for seen in house.google.log))
    with closing(open_book(house.settings)) as book:
        keep_in_step_and_correct(house, book, open_page)


def keep_in_step_and_correct(house: HouseInStep, book: Book, open_page: OpenPage) -> None:
    house.sheet("push")
    # The one that `run` started may be in the middle of a sync as well; what it writes is waited for.
    until(lambda: not differences(house.google, house.key, book, house.settings))

    person = house.google.person(house.google.world.book(house.key))
    person.type_in("volunteers", person.row_of("volunteers", "Name", "Felix Invented"), "Name", "Felix Corrected")
    house.sheet("pull")
    (volunteer,) = house.show("volunteers")
    assert volunteer["name"] == "Felix Corrected"
    page = open_page(house.at(f"volunteers?id={volunteer['id']}"), viewport=DESK)
    expect(page.get_by_text("Felix Corrected").first).to_be_visible(timeout=journey.SECONDS)
    house.sheet("push")
    until(lambda: not differences(house.google, house.key, book, house.settings))
    assert_in_step(house.google, house.key, house.settings, book)
    assert [(c["by"], c["was"], c["now"]) for c in book.changes(record_id=volunteer["id"]) if c["field"] == "name"] == [
        ("sheet", "Felix Invented", "Felix Corrected")
    ]
