"""How a person can really be reached, read from what they typed. Odd answers get a flag and are never refused.

Letters in a field are not yet an answer: a call to "no phone" and a letter to "No fixed abode" reach nobody.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from email_validator import EmailNotValidError, validate_email

from community.identity import PhoneNumber, can_be_written_to, email_addresses, is_untold, phone_numbers, says_none
from community.tables.canonical import Value
from community.tables.flags import Flag
from community.tables.message_codes import SafeWay
from community.tables.row_types import ColumnName
from community.wording import say

_LOOK = 800


@dataclass(frozen=True)
class Reach:
    """The ways to reach one person that their answers give. `texts` are their numbers that take text messages."""

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
        """Whether there is any way to reach them."""
        return bool(self.numbers or self.emails or self.letter)

    def in_words(self, unsafe: Collection[str] = ()) -> list[str]:
        """Each way in a few words: `Ring 07700 900123`, `Write a letter`. Ways that are not safe are left out."""
        told = []
        if not self.text_only and SafeWay.RING not in unsafe:
            told = [say("Ring {number}", number=f"{n.shown}{_beside(n)}") for n in self.numbers]
        elif SafeWay.TEXT not in unsafe:
            told = [say("Text {number}", number=n.shown) for n in self.texts]
            if self.text_only:
                fixed = [n.shown for n in self.numbers if not n.texts]
                told += [say("{number}, a landline that may not take texts", number=each) for each in fixed]
        if SafeWay.EMAIL not in unsafe:
            told += [say("Email {address}", address=email) for email in self.emails]
        return told + ([say("Write a letter")] if self.letter and SafeWay.POST not in unsafe else [])


def reach(values: Mapping[str, Value], of: str = "") -> Reach:
    """The ways to reach the person, or with `referrer_` the referrer."""

    def told(column: str) -> str | None:
        value = values.get(f"{of}{column}")
        return value if isinstance(value, str) else None

    return Reach(
        phone_numbers(told("telephone")),
        email_addresses(told("email")),
        can_be_written_to(told("address")),
        told("text_only") == "yes",
    )


def reach_in_words(values: Mapping[str, Value], unsafe: Collection[str] = ()) -> list[str]:
    """Every way to reach the person, then every way to reach the referrer; empty when there is none.

    `unsafe`: ways that are not safe for the person, see `SafeWay`. The referrer is somebody else.
    """
    asker = values.get(ColumnName.REFERRER_NAME) or say("the person who asks")
    through = [f"{way} ({asker})" for way in reach(values, "referrer_").in_words()]
    return reach(values).in_words(unsafe) + through


def contact_flags(values: Mapping[str, Value]) -> Iterator[str]:
    """The flags that the told contact details raise."""
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
    """Whether the text holds no telephone number that we can read (a United Kingdom one, or + and a country)."""
    return not any(not number.doubtful for number in phone_numbers(text))


def email_odd(text: str) -> bool:
    """Whether the text does not look like an email address. No one checks whether the address exists."""
    try:
        validate_email(text[:_LOOK].strip(), check_deliverability=False)
    except EmailNotValidError:
        return True
    return False


def _beside(number: PhoneNumber) -> str:
    if number.relay:
        return f" ({say('text relay')})"
    return f" ({say('a digit may be missing')})" if number.doubtful else ""
