"""The pages in another language: nowhere unless the settings say so, and then like all others."""

import re
from pathlib import Path

import pytest

from community.publish.site_build import make
from community.search import Index
from community.settings import load
from tests.browser.support import DESK, PHONE, OpenPage, assert_axe_clean_light_and_dark
from tests.checkout import ROOT
from tests.site.conftest import handed_out
from tests.site.pages import read_pages

LEADS = {
    "get-help": ["../pl/"],
    "get-help/ask": ["../../pl/get-help/ask/"],
    "get-help/refer": [],
    "newsletter": [],
    "safeguarding": [],
    "safeguarding/adult": [],
    "put-it-right": [],
    "put-it-right/tell-us": [],
    "from-us": [],
    "training/welcome": [],
}
"""Where the switch of a page leads: nowhere from what is being answered, or about harm."""
PAGES = {"/pl/", "/pl/get-help/ask/", "/pl/get-help/now/", "/pl/volunteer/join/", "/pl/contact/"}


def test_nothing_shows_where_it_is_off(built_site: Path) -> None:
    assert not (built_site / "pl").exists()
    for page in built_site.rglob("*.html"):
        assert not re.search(r'hreflang|class="switch"|lang="pl"', page.read_text("utf-8")), page
    for name in ("sitemap.xml", "search.json"):
        assert "pl/" not in (built_site / name).read_text("utf-8")
    assert "The site is in English only." in (built_site / "accessibility/index.html").read_text("utf-8")


def switches(page: Path) -> list[str]:
    return re.findall(r'class="switch" href="([^"]*)"', page.read_text("utf-8"))


@pytest.mark.long
@pytest.mark.browser
def test_where_it_is_on_a_switch_leads_there_and_back_and_axe_finds_nothing(
    tmp_path: Path, open_page: OpenPage
) -> None:
    file = tmp_path / "own.toml"
    file.write_text((ROOT / "community.toml").read_text("utf-8") + "\n[languages.pl]\n", "utf-8")
    settings = load({"COMMUNITY_TOML": str(file), "PUBLIC_URL": "https://town.example.org"})
    built = tmp_path / "built"
    make(ROOT, built, settings)
    assert {page.url for page in read_pages(built) if page.url.startswith("/pl/")} == PAGES
    index = Index.read((built / "search.json").read_bytes())
    for asked in ("polish", "polski", "Po polsku", "interpreter"):
        assert index.rank(asked).results[0].url == "pl/", asked
    assert [each["url"] for each in index.told["pages"] if each["url"].startswith("pl/")] == ["pl/"]
    said = (built / "accessibility/index.html").read_text("utf-8")
    assert "You can ask for help and join in another language too:" in said
    assert "The site is in English only" not in said
    for there, leads in LEADS.items():
        assert switches(built / there / "index.html") == leads, there
    with handed_out(built) as site:
        page = open_page(f"{site}/get-help/ask/", javascript=True)
        for language, words in (("pl", "Poproś o pomoc"), ("en-GB", "Ask for help"), ("pl", "Poproś o pomoc")):
            page.click(".switch")
            assert page.locator("html").get_attribute("lang") == language
            assert page.locator("h1").inner_text() == words
            others = {each.get_attribute("hreflang") for each in page.locator("link[hreflang]").all()}
            assert others == {"pl", "en-GB"}
        for address in sorted(PAGES):
            for size in (PHONE, DESK):
                page.set_viewport_size(size)
                page.goto(site + address)
                assert_axe_clean_light_and_dark(page, address)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
