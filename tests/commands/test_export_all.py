"""`export-all`: everything as open files, with what each column means; what is sealed stays in the book."""

import csv
import json
import stat
from pathlib import Path

from community.book import Change
from community.commands.leaving_rows import SHOWN
from community.tables import TABLES
from tests.book.builders import make_volunteer
from tests.book.town import Town
from tests.commands.household import Run, opened


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_a_file_with_all_rows_and_the_dictionary_names_every_column(
    run: Run, town: Town, tmp_path: Path
) -> None:
    folder = tmp_path / "everything"
    run("export-all", str(folder))
    assert {path.stem for path in folder.glob("*.csv")} == {*SHOWN, "changes", "data-dictionary"}
    with opened() as book:
        for table in SHOWN:
            rows = read(folder / f"{table}.csv")
            assert [row["id"] for row in rows] == [row["id"] for row in book.rows(table)]
    told = {(row["table"], row["column"]) for row in read(folder / "data-dictionary.csv")}
    ours = {(table, column.name) for table in SHOWN for column in TABLES[table].columns}
    assert told >= ours
    assert all(column.startswith("extra.") for _, column in told - ours)
    assert ("volunteers", "extra.heard_from") in told
    assert "volunteers" in (folder / "data-dictionary.md").read_text("utf-8")
    assert town


def test_concerns_stay_in_the_book_and_so_does_a_protected_address(run: Run, town: Town, tmp_path: Path) -> None:
    with opened() as book:
        pia = {"name": "Pia", "address": "9 Hidden Row", "protected_address": "yes"}
        stays, joined = (
            book.append("residents", pia, by="web").id,
            book.append("residents", {"name": "Pia"}, by="jo").id,
        )
        for field, now in (("address", "9 Hidden Row"), ("void", stays)):
            book.act("merge", by="jo", changes=[Change("residents", joined, field, None, now)])
    run("export-all", str(tmp_path / "out"))
    assert not (tmp_path / "out" / "concerns.csv").exists()
    assert not any("9 Hidden Row" in path.read_text("utf-8-sig") for path in (tmp_path / "out").iterdir())
    assert town


def test_it_is_noted_who_took_how_many_rows_and_the_files_are_for_them_alone(
    run: Run, town: Town, home: Path, tmp_path: Path
) -> None:
    run("export-all", str(tmp_path / "out"))
    (note,) = [json.loads(line) for line in (home / "exports.jsonl").read_text().splitlines()]
    rows = sum(len(read(path)) for path in (tmp_path / "out").glob("*.csv") if path.stem != "data-dictionary")
    assert (note["kind"], note["rows"]) == ("export-all", rows)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in (tmp_path / "out").iterdir())
    assert town


def test_nothing_in_it_comes_alive_and_nothing_is_written_over(run: Run, town: Town, tmp_path: Path) -> None:
    with opened() as book:
        book.append("volunteers", make_volunteer(name="=1+1"), by="web")
    run("export-all", str(tmp_path / "out"))
    assert "'=1+1" in [row["name"] for row in read(tmp_path / "out" / "volunteers.csv")]
    run("export-all", str(tmp_path / "out"), code=2)
    assert town


def test_volunteers_that_were_given_out_come_in_again_elsewhere(run: Run, town: Town, tmp_path: Path) -> None:
    run("export-all", str(tmp_path / "out"))
    path = str(tmp_path / "out" / "volunteers.csv")
    told = json.loads(run("import", path, "--what", "volunteers", "--json").stdout)
    assert told["columns"]["slots"] == "slots"
    assert told["columns"]["inducted_on"] == "inducted_on"
    assert told["counts"]["brought_in"] == 0, "they are here already"
    assert town
