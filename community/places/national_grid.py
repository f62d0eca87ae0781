"""Distances on the National Grid. Eastings and northings are metres on a plane, so distance is Pythagoras."""

import math
from collections import defaultdict
from collections.abc import Iterable

Point = tuple[int, int]


def distance_m(one: Point, other: Point) -> float:
    """Metres between two points, as the crow flies."""
    return math.dist(one, other)


class Around:
    """The surroundings of many points: `point in Around(points, metres)` is true within `metres` of any of them."""

    def __init__(self, points: Iterable[Point], metres: int) -> None:
        self._metres = metres
        self._cells: dict[Point, list[Point]] = defaultdict(list)
        for point in points:
            self._cells[self._cell(point)].append(point)

    def _cell(self, point: Point) -> Point:
        return point[0] // self._metres, point[1] // self._metres

    def __contains__(self, point: Point) -> bool:
        column, row = self._cell(point)
        return any(
            distance_m(point, near) <= self._metres
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for near in self._cells.get((x, y), ())
        )
