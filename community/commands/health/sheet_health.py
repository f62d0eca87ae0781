"""Checks of the spreadsheet: whether it can be reached, and is as it should be."""

import json
import subprocess
import sys
from collections.abc import Iterator

from community.commands.health import HealthFinding
from community.settings import Settings

_LONGEST = 600
"""Seconds: the check gives up by itself after about five minutes."""


def look(settings: Settings, *, live: bool) -> Iterator[HealthFinding]:
    """What `python start.py sheets_sync check` finds, when a spreadsheet is named and `live` says to ask Google."""
    if settings.sheet_id is None:
        return
    if settings.demo:
        yield HealthFinding("sheet", "well", "The invented town is open, and never goes to the spreadsheet.")
    elif not live:
        yield HealthFinding("sheet", "think", "It is at Google, which was not asked. Use --live.")
    else:
        yield from _asked()


def _asked() -> Iterator[HealthFinding]:
    # A program of its own: only the sync knows gspread.
    command = [sys.executable, "-m", "sheets_sync", "check", "--json"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)
        findings = [HealthFinding(**json.loads(line)) for line in said.stdout.splitlines()]
    except (OSError, subprocess.TimeoutExpired, ValueError, TypeError):
        findings, said = [], None
    for each in findings:
        yield HealthFinding(f"sheet: {each.what}", each.state, each.words)
    if said is None or not findings:
        yield HealthFinding(
            "sheet", "wrong", "It could not be checked. What does `python start.py sheets_sync check` say?"
        )
