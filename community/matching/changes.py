"""Which changes among the volunteers there are would fill empty places: one rule put right for somebody, added up."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from community.matching.nearly import nearly
from community.matching.proposals import Proposals
from community.matching.remedies import EASE, THEIR_WILL
from community.matching.unmatched import not_on, on_it, spare


@dataclass(frozen=True)
class Change:
    """One rule put right for some volunteers, each for one kind of need in one area, and how many places that fills.

    `area` is the caller's word for where, empty where it has none; None by telephone.
    `volunteer_ids` are those for whom nothing else is in the way; `people` of them would do.
    """

    rule: str
    task_type: str
    area: str | None
    fills: int
    people: int
    volunteer_ids: tuple[str, ...]
    need_ids: tuple[str, ...]


def changes(found: Proposals, areas: Mapping[str, str], *, most: int = 8) -> list[Change]:
    """Up to `most` changes, one for each kind of need in each area: those that fill most first.

    Where several fill as many, it is the easiest to make. A volunteer counts only with the room that the best board
    leaves them. Each change is counted by itself.
    """
    board, taken = found.board, found.best.taken
    empty = board.needs.people - np.bincount(taken.need, minlength=len(board.needs.ids))
    room_left, on_need = spare(board, taken), on_it(board, taken, found.pinned)
    could: dict[tuple[str, str, str | None], dict[int, list[int]]] = defaultdict(dict)
    for need in np.nonzero(empty > 0)[0]:
        task = board.task_types[board.needs.task[need]]
        area = areas.get(board.needs.ids[need], "") if board.needs.in_person[need] else None
        for rule, near in nearly(board, int(need), not_on(board, int(need), on_need), room_left <= 0).items():
            if len(near) and rule not in THEIR_WILL:
                could[rule, task, area][int(need)] = near.tolist()
    result = []
    for (rule_name, task, area), near_by_need in could.items():
        # To take on one more is one more, whoever it is.
        room = {v: 1 if rule_name == "capacity" else int(room_left[v]) for near in near_by_need.values() for v in near}
        pairs = _most_filled(near_by_need, room)
        result.append(
            Change(
                rule_name,
                task,
                area,
                len(pairs),
                len(set(pairs.values())),
                tuple(board.volunteers.ids[v] for v in sorted(room)),
                tuple(board.needs.ids[n] for n in sorted(near_by_need)),
            )
        )
    result.sort(key=lambda c: (-c.fills, EASE.index(c.rule), c.task_type, c.area or ""))
    best = {(c.task_type, c.area): c for c in reversed(result)}
    return [c for c in result if best[c.task_type, c.area] is c][:most]


def _most_filled(could: Mapping[int, list[int]], room: Mapping[int, int]) -> dict[int, int]:
    """As many needs as can be, each with one of those who could help it: by way of exchanges (Kuhn)."""
    helper: dict[int, int] = {}
    load: dict[int, set[int]] = defaultdict(set)

    def place(need: int, tried: set[int]) -> bool:
        for one in could[need]:
            if one in tried:
                continue
            tried.add(one)
            if len(load[one]) < room[one] or any(place(other, tried) for other in list(load[one])):
                before = helper.get(need)
                if before is not None:
                    load[before].discard(need)
                helper[need] = one
                load[one].add(need)
                return True
        return False

    for need in could:
        place(need, set())
    return helper
