"""Lengths of time and distances as people say them."""

from babel.numbers import format_decimal

from community.wording.catalogue import wording
from community.wording.number_words import spoken


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
