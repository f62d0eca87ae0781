"""Numbers, counted nouns, lists, lengths of time and distances, as people say or write them."""

from collections.abc import Sequence
from typing import Literal

from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from community.wording.catalogue import wording


def number(count: int) -> str:
    """The number in words up to ten, in figures above."""
    words = wording().number["words"]
    return words[count] if 0 <= count < len(words) else figures(count)


def figures(count: float) -> str:
    """`12`, `1,234`."""
    return format_decimal(count, locale=wording().locale)


def pounds(pence: int) -> str:
    """`£1,234.50`, `£7`."""
    return format_currency(pence / 100, "GBP", None if pence % 100 else "¤#,##0", locale=wording().locale)


def noun(count: int, name: str) -> str:
    """The noun in the form that goes with the number: `visit` or `visits`. Raises KeyError."""
    told = wording()
    return told.noun[name][told.locale.plural_form(count)]


def spoken(count: int, name: str) -> str:
    """`one visit`, `two visits`, `12 visits`."""
    return f"{number(count)} {noun(count, name)}"


def counted(count: int, name: str) -> str:
    """`1 person`, `1,234 people`."""
    return f"{figures(count)} {noun(count, name)}"


def joined(parts: Sequence[str], last: Literal["and", "or"] = "and") -> str:
    """`a, b and c`; an empty text for no parts."""
    return format_list(parts, "standard" if last == "and" else "or", wording().locale)


def ago(days: float) -> str:
    """`today`, `yesterday`, `three days ago`, `five weeks ago`."""
    whole = int(days)
    if whole < 2:
        return wording().phrase["yesterday" if whole == 1 else "today"]
    return wording().phrase["ago"].format(span=span(whole))


def span(days: float) -> str:
    """`three days`, `five weeks`: whole weeks from a fortnight on."""
    whole = int(days)
    return spoken(whole, "day") if whole < 14 else spoken(whole // 7, "week")


def km(kilometres: float) -> str:
    """`under 100 m`, `1.2 km`, `14 km`."""
    if kilometres < 0.1:
        return wording().phrase["under_100_m"]
    return f"{format_decimal(kilometres, '0.0' if kilometres < 10 else '0', locale=wording().locale)} km"
