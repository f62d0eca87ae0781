"""Makes our tabs in a spreadsheet that a person made and shared, and adds what is missing; nothing else is touched.

What an earlier version of the program did not know, the sync adds by itself; what a person deleted, only the command.
"""

import time
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from community.forms import Form
from sheets_sync import tab_requests
from sheets_sync.grid_requests import update
from sheets_sync.line_before import passed_on
from sheets_sync.sheet_layout import GUARD, LOGS, VERSION, VERSION_KEY, Tab, tabs
from sheets_sync.sheet_model import FoundTab, SheetSnapshot, SheetTab, quoted
from sheets_sync.sheet_reading import (
    candidate,
    deleted,
    find_columns,
    guard,
    sheets,
    version,
)
from sheets_sync.sheets_service import Service
from sheets_sync.sync_errors import Faster, LogGone, NewerSpreadsheet, NotShared, RequestRefused, SheetFault, Unsure

_TRIES = 4
_MOST_SHEET_ID = 2**31 - 1


class TakenTitle(SheetFault):
    """A person's own tab has the title that one of ours needs."""


@dataclass
class Made:
    """What was added: titles of tabs; tab title -> fields of columns; tabs whose marks were put back."""

    tabs: list[str] = field(default_factory=list)
    columns: dict[str, list[str]] = field(default_factory=dict)
    marked: list[str] = field(default_factory=list)
    protected: list[str] = field(default_factory=list)
    guard: bool = False
    gone: list[str] = field(default_factory=list)
    """Titles of tabs that somebody deleted, with what stood in them. They are not made, or all of it would be gone."""

    def __bool__(self) -> bool:
        """Whether anything was added."""
        return bool(self.tabs or self.columns or self.marked or self.protected or self.guard)


def provision(service: Service, forms: Iterable[Form], *, anew: Collection[str] = ()) -> Made:
    """Add what is missing, in two reads and at most one write, done all or none. Returns what was added.

    A tab that somebody deleted is made only when `anew` names it. Raises LogGone when that is the log's, TakenTitle
    when a person's own tab is in the way, NewerSpreadsheet, and SheetFault as the service does.
    """
    known, tried, last = list(forms), Made(), list[tab_requests.Request]()
    ours, words = tabs(known), tab_requests.choices(known)
    for attempt in range(1, _TRIES + 1):
        look = service.look()
        requests, made = planned(look, _headers(service, look, ours), ours, words, anew)
        if not requests:
            tried.gone = made.gone
            return tried  # nothing at all, or what an unclear answer was about
        try:
            service.batch(requests)
        except (RequestRefused, Unsure) as fault:
            # Somebody else wrote, or it may be done already: what is missing now is worked out again.
            if attempt == _TRIES or (requests == last and not isinstance(fault, (Faster, Unsure))):
                raise
            tried, last = made if isinstance(fault, Unsure) else tried, requests
        else:
            return made
    raise AssertionError("the last try returns or raises")


def bring_forward(service: Service, sheet: SheetSnapshot, forms: Iterable[Form]) -> tuple[bool, str]:
    """Add what an earlier program did not know: whether there was any; and why that can't be, in words or none.

    What a person deleted, or has a tab of our title for, stays as it is. Raises SheetFault as the service does.
    """
    known = list(forms)
    requests = _brought_forward(sheet, tabs(known), tab_requests.choices(known))
    try:
        if requests:
            service.batch(requests)
    except (Faster, Unsure):
        raise
    except (NotShared, RequestRefused) as refused:
        return False, f"New tabs or columns could not be added, so what they are for waits. {refused}"
    return bool(requests), ""


