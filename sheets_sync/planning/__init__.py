"""Planning: compares the sheet with the book and decides what to do. Pure: no network, no clock, no writing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from community.book import VOID, Arrival, Received
from community.forms import Form
from community.places import Places
from community.tables import canonical as canon
from sheets_sync import answers
from sheets_sync.book_snapshot import Known
from sheets_sync.correction_identity import BY
from sheets_sync.planning.answer_rows import read_answers, take_answers
from sheets_sync.planning.change_log import push_log, read_erasures, read_log
from sheets_sync.planning.corrections import keep_in_step, line_of
from sheets_sync.planning.line_owners import is_torn, tell_apart
from sheets_sync.planning.line_slips import MANY
from sheets_sync.planning.misplaced_writes import put_back, settle
from sheets_sync.planning.record_values import stand
from sheets_sync.planning.sync_plan import CellWrite, Ref, Text, Touched, Unit, Verdict, ViewStep, Work
from sheets_sync.planning.typed_rows import take_typed
from sheets_sync.sheet_layout import LOGS
from sheets_sync.sheet_model import FoundTab, SheetLine, SheetSnapshot
from sheets_sync.sync_outcome import Aside

__all__ = [
    "Aside", "CellWrite", "Ref", "Text", "Touched", "Unit", "Verdict", "ViewStep", "Work", "mass_edits", "plan",
    "typed_notes",
]  # fmt: skip

_BEHIND = timedelta(hours=1)
"""So far may this machine's clock be behind another's. A correction that is to be later still keeps its own time: one
absurd time in a record must not spread to others."""


def plan(
    sheet: SheetSnapshot,
    known: Known,
    *,
    now: datetime,
    forms: dict[str, Form],
    places: Places,
    push: bool = True,
    pull: bool = True,
    is_formula: Mapping[Ref, bool] | None = None,
    held: Iterable[str] = (),
    verdicts: Mapping[str, Verdict] | None = None,
) -> Work:
    """Plan one sync, and return it with what it stands on.

    While a log's tab is missing or not whole nothing can be judged, so nothing is planned. Any other tab that stands
    still stops itself alone.
    """
    work = Work(
        sheet,
        known,
        canon.instant(now),
        places,
        push,
        pull,
        is_formula or {},
        current=defaultdict(dict),
        held=frozenset(held),
        verdicts=verdicts or {},
    )
    if any(name not in sheet.tabs or sheet.tabs[name].missing for name in LOGS):
        return work
    put_back(work)
    sheet = work.sheet
    read_erasures(work)
    read_log(work)
    if work.unreadable:
        return work
    answers = read_answers(work, forms, places, now) if pull else None
    for table in known.rows:
        if table == "erasures":
            continue
        found = sheet.tabs.get(table)
        torn = found is not None and not found.missing and not work.refuses(table) and is_torn(found)
        if found is None or found.missing or torn or table in work.held:
            if torn:
                work.torn.add(table)
            if table not in sheet.new:  # of a tab that was never made, nothing can be lost on either side
                work.stopped.add(table)
            _stand_still(work, table)
        else:
            _table(work, found, places)
    if push:
        push_log(work)
    if answers is not None:
        take_answers(work, answers)
    _at_one_time(work)
    settle(work)
    return work


def _table(work: Work, found: FoundTab, places: Places) -> None:
    table = found.tab.name
    lines = tell_apart(work, found)
    for record, (line, told) in lines.kept.items():
        if work.is_gone(table, record):
            _blank(work, found, line, record)
            continue
        work.plan.seen.add((table, record))
        keep_in_step(work, found, record, line, told)
    slipped = work.slipped.get(table, ())
    if 0 < len(slipped) < MANY:
        work.touched[table] = [cell for cell in work.touched[table] if cell.record not in slipped]
    for record, line in lines.gone:
        _blank(work, found, line, record)
    for line in lines.pushed_out:
        _take_away(work, found, line)
    work.nobody[table] = [line for line, copied in lines.typed if not copied]
    take_typed(work, found, places, lines.typed)
    _lineless(work, found, lines.kept.keys())


def _lineless(work: Work, found: FoundTab, kept: Collection[str]) -> None:
    """Records without a line: sent, unless a line of theirs was there once."""
    table = found.tab.name
    for row in work.known.rows[table].values():
        if row.id in kept or work.is_gone(table, row.id):
            continue
        if (memory := work.known.read_back.get((table, row.id))) is not None:
            # Somebody took the line away. The views go by what the sheet has, so that all machines draw the same.
            if memory.left_out is None:
                work.plan.missing.add((table, row.id))
            continue
        changes = [*work.log_of.get((table, row.id), ()), *_unlogged(work, table, row.id)]
        now, _ = stand(table, row, changes)
        work.current[table][row.id] = now
        if work.push:
            _add(work, found, row, now)


def _unlogged(work: Work, table: str, record: str) -> list[Any]:
    return [c for c in work.known.of_record.get((table, record), ()) if c.id not in work.log]


def _add(work: Work, found: FoundTab, row: Received, now: dict[str, Any]) -> None:
    """Add the row's line. What was corrected since goes with it, so that line and log always tell the same."""
    table = found.tab.name
    unit = Unit(row.id, rows=[(table, line_of(found, row, now))])
    new = _unlogged(work, table, row.id)
    if any(change.field in found.tab.told or change.field == VOID for change in new):
        unit.log = new
        work.carried |= {change.id for change in new}
    work.plan.units.append(unit)


def _blank(work: Work, found: FoundTab, line: SheetLine, record: str) -> None:
    """Empty the line of somebody who was erased."""
    if work.push:
        cells = [CellWrite(found.tab.name, line.place, record, name, "") for name in found.columns if line.text(name)]
        work.plan.units.append(Unit(record, cells=cells, blanked=True))


def _take_away(work: Work, found: FoundTab, line: SheetLine) -> None:
    """Empty a line that holds only what a slip pushed out of the lines above it."""
    if work.push:
        cells = [CellWrite(found.tab.name, line.place, "", name, "") for name in found.tab.told if line.text(name)]
        work.plan.units.append(Unit(f"taken away {found.tab.name} {line.place}", cells=cells, nobodys=True))


def _stand_still(work: Work, table: str) -> None:
    """Neither read nor write this tab; what was decided about its records waits with it, unless the log has it."""
    for row in work.known.rows[table].values():
        changes = [*work.log_of.get((table, row.id), ()), *_unlogged(work, table, row.id)]
        work.current[table][row.id], _ = stand(table, row, changes)
        told = {column for tab in [work.sheet.tabs.get(table)] if tab for column in tab.tab.told}
        if not told or any(change.field in told or change.field == VOID for change in changes):
            work.blocked.add((table, row.id))


def _at_one_time(work: Work) -> None:
    """Give the corrections of this plan the latest of their times: each is above its own record's, as it must be.

    So people can look at all that a sync found, and take it back, together.
    """
    found = [c for unit in work.plan.units for c in unit.new_changes if c.by in (BY, answers.BY)]
    latest = canon.instant(canon.moment(work.now) + _BEHIND)
    times = {change.at for change in found if change.at <= latest}
    if len(times) < 2:
        return
    at = max(times)
    later = {change.id: replace(change, at=at) for change in found if change.at in times}

    def moved(changes: list[Arrival]) -> list[Arrival]:
        return [later.get(change.id, change) for change in changes]

    for unit in work.plan.units:
        unit.log, unit.new_changes = moved(unit.log), moved(unit.new_changes)
