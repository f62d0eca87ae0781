"""Where somebody lives, as far as that tells households apart: the postcode, and the numbers of house and flat."""

import re
import unicodedata
from functools import lru_cache

from community.places import parse

_LOOK = 400
_HOUSE = re.compile(r"(?<![\w.])\d{1,4}[a-z]?(?!\w)", re.IGNORECASE)
_NONE = (
    r"n\W*f\W*a|n\W*a|(?:of )?no fixed (?:abode|address|home)|homeless|none|no|nil|nothing|unknown|no (?:home|address)"
)
_OUTSIDE = r"sofa surfing|rough sleep(?:er|ing)|sleeping rough|not? (?:applicable|known)|don.t have (?:one|an address)"
_UNTOLD = (
    r"(?:i.d |i would )?(?:prefer|rather) not(?: to)?(?: say| give(?: it)?| tell)?|(?:same )?as above|see above|same"
    r"|(?:please )?ask (?:my|his|her|their|the) \w+|(?:i )?(?:don.t|do not) (?:want|wish) to (?:say|give it|tell)"
    r"|private|withheld|confidential|between (?:homes|addresses)|t\W*b\W*[ac]"
)
_NOT_TOLD = re.compile(_UNTOLD, re.IGNORECASE)
_NOWHERE = re.compile(
    rf"(?:{_NONE}|{_OUTSIDE})(?:\W+(?:at the moment|just now|currently|at present|{_OUTSIDE}|{_NONE}))*", re.IGNORECASE
)


@lru_cache(maxsize=4_096)
def postcode_of(text: str | None) -> str | None:
    """The postcode in its one form, in whichever script its letters and digits were typed."""
    return parse(_ascii(text)).postcode if text else None


def house_numbers(address: str | None) -> frozenset[str]:
    """The numbers of house and flat in an address."""
    first = _ascii(address or "")[:_LOOK]
    return frozenset(each.lower() for each in _HOUSE.findall(first))


def can_be_written_to(address: str | None) -> bool:
    """Whether a letter can go there: somebody has a home and tells us its address."""
    said = _said(address)
    return any(c.isalpha() for c in said) and not _NOWHERE.fullmatch(said) and not is_untold(address)


def is_untold(address: str | None) -> bool:
    """Whether this says that somebody would rather not tell, or tells it elsewhere: `as above`, `ask my son`."""
    return _NOT_TOLD.fullmatch(_said(address)) is not None


def _said(address: str | None) -> str:
    return " ".join(_ascii(address or "")[:_LOOK].split()).strip(" .,;:!-")


def _ascii(text: str) -> str:
    """The text with full-width letters and the digits of every script as people here type them."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in wide)
