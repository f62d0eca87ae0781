"""The requests of a batchUpdate, by their names."""

from collections.abc import Callable
from typing import Any

from ..spreadsheet import Spreadsheet
from . import attached, cells, dimensions, looks, metadata, moving, named, tabs, tidying

Handler = Callable[[Spreadsheet, dict[str, Any]], dict[str, Any] | None]

HANDLERS: dict[str, Handler] = {
    **tabs.HANDLERS,
    **named.HANDLERS,
    **dimensions.HANDLERS,
    **cells.HANDLERS,
    **moving.HANDLERS,
    **metadata.HANDLERS,
    **attached.HANDLERS,
    **looks.HANDLERS,
    **tidying.HANDLERS,
}
