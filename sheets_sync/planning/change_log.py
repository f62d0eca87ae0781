"""Plans for the tabs `changes` and `erasures`, which hold what was decided and what was erased."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime

from community.book import Arrival, Received, is_field
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.row import ChangeRow
from community.tables.row_types import ColumnName, ErasureRow, ErasureValues
from sheets_sync import answers
from sheets_sync.cell_values import shown
from sheets_sync.correction_identity import BY, first_of, follows_one_of
from sheets_sync.planning.sync_plan import CellWrite, Unit, Work
from sheets_sync.sheet_layout import ID, LOG
from sheets_sync.sheet_model import FoundTab, SheetLine

_SAID = tuple(each.name for each in (ChangeRow.was, ChangeRow.now, ChangeRow.reason))
_ERASURE = tuple(each.name for each in (ErasureRow.table_name, ErasureRow.record_id, ErasureRow.id))
_BORN_IN_SHEET = frozenset({BY, answers.BY})
"""By whom the changes are that each machine finds for itself."""


def read_erasures(work: Work) -> None:
    """Take note of everything that was erased anywhere; it goes both ways before anything else is looked at."""
    found = work.sheet.tabs["erasures"]
    work.erased |= work.known.erased
    there: set[str] = set()
    for line in found.lines:
        table, record, own = (line.text(name) for name in _ERASURE)
        if not own or not record or table not in TABLES:
            work.aside("erasures", line, own or None, "This line is not whole.")
            continue
        there.add(own)
        work.plan.seen.add(("erasures", own))
        work.erased.add((table, record))
        if own not in work.known.rows["erasures"] and (at := _instant(line.text(ColumnName.AT))):
            key_hash = line.text(ErasureRow.key_hash.name) or None
            values = ErasureValues(table_name=table, record_id=record, key_hash=key_hash)
            work.plan.erasures.append(Received("erasures", own, at, line.text(ColumnName.BY), values))
    if work.push:
        for row in work.known.rows["erasures"].values():
            if row.id not in there:
                cells = {ID: row.id, ColumnName.AT: row.at, ColumnName.BY: row.by}
                cells |= {k: shown(v) for k, v in row.values.items()}  # type: ignore[arg-type]
                work.plan.units.append(Unit(row.id, rows=[("erasures", cells)]))


def read_log(work: Work) -> None:
    """Read the log: what is new in it for the book, and what a person changed in it that is put right again."""
    found = work.sheet.tabs["changes"]
    log_of: dict[tuple[str, str], list[Arrival]] = defaultdict(list)
    for line in found.lines:
        told = _as_known(work, line) if found.fresh else change_of(line)
        if told is None:
            work.unreadable = work.unreadable or bool(found.fresh)
            work.aside("changes", line, line.text(ID) or None, "This line of the log is not whole.")
            continue
        own = told.id
        if own in work.log:
            continue  # a copy of a line says nothing new
        work.plan.seen.add(("changes", own))
        mine = work.known.changes.get(own)
        if mine is not None and told.at < mine.at and not found.fresh and _was_found(work, found, mine, told.at):
            # Another machine read the same in the sheet before this one did.
            mine = replace(mine, at=told.at)
            work.plan.changes.append(mine)
        if mine is None:
            if not TABLES[told.table].sheet:
                continue
            work.plan.changes.append(told)
        elif mine.was is None and mine.now is None:
            work.as_written[own] = told
        if mine is not None or work.is_gone(told.table, told.record_id):
            _mend(work, found, line, mine or told)
        entry = work.log[own] = told if mine is None else _wording(mine, told, fresh=bool(found.fresh))
        log_of[entry.table, entry.record_id].append(entry)
    work.log_of = dict(log_of)


def _was_found(work: Work, found: FoundTab, mine: Arrival, at: str) -> bool:
    """Whether a machine can have found this change in the sheet at that time; any other, somebody typed into the log.

    The time is above the record's, and above that of the change before it: the one whose id went into its own, so that
    every machine means the same. What follows from another change has that one's time.
    """
    record = work.known.rows[mine.table].get(mine.record_id)
    if mine.by not in _BORN_IN_SHEET or (record is not None and at <= record.at):
        return False
    first = first_of(mine)
    if mine.id != first:
        return any(line.text(ID) == first and _instant(line.text(ColumnName.AT)) == at for line in found.lines)
    of_record = work.known.of_record.get((mine.table, mine.record_id), ())
    return not follows_one_of(mine, (each for each in of_record if each.field == mine.field and each.at >= at))


def _wording(mine: Arrival, told: Arrival, *, fresh: bool) -> Arrival:
    """The change in the book's wording, but for values that are blank in the sheet."""
    if not fresh and told.was is None and told.now is None:
        # Blanked by an erasure or when its time was up: never written again with what another book still has.
        return replace(mine, was=None, now=None, reason=None)
    return mine


def _as_known(work: Work, line: SheetLine) -> Arrival | None:
    """The book's own wording of a line some of whose cells are empty, because their column was made again."""
    mine = work.known.changes.get(line.text(ID))
    if mine is not None or line.text(ID):
        return mine
    _, at, _, action, table, record_id, field, *_ = (line.text(name) for name in LOG)
    alike = work.known.of_record.get((table, record_id), ())
    return next((c for c in alike if (c.at, c.action, c.field) == (at, action, field)), None)


def push_log(work: Work) -> None:
    """Changes that the book has and the sheet has not, those of one action and record together, in their order."""
    groups: dict[tuple[str, str, str], list[Arrival]] = defaultdict(list)
    for change in work.known.changes.values():
        if change.id in work.log or change.id in work.carried:
            continue
        if (change.table, change.record_id) in work.blocked:
            continue
        if ("changes", change.id) in work.known.read_back:
            work.plan.missing.add(("changes", change.id))
        else:
            groups[change.at, change.action, change.record_id].append(change)
    work.plan.units += [Unit(group[0].id, log=group) for group in groups.values()]


def _mend(work: Work, found: FoundTab, line: SheetLine, mine: Arrival) -> None:
    """Write the book's wording over what a person typed into the log; blank what the book has blanked."""
    if not work.push:
        return
    gone = work.is_gone(mine.table, mine.record_id)
    wanted = {
        name: getattr(mine, name) if name not in _SAID or not gone else None for name in LOG if name in found.columns
    }
    cells = []
    for name, value in wanted.items():
        text, there = shown(value), line.text(name)
        if there == text or (name in _SAID and not there and name not in found.fresh):
            continue
        cells.append(CellWrite("changes", line.place, mine.id, name, text))
    if cells:
        work.plan.units.append(Unit(mine.id, cells=cells, blanked=gone))


def change_of(line: SheetLine) -> Arrival | None:
    """The change that the line tells; None when it tells none."""
    own, told, by, action, table, record_id, field, was, now, reason, undoes = (line.text(name) for name in LOG)
    at = _instant(told)
    if at is None or table not in TABLES or not (own and action and record_id) or not is_field(table, field):
        return None
    said = (was or None, now or None, reason or None, undoes or None)
    return Arrival(own, at, by, action, table, record_id, field, *said)


def _instant(text: str) -> str | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return canon.instant(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
