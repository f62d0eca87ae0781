"""What each column of a list holds, guessed from its header and from its cells; a person puts it right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from community.identity import email_addresses, phone_numbers
from community.importing.column_words import LEAVE_OUT, NOTES, folded, is_nothing, read_column_words
from community.importing.header_words import field_of, why_never
from community.importing.list_kinds import ListKind
from community.importing.list_layout import ListColumn, ListTable
from community.importing.told_codes import known_words
from community.importing.told_slots import header_slots
from community.places import parse
from community.settings import ExtraQuestion, Settings
from community.wording import column_words as name_words

_MOST = 0.6
"""So large a part of a column's cells has to look alike before the column is taken for that."""
_LOOK = 200


@dataclass(frozen=True)
class ColumnGuess:
    """What a column is taken for: a field, `slot:CODES` or `task:CODE` for a column of ticks; and why."""

    column: ListColumn
    field: str
    by: str
    """header, cells, or nothing: then it is kept among the notes until somebody says otherwise."""
    why_out: str | None = None
    """Why it is never taken in."""

    @property
    def label(self) -> str:
        """What the field is called."""
        return field_label(self.field)


def guess_columns(
    table: ListTable, kind: ListKind, settings: Settings, own: Mapping[str, ExtraQuestion]
) -> list[ColumnGuess]:
    """One guess for each column, in order. Each field that holds one value has one column at most.

    `own`: by field, the community's own questions that such a list may answer.
    """
    asked = {
        folded(words): field
        for field, each in own.items()
        for words in (field.partition(".")[2], each.label, each.short or each.label)
    }
    found: list[ColumnGuess] = []
    taken: set[str] = set()
    tasks = known_words("tasks", settings) if "tasks" in kind.fields else {}
    for column in table.columns:
        guess = _by_header(column, kind, tasks, asked)
        if guess is not None and guess.field in taken and guess.field not in kind.joined:
            guess = ColumnGuess(column, NOTES, "nothing")
        found.append(guess or ColumnGuess(column, NOTES, "nothing"))
        taken.add(found[-1].field)
    for place, guess in enumerate(found):
        if guess.by == "nothing" and guess.field == NOTES and not _is_named_note(guess.column, kind):
            field = _by_cells([row.cells[guess.column.place] for row in table.rows[:_LOOK]], kind, taken, guess.column)
            if field is not None:
                found[place] = ColumnGuess(guess.column, field, "cells")
                taken.add(field)
    return found


def chosen_columns(guesses: Sequence[ColumnGuess], chosen: Mapping[str, str]) -> list[ColumnGuess]:
    """The guesses with what a person chose, by header. What is never taken in stays out, whatever was chosen."""
    told = {folded(header): field for header, field in chosen.items()}
    return [
        ColumnGuess(each.column, told[name], "chosen")
        if (name := folded(each.column.header)) in told and each.why_out is None
        else each
        for each in guesses
    ]


def field_label(field: str) -> str:
    """What a field is called in a preview."""
    if field.startswith("slot:"):
        return "Free then (ticked)"
    if field.startswith("task:"):
        return "Offers that (ticked)"
    return read_column_words().fields.get(field) or name_words(field)


def _by_header(
    column: ListColumn, kind: ListKind, tasks: Mapping[str, str], asked: Mapping[str, str]
) -> ColumnGuess | None:
    if why := why_never(column.group, column.own):
        return ColumnGuess(column, LEAVE_OUT, "header", why)
    if folded(column.header) in asked:
        return ColumnGuess(column, asked[folded(column.header)], "header")
    if "slots" in kind.fields and (slots := header_slots(column.header) or header_slots(column.own)):
        return ColumnGuess(column, f"slot:{' '.join(slots)}", "header")
    field = field_of(kind.code, column.group, column.own)
    if field is not None and field in kind.fields:
        return ColumnGuess(column, field, "header")
    if (code := tasks.get(folded(column.own))) is not None:
        return ColumnGuess(column, f"task:{code}", "header")
    return None


def _is_named_note(column: ListColumn, kind: ListKind) -> bool:
    return field_of(kind.code, column.group, column.own) == NOTES


def _by_cells(cells: Sequence[str], kind: ListKind, taken: set[str], column: ListColumn) -> str | None:
    """The field that most of the cells look like, unless there is a column for it already."""
    told = [cell for cell in cells if not is_nothing(cell)]
    if not told:
        return None
    for field, looks in _LOOKS.items():
        if field in kind.fields and field not in taken and sum(map(looks, told)) >= _MOST * len(told):
            if field == "name" and (column.own or {"forename", "surname"} & taken):
                continue  # a column with a header of its own, such as “Dog’s name”, is no name of theirs
            return field
    return None


def _is_number(cell: str) -> bool:
    return sum(sign.isdigit() for sign in cell) >= 9 and any(not n.doubtful for n in phone_numbers(cell))


def _is_name(cell: str) -> bool:
    words = cell.replace(",", " ").split()
    return 2 <= len(words) <= 5 and all(word[0].isalpha() for word in words) and not any(s.isdigit() for s in cell)


_LOOKS: dict[str, Callable[[str], bool]] = {
    "email": lambda cell: bool(email_addresses(cell)),
    "telephone": _is_number,
    "postcode": lambda cell: len(cell) <= 9 and parse(cell).postcode is not None,
    "name": _is_name,
}
