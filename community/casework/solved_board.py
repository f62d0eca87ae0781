"""The whole board, matched as if nobody had looked at any proposal yet: the basis of alternates and gaps."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

import pandas as pd

from community.book import Book
from community.casework.board_cache import lately_known, remembered
from community.casework.board_frames import Frames, frames
from community.casework.user import WorkContext
from community.matching import Proposals, propose
from community.settings import Settings


@dataclass(frozen=True, repr=False)
class SolvedBoard:
    """The frames of all volunteers who may be asked and all open needs, with the best board for them."""

    frames: Frames[pd.DataFrame]
    found: Proposals
    _others: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    @cached_property
    def need_ids(self) -> frozenset[str]:
        """The needs on the board that still want a volunteer."""
        needs = self.found.board.needs
        return frozenset(needs.ids[needs.people > 0])

    @cached_property
    def volunteer_ids(self) -> frozenset[str]:
        """The volunteers on the board."""
        return frozenset(self.found.board.volunteers.ids)

    def has_room(self, volunteer_id: str) -> bool:
        """Whether this volunteer has room for one more in the best board."""
        board, taken = self.found.board, self.found.matches["volunteer_id"]
        place = board.place_of_volunteer(volunteer_id)
        return place >= 0 and bool(board.volunteers.capacity[place] > (taken == volunteer_id).sum())

    def others_of(self, need_id: str) -> list[tuple[str, int]]:
        """Volunteers who could fill a place of this need, by the points they add: 0 for those in the best board.

        They are kept with the board, and so are as old as it is.
        """
        if need_id not in self._others:
            matches = self.found.matches
            best = matches.loc[matches["need_id"] == need_id, "volunteer_id"]
            rest = self.found.alternates_of([need_id])
            extra = zip(rest["volunteer_id"], rest["extra"].tolist(), strict=True)
            self._others[need_id] = [*((v, 0) for v in best), *extra]
        return self._others[need_id]


def whole_board(context: WorkContext, *, keep_seen: bool = False) -> SolvedBoard:
    """The board as it is now, the same for every user; worked out anew only after a write to the book.

    With `keep_seen`, proposals that somebody has looked at hold their places.
    """
    return board_of(context.book, context.settings, context.clock(), keep_seen=keep_seen)


def board_of(book: Book, settings: Settings, now: datetime, *, keep_seen: bool = False) -> SolvedBoard:
    """The board as it is now, for programs that run without a user: see `whole_board`."""

    def make() -> SolvedBoard:
        with book.reading() as reader:
            found = frames(reader, settings, now, keep_seen=keep_seen)
        return SolvedBoard(found, propose(found.volunteers, found.needs, weights=found.weights, pinned=found.pinned))

    return remembered(book, now, _NAME[keep_seen], make)


def lately_matched(context: WorkContext) -> SolvedBoard:
    """The board that this process last matched in this quarter of an hour. Costs nothing; may miss the latest writes.

    Where there is none, the board as it is now. Proposals that somebody has looked at hold their places.
    """
    known: SolvedBoard | None = lately_known(context.book, context.clock(), _NAME[True])
    return whole_board(context, keep_seen=True) if known is None else known


_NAME = {False: "whole board", True: "whole board, seen kept"}
