"""The exact best set of pairs, found by OR-tools as a minimum-cost flow."""

import numpy as np
from ortools.graph.python import min_cost_flow

from community.matching.array_types import Flags, Ints
from community.matching.board import Board
from community.matching.eligible_pairs import Pairs
from community.matching.matching_errors import GuaranteeBroken
from community.matching.weights import MOST, STRANGER


def check_guarantee(board: Board, unmatched: tuple[int, ...]) -> None:
    """Raise GuaranteeBroken unless an empty place outweighs all that pairs could ever save.

    The most urgent places are filled first when each step of urgency, and the first one above nothing, costs more
    than all filled places together could. Then rearranging the whole board can never gain as much.
    """
    filled = min(int(board.needs.people.sum()), int(board.volunteers.capacity.sum()))
    most = MOST * filled + STRANGER * min(filled, int(np.count_nonzero(board.needs.known_first)))
    steps = np.diff((0, *unmatched))
    if filled and steps.min() <= most:
        raise GuaranteeBroken(
            f"With {filled} places to fill, each step of what an empty place costs must be above {most}; "
            f"the smallest is {steps.min()}."
        )


def assign(pairs: Pairs, people: Ints, capacity: Ints, urgency: Ints) -> Flags:
    """Which of these pairs make up a best board: most places filled, the most urgent first, then at least cost.

    `people` and `urgency` are by need, `capacity` by volunteer. The same input always gives the same answer.
    """
    asking = np.unique(pairs.need)
    offering, head = np.unique(pairs.volunteer, return_inverse=True)
    tail = np.searchsorted(asking, pairs.need)
    if not len(pairs):
        return np.zeros(0, np.bool_)
    wanted, room = people[asking], np.minimum(capacity[offering], len(asking))
    end = len(asking) + len(offering)
    # The smallest price of an empty place that gives the same best boards, because small numbers are solved faster.
    empty = (urgency[asking] + 1) * (int(pairs.cost.max()) * int(min(wanted.sum(), room.sum())) + 1)
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([tail, np.arange(len(asking)), np.arange(len(asking), end)]),
        np.concatenate([head + len(asking), np.full(end, end)]),
        np.concatenate([np.ones(len(pairs), np.int64), wanted, room]),
        np.concatenate([pairs.cost, empty, np.zeros(len(offering), np.int64)]),
    )
    flow.set_nodes_supplies(np.arange(len(asking)), wanted)
    flow.set_node_supply(end, -int(wanted.sum()))
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise RuntimeError(f"The flow solver stopped with status {status}.")
    taken: Flags = flow.flows(arcs[: len(pairs)]) > 0
    return taken
