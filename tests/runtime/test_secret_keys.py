"""The programs make each of their own keys only once, even if they start together or the power fails."""

import os
import secrets
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from community.links import link_keys
from community.runtime.secret_keys import erasure_key, secret_key
from community.settings import Settings, key_file, load
from community.settings.key_file import BadKey
from tests.checkout import ROOT

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


KEYS = {
    "secret_key": secret_key,
    "erasure_key": lambda settings: erasure_key(settings).decode(),
    "link_key": lambda settings: link_keys(settings)[0],
}
"""Every file of a key, and who makes it."""


@pytest.fixture(params=KEYS)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Callable[[], str]]:
    """Where a key is kept, and the key as a program that starts gets it."""
    return tmp_path / request.param, lambda: KEYS[request.param](settings(tmp_path))


Key = tuple[Path, Callable[[], str]]


def test_programs_that_start_together_end_with_one_key(file: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    """All have looked, and found none, before any of them makes it; who makes one waits for another that would too."""
    path, key = file
    second, token = threading.Barrier(2), secrets.token_urlsafe

    def new(length: int) -> str:
        with suppress(threading.BrokenBarrierError):
            second.wait(0.5)
        return token(length)

    monkeypatch.setattr(secrets, "token_urlsafe", new)
    together = threading.Barrier(8)
    really = key_file._made

    def made(where: Path) -> str:
        together.wait(30)
        return really(where)

    monkeypatch.setattr(key_file, "_made", made)
    with ThreadPoolExecutor(8) as many:
        keys = set(many.map(lambda _: key(), range(8)))
    assert keys == {path.read_text()}


def test_processes_that_start_together_end_with_one_key(tmp_path: Path) -> None:
    """Each has looked, and found no key, before any of them makes it."""
    program = (
        "import sys\n"
        "from community.runtime.secret_keys import erasure_key, secret_key\n"
        "from community.settings import key_file, load\n"
        "def made(path, really=key_file._made):\n"
        "    print('none yet', flush=True); sys.stdin.readline()\n"
        "    return really(path)\n"
        "key_file._made = made\n"
        "told = load({'COMMUNITY_HOME': sys.argv[1], 'DEMO': 'no'})\n"
        "print(secret_key(told)); print(erasure_key(told).decode(), flush=True)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with ExitStack() as ended:
        starts = [ended.enter_context(subprocess.Popen(command, cwd=ROOT, **pipes)) for _ in range(4)]
        for file in ("secret_key", "erasure_key"):
            assert {start.stdout.readline() for start in starts} == {"none yet\n"}
            for start in starts:
                start.stdin.write("now\n")
                start.stdin.flush()
            keys = {start.stdout.readline().strip() for start in starts}
            assert keys == {(tmp_path / file).read_text()}


@pytest.mark.parametrize("left", [b"", b"\n", b"\0" * 43], ids=["empty", "a-line", "noughts"])
def test_a_file_that_an_interruption_left_empty_is_filled_and_every_start_gets_the_same(file: Key, left: bytes) -> None:
    path, key = file
    path.write_bytes(left)
    first = key()
    assert len(first) >= 43
    assert key() == first == path.read_text()


def test_a_half_made_file_of_an_earlier_start_does_no_harm(file: Key) -> None:
    """In a container every start has the same process number."""
    path, key = file
    path.with_name(f".{path.name}.{os.getpid()}").write_text("half")
    assert len(key()) >= 43


def test_a_key_that_was_cut_off_is_said_in_words_and_not_shown(file: Key) -> None:
    path, key = file
    path.write_text("half a key")
    with pytest.raises(BadKey, match="cut off") as told:
        key()
    assert path.name in str(told.value)
    assert "half a key" not in str(told.value)
    assert path.read_text() == "half a key"


def test_a_key_that_may_only_be_read_is_read(file: Key) -> None:
    path, key = file
    path.write_text("a key of forty-three letters from a safe place\n")
    path.chmod(0o400)
    assert key() == "a key of forty-three letters from a safe place"


def test_the_environments_key_comes_first_and_is_not_written_down(tmp_path: Path) -> None:
    assert secret_key(settings(tmp_path, SECRET_KEY=FROM_OUTSIDE)) == FROM_OUTSIDE
    assert link_keys(settings(tmp_path, SECRET_KEY=FROM_OUTSIDE)) == (FROM_OUTSIDE,)
    assert list(tmp_path.iterdir()) == []


def test_a_new_key_of_links_is_written_above_the_old_one_and_both_count(tmp_path: Path) -> None:
    (old,) = link_keys(settings(tmp_path))
    new = "n" * 43
    (tmp_path / "link_key").write_text(f"{new}\n{old}\n")
    assert link_keys(settings(tmp_path)) == (new, old)
    from_outside = link_keys(settings(tmp_path, SECRET_KEY=FROM_OUTSIDE))
    assert from_outside == (FROM_OUTSIDE, new, old), "what the file's keys signed still opens"
    (tmp_path / "link_key").write_text(f"{new}\nhalf\n")
    with pytest.raises(BadKey, match="link_key") as told:
        link_keys(settings(tmp_path))
    assert "half" not in str(told.value)


def test_a_folder_that_is_none_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("a file where the folder should be")
    with pytest.raises(BadKey, match="SECRET_KEY"):
        secret_key(settings(tmp_path, DEMO="yes"))
