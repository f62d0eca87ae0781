"""A part of the list: which records may have lines in it, and what it says of each of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from community.book import Where, among
from community.casework.hub_tables import OF_HUB, rows_of_hub
from community.casework.permissions import granted
from community.casework.worklist.worklist_item import WorklistItem
from community.casework.worklist.worklist_view import View
from community.tables.roles import Grant
from community.tables.row import TableRow
from community.tables.verbs import Verb

R = TypeVar("R", bound=TableRow[Any, Any])


@dataclass(frozen=True)
class Shared:
    """Something of one record that is counted in a line about many."""


Piece = WorklistItem | Shared
"""What a part says of one record."""


@dataclass(frozen=True)
class WorklistPart:
    """One part of the list. Its pieces of a record follow from what `pieces` reads, and from nothing else."""

    table: type[TableRow[Any, Any]] | None
    """The table of its records; None where it is not about records of one table, and all is made at once."""
    where: Callable[[View], Where]
    """Which rows of the table may have a piece, whoever looks."""
    pieces: Callable[[View, str], Iterator[Piece]]
    """What is said of the record with this id."""
    read_ahead: Callable[[View, Sequence[str]], None]
    """Reads together what the pieces of many records read: without it, all is as right, and slower."""
    verb: Verb | None = None
    """What somebody must be allowed to do to see any of it."""
    of_own_hub: bool = False
    """It has nothing of volunteers of other hubs, even if they help here."""

    def records(self, view: View, among_these: Iterable[str] | None = None) -> set[str]:
        """The ids of the records that may have a piece; only of these, where they are given."""
        if self.verb is not None and not view.may(self.verb):
            return set()
        if self.table is None:
            return {""}
        found = view.reader.rows(
            self.table,
            partial(self._ours, view, self.where(view), among_these),
            order=None,
            columns=lambda c: (c.id,),
        )
        return {row.id for row in found}

    def said(self, view: View, record_id: str) -> Iterator[Piece]:
        """The pieces of this record; no line of them has a number that is not safe to ring, whoever told it."""
        for piece in self.pieces(view, record_id):
            if isinstance(piece, WorklistItem) and (number := view.heeded(piece.telephone)) != piece.telephone:
                yield replace(piece, telephone=number)
            else:
                yield piece

    def _ours(self, view: View, where: Where, ids: Iterable[str] | None, c: Any) -> list[Any]:
        """The condition, without the rows of other hubs where the table itself says whose they are."""
        told = [*where(c), *([among(c.id, list(ids))] if ids is not None else [])]
        says = self.of_own_hub or (self.table is not None and self.table.TABLE in OF_HUB)
        if not says or granted(view.context.user, Grant.SEE_EVERY_HUB):
            return told
        return [*rows_of_hub(view.context.user.hub, None, c), *told]


def everything(_: View) -> Where:
    """No condition."""
    return lambda _: []


def nothing_ahead(_: View, __: Sequence[str]) -> None:
    """Read nothing before it is asked for."""
