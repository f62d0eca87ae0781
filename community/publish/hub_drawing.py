"""Draws the hubs' areas as one picture in the page itself: no map is asked for, so nobody learns who looks at it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, sin
from pathlib import Path
from statistics import median_low

from community.places import AreaFileError, ImportedError, Places, read_areas
from community.publish.hub_shapes import frame_of, hub_shapes, outlines
from community.publish.markdown_escaping import text
from community.settings import Settings


@dataclass(frozen=True)
class HubMap:
    """What the drawings are made from: outlines, middles and size, and with what the postcodes of each hub begin."""

    paths: Mapping[str, str]
    middles: Mapping[str, tuple[int, int]]
    size: tuple[int, int]
    sectors: Mapping[str, tuple[str, ...]]
    sector_at: Mapping[str, tuple[int, int]]
    """Where the middle of each sector stands in the drawing."""
    trouble: str | None = None
    """Why the town's own outlines are not drawn."""


@dataclass(frozen=True)
class _HubWards:
    wards: tuple[str, ...]


def hub_map(settings: Settings) -> HubMap:
    """The hubs' areas, from the town's own outlines or else from the postcodes in use; if neither is read, nothing."""
    own = settings.home / settings.places.areas if settings.places.areas else None
    try:
        source = Places.open(settings.home, settings.hubs).source
        wards = tuple((code, hub.wards) for code, hub in settings.hubs.items())
        changed = own.stat().st_mtime_ns if own and own.exists() else None
        return _drawn(settings.home, source, wards, own, changed)
    except ImportedError:
        return HubMap({}, {}, (0, 0), {}, {})


@lru_cache(maxsize=2)
def _drawn(
    home: Path, _: str, hubs: tuple[tuple[str, tuple[str, ...]], ...], own: Path | None, __: int | None
) -> HubMap:
    """Drawn anew only with other postcodes, wards or outlines: the worker asks after each change of the book."""
    known = Places.open(home, {code: _HubWards(wards) for code, wards in hubs}).sample_postcodes()
    points = [
        (each.easting, each.northing, each.hub)
        for each in known
        if each.hub and each.easting is not None and each.northing is not None
    ]
    hubs_of: dict[str, Counter[str]] = {}
    lie: dict[str, list[tuple[int, int]]] = {}
    for each in known:
        if each.sector and each.hub:
            hubs_of.setdefault(each.sector, Counter())[each.hub] += 1
            if each.easting is not None and each.northing is not None:
                lie.setdefault(each.sector, []).append((each.easting, each.northing))
    most = {sector: min(its, key=lambda hub: (-its[hub], hub)) for sector, its in sorted(hubs_of.items())}
    sectors = {code: tuple(sector for sector, hub in most.items() if hub == code) for code, _ in hubs}
    areas, trouble = None, None
    if own is not None:
        try:
            areas = read_areas(own, [code for code, _ in hubs])
        except AreaFileError as why:
            trouble = str(why)
    corners = [point for rings in (areas or {}).values() for ring in rings for point in ring]
    if not corners and not points:
        return HubMap({}, {}, (0, 0), sectors, {}, trouble)
    frame = frame_of(corners or [(east, north) for east, north, _ in points])
    shapes = outlines(areas, frame) if areas else hub_shapes(points)
    at = {sector: frame.at(median_low(e for e, _ in its), median_low(n for _, n in its)) for sector, its in lie.items()}
    return HubMap(*shapes, sectors, at, trouble)


def hub_svg(drawn: HubMap, settings: Settings, this: str | None = None) -> str:
    """The picture on one line: all areas, with this one lit; without one, each with the number that it has in the list.

    The areas are no links: those of a town are smaller than a thumb, and the list beside them has one for each.
    """
    if not drawn.paths:
        return ""
    width, height = drawn.size
    shapes, marks = [], []
    for number, code in enumerate(settings.hubs, 1):
        if code not in drawn.paths:
            continue
        lit = " area__hub--this" if code == this else ""
        shapes.append(f'<path class="area__hub{lit}" d="{drawn.paths[code]}"/>')
        x, y = drawn.middles[code]
        marks.append(
            f'<circle class="area__mark" cx="{x}" cy="{y}" r="24"/>'
            f'<text class="area__number" x="{x}" y="{y + 9}">{number}</text>'
        )
    if this is None:
        words = "The areas of our hubs, with the numbers that they have in the list."
    else:
        words, marks = text(f"{settings.hubs[this].name}, {_lies(drawn, this)} of {settings.community.place}"), []
    head = f'<svg class="area" viewBox="0 0 {width} {height}" role="img" aria-label="{words}">'
    return f"{head}{''.join(shapes + marks)}</svg>"


