"""Pages in easy words: a drawing beside each idea, short sentences, large letters, and what happens next."""

import re
from pathlib import Path

import pytest

from tests.browser.support import PHONE, OpenPage, assert_axe_clean_light_and_dark, sheets_of
from tests.site.pages import BuiltPage

EASY = {"/easy/ask/": "get-help/ask/", "/easy/volunteer/": "volunteer/join/"}
MOST_WORDS, SMALLEST = 15, 14 / 0.75
"""Words in a sentence; and fourteen points, in pixels."""
ROW = re.compile(r'<li class="easy__row">(.*?)</li>', re.DOTALL)


def rows(built_site: Path, url: str) -> list[str]:
    return ROW.findall((built_site / url.strip("/") / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("url", EASY)
def test_each_idea_has_a_drawing_and_short_sentences(built_site: Path, url: str) -> None:
    found = rows(built_site, url)
    assert len(found) > 15
    for row in found:
        assert row.count("<svg") == 1
        lines = [re.sub(r"<[^>]+>", "", each) for each in re.findall(r"<p>(.*?)</p>", row, re.DOTALL)]
        assert 1 <= len(lines) <= 4, lines
        for sentence in re.split(r"(?<=[.?!:])\s+", " ".join(lines)):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_they_say_what_happens_next_and_lead_to_the_form_and_are_led_to(pages: list[BuiltPage]) -> None:
    by_url = {page.url: page for page in pages}
    for url, form in EASY.items():
        page = by_url[url]
        assert "What happens next" in page.blocks
        assert "We do this within one working day." in page.blocks
        hrefs = [link["href"] for link in page.all("a")]
        assert any(href.endswith(form) for href in hrefs)
        assert "tel:999" in hrefs
        assert not any("Easy Read" in words for words in page.blocks), "a name for what its readers have looked at"
    for url, easy in (("/get-help/", "../easy/ask/"), ("/volunteer/", "../easy/volunteer/")):
        assert easy in [link["href"] for link in by_url[url].all("a")]


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.parametrize("url", EASY)
def test_the_drawing_stands_left_of_large_letters_even_on_a_telephone(
    url: str, open_page: OpenPage, site_url: str
) -> None:
    page = open_page(f"{site_url}{url}", viewport=PHONE)
    for row in page.locator(".easy__row").all():
        drawing, words = row.locator(".easy__drawing").bounding_box(), row.locator(".easy__words").bounding_box()
        assert drawing
        assert words
        assert drawing["x"] + drawing["width"] <= words["x"]
    sizes = page.locator(".easy__words p").evaluate_all("all => all.map(p => parseFloat(getComputedStyle(p).fontSize))")
    assert min(sizes) >= SMALLEST
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert_axe_clean_light_and_dark(page, url)
    printed = page.pdf(format="A4")
    assert sheets_of(printed) <= 20
