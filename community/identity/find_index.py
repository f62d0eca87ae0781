"""An index by which anybody in a book is found as their name, number, street, postcode, id or email is typed."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from community.identity.find_query import Query, Rank, Token
from community.identity.find_terms import TermKind, terms_of
from community.tables.row_types import ColumnName

_Told = tuple[TermKind, int, str]
"""The kind, place and text of a term."""
_Entry = tuple[tuple[_Told, ...], str | None, str]
"""What is kept of a record: its terms, its hub, and when it last changed.

These are plain tuples, and one record alone stands without a set around it below: of a county, the objects that
Python's collector would have to go through are few, so that no search waits for it.
"""


class FindIndex:
    """Which records answer what was typed. What it finds must be compared again with what its reader may see of it."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._entries: dict[str, _Entry] = {}
        self._having: dict[tuple[TermKind, int], dict[str, str | set[str]]] = defaultdict(dict)

    def __len__(self) -> int:
        """How many records are in the index."""
        return len(self._entries)

    def learn(self, table: str, row: Mapping[str, Any]) -> None:
        """Add or update this record."""
        one = str(row[ColumnName.ID])
        terms: tuple[_Told, ...] = tuple(
            dict.fromkeys((term.kind, term.place, term.text) for term in terms_of(table, row))
        )
        if one not in self._entries or self._entries[one][0] != terms:
            self.forget(one)
            for kind, place, text in terms:
                _add(self._having[kind, place], text, one)
        self._entries[one] = (terms, row.get(ColumnName.HUB), row[ColumnName.CHANGED_AT])

    def forget(self, record_id: str) -> None:
        """Remove this record."""
        terms, _, _ = self._entries.pop(record_id, ((), None, ""))
        for kind, place, text in terms:
            _remove(self._having[kind, place], text, record_id)

    def best(self, asked: Query, most: int, within: Callable[[str, str | None], bool]) -> dict[str, tuple[Rank, str]]:
        """At most so many records that answer, the best first; of those that are alike, the latest changed.

        By id: how well it answers, by all that stands in it, and when it last changed.
        `within` says whether a record, with its hub, may be in the answer at all.
        """
        by_rank: dict[Rank, set[str]] = defaultdict(set)
        for reading in asked.readings:
            for one, rank in self._all_of(reading).items():
                by_rank[rank].add(one)
        found: dict[str, tuple[Rank, str]] = {}
        for rank in sorted(by_rank):
            there = (one for one in by_rank[rank] if one not in found and within(one, self._entries[one][1]))
            latest = heapq.nlargest(most - len(found), there, key=self._latest)
            found |= {one: (rank, self._entries[one][2]) for one in latest}
            if len(found) >= most:
                break
        return found

    def _latest(self, record_id: str) -> tuple[str, str]:
        return self._entries[record_id][2], record_id

    def _all_of(self, reading: Iterable[Token]) -> dict[str, Rank]:
        """The records that have an answer to each token, with the rank of the worst one."""
        found: dict[str, Rank] | None = None
        for token in reading:
            here = self._with(token)
            if found is not None:
                few, many = sorted((found, here), key=len)
                here = {one: _both(rank, many[one]) for one, rank in few.items() if one in many}
            found = here
            if not found:
                break
        return found or {}

    def _with(self, token: Token) -> dict[str, Rank]:
        found: dict[str, Rank] = {}
        graded = [
            ((grade, place), having[text])
            for (kind, place), having in self._having.items()
            for text, grade in token.among(kind, having.keys()).items()
        ]
        for rank, those in sorted(graded, key=lambda each: each[0], reverse=True):  # the best last: it stays
            if isinstance(those, str):
                found[those] = rank
            else:
                found |= dict.fromkeys(those, rank)
        return found


def _add(having: dict[str, str | set[str]], text: str, record_id: str) -> None:
    there = having.setdefault(text, record_id)
    if isinstance(there, set):
        there.add(record_id)
    elif there != record_id:
        having[text] = {there, record_id}


def _remove(having: dict[str, str | set[str]], text: str, record_id: str) -> None:
    there = having.get(text)
    if isinstance(there, set):
        there.discard(record_id)
        if len(there) == 1:
            having[text] = next(iter(there))
    elif there == record_id:
        del having[text]


def _both(one: Rank, other: Rank) -> Rank:
    return max(one[0], other[0]), max(one[1], other[1])
