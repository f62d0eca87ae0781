"""Where the settings name the public address, every page does: to search engines, and to those who share it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from community.settings import SettingsError, load
from tests.site.conftest import build_site
from tests.site.pages import BuiltPage, read_pages
from tests.site.test_pages import OPENED_BY_A_LINK

TOWN = "https://town.example.org/kind"


def told(page: BuiltPage, name: str) -> str | None:
    if name == "canonical":
        return next((link["href"] for link in page.all("link") if link.get("rel") == name), None)
    return next((meta["content"] for meta in page.all("meta") if meta.get("property") == name), None)


def test_the_public_address_reaches_every_page_and_the_list_of_pages(tmp_path: Path) -> None:
    build_site(tmp_path / "site", PUBLIC_URL=f"{TOWN}/")
    apart = {"/404.html", OPENED_BY_A_LINK}
    pages = [page for page in read_pages(tmp_path / "site") if page.url not in apart]
    for page in pages:
        assert told(page, "canonical") == told(page, "og:url") == TOWN + page.url
        assert told(page, "og:title")
        assert told(page, "og:description")
    sitemap = ElementTree.parse(tmp_path / "site" / "sitemap.xml")  # noqa: S314 (ours, just written)
    listed = {each.text for each in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert listed == {TOWN + page.url for page in pages}


def test_without_one_no_page_names_an_address_that_might_be_wrong(pages: list[BuiltPage]) -> None:
    for page in pages:
        assert told(page, "canonical") is None
        assert told(page, "og:url") is None


@pytest.mark.parametrize(
    "wrong", ["town.example.org", "ftp://town.example.org", "https://", "https://a b", "https://x/?a=1"]
)
def test_half_an_address_is_named_as_a_mistake_and_not_repeated(wrong: str) -> None:
    with pytest.raises(SettingsError, match="PUBLIC_URL: a whole address") as refused:
        load({"PUBLIC_URL": wrong})
    assert wrong not in str(refused.value).replace("https://community.example.org", "")
