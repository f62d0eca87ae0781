"""Signs of danger in what somebody wrote. The words to look for are in the folder `crisis`, a file for each kind.

The search asks the same with the same words; `site/assets/search.js` has the same rules.
"""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from community.settings import Group

SIGNS = Path(__file__).with_name("crisis")
_LOOK = 10_000
"""So many letters of an answer are looked at: a book pasted into a form is read by a person."""
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_TOKEN = re.compile(r"[^\W_]+|[.]+|[!?]")
_STOP, _GAP, _FEW = ".", "..", 5
"""The end of a sentence; other words, at most so many, in a line of words."""
_SLIPS_FROM, _SLIPS_ALONE_FROM, _SLIPS_BY_EAR_FROM, _LONGEST = 5, 7, 9, 20
"""From so many letters on, a slip of the pen is forgiven: among other words, and in a word that stands alone."""


@dataclass(frozen=True)
class Sign:
    """One kind of danger: what it means, which kind of help is nearest to it, and who else is named for it."""

    code: str
    means: str
    group: Group
    lines: tuple[str, ...]


@cache
def signs() -> Mapping[str, Sign]:
    """Every sign by its code, in the order that `words.toml` gives them."""
    return {
        code: Sign(code, told["means"], told["group"], tuple(told.get("lines", ())))
        for code in _told("words")["signs"]
        for told in [_told(code)]
    }


def signs_in(*texts: str | None) -> tuple[Sign, ...]:
    """The signs in these words, each once, in their order. Never raises, whatever the words are."""
    found = {code for text in texts if text for code in _reader().codes_in(text[:_LOOK])}
    return tuple(sign for code, sign in signs().items() if code in found)


def compiled(more: Mapping[str, Iterable[str]] | None = None) -> dict[str, Any]:
    """All that a `DangerReader` needs, of lists and texts only. `more` are further words by sign."""
    words = _told("words")
    return {
        "groups": words["groups"],
        "between": words["between"],
        "others": words["other_words"],
        "spelt": _told("spelt"),
        "signs": {
            code: {"words": [*_told(code)["words"], *(more or {}).get(code, ())], "not": _told(code)["not"]}
            for code in signs()
        },
    }


@dataclass(frozen=True)
class _Text:
    """A text that is being read: its words, the words of ours that each may be, and what was found in it before."""

    tokens: Sequence[str]
    meant: Sequence[frozenset[str]]
    ends: dict[tuple[str, int], set[int]] = field(default_factory=dict)
    holds: dict[str, bool] = field(default_factory=dict)


