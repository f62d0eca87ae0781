"""What becomes of words that a person types, or that a program sends as if typed (USER_ENTERED)."""

import math
import re
from datetime import date, datetime, time, timedelta
from typing import Any

from .cells import Cell, Entered, Formula

DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - serial numbers know no zone
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SIGNS = {"en_GB": "£", "en_US": "$", "fr_FR": "€", "de_DE": "€"}
_COMMA_LOCALES = ("fr", "de", "es", "it", "nl", "pl", "pt")

_NUMBER = re.compile(r"([+-]?)(?=[.\d])(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?([eE][+-]?\d+)?")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])m)?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED = re.compile(r"(?:(\d{1,2})[ -]([A-Za-z]{3,9})|([A-Za-z]{3,9}) (\d{1,2}),?)[ -](\d{4})")


def enter(text: str, before: Cell, locale: str) -> Cell:
    """Return the cell after a person typed `text` into it: numbers, dates and formulas become such, unless the cell
    is plain text. An apostrophe in front keeps words as they are. Only a new kind of value brings its own format."""
    if before.is_plain_text:
        return before._replace(value=text.removeprefix("'") or None)
    if text.startswith("'"):
        return before._replace(value=text[1:] or None)
    if text.startswith("=") and len(text) > 1:
        return before._replace(value=Formula(text))
    value, kind = recognised(text, locale)
    if kind is None or (before.format and "numberFormat" in before.format):
        return before._replace(value=value)
    return before._replace(value=value, format=(before.format or {}) | {"numberFormat": kind})


def recognised(text: str, locale: str) -> tuple[Entered, dict[str, Any] | None]:
    """Return the value that words mean, and the number format they bring with them, None if none."""
    words = text.strip()
    if not text:
        return None, None
    if words.upper() in ("TRUE", "FALSE"):
        return words.upper() == "TRUE", None
    for reading in (_number, _moment):
        found = reading(words, locale)
        if found is not None:
            return found
    return text, None


def _number(words: str, locale: str) -> tuple[float, dict[str, str] | None] | None:
    sign = _SIGNS.get(locale, "$")
    plain, percent = (words[:-1].rstrip(), True) if words.endswith("%") else (words, False)
    bare = re.sub(rf"^([+-]?){re.escape(sign)}", r"\1", plain)
    if locale[:2] in _COMMA_LOCALES:
        if "." in bare:
            return None
        bare = bare.replace("\u202f", "").replace(",", ".")
    match = _NUMBER.fullmatch(bare)
    if not match or not re.search(r"\d", bare):
        return None
    minus, whole, decimals, power = match.groups()
    value = float(f"{minus}{(whole or '0').replace(',', '')}{decimals or ''}{power or ''}")
    if not math.isfinite(value):
        return None
    places = ".00" if len(decimals or "") > 1 else ""
    kind = None
    if percent:
        value, kind = round(value / 100, 15), {"type": "PERCENT", "pattern": f"0{places}%"}
    elif bare != plain and sign in plain:
        kind = {"type": "CURRENCY", "pattern": f'"{sign}"#,##0{places}'}
    elif power:
        kind = {"type": "SCIENTIFIC", "pattern": "0.00E+00"}
    elif "," in (whole or ""):
        kind = {"type": "NUMBER", "pattern": f"#,##0{places}"}
    return number(value), kind


def number(value: float) -> float:
    """Return a double the way answers write it: whole ones without decimals."""
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else value


def _moment(words: str, locale: str) -> tuple[float, dict[str, str]] | None:
    day_words, _, clock_words = words.partition(" ") if ":" in words and words.count(" ") == 1 else (words, "", "")
    if "T" in words and _ISO.match(words):
        return None  # Sheets leaves an ISO time stamp as text
    clock = _clock(clock_words) if clock_words else None
    day = _day(day_words, locale)
    if day and not clock_words:
        return _serial(day[0], None), {"type": "DATE", "pattern": day[1]}
    if day and clock:
        return _serial(day[0], clock[0]), {"type": "DATE_TIME", "pattern": f"{day[1]} {clock[1]}"}
    only_clock = _clock(words)
    if only_clock:
        return _fraction(only_clock[0]), {"type": "TIME", "pattern": only_clock[1]}
    return None


def _clock(words: str) -> tuple[time, str] | None:
    match = _TIME.fullmatch(words)
    if not match:
        return None
    hours, minutes, seconds, half = match.groups()
    hour = int(hours)
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23 or int(minutes) > 59 or int(seconds or 0) > 59:
        return None
    pattern = "hh:mm" + (":ss" if seconds else "") + (" am/pm" if half else "")
    return time(hour, int(minutes), int(seconds or 0)), pattern


def _day(words: str, locale: str) -> tuple[date, str] | None:
    try:
        if match := _ISO.fullmatch(words):
            return date(int(match[1]), int(match[2]), int(match[3])), "yyyy-mm-dd"
        if match := _SLASHED.fullmatch(words):
            first, mark, second = int(match[1]), match[2], int(match[3])
            year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4]) - (100 if int(match[4]) > 49 else 0)
            if locale == "en_US":
                return date(year, first, second), f"m{mark}d{mark}yyyy"
            return date(year, second, first), f"dd{mark}mm{mark}yyyy"
        if match := _NAMED.fullmatch(words):
            month = (match[2] or match[3]).lower()
            if month[:3] in _MONTHS:
                day = date(int(match[5]), _MONTHS.index(month[:3]) + 1, int(match[1] or match[4]))
                return day, "d mmm yyyy" if match[1] else "mmm d, yyyy"
    except ValueError:
        return None
    return None


def _serial(day: date, clock: time | None) -> float:
    days = (datetime(day.year, day.month, day.day) - DAY_ZERO).days  # noqa: DTZ001
    return days + (_fraction(clock) if clock else 0)


def _fraction(clock: time) -> float:
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second).total_seconds() / 86400
