"""Every telephone number that a field holds, each in one form, however it was typed.

People write `18001 0117 496 0001`, `ring after 6 07700 900123`, `0117 496 0001 or 0117 496 0002 (my son)`. The library
that knows the world's numbers judges each one; which digits belong together is worked out here, because its own search
takes the hour before a number for a part of it.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberType

HOME = "GB"
"""Numbers without a country are of this one."""
LOOK = 400
"""Nobody's number stands further back than this in a field."""


@dataclass(frozen=True)
class PhoneNumber:
    """One number. `form` is E.164, or the bare digits of what could not be read as a number."""

    form: str = field(repr=False)
    extension: str | None = field(default=None, repr=False)
    relay: bool = False
    """It is rung through text relay: 18001 stood before it."""
    doubtful: bool = False
    """No number in the world looks like this: a digit may be missing."""

    @property
    def texts(self) -> bool:
        """Whether a text message can reach the number: it is no landline."""
        return self.doubtful or _takes_texts(self.form)

    @property
    def shown(self) -> str:
        """The number as people here dial it, with 18001 before it and the extension after it."""
        before = "18001 " if self.relay else ""
        return f"{before}{_dialled(self)}{f' extension {self.extension}' if self.extension else ''}"


@lru_cache(maxsize=100_000)
def _takes_texts(form: str) -> bool:
    kind = phonenumbers.number_type(phonenumbers.parse(form, HOME))
    if form.startswith("+44"):
        return form.startswith(_BRITISH_MOBILES) and kind not in _DEAR
    return kind != PhoneNumberType.FIXED_LINE


@lru_cache(maxsize=4_096)
def phone_numbers(text: str | None) -> tuple[PhoneNumber, ...]:
    """The numbers in the text, each once, in their order. Doubtful ones are given only where there is no other."""
    if not text:
        return ()
    if _USUAL.fullmatch(text):
        return (PhoneNumber(f"+44{text.replace(' ', '')[1:]}"),)
    plain = _plain(text)
    found = list(dict.fromkeys(_good(plain)))
    return tuple(found) if found else tuple(dict.fromkeys(_doubtful(plain)))


def says_none(text: str | None) -> bool:
    """Whether the text says in a few words that there is no number, or no address: `no phone`, `none`, `n/a`."""
    said = _plain(text or "").replace("’", "'").casefold().replace("not applicable", "none")
    words = re.findall(r"[^\W\d_](?:[\w'/]*\w)?", said)
    if not words:
        return bool((text or "").strip()) and not re.search(r"\w", said)  # a dash in the field
    return not re.search(r"\d", said) and len(words) <= _FEW and not _NO.isdisjoint({words[0], *words[-1:], *words[:3]})


_NO = {"no", "none", "nil", "n/a", "na", "nothing", "without", "don't", "dont", "haven't", "havent", "hasn't", "nope"}
_FEW = 8
_USUAL = re.compile(r"0[1237](?: ?[0-9]){7} ?[0-9]{2}")
"""Eleven digits as most are typed: they can be read in one way alone. The long way takes a hundred times as long."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"))
_TWO_IN_ONE = re.compile(r"(?<!\d)(0\d{10})(?=0\d{10}(?!\d))")
_GROUP = re.compile(r"\+?\d+")
_BETWEEN = re.compile(r"[\s().\-/]{0,4}")
_RELAY = re.compile(r"(?<!\d)(1800[12])(?=[0+]\d)")
_RELAYS = {"18001", "18002"}
_EXTENSION = re.compile(r"[\s,;(]*(?:x|ext|extn|extension|#)[\s.:]*(\d{1,6})(?!\d)", re.IGNORECASE)
_BRITISH_MOBILES = "+447"
"""Said here, because the library knows only those in use: an exchange of yesterday or of examples is none to it."""
_DEAR = frozenset({PhoneNumberType.PERSONAL_NUMBER, PhoneNumberType.PAGER})
"""They begin like a mobile and are none; a text to one may cost whoever sends it dearly."""
_DAY_OR_HOUR = re.compile(r"(?<!\d)(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}[:.]\d{2}|\d{4}\s*-\s*\d{4})(?!\d)")
# Ofcom reserves these for films and examples: they have the right shape, but nobody has them.
_DRAMA = re.compile(r"\+44(?:1632960|7700900|3069990|9098790)\d{3}")
_SHORTEST, _WHOLE, _LONGEST = 6, 8, 15
"""Digits: fewest that may be meant as a number, fewest of a whole one, most of any in the world."""


def _plain(text: str) -> str:
    """The text with the digits of every script as 0 to 9, every dash as `-`, and without what can't be seen."""
    shown = unicodedata.normalize("NFKC", text[:LOOK]).translate(_DASHES)
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in shown if unicodedata.category(c) != "Cf")
    return _TWO_IN_ONE.sub(r"\1 ", _RELAY.sub(r"\1 ", "".join(digits)))


