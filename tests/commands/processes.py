"""Looking at processes as Linux and macOS list them."""

import subprocess
import time
from collections.abc import Callable


def alive(pid: int) -> bool:
    """Return whether the process is there and has not ended."""
    state = _told(pid, "stat")
    return state != "" and not state.startswith("Z")


def command_line(pid: int) -> str:
    """Return what the process was started with; empty when it is not there."""
    return _told(pid, "args")


def _told(pid: int, what: str) -> str:
    """Return what `ps` tells of a process; nothing when there is none of that number."""
    done = subprocess.run(["ps", "-ww", "-o", f"{what}=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return done.stdout.strip()


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
