"""The script's own record in the spreadsheet: which tab holds which form's answers, and what its words mean."""

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
    """The words without differences of case, quotation marks and double spaces, for comparing spellings."""
    return " ".join((text(str(words)) or "").translate(_ALIKE).split()).casefold()


def recorded(tabs: Mapping[str, Rows]) -> Recorded:
    """Read from the tabs `Forms` and `Forms words`. Absent, or spoilt by hand, they tell less, and nothing fails."""
    titles: dict[tuple[str, str], tuple[str, str]] = {}
    answers: dict[tuple[str, str], dict[str, str]] = {}
    for line in _lines(tabs.get(WORDS_TAB, ()), WORDS_HEADER):
        words, means = plain(line["Words"]), line["Means"]
        if line["What"] == TITLE:
            titles[line["Code"], words] = (line["Column"], means)
        elif line["What"] == ANSWER:
            answers.setdefault((line["Code"], line["Column"]), {})[words] = means
    forms = _lines(tabs.get(FORMS_TAB, ()), FORMS_HEADER)
    listed = {line["Tab of its answers"]: line["Code"] for line in forms if line["Tab of its answers"]}
    return Recorded(listed, titles, answers)


def _lines(rows: Rows, header: Sequence[str]) -> list[dict[str, str]]:
    """The lines below the header as text, by the names of our own header, wherever its columns stand now."""
    if not rows:
        return []
    there = [plain(cell) for cell in rows[0]]
    places = {name: there.index(plain(name)) for name in header if plain(name) in there}
    empty = dict.fromkeys(header, "")
    return [empty | {name: str(row[at]) for name, at in places.items() if at < len(row)} for row in rows[1:]]
