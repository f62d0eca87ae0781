"""Whether a row that was typed is about anybody: ticks down a column, totals and stray figures are about nobody."""

import re
from collections.abc import Mapping
from typing import Any

from community.identity import can_be_written_to, email_addresses, phone_numbers
from sheets_sync.mistyped_cells import is_error, with_nought

_NAMES = ("name", "contact_name", "referrer_name", "guardian_name")
_TELEPHONES = ("telephone", "referrer_telephone", "guardian_telephone")
_EMAILS = ("email", "referrer_email")
_TOTALS = frozenset(
    {"total", "totals", "grand total", "subtotal", "sub total", "sum", "count", "counts", "average", "mean", "number"}
)
_TICKS = frozenset({"true", "false", "yes", "no", "y", "n", "x", "ok", "done"})
"""What stands in a column of check boxes that is formatted as text, and what people type down one instead."""


def is_about_somebody(table: str, cells: Mapping[str, Any]) -> bool:
    """Whether the row has a name, or a way to reach somebody. A check has to say whose it is."""
    if table == "checks":
        return _words(cells, "volunteer_id") != ""
    return any(_is_name(_words(cells, each)) for each in _NAMES) or _can_be_reached(cells)


def _is_name(words: str) -> bool:
    plain = re.sub(r"[\W_]+", " ", words).strip().casefold()
    return any(letter.isalpha() for letter in words) and plain not in _TOTALS | _TICKS


def _can_be_reached(cells: Mapping[str, Any]) -> bool:
    if any(email_addresses(_words(cells, each)) for each in _EMAILS) or can_be_written_to(_words(cells, "address")):
        return True
    return any(phone_numbers(_words(cells, each)) or with_nought(each, cells.get(each)) for each in _TELEPHONES)


def _words(cells: Mapping[str, Any], name: str) -> str:
    """What somebody wrote there: no number, no tick, no error."""
    raw = cells.get(name)
    return raw.strip() if isinstance(raw, str) and not is_error(raw) else ""
