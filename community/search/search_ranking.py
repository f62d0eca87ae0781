"""Ranks the pages that help with a query, by its words, their stems and slips of the pen.

`site/assets/search.js` has the same rules; one table tests both.
"""

import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from community.forms.crisis_words import DangerReader, slips_between, sound_of

MOST_LETTERS, MOST_WORDS, MOST_RESULTS = 500, 12, 8
"""Pages are ranked by the first so many words. Danger is looked for in all: people tell it last."""
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_WORD = re.compile(r"[^\W_]+")
_VOWEL = re.compile("[aeiouy]")
# How much a word counts, by where it stands, and how near a similar word is.
_TITLE, _LEAD, _HEADING, _TEXT = 6.0, 3.0, 3.0, 1.0
_BEGINS, _ONE_SLIP, _TWO_SLIPS = 0.7, 0.6, 0.4
_DOOR, _WEAK = 10.0, 0.4
_DANGER = 100.0
_LEAST_SHARE = 0.15
_SLIPS_FROM, _TWO_SLIPS_FROM = 4, 7
_STOP_SLIPS_FROM = 6


@dataclass(frozen=True)
class Result:
    """One page that may help: its address, its title, the matching section and an excerpt."""

    url: str
    title: str
    section: str
    excerpt: str


@dataclass(frozen=True)
class SearchHit:
    """The answer: kinds of danger to address first, what to say if no page fits, and the pages, best first.

    `stems` are those of the query's words and of words that match as well. They are marked in the excerpts.
    """

    signs: tuple[Mapping[str, Any], ...]
    says: tuple[str, ...]
    results: tuple[Result, ...]
    stems: frozenset[str]


