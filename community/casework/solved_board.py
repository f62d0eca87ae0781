"""The whole board, matched as if nobody had looked at any proposal yet: the basis of alternates and gaps."""

from dataclasses import dataclass, field
from functools import cached_property

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

    def reasons(self, need_id: str, volunteer_id: str, board: Board | None = None) -> list[str]:
        """Why this volunteer suits this need, in words; `board`: this one, or one on which something is tried out."""
        return suits(board or self.found.board, need_id, volunteer_id, self.travel, self.unsaid)
