"""What all texts share: the fullest that costs little is sent, in plain letters, with a way to get no more of them."""

import re
import unicodedata
from collections.abc import Iterable

from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.settings import Settings

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


_MARKED = re.compile(r"LATIN (SMALL|CAPITAL) LETTER (?:DOTLESS )?([A-Z])(?: WITH .+)?")
"""The name of a letter with a mark. Of some (ł, đ, ħ, ı) Unicode takes none off, and one makes a text cost twice."""


def _without_marks(letter: str) -> str:
    if named := _MARKED.fullmatch(unicodedata.name(letter, "")):
        return named[2].lower() if named[1] == "SMALL" else named[2]
    base = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    return base if base and all(map(_fits, base)) else letter


MOST_SEGMENTS = 2
"""A text is as long as that at most, whenever its links leave room."""


def fitting(ever_shorter: Iterable[str]) -> Rendered:
    """The first of these words that fits into two segments, or else the shortest."""
    tried = [made_plain(each) for each in ever_shorter]
    fits = next((each for each in tried if segments(each) <= MOST_SEGMENTS), None)
    return Rendered("", fits or min(tried, key=segments))


def same_link(links: MessageLinks) -> list[str]:
    """How to get no more texts where two links leave no room: the page of the first leads on. None without a link."""
    words = " Stop/pause: same link." if links.pauses else " No more texts: the same link."
    return [words] if links.answer else []


def stop_words(settings: Settings, links: MessageLinks, *, short: bool = False) -> str:
    """How to get no more texts, behind a space, or for a volunteer none until a day that they choose.

    Nothing where the short words to a resident have told the number already.
    """
    if links.stop is None:
        if short:
            return " Stop/pause: ring us." if links.pauses else ""
        return f" No more texts{', or none for now' * links.pauses}? Ring {settings.community.telephone}."
    if short:
        return f" Stop{'/pause' * links.pauses}: {links.stop}"
    return f" No more texts{', or none for now' * links.pauses}: {links.stop}"
