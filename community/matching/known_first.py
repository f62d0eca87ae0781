"""Who goes first where two go on a first visit: somebody who has visited the resident, if any of them could come."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from community.matching.array_types import Flags, Ints
from community.matching.board import Board
from community.matching.hard_rules import RULES


def with_known_first(board: Board) -> Board:
    """The board with `known_first` of every need, as its volunteers are now.

    Such a need wants one volunteer for now, for whom a stranger costs `STRANGER` points more: one goes only where each
    who has visited the resident is needed elsewhere, so that to free one would leave a place empty, or take more than
    fifty exchanges. Its second place opens once the first is pinned. Where nobody who has visited could come, it wants
    as many as it has places, and strangers cost no more. So it does where the time of all of them goes to needs of this
    kind that come first (the more urgent, then the longer waiting): two strangers are proposed at once. So each pair is
    judged by itself, and the best board is exact.
    """
    needs = board.needs
    first = needs.known_first.copy()
    people = needs.people.copy()
    could = {need: _who_could(board, need) for need in np.nonzero(needs.in_pairs & (needs.places > 0))[0].tolist()}
    order = sorted(could, key=lambda need: (-needs.urgency[need], -needs.waiting_days[need], needs.ids[need]))
    goes = _with_time(order, could, board.volunteers.capacity)
    for need in could:
        first[need] = need in goes
        people[need] = 1 if first[need] else needs.places[need]
    return replace(board, needs=replace(needs, known_first=first, people=people))


def _who_could(board: Board, need: int) -> list[int]:
    """The volunteers who have visited the resident and could come."""
    keys, counts = board.visits
    many = len(board.volunteers.ids)
    low, high = np.searchsorted(keys, (need * many, (need + 1) * many))
    who: Ints = keys[low:high][counts[low:high] > 0] - need * many
    could: Flags = np.ones(len(who), np.bool_)
    for rule in RULES:
        could = could & rule.allows(board, np.array([need]), who)[0]
    found: list[int] = who[could].tolist()
    return found


def _with_time(order: list[int], could: Mapping[int, list[int]], capacity: Ints) -> set[int]:
    """The needs for which one of those who could come has time, when each in this order is given somebody.

    Whoever was given already changes over to another where that lets one more be served.
    """
    given: dict[int, list[int]] = {}
    taken: set[int] = set()  # a search in vain reached these: nobody whom one of them could change to is free either

    def gets_somebody(need: int) -> bool:
        had: dict[int, int | None] = {need: None}
        """Of each need looked at, whom it has now."""
        asks: dict[int, int] = {}
        """Of each volunteer looked at, the need that would have them."""
        waiting = [need]
        while waiting:
            here = waiting.pop()
            for one in could[here]:
                if one in asks or one in taken:
                    continue
                asks[one] = here
                theirs = given.setdefault(one, [])
                if len(theirs) < capacity[one]:
                    change_over(one, asks, had)
                    return True
                fresh = [other for other in theirs if other not in had]
                had |= dict.fromkeys(fresh, one)
                waiting += fresh
        taken.update(asks)
        return False

    def change_over(free: int, asks: Mapping[int, int], had: Mapping[int, int | None]) -> None:
        one: int | None = free
        while one is not None:
            need = asks[one]
            given[one].append(need)
            one = had[need]
            if one is not None:
                given[one].remove(need)

    return {need for need in order if gets_somebody(need)}
