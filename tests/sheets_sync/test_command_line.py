"""`python start.py sheets_sync`: every command as people meet it, and no word of what the book or the sheet holds."""

import json
import logging
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from community.__main__ import cli as community
from community.book import utc_now
from community.runtime.book_opening import open_book
from community.settings import load
from sheets_sync.__main__ import cli
from sheets_sync.sheets_service import Service
from sheets_sync.sync import sync
from sheets_sync.sync_errors import RequestRefused
from tests.book.builders import BY, make_volunteer
from tests.checkout import ROOT
from tests.sheets_sync.household import Household, household, invented, lines, run
from tests.sheets_sync.keys import key_file
from tests.sheets_sync.scripted import Scripted, refusal

CANARY = "Ann Canary"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Household]:
    with household(tmp_path, monkeypatch) as made:
        made.run("provision")
        yield made


def volunteer(name: str = CANARY) -> str:
    with closing(open_book(load())) as book:
        return book.append("volunteers", make_volunteer(name=name), by=BY).id


def test_every_command_has_a_help_with_an_example_and_a_place_in_the_docs(subtests: pytest.Subtests) -> None:
    for name, command in cli.commands.items():
        with subtests.test(name):
            assert isinstance(command, click.Command)
            assert f"python start.py sheets_sync {name}" in (command.help or "")
            assert f"\n### sheets_sync {name}\n" in (ROOT / "docs/commands.md").read_text("utf-8")


