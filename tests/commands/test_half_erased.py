"""An erasure that failed does not come about later, and one that came about is never forgotten."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from community.book import BookUnavailable, Change
from community.runtime import erased_list
from tests.book.town import Town
from tests.commands.household import TOLD_NO, Run, lines, opened


def gone(home: Path) -> None:
    for file in home.glob("book.db*"):
        file.unlink()


def residents(run: Run) -> set[str]:
    return {row["id"] for row in lines(run("show", "residents", "--json"))}


@pytest.fixture
def copy(run: Run, town: Town) -> str:
    """A backup from before anybody was erased."""
    return str(json.loads(run("backup", "--json").stdout)["file"])


def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the book can't be written while it erases: the disk is full, say."""
    really = erased_list.begin

    def then_full(*told: Any) -> None:
        really(*told)
        raise sa.exc.OperationalError("", {}, Exception("database or disk is full"))

    monkeypatch.setattr(erased_list, "begin", then_full)


def test_an_erasure_that_failed_is_not_made_up_for_by_a_restore(
    run: Run, town: Town, home: Path, copy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as now:
        broken(now)
        assert "can't be written" in run("erase-person", town.resident, "--approved-by", "Jo", "--yes", code=1).stderr
    assert residents(run) == {town.resident, town.other_resident}
    gone(home)
    assert "Erased again, because somebody was erased since: 0" in run("restore", copy).stdout
    assert residents(run) == {town.resident, town.other_resident}


def test_an_erasure_of_which_the_program_never_heard_the_end_is_looked_up_in_the_book(
    run: Run, town: Town, home: Path, copy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as now:
        now.setattr(erased_list, "end", lambda *_, **__: (_ for _ in ()).throw(BookUnavailable("killed")))
        run("erase-person", town.resident, "--approved-by", "Jo", "--yes")
    assert "done" not in (home / "erasures.jsonl").read_text()
    assert residents(run) == {town.other_resident}  # opening the book settles it
    gone(home)
    run("restore", copy)
    assert residents(run) == {town.other_resident}


@pytest.mark.parametrize(("choice", "there"), [("keep", True), ("erase", False)])
def test_where_only_a_person_can_know_a_person_is_asked(
    run: Run, town: Town, home: Path, copy: str, choice: str, there: bool
) -> None:
    """The machine was lost with the book in the middle of an erasure; list and backup are left."""
    with (home / "erasures.jsonl").open("a") as file:
        file.write(json.dumps({"table": "residents", "id": town.resident, "key_hash": None, "begun": "ONE"}) + "\n")
    gone(home)
    said = run("restore", copy, code=TOLD_NO).stderr
    assert town.resident in said
    assert "--begun erase" in said
    assert not (home / "book.db").exists()
    run("restore", copy, "--begun", choice)
    assert (town.resident in residents(run)) is there
    gone(home)
    run("restore", copy)
    assert (town.resident in residents(run)) is there, "it is asked once"


def test_a_line_that_was_cut_off_is_no_erasure_and_blocks_nothing(run: Run, town: Town, home: Path, copy: str) -> None:
    run("erase-person", town.volunteer, "--approved-by", "Jo", "--yes")
    with (home / "erasures.jsonl").open("a") as file:
        file.write('{"table": "residents", "id": "' + town.resident[:5])
    gone(home)
    run("restore", copy)
    assert residents(run) == {town.resident, town.other_resident}
    run("erase-person", town.resident, "--approved-by", "Jo", "--yes")
    gone(home)
    run("restore", copy)
    assert residents(run) == {town.other_resident}
    assert town.volunteer not in {row["id"] for row in lines(run("show", "volunteers", "--json"))}


def test_a_list_of_an_earlier_program_still_counts(run: Run, town: Town, home: Path, copy: str) -> None:
    (home / "erasures.jsonl").write_text(
        json.dumps({"table": "residents", "id": town.resident, "key_hash": None}) + "\n"
    )
    gone(home)
    run("restore", copy)
    assert residents(run) == {town.other_resident}


def test_nothing_is_erased_that_the_list_can_t_tell(
    run: Run, town: Town, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError("no room")

    with opened():
        pass
    with monkeypatch.context() as now:
        now.setattr(os, "fsync", full)
        said = run("erase-person", town.resident, "--approved-by", "Jo", "--yes", code=TOLD_NO).stderr
    assert "nothing was erased" in said
    assert residents(run) == {town.resident, town.other_resident}


@pytest.fixture
def young(run: Run) -> str:
    """A young volunteer with a guardian in their record, one who was corrected since."""
    run("init")
    told = {"name": "Kim Young", "status": "ready", "guardian_name": "Ann Canary", "guardian_telephone": "0117 4960001"}
    with opened() as book:
        own = book.append("volunteers", told, by="web", key="young").id
        corrected = Change("volunteers", own, "guardian_name", "Ann Canary", "Anne Canary")
        book.act("correct", by="jo", changes=[corrected], reason="Ann Canary spells it so")
    return own


def guardian(run: Run) -> list[str | None]:
    (row,) = lines(run("show", "volunteers", "--json"))
    return [row.get("guardian_name"), row.get("guardian_telephone")]


def without_guardian(run: Run, young: str) -> None:
    run("erase-person", young, "--as", "guardian", "--approved-by", "Jo", "--yes")


def test_an_old_backup_brings_no_guardian_back_who_was_erased_out_of_somebody_else_s_record(
    run: Run, young: str, home: Path
) -> None:
    copy = str(json.loads(run("backup", "--json").stdout)["file"])
    without_guardian(run, young)
    assert "Canary" not in (home / "erasures.jsonl").read_text()
    gone(home)
    assert "Erased again, because somebody was erased since: 1" in run("restore", copy).stdout
    assert guardian(run) == [None, None]
    with opened() as book:
        assert "Canary" not in str([*book.rows("volunteers"), *book.changes(record_id=young), *book.rows("erasures")])


def test_a_guardian_who_was_named_after_another_was_erased_stays_through_a_restore(
    run: Run, young: str, home: Path
) -> None:
    without_guardian(run, young)
    with opened() as book:
        book.act("correct", by="jo", changes=[Change("volunteers", young, "guardian_name", None, "Ben Second")])
    copy = str(json.loads(run("backup", "--json").stdout)["file"])
    gone(home)
    run("restore", copy)
    assert guardian(run) == ["Ben Second", None]
    without_guardian(run, young)
    gone(home)
    run("restore", copy)
    assert guardian(run) == [None, None], "the second was erased too, after that backup"


def test_a_younger_backup_tells_of_a_guardian_s_erasure_too(run: Run, young: str, home: Path) -> None:
    old = str(json.loads(run("backup", "--json").stdout)["file"])
    without_guardian(run, young)
    younger = str(json.loads(run("backup", str(home / "younger.zip"), "--json").stdout)["file"])
    gone(home)
    (home / "erasures.jsonl").unlink()
    run("restore", old, "--erasures", younger)
    assert guardian(run) == [None, None]
