"""A town's own outlines: both kinds of coordinates are read, and whatever is wrong is said with its place."""

import json
from math import dist
from pathlib import Path

import pytest

from community.places import AreaFileError, read_areas
from community.places.area_file import on_the_grid

SQUARE = [[370000, 160000], [380000, 160000], [380000, 170000], [370000, 170000], [370000, 160000]]


def written(folder: Path, *features: object) -> Path:
    path = folder / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def area(hub: str, ring: object = SQUARE, kind: str = "Polygon") -> dict[str, object]:
    rings = [ring] if kind == "Polygon" else [[ring]]
    return {"type": "Feature", "properties": {"hub": hub}, "geometry": {"type": kind, "coordinates": rings}}


@pytest.mark.parametrize(
    ("longitude", "latitude", "there"),
    [
        (-2.35877, 51.38145, (375_120, 164_770)),
        (-3.1999, 55.9486, (325_130, 673_480)),
        (1.716052, 52.658007, (651_410, 313_177)),
    ],
)
def test_places_that_everybody_knows_lie_where_the_national_grid_has_them(
    longitude: float, latitude: float, there: tuple[int, int]
) -> None:
    assert dist(on_the_grid(longitude, latitude), there) < 60


def test_metres_and_degrees_give_one_area(tmp_path: Path) -> None:
    degrees = [[-2.43, 51.34], [-2.29, 51.34], [-2.29, 51.43], [-2.43, 51.43], [-2.43, 51.34]]
    found = read_areas(
        written(tmp_path, area("here", SQUARE, "MultiPolygon"), area("there", degrees)), ["here", "there"]
    )
    assert found["here"] == (tuple((float(x), float(y)) for x, y in SQUARE),)
    assert all(dist(a, b) < 1500 for a, b in zip(found["here"][0], found["there"][0], strict=True))


@pytest.mark.parametrize(
    ("features", "words"),
    [
        ([area("elsewhere")], "feature 1: its property `hub`"),
        ([area("here"), {"type": "Feature"}], "feature 2: it has no properties"),
        ([area("here", SQUARE[:-1])], "end where it begins"),
        ([area("here", [["a", 1]] * 5)], "not lists of points"),
        ([area("here", [[51.3, -2.4], [51.4, -2.4], [51.4, -2.3], [51.3, -2.4]])], "outside Great Britain"),
        ([{**area("here"), "geometry": {"type": "Point"}}], "a Polygon or a MultiPolygon"),
        ([], "no outline of here"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, features: list[object], words: str) -> None:
    with pytest.raises(AreaFileError, match=words):
        read_areas(written(tmp_path, *features), ["here"])


def test_no_file_and_no_geojson_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(AreaFileError, match="no such file"):
        read_areas(tmp_path / "areas.geojson", ["here"])
    (tmp_path / "areas.geojson").write_text("{", encoding="utf-8")
    with pytest.raises(AreaFileError, match="not GeoJSON"):
        read_areas(tmp_path / "areas.geojson", ["here"])
