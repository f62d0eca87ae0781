"""Numbers, counted nouns and lists, in words as on the telephone or in figures."""

from collections.abc import Sequence
from typing import Literal

from babel.lists import format_list
from babel.numbers import format_decimal

from community.wording.catalogue import wording


def number(count: int) -> str:
    """The number in words up to ten, in figures above."""
    words = wording().number["words"]
    return words[count] if 0 <= count < len(words) else figures(count)


def figures(count: float) -> str:
    """`12`, `1,234`."""
    return format_decimal(count, locale=wording().locale)


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
