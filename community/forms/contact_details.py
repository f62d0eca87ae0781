"""How somebody can really be reached, read out of what they typed. Nobody is refused: odd answers get a flag.

A field is not answered because it holds letters: nobody answers "no phone", and no letter finds "No fixed abode".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from email_validator import EmailNotValidError, validate_email

from community.identity import PhoneNumber, can_be_written_to, email_addresses, is_untold, phone_numbers, says_none
from community.tables.canonical import Value
from community.tables.flags import Flag

_LOOK = 800


@dataclass(frozen=True)
class Reach:
    """The ways to one person that their answers hold. `texts` are those of their numbers that take a text message."""

    numbers: tuple[PhoneNumber, ...] = field(repr=False)
    emails: tuple[str, ...] = field(repr=False)
    letter: bool
    text_only: bool = False

    @property
    def texts(self) -> tuple[PhoneNumber, ...]:
        """The numbers that a text message reaches: no landlines."""
        return tuple(number for number in self.numbers if number.texts)

    @property
    def any(self) -> bool:
        """Whether there is a way at all."""
        return bool(self.numbers or self.emails or self.letter)

    def in_words(self) -> list[str]:
        """Each way in a few words: `Ring 07700 900123`, `Write a letter`."""
        if self.text_only:
            told = [f"Text {number.shown}" for number in self.texts]
            told += [f"{n.shown}, a landline that may not take texts" for n in self.numbers if not n.texts]
        else:
            told = [f"Ring {number.shown}{_beside(number)}" for number in self.numbers]
        return told + [f"Email {email}" for email in self.emails] + (["Write a letter"] if self.letter else [])


def reach(values: Mapping[str, Value], of: str = "") -> Reach:
    """The ways to the person, or with `referrer_` to whoever asks for them."""

    def told(column: str) -> str | None:
        value = values.get(f"{of}{column}")
        return value if isinstance(value, str) else None

    return Reach(
        phone_numbers(told("telephone")),
        email_addresses(told("email")),
        can_be_written_to(told("address")),
        told("text_only") == "yes",
    )


def reach_in_words(values: Mapping[str, Value]) -> list[str]:
    """Every way to them, then those to whoever asks for them; nothing where there is none."""
    asker = values.get("referrer_name") or "whoever asks"
    through = [f"{way} ({asker})" for way in reach(values, "referrer_").in_words()]
    return reach(values).in_words() + through


def contact_flags(values: Mapping[str, Value]) -> Iterator[str]:
    """What a person should look at in the ways to reach somebody that were told."""
    for column, value in values.items():
        if not isinstance(value, str):
            continue
        if column.endswith("telephone") and telephone_odd(value):
            yield Flag.NO_TELEPHONE if says_none(value) else Flag.TELEPHONE_ODD
        elif column.endswith("email") and email_odd(value) and not says_none(value):
            yield Flag.EMAIL_ODD
        elif column == "address" and not can_be_written_to(value) and not is_untold(value):
            yield Flag.NO_FIXED_ABODE
    there = reach(values)
    if there.text_only and there.numbers and not there.texts:
        yield Flag.TEXT_TO_LANDLINE
    if not there.any and not reach(values, "referrer_").any:
        yield Flag.NO_WAY_TO_REACH


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


def _beside(number: PhoneNumber) -> str:
    return " (text relay)" if number.relay else " (a digit may be missing)" if number.doubtful else ""
