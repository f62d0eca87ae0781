"""The doctor looks, changes nothing, and says what to do."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import Result

from community.book import encrypted_backup, utc_now
from community.runtime import backup_keys
from community.settings import load
from tests.book.builders import BY, make_volunteer
from tests.book.databases import database, empty
from tests.book.town import Town
from tests.commands.household import Run, lines, opened


def findings(result: Result) -> dict[str, dict[str, object]]:
    return {str(f["what"]): f for f in lines(result)}


def test_the_doctor_finds_a_fresh_book_well_but_for_its_backup_and_key_its_lead_and_its_worker(
    run: Run, town: Town, home: Path
) -> None:
    found = findings(run("doctor", "--json"))
    assert {what for what, f in found.items() if f["state"] != "well"} == {
        "backup",
        "backup key",
        "concerns",
        "worker",
    }
    lead = '[[people]]\nname = "Lena Lead"\nemail = "lena@example.org"\nsafeguarding = "lead"\n'
    (home / "people.toml").write_text(lead)
    (home / "people.toml").chmod(0o600)
    assert "? look   backup: " in run("doctor").stdout
    backup_keys.keep(load(), encrypted_backup.make_keys()[1])
    run("backup")
    run("worker", "--once")
    assert {f["state"] for f in findings(run("doctor", "--json")).values()} == {"well"}
    assert "book: It opens, is whole" in run("doctor").stdout


def test_the_doctor_names_what_is_wrong_and_ends_with_1(
    run: Run, town: Town, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "book.db").chmod(0o644)
    if os.name == "posix":  # Windows tells no such modes
        assert findings(run("doctor", "--json"))["data folder"]["state"] == "think"
    with opened() as book:
        book._clock = lambda: utc_now() + timedelta(days=2)
        book.append("volunteers", make_volunteer(), by=BY)
    assert findings(run("doctor", "--json", code=1))["clock"]["state"] == "wrong"
    data = bytearray((home / "book.db").read_bytes())
    data[4096:] = b"\7" * (len(data) - 4096)
    (home / "book.db").write_bytes(data)
    assert findings(run("doctor", "--json", code=1))["book"]["state"] == "wrong"
    monkeypatch.setenv("COMMUNITY_HOME", str(tmp_path / "OneDrive - Kind" / "town"))
    assert findings(run("doctor", "--json", code=1))["cloud drive"]["state"] == "wrong"
    monkeypatch.setenv("DEMO", "perhaps")
    assert findings(run("doctor", "--json", code=1))["settings"]["state"] == "wrong"


def test_the_doctor_says_what_to_set_behind_a_proxy(run: Run, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def public_address() -> tuple[object, str]:
        found = findings(run("doctor", "--json"))["public address"]
        return found["state"], str(found["words"])

    assert public_address()[0] == "well"
    monkeypatch.setenv("TRUSTED_PROXY", "yes")
    state, words = public_address()
    assert (state, "Set it to the address that people type" in words) == ("think", True)
    monkeypatch.setenv("PUBLIC_URL", "http://town.example.org")
    state, words = public_address()
    assert (state, "no https" in words) == ("think", True)
    monkeypatch.setenv("PUBLIC_URL", "https://town.example.org")
    assert public_address()[0] == "well"


def test_the_doctor_asks_a_database_server_only_when_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    assert findings(run("doctor", "--json"))["book"]["state"] == "think"
    assert findings(run("doctor", "--json", "--live", code=1))["book"]["state"] == "wrong"


@pytest.mark.postgres
def test_the_doctor_finds_a_book_on_a_server_well(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with database("postgresql", tmp_path) as address:
        monkeypatch.setenv("DATABASE_URL", address)
        run("init")
        empty(address)
        found = findings(run("doctor", "--json", "--live"))
        assert (found["book"]["state"], found["version"]["state"]) == ("well", "well")
