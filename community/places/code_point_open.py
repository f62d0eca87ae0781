"""Reads Code-Point Open, the Ordnance Survey's list of the postcodes of Great Britain: one zip of CSV files.

Each file in `Data/CSV/` has no header and ten columns: postcode, quality of the point, easting, northing, country, two
health codes, county, district, ward. Source: https://www.ordnancesurvey.co.uk/products/code-point-open (Open Government
Licence).
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Self

from community.errors import UserFacingError

_COLUMNS = 10
# Quality 90 means that the Ordnance Survey has no point: easting and northing are then 0, which is in the sea.
_NO_POINT = "90"
_EAST, _NORTH = 700_000, 1_300_000
# What Python's zip reader raises on damage, on a password, and on a way of packing that it does not know.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError)
_VERSION = re.compile(r"DATASET VERSION NUMBER:\s*([0-9.]{1,20})")


class CodePointError(UserFacingError):
    """The file is not Code-Point Open as we know it; the words say what is wrong and what to fetch."""


class PostcodeRow(NamedTuple):
    """One postcode: its point in metres on the National Grid, the codes of its ward and district (None: unknown)."""

    postcode: str
    easting: int
    northing: int
    ward: str | None
    district: str | None


class CodePoint:
    """An open Code-Point Open zip. Iterating streams the rows that have a place; `without_place` counts the others."""

    def __init__(self, path: Path) -> None:
        """Raises CodePointError if `path` is not a zip that holds CSV files where Code-Point Open keeps them."""
        self.without_place = 0
        try:
            self._zip = zipfile.ZipFile(path)
        except FileNotFoundError:
            raise CodePointError("There is no such file.") from None
        except (zipfile.BadZipFile, OSError):
            raise CodePointError(
                "This is not a zip file, or only a part of one. Fetch Code-Point Open again, in CSV format."
            ) from None
        self._files = sorted(name for name in self._zip.namelist() if _is_data(name))
        if not self._files:
            geopackage = any(name.lower().endswith(".gpkg") for name in self._zip.namelist())
            self._zip.close()
            raise CodePointError(
                "This is Code-Point Open as a GeoPackage. Fetch it in CSV format."
                if geopackage
                else "This zip has no CSV files in Data/CSV/, so it is not Code-Point Open in CSV format."
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._zip.close()

    @property
    def version(self) -> str:
        """The version that the zip states (`2025.2.0`), or `of unknown version`."""
        for name in self._zip.namelist():
            if name.lower().endswith("doc/metadata.txt"):
                with suppress(*_DAMAGE), self._zip.open(name) as text:
                    if found := _VERSION.search(text.read(10_000).decode("latin-1")):
                        return found[1]
        return "of unknown version"

    def __iter__(self) -> Iterator[PostcodeRow]:
        """The rows, file by file. Raises CodePointError with the file and line of the first row that is wrong."""
        self.without_place = 0
        for name in self._files:
            yield from self._rows(name)

    def _rows(self, name: str) -> Iterator[PostcodeRow]:
        short, line = PurePosixPath(name).name, 0
        try:
            with self._zip.open(name) as raw:
                for line, cells in enumerate(csv.reader(io.TextIOWrapper(raw, "utf-8", newline="")), 1):
                    if len(cells) != _COLUMNS:
                        raise _bad(short, line, f"has {len(cells)} columns, not {_COLUMNS}")
                    postcode, quality, easting, northing, *_, district, ward = cells
                    east, north = int(easting), int(northing)
                    if quality == _NO_POINT or (east, north) == (0, 0):
                        self.without_place += 1
                        continue
                    if not (0 <= east < _EAST and 0 <= north < _NORTH):
                        raise _bad(short, line, "has a point outside Great Britain")
                    squeezed = postcode.replace(" ", "")
                    if not 5 <= len(squeezed) <= 7:
                        raise _bad(short, line, "does not begin with a postcode")
                    yield PostcodeRow(f"{squeezed[:-3]} {squeezed[-3:]}", east, north, ward or None, district or None)
        except UnicodeDecodeError:
            raise _bad(short, line + 1, "is not text in UTF-8, or one soon after it is not") from None
        except ValueError:
            raise _bad(short, line, "has a point that is not in whole metres") from None
        except csv.Error:
            raise _bad(short, line + 1, "can't be read as CSV") from None
        except _DAMAGE:
            raise CodePointError(f"{short} in the zip is damaged or locked. Fetch Code-Point Open again.") from None


def _is_data(name: str) -> bool:
    path = PurePosixPath(name.lower())
    return path.suffix == ".csv" and path.parts[-3:-1] == ("data", "csv") and "__macosx" not in path.parts


def _bad(file: str, line: int, what: str) -> CodePointError:
    return CodePointError(f"{file}, line {line}: the row {what}. This is not Code-Point Open in CSV format.")
