"""Draws the hubs' areas as one picture in the page itself: no map is asked for, so nobody learns who looks at it."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
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
)
"""The drawing is a picture by itself and brings its looks: the line says the kind of a mark as well as the colour."""


def sector_svg(drawn: HubMap, marks: Mapping[str, tuple[str, str]], hubs: Collection[str]) -> str:
    """The areas of these hubs with a mark in the middle of each sector that has one: its kind, and the figure in it."""
    if not drawn.paths:
        return ""
    width, height = drawn.size
    shapes = [f'<path class="{"" if code in hubs else "other"}" d="{path}"/>' for code, path in drawn.paths.items()]
    spots = [
        f'<g class="{kind}"><circle cx="{at[0]}" cy="{at[1]}" r="20"/>'
        f'<text x="{at[0]}" y="{at[1] + 8}">{text(figure)}</text></g>'
        for sector, (kind, figure) in marks.items()
        if (at := drawn.sector_at.get(sector)) is not None
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><style>{_LOOKS}</style>'
    return f"{head}{''.join(shapes + spots)}</svg>"