def _good(plain: str) -> list[PhoneNumber]:
    found: list[PhoneNumber] = []
    groups = list(_GROUP.finditer(plain))
    place, relay = 0, False
    while place < len(groups):
        if groups[place][0] in _RELAYS:
            place, relay = place + 1, True
            continue
        best = _longest(plain, groups, place)
        if best is None:
            place, relay = place + 1, False
            continue
        number, last = best
        extension = _EXTENSION.match(plain, groups[last].end())
        found.append(_number(number, extension[1] if extension else None, relay=relay))
        place, relay = last + 1 + bool(extension), False
        place = _same_exchange(plain, groups, place, number, found)
    return found


def _longest(plain: str, groups: list[re.Match[str]], first: int) -> tuple[phonenumbers.PhoneNumber, int] | None:
    """The number that begins with this group, and the group that ends it. A number in use wins over a possible one."""
    best: tuple[bool, phonenumbers.PhoneNumber, int] | None = None
    digits = ""
    for last in range(first, len(groups)):
        group = groups[last][0]
        if last > first and (
            group[0] == "+" or not _BETWEEN.fullmatch(plain, groups[last - 1].end(), groups[last].start())
        ):
            break
        # The nought in +44 (0)1225 is dialled only within the country.
        if digits.startswith(("+44", "0044")) and group == "0":
            continue
        digits += group
        if len(digits) > _LONGEST + 3:
            break
        read = _read(digits) if len(digits) >= _WHOLE else None
        if read is not None and (best is None or read[1] >= best[0]):
            best = (read[1], read[0], last)
    return None if best is None else best[1:]


def _read(digits: str) -> tuple[phonenumbers.PhoneNumber, bool] | None:
    """The number, and whether it is in use (or reserved for examples); None for what can't be a whole number."""
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    elif digits[0] not in "+0":
        if len(digits) == 10:  # a spreadsheet drops the leading nought
            read = _judged("0" + digits)
            return read if read is not None and read[1] else None
        digits = "+" + digits
        if len(digits) < 12:
            return None
        read = _judged(digits)
        return read if read is not None and (read[1] or digits.startswith("+44")) else None
    return _judged(digits)


def _judged(digits: str) -> tuple[phonenumbers.PhoneNumber, bool] | None:
    try:
        number = phonenumbers.parse(digits, HOME)
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.is_valid_number(number) or _DRAMA.fullmatch(_form(number)):
        return number, True
    if not phonenumbers.is_possible_number(number):
        return None
    short = number.country_code == phonenumbers.country_code_for_region(HOME) and len(str(number.national_number)) < 10
    return None if short else (number, False)


@lru_cache(maxsize=4_096)
def _dialled(number: PhoneNumber) -> str:
    try:
        read = phonenumbers.parse(number.form, HOME)
    except phonenumbers.NumberParseException:
        return number.form
    if number.doubtful:
        return number.form
    here = read.country_code == phonenumbers.country_code_for_region(HOME)
    way = phonenumbers.PhoneNumberFormat.NATIONAL if here else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(read, way)


def _number(number: phonenumbers.PhoneNumber, extension: str | None, *, relay: bool) -> PhoneNumber:
    return PhoneNumber(_form(number), extension, relay)


def _form(number: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _same_exchange(
    plain: str, groups: list[re.Match[str]], place: int, before: phonenumbers.PhoneNumber, found: list[PhoneNumber]
) -> int:
    """The group to go on with, after short numbers that share an area code, as in `0117 496 0001 / 496002`."""
    while place < len(groups):
        group = groups[place]
        between = plain[groups[place - 1].end() : group.start()]
        if "/" not in between or not _BETWEEN.fullmatch(between) or not re.fullmatch(r"[1-9]\d{4,5}", group[0]):
            break
        national = str(before.national_number)
        other = _judged("0" + national[: -len(group[0])] + group[0])
        if other is None or before.country_code != other[0].country_code:
            break
        found.append(_number(other[0], None, relay=False))
        place += 1
    return place


def _doubtful(plain: str) -> list[PhoneNumber]:
    """Digits that may have been meant as a number, but not a date or a time."""
    runs = re.findall(r"\+?\d[\d\s().\-/]*\d", _DAY_OR_HOUR.sub(" , ", plain))
    digits = [re.sub(r"\D", "", run) for run in runs]
    return [PhoneNumber(each, doubtful=True) for each in digits if _SHORTEST <= len(each) <= _LONGEST]
