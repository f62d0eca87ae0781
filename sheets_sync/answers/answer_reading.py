"""Reads a row of an answer tab as the answers that a browser would have posted."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from community.forms import ANY, CHOSEN, Question
from community.tables.vocabulary import DAYS
from community.wording import wording
from sheets_sync.answers import time_stamps
from sheets_sync.answers.answer_columns import Columns
from sheets_sync.answers.answer_form import Asking, Target
from sheets_sync.answers.answer_words import NO, Vocabulary, cell_text
from sheets_sync.answers.time_stamps import Stamp
from sheets_sync.mistyped_cells import with_nought


@dataclass(frozen=True)
class FormAnswer:
    """One row. `place` is its number in the tab as people see it, `present` how many columns of the tab
    belong to each of the form's.

    `digest` follows from what was answered to which question, and from nothing else.
    """

    tab: str
    place: int
    stamp: Stamp
    digest: str
    present: Mapping[str, int]
    cells: tuple[tuple[Target, Any], ...] = field(repr=False)
    unknown: tuple[tuple[str, str], ...] = field(repr=False)
    """(Header, words) of columns that no question has."""


def answers(tab: str, rows: Sequence[Sequence[Any]], found: Columns, *, locale: str) -> list[FormAnswer]:
    """Every row that says something. A row without a stamp counts only if it answers a question."""
    read = []
    for number, row in enumerate(rows[found.first :], found.first + 1):
        cells = tuple((target, row[place]) for place, target in found.asked if _said(row, place))
        unknown = tuple((header.strip(), cell_text(row[place])) for place, header in found.unknown if _said(row, place))
        stamp = (
            time_stamps.read(row[found.stamp], locale)
            if found.stamp is not None and _said(row, found.stamp)
            else Stamp()
        )
        if cells or (unknown and stamp.token):
            read.append(FormAnswer(tab, number, stamp, _digest(cells), found.present, cells, unknown))
    return read


@dataclass
class Posted:
    """`fields` as a browser posts them. `left` are the words that have no place there, each with its question."""

    fields: dict[str, list[str]] = field(default_factory=dict, repr=False)
    left: list[str] = field(default_factory=list, repr=False)
    numbers: set[str] = field(default_factory=set)
    """Columns for which Google holds a number of its own making: it took "3-4" for a day, or cut words short."""

    def keep(self, question: Question, words: str) -> None:
        """Words that are kept as they are, for a person to read."""
        self.left.append(f"{question.name}: {words}")


def posted(asking: Asking, answer: FormAnswer) -> Posted:
    """The row's answers in the form's own codes."""
    told = Posted(left=[f"{header}: {words}" if header else words for header, words in answer.unknown])
    for (column, part), cell in answer.cells:
        question, vocabulary = asking.form.questions[column], asking.vocabulary(column)
        if question.kind == "tick":
            _tick(told, question, cell, vocabulary)
        elif question.kind in CHOSEN:
            _chosen(told, question, part, cell_text(cell), vocabulary)
        else:
            ringing = with_nought("telephone", cell) if question.kind == "telephone" else None
            if ringing is None and not isinstance(cell, str) and (question.kind != "number" or _is_day(cell)):
                told.numbers.add(column)
            _typed(told, question, ringing or cell_text(cell))
    return told


def _tick(told: Posted, question: Question, cell: object, vocabulary: Vocabulary) -> None:
    words = cell_text(cell)
    if vocabulary.code(words) == "yes":
        told.fields[question.column] = ["yes"]
    elif words.casefold() not in NO:
        # Words that we don't know agree to nothing.
        told.keep(question, words)


def _chosen(told: Posted, question: Question, part: str, words: str, vocabulary: Vocabulary) -> None:
    given = told.fields.setdefault(question.column, [])
    if question.kind == "one":
        code = vocabulary.code(words)
        if given and (code or words) not in given:
            told.keep(question, words)
        elif code is None and question.other:
            told.fields.setdefault(f"{question.column}.other", []).append(words)
        elif not given:
            given.append(code or words)
        return
    codes, others = vocabulary.split(words)
    if part in DAYS:
        codes = [code if code == ANY or code.startswith(part) else f"{part}_{code}" for code in codes]
        others = [f"{wording().days[part]} {word}" for word in others]
    given += [code for code in codes if code not in given]
    if others and question.other:
        told.fields.setdefault(f"{question.column}.other", []).append(", ".join(others))
    else:
        given += others


def _typed(told: Posted, question: Question, words: str) -> None:
    first = told.fields.setdefault(question.column, [words])
    if words not in first:
        told.keep(question, words)


_DAYS = range(36_526, 73_051)
"""As Google counts them, those of the years 2000 to 2099: more than any of our numbers."""


def _is_day(cell: object) -> bool:
    return isinstance(cell, int | float) and int(cell) in _DAYS


def _said(row: Sequence[Any], place: int) -> bool:
    cell = row[place] if place < len(row) else None
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None


def _digest(cells: Sequence[tuple[Target, Any]]) -> str:
    told: Sequence[Mapping[str, str] | list[str]] = sorted([*target, cell_text(cell)] for target, cell in cells)
    return hashlib.blake2b(json.dumps(told).encode(), digest_size=10).hexdigest()
