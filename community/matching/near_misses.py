"""Volunteers who are one change away from helping: they have room, and only one rule does not allow it."""

import numpy as np

from community.matching.array_types import Flags, Floats, Ints
from community.matching.board import Board
from community.matching.cost_terms import kilometres
from community.matching.hard_rules import RULES

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
