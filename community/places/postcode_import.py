"""Imports a downloaded Code-Point Open zip into the data folder."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from community.places.code_point_open import CodePoint, CodePointError, PostcodeRow
from community.places.imported_postcodes import write
from community.places.postcode_lookup import Area, Places, WardCheck


@dataclass(frozen=True)
class ImportReport:
    """What an import did: postcodes now known, rows left out because they have no point, how the hubs' wards fit."""

    source: str
    postcodes: int
    without_place: int
    wards: WardCheck


def import_codepoint(zipped: Path, home: Path, hubs: Mapping[str, Area]) -> ImportReport:
    """Takes a Code-Point Open zip into the data folder `home`, in place of any earlier import, whole or not at all.

    Raises CodePointError if the zip is not what it should be, and ImportedError if the data folder can't be written.
    """
    with CodePoint(zipped) as rows:
        source = f"Code-Point Open {rows.version}"
        count = write(home, source, _checked(rows, hubs))
        without_place = rows.without_place
    return ImportReport(source, count, without_place, Places.open(home, hubs).check_wards())


def _checked(rows: Iterable[PostcodeRow], hubs: Mapping[str, Area]) -> Iterator[PostcodeRow]:
    """The rows as they are. Raises CodePointError at their end if they would leave everybody without a hub."""
    ours = {ward for hub in hubs.values() for ward in hub.wards}
    seen: set[str | None] = set()
    empty = True
    for row in rows:
        empty = False
        seen.add(row.ward)
        yield row
    if empty:
        raise CodePointError("The CSV files of this zip hold no postcode with a place.")
    if ours and not ours & seen:
        raise CodePointError(
            "None of the hubs' wards is in this file. Does it hold all of Great Britain? "
            "Are the wards in community.toml right?"
        )
