"""The spreadsheet beside the rest: the doctor asks after it, and `run` keeps it in step."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checkout import ROOT, copy_of_the_site
from tests.commands.household import Run, lines
from tests.commands.processes import alive, command_line, descendants, until
from tests.commands.test_run import free_port
from tests.google_sheets.server import StandIn


@pytest.fixture
def google(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """A live book, and a spreadsheet that nobody has provisioned."""
    run("init")
    with StandIn() as stand_in:
        monkeypatch.setenv("SHEET_ID", stand_in.spreadsheet().id)
        monkeypatch.setenv("SHEETS_API_ROOT", stand_in.root)
        yield stand_in


def provision() -> None:
    subprocess.run([sys.executable, "-m", "sheets_sync", "provision"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def about_the_sheet(run: Run, *options: str, code: int = 0) -> dict[str, str]:
    told = lines(run("doctor", "--json", *options, code=code))
    return {str(each["what"]): str(each["state"]) for each in told if str(each["what"]).startswith("sheet")}


def test_the_doctor_asks_after_the_spreadsheet_only_when_told(run: Run, google: StandIn) -> None:
    assert about_the_sheet(run) == {"sheet": "think"}
    assert not google.log
    found = about_the_sheet(run, "--live", code=1)
    assert (found["sheet: spreadsheet"], found["sheet: tab Board"]) == ("well", "wrong")
    provision()
    assert "wrong" not in about_the_sheet(run, "--live").values()


def test_without_a_spreadsheet_the_doctor_says_nothing_of_it(run: Run) -> None:
    run("init")
    assert about_the_sheet(run, "--live") == {}


def test_of_the_invented_town_no_spreadsheet_is_asked(
    run: Run, google: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMO", "yes")
    assert about_the_sheet(run, "--live") == {"sheet": "well"}
    assert not google.log


def is_the_sync(pid: int) -> bool:
    """Whether this is the child that keeps the spreadsheet in step, and has not ended."""
    return "sheets_sync" in command_line(pid) and alive(pid)


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="looks for processes as Unix lists them")
def test_run_asks_the_spreadsheet_and_goes_on_when_its_key_is_refused(
    google: StandIn, home: Path, tmp_path: Path
) -> None:
    google.faults.add("401")
    command = [sys.executable, "-m", "community", "run"]
    command += ["--port", str(free_port()), "--dashboard-port", str(free_port())]
    told = tmp_path / "errors"
    environment = os.environ | {"COMMUNITY_SITE": str(copy_of_the_site(tmp_path / "own"))}
    with told.open("w") as errors:
        program = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)
    assert program.stdout
    said = threading.Thread(target=program.stdout.read)  # so that it is never kept waiting by a full pipe
    said.start()
    children: list[int] = []
    try:
        until(lambda: program.poll() is not None or "make a new key" in told.read_text())
        until(lambda: program.poll() is not None or not any(map(is_the_sync, descendants(program.pid))))
        children = descendants(program.pid)
        assert program.poll() is None, told.read_text()
    finally:
        program.terminate()
        program.wait()
        said.join()
        program.stdout.close()
    until(lambda: not any(map(alive, children)))
