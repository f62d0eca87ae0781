"""News: pages with a day are listed, the newest first, and make a feed that is one."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from community.book import Book
from community.publish import news_listings
from community.publish.news_listings import NewsUnreadable
from community.publish.publish_site import prepare_lists
from community.settings import Settings

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def here(settings: Settings, root: Path) -> Settings:
    """Give settings whose site has no news yet."""
    for path in (root / "site" / "news").iterdir():
        path.unlink()
    return settings.model_copy(update={"site_told": root, "public_url": "https://help.example.org"})


def write(here: Settings, name: str, day: str, title: str = "Soup & <b>bread</b>") -> None:
    words = f"---\ntitle: {title}\ndate: {day}\nlead: Tea & <i>cake</i> for all\n---\n\nCome along.\n"
    (here.site / "site" / "news" / f"{name}.md").write_text(words, encoding="utf-8")


def test_news_are_listed_the_newest_first_and_those_of_a_later_day_from_that_day_on(book: Book, here: Settings) -> None:
    assert "There is no news just now" in prepare_lists(book, here, NOW)["news.md"]
    write(here, "one", "2026-11-01")
    write(here, "two", "2026-11-20", "Second")
    write(here, "later", "2026-11-22", "Third")
    told = prepare_lists(book, here, NOW)["news.md"]
    assert re.findall(r'href="([^"]+)"', told) == ["../news/two/", "../news/one/"]
    assert "Soup & <b>bread</b>" in unescape(told)
    assert "<b>" not in told
    assert "Third" in prepare_lists(book, here, NOW + timedelta(days=1))["news.md"]


def test_the_feed_has_all_that_atom_asks_for_and_changes_with_the_news_alone(here: Settings, tmp_path: Path) -> None:
    write(here, "one", "2026-11-01")
    write(here, "two", "2026-11-20", "Second")
    news_listings.write(tmp_path, here.site / "site", here, NOW.date())
    told = (tmp_path / "news.xml").read_text("utf-8")
    news_listings.write(tmp_path, here.site / "site", here, NOW.date() + timedelta(days=9))
    assert (tmp_path / "news.xml").read_text("utf-8") == told
    feed = ElementTree.fromstring(told.encode())  # noqa: S314 (our own)
    assert feed.tag == f"{ATOM}feed"
    for each in (feed, *feed.findall(f"{ATOM}entry")):  # RFC 4287, 4.1.1 and 4.1.2
        for name in ("id", "title", "updated"):
            [only] = each.findall(f"{ATOM}{name}")
            assert only.text
        assert datetime.fromisoformat(str(each.findtext(f"{ATOM}updated"))).tzinfo is not None
        [page] = [link for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert str(page.get("href")).startswith("https://help.example.org/")
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"] == [
        "https://help.example.org/news.xml"
    ]
    assert [each.findtext(f"{ATOM}title") for each in feed.findall(f"{ATOM}entry")] == ["Second", "Soup & <b>bread</b>"]
    # A summary is HTML to those who read feeds, so what is written as plain words is marked twice.
    assert {(each.get("type"), each.text) for each in feed.iter(f"{ATOM}summary")} == {
        ("html", "Tea &amp; &lt;i&gt;cake&lt;/i&gt; for all")
    }
    assert len({each.text for each in feed.iter(f"{ATOM}id")}) == 3


@pytest.mark.parametrize("words", ["Come along.", "---\ntitle: A\n---\n", "---\ntitle: [\n---\n", "---\n- a\n---\n"])
def test_a_page_of_news_without_its_head_stops_the_publication_and_is_named(
    book: Book, here: Settings, words: str
) -> None:
    (here.site / "site" / "news" / "odd.md").write_text(words, encoding="utf-8")
    with pytest.raises(NewsUnreadable, match=r"news/odd\.md"):
        prepare_lists(book, here, NOW)


def test_where_else_we_are_is_told_only_if_it_is_set(book: Book, here: Settings) -> None:
    def told(**values: object) -> str:
        own = here.community.model_copy(update=values)
        return unescape(prepare_lists(book, here.model_copy(update={"community": own}), NOW)["social.md"])

    assert told(social="", hashtag="", elsewhere={}).strip() == ""
    assert told(social="@near", hashtag="").strip() == "On social media we are **%social%**."
    assert "https://example.org/g" in told(social="", hashtag="", elsewhere={"Our group": "https://example.org/g"})
