"""What a list says otherwise than the book about a record that is known, and which of that is a correction.

A cell is a correction where the list itself has changed: it says something else than it said when it was brought in,
and nobody has put that right here since. What people told or corrected here is never overwritten by an old list.
"""

import json
from collections.abc import Sequence

from community.casework import Visibility, closed_to
from community.importing.column_guess import ColumnGuess
from community.importing.import_plan import CorrectedField
from community.importing.known_rows import KnownRow
from community.importing.list_kinds import MADE_FROM, ListKind
from community.importing.list_row import ReadRow
from community.importing.row_troubles import RowTrouble, Trouble
from community.tables import TABLES
from community.tables.canonical import Value, as_text, of
from community.tables.column import Column
from community.tables.row import EXTRA
from community.tables.row_types import ColumnName
from community.tables.statuses import VolunteerStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import YesNo
from community.wording import first_upper, spelled


class Comparison:
    """Compares rows of one list with the records that they are."""

    def __init__(self, visible: Visibility, kind: ListKind, guesses: Sequence[ColumnGuess]) -> None:
        """Work out which columns of the table this list tells at all."""
        self._visible, self._reader, self._table = visible, visible.reader, TABLES[kind.table]
        told = {each.field.partition(":")[0] for each in guesses}
        self._tells_status = "status" in told and kind.code == "volunteers"
        self._own = [each.field.removeprefix(f"{EXTRA}.") for each in guesses if each.field.startswith(f"{EXTRA}.")]
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
        odd += self._of_status(known, read)
        open_columns = self._open_columns(known)
        if len(open_columns) < len(self._columns):
            odd.append(RowTrouble(read.number, None, Trouble.PROTECTED))
        for column in open_columns:
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
        there = json.loads(str(read.values.get(EXTRA) or "{}"))
        for name in self._own:  # what they told since is not overwritten, and a person looks at it
            if name in there and known.extra.get(name) != there[name]:
                odd.append(RowTrouble(read.number, first_upper(spelled(name)), Trouble.DIFFERS))
        now = {each.field: each.now for each in corrected}
        if (
            known.values.get(ColumnName.STATUS) == VolunteerStatus.READY
            and now.get(ColumnName.CONSENT, YesNo.YES) != YesNo.YES
        ):
            odd.append(RowTrouble(read.number, "Consent", Trouble.AGREES_NO_MORE))
        return corrected, odd

    def _open_columns(self, known: KnownRow) -> Sequence[Column]:
        """The columns that may be compared: a protected address is not even told to be the same."""
        closed = closed_to(self._visible, self._table.name, str(known.id))
        return [column for column in self._columns if column.name not in closed]

    def _of_status(self, known: KnownRow, read: ReadRow) -> list[RowTrouble]:
        """Whether the list says of where a volunteer stands what neither it nor the book said before."""
        status = read.values.get(ColumnName.STATUS)
        if not (self._tells_status and known.from_list) or status == known.values.get(ColumnName.STATUS):
            return []
        return (
            []
            if status == self._brought(known, "status")
            else [RowTrouble(read.number, "Status", Trouble.STATUS_OTHER)]
        )

    def _brought(self, known: KnownRow, field: str) -> Value:
        """What a list last said of this field."""
        column = self._table[field]
        received = self._reader.received(self._table.name, str(known.id))
        value = received[field] if received is not None else None
        changes = self._reader.changes(
            record_id=str(known.id),
            where=lambda c: [c.field == field, c.action.like(f"{Verb.BRING_IN}-%"), c.conflict.is_(None)],
        )
        standing = [each for each in changes if self._stands(each.action)]
        return of(column, standing[-1].now) if standing else value

    def _stands(self, action: str) -> bool:
        """Whether nobody took this action back, or that was taken back in its turn."""
        undone = {each.action for each in self._reader.changes(where=lambda c: [c.undoes == action])}
        return not any(self._stands(each) for each in undone)


def shown(value: object) -> str:
    """A value as a preview shows it."""
    return as_text(value) or "nothing"  # type: ignore[arg-type]
