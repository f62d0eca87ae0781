"""A town with a live book and a spreadsheet at the stand-in, as the command line meets them."""

import json
import pickle
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import structlog
from click.testing import CliRunner, Result

from community.book.demo_flag import mark_invented
from community.errors import UserFacingError
from community.runtime.book_opening import open_book
from community.settings import load
from sheets_sync.__main__ import cli
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from tests.book.databases import new_book
from tests.google_sheets.server import StandIn
from tests.google_sheets.spreadsheet import Spreadsheet

TOLD_NO = 1


@dataclass
class Household:
    """`run("check", ...)` is `python -m sheets_sync check ...`."""

    google: StandIn
    sheet: Spreadsheet
    home: Path

    def run(self, *words: str, code: int = 0) -> Result:
        return run(*words, code=code)

    def service(self) -> Service:
        return Service(SpreadsheetAccess(self.sheet.id, None, self.google.root), sleep=lambda seconds: None)

    def look(self) -> dict[str, Any]:
        with closing(self.service()) as service:
            return service.look()

    def told(self, *ranges: str) -> list[dict[str, Any]]:
        """Tabs as spreadsheets.get tells them, with every cell, format, note and list to choose from."""
        with closing(self.service()) as service:
            found = service.client.spreadsheets_get(self.sheet.id, {"includeGridData": "true", "ranges": [*ranges]})
        return list(found["sheets"])

    def state(self) -> bytes:
        """All that the spreadsheet is: the same again means that nothing was changed."""
        return pickle.dumps({name: held for name, held in vars(self.sheet).items() if name != "_lots"})


@contextmanager
def household(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, begun: bool = True) -> Iterator[Household]:
    """A household; `begun` says that its live book has been begun."""
    with StandIn() as google:
        sheet = google.spreadsheet("Town")
        for name, value in {
            "COMMUNITY_HOME": str(tmp_path / "home"),
            "DEMO": "no",
            "SHEET_ID": sheet.id,
            "SHEETS_API_ROOT": google.root,
        }.items():
            monkeypatch.setenv(name, value)
        if begun:
            new_book(tmp_path / "home" / "book.db")
        yield Household(google, sheet, tmp_path / "home")


def invented() -> None:
    """Begin the book of an invented town."""
    with closing(open_book(load(), make=True)) as book:
        book.write(mark_invented)


def run(*words: str, code: int = 0) -> Result:
    """Run a command as people do; refusals are told as the program tells them."""
    try:
        result = CliRunner().invoke(cli, list(words))
    finally:
        structlog.reset_defaults()
    if isinstance(result.exception, UserFacingError):
        result = Result(result.runner, b"", str(result.exception).encode(), b"", None, TOLD_NO, None)
    assert result.exit_code == code, result.output + result.stderr + repr(result.exception)
    return result


def lines(result: Result) -> list[dict[str, Any]]:
    """What a command printed for a program."""
    return [json.loads(line) for line in result.stdout.splitlines()]
