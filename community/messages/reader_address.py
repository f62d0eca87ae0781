"""Where a message to somebody goes: one address or number of their current row, and only if it is certain."""

import re

from community.identity import email_addresses, phone_numbers
from community.tables.row_types import ResidentRow, VolunteerRow
from community.tables.vocabulary import ReachBy

_APART = r"\s<>()\[\],;:\""


def address_of(person: VolunteerRow | ResidentRow, way: ReachBy) -> str | None:
    """The first address or number that is certain; None where a person has to find out."""
    if way == ReachBy.TEXT:
        certain = (one for one in phone_numbers(person.telephone) if not one.doubtful and not one.extension)
        return next((one.form for one in certain if one.texts), None)
    if way == ReachBy.EMAIL:
        return next((one for one in email_addresses(person.email) if _whole(one, person.email or "")), None)
    return None


def _whole(address: str, field: str) -> bool:
    """Whether the address stands by itself: of `o'brien@example.org`, `brien@example.org` is somebody else's."""
    return re.search(rf"(?<![^{_APART}]){re.escape(address)}\.?(?![^{_APART}])", field, re.IGNORECASE) is not None
