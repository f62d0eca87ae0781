"""What choosing another volunteer for a need means: why they cost more, who else gets whom, and who gets nobody."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from community.matching.best_board import Best
from community.matching.board import Board
from community.matching.cost_terms import by_name
from community.matching.matching_errors import MatchingError
from community.matching.pair_view import Pair, find
from community.matching.proposals import Proposals
from community.matching.weights import FIRST_VISIT
from community.wording import joined, km

_SAID = {
    "overlap": "free at fewer of the times",
    "continuity": "knows the resident less",
    "load": "has more on now",
    "rest": "was asked more lately",
    FIRST_VISIT: "has not visited the resident yet",
}


@dataclass(frozen=True)
class Substitution:
    """The best board that holds one chosen pair, beside the best board of all.

    `extra`: points that it costs more. `emptied`: needs that lose a place, once for each. `left`: by need that does,
    how many volunteers it keeps, agreed or proposed. `moved`: needs that get somebody else, as (need_id, volunteers
    before, volunteers then).
    """

    extra: int
    emptied: tuple[str, ...]
    left: Mapping[str, int]
    moved: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


def instead(proposals: Proposals, need_id: str, volunteer_id: str) -> Substitution:
    """What exactly follows if this volunteer is chosen for this need: the whole board is matched again around the pair.

    Raises MatchingError when one is not on the board, or has no place or no room, and for help in person where the
    distance is unknown.
    """
    board = proposals.board
    pair = find(board, need_id, volunteer_id)
    if board.needs.people[pair.need] < 1 or board.volunteers.capacity[pair.volunteer] < 1:
        raise MatchingError("This need has no empty place, or this volunteer no room.")
    chosen = int(board.key(np.array([pair.need]), np.array([pair.volunteer]))[0])
    before = _keys(board, proposals.best)
    if chosen in before:
        return Substitution(0, (), {}, ())  # another board may be equally good, but this one has the chosen pair
    around = proposals.trial()
    around.agree(pair.need, pair.volunteer)
    then = around.best
    cost = int(sum(terms[0] for terms in _terms(pair, proposals).values()))
    after = _keys(around.board, then)
    others = {key // len(board.volunteers.ids) for key in before ^ after} - {pair.need}
    had, gets = _who(board, before, others), _who(board, after, others)
    agreed = Counter((proposals.pinned // max(len(board.volunteers.ids), 1)).tolist())
    ids = {int(n): str(board.needs.ids[n]) for n in sorted(others, key=lambda n: board.needs.ids[n])}
    lost = {n: len(had[n]) - len(gets[n]) for n in ids}
    return Substitution(
        extra=then.total + cost - proposals.total,
        emptied=tuple(one for n, one in ids.items() for _ in range(max(lost[n], 0))),
        left={one: len(gets[n]) + agreed[n] for n, one in ids.items() if lost[n] > 0},
        moved=tuple(
            (one, tuple(sorted(had[n] - gets[n])), tuple(sorted(gets[n] - had[n])))
            for n, one in ids.items()
            if lost[n] <= 0
        ),
    )


def dearer(proposals: Proposals, need_id: str, chosen_id: str, other_id: str) -> str:
    """Why the other costs more than the one chosen: at most two reasons in a few words, the weightiest first.

    Empty where nothing counts against them. Raises MatchingError when one is not on the board, and for help in person
    where the distance of one of them is unknown.
    """
    board = proposals.board
    chosen, other = find(board, need_id, chosen_id), find(board, need_id, other_id)
    first, second = _terms(chosen, proposals), _terms(other, proposals)
    more = {name: int(second[name][0] - first[name][0]) for name in first}
    if more[FIRST_VISIT] > 0:
        del more["continuity"]  # the same, said with less weight
    against = sorted((name for name in more if more[name] > 0), key=lambda name: -more[name])[:2]
    return joined([_further(chosen, other) if name == "distance" else _SAID[name] for name in against])


def _further(chosen: Pair, other: Pair) -> str:
    more = other.kilometres - chosen.kilometres
    if more < 0.1:
        return "lives a little further away"
    # The page shows both distances rounded, so the difference is taken of the rounded ones: then the sums agree.
    return f"lives {km(round(_as_told(other.kilometres) - _as_told(chosen.kilometres), 1))} further away"


def _as_told(kilometres: float) -> float:
    return round(kilometres, 1 if kilometres < 10 else 0)


def _terms(pair: Pair, proposals: Proposals) -> dict[str, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    return by_name(pair.board, np.array([pair.need]), np.array([pair.volunteer]), proposals.weights)


def _keys(board: Board, best: Best) -> set[int]:
    return set(board.key(best.taken.need, best.taken.volunteer).tolist())


def _who(board: Board, keys: Iterable[int], needs: Collection[int]) -> dict[int, set[str]]:
    """By need of these (places), the ids of its volunteers."""
    found: dict[int, set[str]] = {need: set() for need in needs}
    for key in keys:
        need, volunteer = divmod(key, len(board.volunteers.ids))
        if need in found:
            found[need].add(board.volunteers.ids[volunteer])
    return found
