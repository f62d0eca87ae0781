"""The same rules and the best board again, written out slowly in plain Python from what the rules say."""

import math
from collections.abc import Iterator
from itertools import combinations
from typing import Any

Row = dict[str, Any]
Pair = tuple[str, str]


def may_help(v: Row, n: Row) -> bool:
    return (
        n["task_type"] in v["tasks"]
        and v["capacity"] > 0
        and (not n["in_person"] or _can_go(v, n))
        and (n["slots"] == 0 or n["slots"] & v["slots"] != 0)
        and (not n["needs_car"] or v["has_car"])
        and v["dbs_level"] >= n["min_dbs"]
        and set(n["training"]) <= set(v["training"])
        and (not n["languages"] or bool(set(n["languages"]) & set(v["languages"])))
        and n["resident_id"] not in v["avoids"]
        and v["volunteer_id"] not in n["avoids"]
        and v["volunteer_id"] not in n.get("refused", ())
    )


def _can_go(v: Row, n: Row) -> bool:
    points = (v["easting"], v["northing"], n["easting"], n["northing"])
    if not v["in_person"] or any(math.isnan(p) for p in points) or not v["max_distance_km"] >= 0:
        return False
    east, north, reach = points[0] - points[2], points[1] - points[3], v["max_distance_km"] * 1000
    return bool(east * east + north * north <= reach * reach)


def as_sought(volunteers: list[Row], needs: list[Row]) -> list[Row]:
    """The needs as they are to be filled now: where two go, one at first, if one who knows the resident could come.

    Where not all of these have somebody who does, the more urgent do, then those that wait longer.
    """
    found = {n["need_id"]: n for n in needs}
    served: list[Row] = []
    for n in sorted(needs, key=lambda n: (-n["urgency"], -n["waiting_days"], n["need_id"])):
        if n.get("in_pairs") and n["people"] > 0 and _all_served(volunteers, [*served, n]):
            served.append(n)
            found[n["need_id"]] = {**n, "people": 1, "known_first": True}
    return [found[n["need_id"]] for n in needs]


def _all_served(volunteers: list[Row], needs: list[Row]) -> bool:
    """Whether each of these needs can have somebody who knows the resident, and nobody more than they have room for."""
    if not needs:
        return True
    return any(
        may_help(v, needs[0])
        and needs[0]["known"].get(v["volunteer_id"], 0) > 0
        and _all_served([{**w, "capacity": w["capacity"] - (w is v)} for w in volunteers], needs[1:])
        for v in volunteers
    )


def eligible(volunteers: list[Row], needs: list[Row]) -> set[Pair]:
    return {(n["need_id"], v["volunteer_id"]) for n in needs for v in volunteers if may_help(v, n)}


def boards(volunteers: list[Row], needs: list[Row], pairs: set[Pair]) -> Iterator[tuple[set[Pair], list[int]]]:
    """Every board that can be: its pairs, and how many places of each need it fills."""
    room = {v["volunteer_id"]: v["capacity"] for v in volunteers}

    def fill(at: int) -> Iterator[tuple[set[Pair], list[int]]]:
        if at == len(needs):
            yield set(), []
            return
        need = needs[at]
        could = [v for n, v in sorted(pairs) if n == need["need_id"] and room[v] > 0]
        for count in range(min(max(need["people"], 0), len(could)) + 1):
            for chosen in combinations(could, count):
                for one in chosen:
                    room[one] -= 1
                for rest, filled in fill(at + 1):
                    yield {(need["need_id"], one) for one in chosen} | rest, [count, *filled]
                for one in chosen:
                    room[one] += 1

    return fill(0)


def with_strangers(needs: list[Row], cost: dict[Pair, int]) -> dict[Pair, int]:
    """What each pair costs where its terms cost this: far more for a stranger where one who knows the resident could
    come first. The needs are those of `as_sought`.
    """
    by_id = {n["need_id"]: n for n in needs}
    return {
        (n, v): points + 500_000 * (by_id[n].get("known_first", False) and not by_id[n].get("known", {}).get(v, 0))
        for (n, v), points in cost.items()
    }


def filled_by_urgency(needs: list[Row], filled: list[int]) -> tuple[int, ...]:
    """Places filled, the most urgent first."""
    return tuple(sum(f for n, f in zip(needs, filled, strict=True) if n["urgency"] == u) for u in (3, 2, 1, 0))


def total_cost(needs: list[Row], pairs: set[Pair], filled: list[int], cost: dict[Pair, int]) -> int:
    empty = sum((max(n["people"], 0) - f) * 25 * 10**9 * (n["urgency"] + 1) for n, f in zip(needs, filled, strict=True))
    return int(empty) + sum(cost[pair] for pair in pairs)
