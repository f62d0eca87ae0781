"""What a list says otherwise than the book about a record that is known, and which of that is a correction.

A cell is a correction where the list itself has changed: it says something else than it said when it was brought in,
and nobody has put that right here since. What people told or corrected here is never overwritten by an old list.
"""

from collections.abc import Iterable, Sequence

from community.book import Reader
from community.importing.column_guess import ColumnGuess
from community.importing.import_plan import CorrectedField
from community.importing.known_rows import KnownRow
from community.importing.list_kinds import MADE_FROM, ListKind
from community.importing.list_row import ReadRow
from community.importing.row_troubles import RowTrouble, Trouble
from community.tables import TABLES
from community.tables.canonical import Value, as_text, of
from community.tables.row import EXTRA
from community.tables.verbs import Verb
from community.wording import first_upper, spelled


class Comparison:
    """Compares rows of one list with the records that they are."""

    def __init__(self, reader: Reader, kind: ListKind, guesses: Iterable[ColumnGuess]) -> None:
        """Work out which columns of the table this list tells at all."""
        self._reader, self._table = reader, TABLES[kind.table]
        told = {each.field.partition(":")[0] for each in guesses}
        told = {{"slot": "slots", "task": "tasks"}.get(name, name) for name in told}
        self._columns = [
            column
            for column in self._table.columns
            if column.origin == "told" and column.name != EXTRA and MADE_FROM.get(column.name, {column.name}) & told
        ]

    def with_book(self, known: KnownRow, read: ReadRow) -> tuple[Sequence[CorrectedField], Sequence[RowTrouble]]:
        """The fields that the list puts right, and those in which it differs while the book stays as it is."""
        corrected: list[CorrectedField] = []
        odd: list[RowTrouble] = []
        for column in self._columns:
            here, there = known.values.get(column.name), read.values.get(column.name)
            if here == there or (there is None and not known.from_list):
                continue
            header = first_upper(spelled(column.name))
            if not known.from_list:
                odd.append(RowTrouble(read.number, header, Trouble.DIFFERS))
                continue
            before = self._brought(known, column.name)
            if before == there:
                continue  # the list is as it was; somebody put it right here
            if before == here:
                corrected.append(CorrectedField(column.name, here, there))
            else:
                odd.append(RowTrouble(read.number, header, Trouble.CHANGED_HERE))
        return corrected, odd

    def _brought(self, known: KnownRow, field: str) -> Value:
        """What a list last said of this field."""
        column = self._table[field]
        received = self._reader.received(self._table.name, str(known.id))
        value = received[field] if received is not None else None
        changes = self._reader.changes(
            record_id=str(known.id),
            where=lambda c: [c.field == field, c.action.like(f"{Verb.BRING_IN}-%"), c.conflict.is_(None)],
        )
        if changes:
            return of(column, changes[-1].now)
        return value


def shown(value: object) -> str:
    """A value as a preview shows it."""
    return as_text(value) or "nothing"  # type: ignore[arg-type]
