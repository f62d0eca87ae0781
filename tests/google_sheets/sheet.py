"""One tab: its grid of cells and what hangs on its rows, columns and rectangles."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from .boxes import COLUMNS, ROWS, Area, Box, Deleted, Inserted, Moved, Shift, shifted
from .cells import BLANK, Cell, Row, tidy


class Line(NamedTuple):
    """What hangs on one row or column; `metadata` holds ids of developer metadata."""

    pixels: int | None = None
    hidden: bool = False
    filtered: bool = False
    metadata: tuple[int, ...] = ()


PLAIN = Line()


def copied(value: Any) -> Any:
    """Return a copy of what came as JSON: in a fifth of the time that `deepcopy` takes, which looks for circles."""
    if type(value) is dict:
        return {name: copied(held) for name, held in value.items()}
    return [copied(held) for held in value] if type(value) is list else value


class Sheet:
    """A tab. Rows are tuples and are replaced, never changed, so that a copy of the list is a copy of the grid."""

    def __init__(self, sheet_id: int, title: str, rows: int = 1000, columns: int = 26) -> None:
        self.id = sheet_id
        self.title = title
        self.hidden = False
        self.colour: dict[str, Any] | None = None
        self.right_to_left = False
        self.grid: dict[str, Any] = {}  # of the grid's properties those that are set, without the two counts
        self.rows: list[Row] = []  # up to the last one that was ever written to
        self.row_lines: list[Line] = [PLAIN] * rows
        self.column_lines: list[Line] = [PLAIN] * columns
        self.merges: list[Area] = []
        self.protected: list[dict[str, Any]] = []
        self.filter: dict[str, Any] | None = None
        self.groups: dict[str, list[dict[str, Any]]] = {ROWS: [], COLUMNS: []}
        self.colouring: list[dict[str, Any]] = []  # conditional formats
        self.banding: list[dict[str, Any]] = []

    @property
    def row_count(self) -> int:
        return len(self.row_lines)

    @property
    def column_count(self) -> int:
        return len(self.column_lines)

    def lines(self, dimension: str) -> list[Line]:
        """Return what hangs on the rows or on the columns."""
        return self.row_lines if dimension == ROWS else self.column_lines

    def area(self, box: Box) -> Area:
        """Return a box with its open sides closed, cut to this grid."""
        return box.within(self.row_count, self.column_count)

    def frozen(self) -> dict[str, Any]:
        """Return everything about the tab, for putting it back with `thaw`."""
        kept = {"rows", "row_lines", "column_lines", "merges"}
        state = self.__dict__
        return {name: list(value) if name in kept else copied(value) for name, value in state.items()}

    def thaw(self, frozen: dict[str, Any]) -> None:
        """Make the tab what it was when it was frozen."""
        self.__dict__.update(frozen)

    def at(self, row: int, column: int) -> Cell | None:
        """Return a cell, None when there is nothing about it."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]

    def row(self, index: int) -> Row:
        """Return a row up to its last cell that was ever written to."""
        return self.rows[index] if index < len(self.rows) else ()

    def write(self, row: int, left: int, cells: Sequence[Cell | None]) -> None:
        """Put cells side by side into a row."""
        if row >= len(self.rows):
            self.rows.extend([()] * (row + 1 - len(self.rows)))
        old = self.rows[row]
        if len(old) < left:
            old = old + (None,) * (left - len(old))
        self.rows[row] = old[:left] + tuple(cells) + old[left + len(cells) :]

    def change(self, area: Area, change: Callable[[Cell], Cell]) -> None:
        """Replace each cell of an area by what `change` makes of it."""
        # Cells are shared: most of a column is one blank. The old one is kept, so that its id stays its own.
        made: dict[int, tuple[Cell | None, Cell | None]] = {}

        def changed(cell: Cell | None) -> Cell | None:
            if id(cell) not in made:
                made[id(cell)] = cell, tidy(change(cell or BLANK))
            return made[id(cell)][1]

        for index in range(area.top, area.bottom):
            old = self.row(index)[area.left : area.right]
            beyond = [changed(None)] * (area.width - len(old)) if len(old) < area.width else []
            self.write(index, area.left, [*map(changed, old), *beyond])

    def last_row(self) -> int:
        """Return the number of rows up to the last that holds a value."""
        # Most rows of a tab hold nothing but the formats of its columns, and those cells are shared: two such rows are
        # found equal without a look into a cell.
        blank: Row = ()
        for index in range(len(self.rows) - 1, -1, -1):
            row = self.rows[index]
            if row != blank:
                if any(cell is not None and cell.value is not None for cell in row):
                    return index + 1
                blank = row
        return 0

    def insert(self, dimension: str, at: int, count: int, like: int | None) -> None:
        """Put in empty rows or columns before `at`, formatted like the one at index `like`."""
        lines = self.lines(dimension)
        lines[at:at] = [Line(pixels=lines[like].pixels) if like is not None else PLAIN] * count
        if dimension == ROWS:
            new = formats_of(self.row(like)) if like is not None else ()
            if at < len(self.rows) or new:
                self.rows.extend([()] * (at - len(self.rows)))
                self.rows[at:at] = [new] * count
        else:
            for index, row in enumerate(self.rows):
                cell = formats_of(row[like : like + 1]) if like is not None else ()
                if len(row) > at or any(cell):
                    row += (None,) * (at - len(row))
                    self.rows[index] = row[:at] + (cell or (None,)) * count + row[at:]
        self._shift(dimension, Inserted(at, count))

    def delete(self, dimension: str, start: int, end: int) -> None:
        """Take out rows or columns with all that is in them."""
        del self.lines(dimension)[start:end]
        if dimension == ROWS:
            del self.rows[start:end]
        else:
            self.rows = [row[:start] + row[end:] for row in self.rows]
        self._shift(dimension, Deleted(start, end))

    def move(self, dimension: str, move: Moved) -> None:
        """Move rows or columns with all that hangs on them."""
        lines = self.lines(dimension)
        order = move.order(len(lines))
        lines[:] = [lines[index] for index in order]
        if dimension == ROWS:
            self.rows = [self.row(index) for index in order[: max(len(self.rows), move.end, move.to)]]
        else:
            width = len(order)
            for index, row in enumerate(self.rows):
                if len(row) > min(move.start, move.to):
                    full = row + (None,) * (width - len(row))
                    self.rows[index] = tuple(full[old] for old in order)
        self._shift(dimension, move)

    def resize(self, rows: int, columns: int) -> None:
        """Make the grid this large, at its end: what is cut off is gone."""
        for dimension, count in ((ROWS, rows), (COLUMNS, columns)):
            now = len(self.lines(dimension))
            if count < now:
                self.delete(dimension, count, now)
            else:
                self.lines(dimension).extend([PLAIN] * (count - now))

    def _shift(self, dimension: str, shift: Shift) -> None:
        moved_merges = [shifted(Box(*merge), dimension, shift) for merge in self.merges]
        self.merges = [self.area(box) for box in moved_merges if box is not None]
        self.protected = _shift_all(self.protected, self.id, dimension, shift)
        self.banding = _shift_all(self.banding, self.id, dimension, shift)
        if self.filter:
            moved = _shift_all([self.filter], self.id, dimension, shift)
            self.filter = moved[0] if moved else None
        groups = []
        for group in self.groups[dimension]:
            span = shift.span(group["startIndex"], group["endIndex"])
            if span:
                groups.append(group | {"startIndex": span[0], "endIndex": span[1]})
        self.groups[dimension] = groups


def formats_of(row: Iterable[Cell | None]) -> Row:
    """Return a row with the formats and rules of another and nothing in it."""
    return tuple(tidy(Cell(format=cell.format, rule=cell.rule)) if cell else None for cell in row)


def _shift_all(held: list[dict[str, Any]], sheet_id: int, dimension: str, shift: Shift) -> list[dict[str, Any]]:
    kept = []
    for thing in held:
        box = shifted(Box.of(thing.get("range", {})), dimension, shift)
        if box is not None:
            kept.append(thing | {"range": box.json(sheet_id)})
    return kept
