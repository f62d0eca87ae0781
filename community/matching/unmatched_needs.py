"""Unmatched needs: what emptied the pool of volunteers, and what would fill the empty places."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from community.matching.array_types import Flags, Floats, Ints
from community.matching.board import Board
from community.matching.cost_terms import kilometres
from community.matching.eligible_pairs import Pairs
from community.matching.hard_rules import RULES
from community.matching.remedies import EASE, remedy

FURTHER, AT_LEAST_KM = 0.5, 2.0
"""So much further than they said somebody may be asked to go: half as far again, or 2 km where that is more."""


def nearly(board: Board, need: int, volunteers: Ints, full: Flags) -> dict[str, Ints]:
    """By rule, the volunteers (places on the board) whom that rule alone keeps from this need.

    `full`, by place on the board: volunteers whose week the best board fills, so they have no room either. A volunteer
    who would have to go much further than they said does not count as one change away.
    """
    left = _not_too_far(board, need, volunteers)
    broken = np.zeros(len(left), np.int8)
    which = np.full(len(left), -1, np.int8)
    for place, rule in enumerate(RULES):
        no = np.broadcast_to(~rule.allows(board, np.array([need]), left)[0], len(left))
        if rule.name == "capacity":
            no = no | full[left]
        broken = broken + no
        which = np.where(no, place, which)
        # Two rules are two changes. With fewer volunteers left, the remaining rules are checked sooner.
        left, broken, which = (each[broken <= 1] for each in (left, broken, which))
    return {rule.name: left[which == place] for place, rule in enumerate(RULES)}


def _not_too_far(board: Board, need: int, volunteers: Ints) -> Ints:
    """The volunteers who could be asked to go that far: few, in a nation. An unknown place or reach is not too far."""
    if not board.needs.in_person[need]:
        return volunteers
    return volunteers[~(_further(board, need, volunteers) > _most_further(board, volunteers))]


def _further(board: Board, need: int, volunteers: Ints) -> Floats:
    """How many kilometres further than they said; NaN where they have not said."""
    reach = board.volunteers.reach_m2[volunteers]
    said = np.sqrt(np.where(reach >= 0, reach, np.nan)) / 1000
    return kilometres(board, np.full(len(volunteers), need), volunteers) - said


def _most_further(board: Board, volunteers: Ints) -> Floats:
    return np.maximum(AT_LEAST_KM, FURTHER * np.sqrt(np.maximum(board.volunteers.reach_m2[volunteers], 0)) / 1000)


OTHERS_FIRST = "others came first"
ALL_ON_IT = "all on it"
"""In the place of the first rule, where somebody offers this kind of help, and all who do are on this need already."""
_EASIER = EASE[: EASE.index("task")]
"""Rules that are put right before anybody is asked to try another kind of help."""


def find_unmatched(board: Board, taken: Pairs, pinned: Ints, only: Collection[int] | None = None) -> pd.DataFrame:
    """The table that `Proposals.unmatched` describes; with `only`, of the needs in these places alone."""
    needs = board.needs
    places = needs.people - np.bincount(taken.need, minlength=len(needs.ids))
    if only is not None:
        places = np.where(np.isin(np.arange(len(places)), list(only)), places, 0)
    waiting = np.nan_to_num(needs.waiting_days, nan=0.0)
    order = np.lexsort((np.arange(len(places)), -waiting, -needs.urgency))
    on_need, full = on_it(board, taken, pinned), spare(board, taken) <= 0
    offering = {task: _offering(board, task) for task in np.unique(board.needs.task[places > 0]).tolist()}
    rows = [
        _row(board, need, int(places[need]), offering[int(board.needs.task[need])], _on(board, need, on_need), full)
        for need in order[places[order] > 0].tolist()
    ]
    return pd.DataFrame(rows, columns=["need_id", "places", "rule", "left", "remedy"])


def on_it(board: Board, taken: Pairs, pinned: Ints) -> Ints:
    """Sorted keys of the pairs that hold a place: those of the best board, and those that are agreed."""
    return np.sort(np.concatenate([board.key(taken.need, taken.volunteer), pinned]))


def spare(board: Board, taken: Pairs) -> Ints:
    """By volunteer, the room that the best board leaves them."""
    return board.volunteers.capacity - np.bincount(taken.volunteer, minlength=len(board.volunteers.ids))


def _offering(board: Board, task: int) -> Ints:
    """The volunteers (places on the board) who offer this task type (a place in `Board.task_types`)."""
    word, bit = divmod(task, 64)
    return np.nonzero(board.volunteers.tasks[:, word] >> np.uint64(bit) & np.uint64(1))[0]


def _row(board: Board, need: int, places: int, offering: Ints, on: Ints, full: Flags) -> dict[str, object]:
    others = offering[~np.isin(offering, on)]
    left = _left(board, need, others)
    rule = next((name for name, count in left.items() if count == 0), OTHERS_FIRST)
    if not len(others) and len(offering):
        rule = ALL_ON_IT
    near = nearly(board, need, others, full)
    if not any(len(near[name]) for name in _EASIER):
        # Most volunteers of a nation do not offer it, so these are looked at only when necessary.
        elsewise = np.ones(len(full), np.bool_)
        elsewise[offering] = elsewise[on] = False
        near["task"] = nearly(board, need, np.nonzero(elsewise)[0], full)["task"]
    return {
        "need_id": board.needs.ids[need],
        "places": places,
        "rule": rule,
        "left": left,
        "remedy": remedy(board, need, near),
    }


def _left(board: Board, need: int, pool: Ints) -> dict[str, int]:
    """By rule, how many of these volunteers, who all offer the task, are left after it and the rules before it."""
    left = {RULES[0].name: len(pool)}
    for rule in RULES[1:]:
        pool = pool[np.broadcast_to(rule.allows(board, np.array([need]), pool)[0], len(pool))]
        left[rule.name] = len(pool)
    return left


def not_on(board: Board, need: int, on_need: Ints) -> Ints:
    """The volunteers (places on the board) who hold no place of this need, by the sorted keys of those who do."""
    return np.delete(np.arange(len(board.volunteers.ids)), _on(board, need, on_need))


def _on(board: Board, need: int, on_need: Ints) -> Ints:
    count = len(board.volunteers.ids)
    first, last = np.searchsorted(on_need, (need * count, (need + 1) * count))
    return on_need[first:last] - need * count