def _lies(drawn: HubMap, code: str) -> str:
    """In which part of the whole it lies: `in the north-west`."""
    (x, y), (width, height) = drawn.middles[code], drawn.size
    rows, columns = ("north", "", "south"), ("west", "", "east")
    part = "-".join(each for each in (rows[min(2, 3 * y // height)], columns[min(2, 3 * x // width)]) if each)
    return f"in the {part}" if part else "in the middle"


_LOOKS = (
    "text{font:600 22px system-ui,sans-serif;text-anchor:middle;fill:#22201D}path{fill:#EFE6D6;stroke:#8A8073;"
    "stroke-width:3;fill-rule:evenodd}.other{opacity:.35}circle{fill:#fff;stroke:#22201D;stroke-width:3}"
    ".nobody circle{stroke:#9E2B20;stroke-width:7}.unasked circle{stroke:#2C6638;stroke-dasharray:6 5}"
    "line{stroke:#22201D;stroke-width:2}.place{fill:#22201D;stroke:none}"
)
"""The drawing is a picture by itself and brings its looks: the line says the kind of a mark as well as the colour."""
_MARK, _APART = 20, 48
"""The radius of a mark, and how far the middles of two are apart at least: in a city, sectors lie closer."""
_TURNS = 80


def sector_svg(drawn: HubMap, marks: Mapping[str, tuple[str, str]], hubs: Collection[str]) -> str:
    """The areas of these hubs with a mark in the middle of each sector that has one: its kind, and the figure in it."""
    if not drawn.paths:
        return ""
    width, height = drawn.size
    shapes = [f'<path class="{"" if code in hubs else "other"}" d="{path}"/>' for code, path in drawn.paths.items()]
    known = [(drawn.sector_at[sector], mark) for sector, mark in marks.items() if sector in drawn.sector_at]
    where = _spread(tuple(at for at, _ in known), drawn.size)
    lines = [_leader(at, spot) for (at, _), spot in zip(known, where, strict=True)]
    spots = [
        f'<g class="{kind}"><circle cx="{spot[0]}" cy="{spot[1]}" r="{_MARK}"/>'
        f'<text x="{spot[0]}" y="{spot[1] + 8}">{text(figure)}</text></g>'
        for (at, (kind, figure)), spot in zip(known, where, strict=True)
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><style>{_LOOKS}</style>'
    return f"{head}{''.join(shapes + lines + spots)}</svg>"


@lru_cache(maxsize=8)
def _spread(places: tuple[tuple[int, int], ...], size: tuple[int, int]) -> list[tuple[int, int]]:
    """A spot for each mark, near its place, within the drawing, and so far from every other that each can be read."""
    spots = [(float(x), float(y)) for x, y in places]
    for _ in range(_TURNS):
        close = list(_close(spots))
        for i, j in close:
            (ax, ay), (bx, by) = spots[i], spots[j]
            far = hypot(bx - ax, by - ay)
            # Two in one place part along a line that differs for each two, so that many do not end up in one row.
            dx, dy = ((bx - ax) / far, (by - ay) / far) if far else (cos(i + 2 * j), sin(i + 2 * j))
            push = max(0.0, _APART - far) / 2
            spots[i], spots[j] = (ax - dx * push, ay - dy * push), (bx + dx * push, by + dy * push)
        spots = [(_within(x, size[0]), _within(y, size[1])) for x, y in spots]
        if not close:
            break
    return [(round(x), round(y)) for x, y in spots]


def _close(spots: Sequence[tuple[float, float]]) -> Iterator[tuple[int, int]]:
    """Those that overlap, two by two."""
    order = sorted(range(len(spots)), key=lambda one: spots[one])
    for place, i in enumerate(order):
        for j in order[place + 1 :]:
            if spots[j][0] - spots[i][0] >= _APART:
                break
            if hypot(spots[j][0] - spots[i][0], spots[j][1] - spots[i][1]) < _APART - 0.5:
                yield i, j


def _within(value: float, side: int) -> float:
    return min(max(value, _MARK + 4), max(side - _MARK - 4, _MARK + 4))


def _leader(at: tuple[int, int], spot: tuple[int, int]) -> str:
    """A line from a mark that had to move to the place that it is about; nothing where it stands on it."""
    if hypot(spot[0] - at[0], spot[1] - at[1]) <= _MARK:
        return ""
    return (
        f'<line x1="{at[0]}" y1="{at[1]}" x2="{spot[0]}" y2="{spot[1]}"/>'
        f'<circle class="place" cx="{at[0]}" cy="{at[1]}" r="5"/>'
    )
