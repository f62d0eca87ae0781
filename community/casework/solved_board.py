"""The whole board, matched as if nobody had looked at anything yet: what alternates and gaps are reckoned on."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from community.book import Book
from community.casework.board_cache import lately_known, remembered
from community.casework.board_frames import Frames, frames
from community.casework.user import WorkContext
from community.matching import Proposals, propose
from community.settings import Settings


@dataclass(frozen=True, repr=False)
class SolvedBoard:
    """The frames of everybody who may be asked and every open need, and the best board of them."""

    frames: Frames
    found: Proposals
    _others: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    @cached_property
    def need_ids(self) -> frozenset[str]:
        """The needs on the board that still want somebody."""
        needs = self.found.board.needs
        return frozenset(needs.ids[needs.people > 0])

    @cached_property
    def volunteer_ids(self) -> frozenset[str]:
        """The volunteers on the board."""
        return frozenset(self.found.board.volunteers.ids)

    def has_room(self, volunteer_id: str) -> bool:
        """Whether the best board leaves this volunteer room for one more."""
        board, taken = self.found.board, self.found.matches["volunteer_id"]
        capacity = board.volunteers.capacity[board.volunteers.ids == volunteer_id]
        return bool((capacity > (taken == volunteer_id).sum()).any())

    def others_of(self, need_id: str) -> list[tuple[str, int]]:
        """Who could fill a place of this need, by what they add: whoever the best board has, at 0, and the next best.

        Kept with the board, so that they are as old as it is.
        """
        if need_id not in self._others:
            matches = self.found.matches
            best = matches.loc[matches["need_id"] == need_id, "volunteer_id"]
            rest = self.found.alternates_of([need_id])
            extra = zip(rest["volunteer_id"], rest["extra"].tolist(), strict=True)
            self._others[need_id] = [*((v, 0) for v in best), *extra]
        return self._others[need_id]


def whole_board(context: WorkContext, *, keep_seen: bool = False) -> SolvedBoard:
    """The board as it is now, the same for everybody; worked out once until something is written.

    With `keep_seen`, proposals that somebody has looked at hold their places.
    """
    return board_of(context.book, context.settings, context.clock(), keep_seen=keep_seen)


def board_of(book: Book, settings: Settings, now: datetime, *, keep_seen: bool = False) -> SolvedBoard:
    """The same, for whoever works without a person."""

    def make() -> SolvedBoard:
        with book.reading() as reader:
            found = frames(reader, settings, now, keep_seen=keep_seen)
        return SolvedBoard(found, propose(found.volunteers, found.needs, weights=found.weights, pinned=found.pinned))

    return remembered(book, now, _NAME[keep_seen], make)


def lately_matched(context: WorkContext) -> SolvedBoard:
    """The board as it was matched last in this process, in this quarter of an hour: free, and perhaps a write old.

    Where there is none, as it is now. Proposals that somebody has looked at hold their places.
    """
    known: SolvedBoard | None = lately_known(context.book, context.clock(), _NAME[True])
    return whole_board(context, keep_seen=True) if known is None else known


_NAME = {False: "whole board", True: "whole board, seen kept"}
