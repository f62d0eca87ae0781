"""What choosing another volunteer for a need means for everybody else: who gets whom, and who gets nobody."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from community.matching.cost_terms import by_name
from community.matching.matching_errors import MatchingError
from community.matching.pair_view import Pair, find
from community.matching.proposals import Proposals, propose
from community.wording import joined, km

_SAID = {
    "overlap": "free at fewer of the times",
    "continuity": "knows the resident less",
    "load": "has more on now",
    "rest": "was asked more lately",
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
    people, capacity = board.needs.people.copy(), board.volunteers.capacity.copy()
    if people[pair.need] < 1 or capacity[pair.volunteer] < 1:
        raise MatchingError("This need has no empty place, or this volunteer no room.")
    before = _who(proposals)
    if volunteer_id in before.get(need_id, ()):
        return Substitution(0, (), {}, ())  # another board may be equally good, but this one has the chosen pair
    people[pair.need] -= 1
    capacity[pair.volunteer] -= 1
    around = replace(
        board,
        needs=replace(board.needs, people=people),
        volunteers=replace(board.volunteers, capacity=capacity),
    )
    held = [divmod(int(key), len(board.volunteers.ids)) for key in proposals.pinned]
    pinned = [(board.needs.ids[n], board.volunteers.ids[v]) for n, v in held]
    then = propose(around, weights=proposals.weights, pinned=[*pinned, (need_id, volunteer_id)])
    cost = int(sum(terms[0] for terms in _terms(pair, proposals).values()))
    after = _who(then)
    after.setdefault(need_id, set()).add(volunteer_id)
    others = sorted((before.keys() | after.keys()) - {need_id})
    lost = {n: len(before.get(n, ())) - len(after.get(n, ())) for n in others}
    agreed = Counter(n for n, _ in pinned)
    return Substitution(
        extra=then.total + cost - proposals.total,
        emptied=tuple(n for n in others for _ in range(max(lost[n], 0))),
        left={n: len(after.get(n, ())) + agreed[n] for n in others if lost[n] > 0},
        moved=tuple(
            (n, tuple(sorted(before.get(n, set()) - after[n])), tuple(sorted(after[n] - before.get(n, set()))))
            for n in others
            if lost[n] <= 0 and after.get(n, set()) != before.get(n, set())
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


def _who(proposals: Proposals) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for need, volunteer in zip(proposals.matches["need_id"], proposals.matches["volunteer_id"], strict=True):
        found.setdefault(need, set()).add(volunteer)
    return found