def test_a_row_goes_up_and_comes_down_in_another_book(town: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    own = volunteer()
    assert "1 sent" in town.run("push").stdout
    assert lines(town.run("push", "--json"))[0]["sent"] == 0
    monkeypatch.setenv("COMMUNITY_HOME", str(town.home / "elsewhere"))
    CliRunner().invoke(community, ["init"], catch_exceptions=False)
    assert lines(town.run("pull", "--json"))[0]["received"] >= 1
    with closing(open_book(load())) as book:
        row = book.get("volunteers", own)
        assert row is not None
        assert row["name"] == CANARY


def test_status_tells_the_last_sync_and_what_waits_without_asking_google(town: Household) -> None:
    volunteer()
    assert "Last sync: never" in town.run("status").stdout
    told = lines(town.run("status", "--json"))[0]
    assert (told["last"], told["waiting"] >= 1) == (None, True)
    town.run("push")
    asked = len(town.google.log)
    told = lines(town.run("status", "--json"))[0]
    assert (told["last"] is None, told["waiting"]) == (False, 0)
    assert len(town.google.log) == asked


def test_status_tells_why_the_last_sync_failed(town: Household) -> None:
    town.google.faults.add("403")
    assert "press Share" in town.run("push", code=1).stderr
    assert "press Share" in town.run("status", code=1).stdout
    assert "press Share" in lines(town.run("status", "--json", code=1))[0]["error"]
    town.google.faults.clear()
    town.run("push")
    town.run("status")


def test_a_held_tab_is_told_and_answered(town: Household) -> None:
    names = [f"Person {n}" for n in range(6)]
    with closing(open_book(load())) as book:
        made = [book.append("volunteers", {"name": name, "status": "ready"}, by="web").id for name in names]
    for _ in range(2):
        town.run("push")
    person = town.google.person(town.sheet)
    shown = {row[0]: row for row in person.see("volunteers")[1:7]}
    person.paste("volunteers", "D2", [[row[3]] for row in [*shown.values()][::-1]])
    assert "volunteers" in town.run("pull", code=1).stderr
    said = town.run("status", code=1).stdout
    assert said.count("In the tab volunteers: the column Name seems to have been sorted or moved by itself") == 1
    assert lines(town.run("status", "--json", code=1))[0]["questions"][0]["tab"] == "volunteers"
    assert "Nothing is held in needs" in town.run("answer", "needs", "--refuse", code=1).stderr
    assert town.run("answer", "volunteers", code=2).stderr
    assert "writes back" in town.run("answer", "volunteers", "--refuse").stdout
    assert "the next sync does it" in town.run("status", code=1).stdout
    with closing(town.service()) as service, closing(open_book(load())) as book:
        sync(book, service, load(), now=utc_now)
        assert sorted(row["name"] for row in book.rows("volunteers")) == names
        assert {book.rows("volunteers")[0]["id"]} <= set(made)
    assert {row[0]: row[3] for row in person.see("volunteers")[1:7]} == {own: row[3] for own, row in shown.items()}
    town.run("status")


@pytest.mark.parametrize("command", ["push", "pull", "run"])
def test_the_invented_town_never_goes_to_a_spreadsheet(
    town: Household, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("DEMO", "yes")
    invented()
    asked = len(town.google.log)
    assert "invented people never go to a spreadsheet" in town.run(command, code=1).stderr
    assert len(town.google.log) == asked


@pytest.mark.parametrize("command", ["push", "pull", "run", "status"])
def test_without_a_book_the_answer_is_no(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    with household(tmp_path, monkeypatch, begun=False):
        assert "no book in the data folder" in run(command, code=1).stderr


@pytest.mark.parametrize("words", [["run", "--every", "0"], ["push", "--everything"], ["pushh"]])
def test_a_command_that_is_asked_wrongly_says_so_with_2(words: list[str]) -> None:
    assert run(*words, code=2).stderr


@pytest.mark.parametrize("command", ["push", "pull", "run"])
def test_a_key_that_google_refuses_ends_every_command(
    town: Household, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.delenv("SHEETS_API_ROOT")
    with Scripted((400, {"error": "invalid_grant"})) as server:
        monkeypatch.setenv("GOOGLE_SERVICE_ACCOUNT", key_file(token_uri=server.root))
        said = town.run(command, code=1).stderr
    assert "make a new key" in said


def _program(*words: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-W", "error", "-m", "sheets_sync", *words]
    return subprocess.Popen(
        command, cwd=ROOT, env=os.environ.copy(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.skipif(os.name == "nt", reason="sends signals as Unix knows them")
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_run_keeps_in_step_until_it_is_asked_to_stop(town: Household, sign: signal.Signals) -> None:
    volunteer()
    # Each program of this test is waited for by what it says: it has synced, and waits for an hour.
    program = _program("run", "--every", "3600")
    assert program.stdout is not None
    assert program.stderr is not None
    assert "1 sent" in program.stdout.readline()
    program.send_signal(sign)
    rest, errors = program.communicate()
    assert (program.returncode, rest, errors) == (0, "", "")


@pytest.mark.skipif(os.name == "nt", reason="sends signals as Unix knows them")
def test_run_can_be_stopped_while_it_waits_for_the_quota(town: Household) -> None:
    town.google.quota.limits["Read"] = 0
    program = _program("run")
    assert program.stderr is not None
    assert json.loads(program.stderr.readline())["event"] == "sheet_waits"
    program.terminate()
    program.communicate()
    assert program.returncode == 0


def test_no_word_of_a_person_nor_of_the_key_is_in_any_message_or_log(
    town: Household, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """With everything that can go wrong, and every library as talkative as it can be."""
    caplog.set_level(logging.DEBUG)
    volunteer()
    said = []
    for kind in ("500", "html_502", "503", "applied_then_503", "applied_then_drop", "drop", "401", "403"):
        town.google.faults.clear()
        town.google.faults.add(kind, method="POST", times=1)
        volunteer(f"{CANARY} {kind}")
        code = 1 if kind in ("401", "403") else 0
        said.append(town.run("push", code=code))
    town.google.faults.clear()
    said += [town.run(*words) for words in (["pull"], ["status"], ["check", "--live"], ["push", "--json"])]
    monkeypatch.delenv("SHEETS_API_ROOT")
    with Scripted(refusal(400, f"{CANARY} is not welcome")) as server:
        monkeypatch.setenv("GOOGLE_SERVICE_ACCOUNT", key_file(token_uri=server.root))
        said.append(town.run("push", code=1))
    shown = "\n".join([*(result.stdout + result.stderr for result in said), caplog.text])
    assert CANARY.split()[1] not in shown
    assert "PRIVATE" not in shown
    assert not re.search(r"eyJ[\w-]+\.eyJ", shown), "a signed token is as good as the key for an hour"
    assert all(CANARY.split()[1] not in seen.path for seen in town.google.log)


def test_a_pull_that_is_not_whole_says_so_and_answers_no_so_that_nothing_is_published_from_it(
    town: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_book(load())) as book:
        book.append("organisations", {"name": "Kind Shop", "status": "approved"}, by=BY)
    town.run("push")
    town.google.person(town.sheet).delete_columns("organisations", "Website")
    monkeypatch.setenv("COMMUNITY_HOME", str(town.home / "elsewhere"))
    CliRunner().invoke(community, ["init"], catch_exceptions=False)
    for command in ("pull", "push"):
        said = town.run(command, code=1)
        assert "Nothing was new" not in said.stdout
        assert "organisations" in said.stderr
        assert lines(town.run(command, "--json", code=1))[0]["still"] == ["organisations"]
    town.run("provision")
    assert "1 received" in town.run("pull").stdout


def test_what_google_refused_is_said_when_it_is_new_and_as_long_as_it_waits(
    town: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_book(load())) as book:
        own = book.append("organisations", {"name": "Kind Shop"}, by=BY).id
    write = Service.batch

    def batch(service: Service, requests: list[dict[str, Any]], *, ask: Any = ()) -> dict[str, Any]:
        if own in str(requests):
            raise RequestRefused(400, "it does not suit the spreadsheet")
        return write(service, requests, ask=ask)

    monkeypatch.setattr(Service, "batch", batch)
    assert "refused by Google" in town.run("push").stdout
    said = town.run("push").stdout
    assert "1 that Google refused before" in said
    assert "sheets_sync status" in said


def test_status_tells_since_when_it_fails(town: Household) -> None:
    town.google.faults.add("403")
    since = set()
    for _ in range(3):
        town.run("push", code=1)
        since.add(lines(town.run("status", "--json", code=1))[0]["failed_at"])
    assert len(since) == 1
    town.google.faults.clear()
    town.run("push")
    town.google.faults.add("403")
    town.run("push", code=1)
    since.add(lines(town.run("status", "--json", code=1))[0]["failed_at"])
    assert len(since) == 2, "in between it went well"


def test_a_read_that_is_refused_is_not_called_a_write(town: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    with Scripted(refusal(400, "Unable to parse range")) as server:
        monkeypatch.setenv("SHEETS_API_ROOT", server.root)
        said = town.run("pull", code=1).stderr
    assert "written" not in said
    assert "Google refused to tell" in said
