"""Needs with places still empty: what emptied the pool, and what would fill them."""

import numpy as np
import pandas as pd

from community.matching.board import Board
from community.matching.cells import Flags, Ints
from community.matching.nearly import nearly
from community.matching.pairs import Pairs
from community.matching.remedies import remedy
from community.matching.rules import RULES

OTHERS_FIRST = "others came first"
ALL_ON_IT = "all on it"
"""In the place of the first rule, where somebody offers this kind of help, and all who do are on this need already."""


def find_unmatched(board: Board, taken: Pairs, pinned: Ints) -> pd.DataFrame:
    """The table that `Proposals.unmatched` describes."""
    needs = board.needs
    places = needs.people - np.bincount(taken.need, minlength=len(needs.ids))
    waiting = np.nan_to_num(needs.waiting_days, nan=0.0)
    order = np.lexsort((np.arange(len(places)), -waiting, -needs.urgency))
    on_need = on_it(board, taken, pinned)
    full = spare(board, taken) <= 0
    rows = [_row(board, int(need), int(places[need]), on_need, full) for need in order[places[order] > 0]]
    return pd.DataFrame(rows, columns=["need_id", "places", "rule", "left", "remedy"])


def on_it(board: Board, taken: Pairs, pinned: Ints) -> Ints:
    """Sorted keys of the pairs that hold a place: those of the best board, and those that are agreed."""
    return np.sort(np.concatenate([board.key(taken.need, taken.volunteer), pinned]))


def spare(board: Board, taken: Pairs) -> Ints:
    """By volunteer, the room that the best board leaves them."""
    return board.volunteers.capacity - np.bincount(taken.volunteer, minlength=len(board.volunteers.ids))


def _row(board: Board, need: int, places: int, on_need: Ints, full: Flags) -> dict[str, object]:
    others = not_on(board, need, on_need)
    left = _left(board, need, others)
    rule = next((name for name, count in left.items() if count == 0), OTHERS_FIRST)
    if rule == RULES[0].name and RULES[0].allows(board, np.array([need]), _on(board, need, on_need)).any():
        rule = ALL_ON_IT
    return {
        "need_id": board.needs.ids[need],
        "places": places,
        "rule": rule,
        "left": left,
        "remedy": remedy(board, need, nearly(board, need, others, full)),
    }


def _left(board: Board, need: int, pool: Ints) -> dict[str, int]:
    """By rule, how many of these volunteers are left after it and those before it."""
    left: dict[str, int] = {}
    for rule in RULES:
        pool = pool[np.broadcast_to(rule.allows(board, np.array([need]), pool)[0], len(pool))]
        left[rule.name] = len(pool)
    return left


def not_on(board: Board, need: int, on_need: Ints) -> Ints:
    """The volunteers (places on the board) who hold no place of this need, by the sorted keys of those who do."""
    everyone = np.arange(len(board.volunteers.ids))
    return np.setdiff1d(everyone, _on(board, need, on_need), assume_unique=True)


def _on(board: Board, need: int, on_need: Ints) -> Ints:
    count = len(board.volunteers.ids)
    first, last = np.searchsorted(on_need, (need * count, (need + 1) * count))
    return on_need[first:last] - need * count
