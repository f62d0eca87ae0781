"""Needs with places still empty: what emptied the pool, and what would fill them."""

import numpy as np
import pandas as pd

from community.matching.board import Board
from community.matching.cells import Flags, Ints, among
from community.matching.pairs import Pairs
from community.matching.remedies import remedy
from community.matching.rules import RULES, Rule

OTHERS_FIRST = "others came first"


def find_unmatched(board: Board, taken: Pairs, pinned: Ints) -> pd.DataFrame:
    """The table that `Proposals.unmatched` describes."""
    needs = board.needs
    places = needs.people - np.bincount(taken.need, minlength=len(needs.ids))
    waiting = np.nan_to_num(needs.waiting_days, nan=0.0)
    order = np.lexsort((np.arange(len(places)), -waiting, -needs.urgency))
    on_need = np.sort(np.concatenate([board.key(taken.need, taken.volunteer), pinned]))
    rows = [_row(board, int(need), int(places[need]), on_need) for need in order[places[order] > 0]]
    return pd.DataFrame(rows, columns=["need_id", "places", "rule", "left", "remedy"])


def _row(board: Board, need: int, places: int, on_need: Ints) -> dict[str, object]:
    others = _not_yet_on(board, need, on_need)
    allowed = {rule.name: _allowed(board, rule, need, others) for rule in RULES}
    left: dict[str, int] = {}
    pool = np.ones(len(others), np.bool_)
    for name, may in allowed.items():
        pool = pool & may
        left[name] = int(pool.sum())
    rule = next((name for name, count in left.items() if count == 0), OTHERS_FIRST)
    return {
        "need_id": board.needs.ids[need],
        "places": places,
        "rule": rule,
        "left": left,
        "remedy": remedy(board, need, others, allowed),
    }


def _not_yet_on(board: Board, need: int, on_need: Ints) -> Ints:
    everyone = np.arange(len(board.volunteers.ids))
    return everyone[~among(board.key(np.full(len(everyone), need), everyone), on_need)]


def _allowed(board: Board, rule: Rule, need: int, volunteers: Ints) -> Flags:
    allows = rule.allows(board, np.array([need]), volunteers)
    return np.repeat(allows[0], len(volunteers)) if allows.shape[1] != len(volunteers) else allows[0]
