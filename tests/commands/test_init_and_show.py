"""A book is begun once, and shown with care."""

import os
import stat
from pathlib import Path

import pytest

from community.book import Change
from tests.book.builders import make_volunteer
from tests.book.databases import database
from tests.book.town import CANARY, Town
from tests.commands.household import TOLD_NO, Run, lines, opened


def test_init_begins_an_empty_live_book_and_never_touches_one_that_is_there(run: Run, home: Path) -> None:
    assert "An empty live book is in the data folder" in run("init").stdout
    with opened() as book:
        book.append("volunteers", make_volunteer(), by="web")
    assert "Nothing was changed" in run("init", code=TOLD_NO).stderr
    assert len(lines(run("show", "volunteers", "--json"))) == 1
    if os.name == "posix":  # Windows tells no such modes
        assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_init_makes_a_live_book_beside_the_invented_town(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO", "yes")
    run("init")
    assert (home / "book.db").exists()
    assert not (home / "demo").exists()


@pytest.mark.postgres
def test_init_begins_a_book_on_a_server_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with database("postgresql", tmp_path) as address:
        monkeypatch.setenv("DATABASE_URL", address)
        assert "DATABASE_URL" in run("init").stdout
        assert "Nothing was changed" in run("init", code=TOLD_NO).stderr


def test_a_command_without_a_book_says_what_to_do(run: Run) -> None:
    assert "init" in run("show", "volunteers", code=TOLD_NO).stderr
    assert "init" in run("backup", code=TOLD_NO).stderr


def test_show_prints_one_json_object_for_each_current_row(run: Run, town: Town) -> None:
    rows = lines(run("show", "volunteers", "--json"))
    assert [row["id"] for row in rows] == [town.volunteer, town.other_volunteer]
    assert rows[0]["name"] == CANARY
    assert rows[0]["extra"] == {"pets": CANARY}
    changes = lines(run("show", "changes", "--json"))
    assert {c["field"] for c in changes} >= {"details", "notes", "avoids"}
    assert run("show", "visits", "--json").stdout.count("\n") == 1


def test_an_id_of_two_letters_is_shown_found_and_erased_as_any_other(run: Run, home: Path) -> None:
    run("init")
    asked = {"name": "Etta Enquirer", "telephone": "07700 900555", "status": "enquired"}
    with opened() as book:
        enquiry = book.append("enquiries", asked, by="web").id
        payment = book.append("payments", {"pence": 310, "status": "noted"}, by="jo").id
        action = book.act("correct", by="jo", changes=[Change("payments", payment, "pence", 310, 320)])
        book.undo(action.id, by="jo")
        assert [row["pence"] for row in book.rows("payments")] == [310]
    assert (enquiry[:3], payment[:3]) == ("EN-", "PA-")
    assert lines(run("show", "enquiries", "--json"))[0]["id"] == enquiry
    assert payment in run("show", "payments").stdout
    assert enquiry in run("export-person", "07700 900555").stdout
    run("export-person", enquiry.replace("-", " ").lower())
    assert "Etta" in next((home / "exports").glob("*.json")).read_text()
    assert all(f" {letters}" in run("export-person", payment, code=TOLD_NO).stderr for letters in ("EN", "B", "O", "S"))
    run("erase-person", enquiry, "--approved-by", "Jo Invented", "--yes")
    assert run("show", "enquiries", "--json").stdout == ""


def test_show_keeps_people_s_words_from_the_screen_unless_asked(run: Run, town: Town) -> None:
    assert CANARY not in run("show", "volunteers").stdout
    assert CANARY not in run("show", "changes").stdout
    assert town.volunteer in run("show", "volunteers").stdout
    assert CANARY in run("show", "volunteers", "--personal").stdout
    assert CANARY in run("show", "changes", "--personal").stdout


def test_show_prints_nothing_that_a_terminal_would_obey(run: Run) -> None:
    run("init")
    with opened() as book:
        book.append("volunteers", make_volunteer(name="\x1b[2Jgone\nnext", about="x" * 99), by="web")
    shown = run("show", "volunteers", "--personal").stdout
    assert "\x1b" not in shown
    assert len(shown.splitlines()) == 3


def test_show_gives_out_no_protected_address(run: Run, home: Path, tmp_path: Path) -> None:
    run("init")
    lives = {"name": "Ada Asks", "address": "7 Zephyr Lane", "postcode": "BA1 5AW"}
    with opened() as book:
        resident = book.append("residents", lives | {"easting": 374111.0, "protected_address": "yes"}, by="web").id
        book.append("residents", lives | {"name": "Bea Asks", "address": "8 Other Lane"}, by="web")
        request = book.append("help_requests", lives | {"resident_id": resident}, by="web").id
        book.act("correct", by="jo", changes=[Change("help_requests", request, "postcode", "BA1 5AW", "BA1 6QA")])
    for table in ("residents", "help_requests", "changes"):
        run("show", table, "--personal", "--to", str(tmp_path / f"{table}.csv"))
        out = (run("show", table, "--json").stdout, run("show", table, "--personal").stdout)
        for text in (*out, (tmp_path / f"{table}.csv").read_text()):
            assert not any(each in text for each in ("Zephyr", "BA1 6QA"))
            assert ("8 Other Lane" in text) == (table == "residents")
    assert lines(run("show", "residents", "--json"))[0]["easting"] is None
    run("export-person", resident)
    assert "7 Zephyr Lane" in next((home / "exports").glob("*.json")).read_text()


def test_show_refuses_what_is_no_table(run: Run) -> None:
    assert "help_requests" in run("show", "shoes", code=2).stderr
