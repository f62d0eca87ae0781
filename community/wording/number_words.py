"""Numbers, what is counted, and lists: as they are said on the telephone, or with figures."""

from collections.abc import Sequence
from typing import Literal

from babel.lists import format_list
from babel.numbers import format_decimal

from community.wording.catalogue import wording


def number(count: int) -> str:
    """Words up to ten, figures above."""
    words = wording().number["words"]
    return words[count] if 0 <= count < len(words) else figures(count)


def figures(count: float) -> str:
    """`12`, `1,234`."""
    return format_decimal(count, locale=wording().locale)


def noun(count: int, name: str) -> str:
    """What is counted, in the form that goes with the number: `visit` or `visits`. Raises KeyError."""
    told = wording()
    return told.noun[name][told.locale.plural_form(count)]


def spoken(count: int, name: str) -> str:
    """`one visit`, `two visits`, `12 visits`."""
    return f"{number(count)} {noun(count, name)}"


def counted(count: int, name: str) -> str:
    """`1 person`, `1,234 people`."""
    return f"{figures(count)} {noun(count, name)}"


def joined(parts: Sequence[str], last: Literal["and", "or"] = "and") -> str:
    """`a, b and c`; nothing of nothing."""
    return format_list(parts, "standard" if last == "and" else "or", wording().locale)
