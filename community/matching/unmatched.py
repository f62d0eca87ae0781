"""Needs with places still empty: what emptied the pool, and what would fill them."""

import numpy as np
import pandas as pd

from community.matching.board import Board
from community.matching.cells import Flags, Ints, among
from community.matching.nearly import nearly
from community.matching.pairs import Pairs
from community.matching.remedies import remedy
from community.matching.rules import RULES

OTHERS_FIRST = "others came first"


def find_unmatched(board: Board, taken: Pairs, pinned: Ints) -> pd.DataFrame:
    """The table that `Proposals.unmatched` describes."""
    needs = board.needs
    places = needs.people - np.bincount(taken.need, minlength=len(needs.ids))
    waiting = np.nan_to_num(needs.waiting_days, nan=0.0)
    order = np.lexsort((np.arange(len(places)), -waiting, -needs.urgency))
    on_need = np.sort(np.concatenate([board.key(taken.need, taken.volunteer), pinned]))
    full = spare(board, taken) <= 0
    rows = [_row(board, int(need), int(places[need]), on_need, full) for need in order[places[order] > 0]]
    return pd.DataFrame(rows, columns=["need_id", "places", "rule", "left", "remedy"])


def spare(board: Board, taken: Pairs) -> Ints:
    """By volunteer, the room that the best board leaves them."""
    return board.volunteers.capacity - np.bincount(taken.volunteer, minlength=len(board.volunteers.ids))


def _row(board: Board, need: int, places: int, on_need: Ints, full: Flags) -> dict[str, object]:
    others = _not_yet_on(board, need, on_need)
    left = _left(board, need, others)
    rule = next((name for name, count in left.items() if count == 0), OTHERS_FIRST)
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


def _not_yet_on(board: Board, need: int, on_need: Ints) -> Ints:
    everyone = np.arange(len(board.volunteers.ids))
    return everyone[~among(board.key(np.full(len(everyone), need), everyone), on_need)]
