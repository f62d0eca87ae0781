"""Bringing in a list in a real browser: the file is uploaded, looked at, brought in and taken back."""

import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.support import DESK, OpenPage
from tests.casework.office import Office
from tests.dashboard.serving import assert_clean_everywhere, dashboard, live_office, settled, visit
from tests.importing.messy_exports import messy_export

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = live_office(tmp_path_factory.mktemp("home"))
    made.make_volunteer(name=messy_export(5).people[0].name, telephone=messy_export(5).people[0].telephones[0])
    yield made
    made.book.close()


@pytest.fixture(scope="module")
def served(office: Office) -> Iterator[str]:
    with dashboard(office.settings.home) as address:
        yield address


def test_a_workbook_is_uploaded_looked_at_brought_in_and_taken_back(
    served: str, office: Office, open_page: OpenPage
) -> None:
    before, export = office.everything(), messy_export(5)
    page = visit(open_page, f"{served}/bring_in", viewport=DESK)
    assert_clean_everywhere(page, "before the file")
    page.locator("input[type=file]").set_input_files(
        {"name": export.file, "mimeType": "application/octet-stream", "buffer": export.data}
    )
    expect(page.get_by_role("table").first).to_contain_text(f"{export.rows} rows")
    settled(page)
    assert_clean_everywhere(page, "the preview")
    settled(page)  # drawn anew for the last scheme of colours: a list that was opened before would be shut by it
    basis = page.get_by_role("combobox", name="On which lawful basis")
    basis.fill("They agreed")
    expect(page.get_by_role("option", name="They agreed")).to_be_visible()
    basis.press("Enter")
    page.get_by_role("button", name="Bring in").last.click()
    expect(page.get_by_text("brought in from a list")).to_be_visible()
    settled(page)
    assert len(office.book.rows("volunteers")) == len(export.people)
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("taken back").or_(page.get_by_text("Undone")).first).to_be_visible()
    assert office.everything() == before


def test_nobody_uploads_to_a_session_that_was_not_shown_the_box(served: str) -> None:
    request = urllib.request.Request(f"{served}/_stcore/upload_file/some-session/a", data=b"x", method="PUT")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 404
    refused.value.close()
