"""Sets of ids or words that many lines ask about: worked out once, and again only when what they were made of changes.

Whoever asks whether something is in a set depends on that member alone, not on the whole set.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from community.book import Reader
from community.casework.noted_reads import NotedReader, Notes, key

_Make = Callable[[Reader], Iterable[str]]


class _Kept(NamedTuple):
    make: _Make
    members: frozenset[str]
    notes: Notes


class KeptSets:
    """Sets by name."""

    def __init__(self) -> None:
        """Keep none yet."""
        self._kept: dict[str, _Kept] = {}

    def holds(self, name: str, make: _Make, members: Iterable[str], reader: NotedReader) -> bool:
        """Whether one of these is in the set of this name, which `make` makes where it is not kept."""
        if name not in self._kept:
            self._kept[name] = _made(make, reader)
        asked = set(members)
        reader.note(*(key(name, one) for one in asked))
        return not self._kept[name].members.isdisjoint(asked)

    def bring_forward(self, reader: NotedReader, changed: set[int], now: datetime) -> Iterator[int]:
        """The keys of members that came or left, after working out anew the sets that may have changed."""
        for name, (make, before, notes) in list(self._kept.items()):
            if notes.may_change(changed, now):
                self._kept[name] = _made(make, reader)
                yield from (key(name, one) for one in before ^ self._kept[name].members)


def _made(make: _Make, reader: NotedReader) -> _Kept:
    with reader.noting() as notes:
        members = frozenset(make(reader))
    return _Kept(make, members, notes)
