"""Records packed tightly, to be found by their terms: some hundred bytes for each; Python's objects take thousands.

Nothing in them changes, but that a record may go. Each text stands once, in one long string of its kind, and beside it
the numbers of its records; the later a record changed, the higher its number.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from community.identity.find_query import Grade, Query, Rank, Token
from community.identity.find_terms import PLACES, SPELT, TermKind
from community.identity.personal_names import NEAR

Entry = tuple[str, str, str | None]
"""When a record last changed, its id, and its hub."""
Having = Mapping[str, str | set[str]]
"""By text, the id of the record that has it, or of all that have it."""
_END = "\n"
"""No term holds one: they are words, addresses and numbers."""
_NO = 255
"""No answer, among codes of ranks: `Grade * PLACES + place`."""


@dataclass(frozen=True, repr=False)
class _Texts:
    """The texts of one kind, with the numbers of the records that have each."""

    joined: str
    starts: npt.NDArray[np.int64]
    bounds: npt.NDArray[np.int64]
    records: npt.NDArray[np.int32]
    words: tuple[str, ...]
    """The same texts, where other spellings of them are looked for; else none."""

    @classmethod
    def of(cls, having: Having, numbers: Mapping[str, int], *, spelt: bool) -> "_Texts":
        texts = list(having)
        owners = [[numbers[one] for one in ({those} if isinstance(those, str) else those)] for those in having.values()]
        return cls(
            _END + "".join(f"{text}{_END}" for text in texts),
            np.cumsum([1, *(len(text) + 1 for text in texts)], dtype=np.int64),
            np.cumsum([0, *map(len, owners)], dtype=np.int64),
            np.array([one for each in owners for one in each], np.int32),
            tuple(texts) if spelt else (),
        )

    def containing(self, form: str) -> dict[int, str]:
        return self._found(form, 0)

    def beginning(self, form: str) -> dict[int, str]:
        return self._found(f"{_END}{form}", 1)

    def spelt_like(self, form: str) -> dict[int, str]:
        spelt = process.extract_iter(form, self.words, scorer=fuzz.ratio, score_cutoff=NEAR)
        return {one: text for text, _, one in spelt}

    def _found(self, form: str, skipped: int) -> dict[int, str]:
        at = [found.start() + skipped for found in re.finditer(re.escape(form), self.joined)]
        which = np.unique(np.searchsorted(self.starts, at, side="right") - 1).tolist() if at else ()
        return {one: self.joined[self.starts[one] : self.starts[one + 1] - 1] for one in which}

    def those_with(self, texts: Iterable[int]) -> npt.NDArray[np.int32]:
        return np.concatenate([self.records[self.bounds[one] : self.bounds[one + 1]] for one in texts])


class PackedRecords:
    """Some thousands of records."""

    def __init__(self, entries: Iterable[Entry], having: Mapping[tuple[TermKind, int], Having]) -> None:
        """Pack these records, whose terms are these, by kind and place."""
        told = sorted(entries, key=lambda entry: entry[:2])
        self._ids, self._changed = np.array([e[1] for e in told], "S"), np.array([e[0] for e in told], "S")
        self._hubs: list[str | None] = list(dict.fromkeys(entry[2] for entry in told))
        codes = {hub: code for code, hub in enumerate(self._hubs)}
        self._hub = np.array([codes[entry[2]] for entry in told], np.int32)
        self._by_id = np.argsort(self._ids)
        self._gone = np.zeros(len(told), np.bool_)
        numbers = {entry[1]: number for number, entry in enumerate(told)}
        self._texts = {
            (kind, place): _Texts.of(each, numbers, spelt=kind in SPELT)
            for (kind, place), each in having.items()
            if each
        }

    def __len__(self) -> int:
        """How many are still there."""
        return len(self._gone) - int(self._gone.sum())

    def forget(self, record_id: str) -> None:
        """Remove this record, if it is one of these."""
        if not record_id.isascii():
            return
        place = int(np.searchsorted(self._ids, record_id.encode(), sorter=self._by_id))
        if place < len(self._by_id) and self._ids[self._by_id[place]] == record_id.encode():
            self._gone[self._by_id[place]] = True

    def answering(self, asked: Query) -> dict[Rank, Iterator[Entry]]:
        """Those that answer, by how well; of those that are alike, the latest changed first."""
        best = np.full(len(self._gone), _NO, np.uint8)
        for reading in asked.readings:
            np.minimum(best, self._all_of(reading), out=best)
        best[self._gone] = _NO
        return {
            (Grade(code // PLACES), code % PLACES): self._entries(np.flatnonzero(best == code)[::-1])
            for code in np.unique(best).tolist()
            if code != _NO
        }

    def _entries(self, numbers: npt.NDArray[np.int64]) -> Iterator[Entry]:
        for one in numbers.tolist():
            yield self._changed[one].decode(), self._ids[one].decode(), self._hubs[self._hub[one]]

    def _all_of(self, reading: Iterable[Token]) -> npt.NDArray[np.uint8]:
        """By record, the code of its worst answer to these tokens; that of none where one has no answer."""
        worst: npt.NDArray[np.uint8] | None = None
        for token in reading:
            here = self._with(token)
            if worst is not None:
                here = _worse(worst, here)
            worst = here
        return np.full(len(self._gone), _NO, np.uint8) if worst is None else worst

    def _with(self, token: Token) -> npt.NDArray[np.uint8]:
        found = np.full(len(self._gone), _NO, np.uint8)
        graded: dict[tuple[int, tuple[TermKind, int]], list[int]] = {}
        for (kind, place), texts in self._texts.items():
            for one, grade in token.among(kind, texts).items():
                graded.setdefault((grade * PLACES + place, (kind, place)), []).append(one)
        for code, which in sorted(graded, reverse=True):  # the best last: it stays
            found[self._texts[which].those_with(graded[code, which])] = code
        return found


def _worse(one: npt.NDArray[np.uint8], other: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The worse of the two grades with the worse of the two places; none where one of them is none."""
    grade = np.maximum(one // PLACES, other // PLACES)
    both = grade * PLACES + np.maximum(one % PLACES, other % PLACES)
    return np.where((one == _NO) | (other == _NO), np.uint8(_NO), both)
