"""The key of concerns is made only once, whichever program starts first and wherever the data folder is."""

import os
import secrets
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from community.concerns import NoConcernsKey, Seal, seal_of
from community.settings import Settings, key_file, load
from tests.checkout import ROOT

SEED = bytes(16)


def settings(home: Path, **environ: str) -> Settings:
    return load({"COMMUNITY_HOME": str(home), "DEMO": "no"} | environ)


def sealed(seal: Seal) -> str:
    """What this seal makes of the same words each time: two keys show."""
    return seal.seal("words", "Ann Example fell", SEED)


def test_programs_that_start_together_seal_with_the_key_that_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All have found no key before any of them makes one; who makes one waits for another that would too."""
    second, together, really, token = (
        threading.Barrier(2), threading.Barrier(8), key_file._made, secrets.token_urlsafe,
    )  # fmt: skip

    def new(length: int) -> str:
        with suppress(threading.BrokenBarrierError):
            second.wait(0.5)
        return token(length)

    def made(path: Path) -> str:
        together.wait(30)
        return really(path)

    monkeypatch.setattr(secrets, "token_urlsafe", new)
    monkeypatch.setattr(key_file, "_made", made)
    with ThreadPoolExecutor(8) as many:
        found = set(many.map(lambda _: sealed(seal_of(settings(tmp_path), make=True)), range(8)))
    assert found == {sealed(Seal((tmp_path / "concerns_key").read_text()))}


def test_processes_that_start_together_seal_with_one_key(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from community.concerns import seal_of\n"
        "from community.settings import load\n"
        "told = load({'COMMUNITY_HOME': sys.argv[1], 'DEMO': 'no'}); print('ready', flush=True); sys.stdin.readline()\n"
        "print(seal_of(told, make=True).seal('words', 'Ann Example fell', bytes(16)))"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    starts = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    for start in starts:
        assert start.stdout is not None
        assert start.stdout.readline() == "ready\n"
    for start in starts:
        assert start.stdin is not None
        start.stdin.write("now\n")
        start.stdin.flush()
    found = {start.communicate()[0].strip() for start in starts}
    assert found == {sealed(Seal((tmp_path / "concerns_key").read_text()))}


def test_a_folder_on_a_disk_without_hard_links_keeps_a_key_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a memory stick, or on a folder that a container shares."""

    def none(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", none)
    first = sealed(seal_of(settings(tmp_path), make=True))
    assert sealed(seal_of(settings(tmp_path))) == first
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "concerns_key").stat().st_mode) == 0o600


def test_none_is_made_where_none_is_to_be_made(tmp_path: Path) -> None:
    with pytest.raises(NoConcernsKey):
        seal_of(settings(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_a_key_that_was_cut_off_is_kept_and_said_and_not_shown(tmp_path: Path) -> None:
    (tmp_path / "concerns_key").write_text("half a key")
    with pytest.raises(NoConcernsKey, match="concerns_key") as told:
        seal_of(settings(tmp_path), make=True)
    assert "half a key" not in str(told.value)
    assert (tmp_path / "concerns_key").read_text() == "half a key"
