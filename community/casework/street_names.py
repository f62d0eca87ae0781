"""The street in an address, as far as it says one, and in a form in which equal streets are equal."""

import re

from community.identity import can_be_written_to, house_numbers, written_out

_KINDS = re.compile(
    r"\b(street|road|lane|court|close|avenue|drive|place|square|gardens|terrace|crescent|way|hill|row|parade|walk|mews"
    r"|grove|green|buildings|park|rise|view|yard|common|bridge|wharf|quay)$"
)
_NUMBERS = re.compile(r"(?<![\w.])\d{1,4}\s?[a-z]?(?!\w)(\s?[-/]\s?\d{1,4}[a-z]?)?", re.IGNORECASE)
_WITHIN = re.compile(r"\b(flat|apartment|unit|room|floor|basement|first|second|ground|top)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)


def street_of(address: str | None) -> str | None:
    """The street as it was written, without the number: `14 Widcombe Hill, Bath` gives `Widcombe Hill`."""
    parts = [" ".join(part.split()) for part in re.split(r"[,\n;]", _POSTCODE.sub("", address or ""))]
    named = [part for part in parts if re.search(r"[^\W\d_]{2}", part)]
    for part in named:
        if _KINDS.search(street_key(_without_number(part))):
            return _without_number(part)
    numbered = next((part for part in named if _NUMBERS.match(part) and not _WITHIN.search(part)), None)
    return _without_number(numbered) if numbered else None


def street_key(street: str) -> str:
    """The same for all ways in which one street is written: `St.` is `street`, and capitals do not count."""
    words = re.sub(r"[^\w\s]", " ", street.casefold().replace("’", "").replace("'", "")).split()
    return " ".join(written_out(word) if number else word for number, word in enumerate(words))


def named_home(postcode: str | None, address: str | None) -> str | None:
    """One form of a home whose address or postcode has no number to know it by: `BA2 6AA old mill`, or all its words.

    None where a number and the postcode tell it, and where nothing does.
    """
    if not address or not can_be_written_to(address) or (postcode and house_numbers(address)):
        return None
    first = re.split(r"[,\n;]", address)[0]
    return f"{postcode} {street_key(first).removeprefix('the ')}" if postcode else street_key(address)


def door(address: str | None) -> tuple[int, str]:
    """By what the doors of a street are sorted: the number, then all of the address."""
    found = re.search(r"\d{1,4}", address or "")
    return int(found.group()) if found else 0, address or ""


def _without_number(part: str) -> str:
    return " ".join(_NUMBERS.sub("", part).split()).strip(" .-")
