"""Rectangles of cells, and what becomes of them when rows or columns are put in, taken out or moved."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

ROWS, COLUMNS = "ROWS", "COLUMNS"
_KEYS = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")


class Box(NamedTuple):
    """A half-open rectangle, counted from zero; None is open to that side."""

    top: int | None = None
    bottom: int | None = None
    left: int | None = None
    right: int | None = None

    @classmethod
    def of(cls, grid_range: Mapping[str, Any]) -> "Box":
        """Return the box of a GridRange."""
        return cls(*(grid_range.get(key) for key in _KEYS))

    def json(self, sheet_id: int) -> dict[str, Any]:
        """Return the GridRange; as Google does, without a sheet id of nought."""
        sides = {key: side for key, side in zip(_KEYS, self, strict=True) if side is not None}
        return ({"sheetId": sheet_id} if sheet_id else {}) | sides

    def within(self, rows: int, columns: int) -> "Area":
        """Return the box with its open sides closed, cut to a grid of this size."""
        bottom = rows if self.bottom is None else min(self.bottom, rows)
        right = columns if self.right is None else min(self.right, columns)
        return Area(self.top or 0, bottom, self.left or 0, right)


class Area(NamedTuple):
    """A box with four sides."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def height(self) -> int:
        return max(0, self.bottom - self.top)

    @property
    def width(self) -> int:
        return max(0, self.right - self.left)

    def overlaps(self, other: "Area") -> bool:
        """Tell whether the two share a cell."""
        return (
            self.top < other.bottom and other.top < self.bottom and self.left < other.right and other.left < self.right
        )

    def contains(self, other: "Area") -> bool:
        """Tell whether the other lies wholly inside."""
        return (
            self.top <= other.top
            and other.bottom <= self.bottom
            and self.left <= other.left
            and other.right <= self.right
        )

    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield (row, column) row by row."""
        for row in range(self.top, self.bottom):
            for column in range(self.left, self.right):
                yield row, column


class Inserted(NamedTuple):
    """So many rows or columns were put in before index `at`."""

    at: int
    number: int

    def span(self, start: int | None, end: int | None) -> tuple[int | None, int | None] | None:
        """Return where a span of indexes is afterwards."""
        if start is not None and start >= self.at:
            return start + self.number, None if end is None else end + self.number
        return start, end + self.number if end is not None and end > self.at else end


class Deleted(NamedTuple):
    """The indexes from `start` up to `end` are gone."""

    start: int
    end: int

    def span(self, start: int | None, end: int | None) -> tuple[int | None, int | None] | None:
        """Return where a span of indexes is afterwards, None when nothing of it is left."""
        first = None if start is None else self._index(start)
        last = None if end is None else self._index(end)
        if last is not None and (first or 0) >= last and (start or 0) < (end or 0):
            return None
        return first, last

    def _index(self, index: int) -> int:
        return index if index <= self.start else max(self.start, index - (self.end - self.start))


class Moved(NamedTuple):
    """The indexes from `start` up to `end` went to before index `to`, as counted before the move."""

    start: int
    end: int
    to: int

    def order(self, count: int) -> list[int]:
        """Return the old indexes in their new order."""
        taken, rest = list(range(self.start, self.end)), [*range(self.start), *range(self.end, count)]
        at = self.to if self.to <= self.start else self.to - len(taken)
        return rest[:at] + taken + rest[at:]

    def place(self, index: int) -> int:
        """Return the new place of an old index."""
        width = self.end - self.start
        if self.start <= index < self.end:
            return index - self.start + (self.to if self.to <= self.start else self.to - width)
        if self.end <= index < self.to:
            return index - width
        if self.to <= index < self.start:
            return index + width
        return index

    def span(self, start: int | None, end: int | None) -> tuple[int | None, int | None] | None:
        """Return where a span is afterwards; one that the move tears apart stays where it was."""
        if start is None or end is None or start >= end:
            return start, end
        first, last = self.place(start), self.place(end - 1)
        return (first, last + 1) if last - first == end - 1 - start else (start, end)


Shift = Inserted | Deleted | Moved


def shifted(box: Box, dimension: str, shift: Shift) -> Box | None:
    """Return a box after rows or columns changed place, None when nothing of it is left."""
    if dimension == ROWS:
        span = shift.span(box.top, box.bottom)
        return None if span is None else box._replace(top=span[0], bottom=span[1])
    span = shift.span(box.left, box.right)
    return None if span is None else box._replace(left=span[0], right=span[1])
