"""Needs that arrive after the board was made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

import numpy as np
import pandas as pd

from community.matching.array_types import Bits, Cells, Ints
from community.matching.board import Board, Needs, known_visits, needs_of, number, refused_by
from community.matching.matching_errors import MatchingError


def with_needs(board: Board, frame: pd.DataFrame) -> Board:
    """The board with the needs of a frame (columns as for `encode`) added after its own, which keep their places.

    Raises MatchingError when a column is missing or holds what it can't hold, or a need is on the board already.
    """
    cells = Cells(frame, "need_id")
    if any(board.place_of_need(one) >= 0 for one in cells.ids):
        raise MatchingError("This need is on the board already.")
    types = cells.texts("task_type")
    tasks = _more(board.task_types, types.tolist())
    training = _more(board.training_codes, *cells.sets("training"))
    languages = _more(board.language_codes, *cells.sets("languages"))
    task = np.array([tasks.index(one) for one in types], dtype=np.int64)
    new = needs_of(cells, task, number(training), number(languages))
    old = replace(
        board.needs,
        training=_wider(board.needs.training, new.training),
        languages=_wider(board.needs.languages, new.languages),
    )
    people, count = board.volunteers, len(board.needs.ids)
    for place, one in enumerate(cells.ids, count):
        board.where_needs.add(one, place)
    avoids = [dict.fromkeys([*by_need, *board.shunned.get(resident, ())], 1)
              for by_need, resident in zip(cells.sets("avoids"), cells.texts("resident_id"), strict=True)]  # fmt: skip
    keys, visits = _keys(board, count, known_visits(cells))
    return replace(
        board,
        needs=Needs(*(np.concatenate([getattr(old, f.name), getattr(new, f.name)]) for f in fields(Needs))),
        volunteers=replace(
            people,
            tasks=_widened(people.tasks, len(tasks)),
            training=_wider(people.training, new.training),
            languages=_wider(people.languages, new.languages),
        ),
        task_types=tasks,
        training_codes=training,
        language_codes=languages,
        avoided=np.concatenate([board.avoided, _keys(board, count, avoids)[0]]),
        refused=np.concatenate([board.refused, _keys(board, count, refused_by(cells))[0]]),
        asked_for=np.concatenate(
            [board.asked_for, _keys(board, count, [dict.fromkeys(one, 1) for one in cells.sets("prefers")])[0]]
        ),
        visits=(np.concatenate([board.visits[0], keys]), np.concatenate([board.visits[1], visits])),
    )


def _more(codes: tuple[str, ...], *sets: Iterable[str]) -> tuple[str, ...]:
    """The codes, followed by the new ones in the sets."""
    new = {code for members in sets for code in members} - set(codes)
    return (*codes, *sorted(new))


def _widened(masks: Bits, codes: int) -> Bits:
    words = max(masks.shape[1], -(-codes // 64))
    return masks if words == masks.shape[1] else np.pad(masks, ((0, 0), (0, words - masks.shape[1])))


def _wider(masks: Bits, like: Bits) -> Bits:
    return _widened(masks, 64 * like.shape[1])


def _keys(board: Board, first: int, told: Sequence[Mapping[str, int]]) -> tuple[Ints, Ints]:
    """Sorted keys and numbers of the pairs that needs from place `first` on name; unknown ids are left out."""
    found: dict[int, int] = {}
    for need, each in enumerate(told, first):
        for one, count in each.items():
            place = board.place_of_volunteer(one)
            if place >= 0:
                found[need * len(board.volunteers.ids) + place] = int(count)
    keys = sorted(found)
    return np.array(keys, dtype=np.int64), np.array([found[key] for key in keys], dtype=np.int64)
