"""The pairs of a board that have a history, as sorted keys."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from community.matching.array_types import Flags, Ints, parted, united
from community.matching.need_history import NOTHING, NeedTold


class PairKeys(NamedTuple):
    """Sorted keys (`Board.key`) by what there is to a pair; `visits` has the number of visits beside each key."""

    avoided: Ints
    refused: Ints
    asked_for: Ints
    visits: tuple[Ints, Ints]


@dataclass
class KeyWriter:
    """Gathers keys pair by pair. `count`: how many volunteers the board has places for."""

    count: int
    avoided: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    asked_for: set[int] = field(default_factory=set)
    visits: dict[int, int] = field(default_factory=dict)

    def write(
        self, need: int, volunteer: int, volunteer_id: str, told: NeedTold = NOTHING, *, shuns: bool = False
    ) -> None:
        """Take down what a need says of a volunteer, and whether the volunteer shuns its resident (places)."""
        key = need * self.count + volunteer
        if shuns or volunteer_id in told.avoids:
            self.avoided.add(key)
        if volunteer_id in told.refused:
            self.refused.add(key)
        if volunteer_id in told.prefers:
            self.asked_for.add(key)
        if volunteer_id in told.visits:
            self.visits[key] = int(told.visits[volunteer_id])

    def write_need(self, need: int, told: NeedTold, shunning: Iterable[str], place_of: Callable[[str], int]) -> None:
        """Take down all that a need says, and who shuns its resident. Volunteers who are not there are left out."""
        shunning = frozenset(shunning)
        for one in told.named | shunning:
            volunteer = place_of(one)
            if volunteer >= 0:
                self.write(need, volunteer, one, told, shuns=one in shunning)

    def sorted(self) -> PairKeys:
        """All that was taken down."""
        visits = sorted(self.visits)
        return PairKeys(
            as_keys(self.avoided),
            as_keys(self.refused),
            as_keys(self.asked_for),
            (as_keys(visits), np.array([self.visits[key] for key in visits], dtype=np.int64)),
        )


def as_keys(keys: Iterable[int]) -> Ints:
    """Sorted keys."""
    return np.array(sorted(keys), dtype=np.int64)


def joined(first: PairKeys, second: PairKeys) -> PairKeys:
    """The keys of both."""
    keys = np.concatenate([first.visits[0], second.visits[0]])
    order = np.argsort(keys, kind="stable")
    return PairKeys(
        united(first.avoided, second.avoided),
        united(first.refused, second.refused),
        united(first.asked_for, second.asked_for),
        (keys[order], np.concatenate([first.visits[1], second.visits[1]])[order]),
    )


@dataclass(frozen=True)
class Moves:
    """Where needs and volunteers of a board stand on another, -1 for those whose pairs are dropped.

    `before`, `after`: how many volunteers each board has places for.
    """

    needs: Ints
    volunteers: Ints
    before: int
    after: int

    def move(self, keys: Ints) -> tuple[Ints, Flags]:
        """The keys of the pairs that stay, in the order of the old ones, and which stay."""
        if not len(keys):
            return keys, np.zeros(0, np.bool_)
        need, volunteer = parted(keys, self.before)
        stays: Flags = (self.needs[need] >= 0) & (self.volunteers[volunteer] >= 0)
        return self.needs[need[stays]] * self.after + self.volunteers[volunteer[stays]], stays

    def all(self, keys: PairKeys) -> PairKeys:
        """All keys moved."""
        visits, stays = self.move(keys.visits[0])
        order = np.argsort(visits, kind="stable")
        avoided, refused, asked_for = (np.sort(self.move(each)[0]) for each in keys[:3])
        return PairKeys(avoided, refused, asked_for, (visits[order], keys.visits[1][stays][order]))
