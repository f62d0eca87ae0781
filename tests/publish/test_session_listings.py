"""Sessions on the public page: those that may be booked, with the places left, and for calendars; not how to join."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

from community.book import Book
from community.publish import build, publish, stale
from community.publish.publish_site import prepare_lists
from community.settings import Settings

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
EVENING = {
    "name": "Helping & <b>listening</b>", "kind": "training", "what": "For anybody; bring a pen, and a friend.",
    "starts_at": "2026-11-24T18:30:00.000Z", "minutes": 90, "place": "Canary Hall, Bath", "online": "no", "places": 6,
    "cost": "Free", "led_by": "Canary Smith", "joining": "https://example.org/canary", "hub": "keynsham",
    "status": "open", "notes": "Canary notes",
}  # fmt: skip


def session(book: Book, **values: object) -> str:
    return book.append("sessions", EVENING | values, by="Dilys").id


def booking(book: Book, one: str, status: str = "booked") -> None:
    told = {"name": "Canary Booker", "email": "canary@example.org", "session_id": one, "status": status}
    book.append("bookings", told, by="web")


def lists(book: Book, settings: Settings, now: datetime = NOW) -> dict[str, str]:
    return prepare_lists(book, settings, now)


def test_a_session_is_listed_with_its_day_and_the_places_that_are_truly_left(book: Book, settings: Settings) -> None:
    one = session(book, place="The hall")
    for status in ("booked", "booked", "waiting", "cancelled"):
        booking(book, one, status)
    told = lists(book, settings)
    words = unescape(told["sessions.md"])
    for part in (
        "Tuesday 24 November, 6.30 pm", "Four places left", "Keynsham and Saltford", "90 minutes", "<dd>Free</dd>",
        f'href="book/?for={one.lower()}"', 'datetime="2026-11-24T18:30:00+00:00"', f'href="{one.lower()}.ics"',
    ):  # fmt: skip
        assert part in words, part
    assert not re.search("canary", "".join(told.values()), re.IGNORECASE)
    assert "<b>" not in told["sessions.md"]
    for _ in range(3):
        booking(book, one)
    assert "One place left" in lists(book, settings)["sessions.md"]
    booking(book, one)
    full = lists(book, settings)["sessions.md"]
    assert "<strong>Full</strong>" in full
    assert "Go on the waiting list" in full
    session(book, name="Open house", places=None)
    assert "There is room" in lists(book, settings)["sessions.md"]


def test_what_is_not_announced_over_or_called_off_is_nowhere(book: Book, settings: Settings, root: Path) -> None:
    empty = lists(book, settings)
    for status in ("planned", "held", "cancelled"):
        session(book, status=status)
    session(book, starts_at=None)
    session(book, starts_at="2026-11-20T18:30:00.000Z")
    assert lists(book, settings) == empty
    assert "No session is planned just now" in empty["sessions.md"]
    session(book)
    publish(root, lists(book, settings, NOW + timedelta(days=3)), lambda: None)
    assert set(stale(root, lists(book, settings, NOW + timedelta(days=4)))) == {"sessions.md", "sessions.json"}


def test_a_calendar_file_holds_what_a_calendar_needs_and_nobody_s_words_end_a_line_of_it(
    book: Book, settings: Settings
) -> None:
    one = session(book, name="Tea, talk; and\nEND:VEVENT", what="é" * 60)
    files = json.loads(lists(book, settings)["sessions.json"])
    assert set(files) == {"sessions.ics", f"{one.lower()}.ics"}
    told = files["sessions.ics"]
    lines = told.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("END:VEVENT") == 1
    for line in ("DTSTART:20261124T183000Z", "DTEND:20261124T200000Z", "SUMMARY:Tea\\, talk\\; and\\nEND:VEVENT"):
        assert line in lines, line
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "é" * 60 in told.replace("\r\n ", "")
    assert "example.org/canary" not in told


def test_the_built_site_has_the_list_and_its_calendar_files_lie_beside_the_page(
    book: Book, settings: Settings, root: Path
) -> None:
    one = session(book)
    publish(root, lists(book, settings), lambda: build(root, settings))
    page = (root / "build/site/training/index.html").read_text(encoding="utf-8")
    for link in re.findall(r'href="([^"]+\.ics)"', page):
        assert (root / "build/site/training" / link).is_file(), link
    assert f'id="{one.lower()}"' in page
    assert (root / "build/site/training/book/index.html").is_file()