class DangerReader:
    """Finds the kinds of danger in a text by the lines of words that `compiled` gives."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        """Read the lines, once."""
        self._between, self._others, self._spelt = set(told["between"]), set(told["others"]), told["spelt"]
        self._groups = {name: [self._line(line) for line in said] for name, said in told["groups"].items()}
        self._either: dict[str, tuple[set[str], list[list[str]]]] = {}
        self._begins: dict[str, dict[str, list[tuple[str, list[str]]]]] = {"words": {}, "not": {}}
        every = [line for lines in self._groups.values() for line in lines]
        for code, sign in told["signs"].items():
            for kind, begins in self._begins.items():
                for line in map(self._line, sign[kind]):
                    every.append(line)
                    for word in self._firsts(line[0]):
                        begins.setdefault(word, []).append((code, line))
        self._ours = {word for line in every for each in line for word in each.split("/") if word[0] not in "{."}
        self._known: dict[str, set[str]] = defaultdict(set)
        self._sounds: dict[str, set[str]] = defaultdict(set)
        for word in self._ours:
            for each in (word, *(_one_less(word) if len(word) >= _SLIPS_FROM - 1 else ())):
                self._known[each].add(word)
            self._sounds[sound_of(word)].add(word)

    def codes_in(self, text: str) -> set[str]:
        """The codes of the signs in the text."""
        tokens = [word for token in _tokens(text) for word in self._spelt.get(token, token).split(" ")]
        read = _Text(tokens, [self._stands_for(token) for token in tokens])
        spoken_for = {
            (code, place)
            for at, code, line in self._starting("not", read)
            for place in range(at, max(self._through(line, at, read), default=at))
        }
        return {
            code
            for at, code, line in self._starting("words", read)
            if len(line) > 1 or self._alone(line[0], tokens[at])
            for end in sorted(self._through(line, at, read))[:1]
            if not any((code, place) in spoken_for for place in range(at, end))
        }

    def _line(self, said: str) -> list[str]:
        """The elements of a line: `hit~` as `hit/hits/hitting`, and words as they are spelt here."""
        line = []
        for element in said.split():
            words = [w for word in element.split("/") for w in (forms_of(word[:-1]) if word[-1] == "~" else [word])]
            line.append("/".join(dict.fromkeys(self._spelt.get(word, word) for word in words)))
        return line

    def _starting(self, kind: str, read: "_Text") -> Iterator[tuple[int, str, list[str]]]:
        """The lines that may begin at a place, each with its sign's code: those all of whose words are in the text."""
        begins = {
            word: [each for each in self._begins[kind].get(word, ()) if all(self._is_in(read, e) for e in each[1])]
            for word in frozenset[str]().union(*read.meant)
        }
        for at, words in enumerate(read.meant):
            for word in words:
                for code, line in begins[word]:
                    yield at, code, line

    def _is_in(self, read: "_Text", element: str) -> bool:
        if element not in read.holds:
            words, lines = self._meanings(element)
            read.holds[element] = (
                element == _GAP
                or any(not words.isdisjoint(meant) for meant in read.meant)
                or any(all(self._is_in(read, each) for each in line) for line in lines)
            )
        return read.holds[element]

    def _alone(self, element: str, token: str) -> bool:
        """Whether a word that is a whole line counts: with a slip only if it is long."""
        words, lines = self._meanings(element)
        return bool(lines) or token in words or any(len(word) >= _SLIPS_ALONE_FROM for word in words)

    def _firsts(self, element: str) -> set[str]:
        words, lines = self._meanings(element)
        return {*words, *(word for line in lines for word in self._firsts(line[0]))}

    def _meanings(self, element: str) -> tuple[set[str], list[list[str]]]:
        """The single words that the element may be, and the longer lines."""
        if element not in self._either:
            words: set[str] = set()
            lines = []
            for each in element.split("/"):
                for line in self._groups[each[1:-1]] if each[0] == "{" else [[each]]:
                    if len(line) > 1:
                        lines.append(line)
                    elif line[0] == each:
                        words.add(each)
                    else:
                        more, longer = self._meanings(line[0])
                        words |= more
                        lines += longer
            self._either[element] = words, lines
        return self._either[element]

    def _through(self, line: Sequence[str], at: int, read: "_Text") -> set[int]:
        """Where the line may have ended that begins here: none if it does not stand here."""
        places = {at}
        for element in line:
            places = {end for place in places for end in self._ends(element, place, read)}
        return places

    def _ends(self, element: str, at: int, read: "_Text") -> set[int]:
        """Where the element may have ended that begins here, or after words that change nothing."""
        known = read.ends.get((element, at))
        if known is None:
            known = read.ends[element, at] = self._ends_anew(element, at, read)
        return known

    def _ends_anew(self, element: str, at: int, read: "_Text") -> set[int]:
        tokens = read.tokens
        if element == _GAP:
            last = next((p for p in range(at, len(tokens)) if p == at + _FEW or tokens[p] == _STOP), len(tokens))
            return set(range(at, last + 1))
        words, lines = self._meanings(element)
        found = {end for line in lines for end in self._through(line, at, read)}
        for place in range(at, len(tokens)):
            if not words.isdisjoint(read.meant[place]):
                found.add(place + 1)
            if tokens[place] not in self._between:
                break
        return found

    def _stands_for(self, token: str) -> frozenset[str]:
        """The words of ours that this word may be, allowing for slips of the pen and for spelling by ear."""
        near = {token, *_one_less(token)} if _SLIPS_FROM - 2 <= len(token) <= _LONGEST else {token}
        found = {word for each in near for word in self._known.get(each, ()) if self._alike(token, word)}
        if not found and token not in self._others and len(token) >= _SLIPS_FROM:
            most = 2 if len(token) < _SLIPS_BY_EAR_FROM else 3
            found = {word for word in self._sounds.get(sound_of(token), ()) if slips_between(token, word) <= most}
        return frozenset(found)

    def _alike(self, token: str, word: str) -> bool:
        if token == word:
            return True
        if token[:1] != word[0] or token in self._others or token in self._ours:
            return False
        if len(word) < _SLIPS_FROM:
            # A word of four letters may have one doubled or left out (`kil`, `killl`). A substituted one is not
            # forgiven: it would turn `kiln` into `kill`.
            return len(word) == _SLIPS_FROM - 1 and len(token) != len(word) and slips_between(token, word) == 1
        return slips_between(token, word) == 1


def sound_of(word: str) -> str:
    """About how a word sounds: its consonants, those that sound alike as one."""
    for pattern, sounds in _SOUNDS:
        word = pattern.sub(sounds, word)
    return word


_SOUNDS = [
    (re.compile(pattern), sounds)
    for pattern, sounds in (
        ("^kn", "n"),
        ("^wr", "r"),
        ("ph", "f"),
        ("gh", ""),
        ("(ti|s?ci|s?si|sh)(?=on|ou|u|un)|sh|ch", "x"),
        ("c(?=[eiy])", "s"),
        ("[cq]", "k"),
        ("z", "s"),
        ("(?<!^)[aeiouyhw]", ""),
        (r"(.)\1+", r"\1"),
    )
]


def _one_less(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def slips_between(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many, or swapped with the next (optimal string alignment)."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, second in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != second))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == second:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


def _tokens(text: str) -> Iterator[str]:
    """The words without capitals, accents and apostrophes, and the ends of sentences."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).lower().replace("ł", "l"))
    for found in _TOKEN.finditer("".join(c for c in plain if not unicodedata.category(c).startswith("M"))):
        if found[0][:2] != "..":  # people break a line, or pause, within what they say
            yield found[0] if found[0] not in "!?" else _STOP


def forms_of(word: str) -> list[str]:
    """The word with the regular endings of number and time: `hit`, `hits`, `hitting`, `hitted`."""
    stem = word.removesuffix("e")
    if re.search("[^aeiou]y$", word):
        return [word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"]
    doubled = f"{word}{word[-1]}" if re.fullmatch("[^aeiou]*[aeiou][^aeiouwxy]", word) else stem
    return [
        word,
        f"{word}es" if re.search("(s|x|z|ch|sh)$", word) else f"{word}s",
        f"{doubled}ed",
        f"{doubled}ing",
        f"{doubled}in",
    ]


@cache
def _told(name: str) -> Mapping[str, Any]:
    return tomllib.loads((SIGNS / f"{name}.toml").read_text("utf-8"))


@cache
def _reader() -> DangerReader:
    return DangerReader(compiled())
