"""What the README says of the stand-in is so: the lists are the code's own, and what it tells to run runs."""

import json
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.checkout import ROOT

from .__main__ import main
from .faults import KINDS
from .formulas import _FUNCTIONS
from .requests import HANDLERS
from .routes import ROUTES
from .test_recordings import REASONS

FOLDER = Path(__file__).parent
PAGE = (FOLDER / "README.md").read_text(encoding="utf-8")


def part(heading: str) -> str:
    """Return what stands under a heading."""
    return PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def codes(text: str, pattern: str) -> set[str]:
    return set(re.findall(f"`({pattern})`", text))


def test_every_option_is_told_and_no_other() -> None:
    options = {option for parameter in main.params for option in parameter.opts}
    told = codes("".join(re.findall(r"^\| (`.*?) \|", part("By itself"), re.MULTILINE)), r"--[\w-]+")
    assert told == options


def test_every_method_and_every_request_is_told_and_no_other() -> None:
    answers = part("What it answers")
    assert codes(answers, r"spreadsheets\.[\w.]+") == {".".join(route.resource) for route in ROUTES}
    requests = answers.partition("in a `batchUpdate`:")[2].split("\n\n")[1]
    assert codes(requests, r"\w+") == HANDLERS.keys()


def test_every_fault_and_every_function_is_told_and_no_other() -> None:
    kinds = "".join(re.findall(r"^\| (`.*?) \|", part("Faults"), re.MULTILINE))
    assert codes(kinds, r"\w+") == KINDS
    functions = re.search(r"functions in formulas it has (.*?), and", " ".join(part("What it does not do").split()))
    assert functions
    assert codes(functions[1], "[A-Z]+") == _FUNCTIONS.keys()


def test_as_many_recorded_exchanges_differ_as_have_a_reason() -> None:
    figures = re.findall(r"\b\d,\d{3}\b", part("What it answers"))
    recorded, same = (int(figure.replace(",", "")) for figure in figures)
    assert recorded - same == len(REASONS)


def test_the_example_runs_as_it_is_written() -> None:
    [example] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(example, {})  # noqa: S102 (the page's own words)


@pytest.mark.parametrize("place", ["here", "copied"])
def test_it_runs_by_itself_here_and_in_another_project(tmp_path: Path, place: str) -> None:
    [command] = re.findall(r"^    python -m (tests\.google_sheets .*)$", PAGE, re.MULTILINE)
    module, *options = command.replace("8095", "0").split()
    folder = ROOT
    if place == "copied":
        folder, module = tmp_path, "theirs"
        shutil.copytree(FOLDER, tmp_path / "theirs", ignore=shutil.ignore_patterns("test_*.py", "conftest.py"))
    with subprocess.Popen(
        [sys.executable, "-m", module, *options], cwd=folder, stdout=subprocess.PIPE, text=True
    ) as it:
        assert it.stdout is not None
        try:
            with urllib.request.urlopen(f"{it.stdout.readline().strip()}/v4/spreadsheets/town") as answer:
                assert json.load(answer)["properties"]["title"] == "town"
        finally:
            it.terminate()
