"""What people corrected in the spreadsheet, sync by sync, and taking back together all that one sync brought.

All corrections that one sync finds have one time, so the time tells them apart from those of every other. Each stays an
action of its own, to be taken back by itself as well; what was taken over after a question is one action.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from community.book import CannotUndo, Row
from community.casework.errors import NotAllowed, NotNow
from community.casework.history import taken_back
from community.casework.permissions import granted
from community.casework.sight import Sight, looking
from community.casework.undoing import undo
from community.casework.user import Desk

IN_SHEET = "sheet"
"""By whom corrections are that people typed into the spreadsheet."""
_READ = 2_000
"""Changes that are looked through for the latest syncs."""


@dataclass(frozen=True)
class Corrected:
    """The corrections that came with one sync. `undone`: all of them have been taken back."""

    at: str
    cells: int
    records: int
    actions: tuple[str, ...]
    undone: bool


@dataclass(frozen=True)
class TakenBack:
    """What came of taking them back together: how many actions, and how many stand because of what came later."""

    done: int
    stand: int


def corrected_together(desk: Desk, limit: int = 5) -> list[Corrected]:
    """The latest syncs that brought corrections, the newest first; nothing for whoever may not take them back."""
    if not granted(desk.user, "undo_anything"):
        return []
    with looking(desk) as sight:
        changes = sight.reader.changes(
            where=lambda c: [c.by == IN_SHEET, c.conflict.is_(None)], newest_first=True, limit=_READ
        )
        of_sync: dict[str, list[Row]] = {}
        for change in changes:
            of_sync.setdefault(change["at"], []).append(change)
        return [_corrected(sight, at, each) for at, each in list(of_sync.items())[:limit]]


def undo_together(desk: Desk, at: str) -> TakenBack:
    """Take back all corrections of the sync of this time, but for what something later stands on.

    Raises NotAllowed, and CannotUndo when nothing could be taken back.
    """
    if not granted(desk.user, "undo_anything"):
        raise NotAllowed("What came from the spreadsheet is the director’s to take back.")
    with looking(desk) as sight:
        changes = sight.reader.changes(where=lambda c: [c.by == IN_SHEET, c.at == at, c.conflict.is_(None)])
        actions = dict.fromkeys(change["action"] for change in changes)
        gone = _undone(sight, list(actions))
    done = stand = 0
    for action in actions:
        if action not in gone:
            try:
                undo(desk, action)
                done += 1
            except (CannotUndo, NotNow):
                stand += 1
    if not done:
        raise CannotUndo("Something has happened since to each of them, so nothing was taken back.")
    return TakenBack(done, stand)


def _corrected(sight: Sight, at: str, changes: Sequence[Row]) -> Corrected:
    actions = list(dict.fromkeys(change["action"] for change in changes))
    records = {(change["table"], change["record_id"]) for change in changes}
    return Corrected(at, len(changes), len(records), tuple(actions), _undone(sight, actions) >= set(actions))


def _undone(sight: Sight, actions: Sequence[str]) -> set[str]:
    """Those of these actions whose undoing stands."""
    found: dict[str, Row] = {}
    asked = list(actions)
    while asked:
        new = [c for c in sight.reader.changes(where=lambda c: [c.undoes.in_(asked)]) if c["id"] not in found]  # noqa: B023
        found |= {change["id"]: change for change in new}
        asked = list(dict.fromkeys(change["action"] for change in new))
    return taken_back(sorted(found.values(), key=lambda c: (c["at"], c["id"]))) & set(actions)
