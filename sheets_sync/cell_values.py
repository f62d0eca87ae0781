"""Converts between cells and the book's values, and words why a cell can't be taken in."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from community.book import canonical_field as canonical
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import LONDON, NotCanonical, Value
from sheets_sync.mistyped_cells import is_error, is_no_text, with_nought
from sheets_sync.sheet_layout import MOST_IN_A_CELL

_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 (a serial has no zone: it is what a clock on the wall says)
_MORE = " … (the whole text is in the book)"


def kind_of(table: str, field: str) -> str:
    """The kind of a field; added answers are text."""
    column = TABLES[table].by_name.get(field) if table in TABLES else None
    return column.kind if column else "text"


def typed(table: str, field: str, raw: Any) -> str:
    """What a person sees in the cell, as text; serial numbers of dates and times are turned into them.

    Columns are plain text, so numbers, ticks and dates come only from cells that somebody formatted anew.
    """
    if raw is None or raw == "":
        return ""
    kind = kind_of(table, field)
    if isinstance(raw, bool):
        return ("yes" if raw else "no") if kind == "yes_no" else str(raw).upper()
    if isinstance(raw, int | float):
        if kind in ("date", "time") and 1 <= raw < 2_958_466:  # up to the year 9999
            moment = _DAY_ZERO + timedelta(days=raw)
            if kind == "date":
                return moment.date().isoformat()
            return canon.instant(moment.replace(tzinfo=LONDON).astimezone(UTC))
        return str(int(raw)) if float(raw).is_integer() else str(raw)
    return str(raw)


def value(table: str, field: str, raw: Any) -> Value:
    """The book's value of the cell. Raises NotCanonical where it can't be one, as a number can't be a name."""
    text = typed(table, field, raw)
    if is_error(raw):
        raise NotCanonical(f"{field} shows an error")
    if is_no_text(kind_of(table, field), raw):
        text = with_nought(field, raw) or ""
        if not text:
            raise NotCanonical(f"{field} holds a number")
    if kind_of(table, field) == "yes_no":
        text = {"y": "yes", "n": "no"}.get(text.strip().casefold(), text.strip().casefold())
    return canonical(table, field, text)


def shown(known: Value) -> str:
    """The text of a cell that shows this value."""
    text = canon.as_text(known) or ""
    return text if fits(text) else excerpt(text)


def fits(text: str) -> bool:
    """Whether a cell can hold it. Google counts as UTF-16 does."""
    return len(text) * 2 <= MOST_IN_A_CELL or len(text.encode("utf-16-le")) // 2 <= MOST_IN_A_CELL


def excerpt(text: str) -> str:
    """The beginning of a text that no cell can hold, and where the rest is."""
    return text[: (MOST_IN_A_CELL - len(_MORE)) // 2] + _MORE


def is_excerpt(text: str) -> bool:
    """Whether the text is only the beginning of one."""
    return text.endswith(_MORE)


def begins_alike(one: str, other: str) -> bool:
    """Whether both may be the beginning of one text."""
    starts = [each.removesuffix(_MORE) for each in (one, other) if is_excerpt(each)]
    return len(starts) == 2 and (starts[0].startswith(starts[1]) or starts[1].startswith(starts[0]))


CHANGES_BY_ITSELF = (
    "holds a formula and changes by itself. What it said first stands. Move the formula to a column of your own, or "
    "paste its value only (Ctrl-Shift-V)."
)


def why_unreadable(table: str, name: str, raw: Any) -> str:
    """Why a cell that holds this can't be read, and what is wanted instead."""
    kind = kind_of(table, name)
    if is_error(raw):
        return "it shows an error. Put the formula right, or type the words"
    if is_no_text(kind, raw):
        return (
            "to Google Sheets it is a number, a day or a tick, and no text. Choose Format, Number, Plain text for the "
            "column and type it again"
        )
    words: Mapping[str, str] = {
        "integer": "a whole number is wanted",
        "number": "a number is wanted",
        "date": "a date is wanted, as 2026-11-21",
        "time": "a time is wanted, as 2026-11-21T10:00:00Z",
    }
    return words.get(kind, "this is not what the column holds")
