"""What follows from a postcode that was told or corrected: hub, point, sector, and what a person should look at."""

from collections.abc import Iterable

from community.places.postcode_lookup import FLAGS, Place
from community.tables import TABLES
from community.tables.canonical import Value, codes


def what_stands_there(table: str, place: Place) -> dict[str, Value]:
    """Hub, point and sector of the place, as far as the table has columns for them; None where nobody knows."""
    known = {"hub": place.hub, "easting": place.easting, "northing": place.northing, "sector": place.sector}
    return {name: value for name, value in known.items() if name in TABLES[table].by_name}


def what_follows(table: str, place: Place, flags: Iterable[str]) -> dict[str, Value]:
    """The same, and the flags: of those there were, what was said about the old postcode goes, and the new comes."""
    follows = what_stands_there(table, place)
    if "flags" in TABLES[table].by_name:
        follows["flags"] = codes([*(flag for flag in flags if flag not in FLAGS), *place.flags])
    return follows
