"""Converts between cells and the book's values, and words why a cell can't be taken in."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from community.book import canonical_field as canonical
from community.tables import TABLES, table_of
from community.tables import canonical as canon
from community.tables.canonical import LONDON, NotCanonical, Value
from community.tables.ids import check
from sheets_sync.mistyped_cells import as_number, is_error, is_no_text, is_shortened, with_nought
from sheets_sync.sheet_layout import MOST_IN_A_CELL

_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 (a serial has no zone: it is what a clock on the wall says)
_MORE = " … (the whole text is in the book)"
_UNSEEN = str.maketrans(
    {"\u00a0": " "} | dict.fromkeys([0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
"""What comes along when a text is copied from a page or a telephone, and nobody sees."""
_YES_NO = dict.fromkeys(("yes", "y", "true", "1", "✓", "✔", "☑", "✅"), "yes") | dict.fromkeys(
    ("no", "n", "false", "0", "✗", "✘", "☐", "❌"), "no"
)
_LARGEST = 2**31 - 1
"""Of a whole number, as a server's column holds it."""


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
    kind, text = kind_of(table, field), typed(table, field, raw)
    if is_error(raw) or is_shortened(field, raw):
        raise NotCanonical(f"{field} shows an error")
    figures = as_number(field, raw)
    if is_no_text(kind, figures):
        text = with_nought(field, figures) or (text if isinstance(raw, str) else "")
        if not text:
            raise NotCanonical(f"{field} holds a number")
    if kind != "long_text":  # what somebody tells at length is kept as it came
        text = text.translate(_UNSEEN).strip()
    found = canonical(table, field, _as_meant(kind, text))
    if kind == "ref" and found is not None:
        found = check(str(found))
        if found is None or table_of(found) != TABLES[table].by_name[field].refers_to:
            raise NotCanonical(f"{field} is no number of a record")
    if isinstance(found, int) and abs(found) > _LARGEST:
        raise NotCanonical(f"{field} is too large")
    return found


def _as_meant(kind: str, text: str) -> str:
    """The text as the book wants it: a tick as yes, a day in figures that can be read in one way only."""
    if kind == "date" and (day := canon.typed_day(text)) is not None:
        swapped = "/" in text and day.day <= 12 and day.day != day.month  # in America it is another day
        return text if swapped else day.isoformat()
    if kind in ("integer", "number"):
        return canon.typed_number(text) or text
    if kind == "yes_no" and text:
        if (said := _YES_NO.get(text.rstrip(".!").casefold())) is None:
            raise NotCanonical("neither yes nor no")
        return said
    return text


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
    if is_shortened(name, raw):
        return "a spreadsheet has shortened the number, and figures are lost. Type the whole number"
    if is_no_text(kind, raw):
        return (
            "to Google Sheets it is a number, a day or a tick, and no text. Choose Format, Number, Plain text for the "
            "column and type it again"
        )
    words: Mapping[str, str] = {
        "integer": "a whole number is wanted",
        "number": "a number is wanted, in figures, with a point: 2.5",
        "date": "a date is wanted, as 2026-11-21 or 21 November 2026",
        "yes_no": "yes or no is wanted",
        "ref": "the number of a record is wanted, as it stands at the beginning of its row",
        "time": "a time is wanted, as 2026-11-21T10:00:00Z",
    }
    return words.get(kind, "this is not what the column holds")
