"""Columns of a list that answer a community's own questions, known by the question's words or its name."""

from collections.abc import Mapping

from community import forms
from community.importing.column_words import folded
from community.importing.row_cells import RowCell, RowCells
from community.importing.row_troubles import Trouble
from community.importing.told_codes import read_codes, read_yes_no
from community.importing.value_cells import ValueReader
from community.settings import ExtraQuestion, Settings
from community.tables.canonical import typed_number
from community.tables.row import EXTRA

_ASKED_AS = {"residents": "help_requests"}
"""A table that no form fills: its people are asked by the form of another."""


def own_questions(table: str, settings: Settings) -> Mapping[str, ExtraQuestion]:
    """By field: the community's own questions that a list of this table's people may answer."""
    asked = {name for name, form in forms.load(settings).items() if form.table == _ASKED_AS.get(table, table)}
    own = settings.extra_questions.items()
    return {f"{EXTRA}.{name}": question for name, question in own if asked.intersection(question.forms)}


def own_answers(cells: RowCells, questions: Mapping[str, ExtraQuestion], reader: ValueReader) -> dict[str, object]:
    """The answers by field. What can't be read is kept as it stands, as on the form."""
    return {
        field: _read(asked, field, cell, cells, reader)
        for field, asked in questions.items()
        if (cell := cells.first(field)) is not None
    }


def _read(asked: ExtraQuestion, field: str, cell: RowCell, cells: RowCells, reader: ValueReader) -> object:
    match asked.kind:
        case "date":
            day = reader.day(cells, field, past=False, unread=Trouble.ANSWER_UNREAD)
            return day.isoformat() if day else cell.text
        case "number" | "yes_no":
            told = typed_number(cell.text) if asked.kind == "number" else read_yes_no(cell.text)
            if told is None:
                cells.odd(Trouble.ANSWER_UNREAD, cell)
            return told or cell.text
        case "one" | "many":
            words = {folded(told): code for code, label in asked.options.items() for told in (code, label)}
            codes, unknown = read_codes(cell.text, words)
            if asked.kind == "one" and len([*codes, *unknown]) != 1:
                codes, unknown = [], [cell.text]
            if unknown:
                cells.odd(Trouble.WORDS_UNKNOWN, cell)
            told_words = [*codes, *unknown]
            return told_words if asked.kind == "many" else told_words[0]
        case _:
            return cell.text
