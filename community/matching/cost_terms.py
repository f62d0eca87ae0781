"""The cost of a pair: six named terms in points, together 0 to 10,000, and one of a first visit. Less is better."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from community.matching.array_types import Floats, Ints, among
from community.matching.board import Board
from community.matching.matching_errors import MatchingError
from community.matching.weights import FIRST_VISIT, STRANGER, Weights

_QUIET = 0.05
_LONG_QUIET = 365.0


def kilometres(board: Board, need: Ints, volunteer: Ints) -> Floats:
    """Distances in km, in a straight line; NaN where a place is unknown."""
    east = board.needs.easting[need] - board.volunteers.easting[volunteer]
    north = board.needs.northing[need] - board.volunteers.northing[volunteer]
    metres: Floats = np.sqrt(east * east + north * north)
    return metres / 1000.0


def visits(board: Board, need: Ints, volunteer: Ints) -> Ints:
    """How many times each volunteer has helped each resident so far."""
    keys, counts = board.visits
    if not len(keys):
        return np.zeros(len(need), np.int64)
    wanted = board.key(need, volunteer)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, counts[place], 0)


def distance(board: Board, need: Ints, volunteer: Ints, weights: Weights) -> Ints:
    """Points for distance: they grow evenly up to `far_km`, then stay the same; 0 for help by telephone.

    Raises MatchingError for help in person where a place is unknown, because no number of points would be right.
    """
    share = np.minimum(kilometres(board, need, volunteer) / weights.far_km, 1.0)
    there = np.where(board.needs.in_person[need], share, 0.0)
    if np.isnan(there).any():
        raise MatchingError("A place is not known, so nobody can say how far it is.")
    return _points(there, weights.distance)


def overlap(board: Board, need: Ints, volunteer: Ints, weights: Weights) -> Ints:
    """Points for the share of the times asked for at which the volunteer is not free; 0 if any time will do."""
    asked = board.needs.slots[need]
    common = np.bitwise_count(asked & board.volunteers.slots[volunteer])
    missed = np.asarray(1.0 - common / np.maximum(np.bitwise_count(asked), 1), dtype=np.float64)
    return _points(np.where(asked != 0, missed, 0.0), weights.overlap)


def continuity(board: Board, need: Ints, volunteer: Ints, weights: Weights) -> Ints:
    """Points for continuity: all for a stranger, half after one visit, a third after two; 0 if the resident asked."""
    strange = 1.0 / (1.0 + visits(board, need, volunteer).astype(np.float64))
    if len(board.asked_for):
        strange[among(board.key(need, volunteer), board.asked_for)] = 0.0
    return _points(strange, weights.continuity)


def load(board: Board, volunteer: Ints, weights: Weights) -> Ints:
    """Points for load: they grow with each match that the volunteer has now, up to `full_load`."""
    return _of_each(
        board.volunteers.active,
        volunteer,
        lambda active: _points(np.minimum(active / weights.full_load, 1.0), weights.load),
    )


def rest(board: Board, volunteer: Ints, weights: Weights) -> Ints:
    """Points for rest: all for somebody asked today, a twentieth by `rested_days`; 0 a year later, or if never asked.

    The twentieth lets somebody never asked, or quiet for long, come first among volunteers who are equal otherwise.
    """
    until = (0.0, weights.rested_days, weights.rested_days + _LONG_QUIET)

    def points(days: Floats) -> Ints:
        asked = np.where(np.isnan(days), np.inf, days)
        return _points(np.interp(asked, until, (1.0, _QUIET, 0.0)), weights.rest)

    return _of_each(board.volunteers.last_asked_days, volunteer, points)


def waiting(board: Board, need: Ints, weights: Weights) -> Ints:
    """Points for waiting: all for a request of today, half once its response time is over, a third after two of them.

    They depend on the need alone, so they never say who suits it, only which of two needs gets the volunteer.
    """
    return _points(1.0 / (1.0 + board.needs.waiting_days[need] / board.needs.response_days[need]), weights.waiting)


def first_visit(board: Board, need: Ints, volunteer: Ints) -> Ints:
    """Points for a stranger where somebody who has visited the resident is to go first."""
    return np.where(board.needs.known_first[need] & (visits(board, need, volunteer) == 0), STRANGER, 0)


def by_name(board: Board, need: Ints, volunteer: Ints, weights: Weights) -> dict[str, Ints]:
    """Each term of these pairs (places on the board), in points. Raises MatchingError as `distance` does."""
    return {
        "distance": distance(board, need, volunteer, weights),
        "overlap": overlap(board, need, volunteer, weights),
        "continuity": continuity(board, need, volunteer, weights),
        "load": load(board, volunteer, weights),
        "rest": rest(board, volunteer, weights),
        "waiting": waiting(board, need, weights),
        FIRST_VISIT: first_visit(board, need, volunteer),
    }


def cost(board: Board, need: Ints, volunteer: Ints, weights: Weights) -> Ints:
    """The sum of the terms of each pair. Raises MatchingError as `distance` does."""
    total = np.zeros(len(need), np.int64)
    for points in by_name(board, need, volunteer, weights).values():
        total += points
    return total


def _of_each(told: npt.NDArray[Any], volunteer: Ints, points: Callable[[npt.NDArray[Any]], Ints]) -> Ints:
    """The points of each of these volunteers, by what is told of all: worked out once for each, or only for these."""
    return points(told[volunteer]) if len(volunteer) < len(told) else points(told)[volunteer]


def _points(share: Floats, most: int) -> Ints:
    return np.rint(share * most).astype(np.int64)
