"""Draws the hubs' areas as one picture in the page itself: no map is asked for, so nobody learns who looks at it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from community.places import ImportedError, Places
from community.publish.hub_shapes import hub_shapes
from community.publish.markdown_escaping import text
from community.settings import Settings


@dataclass(frozen=True)
class HubMap:
    """What the drawings are made from: outlines, middles and size, and with what the postcodes of each hub begin."""

    paths: Mapping[str, str]
    middles: Mapping[str, tuple[int, int]]
    size: tuple[int, int]
    sectors: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class _HubWards:
    wards: tuple[str, ...]


def hub_map(settings: Settings) -> HubMap:
    """The hubs' areas, from the list of postcodes in use. If that can't be read, nothing is drawn."""
    try:
        source = Places.open(settings.home, settings.hubs).source
        return _drawn(settings.home, source, tuple((code, hub.wards) for code, hub in settings.hubs.items()))
    except ImportedError:
        return HubMap({}, {}, (0, 0), {})


@lru_cache(maxsize=2)
def _drawn(home: Path, _: str, hubs: tuple[tuple[str, tuple[str, ...]], ...]) -> HubMap:
    """Drawn anew only with another list of postcodes or other wards: the worker asks after each change of the book."""
    known = Places.open(home, {code: _HubWards(wards) for code, wards in hubs}).sample_postcodes()
    points = [
        (each.easting, each.northing, each.hub)
        for each in known
        if each.hub and each.easting is not None and each.northing is not None
    ]
    hubs_of: dict[str, Counter[str]] = {}
    for each in known:
        if each.sector and each.hub:
            hubs_of.setdefault(each.sector, Counter())[each.hub] += 1
    most = {sector: min(its, key=lambda hub: (-its[hub], hub)) for sector, its in sorted(hubs_of.items())}
    sectors = {code: tuple(sector for sector, hub in most.items() if hub == code) for code, _ in hubs}
    return HubMap(*hub_shapes(points), sectors)


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
