"""Print a table of the book."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from community import exports
from community.book import CHANGES, ChangeRow, Reader, utc_now
from community.casework import protected_addresses
from community.runtime.book_opening import open_book
from community.settings import load
from community.tables import TABLES
from community.tables.row_types import ColumnName
from community.wording import counted

WIDEST, KEPT_APART = 40, "concerns"
SHOWN = tuple(name for name in TABLES if name != KEPT_APART)
"""Safeguarding concerns are in no list: they are opened on their own page, and each opening is written down."""
_MARKS = ("at", "by", "changed_at")
_VALUES = (ChangeRow.was.name, ChangeRow.now.name)
_SAID = (*_VALUES, ChangeRow.reason.name)


@click.command("show")
@click.argument("table", type=click.Choice([*SHOWN, "changes"]), metavar="TABLE")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for each row, with everything in it.")
@click.option("--personal", is_flag=True, help="Print what is about a person too.")
@click.option(
    "--to",
    "file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it into a new file instead, for a spreadsheet program: FILE ends in .csv or .xlsx.",
)
def command(table: str, as_json: bool, personal: bool, file: Path | None) -> None:
    """Print a table of the book.

    Without --json it is a table for people, and what is about a person is left out unless --personal asks for it:
    screens are seen by others, and a terminal remembers. With --json it is for programs: every column of each current
    row, personal or not. `changes` prints every decision in its order.

    A protected address is in none of these, neither in the record nor in `changes`: the safeguarding lead sees it in
    the dashboard, and `export-person` gives it to the person themselves.

    With --to it becomes a file, with what is about a person if --personal asks for it. Every cell is text, so that
    nothing somebody typed can calculate. Each time that what is about a person is given out, `exports.jsonl` in the
    data folder notes who took how many rows, and when.

    \b
    Example:
      python -m community show matches
      python -m community show changes --json
      python -m community show volunteers --personal --to volunteers.xlsx
    """
    with_words = as_json or personal
    if file is not None and (as_json or file.suffix.lower() not in exports.SUFFIXES):
        raise click.UsageError("--to FILE ends in .csv or .xlsx, and does not go with --json.")
    if file is not None and file.exists():
        raise click.UsageError("There is a file of this name already. It is not written over.")
    settings = load()
    book = open_book(settings)
    try:
        with book.reading() as reader:
            rows = _without_protected(reader, table, [dict(row) for row in _rows(reader, table)])
    finally:
        book.close()
    if with_words or file is not None:
        form = "json" if as_json else file.suffix[1:].lower() if file else "screen"
        exports.note(settings.book_home, f"show {table}", form, len(rows), now=utc_now())
    if file is not None:
        _write(file, rows, _columns(table, with_words))
    elif as_json:
        for row in rows:
            click.echo(json.dumps(_with_answers(row), ensure_ascii=False))
    else:
        _print(rows, _columns(table, with_words))


def _write(file: Path, rows: list[dict[str, Any]], columns: list[str]) -> None:
    made = exports.as_file(file, columns, [[row[c] for c in columns] for row in rows])
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(made)
    click.echo(f"{file}: {counted(len(rows), 'row')}. Delete it when it has served.")


def _rows(reader: Reader, table: str) -> Iterable[Mapping[str, Any]]:
    if table == "changes":
        return reader.changes(where=lambda c: [c.table != KEPT_APART])
    return reader.rows(table)


def _without_protected(reader: Reader, table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of the table, or the changes, with what would tell a protected address empty."""
    tell = {each: home for each in TABLES if (home := protected_addresses.home_columns(each))}
    protected = {each: protected_addresses.protected_records(reader, each) for each in tell}
    for row in rows:
        change = ChangeRow(table, row)
        if table != "changes" and change.id in protected.get(table, ()):
            row.update(dict.fromkeys(tell[table]))
        elif table == "changes" and change.record_id in protected.get(change.record_table, ()):
            row.update(dict.fromkeys(_VALUES if change.field in tell[change.record_table] else ()))
    return rows


def _columns(table: str, personal: bool) -> list[str]:
    if table == "changes":
        return [c.name for c in CHANGES.columns if personal or c.name not in _SAID]
    return ["id", *(c.name for c in TABLES[table].columns if personal or c.personal == "no"), *_MARKS]


def _with_answers(row: dict[str, Any]) -> dict[str, Any]:
    return row | {ColumnName.EXTRA: json.loads(row[ColumnName.EXTRA])} if row.get(ColumnName.EXTRA) else row


def _print(rows: list[dict[str, Any]], columns: list[str]) -> None:
    lines = [columns, *([_cell(row[c]) for c in columns] for row in rows)]
    used = [i for i, c in enumerate(columns) if c == "id" or any(line[i] for line in lines[1:])]
    widths = {i: max(len(line[i]) for line in lines) for i in used}
    for line in lines:
        click.echo("  ".join(line[i].ljust(widths[i]) for i in used).rstrip())
    click.echo(f"{counted(len(rows), 'row')}")


def _cell(value: object) -> str:
    """The value on one line, without anything that a terminal would obey."""
    text = "".join(s if s.isprintable() else " " for s in ("" if value is None else str(value)))
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
