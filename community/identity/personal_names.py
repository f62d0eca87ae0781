"""A person's name, taken apart by a library that knows titles, orders and scripts, and compared with another one.

Two names are the same only when nothing at all tells them apart, not even an accent, a title or "Junior". Otherwise
they are near at most, and a person is asked. In Devanagari, Bengali, Tamil or Gurmukhi the marks on letters are the
vowels; without them two sisters would be one.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from nameparser import Lexicon, Parser, Policy
from rapidfuzz import fuzz

from community.identity.given_names import said_for

_TITLES = {
    *(
        "revd",
        "cllr",
        "councillor",
        "canon",
        "pani",
        "pan",
        "madam",
        "kyria",
        "kyrios",
        "sri",
        "smt",
        "sardar",
        "sardarni",
    ),
    *("श्री", "श्रीमती", "सुश्री", "कुमारी", "डॉ", "জনাব", "শ্রী", "শ্রীমতী", "ডা", "திரு", "திருமதி", "செல்வி"),
    *("ਸ੍ਰੀ", "ਸ਼੍ਰੀ", "ਸ੍ਰੀਮਤੀ", "ਸਰਦਾਰ", "ਸਰਦਾਰਨੀ", "ਬੀਬੀ", "السيد", "السيدة", "الآنسة", "الحاج", "الحاجة", "د", "جناب"),
    *("κ", "κα", "κος", "κυρία", "κύριος", "пан", "пани", "пані", "גב", "ד״ר"),
}
_PARSER = Parser(lexicon=Lexicon.default().add(titles=_TITLES), policy=Policy())
_LOOK = 160
"""A name longer than this is nobody's: it is near others, never the same."""
NEAR = 75
"""Of 100: from here on two words of a name may be meant as one (Ann and Anne, Jon and John)."""
_TWO_PEOPLE = re.compile(r"&|\+|/|\b(?:and|or)\b", re.IGNORECASE)
_APART = re.compile(r"[\s\-]+")
_ALIKE = str.maketrans(
    dict.fromkeys("‐‑‒–—―−－", "-") | dict.fromkeys("’‘ʼʻʹʾʿ′`´＇", "'") | dict.fromkeys("״”“„", '"') | {"ς": "σ"}
)
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that put no space between the words of a name."""
FIRST_LATIN_MARK = 10
"""Combining classes from here on are accents, vowel points and the like; below stand signs that make another letter."""


@dataclass(frozen=True)
class PersonalName:
    """A name as it is compared. `words` are the names proper, given before family; all is lower case and NFC."""

    words: tuple[str, ...] = field(repr=False)
    titles: frozenset[str] = field(repr=False)
    suffixes: tuple[str, ...] = field(repr=False)
    telling: bool
    """It says a whole name of one person: no initials, no first name alone, no couple."""
    folded: tuple[str, ...] = field(repr=False)
    """The words without case, accents and apostrophes: what may be the same is found by these."""

    def same(self, other: "PersonalName") -> bool:
        """Whether nothing tells the two names apart, and they say enough to be sure."""
        return (
            self.telling
            and other.telling
            and (self.words, self.titles, self.suffixes) == (other.words, other.titles, other.suffixes)
        )

    def near(self, other: "PersonalName", *, in_spelling: bool = False) -> bool:
        """Whether both may mean one person, allowing for order, an initial, an extra word or a slip of the pen.

        Peggy is near Margaret, too, unless only what is spelt alike counts: Harry may be married to Harriet.
        """
        short, long = sorted((self.folded, other.folded), key=lambda each: (len(each), each))
        if not short:
            return False
        return _each_near(short, long, in_spelling) or fuzz.ratio("".join(short), "".join(long)) >= 90


@lru_cache(maxsize=4_096)
def personal_name(text: str | None) -> PersonalName | None:
    """The name that the text says; None where it says none."""
    shown = _shown(text or "")
    if not shown:
        return None
    parsed = _PARSER.parse(shown[:_LOOK])
    given = _words(f"{parsed.given} {parsed.middle}")
    family = _words(f"{parsed.family} {parsed.maiden} {parsed.nickname}")
    words = given + family
    if not words:  # a title alone
        words, titles = _words(shown[:_LOOK]), frozenset[str]()
    else:
        titles = frozenset(_words(parsed.title))
    if not words:
        return None
    whole = len(shown) <= _LOOK and not _TWO_PEOPLE.search(shown)
    telling = whole and _tells(words)
    folded = tuple(filter(None, map(_folded, words)))
    return PersonalName(words, titles, _words(parsed.suffix), telling, folded)


def given_name(text: str | None) -> str:
    """The first name, as it was written and without a title; empty where none is said (`Mrs Jones`)."""
    given = str(_PARSER.parse(" ".join((text or "").split())[:_LOOK]).given).split()
    return given[0] if given else ""


def name_to_say(text: str | None) -> str:
    """The first name for words that go to somebody; empty as well where it is unsure, so not for comparing.

    In capitals before small letters a surname may stand (`SMITH Ann`, `McDONALD Ann`), and an address or a number in
    place of a name is told to nobody.
    """
    given, words = given_name(text), (text or "").split()
    shouted = len(given) > 2 and _has_capitals(given) and any(word.upper() != word for word in words)
    return "" if shouted or re.search(r"[@\d]", given) else given


def _has_capitals(word: str) -> bool:
    return any(one.isupper() and other.isupper() for one, other in pairwise(word))


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same in words, title and suffix, whatever their capitals."""
    name = personal_name(one)
    return name is not None and name == personal_name(other)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of any name without case, accents and apostrophes, for finding names that may be the same."""
    return tuple(filter(None, map(_folded, _words(_shown(text)))))


def _shown(text: str) -> str:
    """The text as NFC in small letters with one kind of dash and apostrophe, without what can't be seen."""
    plain = "".join(
        c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf" or c in "\u200c\u200d"
    )
    return " ".join(unicodedata.normalize("NFC", plain.translate(_ALIKE)).split())


def _words(part: str) -> tuple[str, ...]:
    """The words of a part of a name, with their marks and without what separates them."""
    found = (_trimmed(word) for word in _APART.split(unicodedata.normalize("NFC", part.lower().translate(_ALIKE))))
    return tuple(word for word in found if word)


def _trimmed(word: str) -> str:
    return "".join(c for c in word if unicodedata.category(c)[0] in "LMN" or c in "'\u200c\u200d").strip("'")


def _tells(words: tuple[str, ...]) -> bool:
    letters = ["".join(c for c in word if unicodedata.category(c)[0] == "L") for word in words]
    if any(unicodedata.name(word[0], "").startswith(UNSPACED) for word in letters if word):
        return sum(map(len, letters)) >= 2
    return len(words) >= 2 and all(len(word) >= 2 for word in (letters[0], letters[-1]))


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word)
    kept = (c for c in apart if unicodedata.combining(c) < FIRST_LATIN_MARK and unicodedata.category(c)[0] in "LMN")
    return unicodedata.normalize("NFC", "".join(kept)).casefold()


def _each_near(short: tuple[str, ...], long: tuple[str, ...], in_spelling: bool) -> bool:
    """Whether each word of the shorter name is near a different word of the longer one."""
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        best = max(left, key=lambda other: _alike(word, other, in_spelling))
        if _alike(word, best, in_spelling) < NEAR:
            return False
        left.remove(best)
    return True


def _alike(one: str, other: str, in_spelling: bool) -> float:
    if min(len(one), len(other)) == 1:
        return 90.0 if one[0] == other[0] else 0.0
    if not in_spelling and other in said_for(one):
        return 90.0
    return fuzz.ratio(one, other)
