import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from community.settings import Settings, load
from intake.secret import NoKeyError, secret_key
from intake.state import Sealer, State

FROM_OUTSIDE = "a key from outside, long enough to be one"


def settings(home: Path, **environ: str) -> Settings:
    return load({"COMMUNITY_HOME": str(home), "DEMO": "no"} | environ)


def test_a_key_is_made_once_and_is_for_its_owner_only(tmp_path: Path) -> None:
    key = secret_key(settings(tmp_path / "new"))
    path = tmp_path / "new" / "secret_key"
    assert len(key) >= 43
    assert secret_key(settings(tmp_path / "new")) == key == path.read_text()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["secret_key"]


def test_processes_that_start_together_end_with_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as many:
        keys = set(many.map(lambda _: secret_key(settings(tmp_path)), range(8)))
    assert keys == {(tmp_path / "secret_key").read_text()}


def test_the_environments_key_comes_first_and_is_not_written_down(tmp_path: Path) -> None:
    assert secret_key(settings(tmp_path, SECRET_KEY=FROM_OUTSIDE)) == FROM_OUTSIDE
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_none_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("a file where the folder should be")
    with pytest.raises(NoKeyError, match="SECRET_KEY"):
        secret_key(settings(tmp_path, DEMO="yes"))


def test_what_was_sealed_opens_again_long_or_short_and_only_with_the_same_key() -> None:
    for words in ("short", "long " * 5_000, "\ud800 \0 長い"):
        state = State("volunteer", "you", "KEY", 7, answers={"name": [words]}, passed=("you",), flags=("honeypot",))
        sealed = Sealer("a").seal(state)
        assert Sealer("a").open(sealed) == state
        assert Sealer("b").open(sealed) is None
        assert Sealer("a").open(sealed[:-1]) is None
    assert Sealer("a").open(Sealer("a")._signer.dumps({"of": "another time"}).__str__()) is None
