"""Places: a typed postcode -> a point on the National Grid, a sector and a hub. Nothing is refused, only flagged."""

from community.places.codepoint import CodePointError
from community.places.grid import distance_m
from community.places.imported import ImportedError
from community.places.importer import ImportReport, import_codepoint
from community.places.lookup import FLAGS, Place, Places, WardCheck
from community.places.postcode import Postcode, parse

__all__ = [
    "FLAGS",
    "CodePointError",
    "ImportReport",
    "ImportedError",
    "Place",
    "Places",
    "Postcode",
    "WardCheck",
    "distance_m",
    "import_codepoint",
    "parse",
]
