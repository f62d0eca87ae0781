"""Every eligible pair of a board, found in blocks so that memory stays small whatever the board's size."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from community.matching.array_types import Flags, Ints, among
from community.matching.board import Board
from community.matching.cost_terms import cost
from community.matching.hard_rules import RULES
from community.matching.weights import Weights

_BLOCK = 2_000_000
"""Needs x volunteers looked at in one go: about 60 MB while the block is in hand."""

_BY_BLOCK = tuple(rule for rule in RULES if rule.name not in {"task", "capacity"})


@dataclass(frozen=True)
class Pairs:
    """Pairs as places on the board, with their costs; all the pairs of one need are in the same block."""

    need: Ints
    volunteer: Ints
    cost: Ints

    def __len__(self) -> int:
        return len(self.need)

    def take(self, which: Ints | Flags) -> "Pairs":
        """Some of these pairs."""
        return Pairs(self.need[which], self.volunteer[which], self.cost[which])

    @staticmethod
    def join(blocks: Iterable["Pairs"]) -> "Pairs":
        """One block of several, in the order of need and volunteer."""
        parts = list(blocks) or [Pairs(*(np.zeros(0, np.int64) for _ in range(3)))]
        whole = Pairs(*(np.concatenate([getattr(p, name) for p in parts]) for name in ("need", "volunteer", "cost")))
        return whole.take(np.lexsort((whole.volunteer, whole.need)))


def eligible(board: Board, weights: Weights, needs: Ints, pinned: Ints) -> Iterator[Pairs]:
    """Blocks of the pairs that every rule allows, for these needs, without the pinned ones (sorted keys)."""
    everyone = np.arange(len(board.volunteers.ids))
    willing = board.volunteers.capacity > 0
    for task in np.unique(board.needs.task[needs]):
        asking = needs[board.needs.task[needs] == task]
        offering = everyone[RULES[0].allows(board, asking[:1], everyone)[0] & willing]
        step = max(1, _BLOCK // max(1, len(offering)))
        for start in range(0, len(asking), step):
            yield _block(board, weights, asking[start : start + step], offering, pinned)


def _block(board: Board, weights: Weights, needs: Ints, volunteers: Ints, pinned: Ints) -> Pairs:
    allowed = np.ones((len(needs), len(volunteers)), np.bool_)
    for rule in _BY_BLOCK:
        allowed &= rule.allows(board, needs, volunteers)
    row, column = np.nonzero(allowed)
    need, volunteer = needs[row], volunteers[column]
    if len(pinned):
        free = ~among(board.key(need, volunteer), pinned)
        need, volunteer = need[free], volunteer[free]
    return Pairs(need, volunteer, cost(board, need, volunteer, weights))


def pinned_keys(board: Board, pinned: pd.DataFrame | Iterable[tuple[str, str]] | None) -> Ints:
    """Sorted keys of the pinned (need_id, volunteer_id); those not on the board are left out."""
    if pinned is None:
        return np.zeros(0, np.int64)
    if isinstance(pinned, pd.DataFrame):
        pinned = zip(pinned["need_id"], pinned["volunteer_id"], strict=True)
    places = ((board.place_of_need(n), board.place_of_volunteer(v)) for n, v in pinned)
    keys = {n * len(board.volunteers.ids) + v for n, v in places if n >= 0 and v >= 0}
    return np.array(sorted(keys), dtype=np.int64)
