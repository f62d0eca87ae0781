"""What a record is found by: each word, number, email address, postcode and id in it, in one form."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from community.identity.people_in_rows import COLUMNS, people_in
from community.identity.personal_names import folded_words
from community.identity.phone_numbers import PhoneNumber, phone_numbers
from community.places import fold
from community.tables.column import Part
from community.tables.row_types import ColumnName

TermKind = Literal["id", "name", "street", "number", "email", "postcode"]
PartedKind = Literal["name", "street"]
SPELT: frozenset[TermKind] = frozenset({"name", "street"})
"""The kinds of which other spellings are looked for."""
PLACES = 3
"""So many places there are: see `Term.place`."""
Whose = Part | Literal["itself"]
"""Of whom in the record a term tells; `itself`: of the organisation or service."""

FOUND = ("residents", "volunteers", "help_requests", "organisations", "services", "opportunities", "enquiries")
"""The tables in which people are looked for. Concerns, complaints and outreach lists are none of them, by design."""
_BESIDE: frozenset[Whose] = frozenset({"referrer", "guardian", "emergency"})
_NAMED_ITSELF = dict.fromkeys(("organisations", "services", "opportunities"), ("name",))
_MORE_NUMBERS = {"services": ("public_telephone",)}
FIND_COLUMNS: dict[str, tuple[str, ...]] = {
    table: tuple(dict.fromkeys((*COLUMNS[table], *_NAMED_ITSELF.get(table, ()), *_MORE_NUMBERS.get(table, ()))))
    for table in FOUND
}
"""The columns by which a record of each of these tables is found."""

_SHORT = {
    "st": "street", "str": "street", "rd": "road", "ln": "lane", "ct": "court", "cl": "close", "ave": "avenue",
    "av": "avenue", "dr": "drive", "pl": "place", "sq": "square", "gdns": "gardens", "tce": "terrace",
    "terr": "terrace", "cres": "crescent", "hse": "house", "bldgs": "buildings", "apt": "apartment",
    "saint": "street",
}  # fmt: skip
_STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ħ": "h", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
"""Letters that are no letter with an accent, as people without them on their keyboard type them."""
_PARTED: dict[PartedKind, re.Pattern[str]] = {
    "name": re.compile(
        r"\b\w+(?:[-‐‑–]\w+)+|\b(?:mac|mc|fitz|o|ap|ab|de|di|da|du|le|la|van|von|al|el|bin)\s+\w+", re.IGNORECASE
    ),
    "street": re.compile(r"\b\d+\s+[A-Za-z]\b(?!['’])"),
}
"""Words that others write as one: `Smith-Jones`, `Mac Leod`, house `14 B`."""
_LONGEST = 400
"""Characters of a field that are read: an address is no longer, and a name much shorter."""


class Term(NamedTuple):
    """One thing by which a record is found."""

    kind: TermKind
    text: str
    whose: Whose

    @property
    def place(self) -> int:
        """Where it stands among the answers: whose record it is first, then others named in it, then addresses."""
        return 2 if self.kind == "street" else int(self.whose in _BESIDE)


def terms_of(table: str, row: Mapping[str, Any]) -> tuple[Term, ...]:
    """What this row is found by, each once. A column that is empty, or hidden from whoever looks, adds nothing."""
    return tuple(dict.fromkeys(_terms(table, row)))


def squeezed(text: str) -> str:
    """Letters and digits alone, as capitals: how ids and postcodes are compared."""
    return re.sub(r"[\W_]+", "", text).upper()


def as_postcode(text: str) -> str:
    """A postcode, or a part of one, with what is mixed up in it made the same: `BA1 OAA` for `BA1 0AA`."""
    return fold(squeezed(text))


def dialled(number: PhoneNumber) -> str:
    """The digits of a number as they are dialled here, or with the country's own before those of another."""
    digits = number.form.removeprefix("+")
    return f"0{digits[2:]}" if number.form.startswith("+44") else digits


def apart(text: str) -> tuple[str, ...]:
    """The words of a text, folded as names are. The signs in `Flat 2/14` and `Ann (Peg)` part words as a space does."""
    return tuple(word.translate(_STROKES) for word in folded_words(_APART.sub(" ", text)))


_APART = re.compile(r"[/,;:()\[\]&+\"“”]|\.(?=\w)")


def joined(text: str, kind: PartedKind) -> tuple[str, ...]:
    """What of a name or an address others write as one word, as one."""
    return tuple("".join(apart(found)) for found in _PARTED[kind].findall(text))


def in_one(text: str, kind: PartedKind) -> str:
    """The text with that in one word: `14b Milsom Street` for `14 B Milsom Street`."""
    return _PARTED[kind].sub(lambda found: "".join(apart(found[0])), text)


def written_out(word: str) -> str:
    """The word of an address without its usual short form. `St` may be a saint's, who counts as a street."""
    return _SHORT.get(word, word)


def _terms(table: str, row: Mapping[str, Any]) -> Iterator[Term]:
    yield Term("id", squeezed(row[ColumnName.ID]), "itself")
    for column in _NAMED_ITSELF.get(table, ()):
        yield from _words("name", row.get(column), "itself")
    for person in people_in(table, row):
        part = person.part
        yield from _words("name", person.named, part)
        yield from _words("street", person.address, part)
        yield from _numbers(person.numbers, part)
        yield from (Term("email", email, part) for email in person.emails)
        if person.postcode:
            yield Term("postcode", as_postcode(person.postcode), part)
    for column in _MORE_NUMBERS.get(table, ()):
        yield from _numbers(phone_numbers(row.get(column)), "itself")


def _words(kind: PartedKind, text: str | None, whose: Whose) -> Iterator[Term]:
    told = (text or "")[:_LONGEST]
    said = (*apart(told), *joined(told, kind))
    yield from (Term(kind, written_out(word) if kind == "street" else word, whose) for word in said)


def _numbers(numbers: Iterable[PhoneNumber], whose: Whose) -> Iterator[Term]:
    yield from (Term("number", dialled(number), whose) for number in numbers)
