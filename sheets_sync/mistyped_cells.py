"""Cells that hold a number, a tick or an error where text belongs: what Google Sheets made of somebody's text.

Our columns are plain text. When a person reformats one, or replaces words in it, Google reads each cell again: a
telephone number loses its nought, a day becomes a serial number, a formula leaves an error.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from community.identity import phone_numbers

ERRORS = frozenset(
    {
        *("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#ERROR!", "Loading..."),
        *("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#GETTING_DATA"),
    }
)
"""What a cell shows whose formula does not work, or not yet, here and in Excel, from where it may be pasted."""
_TOO_NARROW = re.compile("#{3,}")
"""What Excel shows of a number that its column is too narrow for."""
_TEXTS = frozenset({"text", "long_text", "code", "codes", "ref", "refs"})
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 (a serial has no zone: it is what a clock on the wall says)
_DAYS = ("%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")
_HOURS = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I %p")
_SHORTENED = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_FIGURES = re.compile(r"[1-9]\d{8,9}|44\d{9,10}|\d(\.\d+)?E\+?\d{1,2}", re.ASCII | re.IGNORECASE)
_NEAR = 1e-6
_LONGEST_AT_HOME = 10
"""Digits of a number of the United Kingdom, without the nought."""


def is_error(raw: Any) -> bool:
    """Whether the cell shows an error, of its own formula or pasted as words."""
    return isinstance(raw, str) and (raw.strip() in ERRORS or _TOO_NARROW.fullmatch(raw.strip()) is not None)


def is_no_text(kind: str, raw: Any) -> bool:
    """Whether a number or a tick stands where the column (of this kind) holds text."""
    return kind in _TEXTS and isinstance(raw, bool | int | float)


def is_unticked(kind: str, raw: Any) -> bool:
    """Whether it is an empty check box. Who puts boxes down a column has not said no for everybody in it."""
    return kind == "yes_no" and (raw is False or raw == "FALSE")


def as_number(field: str, raw: Any) -> Any:
    """The raw value; as a number where another program's export has made a telephone number into one, as a text."""
    figures = raw.replace(" ", "") if field.endswith("telephone") and isinstance(raw, str) else ""
    return float(figures) if _FIGURES.fullmatch(figures) else raw


def is_shortened(field: str, raw: Any) -> bool:
    """Whether a spreadsheet has shortened this telephone number, so that figures are lost: `1.63296E+09`."""
    return field.endswith("telephone") and isinstance(raw, str) and _SHORTENED.fullmatch(raw.strip()) is not None


def was_made_of(raw: Any, text: str) -> bool:
    """Whether Google Sheets makes this number of the text: without its nought, or as the serial of a day or hour."""
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not text:
        return False
    return any(abs(raw - number) < _NEAR * max(1, abs(number)) for number in _numbers(text))


def _numbers(text: str) -> Iterator[float]:
    said = text.strip().lstrip("'").strip()
    with suppress(ValueError):
        yield float(said.translate(str.maketrans("", "", " ,£+")))
    if said.endswith("%"):
        with suppress(ValueError):
            yield float(said[:-1]) / 100
    for form in _DAYS:
        with suppress(ValueError):
            day = datetime.strptime(said, form)  # noqa: DTZ007 (a day on a calendar)
            yield float((day - _DAY_ZERO).days)
    for form in _HOURS:
        with suppress(ValueError):
            at = datetime.strptime(said.upper(), form)  # noqa: DTZ007
            yield (at.hour * 3600 + at.minute * 60 + at.second) / 86_400


def with_nought(field: str, raw: Any) -> str | None:
    """The telephone number that lost the 0 or the + in front of it; None when this can't be one."""
    if not field.endswith("telephone") or isinstance(raw, bool) or not isinstance(raw, int | float):
        return None
    digits = f"{raw:.0f}"
    number = f"+{digits}" if digits.startswith("44") and len(digits) > _LONGEST_AT_HOME else f"0{digits}"
    return number if phone_numbers(number) else None
