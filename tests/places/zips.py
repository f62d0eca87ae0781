"""Zips in the shape of Code-Point Open, and hubs to go with them."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from community.places.code_point_open import PostcodeRow
from community.settings import Hub

KEYNSHAM, SALTFORD, BEYOND = "E05000001", "E05000002", "E05000009"
HUBS = {
    "east": Hub(name="East", area="the east", wards=(KEYNSHAM,)),
    "west": Hub(name="West", area="the west", wards=(SALTFORD,)),
}
BANES, ELSEWHERE = "E06000022", "E06000099"


def make_row(
    postcode: str = "BS31 1AA", east: int = 365_000, north: int = 168_000, ward: str | None = KEYNSHAM
) -> PostcodeRow:
    return PostcodeRow(postcode, east, north, ward, (ELSEWHERE if ward == BEYOND else BANES) if ward else None)


def cells(row: PostcodeRow, quality: int = 10) -> list[object]:
    """The ten columns of one row, as the Ordnance Survey writes them."""
    postcode, east, north, ward, district = row
    return [postcode, quality, east, north, "E92000001", "E19000002", "E18000010", "", district or "", ward or ""]


def as_csv(rows: Iterable[Iterable[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def make_zip(path: Path, *rows: PostcodeRow, version: str = "2026.1.0") -> Path:
    """A Code-Point Open of these rows, one file for each area."""
    files: dict[str, list[list[object]]] = {}
    for row in rows:
        files.setdefault(row.postcode[:2].rstrip("0123456789").lower(), []).append(cells(row))
    metadata = f"PRODUCT: OS CODE-POINT_03.02\r\nDATASET VERSION NUMBER: {version}\r\n".encode()
    written = {f"Data/CSV/{area}.csv": as_csv(lines) for area, lines in files.items()}
    return zip_of(path, written | {"Doc/metadata.txt": metadata})


def zip_of(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)
    return path
