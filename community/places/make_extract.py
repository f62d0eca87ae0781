"""Makes the extract that is committed with the program: `python -m community.places.make_extract codepo_gb.zip`."""

import argparse
import sys
from pathlib import Path

from community.places.code_point_open import CodePoint, CodePointError
from community.places.national_grid import Around
from community.places.shipped_postcodes import EXTRACT, pack


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
