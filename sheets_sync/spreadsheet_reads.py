"""Both reads of a sync, and the spreadsheet as they show it."""

from collections.abc import Sequence

from sheets_sync import sheet_rows
from sheets_sync.sheet_layout import Tab
from sheets_sync.sheet_rows import SheetRows, quoted
from sheets_sync.sheets_service import Service
from sheets_sync.sync_errors import RequestRefused


def fetch(service: Service, tabs: Sequence[Tab], *, hosted: bool) -> SheetRows:
    """The spreadsheet as it is now. Raises SheetFault.

    A tab that was renamed between the two reads is looked for once more. `hosted`: nobody can run a command where this
    runs, so the problems name what can be done there.
    """
    for last in (False, True):
        shape = sheet_rows.shape(service.look(), tabs, hosted=hosted)
        try:
            values = service.values([quoted(title) for title in shape.titles])
        except RequestRefused:
            if last:
                raise
            continue
        return sheet_rows.sheet(shape, tabs, values, hosted=hosted)
    raise AssertionError  # the second time round returns or raises
