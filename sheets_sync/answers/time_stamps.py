"""Reads the time stamp of an answer, whatever language or format its column was given since."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from community.tables.canonical import text

_DAY = 86_400_000
_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
"""Day 0 of spreadsheets."""
_FIRST, _LAST = 36_526, 73_051  # the years 2000 to 2099
_DATE = re.compile(r"(\d{1,4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,4})\.?")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,6}))?)?")
_LATE: Mapping[str, bool] = {
    "pm": True, "p. m.": True, "p.m.": True, "下午": True, "午後": True, "오후": True,
    "am": False, "a. m.": False, "a.m.": False, "上午": False, "午前": False, "오전": False,
}  # fmt: skip
_MONTH_FIRST = ("en_us",)
HEADERS = frozenset(
    {
        "timestamp", "zeitstempel", "horodateur", "marca temporal", "informazioni cronologiche",
        "carimbo de data/hora", "carimbo data/hora", "tijdstempel", "sygnatura czasowa", "marcaj de timp",
        "marcaj temporal", "stamp amser", "tidsstämpel", "tidsstempel", "tidsmerke", "aikaleima", "časové razítko",
        "időbélyeg", "zaman damgası", "отметка времени", "позначка часу", "طابع زمني", "タイムスタンプ", "타임스탬프",
        "时间戳记", "時間戳記",
    }
)  # fmt: skip
"""What Google calls the column, in the languages of the spreadsheets we know of."""


@dataclass(frozen=True)
class Stamp:
    """`token` tells one stamp from another; empty: none. `wall`: milliseconds of the spreadsheet's clock, if readable.

    `exact`: as Google writes it, in milliseconds. What a person typed, or turned into text, has whole seconds.
    """

    token: str = ""
    wall: int | None = None
    exact: bool = False

    def moment(self, zone: tzinfo) -> datetime | None:
        """The moment in UTC. The hour that comes twice in autumn is taken to be the first."""
        if self.wall is None:
            return None
        local = (_ZERO + timedelta(milliseconds=self.wall)).replace(tzinfo=zone)
        return local.astimezone(UTC)


def read(cell: object, locale: str = "") -> Stamp:
    """The stamp in this cell: a serial number of days, or text as people and other settings write it."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not _FIRST <= cell < _LAST:
            return _unread(str(cell))
        wall = round(cell * _DAY)
        return Stamp(str(wall), wall, exact=wall % 1000 != 0)
    told = text(str(cell)) if cell is not None else None
    if told is None:
        return Stamp()
    wall_or_none = _wall(told, locale)
    return _unread(told) if wall_or_none is None else Stamp(str(wall_or_none), wall_or_none)


def looks_like(cell: object) -> bool:
    """Whether this may be a time stamp: a day and a time of it."""
    if isinstance(cell, str):
        return bool(_TIME.search(cell)) and read(cell).wall is not None
    return isinstance(cell, float) and not cell.is_integer() and read(cell).wall is not None


def _unread(told: str) -> Stamp:
    return Stamp("t" + hashlib.blake2b(told.encode(), digest_size=6).hexdigest())


def _wall(told: str, locale: str) -> int | None:
    found = _DATE.search(told)
    if not found:
        return None
    rest = told[: found.start()] + " " + told[found.end() :].removeprefix("T")
    day = _day(*map(int, found.groups()), month_first=locale.lower().replace("-", "_") in _MONTH_FIRST)
    if day is None:
        return None
    time = _TIME.search(rest)
    hour, minute, second = (int(part or 0) for part in time.groups()[:3]) if time else (0, 0, 0)
    late = next((pm for word, pm in _LATE.items() if word in rest.casefold()), None)
    if late is not None and hour <= 12:
        hour = hour % 12 + (12 if late else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    thousandths = int((time[4] or "0").ljust(3, "0")[:3]) if time else 0
    whole = day.replace(hour=hour, minute=minute, second=second)
    return round((whole - _ZERO) / timedelta(seconds=1)) * 1000 + thousandths


def _day(first: int, second: int, third: int, *, month_first: bool) -> datetime | None:
    if first > 31:
        year, month, day = first, second, third
    else:
        # 11/21/2026 can only be the American order, 21/11/2026 only everybody else's.
        swap = second > 12 or (month_first and first <= 12)
        month, day = (first, second) if swap else (second, first)
        year = third + 2000 if third < 100 else third
    try:
        return datetime(year, month, day, tzinfo=UTC) if 2000 <= year < 2100 else None
    except ValueError:
        return None
