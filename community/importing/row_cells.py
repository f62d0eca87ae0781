"""The cells of one row by what they hold, and what is found out while they are read."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from community.importing.column_guess import ColumnGuess
from community.importing.column_words import LEAVE_OUT, folded, is_nothing
from community.importing.header_words import is_about_others
from community.importing.list_file import ListLine
from community.importing.row_troubles import RowTrouble, Trouble

_DIED = re.compile(
    r"(?:(?:date )?deceased|died|dead|death|date of death|d o d|rip|r i p|passed away)(?: (?:on|in))?[ \d]*$"
)
"""All that stands in a cell or in a header, with a day or without one; more words may be about somebody else."""
_NOT_DEAD = re.compile(r"(?:n|no|f|false|0|☐)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class RowCell:
    """What stands in one cell, and what its column is called."""

    header: str
    text: str = field(repr=False)


@dataclass
class RowCells:
    """The cells of a row by field, without those that say nothing. Readers add troubles, flags and lines of notes."""

    number: int
    by_field: Mapping[str, Sequence[RowCell]] = field(repr=False)
    troubles: list[RowTrouble] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list, repr=False)

    @property
    def tells_death(self) -> bool:
        """Whether the list says of this row's person that they have died."""
        told = [cell for name in ("status", "notes") for cell in self.all(name) if not is_about_others(cell.header)]
        return any(
            _DIED.match(folded(cell.text)) or (_DIED.match(folded(cell.header)) and not _NOT_DEAD.match(cell.text))
            for cell in told
        )

    def first(self, name: str) -> RowCell | None:
        """The cell of a field that one column holds."""
        cells = self.by_field.get(name)
        return cells[0] if cells else None

    def all(self, name: str) -> Sequence[RowCell]:
        """The cells of a field that several columns may hold, in the order of the columns."""
        return self.by_field.get(name, ())

    def joined(self, name: str, between: str = ", ") -> str | None:
        """What stands in the cells of a field, each once."""
        return between.join(dict.fromkeys(cell.text for cell in self.all(name))) or None

    def odd(self, trouble: Trouble, cell: RowCell | None = None, *, keep: bool = False) -> None:
        """Note that something is odd; with `keep`, what stands there is kept among the notes."""
        self.troubles.append(RowTrouble(self.number, cell.header if cell else None, trouble))
        if keep and cell is not None:
            self.keep(cell)

    def keep(self, cell: RowCell) -> None:
        """Keep what stands in the cell among the notes, under the name of its column."""
        self.notes.append(f"{cell.header}: {cell.text}")


def cells_of(line: ListLine, guesses: Iterable[ColumnGuess], left_out: frozenset[str] = frozenset()) -> RowCells:
    """The cells of a line by field. `left_out` are fields that may not be taken in."""
    found: dict[str, list[RowCell]] = defaultdict(list)
    for guess in guesses:
        text = line.cells[guess.column.place].strip()
        if guess.field != LEAVE_OUT and guess.field not in left_out and not is_nothing(text):
            found[guess.field].append(RowCell(guess.column.header, text))
    return RowCells(line.number, found)
