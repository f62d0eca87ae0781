"""Whether a telephone number or an email address looks like one. The answer only ever raises a flag."""

import re

import phonenumbers
from email_validator import EmailNotValidError, validate_email

# People write "ring after 6, 01225 496000 or my son": what is looked at is short, and read in parts.
_LOOK = 400
_NUMBER = re.compile(r"\+?\(?\d[\d\s().\-/]{5,}\d")
_SHORT_WORD = re.compile(r"^\d{1,2}\s+(?=0)")


def telephone_odd(text: str) -> bool:
    """Whether no telephone number can be read in the text (of the United Kingdom, or with + and a country)."""
    return not any(_rings(each[0]) for each in _NUMBER.finditer(text[:_LOOK]))


def _rings(number: str) -> bool:
    # In "after 6 01225 496000" the hour is no part of the number, which begins with its 0.
    return any(_valid(each) for each in {number, _SHORT_WORD.sub("", number)})


def _valid(number: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, "GB"))
    except phonenumbers.NumberParseException:
        return False


def email_odd(text: str) -> bool:
    """Whether the text is not an email address by its form; nobody is asked whether it exists."""
    try:
        validate_email(text[: _LOOK * 2].strip(), check_deliverability=False)
    except EmailNotValidError:
        return True
    return False
