"""Finds which column of an answer tab belongs to which question, even after columns were renamed, moved or doubled."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from community.forms import CHOSEN
from sheets_sync.answers import time_stamps
from sheets_sync.answers.answer_form import Asking, Target
from sheets_sync.answers.script_record import Rows, plain

_HEADER_WITHIN = 5
"""Rows in which a header is looked for: people write a title above it."""
_MOSTLY = 0.8


@dataclass(frozen=True)
class Columns:
    """Places count from 0. `first` is the first row below the header; `unknown` are headers that no question has."""

    first: int
    stamp: int | None
    asked: tuple[tuple[int, Target], ...]
    unknown: tuple[tuple[int, str], ...]

    @property
    def present(self) -> Counter[str]:
        """Column of the form -> how many of this tab's belong to it."""
        return Counter(column for _, (column, _) in self.asked)


def columns(asking: Asking, rows: Rows, *, by_answers: bool = True) -> Columns:
    """The column of each question of the form.

    By its title, as it is or ever was in the form or the definition; then, with `by_answers`, by the answers below: a
    column in which nearly all are answers of one question alone is that question's.
    """
    header, first = _header(rows, asking.titles)
    asked = _by_title(asking, header)
    left = [place for place, words in enumerate(header) if place not in asked]
    stamp = _stamp(rows[first:], header, left)
    left = [place for place in left if place != stamp]
    if by_answers:
        for place in left:
            if target := _by_answers(asking, rows[first:], place, set(asked.values())):
                asked[place] = target
    unknown = [(place, str(header[place])) for place in left if place not in asked]
    return Columns(first, stamp, tuple(sorted(asked.items())), tuple(unknown))


def _header(rows: Rows, titles: Mapping[str, Sequence[Target]]) -> tuple[list[Any], int]:
    """The header, and the place of the first row below it."""
    best, most = 0, 0
    for place, row in enumerate(rows[:_HEADER_WITHIN]):
        known = sum(plain(cell) in titles for cell in row if cell not in (None, ""))
        if known > most:
            best, most = place, known
    if not rows:
        return [], 0
    widest = max(len(row) for row in rows)
    return [*rows[best], *([""] * (widest - len(rows[best])))], best + 1


def _by_title(asking: Asking, header: Sequence[Any]) -> dict[int, Target]:
    words = [plain(cell) for cell in header]
    known = {place: asking.titles[each] for place, each in enumerate(words) if each in asking.titles}
    asked = {place: targets[0] for place, targets in known.items() if words.count(words[place]) == 1}
    # The same words twice, in a form made by hand: the questions come in the order in which we ask them.
    order, once = list(asking.form.questions), set(asked.values())
    for place in sorted(known.keys() - asked.keys()):
        left = [each for each in known[place] if each not in once and each not in asked.values()]
        asked[place] = min(left, key=lambda target: order.index(target[0]), default=known[place][0])
    return asked


def _stamp(rows: Rows, header: Sequence[Any], left: Sequence[int]) -> int | None:
    for place in left:
        if plain(header[place]) in time_stamps.HEADERS:
            return place
    for place in left:
        cells = [row[place] for row in rows if place < len(row) and row[place] not in (None, "")]
        if cells and sum(map(time_stamps.looks_like, cells)) * 2 > len(cells):
            return place
    return None


def _by_answers(asking: Asking, rows: Rows, place: int, taken: set[Target]) -> Target | None:
    cells = [row[place] for row in rows if place < len(row) and row[place] not in (None, "")]
    if not cells:
        return None
    fits = []
    for question in asking.form.questions.values():
        if question.kind in CHOSEN and question.kind != "slots" and (question.column, "") not in taken:
            vocabulary = asking.vocabulary(question.column)
            if sum(vocabulary.knows(cell) for cell in cells) >= _MOSTLY * len(cells):
                fits.append((question.column, ""))
    return fits[0] if len(fits) == 1 else None
