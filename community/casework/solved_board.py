"""The whole board, matched as if nobody had looked at any proposal yet: the basis of alternates and gaps."""

from dataclasses import dataclass, field

from community.casework.board_frames import suits
from community.matching import Board, Proposals


@dataclass(frozen=True, repr=False)
class SolvedBoard:
    """The best board for all volunteers who may be asked and all open needs, at one moment of the book."""

    found: Proposals
    unsaid: set[str]
    """Volunteers who did not say how far they go."""
    travel: dict[str, frozenset[str]]
    """By volunteer: how they get about, where they said."""
    remedies: dict[str, str] = field(default_factory=dict)
    """By need with an empty place, what would fill it, where that was worked out; boards pass it on to the next."""
    _others: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def wants_somebody(self, need_id: str) -> bool:
        """Whether this need is on the board, and still wants a volunteer."""
        board = self.found.board
        place = board.place_of_need(need_id)
        return place >= 0 and bool(board.needs.people[place] > 0)

    def has_volunteer(self, volunteer_id: str) -> bool:
        """Whether this volunteer is on the board."""
        return self.found.board.place_of_volunteer(volunteer_id) >= 0

    def has_room(self, volunteer_id: str) -> bool:
        """Whether this volunteer has room for one more in the best board."""
        return self.found.room_of(volunteer_id) > 0

    def others_of(self, need_id: str) -> list[tuple[str, int]]:
        """Volunteers who could fill a place of this need, by the points they add: 0 for those in the best board.

        They are kept with the board, and so are as old as it is.
        """
        if need_id not in self._others:
            rest = self.found.alternates_of([need_id])
            extra = zip(rest["volunteer_id"], rest["extra"].tolist(), strict=True)
            self._others[need_id] = [*((v, 0) for v in self.found.who_helps(need_id)), *extra]
        return self._others[need_id]

    def reasons(self, need_id: str, volunteer_id: str, board: Board | None = None) -> list[str]:
        """Why this volunteer suits this need, in words; `board`: this one, or one on which something is tried out."""
        return suits(board or self.found.board, need_id, volunteer_id, self.travel, self.unsaid)
