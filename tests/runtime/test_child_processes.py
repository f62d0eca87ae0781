"""Programs that were started end with their starter, however it ends."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from community.commands import run
from community.runtime.child_processes import Children
from tests.checkout import ROOT
from tests.commands.processes import alive, until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks for processes as Unix lists them")

# Starts the programs named on its command line, says so, and waits as `run` does.
STARTER = """
import sys
from community.runtime.child_processes import ChildEnded, Children
from community.runtime.stop_signals import AskedToStop
try:
    with Children() as children:
        for name in sys.argv[1:]:
            children.start(name, name, may_end=name == "passing")
        print("started", flush=True)
        children.wait(lambda: False, every=0.2)
except AskedToStop:
    print("asked to stop", flush=True)
except ChildEnded as ended:
    print(ended, flush=True)
"""
# Each writes its process number under its own name, then does what the name says.
BEGIN = "import os, pathlib, signal, subprocess, sys, time\n"
# Written atomically: two processes may use the same name, and a reader must not find a half-written file.
SAY = (
    "pathlib.Path(f'{name}.{{os.getpid()}}').write_text(str(os.getpid()))\n"
    "os.replace(f'{name}.{{os.getpid()}}', '{name}.pid')\n"
)
PROGRAMS = {
    "patient": SAY + "time.sleep(600)",
    "deaf": "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + SAY + "time.sleep(600)",
    # Not before its neighbour has said its number: everybody is stopped as soon as one has ended.
    "brief": SAY
    + "neighbour = pathlib.Path('patient.pid')\n"
    + "while not (neighbour.exists() and neighbour.read_text()): time.sleep(0.05)\n"
    + "sys.exit(3)",
    "passing": SAY + "sys.exit(3)",
    "parent": "subprocess.Popen([sys.executable, 'patient.py'])\n" + SAY + "time.sleep(600)",
    "curious": "pathlib.Path('read').write_text(sys.stdin.read() or 'nothing')\n" + SAY + "time.sleep(600)",
}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    for name, program in PROGRAMS.items():
        (tmp_path / f"{name}.py").write_text(BEGIN + program.format(name=name))
    yield tmp_path
    for pid in tmp_path.glob("*.pid"):  # a test that failed must not leave what it found
        if alive(int(pid.read_text())):
            os.kill(int(pid.read_text()), signal.SIGKILL)


def start(folder: Path, *names: str) -> "subprocess.Popen[str]":
    """Start the starter and wait until all it starts have said their number."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(folder), os.environ["PYTHONPATH"]])}
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER, *names], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout
    assert starter.stdout.readline() == "started\n"
    until(lambda: all((folder / f"{name}.pid").exists() and (folder / f"{name}.pid").read_text() for name in names))
    return starter


def number(folder: Path, name: str) -> int:
    return int((folder / f"{name}.pid").read_text())


def test_when_one_that_may_end_has_ended_the_others_go_on(folder: Path) -> None:
    starter = start(folder, "passing", "patient")
    until(lambda: not alive(number(folder, "passing")))
    assert alive(number(folder, "patient"))
    starter.terminate()
    said, _ = starter.communicate()
    assert said == "asked to stop\n"


@pytest.mark.parametrize("sign", ["SIGINT", "SIGTERM", "SIGHUP"])  # by name: Windows has not all of them
def test_a_stop_signal_to_the_starter_ends_all(folder: Path, sign: str) -> None:
    starter = start(folder, "patient", "parent")
    starter.send_signal(signal.Signals[sign])
    said, _ = starter.communicate()
    assert said == "asked to stop\n"
    assert not alive(number(folder, "patient"))
    assert not alive(number(folder, "parent"))


def test_even_kill_9_of_the_starter_ends_all(folder: Path) -> None:
    starter = start(folder, "patient", "deaf")
    starter.kill()
    starter.communicate()
    until(lambda: not alive(number(folder, "patient")) and not alive(number(folder, "deaf")))


def test_a_program_that_does_not_listen_is_ended_by_force(folder: Path) -> None:
    starter = start(folder, "deaf")
    starter.send_signal(signal.SIGTERM)
    starter.communicate(timeout=120)  # for ever would be no end
    assert not alive(number(folder, "deaf"))


def test_what_a_child_started_itself_does_not_stay_either(folder: Path) -> None:
    starter = start(folder, "parent")
    until(lambda: (folder / "patient.pid").exists() and (folder / "patient.pid").read_text())
    starter.send_signal(signal.SIGINT)
    starter.communicate()
    until(lambda: not alive(number(folder, "patient")))


def test_when_one_child_ends_the_others_end_and_it_is_named(folder: Path) -> None:
    starter = start(folder, "patient", "brief")
    said, _ = starter.communicate()
    assert said == "brief has ended (exit code 3), so everything is stopped.\n"
    assert not alive(number(folder, "patient"))


def test_a_child_reads_nothing_from_the_line_that_holds_it(folder: Path) -> None:
    starter = start(folder, "curious")
    starter.send_signal(signal.SIGINT)
    starter.communicate()
    assert (folder / "read").read_text() == "nothing"


def test_it_is_known_whether_a_program_still_runs_and_a_new_one_may_take_its_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(folder), os.environ["PYTHONPATH"]]))
    monkeypatch.chdir(folder)
    children = Children()
    try:
        assert not children.runs("patient")
        children.start("patient", "patient")
        until(lambda: (folder / "patient.pid").exists() and (folder / "patient.pid").read_text() != "")
        assert children.runs("patient")
        os.kill(number(folder, "patient"), signal.SIGKILL)
        until(lambda: not children.runs("patient"))
        (folder / "patient.pid").unlink()
        children.start("patient", "patient")
        until(lambda: (folder / "patient.pid").exists() and (folder / "patient.pid").read_text() != "")
        assert children.runs("patient")
    finally:
        children.stop()
    assert not alive(number(folder, "patient"))


def test_a_person_who_waits_for_a_program_hears_how_long_it_has_taken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "EVERY", 0.0)
    with Children() as children:
        wait = run.Patience("Waiting", "a moment")
        children.finish("The help", "community", "--help", meanwhile=wait.tell)
    first, *told = capsys.readouterr().out.splitlines()
    assert first == "Waiting ... This takes a moment."
    assert told
    assert all(re.fullmatch(r"  \d+ seconds so far", line) for line in told)
