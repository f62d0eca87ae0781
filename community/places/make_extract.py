"""Makes the extract that is committed with the program: `python -m community.places.make_extract codepo_gb.zip`."""

import argparse
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from community.places.code_point_open import CodePoint, CodePointError
from community.places.shipped_postcodes import EXTRACT, pack

Point = tuple[int, int]
"""Easting and northing: metres on a plane, so distance is Pythagoras."""


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
            math.dist(point, near) <= self._metres
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for near in self._cells.get((x, y), ())
        )


def make(zipped: Path, district: str, km: float) -> bytes:
    """The packed extract: each sector, whole, that has a postcode within `km` of any postcode of the district.

    Sectors are kept whole so that a sector's middle and hub come out as they do from the full list. Raises
    CodePointError if the zip is not Code-Point Open or knows no such district.
    """
    with CodePoint(zipped) as rows:
        inside = {(row.easting, row.northing) for row in rows if row.district == district}
        if not inside:
            raise CodePointError("No postcode of this file is in that district. Its code looks like E06000022.")
        around = Around(inside, round(km * 1000))
        sectors = {row.postcode[:-2] for row in rows if (row.easting, row.northing) in around}
        source = f"Code-Point Open {rows.version}, within {km:g} km of {district}"
        return pack(source, (row for row in rows if row.postcode[:-2] in sectors))


def main() -> int:
    """Writes the file; 0 when done, 1 when the zip won't do."""
    parser = argparse.ArgumentParser(
        prog="python -m community.places.make_extract",
        description="Make the extract that is committed with the program from a Code-Point Open zip.",
        epilog="Example: python -m community.places.make_extract codepo_gb.zip",
    )
    parser.add_argument("zip", type=Path, help="the zip as downloaded, in CSV format")
    parser.add_argument("--district", default="E06000022", help="its code (default: Bath and North East Somerset)")
    parser.add_argument("--km", type=float, default=5, help="how far around it (default: 5)")
    parser.add_argument("--out", type=Path, default=EXTRACT, help="where to write it (default: over the committed one)")
    told = parser.parse_args()
    try:
        told.out.write_bytes(make(told.zip, told.district, told.km))
    except CodePointError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
