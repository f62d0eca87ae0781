"""The two halves of a postcode: which letters and digits may stand where, and which of them people mix up."""

import re
from dataclasses import dataclass

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


def read_outward(text: str) -> Half | None:
    """The outward code (`BA1`) that `text` means with the fewest swaps; None if it can't be one."""
    read = (_fit(text, shape) for shape in _SHAPES.get(len(text), ()))
    return min((half for half in read if half and _may_be(half.text)), key=lambda half: half.swaps, default=None)


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