class Index:
    """The index of one built site."""

    def __init__(self, told: Mapping[str, Any], entries: Mapping[str, Any] | None = None) -> None:
        """Count the words, once. `entries` are the files of long lists' entries, by name."""
        self.told = told
        self._sections: list[Mapping[str, Any]] = [*told["parts"]]
        self._stop = set(told["stop"])
        self._weak = {stem_of(word) for word in told["weak"]}
        self._danger = DangerReader(told["danger"])
        self._spelt: Mapping[str, str] = told["danger"]["spelt"]
        self._parts: list[dict[str, float]] = []
        self._places: list[tuple[int, int | None]] = []
        for number, page in enumerate(told["pages"]):
            if not page["continues"]:
                self._add(number, None, ((page["title"], _TITLE), (page["lead"], _LEAD)))
        for number, part in enumerate(told["parts"]):
            self._add(part["page"], number, ((part["title"], _HEADING), (part["text"], _TEXT)))
        words = _words_of_entries(entries or {})
        for page, many in enumerate(told["entries"] if entries else []):
            for place, name, says in (entries or {}).get(str(page), [])[:many]:
                number = len(self._sections) - len(told["parts"])
                self._places.append((page, len(self._sections)))
                self._parts.append(words[number])
                self._sections.append({"page": page, "id": place, "title": name, "text": says})
        self._in = defaultdict(list)
        for place, weights in enumerate(self._parts):
            for stem in weights:
                self._in[stem].append(place)
        self._doors = [[self._meant(phrase) for phrase in door["words"]] for door in told["doors"]]
        self._known = {*self._in, *(stem for door in self._doors for phrase in door for stem in phrase)}

    @classmethod
    def read(cls, text: str | bytes, entries: Mapping[str, str | bytes] | None = None) -> Self:
        """The index from its file, and from those of long lists' entries, by name."""
        return cls(json.loads(text), {name: json.loads(told) for name, told in (entries or {}).items()})

    def rank(self, asked: str) -> SearchHit:
        """The answer to these words. Never raises, whatever they are."""
        said = asked[:MOST_LETTERS]
        words = [word for each in split_words(said) for word in self._spelt.get(each, each).split(" ")]
        near = [self._near(stem) for stem in self._unstopped(words[:MOST_WORDS])]
        doors = [(self._door(phrases, near), number) for number, phrases in enumerate(self._doors)]
        pages: dict[int, float] = defaultdict(float)
        best: dict[int, tuple[float, int | None, str | None]] = {}
        for score, number in doors:
            door = self.told["doors"][number]
            if score:
                pages[door["page"]] = max(pages[door["page"]], score - number / 1000)
                best.setdefault(door["page"], (score, None, door["id"] or None))
        texts: dict[int, float] = defaultdict(float)
        for place, weights in enumerate(self._parts):
            page, part = self._places[place]
            score = sum(self._weight(weights, stems) for stems in near)
            texts[page] = max(texts[page], score)
            if score and (page not in best or score > best[page][0]):
                best[page] = (score, part, None)
        for page, score in texts.items():
            if score:
                pages[page] += score
        found = self._danger.codes_in(said)
        signs = tuple(sign for sign in self.told["signs"] if sign["code"] in found)
        for place, sign in enumerate(signs):
            pages[sign["page"]] += _DANGER / (1 + place)
            best.setdefault(sign["page"], (0.0, None, None))
        order = sorted(pages, key=lambda page: (-pages[page], page))
        most = min(pages[order[0]], _DOOR) if signs else pages[order[0]] if order else 0.0
        kept = [page for page in order if pages[page] >= _LEAST_SHARE * most][:MOST_RESULTS]
        strongest = max((score for score, _ in doors), default=0.0)
        says = [self.told["doors"][number]["says"] for score, number in doors if score and score == strongest]
        results = tuple(self._result(page, best[page], near) for page in kept)
        stems = frozenset(stem for each in near for stem in each)
        return SearchHit(signs, tuple(dict.fromkeys(filter(None, says))), results, stems)

    def _add(self, page: int, part: int | None, texts: Iterable[tuple[str, float]]) -> None:
        weights: dict[str, float] = defaultdict(float)
        for text, weight in texts:
            for word in split_words(text):
                if word not in self._stop:
                    weights[stem_of(word)] += weight
        self._parts.append(dict(weights))
        self._places.append((page, part))

    def _meant(self, phrase: str) -> list[str]:
        return self._unstopped(split_words(phrase))

    def _unstopped(self, words: Sequence[str]) -> list[str]:
        """The stems without stop words, unless there are only stop words."""
        return list(dict.fromkeys(stem_of(word) for word in ([w for w in words if not self._says_nothing(w)] or words)))

    def _says_nothing(self, word: str) -> bool:
        """Whether it is a word that says nothing about what is looked for, or a long one of these with a slip."""
        if word in self._stop or len(word) < _STOP_SLIPS_FROM:
            return word in self._stop
        long = (stop for stop in self._stop if stop[0] == word[0] and len(stop) >= _STOP_SLIPS_FROM)
        return any(slips_between(word, stop) == 1 for stop in long)

    def _near(self, stem: str) -> dict[str, float]:
        """By known stem, how near it is to this one. A known word matches itself and longer words beginning with it."""
        if stem not in self._known and stem.endswith("in") and (whole := stem_of(f"{stem}g")) in self._known:
            stem = whole  # as people say it: eatin, sleepin
        near = {known: _BEGINS for known in self._known if len(stem) >= _SLIPS_FROM and known.startswith(stem)}
        if stem in self._known:
            return {stem: 1.0} if stem in self._weak else near | {stem: 1.0}
        most = 0 if len(stem) < _SLIPS_FROM else 1 if len(stem) < _TWO_SLIPS_FROM else 2
        slips = {
            known: slips_between(stem, known)
            for known in self._known
            if most and known[0] == stem[0] and abs(len(known) - len(stem)) <= most and len(known) >= _SLIPS_FROM
        }
        fewest = min(slips.values(), default=most + 1)
        if fewest <= most:
            nearness = _ONE_SLIP if fewest == 1 else _TWO_SLIPS
            near = {known: nearness for known, count in slips.items() if count == fewest} | near
        elif len(stem) >= _TWO_SLIPS_FROM - 1:
            sound = sound_of(stem)
            alike = (
                known
                for known in self._known
                if known[0] == stem[0] and slips_between(sound, sound_of(known)) <= len(sound) // 5
            )
            near = dict.fromkeys(alike, _ONE_SLIP) | near
        return near

    def _door(self, phrases: list[list[str]], near: list[dict[str, float]]) -> float:
        """How well the query matches one of these phrases; longer phrases count for more."""
        best = 0.0
        for phrase in phrases:
            each = [max((stems.get(stem, 0.0) for stems in near), default=0.0) for stem in phrase]
            strong = 1.0 if set(phrase) - self._weak else _WEAK
            best = max(best, strong * _DOOR * min(each) * (1 + 0.5 * (len(each) - 1)))
        return best

    def _weight(self, weights: Mapping[str, float], near: Mapping[str, float]) -> float:
        best = 0.0
        for stem, nearness in near.items():
            if weight := weights.get(stem):
                rare = math.log(1 + len(self._parts) / len(self._in[stem]))
                best = max(best, nearness * rare * weight / (weight + 1.5))
        return best

    def _result(self, page: int, best: tuple[float, int | None, str | None], near: list[dict[str, float]]) -> Result:
        about, (_, part, place) = self.told["pages"][page], best
        if place:
            part = next(n for n, each in enumerate(self._sections) if (each["page"], each["id"]) == (page, place))
        if part is None:
            text = about["lead"] or next((p["text"] for p in self.told["parts"] if p["page"] == page), "")
            return Result(about["url"], about["title"], "", _excerpt(text, set()))
        section = self._sections[part]
        words = {stem for stems in near for stem in stems}
        at = f"{about['url']}#{section['id']}" if section["id"] else about["url"]
        return Result(at, about["title"], section["title"], _excerpt(section["text"], words))


