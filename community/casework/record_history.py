"""The history of a record in words: who did what, when and why; and who was faster, when somebody was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal

from community.book import ChangeRow, Reader, Row, Stale, among, merged_from
from community.casework.casework_errors import NotFound
from community.casework.display_names import named
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking, row_type_of
from community.tables import TABLES, ids
from community.tables.canonical import moment, split
from community.tables.column import Column
from community.tables.row_types import ContactRow
from community.tables.statuses import ContactStatus
from community.tables.verbs import FormerVerb, Verb, verb_of
from community.tables.vocabulary import Channel, ContactOutcome, ContactWay
from community.wording import (
    column_words,
    contact_words,
    day_and_clock,
    day_words,
    first_upper,
    flag_name,
    spelled,
    wording,
)

_REASONS = {"notes", "ended_reason"}
_IN_SHEET = "About what the spreadsheet says"


@dataclass(frozen=True)
class HistoryEntry:
    """One action as far as it touched the record, a call about it, or its arrival. `undone`: it was taken back."""

    at: str
    by: str
    verb: Verb | FormerVerb | Literal["came_in", "contact"]
    words: tuple[str, ...]
    action: str | None
    reason: str | None = None
    undone: bool = False


def history(context: WorkContext, record_id: str) -> list[HistoryEntry]:
    """The record's history, the latest first: its changes, the calls about it, and its arrival."""
    table = row_type_of(record_id)
    with looking(context) as visible:
        row = visible.get(table, record_id)
        theirs = [record_id, *merged_from(visible.reader.connection, table.TABLE, record_id)]
        changes = visible.reader.changes(
            table=table.TABLE, where=lambda c: [c.record_id.in_(theirs), c.conflict.is_(None)]
        )
        undone = taken_back(changes)
        entries = [
            _entry(visible, action, list(of_action), undone, visible.unseen(table.TABLE, record_id))
            for action, of_action in groupby(changes, key=lambda c: c.action)
        ]
        entries += [_call(c) for c in visible.rows(ContactRow, lambda c: [c.about == record_id])]
        entries.append(HistoryEntry(row.at, row.by, "came_in", (f"Came in ({_came(row)})",), None))
    return sorted(entries, key=lambda e: e.at, reverse=True)


def _entry(
    visible: Visibility, action: str, changes: list[ChangeRow], undone: set[str], unseen: frozenset[str]
) -> HistoryEntry:
    first = changes[0]
    return HistoryEntry(
        first.at,
        first.by,
        verb_of(action),
        tuple(change_words(c, shown=c.field not in unseen) for c in changes),
        action,
        first.reason if first.reason and _may_read(visible, action) else None,
        action in undone,
    )


def _may_read(visible: Visibility, action: str) -> bool:
    """Whether this user may read the action's reason, which may speak of any record that the action touched."""
    return may_read_reason(visible, {(c.record_table, c.record_id) for c in visible.reader.changes(action=action)})


def may_read_reason(visible: Visibility, touched: Iterable[tuple[str, str]]) -> bool:
    """Whether every record touched is theirs, with no column for such words hidden from them."""
    return all(visible.keeps_record(*each) and not _REASONS & visible.unseen(*each) for each in touched)


def change_words(change: ChangeRow, *, shown: bool) -> str:
    """`Status: approved (before: proposed)`, with times as people say them.

    For long answers, hidden columns and what was blanked it says only that they changed.
    """
    table, field = change.record_table, change.field
    if field == "void":
        if ids.check(change.now or change.was or ""):
            one = change.record_id
            return f"{one} was joined to {change.now}" if change.now else f"{one} was parted from {change.was}"
        return "taken back" if change.now else "brought back"
    column = TABLES[table].by_name.get(field)
    name = column_words(field)
    blanked = change.was is None and change.now is None
    if not shown or column is None or column.kind == "long_text" or blanked:
        return f"{name} changed"
    was, now = (_value(column, value) for value in (change.was, change.now))
    return f"{name}: {now} (before: {was})" if change.was else f"{name}: {now}"


