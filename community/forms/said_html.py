"""Words as HTML in the language that is spoken here. English ones, where it has none, are marked as English."""

from markupsafe import Markup, escape

from community.wording import is_unsaid, language_here, say

ENGLISH = Markup('<span lang="en-GB">{}</span>')


def say_html(words: str, **filled: object) -> Markup:
    """English words in that language, with `{NAME}` filled in; what is filled in is escaped unless it is HTML."""
    told = say(words)
    html = _filled(told, filled)
    return ENGLISH.format(html) if is_unsaid(told) else html


def english_html(words: str, **filled: object) -> Markup:
    """The English words themselves, filled in the same way."""
    return _filled(words, filled)


def said_html(words: str) -> Markup:
    """Words that are said already, or that somebody typed, line by line."""
    if is_unsaid(words):
        return ENGLISH.format(words)
    lines = words.split("\n")
    return Markup("\n").join(ENGLISH.format(line) if is_unsaid(line) else escape(line) for line in lines)


def meant(words: str) -> str:
    """What these words of a form mean in English; empty where they are English."""
    spoken = language_here()
    english = spoken.meant.get(words, "") if spoken else ""
    return "" if english == words else english


def _filled(words: str, filled: dict[str, object]) -> Markup:
    html = escape(words)
    return html.format(**filled) if filled else html
