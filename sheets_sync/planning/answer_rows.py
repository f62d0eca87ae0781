"""Plans rows, corrections and erasures from answers to Google's forms: into their tables' tabs, then into the book."""

import json
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from community.book import Received, Record
from community.forms import Form
from community.places import Places
from community.tables.canonical import LONDON
from community.tables.ids import derive
from community.tables.row_types import ColumnName, ErasureValues
from community.tables.vocabulary import REACHED_AT
from sheets_sync import answers
from sheets_sync import origin_cell as borns
from sheets_sync.book_snapshot import Known, whose
from sheets_sync.planning.correction_effects import follow, reached_again
from sheets_sync.planning.corrections import line_of
from sheets_sync.planning.record_values import full, stand
from sheets_sync.planning.sync_plan import Unit, Work
from sheets_sync.sheet_layout import BORN, ID


def read_answers(work: Work, forms: dict[str, Form], places: Places, now: datetime) -> answers.Answers:
    """What is new in the tabs of answers. Corrections count as the book's own from here on."""
    found = answers.take_in(
        work.sheet.others,
        forms,
        places=places,
        known=_in_sight(work),
        now=now,
        zone=_zone(work.sheet.zone),
        locale=work.sheet.locale,
        marks=work.sheet.marks,
        seen={str(json.loads(each)[ID]) for each in work.known.memory.get("aside", {}).values()},
    )
    for change in list(found.changes):
        row = work.known.rows[change.table].get(change.record_id)
        moves = change.field == ColumnName.POSTCODE
        if row is not None and (moves or change.field in REACHED_AT):
            said, _ = stand(row.table, row, work.known.of_record.get((row.table, row.id), ()))
            if said[change.field] == change.was:
                follows = follow(work, change, said) if moves else reached_again(change, said)
                found.changes.extend(follows)
    for change in found.changes:
        work.known.changes[change.id] = change
        work.known.of_record.setdefault((change.table, change.record_id), []).append(change)
    return found


def _in_sight(work: Work) -> Known:
    """What the book says, with the answers that only the sheet tells yet.

    A machine that begins anew would not know which answers it once took in, and under which of several ids.
    """
    rows = {table: dict(each) for table, each in work.known.rows.items()}
    of_record = dict(work.known.of_record)
    for table, found in work.sheet.tabs.items():
        for line in found.lines if table in rows else ():
            if line.text(ID) in rows[table] or not line.text(BORN):
                continue
            told = borns.read(table, line.text(BORN))
            if told is not None and told.row.by == answers.BY and told.row.id not in rows[table]:
                rows[table][told.row.id] = told.row
                of_record[table, told.row.id] = work.log_of.get((table, told.row.id), [])
    return replace(work.known, rows=rows, of_record=of_record, erased=work.known.erased | work.erased)


def take_answers(work: Work, found: answers.Answers) -> None:
    """Plan the rows that are new, and let the book have rows and corrections once the sheet has them."""
    work.plan.aside += found.aside
    for record, words in found.forgotten:
        work.plan.erasures += _of_words(work, record, words)
    for row in found.rows:
        ref, tab = (row.table, row.id), work.sheet.tabs.get(row.table)
        if ref in work.plan.seen or ref in work.erased or ref in work.known.read_back:
            continue
        if tab is None or row.table in work.stopped:
            continue  # the answer waits in Google's tab, and is found again once the table's tab is mended
        now = full(row.table, row)
        work.current[row.table][row.id] = now
        work.plan.units.append(Unit(row.id, rows=[(row.table, line_of(tab, row, now))], new_rows=[row]))
    new = {change.id: change for change in found.changes if change.id not in work.log}
    for unit in work.plan.units:
        for change in unit.log:
            if change.id in new:
                unit.new_changes.append(new.pop(change.id))
    for change in new.values():
        if not work.push and (change.table, change.record_id) not in work.blocked:
            work.plan.units.append(Unit(change.id, log=[change], new_changes=[change]))


def _of_words(work: Work, record: Record, words: str) -> list[Received]:
    """The erasure of what an erased answer says, at the time of the record's own: all machines tell the same."""
    every = [*work.known.rows["erasures"].values(), *work.plan.erasures]
    of_it = [(e.at, e.by) for e in every if whose(e) == record]
    return [
        Received(
            "erasures",
            derive("Y", answers.BY, record.table, words, at, by),
            at,
            by,
            ErasureValues(table_name=record.table, record_id=words),
        )
        for at, by in sorted(of_it)[:1]
    ]


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name) if name else LONDON
    except (ZoneInfoNotFoundError, ValueError):
        return LONDON
