"""How many texts the words of one are sent as, and the same words in letters that cost no more.

A text of 160 letters is one segment. A longer one is cut into segments of 153, or of 67 if one letter of it is outside
the alphabet of GSM 03.38: a curly apostrophe is enough. So typographic signs and accents are made plain first.
"""

import unicodedata

_ALPHABET = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_TWO_PLACES = frozenset("^{}\\[~]|€")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " "),
        "…": "...",
        "•": "-",
    }
)


def made_plain(words: str) -> str:
    """The words with the letters of the GSM alphabet, where a letter has a plain form there; others stay."""
    told = unicodedata.normalize("NFC", words).translate(_PLAIN)
    plain = "".join(each if _fits(each) else _without_marks(each) for each in told)
    # A second mark may be left, which now belongs to the plain letter.
    return plain if plain == words else made_plain(plain)


def segments(words: str) -> int:
    """How many texts these words are sent as, and paid for."""
    if all(map(_fits, words)):
        places, one, more = sum(1 + (each in _TWO_PLACES) for each in words), 160, 153
    else:
        places, one, more = len(words.encode("utf-16-be", "replace")) // 2, 70, 67
    return 1 if places <= one else -(-places // more)


def _fits(letter: str) -> bool:
    return letter in _ALPHABET or letter in _TWO_PLACES


def _without_marks(letter: str) -> str:
    base = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    return base if base and all(map(_fits, base)) else letter
