"""One part of the list, kept: what was said of each record, and what each of these was made from."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from community.book import Changed
from community.casework.casework_errors import NotFound
from community.casework.noted_reads import Notes
from community.casework.worklist.worklist_item import WorklistItem, pressing
from community.casework.worklist.worklist_part import Piece, WorklistPart
from community.casework.worklist.worklist_view import View

Ranked = tuple[tuple[object, ...], WorklistItem]
"""A line, after what puts it in its place."""


class _Kept(NamedTuple):
    lines: tuple[Ranked, ...]
    shared: tuple[Piece, ...]
    notes: Notes


class KeptPart:
    """The pieces of one part, by record."""

    def __init__(self, part: WorklistPart) -> None:
        """Keep nothing yet."""
        self._part = part
        self._kept: dict[str, _Kept] = {}
        self._until: datetime | None = None

    @property
    def lines(self) -> Iterator[Ranked]:
        """The lines that are about one record each."""
        return (line for kept in self._kept.values() for line in kept.lines)

    @property
    def shared(self) -> Iterator[Piece]:
        """What is counted in lines about many."""
        return (piece for kept in self._kept.values() for piece in kept.shared)

    @property
    def moments(self) -> Iterator[datetime]:
        """The moments from which on time alone may change something."""
        return (moment for moment in (self._until, *(kept.notes.until for kept in self._kept.values())) if moment)

    def make(self, view: View) -> None:
        """Make everything anew."""
        self._kept.clear()
        self._say(view, self._find(view))

    def bring_forward(self, view: View, changed: Changed, keys: set[int], now: datetime) -> None:
        """Make anew what may have changed, by these changes of the book or with time."""
        new: set[str] = set()
        left: set[str] = set()
        if self._until is not None and self._until <= now:
            there = self._find(view)
            left, new = self._kept.keys() - there, there - self._kept.keys()
        elif touched := self._touched(changed):
            there = self._part.records(view, touched)
            left, new = self._kept.keys() & (touched - there), there
        stale = {one for one, kept in self._kept.items() if kept.notes.may_change(keys, now)}
        for one in left:
            del self._kept[one]
        self._say(view, (stale - left) | new)

    def _touched(self, changed: Changed) -> frozenset[str]:
        table = self._part.table
        return changed.rows.get(table.TABLE, frozenset()) if table is not None else frozenset()

    def _find(self, view: View) -> set[str]:
        """The records that may have a piece. What they hang on is only the time: changes name the rows themselves."""
        with view.visible.look.noting() as notes:
            self._part.where(view)
        self._until = notes.until
        return self._part.records(view)

    def _say(self, view: View, records: Iterable[str]) -> None:
        ids = sorted(records)
        if not ids:
            return
        with view.visible.look.unnoted():
            self._part.read_ahead(view, ids)
        for one in ids:
            with view.visible.look.noting() as notes:
                try:
                    pieces = tuple(self._part.said(view, one))
                except NotFound:
                    pieces = ()  # out of sight
            lines = tuple((place(piece), piece) for piece in pieces if isinstance(piece, WorklistItem))
            shared = tuple(piece for piece in pieces if not isinstance(piece, WorklistItem))
            self._kept[one] = _Kept(lines, shared, notes)


def place(item: WorklistItem) -> tuple[object, ...]:
    """What puts a line in its place, the same on every machine."""
    return (*pressing(item), item.title)
