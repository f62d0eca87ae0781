"""The command line tells what happened in words and in its exit code, and repeats nothing that somebody typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from community import commands
from tests.checkout import ROOT

# Commands for these tests stand in a folder of their own, which the group reads like the real one.
OURS = {
    "pleased": 'click.echo("done")',
    "told_no": "sys.exit(1)",
    "worried": 'raise UserFacingError("The book is full. Make room, then try again.")',
    "broken": 'name = "Ada Invented"; raise ValueError(f"no such person: {name}")',
}
MODULE = '''"""Does what it is called.\n\nMore of it.\n"""
import sys
import click
from community.errors import UserFacingError
@click.command("{name}")
def command():
    """Does what it is called."""
    {body}
'''
CALL = """
import pathlib, sys
from community import commands
commands.__path__.insert(0, sys.argv[1])
commands.__file__ = sys.argv[1] + "/__init__.py"
from community.__main__ import main
sys.argv = ["community", *sys.argv[2:]]
main()
"""


@pytest.fixture
def call(tmp_path: Path):  # type: ignore[no-untyped-def]
    for name, body in OURS.items():
        (tmp_path / f"{name}.py").write_text(MODULE.format(name=name, body=body))
    (tmp_path / "shared_by_several.py").write_text('"""No command."""\n')

    def _call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", CALL, str(tmp_path), *arguments],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=os.environ,
            check=False,
        )

    return _call


def test_done_is_0_no_is_1_misuse_is_2(call) -> None:  # type: ignore[no-untyped-def]
    assert call("pleased").returncode == 0
    assert call("told-no").returncode == 1
    assert call("there-is-none").returncode == 2
    assert call("pleased", "--unknown").returncode == 2


def test_the_help_lists_every_command_and_nothing_else(call) -> None:  # type: ignore[no-untyped-def]
    lines = call("--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in lines] == ["broken", "pleased", "told-no", "worried"]
    assert lines[0].split(maxsplit=1)[1] == "Does what it is called"


def test_an_error_for_people_is_shown_without_a_traceback(call) -> None:  # type: ignore[no-untyped-def]
    answer = call("worried")
    assert answer.returncode == 1
    assert answer.stderr == "The book is full. Make room, then try again.\n"


def test_a_fault_tells_where_it_is_and_not_what_it_held(call) -> None:  # type: ignore[no-untyped-def]
    answer = call("broken")
    assert answer.returncode == 1
    assert "ValueError" in answer.stderr
    assert "broken.py:" in answer.stderr
    assert "Ada" not in answer.stdout + answer.stderr


def test_a_command_that_is_not_there_can_t_be_loaded() -> None:
    with pytest.raises(KeyError):
        commands.load("there-is-none")
