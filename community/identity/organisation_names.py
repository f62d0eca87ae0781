"""Whether two signatories may be one organisation: by the name without its legal form, or by website."""

import re
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from community.identity.personal_names import folded_words
from community.tables.row_types import OrganisationRow

_FORM = {"the", "ltd", "limited", "cic", "plc", "llp", "cio", "uk", "and", "co", "company", "charity", "inc"}
_LOOK = 200
_SHARED = {"facebook.com", "instagram.com", "sites.google.com", "x.com", "twitter.com", "linkedin.com", "wordpress.com"}
"""Websites on which many organisations have a page."""


def same_organisation(one: OrganisationRow, other: OrganisationRow) -> bool:
    """Whether the two rows tell nearly the same name, or the same website."""
    sites = _site(one.website), _site(other.website)
    if sites[0] and sites[0] == sites[1]:
        return True
    names = _name(one.name), _name(other.name)
    return bool(names[0] and names[1]) and fuzz.ratio(*names) >= 90


def _name(told: str | None) -> str:
    return " ".join(word for word in folded_words((told or "")[:_LOOK]) if word not in _FORM)


def _site(told: str | None) -> str | None:
    typed = re.sub(r"^(?:https?://)?(?:www\.)?", "", (told or "").strip().lower()[:_LOOK])
    try:
        host = urlsplit(f"//{typed}").hostname
    except ValueError:
        return None
    return host if host and "." in host and host not in _SHARED else None
