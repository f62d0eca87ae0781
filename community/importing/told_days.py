"""Dates as people write them, the day first as in the United Kingdom; what can be read two ways is said."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EXCEL_DAY_0 = date(1899, 12, 30)
_SERIAL = (15_000, 60_000)
"""Days as Excel counts them, between 1941 and 2064."""
_TIME = re.compile(r"[T ,]+\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?\s*(am|pm|z)?$", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[,.]?\s+", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_DAY_WORD = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s\-/.]*([a-z]{3,9})\.?[\s\-/.,']*(\d{4}|\d{2})")
_WORD_DAY = re.compile(r"([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[\s,.]+(\d{4}|\d{2})")
_WORD_YEAR = re.compile(r"([a-z]{3,9})\.?[\s\-/.,']*(\d{4}|\d{2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")


class DayDoubt(StrEnum):
    """What a person should know of a date that was read."""

    TWO_WAYS = "two_ways"
    NO_DAY = "no_day"


@dataclass(frozen=True)
class ToldDay:
    """A day, and what is doubtful about it."""

    day: date
    doubt: DayDoubt | None = None


def month_first(cells: Iterable[str]) -> bool | None:
    """Whether the month stands first in a column's dates; None where none of them tells."""
    first, second = False, False
    for cell in cells:
        if match := _NUMBERS.fullmatch(_bare(cell)):
            first, second = first or int(match[1]) > 12, second or int(match[2]) > 12
    return None if first == second else second


def read_day(cell: str, today: date, order: bool | None = None) -> ToldDay | None:
    """The day that the cell means, None where it can't be read. `order` is what `month_first` says of the column.

    A year of two figures is the latest such year that is no more than ten years ahead.
    """
    text = _bare(cell)
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        one, other, year = int(match[1]), int(match[2]), _year(match[3], today)
        if order or other > 12:
            return _day(year, one, other)
        found = _day(year, other, one)
        ambiguous = order is None and one <= 12 and one != other
        return ToldDay(found.day, DayDoubt.TWO_WAYS) if found and ambiguous else found
    if (match := _DAY_WORD.fullmatch(text)) and (month := _month(match[2])):
        return _day(_year(match[3], today), month, int(match[1]))
    if (match := _WORD_DAY.fullmatch(text)) and (month := _month(match[1])):
        return _day(_year(match[3], today), month, int(match[2]))
    if (match := _WORD_YEAR.fullmatch(text)) and (month := _month(match[1])):
        found = _day(_year(match[2], today), month, 1)
        return ToldDay(found.day, DayDoubt.NO_DAY) if found else None
    if text.isdigit() and _SERIAL[0] <= int(text) <= _SERIAL[1]:
        return ToldDay(_EXCEL_DAY_0 + timedelta(days=int(text)))
    return None


def _bare(cell: str) -> str:
    return _WEEKDAY.sub("", _TIME.sub("", cell.strip())).strip().lower()


def _month(word: str) -> int | None:
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else None


def _year(told: str, today: date) -> int:
    if len(told) == 4:
        return int(told)
    year = today.year // 100 * 100 + int(told)
    return year if year <= today.year + 10 else year - 100


def _day(year: int, month: int, day: int) -> ToldDay | None:
    try:
        return ToldDay(date(year, month, day))
    except ValueError:
        return None
