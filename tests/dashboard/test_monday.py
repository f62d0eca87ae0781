"""A recorded Monday by keyboard alone: 40 requests, 25 calls, 6 volunteers, a concern, a complaint, a cancellation."""

from collections.abc import Iterator

import pytest

from tests.browser.support import OpenPage
from tests.casework.office import Office
from tests.dashboard.monday_at_desk import NEW, REPEATS, REQUESTS, VOLUNTEERS, mondays_office, work_through
from tests.dashboard.serving import dashboard

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Give a live book on a Monday morning."""
    made = mondays_office(tmp_path_factory.mktemp("home"))
    yield made
    made.book.close()


def test_a_monday_takes_fewer_keys_of_every_kind_than_in_a_spreadsheet(office: Office, open_page: OpenPage) -> None:
    with dashboard(office.settings.home) as address:
        done = work_through(open_page, address)
    assert all(done.pressed[kind] < done.sheet[kind] for kind in done.pressed), done
    count = office.book.count
    assert count("volunteers", lambda c: [c.status == "applied"]) == VOLUNTEERS
    assert (count("complaints"), count("concerns")) == (1, 1)
    assert count("help_requests", lambda c: [c.name.like("Ned %")]) == NEW
    assert len(office.book.rows("needs", lambda c: [c.closed_reason == "not_wanted"])) == 1
    open_ = office.book.rows("needs", lambda c: [c.status == "open"])
    assert len(open_) == REPEATS + REQUESTS
