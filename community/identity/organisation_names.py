"""Whether two signatories may be one organisation: by the name without its legal form, or by website."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from community.identity.personal_names import folded_words
from community.tables.row_types import OrganisationRow

_FORM = {"the", "ltd", "limited", "cic", "plc", "llp", "cio", "uk", "and", "co", "company", "charity", "inc"}
_LOOK = 200
_NEAR = 90
_SHARED = {"facebook.com", "instagram.com", "sites.google.com", "x.com", "twitter.com", "linkedin.com", "wordpress.com"}
"""Websites on which many organisations have a page."""


class KnownBy(NamedTuple):
    """What tells an organisation from others, in a form that can be compared; each is empty where nothing is told."""

    site: str | None
    name: str


def known_by(row: OrganisationRow) -> KnownBy:
    """What this row tells of the organisation's website and name."""
    return KnownBy(_site(row.website), _name(row.name))


def same_organisation(one: KnownBy, other: KnownBy) -> bool:
    """Whether the two have nearly the same name, or the same website."""
    if one.site and one.site == other.site:
        return True
    return bool(one.name and other.name) and fuzz.ratio(one.name, other.name) >= _NEAR


def _name(told: str | None) -> str:
    return " ".join(word for word in folded_words((told or "")[:_LOOK]) if word not in _FORM)


def _site(told: str | None) -> str | None:
    typed = re.sub(r"^(?:https?://)?(?:www\.)?", "", (told or "").strip().lower()[:_LOOK])
    try:
        host = urlsplit(f"//{typed}").hostname
    except ValueError:
        return None
    return host if host and "." in host and host not in _SHARED else None
