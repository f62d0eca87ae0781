"""An index by which anybody in a book is found as their name, number, street, postcode, id or email is typed."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from rapidfuzz import fuzz, process

from community.identity.find_query import Query, Rank, Token
from community.identity.find_terms import TermKind, terms_of
from community.identity.packed_records import Entry, PackedRecords
from community.identity.personal_names import NEAR
from community.tables.row_types import ColumnName

_Told = tuple[TermKind, int, str]
"""The kind, place and text of a term."""
FRESH = 20_000
"""So many records are kept ready to change; then they are packed, which takes a twentieth of the memory."""


class FindIndex:
    """Which records answer what was typed. What it finds must be compared again with what its reader may see of it."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._fresh, self._packed = _FreshRecords(), list[PackedRecords]()

    def __len__(self) -> int:
        """How many records are in the index."""
        return len(self._fresh.entries) + sum(map(len, self._packed))

    def learn(self, table: str, row: Mapping[str, Any], *, new: bool = False) -> None:
        """Add or update this record; `new`: it is not in the index, so nobody need look for it."""
        if not new:
            self._forget_packed(row[ColumnName.ID])
        self._fresh.learn(table, row)
        if len(self._fresh.entries) >= FRESH:
            self._packed.append(self._fresh.packed())
            self._fresh = _FreshRecords()

    def forget(self, record_id: str) -> None:
        """Remove this record."""
        self._forget_packed(record_id)
        self._fresh.forget(record_id)

    def _forget_packed(self, record_id: str) -> None:
        for each in self._packed:
            each.forget(record_id)

    def best(self, asked: Query, most: int, within: Callable[[str, str | None], bool]) -> dict[str, tuple[Rank, str]]:
        """At most so many records that answer, the best first; of those that are alike, the latest changed.

        By id: how well it answers, by all that stands in it, and when it last changed.
        `within` says whether a record, with its hub, may be in the answer at all.
        """
        parts = [*(each.answering(asked) for each in self._packed), self._fresh.answering(asked)]
        found: dict[str, tuple[Rank, str]] = {}
        for rank in sorted({rank for part in parts for rank in part}):
            latest = heapq.merge(*(part.get(rank, ()) for part in parts), key=_changed, reverse=True)
            there = ((one, changed_at) for changed_at, one, hub in latest if within(one, hub))
            found |= {one: (rank, changed_at) for one, changed_at in islice(there, most - len(found))}
            if len(found) >= most:
                break
        return found


class _FreshRecords:
    """Records that came or changed lately, in a form that takes more of them at any time."""

    def __init__(self) -> None:
        self.entries: dict[str, tuple[tuple[_Told, ...], Entry]] = {}
        self._having: dict[tuple[TermKind, int], _FreshTexts] = defaultdict(_FreshTexts)

    def learn(self, table: str, row: Mapping[str, Any]) -> None:
        one = str(row[ColumnName.ID])
        terms: tuple[_Told, ...] = tuple(
            dict.fromkeys((term.kind, term.place, term.text) for term in terms_of(table, row))
        )
        if one not in self.entries or self.entries[one][0] != terms:
            self.forget(one)
            for kind, place, text in terms:
                self._having[kind, place].add(text, one)
        self.entries[one] = (terms, (row[ColumnName.CHANGED_AT], one, row.get(ColumnName.HUB)))

    def forget(self, record_id: str) -> None:
        if record_id in self.entries:
            for kind, place, text in self.entries.pop(record_id)[0]:
                self._having[kind, place].remove(text, record_id)

    def packed(self) -> PackedRecords:
        return PackedRecords((entry for _, entry in self.entries.values()), self._having)

    def answering(self, asked: Query) -> dict[Rank, Iterator[Entry]]:
        """See `PackedRecords.answering`."""
        best: dict[str, Rank] = {}
        for reading in asked.readings:
            for one, rank in self._all_of(reading).items():
                best[one] = min(rank, best.get(one, rank))
        by_rank: dict[Rank, list[Entry]] = defaultdict(list)
        for one, rank in best.items():
            by_rank[rank].append(self.entries[one][1])
        return {rank: _latest(entries) for rank, entries in by_rank.items()}

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
            for text, grade in token.among(kind, having).items()
        ]
        for rank, those in sorted(graded, key=lambda each: each[0], reverse=True):  # the best last: it stays
            if isinstance(those, str):
                found[those] = rank
            else:
                found |= dict.fromkeys(those, rank)
        return found


class _FreshTexts(dict[str, str | set[str]]):
    """By text, the id of the record that has it; a set only where several have it, because sets are large."""

    def add(self, text: str, record_id: str) -> None:
        there = self.setdefault(text, record_id)
        if isinstance(there, set):
            there.add(record_id)
        elif there != record_id:
            self[text] = {there, record_id}

    def remove(self, text: str, record_id: str) -> None:
        there = self.get(text)
        if isinstance(there, set):
            there.discard(record_id)
            if len(there) == 1:
                self[text] = next(iter(there))
        elif there == record_id:
            del self[text]

    def containing(self, form: str) -> dict[str, str]:
        return {text: text for text in self if form in text}

    def beginning(self, form: str) -> dict[str, str]:
        return {text: text for text in self if text.startswith(form)}

    def spelt_like(self, form: str) -> dict[str, str]:
        spelt = process.extract_iter(form, self.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
        return {text: text for text, _, _ in spelt}


def _latest(entries: list[Entry]) -> Iterator[Entry]:
    yield from sorted(entries, key=_changed, reverse=True)  # only once somebody asks for these


def _changed(entry: Entry) -> tuple[str, str]:
    return entry[:2]


def _both(one: Rank, other: Rank) -> Rank:
    return max(one[0], other[0]), max(one[1], other[1])
