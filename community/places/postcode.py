"""What people type for a postcode, read once into named parts. Nothing is refused: what can't be read is flagged.

The shapes, and the letters that each position may hold, are those of the Royal Mail's Programmers' Guide to its
Postcode Address File.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from community.places.outward_code import SPECIALS, fold, read_inward, read_outward
from community.tables.flags import Flag

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

    Case, spaces of any kind, dots and hyphens don't matter. O and 0, I, L and 1 are told apart by their place. Words
    before or after the postcode are passed over. With several postcodes the first is taken, and flagged.
    """
    text = typed or ""
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
    """Runs of ASCII capitals and digits; whatever else was typed only parts them."""
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
