"""The public pages on paper: no page spills a few lines onto a last sheet."""

import pytest

from tests.browser.support import OpenPage
from tests.site.pages import BuiltPage

BETWEEN_THE_MARGINS = {"width": 642, "height": 986}
"""What `@page` of print.css leaves of A4, in pixels of 1/96 inch."""
A_FEW_LINES = 0.08


@pytest.mark.long
def test_no_page_spills_a_few_lines_onto_a_last_sheet(
    pages: list[BuiltPage], open_page: OpenPage, site_url: str, subtests: pytest.Subtests
) -> None:
    page = open_page("about:blank", viewport=BETWEEN_THE_MARGINS)
    page.emulate_media(media="print")
    for one in pages:
        with subtests.test(one.url):
            page.goto(site_url + one.url)
            sheets = page.evaluate("document.body.scrollHeight") / BETWEEN_THE_MARGINS["height"]
            assert sheets < 1 or sheets % 1 > A_FEW_LINES, f"{sheets:.2f} sheets"