def _value(column: Column, value: str | None) -> str:
    if value is None:
        return wording().phrase["nothing"]
    if column.kind in {"time", "date"}:
        return day_and_clock(moment(value)) if column.kind == "time" else day_words(datetime.fromisoformat(value))
    if column.name == "flags":
        return "; ".join(map(flag_name, split(value)))
    return spelled(value) if column.kind in {"code", "codes"} else value


def _call(contact: ContactRow) -> HistoryEntry:
    if contact.until is not None:
        back = f"Taken off Today until {_value(TABLES['contacts']['until'], contact.until)}"
        return HistoryEntry(contact.at, contact.by, "contact", tuple(filter(None, (back, contact.words))), None)
    if contact.way == ContactWay.SHEET:
        return HistoryEntry(contact.at, contact.by, "contact", tuple(filter(None, (_IN_SHEET, contact.words))), None)
    words = wording()
    way = first_upper(contact_words(contact.way))
    if contact.direction is None:
        told = "To be told" if contact.status == ContactStatus.OPEN else "Told"
        return HistoryEntry(contact.at, contact.by, "contact", tuple(filter(None, (told, contact.words))), None)
    side = words.direction[contact.direction]
    outcome = words.outcome.get(contact.outcome or "", words.outcome[ContactOutcome.NOTE])
    said = (f"{way} {side}: {outcome}", contact.words)
    return HistoryEntry(contact.at, contact.by, "contact", tuple(filter(None, said)), None)


def taken_back(changes: list[ChangeRow]) -> set[str]:
    """The actions that are taken back now; an undo that was itself undone does not count. `changes`: oldest first.

    One undo may take back several actions, such as all corrections of a sync. It always comes after them, so going
    backwards from the latest shows for each whether it stands.
    """
    undoes: dict[str, set[str]] = {}
    for change in changes:
        if change.undoes is not None:
            undoes.setdefault(change.action, set()).add(change.undoes)
    undone: set[str] = set()
    for action in reversed(undoes):
        if action not in undone:
            undone |= undoes[action]
    return undone


def undone_now(reader: Reader, actions: Sequence[str]) -> set[str]:
    """Those of these actions that are taken back now."""
    found: dict[str, ChangeRow] = {}
    asked = list(actions)
    while asked:
        new = [c for c in reader.changes(where=lambda c: [among(c.undoes, asked)]) if c.id not in found]  # noqa: B023
        found |= {change.id: change for change in new}
        asked = list(dict.fromkeys(change.action for change in new))
    return taken_back(sorted(found.values(), key=lambda c: (c.at, c.id))) & set(actions)


def _came(row: Row) -> str:
    by: dict[str, str] = {Channel.WEB: "the website", "matching": "proposed by the matching"}
    return by.get(row.by, f"written down by {row.by}")


def overtaken(context: WorkContext, by: Stale) -> str:
    """Who was faster, and what they wrote, as far as the user reads it."""
    with looking(context) as visible:
        last = visible.reader.changes(
            table=by.table,
            record_id=by.id,
            where=lambda c: [c.field == by.field, c.conflict.is_(None)],
            newest_first=True,
            limit=1,
        )
        try:
            visible.get(row_type_of(by.id), by.id)
        except NotFound:
            return "Somebody was faster. Nothing was changed by you."
        whom = named(visible, by.id)
        if not last:
            return f"Somebody was faster{f' about {whom}' if whom else ''}. Nothing was changed by you."
        who = "an answer by a link" if ids.check(last[0].by) else last[0].by
        what = change_words(last[0], shown=by.field not in visible.unseen(by.table, by.id))
        return f"Somebody was faster: {who}. {f'{whom}: ' if whom else ''}{what}. Nothing was changed by you."
