"""A spreadsheet that an earlier version of the program made, which knew fewer tabs and columns than this one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import sheets_sync.sync as syncing
from community.forms import Form
from sheets_sync import provision, sheet_layout
from sheets_sync.sheet_layout import HAD_KEY, VERSION, VERSION_KEY, Tab
from sheets_sync.sheet_model import FoundTab
from tests.google_sheets.server import StandIn
from tests.google_sheets.spreadsheet import Spreadsheet
from tests.sheets_sync import equality
from tests.sheets_sync.office import Office, settings

Layout = Callable[[Iterable[Form]], list[Tab]]
UNKNOWN_TABS = ("organisations", "weights")
UNKNOWN_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "volunteers": ("travel", "about"),
    "help_requests": ("details",),
    "residents": ("address",),
    "People": ("hold_until",),
}


def fewer(forms: Iterable[Form]) -> list[Tab]:
    """The tabs as that version knew them."""
    ours = [tab for tab in sheet_layout.tabs(forms) if tab.name not in UNKNOWN_TABS]
    return [tab.without(UNKNOWN_COLUMNS.get(tab.name, ())) for tab in ours]


@contextmanager
def as_then(layout: Layout = fewer) -> Iterator[None]:
    """Whatever syncs inside the block is that version."""
    with ExitStack() as stack:
        for module in (syncing, provision, equality):
            stack.enter_context(patch.object(module, "tabs", layout))
        yield


@contextmanager
def office_of_then(folder: Path, layout: Layout = fewer, *, version: int | None = VERSION - 1) -> Iterator[Office]:
    """An office with that version's spreadsheet. Without a version: none of it tells, as none did in the beginning."""
    with ExitStack() as stack:
        google = stack.enter_context(StandIn())
        made = Office(google, folder, stack, google.world.take(_made_then(layout), "Community"))
        tell(made.sheet, version)
        yield made


@cache
def _made_then(layout: Layout) -> Spreadsheet:
    """The spreadsheet as that version made it, once for all who get a copy."""
    with ExitStack() as stack, as_then(layout):
        return Office(stack.enter_context(StandIn()), Path(), stack).sheet


def tell(sheet: Spreadsheet, version: int | None) -> None:
    """Let the spreadsheet say that it is this version's."""
    for own, held in list(sheet.metadata.items()):
        if version is None and held["key"] in (VERSION_KEY, HAD_KEY):
            del sheet.metadata[own]
        elif held["key"] == VERSION_KEY:
            held["value"] = str(version)


def versions(sheet: Spreadsheet) -> list[str]:
    """The versions that the spreadsheet says it is."""
    return [held["value"] for held in sheet.metadata.values() if held["key"] == VERSION_KEY]


def all_of(sheet: Spreadsheet) -> dict[str, Any]:
    """All that the spreadsheet is: the same again means that nothing was written."""
    return sheet.frozen() | {"sheets": [vars(each).copy() | {"rows": list(each.rows)} for each in sheet.sheets]}


def tab_of(office: Office, name: str) -> FoundTab:
    """A tab of ours as it is now."""
    return equality.read_sheet(office.google, office.sheet.id, settings()).tabs[name]


WHETHER_IT_TELLS_OR_NOT = pytest.mark.parametrize("then", [VERSION - 1, None], ids=["it tells", "it does not tell"])
"""Both kinds of spreadsheets: with its version and its columns on record, and as they were in the beginning."""


def kinds(batch: list[dict[str, Any]]) -> set[str]:
    """The kinds of requests in a batch."""
    return {kind for request in batch for kind in request}


def titles(office: Office) -> list[str]:
    """The titles of all tabs."""
    return [sheet.title for sheet in office.sheet.sheets]
