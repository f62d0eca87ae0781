"""A machine with a real book that takes in the answers of a spreadsheet, as the sync does."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from community.book import Book, TakenIn
from community.forms import load
from community.places import Places
from community.settings import load as load_settings
from sheets_sync.answers import Answers, take_in
from sheets_sync.book_snapshot import Known, known
from tests.book.databases import new_book

SETTINGS = load_settings()
FORMS = load(SETTINGS)
PLACES = Places.open(SETTINGS.home, SETTINGS.hubs)
NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)
NOBODY = Known({form.table: {} for form in FORMS.values()}, {}, {}, set(), {}, {})
"""What an empty book says."""
Tabs = Mapping[str, list[list[Any]]]


class Machine:
    """One book."""

    def __init__(self, folder: Path) -> None:
        self.book = Book.open(new_book(folder / "book.db"), clock=lambda: NOW, erasure_key=b"for tests alone")
        self.seen: set[str] = set()

    def look(self, tabs: Tabs, **told: Any) -> Answers:
        """What there is to take in."""
        settings: dict[str, Any] = {"now": NOW, "zone": ZoneInfo("Europe/London"), "locale": "en_GB"} | told
        return take_in(tabs, FORMS, places=PLACES, known=known(self.book), seen=self.seen, **settings)

    def sync(self, tabs: Tabs, **told: Any) -> TakenIn:
        """Take it in."""
        found = self.look(tabs, **told)
        taken = self.book.take_in(rows=found.rows, changes=found.changes)
        self.seen = {each.id for each in found.aside}
        assert taken.refused == taken.waiting == taken.differing == ()
        return taken

    def rows(self, table: str = "help_requests") -> list[Any]:
        """The current rows, the earliest first."""
        return list(self.book.rows(table))


def looked(tabs: Tabs, **told: Any) -> Answers:
    """What a machine with an empty book finds."""
    settings: dict[str, Any] = {"now": NOW, "zone": ZoneInfo("Europe/London"), "places": None} | told
    return take_in(tabs, FORMS, known=NOBODY, **settings)


def ids(tabs: Tabs) -> list[str]:
    """The ids of what a machine with an empty book would take in."""
    return sorted(each.id for each in looked(tabs).rows)


def names(machine: Machine, table: str = "help_requests") -> list[Any]:
    """The names in its book, the earliest first."""
    return [each["name"] for each in machine.rows(table)]
