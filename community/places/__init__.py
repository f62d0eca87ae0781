"""Places: turns a typed postcode into a National Grid point, a sector and a hub. Nothing is refused, only flagged."""

from community.places.area_file import AreaFileError, read_areas
from community.places.code_point_open import CodePointError
from community.places.imported_postcodes import ImportedError
from community.places.postcode import fold, parse
from community.places.postcode_import import ImportReport, import_codepoint
from community.places.postcode_lookup import FLAGS, Place, Places, what_follows, what_stands_there

__all__ = [
    "FLAGS", "AreaFileError", "CodePointError", "ImportReport", "ImportedError", "Place", "Places", "fold",
    "import_codepoint", "parse", "read_areas", "what_follows", "what_stands_there",
]  # fmt: skip