def entry_weights(name: str, text: str, stop: Collection[str]) -> dict[str, int]:
    """By stem, how much it counts in an entry of a long list."""
    weights: dict[str, int] = defaultdict(int)
    for words, weight in ((name, int(_HEADING)), (text, int(_TEXT))):
        for word in split_words(words):
            if word not in stop:
                weights[stem_of(word)] += weight
    return weights


def _words_of_entries(entries: Mapping[str, Any]) -> dict[int, dict[str, float]]:
    """By number, the words of each entry and how much they count, from the files of all letters."""
    weights: dict[int, dict[str, float]] = defaultdict(dict)
    for stems in (told for name, told in entries.items() if not name.isdecimal()):
        for stem, pairs in stems.items():
            for number, weight in zip(pairs[::2], pairs[1::2], strict=True):
                weights[number][stem] = weight
    return weights


def split_words(text: str) -> list[str]:
    """The words without capitals, accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text).lower().replace("ł", "l"))
    return _WORD.findall("".join(c for c in plain if not unicodedata.category(c).startswith("M")))


def stem_of(word: str) -> str:
    """The word without the endings of number and time: `evicted`, `evicts` and `evict` are one."""
    if len(word) > 4 and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif len(word) > 4 and re.search("(ss|x|ch|sh)es$", word):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not re.search("(ss|us|is)$", word):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and _VOWEL.search(rest):
            word = rest[:-1] if re.search(r"([b-df-hj-kmnp-rtv-xz])\1$", rest) else rest
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _excerpt(text: str, stems: set[str]) -> str:
    """About two hundred letters: whole sentences, from the first that holds one of these stems."""
    sentences = re.split(r"(?<=[.!?:]) ", text)
    first = next((n for n, each in enumerate(sentences) if stems & {stem_of(w) for w in split_words(each)}), 0)
    told = sentences[first]
    for sentence in sentences[first + 1 :]:
        if len(told) + len(sentence) > 200:
            break
        told += f" {sentence}"
    return told if len(told) <= 260 else f"{told[:240].rpartition(' ')[0]} …"
