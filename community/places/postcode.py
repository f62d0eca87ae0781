"""Parses a typed postcode into named parts. Nothing is refused: what can't be read is flagged.

The shapes, and the letters that each position may hold, are those of the Royal Mail's Programmers' Guide to its
Postcode Address File.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from community.tables.flags import Flag

# Great Britain, Northern Ireland (BT), the islands (GY, IM, JE), the forces (BF), and addresses without a place (BX).
_NAMES = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN "
    "EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N "
    "NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN "
    "TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
AREAS = frozenset(_NAMES.split())
# Only these areas have a district 0.
_WITH_ZERO = frozenset({"BL", "BS", "CM", "CR", "FY", "HA", "PR", "SL", "SS"})
# Only central London ends an outward code with a letter, and not with every letter.
_WITH_LETTER = {
    **dict.fromkeys(("E", "N", "W"), "ABCDEFGHJKPRSTUVW"),
    **dict.fromkeys(("EC", "NW", "SE", "SW", "WC"), "ABEHMNPRVWXY"),
}
_OUTWARD = re.compile(r"([A-Z]{1,2})([1-9]?[0-9])([A-Z]?)")
# C, I, K, M, O and V are never used here, so that nobody mistakes them for something else.
_INWARD = re.compile(r"[0-9][ABD-HJLNP-UW-Z]{2}")
_SHAPES = {2: ("A9",), 3: ("AA9", "A99", "A9A"), 4: ("AA99", "AA9A")}
_MEANT_DIGIT = {"O": "0", "I": "1", "L": "1"}
_MEANT_LETTER = {"0": "O", "1": "I"}


@dataclass(frozen=True)
class Half:
    """One half as it is meant, and how many characters had to be swapped to read it so."""

    text: str
    swaps: int


def fold(text: str) -> str:
    """`text` with everything that is easily mixed up made the same."""
    return "".join(_MEANT_DIGIT.get(character, character) for character in text)


# Real postcodes of no usual shape: Girobank, Gibraltar and the overseas territories.
SPECIALS = {
    fold(code.replace(" ", "")): code
    for code in (
        "GIR 0AA", "GX11 1AA", "ASCN 1ZZ", "BBND 1ZZ", "BIQQ 1ZZ", "FIQQ 1ZZ", "PCRN 1ZZ", "SIQQ 1ZZ", "STHL 1ZZ",
        "TDCU 1ZZ", "TKCA 1ZZ",
    )
}  # fmt: skip


@lru_cache(maxsize=8_192)  # to read everybody asks for the same few codes again and again
def read_outward(text: str) -> Half | None:
    """The outward code (`BA1`) that `text` means with the fewest swaps; None if it can't be one."""
    read = (_fit(text, shape) for shape in _SHAPES.get(len(text), ()))
    return min((half for half in read if half and _may_be(half.text)), key=lambda half: half.swaps, default=None)


@lru_cache(maxsize=8_192)
def read_inward(text: str) -> Half | None:
    """The inward code (`5AB`) that `text` means; None if it can't be one."""
    half = _fit(text, "9AA")
    return half if half and _INWARD.fullmatch(half.text) else None


def _fit(text: str, shape: str) -> Half | None:
    if len(text) != len(shape):
        return None
    meant = ""
    for character, kind in zip(text, shape, strict=True):
        if character.isdigit() == (kind == "9"):
            meant += character
        else:
            meant += (_MEANT_DIGIT if kind == "9" else _MEANT_LETTER).get(character, "")
    if len(meant) < len(text):
        return None
    return Half(meant, sum(a != b for a, b in zip(text, meant, strict=True)))


def _may_be(outward: str) -> bool:
    parts = _OUTWARD.fullmatch(outward)
    if not parts:
        return False
    area, district, letter = parts.groups()
    if area not in AREAS or (district == "0" and area not in _WITH_ZERO):
        return False
    return not letter or letter in _WITH_LETTER.get(area, "")


MISSING = Flag.POSTCODE_MISSING
ODD = Flag.POSTCODE_ODD
SEVERAL = Flag.POSTCODE_SEVERAL
SECTOR_ONLY = Flag.SECTOR_ONLY
OUTWARD_ONLY = Flag.OUTWARD_ONLY

