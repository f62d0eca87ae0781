"""Looking at processes as Linux lists them."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path


def alive(pid: int) -> bool:
    """Return whether the process is there and has not ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def descendants(pid: int) -> list[int]:
    """Return the process numbers of all that this process started, and what they started, oldest first."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    parents = {int(child): int(parent) for child, parent in map(str.split, listed.splitlines())}
    found, looking = [], [pid]
    while looking:
        looking = sorted(child for child, parent in parents.items() if parent in looking)
        found += looking
    return found


def until(happened: Callable[[], object]) -> None:
    """Wait until it has happened; the suite's own time limit ends a wait in vain."""
    while not happened():
        time.sleep(0.05)
