"""Once there is a key, only its keepers read the backups: made, tried, typed in, and lost."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from community.book import backup_archive, encrypted_backup, utc_now
from community.runtime import backup_keys, backups
from community.settings import load
from community.tables.job_kinds import JobKind
from tests.book.databases import KINDS, database
from tests.book.test_opening import upgrade
from tests.book.town import CANARY, Town
from tests.checkout import ROOT
from tests.commands.household import TOLD_NO, Run, at_night, lines
from tests.commands.test_doctor import findings

SECRET, PUBLIC = encrypted_backup.make_keys()
OTHER, OTHER_PUBLIC = encrypted_backup.make_keys()


def lost(home: Path) -> None:
    """The machine is gone; a new one has an empty data folder, and a copy of the backups."""
    for file in home.iterdir():
        if file.is_file():
            file.unlink()


@pytest.fixture
def copy(run: Run, town: Town) -> str:
    """An encrypted backup of the town."""
    backup_keys.keep(load(), PUBLIC)
    told = json.loads(run("backup", "--json").stdout)
    assert told["encrypted"]
    return str(told["file"])


def in_the_folder(home: Path) -> bytes:
    return b"".join(each.read_bytes() for each in (home / "backups").iterdir())


def test_a_key_is_shown_once_typed_in_and_kept_nowhere(run: Run, town: Town, home: Path) -> None:
    """A process of its own, which says the key, and reads it from somebody who copied it."""
    run("backup")
    assert "backup-key" in run("backup", str(home / "backups" / "again.zip")).stdout
    words = [sys.executable, "-m", "community", "backup-key"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(words, cwd=ROOT, text=True, bufsize=1, **pipes) as process:  # type: ignore[call-overload]
        shown = ""
        while not shown.strip().startswith("AGE-SECRET-KEY-1"):
            shown = process.stdout.readline()
            assert shown, process.stderr.read()
        secret = encrypted_backup.secrets_in(shown)[0]
        said, asked = process.communicate(f"swordfish\n{OTHER}\n{shown.strip().lower()}\n")
    assert process.returncode == 0, asked
    assert "no whole key" in asked
    assert "another one" in asked
    assert "2 backups from before" in said
    assert {each.key for each in backups.found(load())} == {encrypted_backup.public_of(secret)}
    everything = b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())
    assert secret.encode() not in everything
    assert encrypted_backup.public_of(secret).encode() in everything
    assert "encrypted: only the keepers' key" in run("backup").stdout


def test_a_key_that_nobody_typed_in_does_not_count(run: Run, town: Town, home: Path) -> None:
    run("backup-key", code=1, answer="")
    assert not (home / backup_keys.FILE).exists()
    assert not json.loads(run("backup", "--json").stdout)["encrypted"]


def test_another_key_is_made_only_when_somebody_says_so(
    run: Run, copy: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encrypted_backup, "make_keys", lambda: (OTHER, OTHER_PUBLIC))
    run("backup-key", code=1, answer=f"n\n{OTHER}\n")
    assert backup_keys.public_key(load()) == PUBLIC
    assert "older ones still need the older key" in run("backup-key", answer=f"y\n{OTHER}\n").stdout
    run("backup", str(home / "backups" / "next.zip"))
    assert {each.key for each in backups.found(load())} == {OTHER_PUBLIC, PUBLIC}


def test_the_invented_town_needs_no_key(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO", "yes")
    assert "no key is needed" in run("backup-key", code=TOLD_NO).stderr


@pytest.mark.parametrize("to", KINDS)
def test_a_new_machine_gets_the_book_back_with_the_key_and_encrypts_on(
    run: Run, copy: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    before = {t: lines(run("show", t, "--json")) for t in ("volunteers", "help_requests", "changes")}
    lost(home)
    (tmp_path / "key.txt").write_text(f"# the key of 2026\n{SECRET}\n")
    with database(to, tmp_path) as address:
        if to == "postgresql":
            monkeypatch.setenv("DATABASE_URL", address)
        said = run("restore", copy, "--key-file", str(tmp_path / "key.txt")).stdout
        assert "encrypted for the same key from now on" in said
        assert {t: lines(run("show", t, "--json")) for t in before} == before
        assert json.loads(run("backup", str(tmp_path / "next.zip"), "--json").stdout)["encrypted"]
        monkeypatch.delenv("DATABASE_URL", raising=False)
    assert backup_keys.public_key(load()) == PUBLIC
    assert SECRET.encode() not in b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())


def test_the_key_is_asked_for_or_in_the_environment_and_never_in_what_is_said(
    run: Run, copy: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost(home)
    done = run("restore", copy, "--json", answer=f"{SECRET[:-2]}\n{SECRET}\n")
    assert json.loads(done.stdout)["rows"]["residents"] == 2
    lost(home)
    monkeypatch.setenv("BACKUP_KEY", SECRET)
    said = run("restore", copy)
    assert SECRET not in said.stdout + said.stderr
    backup_keys.keep(load(), OTHER_PUBLIC)
    lost_book = home / "book.db"
    lost_book.rename(home / "old.db")
    run("restore", copy)
    assert backup_keys.public_key(load()) == OTHER_PUBLIC, "a machine that has a key of its own keeps it"
    assert "whoever takes it can read" in str(findings(run("doctor", "--json", code=1))["backup key"]["words"])


def test_a_wrong_key_is_refused_in_words_and_nothing_is_made(
    run: Run, copy: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost(home)
    wrong = {OTHER: "does not open this backup", "swordfish": "no whole key", SECRET[:-1]: "no whole key"}
    for key, words in wrong.items():
        monkeypatch.setenv("BACKUP_KEY", key)
        told = run("restore", copy, code=TOLD_NO).stderr
        assert words in told
        assert key not in told
        assert [each.name for each in home.iterdir()] == ["backups"]


def test_a_file_of_another_community_is_refused_unless_it_only_has_another_name(
    run: Run, copy: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = load().community.name
    lost(home)
    text = (ROOT / "community.toml").read_text("utf-8")
    (tmp_path / "other.toml").write_text(text.replace(f'name = "{was}"', 'name = "Kind Elsewhere"', 1), "utf-8")
    monkeypatch.setenv("COMMUNITY_TOML", str(tmp_path / "other.toml"))
    monkeypatch.setenv("BACKUP_KEY", SECRET)
    told = run("restore", copy, code=TOLD_NO).stderr
    assert f"of {was}" in told
    assert "of Kind Elsewhere" in told
    assert not (home / "book.db").exists()
    run("restore", copy, "--renamed")
    assert len(lines(run("show", "residents", "--json"))) == 2


def test_erasures_are_learnt_from_a_younger_encrypted_backup(
    run: Run, town: Town, copy: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("erase-person", town.volunteer, "--approved-by", "Jo", "--yes")
    run("backup", str(tmp_path / "young.zip"))
    lost(home)
    run("restore", copy, "--erasures", str(tmp_path / "young.zip"), answer=f"{SECRET}\n")
    assert [row["id"] for row in lines(run("show", "volunteers", "--json"))] == [town.other_volunteer]


def test_a_keeper_tries_their_copy_and_changes_nothing(run: Run, town: Town, home: Path) -> None:
    assert "no encrypted backup" in run("backup-key", "--try", code=TOLD_NO).stderr
    backup_keys.keep(load(), PUBLIC)
    run("backup")
    before = {each: each.read_bytes() for each in home.rglob("*") if each.is_file()}
    assert "It opens" in run("backup-key", "--try", answer=f"{SECRET}\n").stdout
    assert "does not open" in run("backup-key", "--try", answer=f"{OTHER}\n", code=TOLD_NO).stderr
    assert {each: each.read_bytes() for each in home.rglob("*") if each.is_file()} == before


def test_the_doctor_says_how_it_is_with_the_key(run: Run, town: Town, home: Path) -> None:
    def told(code: int = 0) -> tuple[object, str]:
        found = findings(run("doctor", "--json", code=code))["backup key"]
        return found["state"], str(found["words"])

    run("backup")
    state, words = told()
    assert (state, "not encrypted: whoever takes the data folder" in words) == ("think", True)
    backup_keys.keep(load(), PUBLIC)
    state, words = told()
    assert (state, "1 backup from before" in words) == ("think", True)
    run("worker", "--once")
    at_night(JobKind.BACK_UP)
    run("worker", "--once")
    state, words = told()
    assert (state, PUBLIC in words) == ("well", True)
    (home / backup_keys.FILE).write_text(PUBLIC[:-1])
    state, words = told(code=1)
    assert (state, "no whole public key" in words) == ("wrong", True)
    (home / backup_keys.FILE).unlink()
    state, words = told(code=1)
    assert (state, "is gone" in words) == ("wrong", True)


def test_without_its_whole_key_no_backup_is_made_rather_than_one_that_lies_open(
    run: Run, town: Town, home: Path
) -> None:
    for text in ("", PUBLIC[:-1], SECRET, f"{PUBLIC}\n{OTHER_PUBLIC}"):
        (home / backup_keys.FILE).write_text(text)
        assert "no backup is made" in run("backup", code=TOLD_NO).stderr
    run("worker", "--once")
    at_night(JobKind.BACK_UP)
    run("worker", "--once", code=1)
    assert backups.found(load()) == []


def test_the_night_encrypts_the_backups_from_before(run: Run, town: Town, home: Path) -> None:
    run("backup", str(home / "backups" / "of-june.zip"))
    (home / "backups" / "letter.zip").write_text("Dear diary")
    run("worker", "--once")
    backup_keys.keep(load(), PUBLIC)
    at_night(JobKind.BACK_UP)
    run("worker", "--once")
    found = backups.found(load())
    assert [each.key for each in found] == [PUBLIC, PUBLIC]
    assert "of-june.zip" in {each.path.name for each in found}
    assert (home / "backups" / "letter.zip").read_text() == "Dear diary"
    assert CANARY.encode() not in in_the_folder(home)


_KILLED = """
import os, signal, sys
from community.__main__ import main
os.fsync = lambda number: os.kill(os.getpid(), signal.SIGKILL)
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no kill -9")
def test_killed_while_it_writes_nothing_readable_is_left_and_what_is_left_is_swept(
    run: Run, town: Town, home: Path
) -> None:
    run("backup", str(home / "backups" / "of-june.zip"))
    backup_keys.keep(load(), PUBLIC)
    killed = subprocess.run([sys.executable, "-c", _KILLED, "backup"], cwd=ROOT, check=False, capture_output=True)
    assert killed.returncode == -9, killed.stderr
    (half,) = (home / "backups").glob(".*")
    label = encrypted_backup.read_label(half)
    assert label is None or label.key == PUBLIC
    assert re.search(rb"volunteers|residents", half.read_bytes()) is None
    long_ago = utc_now().timestamp() - 7_200
    os.utime(half, (long_ago, long_ago))
    assert "1 half-written backup" in run("doctor").stdout
    run("retention", "--apply")
    assert [each.name for each in (home / "backups").iterdir()] == ["of-june.zip"]


def test_the_backup_before_an_update_is_encrypted_too(run: Run, home: Path) -> None:
    home.mkdir()
    upgrade(str(home / "book.db"), "0001")
    backup_keys.keep(load(), PUBLIC)
    run("show", "volunteers")
    assert [(each.path.name[:13], each.key) for each in backups.found(load())] == [("before-update", PUBLIC)]


def test_backups_of_before_the_key_still_come_back(run: Run, town: Town, home: Path, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "plain.zip"))
    backup_keys.keep(load(), PUBLIC)
    assert backup_archive.check(tmp_path / "plain.zip").community == load().community.name
    (home / "book.db").rename(tmp_path / "old.db")
    run("restore", str(tmp_path / "plain.zip"))
    assert len(lines(run("show", "residents", "--json"))) == 2
