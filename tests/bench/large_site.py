"""A site with a county's directory and many signatories, built as publishing builds it."""

import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from community.book import Book
from community.demo.demo_names import words
from community.publish.publish_site import prepare_lists
from community.publish.site_build import make
from community.publish.written_pages import place
from community.settings import Settings, load
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import HELPS_WITH, ServiceKind
from community.tables.vocabulary import Channel

ROOT = Path(__file__).parents[2]
SERVICES, SIGNATORIES = 1_000, 500
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
# A town has many more advice services than warm rooms.
_KINDS = [ServiceKind.SERVICE] * 5 + [ServiceKind.GROUP] * 4 + [ServiceKind.SHOP, ServiceKind.WARM_PLACE]


def lay_out(folder: Path) -> Settings:
    """Write the sources of the large site into the folder, from a book that is filled there; its settings."""
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site", folder / "site")
    settings = load({"COMMUNITY_HOME": str(folder / "data"), "DEMO": "no"})
    settings.book_home.mkdir(parents=True)
    book = Book.open(str(settings.book_home / "book.db"))
    try:
        lots = random.Random(20261130)
        rows = [("services", each) for each in _services(lots, settings)]
        rows += [("organisations", each) for each in _signatories(lots)]
        for waiting in [book.submit(table, values, by=Channel.WEB) for table, values in rows]:
            waiting.result()
        for name, told in prepare_lists(book, settings, NOW).items():
            (folder / place(name)).parent.mkdir(parents=True, exist_ok=True)
            (folder / place(name)).write_text(told, encoding="utf-8")
    finally:
        book.close()
    return settings


def build(folder: Path, settings: Settings) -> Path:
    """The folder of the built site, as publishing builds it."""
    make(folder, folder / "built", settings)
    return folder / "built"


def _services(lots: random.Random, settings: Settings) -> Iterator[dict[str, object]]:
    told = words("organisations")
    hubs, groups = (
        [*settings.hubs, None],
        ["food", "medicine", "company", "lifts", "money", "housing", "mind", "safety"],
    )
    for number in range(SERVICES):
        kind = lots.choice(_KINDS)
        days = ", ".join(lots.sample(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], 2))
        yield {
            "name": f"{lots.choice(told['firsts'])} {lots.choice(told['seconds'])} {_word(lots)}".title(),
            "kind": kind,
            "what": " ".join(_word(lots) for _ in range(lots.randint(8, 16))).capitalize() + ".",
            "times": f"{days}, {lots.randint(8, 11)} am to {lots.randint(1, 6)} pm",
            "place": f"{lots.randint(1, 90)} {_word(lots).title()} {lots.choice(['Road', 'Street', 'Lane', 'Hill'])}",
            "cost": lots.choice(["Free", "£2", "£3", "What you can spare"]),
            "access": lots.choice(told["access"]),
            "public_telephone": f"01632 960{number % 1000:03}",
            "website": f"{_word(lots)}{number}.example.org",
            "hub": lots.choice(hubs),
            HELPS_WITH: lots.sample(groups, lots.randint(1, 3)),
            "status": ListingStatus.APPROVED,
            "checked_on": f"2026-{lots.randint(5, 11):02}-{lots.randint(1, 28):02}",
        }


def _signatories(lots: random.Random) -> Iterator[dict[str, object]]:
    told = words("organisations")
    for _ in range(SIGNATORIES):
        yield {
            "name": f"{lots.choice(told['firsts'])} {lots.choice(told['seconds'])} {_word(lots)}".title(),
            "what_we_do": " ".join(_word(lots) for _ in range(lots.randint(6, 12))).capitalize() + ".",
            "website": f"{_word(lots)}.example.org",
            "commitments": lots.sample(["notice", "listen", "next_door", "ask_first"], lots.randint(0, 4)),
            "status": ListingStatus.APPROVED,
            "signed_on": "2026-03-01",
        }


def _word(lots: random.Random) -> str:
    """A made-up word. A directory's own words repeat; these hardly do, so that they weigh rather too much."""
    return "".join(lots.choice("bcdfghlmnprstvw") + lots.choice("aeiou") for _ in range(lots.choice((2, 2, 3))))
