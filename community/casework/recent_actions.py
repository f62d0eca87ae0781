"""What people did lately, across all records."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from community.book import ChangeRow
from community.casework.casework_errors import NotFound
from community.casework.display_names import named
from community.casework.record_history import may_read_reason, taken_back
from community.casework.sync_corrections import IN_SHEET, Group, corrections_undone, group
from community.casework.user import MACHINE, WorkContext
from community.casework.visibility import Visibility, looking, row_type_of
from community.tables.row_types import ROW_TYPES
from community.tables.verbs import FormerVerb, Verb, verb_of

_CHANGES_EACH = 10
"""An action changes a handful of fields; so many are read for each action asked for."""
_MORE = 6
"""So many times as much is read where that is not enough, because one sync brought hundreds."""


@dataclass(frozen=True)
class RecentAction:
    """One action: what was done, by whom, and the records it touched that are within sight."""

    action: str
    verb: Verb | FormerVerb
    at: str
    by: str
    records: tuple[str, ...]
    reason: str | None
    undone: bool
    who: str | None = field(default=None, repr=False)
    """Whom it was about, as far as the user may read the name."""
    sync: Group | None = None
    """All corrections that one sync brought, in place of an action."""
    corrections: int = 0
    """Of an undo: how many corrections from the spreadsheet it is about."""


def latest_actions(context: WorkContext, limit: int = 50) -> list[RecentAction]:
    """The latest actions of people, the newest first, at most `limit`. The corrections of one sync count as one action.

    Left out are the matching's own actions, looking at a proposal, and actions that only added rows, such as a call. An
    action is within sight when one of its records is.
    """
    with looking(context) as visible:
        parts, undone = _parts(visible, limit)
        every = (
            _corrected(context, visible, name, changes, undone)
            if changes[0].by in IN_SHEET
            else _done(visible, name, changes, undone)
            for name, changes in reversed(parts.items())
        )
        return list(islice(filter(None, every), limit))


def _parts(visible: Visibility, limit: int) -> tuple[dict[str, list[ChangeRow]], set[str]]:
    """The changes of each action, or of each whole sync, the oldest first; and the actions that were taken back.

    A sync may hold more changes than one reading takes in. Where the oldest group may be cut off, it is left out.
    """
    many = limit * _CHANGES_EACH
    while True:
        changes = visible.reader.changes(
            where=lambda c: [c.conflict.is_(None), c.by != MACHINE, c.action.not_like(f"{Verb.LOOK_AT}-%")],
            newest_first=True,
            limit=many,
        )[::-1]
        parts: dict[str, list[ChangeRow]] = {}
        for change in changes:
            name = f"sheet-{change.at}" if change.by in IN_SHEET else change.action
            parts.setdefault(name, []).append(change)
        if len(changes) < many:
            return parts, taken_back(changes)
        if len(parts) > limit:
            del parts[next(iter(parts))]
            return parts, taken_back(changes)
        many *= _MORE


def _corrected(
    context: WorkContext, visible: Visibility, name: str, changes: list[ChangeRow], undone: set[str]
) -> RecentAction | None:
    brought = group(context, visible, changes, undone)
    if brought is None:
        return None
    first, back = changes[0], brought.back == brought.count
    who = _who(visible, brought.records) if brought.count == 1 else None
    return RecentAction(name, Verb.CORRECT, first.at, first.by, brought.records, None, back, who, brought)


def done_by(context: WorkContext, action_id: str) -> RecentAction | None:
    """One action, with the rows that it added; None where there is none, or none of its records is within sight."""
    with looking(context) as visible:
        changes = visible.reader.changes(action=action_id, where=lambda c: [c.conflict.is_(None)])
        added = visible.reader.added(action_id)
        if changes:
            done = _done(visible, action_id, changes, set(), added)
            return done or _own_of_the_void(visible, action_id, changes)
        seen = [one for table, one in added if _sees(visible, table, one)]
        row = visible.get(row_type_of(seen[0]), seen[0]) if seen else None
        if row is None:
            return None
        verb, who = verb_of(action_id), _who(visible, seen)
        return RecentAction(action_id, verb, row.at, row.by, tuple(seen), None, undone=False, who=who)


def _own_of_the_void(visible: Visibility, action_id: str, changes: list[ChangeRow]) -> RecentAction | None:
    """The user's own action whose rows were all taken back, such as a call written down by mistake; else None."""
    first = changes[0]
    gone = all(visible.reader.get(c.record_table, c.record_id) is None for c in changes)
    if not gone or first.by != visible.user.name:
        return None
    return RecentAction(action_id, verb_of(action_id), first.at, first.by, (), None, undone=False)


def _who(visible: Visibility, record_ids: Iterable[str]) -> str | None:
    return next(filter(None, (named(visible, one) for one in record_ids)), None)


def _done(
    visible: Visibility, action: str, changes: list[ChangeRow], undone: set[str], added: Iterable[tuple[str, str]] = ()
) -> RecentAction | None:
    touched = dict.fromkeys([*((c.record_table, c.record_id) for c in changes), *added])
    seen = [(table, one) for table, one in touched if _sees(visible, table, one)]
    seen.sort(key=lambda each: each[0] == "contacts")  # a call still to be made is not what the action was about
    if not seen:
        return None
    first = changes[0]
    return RecentAction(
        action,
        verb_of(action),
        first.at,
        first.by,
        tuple(one for _, one in seen),
        first.reason if first.reason and may_read_reason(visible, touched) else None,
        action in undone,
        _who(visible, (one for _, one in seen)),
        corrections=corrections_undone(visible, changes) if verb_of(action) is Verb.UNDO else 0,
    )


def _sees(visible: Visibility, table: str, record_id: str) -> bool:
    try:
        visible.get(ROW_TYPES[table], record_id)
    except NotFound:
        return False
    return True
