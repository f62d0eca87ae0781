"""The same sources make the same site with MkDocs and with Zensical, which follows it, and no template knows which."""

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from community.publish.site_build import make
from community.settings import load
from tests.browser.support import OpenPage
from tests.checkout import ROOT
from tests.site.conftest import handed_out
from tests.site.pages import BuiltPage, read_pages
from tests.site.test_browser import open_search

TOWN = "https://town.example.org"
ADDRESSES = {"href", "src", "action", "data-index", "data-rules", "data-base"}


def elements(page: BuiltPage) -> list[tuple[str, dict[str, str]]]:
    """The page's elements, each address written out: there is more than one way to write where one is."""
    return [
        (
            tag,
            {name: urljoin(TOWN + page.url, told) if name in ADDRESSES else told for name, told in attributes.items()},
        )
        for tag, attributes in page.elements
    ]


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.parametrize("address", [None, TOWN], ids=["without an address", "with one"])
def test_both_engines_make_the_same_pages_links_and_search(
    address: str | None, tmp_path: Path, open_page: OpenPage
) -> None:
    settings = load({"PUBLIC_URL": address} if address else {})
    old, new = tmp_path / "mkdocs", tmp_path / "zensical"
    make(ROOT, old, settings)
    make(ROOT, new, settings, engine="zensical")
    pages = {page.url: page for page in read_pages(new)}
    assert pages.keys() == {page.url for page in read_pages(old)}
    for page in read_pages(old):
        assert elements(pages[page.url]) == elements(page), page.url
        assert pages[page.url].blocks == page.blocks, page.url
    for page in pages.values():
        for _, attributes in page.elements:
            link = urlsplit(urljoin(TOWN + page.url, attributes.get("href", "#")))
            if link.scheme == "https" and link.netloc == urlsplit(TOWN).netloc and "." not in link.path:
                assert link.path in pages, f"{page.url} -> {attributes['href']}"
                assert not link.fragment or link.fragment in pages[link.path].ids
    assert (new / "search.json").read_text("utf-8") == (old / "search.json").read_text("utf-8")
    listed = [re.findall("<loc>(.*)</loc>", (each / "sitemap.xml").read_text("utf-8")) for each in (old, new)]
    assert sorted(listed[0]) == sorted(listed[1])
    assert len(listed[0]) == (len(pages) - 2 if address else 0)  # all but the frame of a link and the wrong address
    with handed_out(new) as site:
        window = open_page(site)
        open_search(window, "hungry")
        expect(window.locator(".search__results a").first).to_have_attribute("href", re.compile("resources/food/"))


def test_no_template_names_a_file_of_an_engine_or_asks_what_only_one_knows() -> None:
    for path in sorted((ROOT / "site" / "overrides").rglob("*.*ml")):
        template = path.read_text(encoding="utf-8")
        assert not re.search(r"javascripts/|stylesheets/|search_index|bundle\.|\.[0-9a-f]{8}\.", template), path.name
        only_mkdocs = r"\.(is_homepage|parent\b|abs_url|file\.|(items|startswith|endswith|get|keys|values|strftime)\()"
        assert not re.search(only_mkdocs, template), path.name
