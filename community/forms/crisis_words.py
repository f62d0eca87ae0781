"""Signs of danger in what somebody wrote. The words to look for are in `crisis.toml`."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from community.settings import Group

SIGNS = Path(__file__).with_name("crisis.toml")
_LOOK = 10_000
"""So many letters of an answer are looked at: a book pasted into a form is read by a person."""
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_WORD = re.compile(r"[^\W_]+")
_SLIPS_FROM, _SLIPS_ALONE_FROM, _LONGEST = 5, 7, 20
"""From so many letters on, a slip of the pen is forgiven: among other words, and in a word that stands alone."""
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Sign:
    """One kind of danger: what it means, which kind of help is nearest to it, and the words that point to it."""

    code: str
    means: str
    group: Group
    phrases: tuple[Phrase, ...] = field(repr=False)
    others: tuple[Phrase, ...] = field(repr=False)
    """Turns of speech in which the words mean something else."""


@cache
def signs() -> Mapping[str, Sign]:
    """Every sign by its code, in the order of the file."""
    told = _told()
    return {
        code: Sign(code, each["means"], each["group"], tuple(_phrases(each["words"])), tuple(_phrases(each["not"])))
        for code, each in told.items()
        if isinstance(each, dict)
    }


def signs_in(*texts: str | None) -> tuple[Sign, ...]:
    """The signs in these words, each once, in the order of the file. Never raises, whatever the words are."""
    found = {code for text in texts if text for code in _codes_in(text[:_LOOK])}
    return tuple(sign for code, sign in signs().items() if code in found)


def _codes_in(text: str) -> set[str]:
    tokens = list(_words(text))
    meant = [_stands_for(token) for token in tokens]
    begins = _begins()
    spoken_for = {code: _spoken_for(tokens, sign) for code, sign in signs().items()}
    return {
        code
        for place, words in enumerate(meant)
        for word in words
        for code, phrase in begins.get(word, ())
        if place not in spoken_for[code] and _follows(tokens, meant, place, phrase)
    }


def _spoken_for(tokens: list[str], sign: Sign) -> set[int]:
    """The places at which the words mean something else."""
    firsts = defaultdict(list)
    for other in sign.others:
        firsts[other[0]].append(other)
    return {
        place + step
        for place, token in enumerate(tokens)
        for other in firsts.get(token, ())
        if tuple(tokens[place : place + len(other)]) == other
        for step in range(len(other))
    }


def _follows(tokens: list[str], meant: list[frozenset[str]], place: int, phrase: Phrase) -> bool:
    if len(phrase) == 1:
        return tokens[place] == phrase[0] or len(phrase[0]) >= _SLIPS_ALONE_FROM
    at = place + 1
    for word in phrase[1:]:
        while at < len(tokens) and word not in meant[at] and tokens[at] in _between():
            at += 1
        if at >= len(tokens) or word not in meant[at]:
            return False
        at += 1
    return True


def _stands_for(token: str) -> frozenset[str]:
    """The words of ours that this word may be, allowing for slips of the pen."""
    known = _known()
    near = {token, *_one_less(token)} if _SLIPS_FROM - 2 <= len(token) <= _LONGEST else {token}
    return frozenset(word for each in near for word in known.get(each, ()) if _alike(token, word))


def _alike(token: str, word: str) -> bool:
    if token == word:
        return True
    if token[:1] != word[0] or token in _other_words():
        return False
    if len(word) < _SLIPS_FROM:
        # A word of four letters may have one doubled or left out (`kil`, `killl`). A substituted one is not
        # forgiven: it would turn `kiln` into `kill`.
        return len(word) == _SLIPS_FROM - 1 and len(token) != len(word) and _one_slip(token, word)
    return _one_slip(token, word)


def _one_less(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _one_slip(token: str, word: str) -> bool:
    """Whether one letter is wrong, missing or too many, or two letters are swapped."""
    if abs(len(token) - len(word)) > 1:
        return False
    at = next((n for n, (one, other) in enumerate(zip(token, word, strict=False)) if one != other), None)
    if at is None:
        return len(token) != len(word)
    tails = {(token[at + 1 :], word[at:]), (token[at:], word[at + 1 :]), (token[at + 1 :], word[at + 1 :])}
    swapped = token[at : at + 2] == word[at : at + 2][::-1] and token[at + 2 :] == word[at + 2 :]
    return swapped or any(one == other for one, other in tails)


def _words(text: str) -> Iterator[str]:
    """The words without capitals, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).casefold())
    return (found[0] for found in _WORD.finditer("".join(c for c in plain if not unicodedata.combining(c))))


def _phrases(lines: list[str]) -> Iterator[Phrase]:
    people = _told()["people"]
    for line in lines:
        for each in [line.replace("{person}", one) for one in people] if "{person}" in line else [line]:
            yield tuple(_words(each))


@cache
def _begins() -> Mapping[str, list[tuple[str, Phrase]]]:
    """By first word, the phrases that begin with it, each with its sign's code."""
    found: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
    for code, sign in signs().items():
        for phrase in sign.phrases:
            found[phrase[0]].append((code, phrase))
    return found


@cache
def _known() -> Mapping[str, set[str]]:
    """By each of our words, whole or with any one letter left out, the words that it may be."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in {word for sign in signs().values() for phrase in sign.phrases for word in phrase}:
        for each in (word, *(_one_less(word) if len(word) >= _SLIPS_FROM - 1 else ())):
            found[each].add(word)
    return found


@cache
def _told() -> Mapping[str, Any]:
    return tomllib.loads(SIGNS.read_text("utf-8"))


@cache
def _between() -> frozenset[str]:
    return frozenset(_told()["between"])


@cache
def _other_words() -> frozenset[str]:
    return frozenset(_told()["other_words"])
