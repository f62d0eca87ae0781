"""The outline of each hub's area, drawn from the points of its postcodes: no map of anybody else's is needed."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

Cell = tuple[int, int]
Point = tuple[int, int, str]
"""Easting and northing, metres, and the code of a hub."""
ACROSS = 46
"""So many squares make the longer side of the drawing."""
REACH = 3
"""So many squares from a postcode the ground still belongs to its hub: fields lie between villages."""
SIDE = 20
"""What a square measures in the drawing."""
_AROUND = ((0, -1), (1, 0), (0, 1), (-1, 0))


class DrawingFrame(NamedTuple):
    """How the ground lies in the drawing: its north-western corner, and how many metres one unit is."""

    west: float
    north: float
    metres: float

    def at(self, easting: float, northing: float) -> Cell:
        """Where this point stands in the drawing."""
        return round((easting - self.west) / self.metres), round((self.north - northing) / self.metres)


def frame_of(points: Iterable[tuple[float, float]]) -> DrawingFrame:
    """The frame of a drawing that holds these points, with room around them."""
    easts, norths = zip(*points, strict=True)
    west, north = min(easts), max(norths)
    extent = max(max(easts) - west, north - min(norths))
    metres = max(200, extent // (ACROSS - 2 * REACH) + 1)
    return DrawingFrame(west - REACH * metres, north + REACH * metres, metres / SIDE)


def outlines(
    areas: Mapping[str, Sequence[Sequence[tuple[float, float]]]], frame: DrawingFrame
) -> tuple[dict[str, str], dict[str, Cell], tuple[int, int]]:
    """As `hub_shapes`, from outlines that somebody drew: they are kept as they are."""
    paths, middles = {}, {}
    width = height = 0
    for hub, rings in areas.items():
        drawn = [[frame.at(*point) for point in ring] for ring in rings]
        paths[hub] = "".join("M" + "L".join(f"{x} {y}" for x, y in ring[:-1]) + "z" for ring in drawn)
        width, height = (max(side, *(p[i] for ring in drawn for p in ring)) for i, side in enumerate((width, height)))
        middles[hub] = _inside(drawn)
    return paths, middles, (width + REACH * SIDE, height + REACH * SIDE)


def _inside(rings: Sequence[Sequence[Cell]]) -> Cell:
    """The point within that is furthest from every corner, of those on a raster."""
    corners = [corner for ring in rings for corner in ring]
    xs, ys = sorted({c[0] for c in corners}), sorted({c[1] for c in corners})
    spots = [
        (x, y)
        for y in range(ys[0] + SIDE // 2, ys[-1], SIDE)
        for x in range(xs[0] + SIDE // 2, xs[-1], SIDE)
        if sum(
            (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
            for ring in rings
            for a, b in pairwise(ring)
        )
        % 2
    ]
    return max(spots, key=lambda s: min((s[0] - x) ** 2 + (s[1] - y) ** 2 for x, y in corners), default=corners[0])


def hub_shapes(points: Iterable[Point]) -> tuple[dict[str, str], dict[str, Cell], tuple[int, int]]:
    """By hub the path of its outline, and where its middle is; and the width and height of the drawing, all in units.

    Each square of the ground belongs to the hub that most of its postcodes belong to. An empty one goes to the nearest.
    """
    known = list(points)
    if not known:
        return {}, {}, (0, 0)
    frame = frame_of((p[0], p[1]) for p in known)
    metres = round(frame.metres * SIDE)
    counted: dict[Cell, Counter[str]] = {}
    for easting, northing, hub in known:
        cell = int(easting - frame.west) // metres, int(frame.north - northing) // metres
        counted.setdefault(cell, Counter())[hub] += 1
    lived_in = {cell: min(hubs, key=lambda hub: (-hubs[hub], hub)) for cell, hubs in counted.items()}
    owner = _evened(_evened(_grown(lived_in), lived_in), lived_in)
    size = (max(x for x, _ in owner) + 1) * SIDE, (max(y for _, y in owner) + 1) * SIDE
    hubs = sorted({hub for _, _, hub in known} & set(owner.values()))
    return (
        {hub: "".join(_smooth(loop) for loop in _loops(owner, hub)) for hub in hubs},
        {hub: _middle(cell for cell, its in owner.items() if its == hub) for hub in hubs},
        size,
    )


def _grown(owner: Mapping[Cell, str]) -> dict[Cell, str]:
    """The squares, and those within reach of them, each with the hub that is nearest."""
    found, steps = dict(owner), dict.fromkeys(owner, 0)
    waiting = deque(sorted(owner))
    while waiting:
        x, y = waiting.popleft()
        if steps[x, y] == REACH:
            continue
        for dx, dy in _AROUND:
            near = x + dx, y + dy
            if near not in found:
                found[near], steps[near] = found[x, y], steps[x, y] + 1
                waiting.append(near)
    return found


def _evened(owner: Mapping[Cell, str], kept: Mapping[Cell, str]) -> dict[Cell, str]:
    """The same without teeth along the borders: each square goes to what most of the nine around it belong to."""
    found = {}
    for x, y in owner:
        around = Counter(owner.get((x + dx, y + dy), "") for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        hub = kept.get((x, y)) or max(around, key=lambda each: (around[each], each == owner[x, y], each))
        if hub:
            found[x, y] = hub
    return found


def _loops(owner: Mapping[Cell, str], hub: str) -> Iterator[list[Cell]]:
    """The corners of the outline, one list for each piece and each hole. The area lies on the right of each side."""
    sides: dict[Cell, list[Cell]] = {}
    for (x, y), its in sorted(owner.items()):
        if its != hub:
            continue
        corners = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
        for number, (dx, dy) in enumerate(_AROUND):
            if owner.get((x + dx, y + dy)) != hub:
                sides.setdefault(corners[number], []).append(corners[(number + 1) % 4])
    while sides:
        begin = at = min(sides)
        loop = []
        while True:
            loop.append(at)
            ends = sides[at]
            after = ends.pop()
            if not ends:
                del sides[at]
            at = after
            if at == begin:
                break
        yield [
            corner for before, corner, then in zip(loop[-1:] + loop, loop, loop[1:] + loop[:1], strict=False)
            if (before[0] == corner[0]) != (corner[0] == then[0])
        ]  # fmt: skip


def _smooth(corners: list[Cell]) -> str:
    """A closed line from the middle of each side to that of the next, bent at the corner between them."""
    half = SIDE // 2
    middles = [
        ((a[0] + b[0]) * half, (a[1] + b[1]) * half) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)
    ]
    x, y = middles[-1]
    path = [f"M{x} {y}"]
    for corner, middle in zip(corners, middles, strict=True):
        bend = corner[0] * SIDE - x, corner[1] * SIDE - y
        path.append(f"q{bend[0]} {bend[1]} {middle[0] - x} {middle[1] - y}")
        x, y = middle
    return "".join(path) + "z"


def _middle(cells: Iterable[Cell]) -> Cell:
    """The middle of the square that lies deepest in the area, and of those the nearest to the middle of them."""
    inside = known = set(cells)
    while inside:
        known = inside
        inside = {(x, y) for x, y in known if all((x + dx, y + dy) in known for dx, dy in _AROUND)}
    x, y = sum(c[0] for c in known) / len(known), sum(c[1] for c in known) / len(known)
    near = min(known, key=lambda c: ((c[0] - x) ** 2 + (c[1] - y) ** 2, c))
    return near[0] * SIDE + SIDE // 2, near[1] * SIDE + SIDE // 2
