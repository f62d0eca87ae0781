"""The one address or number of a field to which a message may go: the first that is certain, or none."""

import re

from community.identity.email_addresses import email_addresses
from community.identity.phone_numbers import phone_numbers

_APART = r"\s<>()\[\],;:\""


def certain_email(field: str | None) -> str | None:
    """The first address that stands by itself; None where a person has to find out."""
    return next((one for one in email_addresses(field) if _whole(one, field or "")), None)


def certain_number_for_texts(field: str | None) -> str | None:
    """The first number that takes texts and has no digit too few; None where a person has to find out."""
    certain = (one for one in phone_numbers(field) if not one.doubtful and not one.extension)
    return next((one.form for one in certain if one.texts), None)


def _whole(address: str, field: str) -> bool:
    """Whether the address stands by itself: of `o'brien@example.org`, `brien@example.org` is somebody else's."""
    if address == field.casefold():
        return True  # nearly always; to read the pattern of each address takes a hundred times as long
    return re.search(rf"(?<![^{_APART}]){re.escape(address)}\.?(?![^{_APART}])", field, re.IGNORECASE) is not None
