"""A recorded Monday at the dashboard beside the same Monday in a spreadsheet, in seconds.

What the pages take is measured in Chromium. A key takes a person 0.28 s on either side (Card, Moran and Newell, 1980:
an average typist who is no secretary); a spreadsheet is taken to answer in no time, and reading to take the same.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.figure import Figure
from tests.browser.support import FLAGS, PATIENCE, chromium_path
from tests.dashboard.monday_at_desk import mondays_office, work_through
from tests.dashboard.serving import dashboard

A_KEY = 0.28
"""Seconds."""


def measure() -> Iterator[Figure]:
    """Yield, for each kind of work, the seconds of one, with the keys beside those of a spreadsheet."""
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        office = mondays_office(Path(home))
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)

        def open_page(url: str, **options: object) -> Page:
            context = chromium.new_context(reduced_motion="reduce", **options)  # type: ignore[arg-type]
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.goto(url)
            return page

        with dashboard(office.settings.home) as address:
            done = work_through(open_page, address)
        chromium.close()
        office.book.close()
    whole = there = 0.0
    for kind, keys in done.pressed.items():
        many = done.many[kind]
        here, sheet = keys * A_KEY + done.waited[kind], done.sheet[kind] * A_KEY
        whole, there = whole + here, there + sheet
        told = f"{kind}: {keys / many:.0f} keys and {done.waited[kind] / many:.1f} s of waiting, in a spreadsheet"
        yield Figure(f"{told} {done.sheet[kind] / many:.0f} keys, {sheet / many:.0f} s", here / many, "s")
    yield Figure("the whole Monday, beside a spreadsheet's seconds", whole / there, "times", most=1)
