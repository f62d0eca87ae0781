"""What somebody typed to find a record by, and how well a record answers it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from community.identity.find_terms import (
    SPELT,
    Term,
    TermKind,
    Whose,
    apart,
    as_postcode,
    dialled,
    in_one,
    squeezed,
    written_out,
)
from community.identity.given_names import said_for
from community.identity.personal_names import NEAR
from community.identity.phone_numbers import phone_numbers
from community.tables import ids

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "cllr", "sir", "lady", "prof", "and", "the"})
"""Words that people say with a name and that a record may lack."""
_NUMBER = re.compile(r"[\d\s().\-/+]+")
_ABROAD = re.compile(r"(?:\+|00)\s*(?=\d)")
_POSTCODE = re.compile(r"[A-Z01]{1,2}\d[A-Z\d]?(?:\d[A-Z01]{0,2})?")
_HALF_OR_WHOLE = re.compile(r"\d[A-Z01]{2}|[A-Z01]{1,2}\d[A-Z\d]?(?:\d[A-Z01]{2})?")
"""Both as `as_postcode` writes them: in small print and by ear, O is a nought and I or L a one."""
_LETTER_AND_DIGIT = re.compile(r"(?=.*[A-Z]).*\d")
_ID = re.compile(r"[A-Z]{1,2}[A-Z\d]{3,9}")
_HEARD = str.maketrans("OIL", "011")
_FEWEST_LETTERS, _FEWEST_DIGITS, _FEWEST_WITHIN, _FEWEST_NEAR = 2, 4, 3, 4
"""So many signs must be typed to find a word, a part of a number, a part within a word, and another spelling."""


class Grade(IntEnum):
    """How well a term answers, the best first."""

    SAME = 0
    BEGINS = 1
    WITHIN = 2
    NEAR = 3
    """It is spelt nearly like this, or is another form of this given name."""


Rank = tuple[Grade, int]
"""How well something answers, and by what: the smaller, the better."""


@dataclass(frozen=True)
class Answer:
    """How well a record answers, and of whom in it the terms tell that do."""

    grade: Grade
    place: int
    """See `Term.place`."""
    whose: tuple[Whose, ...]
    """Of whom all of it may tell, the likeliest first; nobody where it tells partly of one and partly of another."""

    @property
    def rank(self) -> Rank:
        """The smaller, the better."""
        return self.grade, self.place


K = TypeVar("K")


class Texts(Protocol[K]):
    """Very many texts of one kind, each with a key."""

    def containing(self, form: str) -> dict[K, str]:
        """Those in which this stands."""

    def beginning(self, form: str) -> dict[K, str]:
        """Those that begin with this."""

    def spelt_like(self, form: str) -> dict[K, str]:
        """Those that are spelt nearly like this."""


@dataclass(frozen=True)
class Token:
    """One thing that was typed: by each kind of term that may answer it, the form that it has there."""

    forms: Mapping[TermKind, str] = field(repr=False)
    spellings: bool = False
    """Other spellings of it answer, too."""

    def grade(self, term: Term) -> Grade | None:
        """How well this term answers; None where it does not."""
        form = self.forms.get(term.kind)
        return None if form is None else self._grade(term.kind, form, term.text)

    def among(self, kind: TermKind, texts: "Texts[K]") -> dict[K, Grade]:
        """The texts of this kind that answer, each with how well: `grade` for very many at once."""
        form = self.forms.get(kind)
        if form is None:
            return {}
        only_begins = kind == "id" or (kind == "email" and not re.search(r"[@.]", form))
        near = texts.beginning(form) if only_begins else texts.containing(form)
        if self.spellings and kind in SPELT:
            near |= texts.spelt_like(form)
        if kind == "name":
            for other in said_for(form):
                near |= texts.beginning(other)
        found = ((one, self._grade(kind, form, text)) for one, text in near.items())
        return {one: grade for one, grade in found if grade is not None}

    def _grade(self, kind: TermKind, form: str, text: str) -> Grade | None:
        grade = _grade(kind, form, text, spellings=self.spellings)
        return Grade.NEAR if grade is None and kind == "name" and text in said_for(form) else grade


@dataclass(frozen=True)
class Query:
    """What was typed, in each way in which it may be meant. A record answers if it answers all tokens of one way."""

    readings: tuple[tuple[Token, ...], ...]

    def answer(self, terms: Iterable[Term]) -> Answer | None:
        """How well a record with these terms answers; None where it does not."""
        there = tuple(terms)
        found = filter(None, (_answer(reading, there) for reading in self.readings))
        return min(found, key=lambda each: each.rank, default=None)

    def __bool__(self) -> bool:
        """Whether enough was typed to look for."""
        return bool(self.readings)


def query(typed: str) -> Query:
    """What was typed, read as an id, a number, a postcode, an email address and words: in each way that it can be."""
    told = " ".join(typed.split())[:200]
    whole = squeezed(told)
    readings: list[tuple[Token, ...]] = []
    if known := ids.check(told):
        readings.append((Token({"id": squeezed(known)}),))
    elif _ID.fullmatch(whole) and re.search(r"[\d-]", told):
        letter = 2 if whole[:2] in _TWO_LETTERS else 1
        readings.append((Token({"id": whole[:letter] + whole[letter:].translate(_HEARD)}),))
    if _NUMBER.fullmatch(told) and len(digits := _digits(told)) >= _FEWEST_DIGITS:
        readings.append((Token({"number": digits}),))
    else:  # with its extension, or with words beside it
        whole_numbers = (each for each in phone_numbers(told) if not each.doubtful)
        readings += ((Token({"number": dialled(each)}),) for each in whole_numbers)
    if _POSTCODE.fullmatch(as_postcode(whole)) and _LETTER_AND_DIGIT.search(whole):
        readings.append((Token({"postcode": as_postcode(whole)}),))
    if re.search(r"@|\w\.\w", told) and " " not in told and len(told) > _FEWEST_WITHIN:
        readings.append((Token({"email": told.lower()}),))
    readings += _words(told)
    return Query(tuple(readings))


def _words(told: str) -> Iterator[tuple[Token, ...]]:
    """What was typed as words, and once more with those as one that others write as one: `Mac Donald`, `14 B`."""
    if len(told) < _FEWEST_LETTERS and "".join(apart(told)).isascii():
        return  # a single sign is a whole name in some scripts
    for text in dict.fromkeys((told, *(in_one(told, kind) for kind in ("name", "street")))):
        said = [token for word in text.split() for token in _tokens(word)]
        named = [token for token in said if token.forms.get("name") not in _TITLES]
        if named or said:
            yield tuple(named or said)


_TWO_LETTERS = frozenset({"EN", "PA"})


def _tokens(word: str) -> Iterator[Token]:
    """A typed word as one token, or as several where it joins words, as `Smith-Jones` does."""
    folded = apart(word)
    if len(folded) <= 1 or "@" in word:
        yield from _token(word, "".join(folded))
    else:
        for part in folded:
            yield from _token(part, part)


def _token(word: str, folded: str) -> Iterator[Token]:
    forms: dict[TermKind, str] = {"name": folded, "street": written_out(folded)} if folded else {}
    whole = squeezed(word)
    if _HALF_OR_WHOLE.fullmatch(as_postcode(whole)) and _LETTER_AND_DIGIT.search(whole):
        forms["postcode"] = as_postcode(whole)
    if whole.isdigit() and len(whole) >= _FEWEST_DIGITS:
        forms["number"] = _digits(word)
    if len(word) >= _FEWEST_WITHIN and word.isascii():
        forms["email"] = word.lower()
    if forms:
        yield Token(forms, spellings=len(folded) >= _FEWEST_NEAR and not whole.isdigit())


def _digits(typed: str) -> str:
    """What was typed of a number, as it is dialled here: without +44, and without the (0) behind it."""
    abroad = _ABROAD.match(typed.strip())
    digits = re.sub(r"\D", "", typed.strip()[abroad.end() if abroad else 0 :])
    if digits.startswith("44") and (abroad or len(digits) >= 12):
        return "0" + digits[2:].removeprefix("0")
    return digits


def _answer(reading: tuple[Token, ...], terms: tuple[Term, ...]) -> Answer | None:
    """`whose` begins with the person of whom the best term for the first token tells, if all tokens may be theirs."""
    worst, place = Grade.SAME, 0
    whose: list[Whose] = []
    for number, token in enumerate(reading):
        graded = ((token.grade(term), term) for term in terms)
        found = sorted(
            ((grade, term.place, term.whose) for grade, term in graded if grade is not None),
            key=lambda each: each[:2],
        )
        if not found:
            return None
        worst, place = max(worst, found[0][0]), max(place, found[0][1])
        theirs = list(dict.fromkeys(each[2] for each in found))
        whose = [each for each in whose if each in theirs] if number else theirs
    return Answer(worst, place, tuple(whose))


def _grade(kind: TermKind, form: str, text: str, *, spellings: bool) -> Grade | None:
    if text == form:
        return Grade.SAME
    if text.startswith(form):
        # House 1 is not house 14, though 14 may be 14b.
        other_house = kind == "street" and form.isdigit() and not text[len(form) :].isalpha()
        return None if other_house else Grade.BEGINS
    if kind in ("number", "postcode") and text.endswith(form):
        return Grade.BEGINS  # people say the last digits, and the last half of a postcode
    if form in text and _counts_within(kind, form, text):
        return Grade.WITHIN
    return Grade.NEAR if spellings and kind in SPELT and fuzz.ratio(form, text) >= NEAR else None


def _counts_within(kind: TermKind, form: str, text: str) -> bool:
    if kind in ("id", "postcode"):
        return False
    if kind == "email":  # half of all people have an address at the same two or three places
        return "@" in form[1:] or ("." in form and form in text.partition("@")[0])
    return kind == "number" or (not form.isdigit() and (len(form) >= _FEWEST_WITHIN or not form.isascii()))
