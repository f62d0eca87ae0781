"""Reads a town's own outlines of its hubs from a GeoJSON file, in metres on the National Grid. No map is asked for."""

import json
from collections.abc import Collection, Iterator, Mapping
from math import atan2 as angle
from math import atanh, cos, cosh, pi, radians, sin, sinh, sqrt
from pathlib import Path
from typing import Any

from community.errors import UserFacingError

Point = tuple[float, float]
Areas = Mapping[str, tuple[tuple[Point, ...], ...]]
"""By hub its rings: pieces and holes, each a closed line of points."""
_MOST_BYTES = 20_000_000


class AreaFileError(UserFacingError):
    """The file of outlines can't be used. The message says what is wrong in it, and where."""


def read_areas(path: Path, hubs: Collection[str]) -> Areas:
    """By hub, the rings of its outline. Raises AreaFileError: a hub left out would be missing on every drawing."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise AreaFileError(f"{path.name}: larger than 20 MB. Simplify the outlines first.")
        told = json.loads(path.read_text("utf-8-sig"))
    except OSError:
        raise AreaFileError(f"{path.name}: there is no such file in the data folder, or it can't be read.") from None
    except ValueError:
        raise AreaFileError(f"{path.name}: not GeoJSON.") from None
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        raise AreaFileError(f"{path.name}: not GeoJSON: a FeatureCollection is needed.")
    found: dict[str, list[tuple[Point, ...]]] = {}
    for number, feature in enumerate(features, 1):
        where = f"{path.name}, feature {number}"
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            raise AreaFileError(f"{where}: it has no properties, so nothing says which hub it is.")
        hub = feature["properties"].get("hub")
        if hub not in hubs:
            raise AreaFileError(f"{where}: its property `hub` has to be the code of a hub in community.toml.")
        found.setdefault(hub, []).extend(_rings(feature.get("geometry"), where))
    if missing := [code for code in hubs if code not in found]:
        raise AreaFileError(f"{path.name}: no outline of {', '.join(missing)}.")
    return {hub: tuple(rings) for hub, rings in found.items()}


def _rings(geometry: Any, where: str) -> Iterator[tuple[Point, ...]]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in {"Polygon", "MultiPolygon"}:
        raise AreaFileError(f"{where}: a Polygon or a MultiPolygon is needed.")
    try:
        pieces = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
        rings = [tuple((float(p[0]), float(p[1])) for p in ring) for piece in pieces for ring in piece]
    except (KeyError, TypeError, ValueError, IndexError):
        raise AreaFileError(f"{where}: its coordinates are not lists of points.") from None
    for ring in rings:
        if len(ring) < 4 or ring[0] != ring[-1]:
            raise AreaFileError(f"{where}: an outline has to end where it begins, with three points or more between.")
        if all(abs(x) <= 180 and abs(y) <= 90 for x, y in ring):
            ring = tuple(on_the_grid(longitude, latitude) for longitude, latitude in ring)
        if not all(-200_000 <= x <= 800_000 and -200_000 <= y <= 1_400_000 for x, y in ring):
            raise AreaFileError(f"{where}: it lies outside Great Britain. Longitude stands before latitude.")
        yield ring


def on_the_grid(longitude: float, latitude: float) -> Point:
    """Easting and northing in metres, within some 50 metres: enough to draw an area, not to find a door.

    Krüger's transverse Mercator with the National Grid's origin and scale, on the ellipsoid of GPS; the shift between
    that and Airy's is taken to be the same everywhere.
    """
    a, flattening, scale = 6_378_137.0, 1 / 298.257223563, 0.9996012717
    n = flattening / (2 - flattening)
    radius = a / (1 + n) * (1 + n**2 / 4)
    series = (n / 2 - 2 * n**2 / 3, 13 * n**2 / 48)

    def reach(east_of: float, at: float) -> Point:
        k = 2 * sqrt(n) / (1 + n)
        t = sinh(atanh(sin(at)) - k * atanh(k * sin(at)))
        xi, eta = angle(t, cos(east_of)), atanh(sin(east_of) / sqrt(1 + t * t))
        x = eta + sum(s * cos(2 * i * xi) * sinh(2 * i * eta) for i, s in enumerate(series, 1))
        y = xi + sum(s * sin(2 * i * xi) * cosh(2 * i * eta) for i, s in enumerate(series, 1))
        return scale * radius * x, scale * radius * y

    east, north = reach(radians(longitude + 2), min(radians(latitude), pi / 2 - 1e-9))
    return 400_000 + east + 95, north - reach(0, radians(49))[1] - 100_000 - 75
