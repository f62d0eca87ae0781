"""Whether a text mentions somebody: by their name as whole words, any of their numbers, or their email address.

Texts are long and there are many of them, so a quick test rules most of them out, and only the rest are read word by
word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from community.identity.email_addresses import email_addresses
from community.identity.people_in_rows import Person
from community.identity.personal_names import FIRST_LATIN_MARK, UNSPACED, folded_words
from community.identity.phone_numbers import phone_numbers

_BEFORE_A_SURNAME = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "cllr", "sir", "lady", "prof", "professor"}
)
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_DIGITS_ONLY = re.compile(r"\D+")
_LAST = 6
"""Digits at the end of a number by which a text is read more closely."""
_WINDOW, _STEP = 300, 200
"""Characters of a long text that are read at once for numbers, and how far on the next begin."""


class WordsAbout:
    """What to look for: every name, number and email address by which some records know a person."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Learn all their names, numbers and email addresses."""
        self._names: set[tuple[str, ...]] = set()
        self._surnames: set[str] = set()
        self._numbers: set[str] = set()
        self._emails: set[str] = set()
        for person in people:
            self._numbers |= {number.form for number in person.numbers}
            self._emails |= set(person.emails)
            if person.name is not None and len("".join(person.name.folded)) > 1:
                words = tuple(word for word in person.name.folded if len(word) > 1 or not word.isascii())
                self._names.add(words or person.name.folded)
                self._surnames |= set(words[-1:]) if len(words) > 1 else set()
        self._ends = {form[-_LAST:] for form in self._numbers}

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._names or self._numbers or self._emails)

    def in_text(self, text: str | None) -> tuple[str, ...]:
        """What the text mentions, in words: `name`, `surname`, `telephone`, `email`; each once."""
        return tuple(dict.fromkeys(self._said(text))) if text else ()

    def _said(self, text: str) -> Iterator[str]:
        plain = _plain(text)
        if any(all(word in plain for word in name) for name in self._names) or any(s in plain for s in self._surnames):
            yield from self._named(text)
        if self._emails and "@" in text and any(email in text.casefold() for email in self._emails):
            every = (email for part in _parts(text) for email in email_addresses(part))
            if not self._emails.isdisjoint(every):
                yield "email"
        if self._numbers:
            digits = "".join(str(unicodedata.decimal(c)) for c in _DIGITS_ONLY.sub("", plain))
            if any(end in digits for end in self._ends):
                every_number = (number.form for part in _parts(text) for number in phone_numbers(part))
                if not self._numbers.isdisjoint(every_number):
                    yield "telephone"

    def _named(self, text: str) -> Iterator[str]:
        words = folded_words(_spaced(_POSSESSIVE.sub("", text)))
        there, joined = set(words), "".join(words)
        for name in self._names:
            # In scripts without spaces between words the family name comes first, and particles follow at once.
            whole = ("".join(name), "".join((*name[-1:], *name[:-1]))) if _is_unspaced(name) else ()
            if there.issuperset(name) or any(each in joined for each in whole):
                yield "name"
        for before, word in pairwise(words):
            if word in self._surnames and before in _BEFORE_A_SURNAME:
                yield "surname"


def _plain(text: str) -> str:
    """The text in small letters without accents and apostrophes, made quickly; it contains all `folded_words` finds."""
    if text.isascii():
        return text.lower().replace("'", "")
    apart = unicodedata.normalize("NFKD", text)
    kept = (c for c in apart if unicodedata.combining(c) < FIRST_LATIN_MARK and (_is_of_a_word(c) or c.isspace()))
    return unicodedata.normalize("NFC", "".join(kept)).casefold()


def _is_of_a_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


def _spaced(text: str) -> str:
    """The text with a space for whatever separates words, so that `Example,Ann` becomes two words."""
    return "".join(c if _is_of_a_word(c) or c in "'’‘`´" or unicodedata.category(c) == "Cf" else " " for c in text)


def _parts(text: str) -> Iterator[str]:
    """A long text in pieces that overlap, so that no number is cut in two."""
    for start in range(0, max(len(text) - _WINDOW + _STEP, 1), _STEP):
        yield text[start : start + _WINDOW]


def _is_unspaced(name: tuple[str, ...]) -> bool:
    return any(unicodedata.name(word[0], "").startswith(UNSPACED) for word in name)
