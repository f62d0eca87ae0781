"""The extract that comes with the program: every postcode of the first community and of the land around it.

The file is gzip of plain text, in lines: the source; how many wards; `WARD DISTRICT` for each of them (`-` for none);
then for each sector its name alone, followed by its postcodes as `AB 375350 164482 3`: last two letters, easting,
northing, number of the ward.
"""

import gzip
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

from community.places.code_point_open import PostcodeRow

EXTRACT = Path(__file__).parent / "data" / "postcodes.txt.gz"
_NONE = "-"


class Shipped:
    """The extract in memory. It is a source of places, as an imported file is."""

    def __init__(self, source: str, rows: Iterable[PostcodeRow]) -> None:
        self.source = source
        self._sectors: dict[str, dict[str, PostcodeRow]] = {}
        for row in sorted(rows, key=lambda row: row.postcode):
            self._sectors.setdefault(row.postcode[:-2], {})[row.postcode] = row

    def postcode(self, postcode: str) -> PostcodeRow | None:
        """The row of exactly this postcode, or None."""
        return self._sectors.get(postcode[:-2], {}).get(postcode)

    def sector(self, sector: str) -> list[PostcodeRow]:
        """The rows of this sector, by postcode; empty if it has none."""
        return list(self._sectors.get(sector, {}).values())

    def wards(self) -> dict[str, str | None]:
        """Each ward's code with its district's."""
        return {row.ward: row.district for row in self._rows() if row.ward}

    def in_wards(self, wards: Collection[str]) -> list[PostcodeRow]:
        """The rows of these wards, by postcode."""
        return [row for row in self._rows() if row.ward in wards]

    def _rows(self) -> Iterator[PostcodeRow]:
        for sector in self._sectors.values():
            yield from sector.values()


@cache
def shipped(path: Path = EXTRACT) -> Shipped:
    """The extract that was committed with the program, read once."""
    lines = iter(gzip.decompress(path.read_bytes()).decode("ascii").splitlines())
    source, count = next(lines), int(next(lines))
    wards = [tuple(None if code == _NONE else code for code in next(lines).split()) for _ in range(count)]
    return Shipped(source, _unpack(lines, wards))


def _unpack(lines: Iterator[str], wards: list[tuple[str | None, ...]]) -> Iterator[PostcodeRow]:
    sector = ""
    for line in lines:
        unit, _, rest = line.partition(" ")
        if rest.count(" ") < 2:
            sector = line
            continue
        easting, northing, number = rest.split()
        ward, district = wards[int(number)]
        yield PostcodeRow(sector + unit, int(easting), int(northing), ward, district)


def pack(source: str, rows: Iterable[PostcodeRow]) -> bytes:
    """The extract of these rows as bytes: the same for the same rows, in whatever order they come."""
    ordered = sorted(rows, key=lambda row: row.postcode)
    wards = sorted({(row.ward or _NONE, row.district or _NONE) for row in ordered})
    number = {ward: at for at, ward in enumerate(wards)}
    lines = [source, str(len(wards)), *(" ".join(ward) for ward in wards)]
    sector = ""
    for row in ordered:
        if row.postcode[:-2] != sector:
            sector = row.postcode[:-2]
            lines.append(sector)
        lines.append(
            f"{row.postcode[-2:]} {row.easting} {row.northing} {number[row.ward or _NONE, row.district or _NONE]}"
        )
    # No time stamp, or the file would differ each time that it is made.
    return gzip.compress("\n".join(lines).encode("ascii"), compresslevel=9, mtime=0)
