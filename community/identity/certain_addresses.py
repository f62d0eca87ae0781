"""The one address or number of a field to which a message may go: the first that is certain, or none.

People write whose it is beside it: `01632 960123, or my son 07700 900456`. A message that names who comes must not go
to the son, so a number or an address is certain only where each word beside it says nothing of that kind.
"""

import re
import unicodedata
from collections.abc import Iterator

from community.identity.email_addresses import email_addresses
from community.identity.personal_names import folded_words
from community.identity.phone_numbers import phone_numbers

_APART = r"\s<>()\[\],;:\""
_PARTS = re.compile(r"[,;|\n]|\s(?:or|and|&|/|\+)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAYS_NOTHING = frozenset(
    _WORD.findall(
        "a after afternoon afternoons am an and any anytime at before best better between by call calls can cell "
        "contact day daytime days during e mail email ev eve evening evenings every ext extension extn first fri "
        "friday fridays from have home hour hours i i'd i'm is it it's landline line mailto main me messages mob "
        "mobile mobiles mon monday mondays morning mornings my mine name new night nights noon now number o'clock of "
        "on only or own pay personal phone please pm pref prefer preferred preferably private ring sat saturday "
        "saturdays second so sometimes sun sunday sundays tel telephone text texts the then this thu thur thurs "
        "thursday thursdays till time times to try tue tues tuesday tuesdays until use usually wed weds wednesday "
        "wednesdays week weekday weekdays weekend weekends whatsapp when with work working works x"
    )
)
"""Words beside a number or an address that leave no doubt about whose it is, and that it may be used."""


def certain_email(field: str | None, name: str | None = None) -> str | None:
    """The first address that stands by itself, or beside this own name; None where a person has to find out."""
    whole = field or ""
    return next(
        (one for part in _sure_parts(whole, "@", name) for one in email_addresses(part) if _whole(one, part)), None
    )


def certain_number_for_texts(field: str | None, name: str | None = None) -> str | None:
    """The first number that takes texts and has no digit too few; None where a person has to find out."""
    numbers = (one for part in _sure_parts(field or "", "0-9", name) for one in phone_numbers(part))
    return next((one.form for one in numbers if one.texts and not one.doubtful and not one.extension), None)


def _sure_parts(field: str, sign: str, name: str | None) -> Iterator[str]:
    """The parts of the field that hold such a sign, and beside which no word says that it is somebody else's."""
    if not _PARTS.search(field) and not _WORD.search(field):
        yield field  # nearly always, for a number
        return
    parts = [part for part in _PARTS.split(unicodedata.normalize("NFKC", field)) if part.strip()]
    own = frozenset(folded_words(name or ""))
    held = [re.search(f"[{sign}]", part) is not None for part in parts]
    for place, part in enumerate(parts):
        if held[place] and not any(_says_more(each, own) for each in (part, *_beside(parts, held, place))):
            yield part


def _beside(parts: list[str], held: list[bool], place: int) -> Iterator[str]:
    """The parts before and after this one that only say something, up to the next that holds one."""
    for way in (range(place - 1, -1, -1), range(place + 1, len(parts))):
        for other in way:
            if held[other]:
                break
            yield parts[other]


def _says_more(part: str, own: frozenset[str]) -> bool:
    """Whether a word beside the addresses is neither of those that say nothing nor of the own name."""
    words = _WORD.findall(re.sub(rf"[^{_APART}]*@[^{_APART}]*", " ", part))
    more = (word for word in words if word.casefold().replace("’", "'") not in _SAYS_NOTHING)
    return any(not own.issuperset(folded_words(word)) for word in more)


def _whole(address: str, field: str) -> bool:
    """Whether the address stands by itself: of `o'brien@example.org`, `brien@example.org` is somebody else's."""
    if address == field.casefold():
        return True  # nearly always; to read the pattern of each address takes a hundred times as long
    return re.search(rf"(?<![^{_APART}]){re.escape(address)}\.?(?![^{_APART}])", field, re.IGNORECASE) is not None
