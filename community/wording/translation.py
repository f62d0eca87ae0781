"""What is said in another language: `say` and tables of words, in the language that is spoken here or in English.

A language is one catalogue (`catalogues/pl.po`, as Babel and every translator's program read it) of English words and
what stands for them. Words of codes, dates and nouns are in it under the name of their table in `english.toml`.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, cached_property
from gettext import c2py
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from community.wording.catalogue import Wording, from_words, speaking

CATALOGUES = Path(__file__).with_name("catalogues")
_WRITTEN_IN = "written_in_"


class Unsaid(str):
    """English words where another language is spoken, which has none for them yet."""

    __slots__ = ()


@dataclass(frozen=True, eq=False)
class Language:
    """One language: its code, its words by table and English words, and its wording.

    `meant` holds the English of what forms say in it, with a community's own words filled in; `unsaid` those of them
    that are English because it has no words for them.
    """

    code: str
    words: Mapping[tuple[str, str], str] = field(repr=False)
    own: Mapping[str, str] = field(repr=False)
    wording: Wording = field(repr=False)
    meant: dict[str, str] = field(default_factory=dict, repr=False)
    unsaid: set[str] = field(default_factory=set, repr=False)

    @cached_property
    def name(self) -> str:
        """Its name in itself, with a capital letter: `Polski`."""
        name = str(Locale.parse(self.code).get_display_name(self.code))
        return name[:1].upper() + name[1:]

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return "rtl" if Locale.parse(self.code).character_order == "right-to-left" else "ltr"

    def remember(self, said: str, english: str, *, unsaid: bool) -> None:
        """Keep what these words of a form mean."""
        self.meant[said] = english
        if unsaid:
            self.unsaid.add(said)

    def said(self, words: str) -> str:
        """These English words in this language; as they are, marked, where it has none for them."""
        return self.own.get(words) or self.words.get(("", words)) or Unsaid(words)


_spoken: ContextVar[Language | None] = ContextVar("_spoken", default=None)


def languages() -> list[str]:
    """The codes of the languages beside English that have a catalogue."""
    return sorted(path.stem for path in CATALOGUES.glob("*.po"))


@cache
def language(code: str, own: tuple[tuple[str, str], ...] = ()) -> Language:
    """The language of this code, read once. `own`: what a community says for words of its own, in pairs."""
    return of_catalogue(code, read_catalogue(code), own)


def of_catalogue(code: str, catalogue: Catalog, own: tuple[tuple[str, str], ...] = ()) -> Language:
    """The language of a catalogue. What is empty, or marked as to be looked at (fuzzy), is not said."""
    words: dict[tuple[str, str], str] = {}
    nouns: dict[str, dict[str, str]] = {}
    for each in catalogue:
        if not each.id or each.fuzzy or not each.string:
            continue
        if isinstance(each.string, tuple):
            if all(each.string):
                nouns[each.id[1]] = _forms(code, catalogue, each.string)
        else:
            words[each.context or "", str(each.id)] = str(each.string)
    return Language(code, words, dict(own), from_words(_wording(code, words, nouns)))


def read_catalogue(code: str) -> Catalog:
    """The catalogue of this language."""
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


def english_words() -> dict[str, Any]:
    """The tables of words as `english.toml` has them."""
    return tomllib.loads(Path(__file__).with_name("english.toml").read_text(encoding="utf-8"))


def _forms(code: str, catalogue: Catalog, told: tuple[str, ...]) -> dict[str, str]:
    """A noun's forms by Unicode's category, from those that stand in the order of gettext."""
    locale, place = Locale.parse(code), c2py(catalogue.plural_expr)
    tags = [*locale.plural_form.tags, "other"]
    numbers = {locale.plural_form(count): count for count in reversed(range(200))}
    return {tag: told[place(numbers[tag])] if tag in numbers else told[-1] for tag in tags}


def _wording(code: str, words: Mapping[tuple[str, str], str], nouns: Mapping[str, dict[str, str]]) -> dict[str, Any]:
    """All tables of words, in this language where it has them, else English."""
    tags = [*Locale.parse(code).plural_form.tags, "other"]

    def said(table: str, told: Any) -> Any:
        if isinstance(told, dict):
            return {key: said(table, each) for key, each in told.items()}
        if isinstance(told, list):
            return [said(table, each) for each in told]
        return words.get((table, told), told)

    english = english_words()
    counted = {noun: nouns.get(each["other"]) or dict.fromkeys(tags, each["other"])
               for noun, each in english["noun"].items()}  # fmt: skip
    return {name: said(name, told) for name, told in english.items()} | {"language": code, "noun": counted}


@contextmanager
def in_language(told: Language | None) -> Iterator[None]:
    """Speak this language until the block ends, in this thread or task alone; with None, English."""
    if told is None:
        yield
        return
    before = _spoken.set(told)
    try:
        with speaking(told.wording):
            yield
    finally:
        _spoken.reset(before)


def language_here() -> Language | None:
    """The language that is spoken here; None for English."""
    return _spoken.get()


def say(words: str, **filled: object) -> str:
    """These English words in the language that is spoken here, with `{NAME}` filled in."""
    spoken = _spoken.get()
    told = words if spoken is None else spoken.said(words)
    if not filled:
        return told
    full = told.format(**filled)
    return Unsaid(full) if isinstance(told, Unsaid) else full


def say_of_form(english: str, filled: Callable[[str], str] = str) -> str:
    """Words of a form in the language that is spoken here, which remembers what they mean. `filled`: fills them in."""
    told, spoken = say(english), _spoken.get()
    if spoken:
        spoken.remember(filled(told), filled(english), unsaid=isinstance(told, Unsaid))
    return filled(told)


def later(words: str) -> str:
    """The words themselves: named so that every catalogue holds them, for whoever says them later."""
    return words


def is_unsaid(words: str) -> bool:
    """Whether these words are English because the language that is spoken here has none for them."""
    spoken = _spoken.get()
    return spoken is not None and (isinstance(words, Unsaid) or words in spoken.unsaid)


def written_in(code: str) -> str:
    """The flag of what was filled in in the language of this code."""
    return f"{_WRITTEN_IN}{code}"


def language_of(flags: str | None) -> str | None:
    """The code of the language that a record was filled in in, from its flags; None for English."""
    found = re.search(rf"\b{_WRITTEN_IN}([a-z]+)\b", flags or "")
    return found[1] if found else None
