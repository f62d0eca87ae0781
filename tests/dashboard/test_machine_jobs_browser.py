"""What the machine does by itself, in a real browser: on a telephone, at a desk, in the dark, with larger text."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from community.book import Job
from community.jobs import ask, claim, finish, trust_clock
from community.tables.job_kinds import JobKind
from tests.browser.support import DESK, PHONE, OpenPage, assert_no_sideways_scroll, double_letters
from tests.dashboard.serving import assert_clean_everywhere, dashboard, live_office, visit
from tests.dashboard.test_machine_jobs import NIGHT, failing

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a dashboard whose nightly backup failed, though the matching was done."""
    made = live_office(tmp_path_factory.mktemp("home"))
    clock = made.clock
    failing(made, 3)
    ask(made.book, [Job(JobKind.PROPOSE, "board")], clock())
    job = claim(made.book, "w1", [JobKind.PROPOSE], clock())
    assert job is not None
    finish(made.book, job, clock())
    ask(made.book, [Job(JobKind.REMOVE_OLD, NIGHT, clock() + timedelta(hours=9))], clock())
    trust_clock(made.book, clock() - timedelta(hours=5))
    made.book.close()
    with dashboard(made.settings.home) as address:
        yield address


def test_what_failed_can_be_read_and_done_again_by_everybody(open_page: OpenPage, served: str) -> None:
    for name in ("today", "sheet"):
        page = visit(open_page, f"{served}/{name}" if name != "today" else served, viewport=DESK)
        page.get_by_text("The backup failed").first.wait_for()
        assert_clean_everywhere(page, f"{name} with a job that failed")
        double_letters(page)
        for viewport in (DESK, PHONE):
            page.set_viewport_size(viewport)
            assert_no_sideways_scroll(page)
    assert page.get_by_role("button", name="Again").count() == 1
