"""A program that knows a table and columns more opens the recorded spreadsheet: nothing there needs a person."""

import subprocess
import sys

import pytest

from tests.checkout import ROOT

LATER = "tests/earlier/later_tables.py"
EARLIER = "tests/earlier/test_earlier_spreadsheet.py"


@pytest.mark.parametrize(
    "cases",
    [
        pytest.param([LATER], id="what is new"),
        pytest.param([LATER, EARLIER], marks=pytest.mark.long, id="and what was there"),
    ],
)
def test_the_recorded_spreadsheet_comes_forward_when_a_table_or_a_column_comes(cases: list[str]) -> None:
    """In a process of its own, because every room reads the tables as it is imported."""
    how = ["-p", "tests.earlier.invented_layout", "-p", "no:cacheprovider", "-q", "-n0", "-m", "not postgres"]
    command = [sys.executable, "-m", "pytest", *how, *cases]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
