"""Measures of what a board means for people: who is helped, who keeps their volunteer, how far they go, how evenly."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from community.matching.array_types import Floats
from community.matching.cost_terms import kilometres, visits
from community.matching.proposals import Proposals


@dataclass(frozen=True)
class Measures:
    """One board in figures.

    `wanted` and `filled` places by urgency (whenever, this week, two days, today). `kept`: needs proposed to somebody
    who knows the resident; `known`: needs whose resident somebody on the board knows. Kilometres of help in person: the
    middle one, and what one in ten exceeds; NaN where nobody travels. `gini` of the served share over the areas, 0 all
    alike to 1. `unused`: volunteers with room who have nothing on and are proposed for nothing. `new`: volunteers with
    room who were never asked for anything, and `passed_over`: those of them who are proposed for nothing this time
    either. `longest_days`: how long the need has waited that waits longest and still lacks somebody; NaN if none does.
    """

    wanted: tuple[int, ...]
    filled: tuple[int, ...]
    kept: frozenset[str]
    known: frozenset[str]
    middle_km: float
    far_km: float
    gini: float
    unused: int
    new: int
    passed_over: int
    longest_days: float


def measure(found: Proposals, areas: Mapping[str, str]) -> Measures:
    """The figures of this board; `areas` says by need id which area's share it counts to."""
    board, taken = found.board, found.best.taken
    needs, people = board.needs, board.volunteers
    wanted = np.bincount(needs.urgency, weights=needs.people, minlength=4)
    filled = np.bincount(needs.urgency[taken.need], minlength=4)
    goes = needs.in_person[taken.need]
    far = kilometres(board, taken.need, taken.volunteer)[goes]
    knows = visits(board, taken.need, taken.volunteer) > 0
    keys, counts = board.visits
    helped = keys[counts > 0] // max(len(people.ids), 1)
    asking = helped[needs.people[helped] > 0]
    idle = (people.capacity > 0) & (people.active == 0)
    idle[taken.volunteer] = False
    new = (people.capacity > 0) & np.isnan(people.last_asked_days)
    proposed = np.zeros(len(people.ids), np.bool_)
    proposed[taken.volunteer] = True
    waits = needs.waiting_days[np.bincount(taken.need, minlength=len(needs.ids)) < needs.people]
    return Measures(
        wanted=tuple(int(n) for n in wanted),
        filled=tuple(int(n) for n in filled),
        kept=frozenset(needs.ids[taken.need[knows]]),
        known=frozenset(needs.ids[asking]),
        middle_km=float(np.median(far)) if len(far) else float("nan"),
        far_km=float(np.quantile(far, 0.9)) if len(far) else float("nan"),
        gini=gini(_shares(found, areas)),
        unused=int(idle.sum()),
        new=int(new.sum()),
        passed_over=int((new & ~proposed).sum()),
        longest_days=float(waits.max()) if len(waits) else float("nan"),
    )


def changed(before: Proposals, after: Proposals) -> frozenset[str]:
    """The needs for which the two boards propose different volunteers."""
    pairs = [set(zip(p.matches["need_id"], p.matches["volunteer_id"], strict=True)) for p in (before, after)]
    return frozenset(need for need, _ in pairs[0] ^ pairs[1])


def gini(shares: Floats) -> float:
    """The Gini coefficient of these shares: 0 when all are equal or there are none, near 1 when one has everything."""
    if not len(shares) or not shares.sum():
        return 0.0
    apart = np.abs(shares[:, None] - shares[None, :]).mean()
    return float(apart / (2 * shares.mean()))


def _shares(found: Proposals, areas: Mapping[str, str]) -> Floats:
    """By area with needs, the share of its places that is filled."""
    needs = found.board.needs
    names = sorted({areas.get(one, "") for one in needs.ids[needs.people > 0]})
    area = np.array([names.index(a) if (a := areas.get(one, "")) in names else -1 for one in needs.ids], dtype=np.int64)
    asked = area >= 0
    wanted = np.bincount(area[asked], weights=needs.people[asked], minlength=len(names))
    filled = np.bincount(area[found.best.taken.need], minlength=len(names))
    return np.asarray(filled / np.maximum(wanted, 1), dtype=np.float64)
