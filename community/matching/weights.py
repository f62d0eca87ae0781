"""The weights: what each reason counts for. A community may tune every number here."""

from dataclasses import dataclass

from community.matching.matching_errors import MatchingError

TERMS = ("distance", "overlap", "continuity", "load", "rest", "waiting")
MOST = 10_000
"""No pair ever costs more than this, but for `FIRST_VISIT`."""
FIRST_VISIT, STRANGER = "first_visit", 50 * MOST
"""A term that nobody tunes, and its points: for a stranger who goes first where two do, and one who knows the resident
could come (module `known_first`). More than fifty pairs together can differ by, and far below an empty place, even with
forty-nine thousand such needs."""

DEAREST = 10**11
"""No empty place ever costs more than this, so that a whole nation's can be added up."""


@dataclass(frozen=True)
class Weights:
    """The most that each term may add to the cost of a pair, in points; together at most 10,000.

    `far_km` and `full_load` say where a term reaches its most (distance, load); from `rested_days` on, a twentieth of
    `rest` is left.
    `unmatched` is what an empty place costs, by urgency (whenever, this week, two days, today).
    Raises MatchingError when the numbers can't be used.
    """

    distance: int = 3_500
    overlap: int = 500
    continuity: int = 3_000
    load: int = 1_500
    rest: int = 1_000
    waiting: int = 500
    far_km: float = 10.0
    full_load: int = 4
    rested_days: float = 28.0
    unmatched: tuple[int, int, int, int] = (25 * 10**9, 50 * 10**9, 75 * 10**9, DEAREST)

    def __post_init__(self) -> None:
        points = [getattr(self, term) for term in TERMS]
        if any(not isinstance(p, int) or p < 0 for p in points):
            raise MatchingError("Each weight is a whole number of points, 0 or more.")
        if sum(points) > MOST:
            raise MatchingError(f"The weights add up to {sum(points):,}; together they may be at most {MOST:,}.")
        if not (self.far_km > 0 and self.full_load > 0 and self.rested_days > 0):
            raise MatchingError("far_km, full_load and rested_days must be above 0.")
        if len(self.unmatched) != 4 or any(not isinstance(p, int) for p in self.unmatched):
            raise MatchingError("unmatched needs four whole numbers: whenever, this week, two days, today.")
        if max(self.unmatched) > DEAREST:
            raise MatchingError(f"An empty place may cost at most {DEAREST} points.")


DEFAULT = Weights()
