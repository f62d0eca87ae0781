"""Typed arrays read from the columns of a frame, in the order of the ids."""

import operator
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from community.matching.matching_errors import MatchingError

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint64]
Texts = npt.NDArray[np.object_]

_WORD = 64


def among(keys: Ints, wanted: Ints) -> Flags:
    """Flags that say which of these keys are among `wanted`, which is sorted."""
    if not len(wanted):
        return np.zeros(len(keys), np.bool_)
    found: Flags = wanted[np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)] == keys
    return found


def united(keys: Ints, more: Ints) -> Ints:
    """The keys of both, each once and sorted, as each of the two is. Quick where one of them is much shorter."""
    if len(more) > len(keys):
        keys, more = more, keys
    new = more[~among(more, keys)]
    return np.insert(keys, np.searchsorted(keys, new), new) if len(new) else keys


def parted(keys: Ints, count: int) -> tuple[Ints, Ints]:
    """The two numbers that each key was made of: `first * count + second`."""
    first: Ints = keys // max(count, 1)  # quicker than `divmod`
    return first, keys - first * max(count, 1)


def _sorted(ids: Texts) -> Ints:
    if all(map(operator.le, ids[:-1], ids[1:])):  # a large board comes out of a book in order
        return np.arange(len(ids))
    return np.argsort(np.array(ids, dtype=str), kind="stable")


class PlainFrame:
    """A frame as plain rows. pandas is made for many: a frame of one row takes it a thousandth of a second."""

    def __init__(self, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
        """Take the names of the columns, and the rows with a value for each."""
        self.columns, self.rows, self.attrs = columns, rows, dict[str, Any]()

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, name: str) -> Texts:
        place, column = self.columns.index(name), np.empty(len(self.rows), dtype=object)
        for number, row in enumerate(self.rows):  # at once, numpy would look into sets
            column[number] = row[place]
        return column

    def for_many(self) -> pd.DataFrame:
        """The same frame by pandas, which reads the columns of many rows quicker."""
        return pd.DataFrame(self.rows, columns=list(self.columns))


Frame = pd.DataFrame | PlainFrame


def _numbers(column: Any) -> Floats:
    """The column as numbers, with None as NaN. What plain NumPy can't read (NA) pandas may."""
    if column.dtype.kind not in "iuf":
        try:
            return np.array([np.nan if one is None else one for one in column], dtype=np.float64)
        except (TypeError, ValueError):
            column = pd.to_numeric(pd.Series(column))
    return np.array(column, dtype=np.float64)


class Cells:
    """One frame, read column by column in the order of its ids. An empty frame needs no columns."""

    def __init__(self, frame: Frame, key: str) -> None:
        """Raises MatchingError when an id is missing or given twice."""
        self.codes: Mapping[str, Sequence[str]] = frame.attrs.get("codes", {})
        self.frame = frame
        if isinstance(frame, pd.DataFrame):
            # Without `attrs`, because pandas copies them for each column that is read.
            self.frame = pd.DataFrame(frame)
            self.frame.attrs = {}
        ids = self.objects(key)
        if not all(isinstance(one, str) and one for one in ids):
            raise MatchingError(f"{key} must be text in every row.")
        self.order = _sorted(ids)
        self.ids: Texts = ids[self.order]
        if len(set(ids)) != len(ids):
            raise MatchingError(f"{key} is given twice.")

    def objects(self, name: str) -> Texts:
        """The column as it stands, in the order of the rows."""
        if name in self.frame.columns:
            column = self.frame[name]
            return column if isinstance(column, np.ndarray) else column.to_numpy(dtype=object)
        if len(self.frame):
            raise MatchingError(f"The column {name} is missing.")
        return np.zeros(0, object)

    def _column(self, name: str) -> Any:
        if name not in self.frame.columns:
            return self.objects(name)
        column = self.frame[name]
        return (column if isinstance(column, np.ndarray) else column.to_numpy())[self.order]

    def has(self, name: str) -> bool:
        """Whether the frame has this optional column."""
        return name in self.frame.columns

    def texts(self, name: str) -> Texts:
        """Text as given; a missing one is empty."""
        return np.array([one if isinstance(one, str) else "" for one in self._column(name)], dtype=object)

    def floats(self, name: str) -> Floats:
        """Numbers; missing and infinite ones are NaN."""
        column = self._column(name)
        try:
            values = _numbers(column)
        except (TypeError, ValueError):
            raise MatchingError(f"The column {name} must hold numbers.") from None
        values[~np.isfinite(values)] = np.nan
        return values

    def ints(self, name: str, low: int = -(2**31), high: int = 2**31) -> Ints:
        """Whole numbers from `low` to below `high`; raises MatchingError for anything else."""
        values = self.floats(name)
        whole = np.where(np.isnan(values), -1e18, values)
        if np.any((whole != np.rint(whole)) | (whole < low) | (whole >= high)):
            raise MatchingError(f"The column {name} must hold whole numbers from {low} to {high - 1}.")
        return whole.astype(np.int64)

    def flags(self, name: str) -> Flags:
        """Flags; a missing one is no."""
        values = self._column(name)
        if values.dtype == np.bool_:
            return np.array(values, dtype=np.bool_)
        return np.array([not pd.isna(one) and bool(one) for one in values], dtype=np.bool_)

    def sets(self, name: str) -> list[Iterable[str]]:
        """The members of each row's set, given as a set or as bits."""
        codes, column = self.codes.get(name), self._column(name)
        if codes is None:
            return [self._members(name, one) for one in column]
        if column.dtype.kind in "iu" and not column.any():
            return [()] * len(column)
        return [[code for bit, code in enumerate(codes) if int(one) >> bit & 1] for one in column]

    def vocabulary(self, name: str) -> set[str]:
        """All codes that a column of sets may hold."""
        codes = self.codes.get(name)
        if codes is not None and self.has(name):
            return set(codes)
        return {code for members in self.sets(name) for code in members}

    @staticmethod
    def _members(name: str, one: object) -> Iterable[str]:
        if isinstance(one, (set, frozenset, list, tuple, np.ndarray)):
            return one
        if one is None or (isinstance(one, float) and np.isnan(one)) or one is pd.NA:
            return ()
        raise MatchingError(f'The column {name} must hold sets, or whole numbers with attrs["codes"].')

    def masks(self, name: str, vocabulary: Mapping[str, int]) -> Bits:
        """Bit masks, rows x words of 64 bits: bit b stands for the code whose number in the vocabulary is b.

        Codes outside the vocabulary are left out, because no need asks for them.
        """
        masks = np.zeros((len(self.ids), max(1, -(-len(vocabulary) // _WORD))), np.uint64)
        column = self._column(name)
        codes = self.codes.get(name)
        if codes is not None and column.dtype.kind in "iu":
            bits = column.astype(np.uint64)
            for bit, code in enumerate(codes):
                if code in vocabulary:
                    word, place = divmod(vocabulary[code], _WORD)
                    masks[:, word] |= ((bits >> np.uint64(bit)) & np.uint64(1)) << np.uint64(place)
            return masks
        for row, members in enumerate(self.sets(name)):
            for code in members:
                if code in vocabulary:
                    word, place = divmod(vocabulary[code], _WORD)
                    masks[row, word] |= np.uint64(1 << place)
        return masks
