"""The board that is kept in memory, and brought forward by what changed, so that no change makes it read anew."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from community.book import Book, Position, Reader
from community.casework.board_frames import Frames, frames, frames_of
from community.casework.board_news import Concerned, concerned
from community.casework.board_rows import board_time
from community.casework.community_weights import weights_of
from community.casework.solved_board import SolvedBoard
from community.matching import BoardChange, PlainFrame, propose
from community.settings import Settings
from community.tables.canonical import LONDON

_Row = tuple[Any, ...]


class KeptBoard:
    """One board of one book. Any number of threads may ask; each gets the board as the book is at that moment.

    It is made anew when it is first asked for, with each new day, and where the book can't tell what changed or too
    much did. `keep_seen`: proposals that somebody has looked at hold their places.
    """

    def __init__(self, settings: Settings, *, keep_seen: bool) -> None:
        self.settings, self._keep_seen = settings, keep_seen
        self._lock = threading.Lock()
        self._held: _Held | None = None

    def is_made(self, now: datetime) -> bool:
        """Whether there is a board of today: bringing it forward takes milliseconds, making it may take seconds."""
        held = self._held
        return held is not None and held.day == _day(now)

    @property
    def remedies(self) -> dict[str, str]:
        """What was worked out lately of what would fill empty places, by need."""
        return dict(self._held.solved.remedies) if self._held else {}

    def at(self, book: Book, now: datetime) -> SolvedBoard:
        """The board as the book is now."""
        moment = board_time(now)
        with self._lock:
            try:
                with book.reading() as reader:
                    held = self._held
                    if held is not None and held.day == _day(moment) and held.moment <= moment:
                        held = self._forward(reader, held, moment)
                    else:
                        held = None
                    self._held = held = held or self._made(reader, moment)
            except BaseException:
                # It may have taken rows in that never reached the matching, and would not look for them again.
                self._held = None
                raise
            return held.solved

    def _made(self, reader: Reader, moment: datetime) -> "_Held":
        position = reader.position()
        found = frames(reader, self.settings, moment, keep_seen=self._keep_seen)
        proposals = propose(
            found.volunteers.for_many(), found.needs.for_many(), weights=weights_of(reader), pinned=found.pinned
        )
        agreed: dict[str, set[str]] = {}
        for need, volunteer in found.pinned:
            agreed.setdefault(need, set()).add(volunteer)
            agreed.setdefault(volunteer, set()).add(need)
        solved = SolvedBoard(proposals, set(found.unsaid), dict(found.travel))
        return _Held(position, moment, solved, _by_id(found.volunteers), _by_id(found.needs), agreed)

    def _forward(self, reader: Reader, held: "_Held", moment: datetime) -> "_Held | None":
        """The board brought forward to this moment; None where it has to be made anew."""
        changed = reader.since(held.position)
        if changed is None:
            return None
        if (changed.position, moment) == (held.position, held.moment):
            return held
        whom = concerned(reader, changed, held.moment, moment, keep_seen=self._keep_seen)
        if whom is None:
            return None
        if not whom.needs and not whom.volunteers:
            return replace(held, position=changed.position, moment=moment)
        told = frames_of(reader, self.settings, moment, whom.needs, whom.volunteers, keep_seen=self._keep_seen)
        change = held.take_in(told, whom)
        found = held.solved.found.bring_forward(change)
        solved = held.solved if found is held.solved.found else replace(held.solved, found=found, _others={})
        return _Held(changed.position, moment, solved, held.volunteers, held.needs, held.agreed)


@dataclass
class _Held:
    """A board, and the rows it was made of, by id, to tell what really changed."""

    position: Position
    moment: datetime
    solved: SolvedBoard
    volunteers: dict[str, _Row]
    needs: dict[str, _Row]
    agreed: dict[str, set[str]]
    """By need, the volunteers with whom it is agreed; by volunteer, the needs."""

    @property
    def day(self) -> date:
        """The day of the board: waits are counted in days."""
        return _day(self.moment)

    def take_in(self, told: Frames, whom: Concerned) -> BoardChange:
        """Replace these rows; what is different now, for the matching."""
        agreed: dict[str, set[str]] = {one: set() for one in (*whom.needs, *whom.volunteers)}
        for need, volunteer in told.pinned:
            for one, other in ((need, volunteer), (volunteer, need)):
                if one in agreed:
                    agreed[one].add(other)
        other_pairs = {one for one, others in agreed.items() if others != self.agreed.get(one, set())}
        self.agreed |= agreed
        self.solved.unsaid.difference_update(whom.volunteers)
        self.solved.unsaid.update(told.unsaid)
        self.solved.travel.update(told.travel)
        volunteers, gone_volunteers = _news(self.volunteers, told.volunteers, whom.volunteers, other_pairs)
        needs, gone_needs = _news(self.needs, told.needs, whom.needs, other_pairs)
        named = {*(row[0] for row in (*volunteers.rows, *needs.rows)), *gone_volunteers, *gone_needs}
        return BoardChange(
            volunteers,
            needs,
            frozenset(gone_volunteers),
            frozenset(gone_needs),
            frozenset(pair for pair in told.pinned if not named.isdisjoint(pair)),
        )


def _news(
    known: dict[str, _Row], told: PlainFrame, asked: Iterable[str], also: set[str]
) -> tuple[PlainFrame, set[str]]:
    """The rows that are new or different (or `also` named), and the ids that left the board."""
    there = _by_id(told)
    gone = {one for one in asked if one not in there and known.pop(one, None) is not None}
    fresh = [row for one, row in there.items() if one in also or known.get(one) != row]
    known |= there
    return PlainFrame(told.columns, fresh), gone


def _by_id(frame: PlainFrame) -> dict[str, _Row]:
    return {str(row[0]): row for row in frame.rows}


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
