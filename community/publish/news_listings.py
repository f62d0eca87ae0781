"""News: pages with a day below site/news, listed for a page, and as a feed that tells of the next one."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape
from pathlib import Path
from uuid import uuid5

import yaml
from feedgenerator import Atom1Feed

from community.errors import UserFacingError
from community.publish.markdown_escaping import text
from community.publish.open_referral import OURS
from community.settings import Settings
from community.wording import day_words

FOLDER, FEED = "news", "news.xml"
"""Where the pages stand, and the feed (Atom, RFC 4287), below the site."""
_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


class NewsUnreadable(UserFacingError):
    """A page of news does not say what it is called, of which day it is, and what it is about."""


@dataclass(frozen=True)
class NewsItem:
    """One page of news, as its head says."""

    file: str
    """Its name, without `.md`."""
    title: str
    day: date
    lead: str

    @property
    def address(self) -> str:
        """Where it stands, below the site's address."""
        return f"{FOLDER}/{self.file}/"


def news_items(site: Path, today: date) -> list[NewsItem]:
    """What there is up to this day, the newest first. Raises NewsUnreadable."""
    found = [_read(path) for path in sorted((site / FOLDER).glob("*.md"))]
    return sorted((each for each in found if each.day <= today), key=lambda each: (each.day, each.file), reverse=True)


def _read(path: Path) -> NewsItem:
    try:
        head = _HEAD.match(path.read_text(encoding="utf-8"))
        told = yaml.safe_load(head[1]) if head else {}
        day, title, lead = told["date"], told["title"], told["lead"]
    except (yaml.YAMLError, ValueError, TypeError, KeyError):
        day = title = lead = None
    if not isinstance(day, date) or isinstance(day, datetime) or not title or not lead:
        raise NewsUnreadable(
            f"site/{FOLDER}/{path.name} begins without title, date or lead. They stand between two lines of ---, "
            "such as date: 2026-12-24."
        )
    return NewsItem(path.stem, str(title), day, str(lead))


def news_list(found: Sequence[NewsItem]) -> str:
    """The list for the page, as Markdown."""
    if not found:
        return "There is no news just now. Do you have some? Ring us on [%telephone%](tel:%dial%).\n"
    lines = [
        f'<li><a href="../{each.address}">{text(each.title)}</a><br>{text(each.lead)}<br>'
        f'<time datetime="{each.day}">{day_words(each.day)}</time></li>'
        for each in found
    ]
    return "\n".join(['<ul class="helplines">', *lines, "</ul>"]) + "\n"


class _Feed(Atom1Feed):  # type: ignore[misc]
    def latest_post_date(self) -> datetime:
        """Return the newest page's day; the library's own, without a page, is the moment of writing."""
        return super().latest_post_date() if self.items else datetime(2020, 1, 1, tzinfo=UTC)


def _feed(found: Sequence[NewsItem], settings: Settings) -> str:
    """The feed. It is of the newest page's day: nothing in it changes with the day on which it is written."""
    name, site = settings.community.name, f"{settings.public_url}/" if settings.public_url else ""

    def own(of: str) -> str:
        return f"urn:uuid:{uuid5(OURS, json.dumps([name, of]))}"

    feed = _Feed(
        title=f"{name}: news", link=f"{site}good-news/", feed_url=f"{site}{FEED}", feed_guid=own(FEED),
        language="en-GB",
        description=f"What is new in {settings.community.place}", author_name=settings.community.run_by,
    )  # fmt: skip
    for each in found:
        noon = datetime.combine(each.day, time(12), UTC)
        feed.add_item(
            each.title,
            f"{site}{each.address}",
            escape(each.lead, quote=False),
            unique_id=own(each.file),
            pubdate=noon,
            updateddate=noon,
        )
    return f"{feed.writeString('utf-8')}\n"


def write(built: Path, site: Path, settings: Settings, today: date) -> None:
    """Put the feed into the built site, from the pages of news below its sources. Raises NewsUnreadable.

    It tells our name and our address, which nothing does that is kept with the pages.
    """
    (built / FEED).write_text(_feed(news_items(site, today), settings), encoding="utf-8")
