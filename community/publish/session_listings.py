"""The training sessions that may be booked, as the public pages list them, with the places left; and for calendars."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from community.book import Reader
from community.publish.markdown_escaping import text
from community.settings import Settings
from community.tables import TABLES
from community.tables.canonical import LONDON, moment
from community.tables.row_types import BookingRow, SessionRow
from community.tables.statuses import BookingStatus, SessionStatus
from community.tables.vocabulary import YesNo
from community.wording import first_upper, moment_words, spoken, wording

PUBLIC = tuple(column.name for column in TABLES[SessionRow.TABLE].columns if column.public)
"""The columns of a session that may be printed. Beside them are read its hub, its status and how many booked."""
CALENDARS = "sessions.json"
"""The calendar files, by name; `write_calendars` puts them beside the built page."""
FOLDER = "training"
_BOOKABLE = (SessionStatus.OPEN, SessionStatus.FULL)
_USUAL = 60
"""Minutes in a calendar where nobody said how long it takes."""
_OPEN_TO_ALL = "EducationEvent"


@dataclass(frozen=True)
class SessionListing:
    """One session as strangers may read it."""

    id: str
    told: SessionRow
    """Its public columns, and no others."""
    hub: str | None
    starts: datetime
    left: int | None
    """How many places are left; None where any number may come."""
    changed: str
    """When its row last changed, as the book writes it."""

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.told.name)

    @property
    def where(self) -> str:
        """Where it is."""
        return "Online" if self.told.online == YesNo.YES else self.told.place or ""


def session_listings(reader: Reader, settings: Settings, today: date) -> list[SessionListing]:
    """The sessions that are announced and not over, the next one first."""
    rows = reader.rows(SessionRow, lambda c: [c.status.in_(_BOOKABLE), c.starts_at.is_not(None), c.name.is_not(None)])
    found = [
        SessionListing(
            row.id,
            SessionRow.of({name: row[name] for name in PUBLIC}),
            row.hub if row.hub in settings.hubs else None,
            moment(row.starts_at).astimezone(LONDON),
            _left(reader, row),
            row.changed_at,
        )
        for row in rows
        if row.starts_at
    ]
    return sorted((each for each in found if each.starts.date() >= today), key=lambda each: (each.starts, each.id))


def _left(reader: Reader, row: SessionRow) -> int | None:
    if row.places is None:
        return None
    booked = reader.count(BookingRow, lambda c: [c.session_id == row.id, c.status == BookingStatus.BOOKED])
    return max(0, row.places - booked)


def session_pages(found: Sequence[SessionListing], settings: Settings) -> dict[str, str]:
    """By file name, the list of sessions for the page, and their calendar files."""
    return {
        "sessions.md": "\n".join(_list(found, settings)) + "\n",
        CALENDARS: json.dumps(_calendars(found, settings), ensure_ascii=False, sort_keys=True, indent=1) + "\n",
    }


def _list(found: Sequence[SessionListing], settings: Settings) -> Iterator[str]:
    if not found:
        yield "No session is planned just now. Ring us on [%telephone%](tel:%dial%), and we tell you of the next one."
        return
    yield '<ul class="services">'
    for each in found:
        yield from _entry(each, settings)
    yield "</ul>"
    yield ""
    yield '<p><a href="sessions.ics">All of these for your calendar</a></p>'


def _entry(each: SessionListing, settings: Settings) -> Iterator[str]:
    row = each.told
    kind = wording().session_kind.get(row.kind or "", "")
    yield f'<li class="service" itemscope itemtype="https://schema.org/{_OPEN_TO_ALL}">'
    yield f'<h3 class="service__name" id="{each.id.lower()}" itemprop="name">{text(each.name)}</h3>'
    yield f'<p class="service__ring"><time itemprop="startDate" datetime="{each.starts.isoformat()}">' + (
        f"{text(moment_words(each.starts))}</time></p>"
    )
    if row.what:
        yield f'<p itemprop="description">{text(row.what)}</p>'
    facts = [
        ("What it is", text(first_upper(kind))),
        ("How long", text(spoken(row.minutes, "minute")) if row.minutes else ""),
        ("Where", f'<span itemprop="location">{text(each.where)}</span>' if each.where else ""),
        ("Area", text(settings.hubs[each.hub].name) if each.hub else ""),
        ("Cost", text(row.cost or "")),
        ("Places", f"<strong>{places_words(each.left)}</strong>"),
    ]
    yield "<dl>"
    yield from (f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in facts if words)
    yield "</dl>"
    book = "Go on the waiting list" if each.left == 0 else "Book a place"
    about = f'<span class="visually-hidden">: {text(each.name)}, {text(moment_words(each.starts))}</span>'
    yield f'<p><a class="cc-button" href="book/?for={each.id.lower()}">{book}{about}</a></p>'
    yield f'<p><a href="{each.id.lower()}.ics">For your calendar{about}</a></p>'
    yield "</li>"


def places_words(left: int | None) -> str:
    """How many places are left, in words. The number is true however small: it says nothing about anybody."""
    if left is None:
        return "There is room"
    return f"{first_upper(spoken(left, 'place'))} left" if left else "Full"


def _calendars(found: Sequence[SessionListing], settings: Settings) -> dict[str, str]:
    if not found:
        return {}
    each = {f"{one.id.lower()}.ics": _calendar([one], settings) for one in found}
    return {"sessions.ics": _calendar(found, settings)} | each


def _calendar(found: Iterable[SessionListing], settings: Settings) -> str:
    """A calendar of these sessions (RFC 5545). How to join is not in it: those with a place are told."""
    name = settings.community.name
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_ics(name)}//Training//EN", "CALSCALE:GREGORIAN"]
    for each in found:
        end = each.starts + timedelta(minutes=each.told.minutes or _USUAL)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{each.id.lower()}@{_host(settings)}",
            f"DTSTAMP:{_utc(moment(each.changed))}",
            f"DTSTART:{_utc(each.starts)}",
            f"DTEND:{_utc(end)}",
            f"SUMMARY:{_ics(each.name)}",
            *([f"DESCRIPTION:{_ics(each.told.what)}"] if each.told.what else []),
            *([f"LOCATION:{_ics(each.where)}"] if each.where else []),
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _host(settings: Settings) -> str:
    return (settings.public_url or "https://community.invalid").partition("//")[2].split("/")[0].split(":")[0]


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _ics(words: str) -> str:
    """A text as a calendar holds it: what would end a value or a line is marked."""
    plain = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join("".join(c for c in line if c >= " ") for line in plain.splitlines())


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 bytes, as the standard wants; each further one begins with a space."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > 74:
            yield piece
            piece = " "
        piece += sign
    yield piece


def write_calendars(folder: Path, told: Path) -> None:
    """Put the calendar files that publishing wrote down into the built site."""
    calendars = json.loads(told.read_text(encoding="utf-8")) if told.exists() else {}
    place = folder / FOLDER
    for name, words in calendars.items():
        place.mkdir(exist_ok=True)
        (place / name).write_text(words, encoding="utf-8", newline="")
