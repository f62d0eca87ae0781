"""Print a table of the book."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import click

from community.book import Reader
from community.book.schema import CHANGES
from community.commands.opening import open_book
from community.settings import load
from community.tables import TABLES

WIDEST, KEPT_APART = 40, "concerns"
SHOWN = tuple(name for name in TABLES if name != KEPT_APART)
"""Safeguarding concerns are in no list: they are opened on their own page, and each opening is written down."""
_MARKS = ("at", "by", "changed_at")
_SAID = ("was", "now", "reason")


@click.command("show")
@click.argument("table", type=click.Choice([*SHOWN, "changes"]), metavar="TABLE")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for each row, with everything in it.")
@click.option("--personal", is_flag=True, help="Print what is about a person too.")
def command(table: str, as_json: bool, personal: bool) -> None:
    """Print a table of the book.

    Without --json it is a table for people, and what is about a person is left out unless --personal asks for it:
    screens are seen by others, and a terminal remembers. With --json it is for programs: every column of each current
    row, personal or not. `changes` prints every decision in its order.

    \b
    Example:
      python -m community show matches
      python -m community show changes --json
    """
    with_words = as_json or personal
    book = open_book(load())
    try:
        with book.reading() as reader:
            rows = [dict(row) for row in _rows(reader, table)]
    finally:
        book.close()
    if as_json:
        for row in rows:
            click.echo(json.dumps(_with_answers(row), ensure_ascii=False))
    else:
        _print(rows, _columns(table, with_words))


def _rows(reader: Reader, table: str) -> Iterable[Mapping[str, Any]]:
    if table == "changes":
        return reader.changes(where=lambda c: [c.table != KEPT_APART])
    return reader.rows(table)


def _columns(table: str, personal: bool) -> list[str]:
    if table == "changes":
        return [c.name for c in CHANGES.columns if personal or c.name not in _SAID]
    return ["id", *(c.name for c in TABLES[table].columns if personal or c.personal == "no"), *_MARKS]


def _with_answers(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"extra": json.loads(row["extra"])} if row.get("extra") else row


def _print(rows: list[dict[str, Any]], columns: list[str]) -> None:
    lines = [columns, *([_cell(row[c]) for c in columns] for row in rows)]
    used = [i for i, c in enumerate(columns) if c == "id" or any(line[i] for line in lines[1:])]
    widths = {i: max(len(line[i]) for line in lines) for i in used}
    for line in lines:
        click.echo("  ".join(line[i].ljust(widths[i]) for i in used).rstrip())
    click.echo(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


def _cell(value: object) -> str:
    """The value on one line, without anything that a terminal would obey."""
    text = "".join(s if s.isprintable() else " " for s in ("" if value is None else str(value)))
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
