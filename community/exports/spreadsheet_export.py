"""Rows as a file that a spreadsheet program opens. What people typed stays text, whatever it looks like."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "|", "%")
"""With these a cell may begin to calculate, also in their full-width forms (OWASP, CSV injection)."""
_UNSEEN = " \u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"
LONGEST = 32_767
"""Characters that a cell of an .xlsx file can hold."""
SUFFIXES = (".csv", ".xlsx")


def defused(text: str) -> str:
    """The text, with an apostrophe in front if a spreadsheet program could calculate it instead of showing it."""
    begins = text.lstrip(_UNSEEN)
    return f"'{text}" if text.startswith(TRIGGERS) or begins.startswith(TRIGGERS) else text


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The rows as CSV: UTF-8 with the mark that Excel needs, every cell in quotes, every text defused."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in [columns, *rows]:
        writer.writerow([defused(_text(value)) for value in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def spreadsheet(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The rows as .xlsx, with every cell a text: no formulas, links or numbers, whatever it begins with."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        sheet = book.add_worksheet("List")
        heading, plain = book.add_format({"bold": True, "num_format": "@"}), book.add_format({"num_format": "@"})
        for number, row in enumerate([columns, *rows]):
            for place, value in enumerate(row):
                text = "".join(sign for sign in _text(value) if sign.isprintable() or sign in "\n\t")
                sheet.write_string(number, place, text[:LONGEST], plain if number else heading)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(0, len(columns) - 1), 18)
    return made.getvalue()


def as_file(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The rows in the format that the file's name asks for."""
    return spreadsheet(columns, rows) if path.suffix.lower() == ".xlsx" else csv_file(columns, rows)


def _text(value: object) -> str:
    return "" if value is None else str(value)