# A postcode is sought in so many characters. If somebody wrote a letter into the field, `typed` keeps every word of it.
_LOOK = 400
_LONGEST = 7
# Cyrillic and Greek capitals that look like ours: a foreign keyboard types them without anybody noticing.
_LOOKALIKES = str.maketrans("АВЕІКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEIKMHOPCTYXABEZHIKMNOPTYX")
_PART_OF_INWARD = re.compile(r"[0-9][A-Z]{0,3}")
_USUAL = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?) [0-9][ABD-HJLNP-UW-Z]{2}")
"""As we write it: read in one look, where the long way tries every way to split and to swap."""
_GLUED = re.compile(r"(.{2,4})([0-9][A-Z]{1,3})")


@dataclass(frozen=True)
class Postcode:
    """One typed postcode. `flags` says what a person should look at; it is empty when all is well."""

    typed: str = field(repr=False)
    postcode: str | None = field(default=None, repr=False)
    outward: str | None = None
    sector: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Reading:
    swaps: int
    start: int
    end: int
    postcode: str = field(repr=False)


def parse(typed: str | None) -> Postcode:
    """The postcode in `typed` as `BA1 5AB`, with its outward code `BA1` and its sector `BA1 5`. Never raises.

    Case, spaces of any kind, dots and hyphens don't matter. O and 0, I, L and 1 are told apart by their position. Words
    before or after the postcode are ignored. With several postcodes the first is taken, and flagged.
    """
    text = typed or ""
    if (usual := _USUAL.fullmatch(text)) and _may_be(usual[1]):
        return Postcode(text, text, usual[1], text[:-2])
    words = _words(text)
    if not words:
        return Postcode(text, flags=(MISSING,))
    readings = list(_readings(words))
    if readings:
        best = min(readings, key=lambda reading: (reading.swaps, reading.start, reading.end))
        others = any(
            other.postcode != best.postcode and other.swaps <= best.swaps and other.start >= best.end
            for other in readings
        )
        outward = best.postcode.partition(" ")[0]
        return Postcode(text, best.postcode, outward, best.postcode[:-2], (SEVERAL,) if others else ())
    return _partial(text, words)


def _words(text: str) -> list[str]:
    """Runs of ASCII capitals and digits; all other characters only separate them."""
    plain = unicodedata.normalize("NFKC", text[:_LOOK]).upper().translate(_LOOKALIKES)
    plain = "".join(str(unicodedata.decimal(character, character)) for character in plain)
    return re.findall(r"[A-Z0-9]+", plain)


def _runs(words: list[str], longest: int) -> Iterator[tuple[int, int, str]]:
    """Neighbouring words joined, up to `longest` characters: (first word, word after the last, joined)."""
    for start in range(len(words)):
        joined = ""
        for end in range(start, len(words)):
            joined += words[end]
            if len(joined) > longest:
                break
            yield start, end + 1, joined


def _readings(words: list[str]) -> Iterator[_Reading]:
    for start, end, joined in _runs(words, _LONGEST):
        # Among other words, a run without a digit is far likelier to be a word than a postcode.
        if joined.isalpha() and end - start < len(words):
            continue
        special = SPECIALS.get(fold(joined))
        if special:
            yield _Reading(0, start, end, special)
            continue
        outward, inward = read_outward(joined[:-3]), read_inward(joined[-3:])
        if outward and inward:
            yield _Reading(outward.swaps + inward.swaps, start, end, f"{outward.text} {inward.text}")


def _partial(text: str, words: list[str]) -> Postcode:
    """A sector (`BA2 5`, `BA2 5A`) or an outward code (`BA2`) where no whole postcode can be read."""
    whole: str | None = None
    for start, end, joined in _runs(words, _LONGEST):
        glued = _GLUED.fullmatch(joined) if end - start == 1 else None
        if glued and (outward := read_outward(glued[1])):
            return Postcode(text, None, outward.text, f"{outward.text} {glued[2][0]}", (SECTOR_ONLY,))
        outward = read_outward(joined)
        if not outward or outward.swaps:
            continue
        if end < len(words) and _PART_OF_INWARD.fullmatch(words[end]):
            return Postcode(text, None, outward.text, f"{outward.text} {words[end][0]}", (SECTOR_ONLY,))
        whole = whole or outward.text
    return Postcode(text, None, whole, None, (OUTWARD_ONLY if whole else ODD,))
