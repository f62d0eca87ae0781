"""Who goes first where two go on a first visit: somebody who has visited the resident, if any of them could come."""

from dataclasses import replace

import numpy as np

from community.matching.array_types import Flags, Ints
from community.matching.board import Board
from community.matching.hard_rules import KNOWN, RULES


def with_known_first(board: Board) -> Board:
    """The board with `known_first` of every need, as its volunteers are now.

    Such a need wants one volunteer for now; its second place opens once the first is pinned. Where nobody who has
    visited the resident could come, it wants as many as it has places, and all who may come are proposed. So each pair
    is judged by itself, and the best board is exact.
    """
    needs = board.needs
    first = needs.known_first.copy()
    people = needs.people.copy()
    for need in np.nonzero(needs.in_pairs & (needs.places > 0))[0].tolist():
        first[need] = _somebody_could(board, need)
        people[need] = 1 if first[need] else needs.places[need]
    return replace(board, needs=replace(needs, known_first=first, people=people))


def _somebody_could(board: Board, need: int) -> bool:
    keys, counts = board.visits
    many = len(board.volunteers.ids)
    low, high = np.searchsorted(keys, (need * many, (need + 1) * many))
    who: Ints = keys[low:high][counts[low:high] > 0] - need * many
    could: Flags = np.ones(len(who), np.bool_)
    for rule in RULES:
        if rule.name != KNOWN:
            could = could & rule.allows(board, np.array([need]), who)[0]
    return bool(could.any())
