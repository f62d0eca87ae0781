"""What an earlier version left behind, set up as it lay there: its data folder with the book, and its spreadsheet."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from community.__main__ import cli
from community.book import Book
from community.runtime.secret_keys import erasure_key
from community.settings import load
from community.tables import TABLES
from sheets_sync.sheet_layout import HAD_KEY, VERSION_KEY
from tests.book.databases import database
from tests.casework.office import PLACES, Clock, Office
from tests.earlier.recorded_spreadsheet import dumped, loaded
from tests.google_sheets.server import StandIn
from tests.google_sheets.spreadsheet import Spreadsheet

HERE = Path(__file__).parent
SHEET = (HERE / "sheet.json").read_text("utf-8")
TOLD: dict[str, Any] = json.loads((HERE / "told.json").read_text("utf-8"))
"""What that version told about the book at a moment: each user's Today, and the history of each record."""
WAYS = [
    pytest.param("its own file"),
    pytest.param("its backup", marks=pytest.mark.long),
    pytest.param("its backup in PostgreSQL", marks=[pytest.mark.postgres, pytest.mark.long]),
]
"""How its book comes into the hands of today’s program. A backup is brought forward by the same steps as the file, in
either kind of database: those two are long tests."""


@contextmanager
def earlier_book(way: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of its book; its people, keys and list of erasures are in the folder."""
    shutil.copytree(HERE / "home", folder, dirs_exist_ok=True)
    monkeypatch.setenv("COMMUNITY_HOME", str(folder))
    monkeypatch.setenv("DEMO", "no")
    if way == "its own file":
        with closing(sqlite3.connect(folder / "book.db")) as file:
            file.executescript((HERE / "book.sql").read_text("utf-8"))
        yield str(folder / "book.db")
        return
    with database("postgresql" if "PostgreSQL" in way else "sqlite", folder) as address:
        if "PostgreSQL" in way:
            monkeypatch.setenv("DATABASE_URL", address)
        else:
            address = str(folder / "book.db")
        CliRunner().invoke(cli, ["restore", str(HERE / "backup.zip")], catch_exceptions=False)
        yield address


@contextmanager
def earlier_office(way: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Everybody at work on its book, at the moment when that version was asked last."""
    with earlier_book(way, folder, monkeypatch) as address:
        settings, clock = load(), Clock(datetime.fromisoformat(TOLD["at"]))
        with closing(Book.open(address, clock=clock, erasure_key=erasure_key(settings))) as book:
            yield Office(book, settings, PLACES, clock)


def earlier_spreadsheet(google: StandIn, text: str = SHEET) -> Spreadsheet:
    """Its spreadsheet, at the stand-in; or the one that this text tells of."""
    recorded = loaded(text)
    made = google.spreadsheet(recorded.properties["title"], spreadsheet_id=recorded.id)
    vars(made).update(vars(recorded))
    return made


def as_it_was(sheet: Spreadsheet, text: str = SHEET) -> str:
    """The spreadsheet, as `dumped` tells it, without what came at the ends of its tabs since this text told of it."""
    now, then = sheet.frozen(), loaded(text)
    bare = loaded(text)
    bare.sheets = [each for each in loaded(dumped(sheet)).sheets if each.id in {was.id for was in then.sheets}]
    for each, was in zip(bare.sheets, then.sheets, strict=True):
        width = was.column_count
        each.rows = [row[:width] for row in each.rows]
        each.column_lines = each.column_lines[:width]
    marks = {own: held for own, held in then.metadata.items() if held["key"] not in (VERSION_KEY, HAD_KEY)}
    assert now["metadata"].items() >= marks.items(), "each mark is where it was"
    return dumped(bare)


@cache
def its_rows(sql_table: str, folder: Path = HERE) -> list[dict[str, Any]]:
    """The rows of one of its SQL tables, read past the program; none of a table that came later."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.row_factory = sqlite3.Row
        memory.executescript((folder / "book.sql").read_text("utf-8"))
        there = memory.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (sql_table,)).fetchone()
        return [dict(row) for row in memory.execute(f'SELECT * FROM "{sql_table}"')] if there else []


def its_current(table: str, folder: Path = HERE) -> dict[str, dict[str, Any]]:
    """Its current rows by id, without those that an undo took away. What has a column only since then is empty."""
    left_out, later = {"changed_at", "void"}, dict.fromkeys(TABLES[table].by_name)
    standing = [row for row in its_rows(f"{table}_now", folder) if row["void"] is None]
    return {row["id"]: later | {name: said for name, said in row.items() if name not in left_out} for row in standing}
