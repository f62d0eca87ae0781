"""Volunteers who come to a solved board: they are entered in the lists of the needs that they suit, with a first price.

They are on no map. Every search looks at all of them (`candidate_lists.off_map`), until the board is packed anew.
"""

from community.matching.engine.array_layout import Asks, BoardState, Lists, ScratchArrays, World
from community.matching.engine.jit_compile import kernel, part
from community.matching.engine.pair_cost import ask_of, dearest, offer
from community.matching.engine.shortest_paths import holds


@part
def strangeness(asks: Asks, n: int, v: int, stranger: int) -> int:
    """The points of a pair for its history; -1 for one that may not be. `stranger`: of one that has none."""
    for at in range(asks.begins[n], asks.begins[n + 1]):
        if asks.special[at] == v:
            return int(asks.strange[at])
    return stranger


@part
def write_in(lists: Lists, n: int, v: int, cost: int) -> None:
    """Enter a volunteer in the list of a need, which has room, after all who cost no more."""
    at = lists.at[n] + lists.size[n]
    while at > lists.at[n] and lists.cost[at - 1] > cost:
        lists.who[at], lists.cost[at] = lists.who[at - 1], lists.cost[at - 1]
        at -= 1
    lists.who[at], lists.cost[at] = v, cost
    lists.size[n] += 1


@kernel
def enlist(world: World, lists: Lists, scratch: ScratchArrays, newcomer: int, first: int, last: int) -> int:
    """The first need from `first` on for which the lists had no room; `last` if volunteers from `newcomer` on were
    entered in the lists of all whom they suit.

    Those who cost as much as the floor or more are left out, as all other unlisted pairs.
    """
    people = len(world.people.base)
    for n in range(first, last):
        if world.asks.kind[n] == 0:
            continue
        ask, moved = ask_of(world, n), False
        for v in range(newcomer, people):
            if not (world.people.tasks[v, ask.task >> 5] >> (ask.task & 31)) & 1:
                continue
            strange = strangeness(world.asks, n, v, ask.stranger)
            if strange < 0 or offer(world, scratch, ask, v, strange, 0, 1, 0) < 0:
                continue
            cost = dearest(scratch)
            if cost >= lists.floor[n]:
                continue
            if not moved:
                # The list moves to the end of the room, where it can grow by as many as there are.
                size, start, old = lists.size[n], lists.used[0], lists.at[n]
                if start + size + people - newcomer > len(lists.who):
                    return n
                for i in range(size):
                    lists.who[start + i], lists.cost[start + i] = lists.who[old + i], lists.cost[old + i]
                lists.at[n], moved = start, True
                lists.used[0] = start + size + people - newcomer
            write_in(lists, n, v, cost)
    return last


@kernel
def raise_first_prices(state: BoardState, lists: Lists) -> None:
    """Raise the prices of volunteers who would save something at 0, until none of their pairs does.

    All others have such prices already. They are then as if somebody filled their time whom the board can do without.
    """
    for n in range(len(state.worth)):
        for i in range(lists.at[n], lists.at[n] + lists.size[n]):
            v, most = lists.who[i], state.worth[n] - lists.cost[i]
            if most <= 0:
                break
            if most > state.price[v] and not holds(state, n, v):
                state.price[v] = most
