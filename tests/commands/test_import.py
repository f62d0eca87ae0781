"""`import`: a list comes in from the command line, after it was shown, and one undo takes it back."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from community.book import Book
from community.casework import NotNow
from community.settings import load
from tests.book.databases import new_book
from tests.commands.household import Run, opened

CANARY = "Qvistgaard"
LIST = f"""Ref;Name;Tel;E-mail;Post Code;Date joined;Key safe
1;{CANARY}, Ann;01632 960001;ann@example.org;BA1 5AB;3/4/2020;1234
2;Bob Baker;no phone yet;bob@example;BA2 1AA;4/13/2020;
3;;;;;;
Total;3;;;;;
"""


@pytest.fixture
def volunteers(home: Path, tmp_path: Path) -> Path:
    new_book(home / "book.db")
    path = tmp_path / "volunteers.csv"
    path.write_bytes(LIST.encode("cp1252"))
    return path


def count() -> int:
    with opened() as book:
        return Book.count(book, "volunteers")


def test_it_shows_first_and_writes_nothing(run: Run, volunteers: Path) -> None:
    told = run("import", str(volunteers), "--what", "volunteers").stdout
    assert "2 come in" in told
    assert "1 are set aside" in told
    assert "Key safe: Leave out" in told
    assert "Nothing was written" in told
    assert count() == 0


def test_it_brings_the_list_in_and_one_undo_takes_it_back(run: Run, volunteers: Path, home: Path) -> None:
    done = json.loads(
        run("import", str(volunteers), "--what", "volunteers", "--basis", "consent", "--yes", "--json").stdout
    )
    assert done["counts"] == {"brought_in": 2, "corrected": 0, "recognised": 0, "set_aside": 1}
    assert sum(done["counts"].values()) == done["rows"]
    assert count() == 2
    look_at = Path(done["rows_to_look_at"])
    assert look_at.parent == home / "exports"
    assert "Set aside: not in the book" in look_at.read_text("utf-8-sig")
    assert "import volunteers" in (home / "exports.jsonl").read_text()
    run("import", "--undo", done["action"])
    assert count() == 0


def test_a_column_can_be_put_right(run: Run, volunteers: Path) -> None:
    told = json.loads(
        run("import", str(volunteers), "--what", "volunteers", "--columns", "Tel=leave_out", "--json").stdout
    )
    assert told["columns"]["Tel"] == "leave_out"
    assert told["columns"]["Key safe"] == "leave_out"


def test_it_prints_nothing_of_what_stands_in_the_list(run: Run, volunteers: Path) -> None:
    for words in ([], ["--json"]):
        result = run("import", str(volunteers), "--what", "volunteers", "--basis", "consent", "--yes", *words)
        told = result.stdout + result.stderr
        for secret in (CANARY, "960001", "ann@example", "BA1 5AB", "1234", "no phone"):
            assert secret not in told


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--what", "volunteers", "--yes"], 2),
        (["--what", "people"], 2),
        ([], 2),
        (["--what", "volunteers", "--undo", "bring_in-1"], 2),
        (["--what", "volunteers", "--look-at", "rows.txt"], 2),
        (["--what", "volunteers", "--columns", "Tel"], 2),
        (["--what", "volunteers", "--columns", "Tel=telefone"], 1),
        (["--what", "volunteers", "--columns", "Fone=telephone"], 1),
    ],
)
def test_it_says_what_is_missing(run: Run, volunteers: Path, words: list[str], code: int) -> None:
    run("import", str(volunteers), *words, code=code)


def test_what_is_no_list_is_told_so(run: Run, volunteers: Path) -> None:
    volunteers.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(4000))
    run("import", str(volunteers), "--what", "volunteers", code=1)
    volunteers.write_bytes(b"PK\x03\x04 no workbook")
    run("import", str(volunteers), "--what", "volunteers", code=1)
    volunteers.write_bytes(b"")
    run("import", str(volunteers), "--what", "volunteers", code=1)


def test_the_invented_town_takes_no_list(
    run: Run, volunteers: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMO", "yes")
    (home / "demo").mkdir()
    new_book(home / "demo" / "book.db")
    assert load().demo
    run("import", str(volunteers), "--what", "volunteers")
    run("import", str(volunteers), "--what", "volunteers", "--basis", "consent", "--yes", code=1)


def test_rows_to_look_at_are_not_left_behind_where_the_list_does_not_come_in(
    run: Run, volunteers: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise NotNow("Somebody changed it meanwhile.")

    monkeypatch.setattr(import_module("community.commands.import"), "bring_list_in", refused)
    run("import", str(volunteers), "--what", "volunteers", "--basis", "consent", "--yes", code=1)
    assert not list(home.rglob("*to-look-at*"))


def test_a_feed_of_services_comes_in_from_a_file_or_its_address(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_book(home / "book.db")
    feed = json.dumps({"contents": [{"id": "a", "name": "Lunch Club"}, {"id": "b", "name": "B", "status": "inactive"}]})
    path = tmp_path / "feed.json"
    path.write_text(feed, encoding="utf-8")
    assert "1 that it calls closed" in run("import", str(path), "--what", "services").stdout
    monkeypatch.setattr(import_module("community.commands.import"), "download", lambda _: feed.encode())
    run("import", "https://council.example.org/services", "--what", "services", "--basis", "public_task", "--yes")
    with opened() as book:
        [row] = Book.rows(book, "services")
    assert (row["name"], row["status"]) == ("Lunch Club", "offered")
    assert "council.example.org" in str(row["extra"])
