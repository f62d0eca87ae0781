"""The values that follow from a postcode that was told or corrected: hub, point, sector and flags."""

from collections.abc import Iterable

from community.places.postcode_lookup import FLAGS, Place
from community.tables import TABLES
from community.tables.canonical import Value, codes
from community.tables.row_types import ColumnName


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
