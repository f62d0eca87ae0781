"""Whether words for a volunteer give away the resident: checked before they are shown or said; a person decides."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from community.book import Reader
from community.casework.casework_errors import NotNow
from community.casework.people_lookup import alike
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking, row_type_of
from community.identity import (
    Person,
    email_addresses,
    folded_words,
    house_numbers,
    people_in,
    personal_name,
    phone_numbers,
)
from community.tables.row_types import HelpRequestRow, NeedRow, ResidentRow

What = Literal["name", "telephone", "email", "address"]
AboutSomebody = HelpRequestRow | NeedRow | ResidentRow
"""A record whose words a volunteer may read before it is known to them whom it is about."""
_TWO_LETTERS = frozenset(
    (
        *("am", "an", "as", "at", "be", "by", "do", "go", "he", "hi", "if", "in", "is", "it", "me", "my", "no", "of"),
        *("oh", "ok", "on", "or", "so", "to", "up", "us", "we"),
    )
)
_BETWEEN = frozenset(["and", "the", "for", "von", "van", "der", "den", "del", "dos", "las", "los", "bin", "ibn"])
_SHORTEST_HOUSE = 3
_SHORTEST_NUMBER = 6
"""So many digits in a row are taken for a part of a telephone number, where they are one."""


class TellsWho(NotNow):
    """The words for a volunteer may give the resident away, and nobody has said yet that they may stay as they are."""

    def __init__(self) -> None:
        """Say what to do, but not what was found: the page shows that."""
        super().__init__(
            "What a volunteer may read first may tell who it is for. Change it, or tick that it may be read as it is."
        )


@dataclass(frozen=True)
class Giveaway:
    """A piece of a text, and what it gives away."""

    what: What
    words: str = field(repr=False)


def giveaways(context: WorkContext, record_id: str, text: str | None) -> list[Giveaway]:
    """The pieces of this text that name somebody in the request or need: resident, household or referrer.

    `record_id` may be the resident's own, too.
    """
    if not text or not text.strip():
        return []
    with looking(context) as visible:
        row = visible.get(row_type_of(record_id), record_id)
        if not isinstance(row, HelpRequestRow | NeedRow | ResidentRow):
            return []
        return in_words(text, people_of(visible, row))


def check_tells_nobody(visible: Visibility, row: AboutSomebody, text: str | None) -> None:
    """Raises TellsWho where this text gives away who the request or need is for, or the resident."""
    if text and in_words(text, people_of(visible, row, deciding=True)):
        raise TellsWho


def people_of(visible: Visibility, row: AboutSomebody, *, deciding: bool = False) -> list[Person]:
    """Everybody whom a text about this request or need could name: the people on the request, and their household."""
    resident, found = people_on(visible.reader, row)
    homes = [person for person in found if person.part == "resident"]
    for home in homes:
        near = alike(visible.reader, home, ["residents", "help_requests"], deciding=deciding)
        found += [each.person for each in near if visible.sees(each.row)]
        found += _same_house(visible, home, resident)
    return found


def people_on(reader: Reader, row: AboutSomebody) -> tuple[ResidentRow | None, list[Person]]:
    """The resident, where it is known who that is, and everybody who is named on the request or on their record."""
    # Read anew, with a protected address, which is hidden from most and is to be found in the words all the same.
    asked = row.request_id if isinstance(row, NeedRow) else row.id
    request = None if isinstance(row, ResidentRow) else reader.get(HelpRequestRow, asked)
    whose = row.id if isinstance(row, ResidentRow) else row.resident_id
    resident = reader.get(ResidentRow, whose) if whose else None
    rows = [each for each in (request, resident) if each is not None]
    return resident, [person for each in rows for person in people_in(each.table, each)]


def _same_house(visible: Visibility, home: Person, resident: ResidentRow | None) -> Iterator[Person]:
    """Other residents behind the same door."""
    doors = house_numbers(home.address)
    if not doors or not home.postcode or resident is None:
        return
    near = visible.reader.rows(ResidentRow, lambda c: [c.sector == (resident.sector or ""), c.id != resident.id])
    for other in filter(visible.sees, near):
        for person in people_in("residents", other):
            if person.postcode == home.postcode and doors & house_numbers(person.address):
                yield person


def in_words(text: str, people: Iterable[Person]) -> list[Giveaway]:
    """The names, numbers, emails and homes of these people that stand in the text, each once."""
    everybody = list(people)
    found = dict.fromkeys(
        giveaway
        for look in (_names, _numbers, _emails, _homes)
        for person in everybody
        for giveaway in look(text, person)
    )
    return list(found)


def _names(text: str, person: Person) -> Iterator[Giveaway]:
    name = personal_name(person.named)
    if name is None:
        return
    wanted = {word for word in name.folded if _is_telling(word)}
    for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text):
        if wanted & {
            *folded_words(word),
            *(part for piece in re.split(r"['’-]", word) for part in folded_words(piece)),
        }:
            yield Giveaway("name", word)
    whole = "".join(name.folded)
    if not whole.isascii() and len(whole) > 1 and whole in "".join(folded_words(text)):
        yield Giveaway("name", person.named or "")


def _is_telling(word: str) -> bool:
    if not word.isascii():
        return True
    return (len(word) > 2 and word not in _BETWEEN) or (len(word) == 2 and word not in _TWO_LETTERS)


def _numbers(text: str, person: Person) -> Iterator[Giveaway]:
    forms = {number.form for number in person.numbers}
    if forms & {number.form for number in phone_numbers(text)}:
        yield Giveaway("telephone", _digits_in(text, forms) or "a telephone number")
    elif part := _digits_in(text, forms):
        yield Giveaway("telephone", part)


def _digits_in(text: str, forms: Iterable[str]) -> str | None:
    """The digits of the text that are the end of one of these numbers."""
    plain = [re.sub(r"\D", "", form) for form in forms]
    for piece in re.findall(r"\d[\d\s().-]*\d", text):
        digits = re.sub(r"\D", "", piece)
        local = digits.removeprefix("44").lstrip("0")
        if len(digits) >= _SHORTEST_NUMBER and any(known.endswith(local) for known in plain if local):
            return str(piece)
    return None


def _emails(text: str, person: Person) -> Iterator[Giveaway]:
    for email in set(person.emails) & set(email_addresses(text)):
        yield Giveaway("email", email)


def _homes(text: str, person: Person) -> Iterator[Giveaway]:
    if person.postcode:
        code = re.sub(r"\s", "", person.postcode)
        spaced = r"\s*".join(re.escape(letter) for letter in code)
        for piece in re.findall(rf"(?<!\w){spaced}(?!\w)", text, re.IGNORECASE):
            yield Giveaway("address", piece)
    said = [*folded_words(text)]
    for place, chunk in enumerate(re.split(r"[,;\n]", person.address or "")):
        words = [word for word in folded_words(chunk) if not any(c.isdigit() for c in word)]
        # A town alone tells nobody; a house or street of one word stands first.
        telling = len(words) > 1 or (place == 0 and words and len(words[0]) > _SHORTEST_HOUSE)
        if telling and any(said[i : i + len(words)] == words for i in range(len(said))):
            yield Giveaway("address", " ".join(chunk.split()))
