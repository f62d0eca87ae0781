"""What people corrected in the spreadsheet, sync by sync, and an undo of all that one sync brought.

All corrections of one sync bear the same time, which no other sync has, so every machine groups them alike. Each is an
action of its own and can be undone alone. What was taken over after a question is one action.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from community.book import Action, CannotUndo, ChangeRow, reversal
from community.casework.calls_to_make import lines_of
from community.casework.casework_errors import NotAllowed, NotFound
from community.casework.display_names import named
from community.casework.permissions import granted
from community.casework.record_history import change_words, undone_now
from community.casework.undo_rules import check_after_undo, check_user_can_undo
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking
from community.tables import TABLES
from community.tables.roles import Grant
from community.tables.verbs import Verb, verb_of
from community.tables.vocabulary import Channel

IN_SHEET = frozenset({Channel.SHEET, Channel.GOOGLE_FORM})
"""By whom corrections are that people typed into the spreadsheet, among the answers to a Google form too."""

State = Literal["stands", "taken_back", "changed_since"]
"""Whether a correction can be taken back; one is `changed_since` when something later stands on it."""


@dataclass(frozen=True, repr=False)
class Correction:
    """One corrected cell: the change, whose record it is, and whether it can be taken back."""

    action: str
    table: str
    record_id: str
    field: str
    words: str
    who: str | None
    state: State
    theirs: bool
    """Whether the user may take it back."""


@dataclass(frozen=True)
class OneSync:
    """The corrections of one sync that are within sight."""

    at: str
    each: tuple[Correction, ...]

    @property
    def takeable(self) -> tuple[Correction, ...]:
        """The corrections that this user can take back now."""
        return tuple(one for one in self.each if one.theirs and one.state == "stands")


@dataclass(frozen=True)
class Group:
    """One sync's corrections in short, for a list: how many, and how many of them were taken back."""

    at: str
    count: int
    back: int
    theirs: bool
    """Whether the user may take any of it back."""
    records: tuple[str, ...]


def is_told(change: ChangeRow) -> bool:
    """Whether somebody typed this change; the others follow from one, as a hub does from a postcode."""
    column = TABLES[change.record_table].by_name.get(change.field)
    return column.origin == "told" if column else str(change.field).startswith("extra.")


def one_sync(context: WorkContext, at: str) -> OneSync:
    """The corrections of the sync of this time. Raises NotFound when none is within sight."""
    with looking(context) as visible:
        changes = _brought(visible, at)
        states = _states(visible, dict.fromkeys(change.action for change in changes))
        theirs = {action for action in states if _may(context, visible, action)}
        there = _within_sight(visible, changes)
        each = [
            Correction(
                change.action,
                change.record_table,
                change.record_id,
                change.field,
                change_words(change, shown=change.field not in visible.unseen(change.record_table, change.record_id)),
                named(visible, change.record_id),
                states[change.action],
                change.action in theirs,
            )
            for change in changes
            if is_told(change) and change.record_id in there
        ]
    if not each:
        raise NotFound("There are no such corrections, or they belong to another hub.")
    each.sort(key=lambda one: (one.table, one.who or "", one.record_id))
    return OneSync(at, tuple(each))


def group(
    context: WorkContext, visible: Visibility, changes: Sequence[ChangeRow], undone: Iterable[str]
) -> Group | None:
    """One sync's corrections in short; None when none is within sight. `changes` are all that it brought."""
    there = _within_sight(visible, changes)
    seen = [change for change in changes if is_told(change) and change.record_id in there]
    gone = set(undone)
    if not seen:
        return None
    left = dict.fromkeys(change.action for change in seen if change.action not in gone)
    may = any(_may(context, visible, action) for action in left)
    back = sum(change.action in gone for change in seen)
    return Group(seen[0].at, len(seen), back, may, tuple(dict.fromkeys(change.record_id for change in seen)))


def undo_together(context: WorkContext, at: str, actions: Sequence[str]) -> Action:
    """Take back those of these actions that nothing stands on, as one action that can itself be undone.

    Raises NotFound, NotAllowed when one of them is not theirs, and CannotUndo when nothing could be taken back.
    """
    with looking(context) as visible:
        there = {change.action for change in _brought(visible, at)}
        asked = [action for action in dict.fromkeys(actions) if action in there]
        if not asked:
            raise NotFound("There are no such corrections, or they belong to another hub.")
        for action in asked:
            check_user_can_undo(context, visible.reader, action, visible)
    return context.book.undo_together(
        asked, by=context.user.name, check=lambda reader, one: check_after_undo(context, reader, one), adding=lines_of
    )


def corrections_undone(visible: Visibility, changes: Sequence[ChangeRow]) -> int:
    """How many corrections of the spreadsheet an action took back or made again; 0 for an action of another kind."""
    undone = {change.undoes for change in changes if change.undoes}
    while any(verb_of(action) is Verb.UNDO for action in undone):
        before = visible.reader.changes(where=lambda c: [c.action.in_(undone)])  # noqa: B023
        undone = {change.undoes for change in before if change.undoes}
    found = visible.reader.changes(where=lambda c: [c.action.in_(undone)]) if undone else []
    return sum(is_told(each) for each in found) if all(each.by in IN_SHEET for each in found) else 0


def _brought(visible: Visibility, at: str) -> list[ChangeRow]:
    return visible.reader.changes(where=lambda c: [c.by.in_(IN_SHEET), c.at == at, c.conflict.is_(None)])


def _within_sight(visible: Visibility, changes: Iterable[ChangeRow]) -> set[str]:
    """The ids of the changed records that are within sight."""
    records = dict.fromkeys((change.record_table, change.record_id) for change in changes)
    rows = (visible.reader.get(*record) for record in records)
    return {row.id for row in rows if row is not None and visible.sees(row)}


def _states(visible: Visibility, actions: Iterable[str]) -> dict[str, State]:
    gone = undone_now(visible.reader, list(actions))
    states: dict[str, State] = {}
    for action in actions:
        try:
            reversal(visible.reader.connection, action)
            states[action] = "stands"
        except CannotUndo:
            states[action] = "taken_back" if action in gone else "changed_since"
    return states


def _may(context: WorkContext, visible: Visibility, action: str) -> bool:
    if granted(context.user, Grant.UNDO_ANYTHING):
        return True
    try:
        check_user_can_undo(context, visible.reader, action, visible)
    except (NotAllowed, NotFound):
        return False
    return True
