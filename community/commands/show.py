"""Print a table of the book."""

import json
import os
from pathlib import Path
from typing import Any

import click

from community import exports
from community.book import utc_now
from community.commands.leaving_rows import SHOWN, leaving_columns, leaving_rows
from community.runtime.book_opening import open_book
from community.settings import load
from community.tables.row_types import ColumnName
from community.wording import counted

WIDEST = 40


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
            rows = leaving_rows(reader, table)
    finally:
        book.close()
    if with_words or file is not None:
        form = "json" if as_json else file.suffix[1:].lower() if file else "screen"
        exports.note(settings.book_home, f"show {table}", form, len(rows), now=utc_now())
    if file is not None:
        _write(file, rows, leaving_columns(table, personal=with_words))
    elif as_json:
        for row in rows:
            click.echo(json.dumps(_with_answers(row), ensure_ascii=False))
    else:
        _print(rows, leaving_columns(table, personal=with_words))


def _write(file: Path, rows: list[dict[str, Any]], columns: list[str]) -> None:
    made = exports.as_file(file, columns, [[row[c] for c in columns] for row in rows])
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(made)
    click.echo(f"{file}: {counted(len(rows), 'row')}. Delete it when it has served.")


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
