"""Clicks, pages and commands by the size of the community, on both kinds of database: processor time, and the curve.

What is counted is the processor time of the program, without the database server's. Figures without a goal are told for
the curve. A nation has one goal: that all of it works in six gigabytes.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.clicked import AHEAD, APPROVE, FINDS, TODAY
from tests.bench.communities import COUNTY, NATION, TOWN, Community, communities
from tests.bench.figure import Figure
from tests.checkout import ROOT

MEMORY, SENT = "memory (MB)", "sends (kB)"
MOST_SENT = 1_000
"""Kilobytes that a view of any page may send in a town and in a county."""
GOALS: Mapping[int, Mapping[str, float]] = {
    TOWN: {"open a need": 60, APPROVE: 80, AHEAD: 60, "page: today": 60, "page: matches": 200}
    | dict.fromkeys(TODAY, 60)
    | dict.fromkeys(FINDS, 100),
    COUNTY: {
        "open a need": 150,
        APPROVE: 100,
        "watch": 100,
        AHEAD: 200,
        "first board": 10_000,
        "page: today": 200,
        "page: matches": 200,
        "page: volunteers": 300,
        "page: history": 300,
    }
    | dict.fromkeys(TODAY, 200)
    | dict.fromkeys(FINDS, 100),
    NATION: {f"{part}: {MEMORY}": 6_144 for part in ("clicks", "pages", "match", "backup", "doctor", "show")},
}
"""Milliseconds of processor time, and MB."""
COMMANDS = {
    "match": ["match"],
    "doctor": ["doctor"],
    "show": ["show", "needs", "--json"],
    "backup": ["backup", "FILE"],
}
REFUSED = 2
Told = dict[str, float]


def measure() -> Iterator[Figure]:
    """Yield the figures, size by size; then print the curve."""
    curve: dict[str, Told] = {}
    for each in communities():
        where = f"{each.volunteers:,} {each.kind}"
        goals = GOALS[each.size] if each.size * 0.9 <= each.volunteers <= each.size * 1.1 else {}
        curve[where] = {"open needs": float(each.open_needs)}
        for part in (_clicks, _pages, _commands):
            told = dict(part(each))
            curve[where] |= told
            for name, value in told.items():
                most = goals.get(name, MOST_SENT if name.endswith(SENT) and each.size != NATION else None)
                yield Figure(f"{where}: {name}", value, _unit(name), most=most)
    _print(curve)


def _clicks(community: Community) -> Told:
    told = _told(community, "tests.bench.clicked")
    return {f"clicks: {name}" if name == MEMORY else name: value for name, value in told.items()}


def _pages(community: Community) -> Told:
    told = _told(community, "tests.bench.opened")
    return {f"pages: {name}" if name == MEMORY else f"page: {name}": value for name, value in told.items()}


def _told(community: Community, module: str) -> Told:
    done = community.run(module)
    if done.returncode:
        raise SystemExit(f"{module} did not end well, so there is nothing to measure")
    told: Told = json.loads(done.stdout.splitlines()[-1])
    return told


def _commands(community: Community) -> Iterator[tuple[str, float]]:
    for name, words in COMMANDS.items():
        with tempfile.TemporaryDirectory() as folder:
            command = [word if word != "FILE" else str(Path(folder) / "book.zip") for word in words]
            cpu, memory = _measured(community, command)
        yield f"command: {name}", cpu
        yield f"{name}: {MEMORY}", memory


def _measured(community: Community, command: list[str]) -> tuple[float, float]:
    """Milliseconds of processor time, and MB at the most, of a command and all that it starts.

    The memory is never told as less than what this program held when it started the command.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "community", *command], cwd=ROOT, env=os.environ | community.environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode >= REFUSED or process.returncode < 0:
        raise SystemExit(f"{command[0]} ended with {process.returncode}, so there is nothing to measure")
    return (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024


def _unit(name: str) -> str:
    return "" if name.endswith(("(MB)", "(s)", "(kB)")) else "ms"


def _print(curve: Mapping[str, Told]) -> None:
    """The curve: a line for each click, page and command, a column for each size and kind of database."""
    names = list(dict.fromkeys(name for told in curve.values() for name in told))
    print(f"\n    {'ms of processor time':<48}" + "".join(f"{where:>20}" for where in curve))
    for name in names:
        cells = (f"{told[name]:>20,.0f}" if name in told else f"{'':>20}" for told in curve.values())
        print(f"    {name:<48}" + "".join(cells))
