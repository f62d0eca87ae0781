"""`python -m community places`, as somebody types it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from community.places.shipped_postcodes import shipped
from tests.checkout import ROOT
from tests.places.zips import make_zip


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNITY_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def places(*told: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "community", "places", *told]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)


def test_a_zip_is_imported_and_used_from_then_on(home: Path, tmp_path: Path) -> None:
    guildhall = shipped().postcode("BA1 5AW")
    assert guildhall
    zipped = make_zip(tmp_path / "codepo_gb.zip", guildhall)
    before, imported, after = (
        places("find", "ba15aw", "--json"),
        places("import", str(zipped)),
        places("find", "ba15aw", "--json"),
    )
    assert (before.returncode, imported.returncode, after.returncode) == (0, 0, 0)
    assert imported.stdout.startswith("Code-Point Open 2026.1.0: 1 postcodes.")
    assert "Mend community.toml" in imported.stdout
    told, then = json.loads(before.stdout), json.loads(after.stdout)
    assert (told.pop("source"), then.pop("source")) == (shipped().source, "Code-Point Open 2026.1.0")
    assert told == then
    assert told["hub"] == "bath_north"


def test_a_place_is_told_in_words(home: Path) -> None:
    told = places("find", "BA1 5ZZ")
    assert told.returncode == 0
    assert "Middle of sector BA1 5: easting 37" in told.stdout
    assert "Bath North" in told.stdout
    assert "Flags: postcode_unknown" in told.stdout


def test_a_place_that_nobody_knows_ends_with_one(home: Path) -> None:
    told = places("find", "by the church")
    assert told.returncode == 1
    assert "a person decides" in told.stdout


def test_a_zip_that_will_not_do_ends_with_one_and_no_traceback(home: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.zip").write_bytes(b"no zip")
    told = places("import", str(tmp_path / "wrong.zip"))
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("This is not a zip file")


def test_misuse_ends_with_two() -> None:
    assert places("import").returncode == 2
    assert places("import", "nowhere.zip").returncode == 2
    assert places("lose").returncode == 2


@pytest.mark.parametrize("command", [[], ["import"], ["find"]])
def test_the_help_holds_an_example(command: list[str]) -> None:
    told = places(*command, "--help")
    assert told.returncode == 0
    assert "Example:\n  python -m community places" in told.stdout or "Example:\n    python -m" in told.stdout
