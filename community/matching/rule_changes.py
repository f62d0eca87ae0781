"""Changes among present volunteers that would fill empty places: one rule put right for each, added up."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from ortools.graph.python import max_flow

from community.matching.array_types import Ints
from community.matching.proposals import Proposals
from community.matching.remedies import EASE, THEIR_WILL
from community.matching.unmatched_needs import nearly, not_on, on_it, spare


@dataclass(frozen=True)
class RuleChange:
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


def changes(found: Proposals, areas: Mapping[str, str], *, most: int = 8) -> list[RuleChange]:
    """Up to `most` changes, one for each kind of need in each area, those that fill most first.

    Where several fill equally many, it is the one that is easiest to make. A volunteer counts only with the room that
    the best board leaves them. Each change is counted by itself.
    """
    board, taken = found.board, found.best.taken
    empty = board.needs.people - np.bincount(taken.need, minlength=len(board.needs.ids))
    room_left, on_need = spare(board, taken), on_it(board, taken, found.pinned)
    could: dict[tuple[str, str, str | None], dict[int, Ints]] = defaultdict(dict)
    for need in np.nonzero(empty > 0)[0]:
        task = board.task_types[board.needs.task[need]]
        area = areas.get(board.needs.ids[need], "") if board.needs.in_person[need] else None
        for rule, near in nearly(board, int(need), not_on(board, int(need), on_need), room_left <= 0).items():
            if len(near) and rule not in THEIR_WILL:
                could[rule, task, area][int(need)] = near
    result = []
    for (rule_name, task, area), near_by_need in could.items():
        # Taking on one more counts the same for every volunteer.
        room = np.ones_like(room_left) if rule_name == "capacity" else room_left
        pairs = most_filled(near_by_need, room)
        result.append(
            RuleChange(
                rule_name,
                task,
                area,
                len(pairs),
                len(set(pairs.values())),
                tuple(board.volunteers.ids[np.unique(np.concatenate([*near_by_need.values()]))]),
                tuple(board.needs.ids[n] for n in sorted(near_by_need)),
            )
        )
    result.sort(key=lambda c: (-c.fills, EASE.index(c.rule), c.task_type, c.area or ""))
    best = {(c.task_type, c.area): c for c in reversed(result)}
    return [c for c in result if best[c.task_type, c.area] is c][:most]


def most_filled(could: Mapping[int, Ints], room: Ints) -> dict[int, int]:
    """By need, the volunteer who fills it (places), for as many needs as can be filled, as a flow through OR-tools.

    `room`: by volunteer, how many they can take on.
    """
    needs, near = list(could), list(could.values())
    who, head = np.unique(np.concatenate([np.zeros(0, np.int64), *near]), return_inverse=True)
    tail = np.repeat(np.arange(len(near)), [len(each) for each in near])
    # Nodes of the flow: needs first, then volunteers, then the source and the sink.
    start, end = len(near) + len(who), len(near) + len(who) + 1
    flow = max_flow.SimpleMaxFlow()
    arcs = flow.add_arcs_with_capacity(
        np.concatenate([tail, np.full(len(near), start), np.arange(len(near), start)]),
        np.concatenate([head + len(near), np.arange(len(near)), np.full(len(who), end)]),
        np.concatenate([np.ones(len(tail) + len(near), np.int64), room[who]]),
    )
    status = flow.solve(start, end)
    if status != flow.OPTIMAL:
        raise RuntimeError(f"The flow solver stopped with status {status}.")
    used = np.nonzero(flow.flows(arcs[: len(tail)]))[0].tolist()
    return {needs[tail[arc]]: int(who[head[arc]]) for arc in used}
