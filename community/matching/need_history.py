"""What needs say of volunteers by their ids: whom a resident avoids, asks for and knows, and who said no.

A need may name volunteers who are not on the board now. It is kept by id, so that it holds once they are.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from community.matching.array_types import Cells

Shunned = Mapping[str, tuple[str, ...]]
"""By resident, the ids of volunteers who asked not to be put together with them."""


class NeedTold(NamedTuple):
    """What one need says: sets of volunteer ids, and the number of visits by volunteer id."""

    avoids: frozenset[str]
    refused: frozenset[str]
    prefers: frozenset[str]
    visits: Mapping[str, int]

    @property
    def named(self) -> frozenset[str]:
        """All volunteers whom it names."""
        return self.avoids | self.refused | self.prefers | frozenset(self.visits)


NOTHING = NeedTold(frozenset(), frozenset(), frozenset(), {})


def told_by(needs: Cells) -> dict[str, NeedTold]:
    """By need, what it says of volunteers; needs that name nobody are left out."""
    refused: list[Iterable[str]] = needs.sets("refused") if needs.has("refused") else [()] * len(needs.ids)
    every = zip(needs.ids, needs.sets("avoids"), refused, needs.sets("prefers"), _visits(needs), strict=True)
    return {
        one: NeedTold(frozenset(avoids), frozenset(no), frozenset(prefers), visits)
        for one, avoids, no, prefers, visits in every
        if len(tuple(avoids)) or len(tuple(no)) or len(tuple(prefers)) or visits
    }


def _visits(needs: Cells) -> list[Mapping[str, int]]:
    if not needs.has("known"):
        return [{}] * len(needs.ids)
    column = needs.objects("known")[needs.order]
    return [each if isinstance(each, Mapping) else {} for each in column]


def named_by(told: Mapping[str, NeedTold]) -> dict[str, tuple[str, ...]]:
    """By volunteer, the needs that name them."""
    found: dict[str, list[str]] = {}
    for need, one in told.items():
        for volunteer in one.named:
            found.setdefault(volunteer, []).append(need)
    return {volunteer: tuple(needs) for volunteer, needs in found.items()}


def retold(
    told: Mapping[str, NeedTold],
    named: Mapping[str, tuple[str, ...]],
    dropped: Iterable[str],
    new: Mapping[str, NeedTold],
) -> tuple[dict[str, NeedTold], dict[str, tuple[str, ...]]]:
    """Both mappings without what these needs said before, and with what they say now."""
    told, named = dict(told), dict(named)
    for need in dropped:
        for volunteer in told.pop(need, NOTHING).named:
            named[volunteer] = tuple(one for one in named[volunteer] if one != need)
    for need, one in new.items():
        told[need] = one
        for volunteer in one.named:
            named[volunteer] = (*named.get(volunteer, ()), need)
    return told, named


def shunned_by(people: Cells) -> dict[str, tuple[str, ...]]:
    """By resident, the volunteers who asked not to be put together with them."""
    shunned: dict[str, list[str]] = {}
    for one, residents in zip(people.ids, people.sets("avoids"), strict=True):
        for resident in residents:
            shunned.setdefault(resident, []).append(one)
    return {resident: tuple(ids) for resident, ids in shunned.items()}


def shunned_anew(shunned: Shunned, dropped: frozenset[str], new: Shunned) -> dict[str, tuple[str, ...]]:
    """The mapping after what some volunteers asked is dropped, and what some ask now is added."""
    kept = {resident: tuple(v for v in ids if v not in dropped) for resident, ids in shunned.items()}
    for resident, ids in new.items():
        kept[resident] = (*kept.get(resident, ()), *ids)
    return {resident: ids for resident, ids in kept.items() if ids}
