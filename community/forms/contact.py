"""Whether a telephone number or an email address looks like one. The answer only ever raises a flag."""

from email_validator import EmailNotValidError, validate_email

from community.identity import phone_numbers

_LOOK = 800


def telephone_odd(text: str) -> bool:
    """Whether no telephone number can be read in the text (of the United Kingdom, or with + and a country)."""
    return not any(not number.doubtful for number in phone_numbers(text))


def email_odd(text: str) -> bool:
    """Whether the text is not an email address by its form; nobody is asked whether it exists."""
    try:
        validate_email(text[:_LOOK].strip(), check_deliverability=False)
    except EmailNotValidError:
        return True
    return False
