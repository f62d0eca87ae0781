"""Which words of a text were meant by what somebody asked. `site/assets/search.js` has the same rules."""

import re
from collections.abc import Collection

from markupsafe import Markup, escape

from community.search.search_ranking import split_words, stem_of

_WORD = re.compile("[^\\W_]+(?:['’‘ʼ`´][^\\W_]+)*")


def pieces(text: str, stems: Collection[str]) -> list[tuple[str, bool]]:
    """The text in pieces, and of each whether it is a word with one of these stems.

    A page that is found by what people say instead of its own words has none: nothing is marked that nobody asked for.
    """
    found, at = [], 0
    for word in _WORD.finditer(text):
        if any(stem_of(each) in stems for each in split_words(word[0])):
            found += [(text[at : word.start()], False), (word[0], True)]
            at = word.end()
    return [(piece, is_meant) for piece, is_meant in [*found, (text[at:], False)] if piece]


def marked(text: str, stems: Collection[str]) -> Markup:
    """The same as HTML."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if is_meant else escape(piece)
        for piece, is_meant in pieces(text, stems)
    )
