"""Looks up where a postcode is and which hub looks after it, and what of a record follows from that."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median_low
from typing import Literal, Protocol, Self

import structlog

from community.places.code_point_open import PostcodeRow
from community.places.imported_postcodes import FILE, Imported
from community.places.postcode import MISSING, ODD, OUTWARD_ONLY, SECTOR_ONLY, SEVERAL, Postcode, parse
from community.places.shipped_postcodes import shipped
from community.tables import TABLES
from community.tables.canonical import Value, codes
from community.tables.flags import Flag
from community.tables.row_types import ColumnName

UNKNOWN = Flag.POSTCODE_UNKNOWN
OUTSIDE = Flag.POSTCODE_OUTSIDE
NO_WARD = Flag.WARD_MISSING
UNREADABLE = Flag.PLACES_UNREADABLE
# Every flag that a Place can carry. Their words live where they are shown.
FLAGS = (MISSING, ODD, SEVERAL, SECTOR_ONLY, OUTWARD_ONLY, UNKNOWN, OUTSIDE, NO_WARD, UNREADABLE)

_log = structlog.get_logger(__name__)


class Area(Protocol):
    """The part of a hub that places need."""

    @property
    def wards(self) -> tuple[str, ...]: ...


class PostcodeSource(Protocol):
    """A list of postcodes: the extract, or an imported file."""

    source: str

    def postcode(self, postcode: str) -> PostcodeRow | None: ...
    def sector(self, sector: str) -> list[PostcodeRow]: ...
    def wards(self) -> dict[str, str | None]: ...
    def in_wards(self, wards: Collection[str]) -> list[PostcodeRow]: ...


@dataclass(frozen=True)
class Place:
    """Where a postcode is, as well as we can tell. Easting and northing are metres on the National Grid, or both None.

    `precision` says what the point is: the postcode's own, or the middle of its sector. Unknown: somebody must look.
    """

    postcode: str | None = field(default=None, repr=False)
    easting: int | None = field(default=None, repr=False)
    northing: int | None = field(default=None, repr=False)
    ward: str | None = None
    hub: str | None = None
    sector: str | None = None
    flags: tuple[str, ...] = ()
    precision: Literal["postcode", "sector", "unknown"] = "unknown"


@dataclass(frozen=True)
class WardCheck:
    """How the hubs' wards fit the list of postcodes. All is well when both are empty."""

    absent: tuple[str, ...]
    """Wards of a hub that no postcode is in: mistyped, or given a new code by the Office for National Statistics."""
    uncovered: tuple[str, ...]
    """Wards that belong to no hub, in districts where others do."""


class Places:
    """Finds places. Safe to share between threads."""

    def __init__(self, source: PostcodeSource, hubs: Mapping[str, Area]) -> None:
        self._source = source
        self._hub_of = {ward: code for code, hub in hubs.items() for ward in hub.wards}

    @classmethod
    def open(cls, home: Path, hubs: Mapping[str, Area]) -> Self:
        """Places from the file imported into the data folder `home`, or from the extract that comes with the program.

        Raises ImportedError if there is an imported file that can't be read.
        """
        path = home / FILE
        return cls(Imported(path) if path.exists() else shipped(), hubs)

    @property
    def source(self) -> str:
        """Where the places come from, in words: `Code-Point Open 2025.2.0`."""
        return self._source.source

    def find(self, typed: str | None) -> Place:
        """The place of a typed postcode. Never raises: whatever is wrong is in the flags.

        An unknown postcode gets the middle (median) of its sector and the hub that most of the sector belongs to.
        """
        told = parse(typed)
        try:
            row = self._source.postcode(told.postcode) if told.postcode else None
            near = self._source.sector(told.sector) if told.sector and (row is None or row.ward is None) else []
        except sqlite3.Error:
            # The file vanished or went bad while in use. The request for help is still taken in, and a person looks.
            _log.error("places_unreadable")
            return Place(told.postcode, sector=told.sector, flags=(*told.flags, UNREADABLE))
        return self._at(told, row, near) if row else self._about(told, near)

    def sample_postcodes(self) -> list[Place]:
        """Every postcode of every hub with its point, by postcode."""
        rows = self._source.in_wards(self._hub_of.keys())
        return [self._at(Postcode(row.postcode, sector=row.postcode[:-2]), row, []) for row in rows]

    def check_wards(self) -> WardCheck:
        """Whether the hubs' wards and the list of postcodes still fit each other."""
        known = self._source.wards()
        ours = {known[ward] for ward in self._hub_of if ward in known} - {None}
        return WardCheck(
            absent=tuple(sorted(self._hub_of.keys() - known.keys())),
            uncovered=tuple(sorted(w for w, district in known.items() if district in ours and w not in self._hub_of)),
        )

    def _at(self, told: Postcode, row: PostcodeRow, near: list[PostcodeRow]) -> Place:
        hub = self._hub_of.get(row.ward) if row.ward else self._most_common_hub(near)
        flags = [*told.flags]
        if row.ward is None:
            flags.append(NO_WARD)
        if hub is None:
            flags.append(OUTSIDE)
        return Place(row.postcode, row.easting, row.northing, row.ward, hub, told.sector, tuple(flags), "postcode")

    def _about(self, told: Postcode, near: list[PostcodeRow]) -> Place:
        unknown = (UNKNOWN,) if told.postcode or (told.sector and not near) else ()
        if not near:
            return Place(told.postcode, sector=told.sector, flags=(*told.flags, *unknown))
        hub = self._most_common_hub(near)
        return Place(
            told.postcode,
            median_low([row.easting for row in near]),
            median_low([row.northing for row in near]),
            None,
            hub,
            told.sector,
            (*told.flags, *unknown, *(() if hub else (OUTSIDE,))),
            "sector",
        )

    def _most_common_hub(self, near: list[PostcodeRow]) -> str | None:
        """The hub of most of these rows; None where most of them are outside every hub. On a tie, a hub before none."""
        counts = Counter(self._hub_of.get(row.ward or "") for row in near)
        return min(counts, key=lambda hub: (-counts[hub], hub is None, hub or ""), default=None)


def what_stands_there(table: str, place: Place) -> dict[str, Value]:
    """Hub, point and sector of the place, for the columns that the table has; None where unknown."""
    known = {"hub": place.hub, "easting": place.easting, "northing": place.northing, "sector": place.sector}
    return {name: value for name, value in known.items() if name in TABLES[table].by_name}


def what_follows(table: str, place: Place, flags: Iterable[str]) -> dict[str, Value]:
    """Hub, point, sector and flags: those about the old postcode are replaced by those about the new one."""
    follows = what_stands_there(table, place)
    if ColumnName.FLAGS in TABLES[table].by_name:
        follows[ColumnName.FLAGS] = codes([*(flag for flag in flags if flag not in FLAGS), *place.flags])
    return follows
