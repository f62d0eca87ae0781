"""Whatever is about a person is told, erased, or cleared when its time is up."""

import json
import os
import re
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from community.book import utc_now
from community.runtime import backups
from tests.book.builders import set_field
from tests.book.test_erasing import hits
from tests.book.town import CANARY, Town
from tests.commands.household import TOLD_NO, Run, lines, opened

ROOT = Path(__file__).parents[2]


def test_everything_about_a_person_is_in_one_file_and_can_be_read(run: Run, town: Town, home: Path) -> None:
    with opened() as book:
        set_field(book, town.resident, "notes", "rang\ntwice", table="residents")
    run("export-person", town.request.lower())
    files = sorted((home / "exports").iterdir())
    assert [file.suffix for file in files] == [".json", ".txt"]
    if os.name == "posix":  # Windows tells no such modes
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    told = json.loads(files[0].read_text())
    assert told["person"] == town.resident
    assert {record["table"] for record in told["records"]} >= {"residents", "help_requests", "visits"}
    text = files[1].read_text()
    assert "Their telephone number: " + CANARY in text
    assert "As it first came in" in text
    assert "rang" in text
    assert CANARY not in "".join(file.name for file in files)


def test_export_refuses_what_is_no_person(run: Run, town: Town) -> None:
    assert "not the id of a person" in run("export-person", town.match, code=TOLD_NO).stderr
    assert "nobody" in run("export-person", "V-0000-0000-0", code=TOLD_NO).stderr


def test_erasing_shows_first_and_needs_a_name_and_a_yes(run: Run, town: Town) -> None:
    said = run("erase-person", town.resident).stdout
    assert "help_requests: 1" in said
    assert "Nothing was erased" in said
    run("erase-person", town.resident, "--approved-by", "  ")
    run("erase-person", town.resident, "--approved-by", "Jo", code=1, answer="n\n")
    assert len(lines(run("show", "residents", "--json"))) == 2
    assert CANARY not in said


def test_erasing_leaves_no_byte_in_the_data_folder_but_in_the_backups_it_names(
    run: Run, town: Town, home: Path
) -> None:
    run("backup")
    said = run("erase-person", town.resident, "--approved-by", "Jo Invented", answer="y\n").stdout
    run("erase-person", town.volunteer, "--approved-by", "Jo Invented", "--yes")
    run("erase-person", town.organisation, "--approved-by", "Jo Invented", "--yes")
    for backup in (home / "backups").iterdir():
        backup.unlink()
    assert hits(home) == 0
    assert "[ ] backups" in said
    assert "the next sync takes the rows away" in said
    assert {e["by"] for e in lines(run("show", "erasures", "--json"))} == {"Jo Invented"}
    if os.name == "posix":  # Windows tells no such modes
        assert stat.S_IMODE((home / "erasures.jsonl").stat().st_mode) == 0o600
        assert stat.S_IMODE((home / "erasure_key").stat().st_mode) == 0o600


def test_a_form_that_was_erased_is_known_again_by_its_key(run: Run, town: Town) -> None:
    run("erase-person", town.resident, "--approved-by", "Jo", "--yes")
    with opened() as book:
        future = book.submit("residents", {"name": "Again"}, by="web", key=f"{CANARY}-residents")
        assert type(future.exception()).__name__ == "Erased"


@pytest.fixture
def strays(town: Town) -> dict[str, str]:
    """Requests joined to nobody: by the same telephone, by name and postcode, a repeat, and somebody else's."""
    resident = {"name": "Mabel O'Invented", "telephone": "01225 000 999", "postcode": "BA1 1AA"}
    told = {
        "telephone": {"name": "M", "telephone": "+44 1225 000999"},
        "name": {"name": "mabel o'invented", "postcode": "ba11aa", "details": "Bread"},
        "repeat": {"name": "A Neighbour", "duplicate_of": town.request, "status": "closed"},
        "other": {"name": "Mabel O'Invented", "postcode": "BA2 2BB", "telephone": "01225 000 111"},
    }
    with opened() as book:
        for column, value in resident.items():
            set_field(book, town.resident, column, value, table="residents")
        return {
            what: book.append("help_requests", {"status": "new"} | row, by="web", key=what).id
            for what, row in told.items()
        }


def test_requests_that_may_be_the_same_person_s_are_told_under_a_heading_of_their_own(
    run: Run, town: Town, home: Path, strays: dict[str, str]
) -> None:
    said = run("export-person", town.resident).stdout
    told = json.loads(next((home / "exports").glob("*.json")).read_text())
    maybe = [record["now"]["id"] for record in told["may_be_the_same_person"]]
    assert set(maybe) == {strays["telephone"], strays["name"], strays["repeat"]}
    assert not {record["now"]["id"] for record in told["records"]} & set(strays.values())
    text = next((home / "exports").glob("*.txt")).read_text()
    assert strays["name"] in text.split("May be the same person")[1]
    assert strays["name"] in said
    assert strays["other"] not in text + said


def test_erasing_lists_what_may_be_theirs_and_takes_what_is_named(run: Run, town: Town, strays: dict[str, str]) -> None:
    said = run("erase-person", town.resident).stdout
    assert f"{strays['telephone']}: same telephone\n" in said
    assert f"{strays['name']}: same name and postcode\n" in said
    assert f"{strays['repeat']}: closed as a repeat\n" in said
    assert strays["other"] not in said
    assert "listed" in run("erase-person", town.resident, "--also", strays["other"], code=TOLD_NO).stderr
    named = ("--also", strays["telephone"].lower(), "--also", strays["repeat"])
    run("erase-person", town.resident, *named, "--approved-by", "Jo", "--yes")
    left = {row["id"] for row in lines(run("show", "help_requests", "--json"))}
    assert left == {strays["name"], strays["other"]}