def _brought_forward(
    sheet: SheetSnapshot, ours: Sequence[Tab], words: tab_requests.Choices
) -> list[tab_requests.Request]:
    """One guarded batch with all tabs and columns that never were there, and the version; none when nothing is new."""
    there, requests, known = sheet.every, list[tab_requests.Request](), deleted(ours, sheet.every)
    ids = {each.sheet_id for each in there}
    for tab in ours:
        candidates = candidate(tab, there)
        if candidates and candidates[0].mark is not None:
            here = find_columns(tab, candidates[0], sheet.heads.get(candidates[0].sheet_id, []))
            requests += _columns(here, words, here.new)
        elif tab.name in sheet.new and not candidates:
            requests += tab_requests.tab_requests(tab, _free_id(tab, ids), words)
        else:
            continue  # deleted by a person, or a person's own
        known.append(tab)
    log = sheet.tabs[LOGS[0]].sheet
    return _guarded(sheet.looked, there, sheet.heads, requests, known, log.sheet_id) if log.mark else []


def planned(
    look: Mapping[str, Any],
    headers: Mapping[int, Sequence[Any]],
    ours: Sequence[Tab],
    words: tab_requests.Choices,
    anew: Collection[str] = (),
) -> tuple[list[tab_requests.Request], Made]:
    """The requests that add what is missing, and what that is. `headers`: id of a tab -> its first row."""
    if version(look) > VERSION:
        raise NewerSpreadsheet
    there, made, requests = sheets(look), Made(), list[tab_requests.Request]()
    ids = {sheet.sheet_id for sheet in there}
    # A view is drawn from the others, so nothing is lost with it.
    gone = [tab for tab in deleted(ours, there) if tab.name not in anew and tab.kind != "view"]
    made.gone = [tab.title for tab in gone]
    if lost := [tab.title for tab in gone if tab.name in LOGS]:
        raise LogGone(lost)
    for tab in ours:
        candidates = candidate(tab, there)
        if tab in gone:
            continue
        if not candidates:
            sheet_id = _free_id(tab, ids)
            requests += tab_requests.tab_requests(tab, sheet_id, words)
            made.tabs.append(tab.title)
        else:
            here = find_columns(tab, candidates[0], headers.get(candidates[0].sheet_id, []))
            if not here.is_ours:
                raise TakenTitle(
                    f"The spreadsheet has a tab {tab.title} of its own, and the program needs one of that name. Give "
                    "the tab another name, then provision again. Nothing was changed."
                )
            requests += _mended(here, words, made)
            sheet_id = here.sheet.sheet_id
        if tab.kind == "log":
            anchor = sheet_id
    made.guard = guard(look)[0] is None
    return _guarded(look, there, headers, requests, ours, anchor), made


def _guarded(
    look: Mapping[str, Any],
    there: Sequence[SheetTab],
    headers: Mapping[int, Sequence[Any]],
    requests: list[tab_requests.Request],
    known: Iterable[Tab],
    log_id: int,
) -> list[tab_requests.Request]:
    """The requests with what each such batch notes: which tabs were made, the version, whose turn it is; or none."""
    number, names = guard(look)
    told = frozenset[str]().union(*(sheet.made for sheet in there))
    requests = [*requests, *(tab_requests.mark_made(tab, log_id) for tab in known if tab.name not in told)]
    if version(look) < VERSION:
        old = [mark for mark in look.get("developerMetadata", []) if mark.get("metadataKey") == VERSION_KEY]
        requests += [*(tab_requests.unmark(int(mark["metadataId"])) for mark in old), tab_requests.mark_version()]
    if requests or number is None:
        turn = _next(number, any(sheet.mark for sheet in there))
        taken = _guard(log_id, turn, names)
        # First of all, as in every write, or of two writers the slower would seem to be refused for something else.
        requests = [*taken, *requests] if any(sheet.sheet_id == log_id for sheet in there) else [*requests, *taken]
        for sheet in there:
            head = passed_on(headers.get(sheet.sheet_id, []), number, turn) if sheet.before and number else None
            requests += [update(sheet.sheet_id, 0, 0, [[head]])] if head else []
    return requests


