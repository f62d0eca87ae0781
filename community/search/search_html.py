"""The search as HTML, for browsers without scripts. With scripts, `site/assets/site.js` draws the same.

Which words of a text were meant follows the rules of `site/assets/search.js`.
"""

import re
from collections.abc import Collection

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from community.search.search_ranking import Index, SearchHit, split_words, stem_of
from community.wording import counted

_WORD = re.compile("[^\\W_]+(?:['’‘ʼ`´][^\\W_]+)*")


def pieces(text: str, stems: Collection[str]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a word with one of these stems.

    A page found by a synonym has no such word, and then nothing is marked: only words that were asked for are.
    """
    found, at = [], 0
    for word in _WORD.finditer(text):
        if any(stem_of(each) in stems for each in split_words(word[0])):
            found += [(text[at : word.start()], False), (word[0], True)]
            at = word.end()
    return [(piece, is_meant) for piece, is_meant in [*found, (text[at:], False)] if piece]


def marked(text: str, stems: Collection[str]) -> Markup:
    """The text as HTML, with those words marked."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if is_meant else escape(piece)
        for piece, is_meant in pieces(text, stems)
    )


_JINJA = Environment(
    loader=PackageLoader("community.search"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
    auto_reload=False,
)
_JINJA.filters["marked"] = marked
_FOUND, _SEARCHING = (_JINJA.get_template(f"{name}.html") for name in ("found", "searching"))


def searching_html(asked: str, answer: str = "") -> str:
    """The search field with the query, and the answer below it."""
    return _SEARCHING.render(asked=asked, answer=Markup(answer))  # noqa: S704 (drawn by found_html, which escapes)


def found_html(index: Index, found: SearchHit, *, base: str) -> str:
    """The answer: whom to ring now if the words may mean danger, then the pages. `base` leads to the first page."""
    lines = {str(line): line for sign in found.signs for line in sign["lines"]}
    many = len(found.results)
    count = "Nothing found. Try another word, or ring us." if not many else f"{counted(many, 'page')} found"
    return _FOUND.render(found=found, lines=lines.values(), count=count, base=base, ring=index.told["ring"])