@pytest.fixture
def long_ago(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three years have passed, and everything had come to an end."""
    with opened() as book:
        set_field(book, town.need, "status", "closed", table="needs")
        set_field(book, town.volunteer, "status", "left")
    later = utc_now() + timedelta(days=3 * 366)
    monkeypatch.setattr("community.commands.retention.utc_now", lambda: later)


@pytest.mark.usefixtures("long_ago")
def test_retention_lists_first_and_removes_when_told(run: Run, town: Town, home: Path) -> None:
    said = run("retention").stdout
    assert "volunteers: 2 whole records" in said
    assert "help_requests.details: 1 value" in said
    assert len(lines(run("show", "volunteers", "--json"))) == 2
    listed = lines(run("retention", "--json"))
    assert {d["table"] for d in listed} >= {"volunteers", "residents", "help_requests", "needs", "matches"}
    assert "Removed" in run("retention", "--apply", "--clock-is-right").stdout
    assert run("show", "volunteers", "--json").stdout == ""
    assert "0 records" in run("retention").stdout
    with opened() as book:
        set_field(book, town.organisation, "status", "withdrawn", table="organisations")
    assert town.volunteer in (home / "erasures.jsonl").read_text()


@pytest.mark.usefixtures("long_ago")
def test_old_backups_go_and_the_newest_stays(run: Run, home: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        run("backup", str(home / "backups" / f"{name}.zip"))
    assert "1 old backups" in run("retention").stdout
    run("retention", "--apply", "--clock-is-right")
    assert [p.name for p in (home / "backups").iterdir()] == ["b.zip"]


@pytest.mark.usefixtures("long_ago")
def test_a_clock_that_jumped_years_ahead_removes_nothing(run: Run, town: Town, home: Path) -> None:
    for name in ("a", "b"):
        run("backup", str(home / "backups" / f"{name}.zip"))
    before = lines(run("show", "volunteers", "--json")), (home / "book.db").exists()
    assert "Nothing was removed" in run("retention", "--apply", code=1).stderr
    assert (lines(run("show", "volunteers", "--json")), (home / "book.db").exists()) == before
    assert len(list((home / "backups").iterdir())) == 2
    assert not (home / "erasures.jsonl").exists()


def test_a_clock_that_jumped_after_it_ran_removes_nothing_though_people_wrote_in_meanwhile(
    run: Run, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("retention", "--apply")
    later = utc_now() + timedelta(days=3 * 366)
    with opened() as book:
        book._clock = lambda: later - timedelta(days=1)
        book.append("volunteers", {"name": "Late Invented", "status": "applied"}, by="web")
    monkeypatch.setattr("community.commands.retention.utc_now", lambda: later)
    assert "Nothing was removed" in run("retention", "--apply", code=1).stderr
    assert "Removed" in run("retention", "--apply", "--clock-is-right").stdout
    assert "Removed" in run("retention", "--apply").stdout, "a person has said it"


def test_what_was_left_half_written_and_exports_of_the_erased_are_told_and_swept(
    run: Run, town: Town, home: Path
) -> None:
    run("backup")
    run("export-person", town.resident)
    run("export-person", town.other_resident)
    long_ago = utc_now().timestamp() - 7_200
    strays = [home / "backups" / ".book-1.zip.4711", home / "secret_key.0123456789abcdef"]
    strays += [home / ".erasure_key.1", home / ".backup_key.pub.1"]
    young = home / "backups" / ".book-2.zip.abcd"
    for path in (*strays, young):
        path.write_text(CANARY)
        path.chmod(0o600)
    for path in strays:
        os.utime(path, (long_ago, long_ago))
    said = run("erase-person", town.resident, "--approved-by", "Jo", "--yes").stdout
    assert "2 exported files that name them are removed" in said
    left = {path.name[:13] for path in (home / "exports").iterdir()}
    assert left == {town.other_resident}
    # One made elsewhere is put back, as a synchronised folder would.
    (home / "exports" / "again.json").write_text(json.dumps({"person": town.resident}))
    (home / "exports" / "again.json").chmod(0o600)
    found = run("doctor").stdout
    assert "4 half-written backups or keys" in found
    assert "1 file exported about somebody who was erased" in found
    assert "5 half-written files" in run("retention").stdout
    run("retention", "--apply")
    assert {path.name[:13] for path in (home / "exports").iterdir()} == {town.other_resident}
    assert [path for path in strays if path.exists()] == []
    assert young.exists(), "a backup may be under way"
    assert "left over" not in run("doctor").stdout


def test_an_export_goes_when_it_has_lain_as_long_as_a_backup(run: Run, town: Town, home: Path) -> None:
    run("export-person", town.resident)
    old = utc_now().timestamp() - 36 * 86_400
    for path in (home / "exports").iterdir():
        os.utime(path, (old, old))
    assert "2 exports that are more than 35 days old" in run("doctor").stdout
    run("retention", "--apply")
    assert list((home / "exports").iterdir()) == []


def test_a_request_that_somebody_may_still_be_waiting_for_is_told_and_stays(
    run: Run, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = utc_now() + timedelta(days=3 * 366)
    monkeypatch.setattr("community.commands.retention.utc_now", lambda: later)
    said = run("retention").stdout
    assert "an open need" in said
    assert town.request in said


def test_every_text_names_the_same_number_of_days_for_which_backups_are_kept(subtests: pytest.Subtests) -> None:
    texts = ["docs/backup.md", "docs/data-protection.md", "docs/commands.md", "community/commands/retention.py"]
    for text in texts:
        with subtests.test(text):
            said = re.findall(r"(?:older than|after) (\d+) days", (ROOT / text).read_text("utf-8"))
            assert set(said) == {str(backups.KEEP_DAYS)}