def _mended(here: FoundTab, words: tab_requests.Choices, made: Made) -> list[tab_requests.Request]:
    """What one of our tabs lacks: columns at its end, marks, protection."""
    tab, sheet, requests = here.tab, here.sheet, list[tab_requests.Request]()
    if sheet.mark is None:
        requests.append(tab_requests.mark_tab(tab, sheet.sheet_id))
    requests += [tab_requests.mark_column(each, sheet.sheet_id, here.columns[each]) for each in here.unmarked]
    if requests:
        made.marked.append(sheet.title)
    lacking = [each for each in tab.fields if each not in here.columns]
    requests += _columns(here, words, lacking)
    added = _places(here, lacking)
    if added:
        made.columns[sheet.title] = list(added)
    if not any(kept.get("description") == tab_requests.PROTECTION for kept in sheet.protections):
        requests += tab_requests.protection_requests(tab, sheet.sheet_id, {**here.columns, **added})
        if tab.told:
            requests.append(tab_requests.headings_protection(sheet.sheet_id))
        made.protected.append(sheet.title)
    elif tab.told:
        requests += tab_requests.protection_requests(tab, sheet.sheet_id, added)
    return requests


def _columns(here: FoundTab, words: tab_requests.Choices, fields: Sequence[str]) -> list[tab_requests.Request]:
    """New columns at the end of one of our tabs, where they move no column of a person's; and the note of all it had.

    They are empty until the sync has filled them, and nobody has emptied them.
    """
    tab, sheet, requests = here.tab, here.sheet, list[tab_requests.Request]()
    if untold := [each for each in tab.fields if each not in sheet.had]:
        requests.append(tab_requests.mark_had(untold, sheet.sheet_id))
    if added := _places(here, fields):
        grow = {"sheetId": sheet.sheet_id, "dimension": "COLUMNS", "length": len(added)}
        requests.append({"appendDimension": grow})
        requests += tab_requests.column_requests(tab, sheet.sheet_id, added, words)
        requests += [tab_requests.mark_fresh(field, sheet.sheet_id, place) for field, place in added.items()]
    return requests


def _places(here: FoundTab, fields: Sequence[str]) -> dict[str, int]:
    return {each: here.sheet.columns + number for number, each in enumerate(fields)}


def _headers(service: Service, look: Mapping[str, Any], ours: Sequence[Tab]) -> dict[int, list[Any]]:
    """The first row of each tab that is, or may be, one of ours, and of the one that tells of the last write."""
    there = sheets(look)
    wanted: list[SheetTab] = [candidates[0] for tab in ours if (candidates := candidate(tab, there))]
    wanted += [sheet for sheet in there if sheet.before]
    if not wanted:
        return {}
    rows = service.values([f"{quoted(sheet.title)}!1:1" for sheet in wanted])
    return {sheet.sheet_id: (first[0] if first else []) for sheet, first in zip(wanted, rows, strict=True)}


def _guard(sheet_id: int, number: int, names: Sequence[str]) -> list[tab_requests.Request]:
    """The next name of the guard, for its first cell; the names before it are given back."""
    cell = {"sheetId": sheet_id, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
    taken: list[tab_requests.Request] = [{"addNamedRange": {"namedRange": {"name": f"{GUARD}{number}", "range": cell}}}]
    return taken + [{"deleteNamedRange": {"namedRangeId": identity}} for identity in names]


def _next(number: int | None, used: bool) -> int:
    """The guard's next number: 0 to begin with.

    Where the guard was lost with its tab, one that was never taken: a name without a range is not shown, and may be
    taken all the same.
    """
    if number is not None:
        return number + 1
    return int(time.time()) if used else 0


def _free_id(tab: Tab, ids: set[int]) -> int:
    """An id for a new tab, the same in every spreadsheet unless somebody has it."""
    wanted = zlib.crc32(tab.name.encode()) % _MOST_SHEET_ID
    while wanted in ids:
        wanted += 1
    ids.add(wanted)
    return wanted
