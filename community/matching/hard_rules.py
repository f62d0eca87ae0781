"""The hard rules, which say which volunteers may be proposed for which needs. No weight or wish overrides one.

Their order is fixed: it is the order in which people see a pool of volunteers shrink.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from community.matching.array_types import Bits, Flags, Ints
from community.matching.board import Board


@dataclass(frozen=True)
class Rule:
    """A name, and a test.

    The test takes a board, places of needs and places of volunteers. It returns, as needs x volunteers, whether the
    rule allows each pair. Where one side makes no difference, that side may have the length 1.
    """

    name: str
    allows: Callable[[Board, Ints, Ints], Flags]


def _task(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    word, bit = np.divmod(board.needs.task[needs], 64)
    offered = board.volunteers.tasks[volunteers][:, word].T >> bit.astype(np.uint64)[:, None]
    return (offered & np.uint64(1)).astype(np.bool_)


def _capacity(board: Board, _needs: Ints, volunteers: Ints) -> Flags:
    return (board.volunteers.capacity[volunteers] > 0)[None, :]


def _in_person(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    return ~board.needs.in_person[needs][:, None] | board.volunteers.in_person[volunteers][None, :]


def _place(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    asked, people = board.needs, board.volunteers
    need = ~np.isnan(asked.easting[needs] + asked.northing[needs])
    volunteer = ~np.isnan(people.easting[volunteers] + people.northing[volunteers])
    return ~asked.in_person[needs][:, None] | (need[:, None] & volunteer[None, :])


def _distance(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    if not board.needs.in_person[needs].any():
        return np.ones((1, 1), np.bool_)
    east = board.needs.easting[needs][:, None] - board.volunteers.easting[volunteers][None, :]
    north = board.needs.northing[needs][:, None] - board.volunteers.northing[volunteers][None, :]
    far = east * east + north * north > board.volunteers.reach_m2[volunteers][None, :]
    # An unknown place gives NaN, which never counts as far: the rule before this one has already refused it.
    return ~(far & board.needs.in_person[needs][:, None])


def _slots(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    wanted = board.needs.slots[needs].astype(np.int32)[:, None]
    common: Flags = (wanted & board.volunteers.slots[volunteers].astype(np.int32)[None, :]) != 0
    any_time: Flags = wanted == 0
    return common | any_time


def _car(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    return ~board.needs.needs_car[needs][:, None] | board.volunteers.has_car[volunteers][None, :]


def _dbs(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    held = board.volunteers.dbs_level[volunteers].astype(np.int8)[None, :]
    return held >= board.needs.min_dbs[needs].astype(np.int8)[:, None]


def _training(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    return ~_share_a_bit(board.needs.training[needs], ~board.volunteers.training[volunteers])


def _language(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    asked = board.needs.languages[needs]
    any_will_do: Flags = (asked == 0).all(axis=1)[:, None]
    return _share_a_bit(asked, board.volunteers.languages[volunteers]) | any_will_do


def _avoids(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    return ~_listed(board, board.avoided, needs, volunteers)


def _refused(board: Board, needs: Ints, volunteers: Ints) -> Flags:
    return ~_listed(board, board.refused, needs, volunteers)


def _share_a_bit(need: Bits, volunteer: Bits) -> Flags:
    """Whether the two masks of each pair have a bit in common."""
    common = np.zeros((1, 1), np.bool_)
    for word in range(need.shape[1]):
        if need[:, word].any():
            common = common | ((need[:, word][:, None] & volunteer[:, word][None, :]) != 0)
    return common


def _listed(board: Board, keys: Ints, needs: Ints, volunteers: Ints) -> Flags:
    """Which pairs are among these sorted keys."""
    if not len(keys):
        return np.zeros((1, 1), np.bool_)
    count = len(board.volunteers.ids)
    listed = np.zeros((len(needs), len(volunteers)), np.bool_)
    column = np.full(count, -1)
    column[volunteers] = np.arange(len(volunteers))
    for row, need in enumerate(needs.tolist()):
        first, last = np.searchsorted(keys, (need * count, (need + 1) * count))
        columns = column[keys[first:last] - need * count]
        listed[row, columns[columns >= 0]] = True
    return listed


RULES = (
    Rule("task", _task),
    Rule("capacity", _capacity),
    Rule("in_person", _in_person),
    Rule("place", _place),
    Rule("distance", _distance),
    Rule("slots", _slots),
    Rule("car", _car),
    Rule("dbs", _dbs),
    Rule("training", _training),
    Rule("language", _language),
    Rule("avoids", _avoids),
    Rule("refused", _refused),
)
