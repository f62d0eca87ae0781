"""What the script wrote down in the spreadsheet: which tab holds which form's answers, and what its words mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from community.forms.google.google_tabs import ANSWER, FORMS_HEADER, FORMS_TAB, TITLE, WORDS_HEADER, WORDS_TAB
from community.tables.canonical import text

Rows = Sequence[Sequence[Any]]
"""A tab as it is read: rows of cells, short where the rest is empty; the first row is the header."""
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True)
class Recorded:
    """Tab's title -> form; (form, question's title) -> (column, part); (form, column) -> words -> code.

    Titles and words are as `plain` gives them; every one that ever was in a form is there.
    """

    tabs: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)


def plain(words: object) -> str:
    """The words as two spellings of them are compared: without case, kinds of quotes, and double blanks."""
    return " ".join((text(str(words)) or "").translate(_ALIKE).split()).casefold()


def recorded(tabs: Mapping[str, Rows]) -> Recorded:
    """Read from the tabs `Forms` and `Forms words`. Absent, or spoilt by hand, they tell less, and nothing fails."""
    titles: dict[tuple[str, str], tuple[str, str]] = {}
    answers: dict[tuple[str, str], dict[str, str]] = {}
    for code, column, what, words, means in _lines(tabs.get(WORDS_TAB, ()), WORDS_HEADER):
        if what == TITLE:
            titles[code, plain(words)] = (column, means)
        elif what == ANSWER:
            answers.setdefault((code, column), {})[plain(words)] = means
    listed = {line[4]: line[1] for line in _lines(tabs.get(FORMS_TAB, ()), FORMS_HEADER) if line[4]}
    return Recorded(listed, titles, answers)


def _lines(rows: Rows, header: Sequence[str]) -> list[tuple[str, ...]]:
    """The lines below the header as text, in the order of our own header, wherever its columns stand now."""
    if not rows:
        return []
    there = [plain(cell) for cell in rows[0]]
    places = [there.index(plain(name)) if plain(name) in there else None for name in header]
    return [
        tuple(str(row[place]) if place is not None and place < len(row) else "" for place in places) for row in rows[1:]
    ]
