"""What a click takes behind the page, by the size of the community: processor time of the process that answers.

Each size is an invented community, made first; `BENCH_READY=folder[:folder...]` takes data folders with ones that are
made already, which are copied. Sizes without a goal are told for the curve.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import community.casework as cw
from community.book import Book
from community.casework.whole_board import whole_board
from community.matching import warm
from community.settings import load
from community.tables.roles import Role
from community.tables.row_types import MatchRow, VolunteerRow
from community.tables.statuses import MatchStatus, VolunteerStatus
from tests.bench.figure import Figure

ROOT = Path(__file__).parents[2]
TIMES = 9
SIZES = {2_500: 700, 50_000: 12_700}
"""Volunteers, and requests; of these about four in eleven leave a need that is open."""
TODAY = [f"today after {what}" for what in ("a look", "an approval", "a request", "a call", "a correction")]
GOALS = {
    2_500: {"open a need": 60, "approve": 80} | dict.fromkeys(TODAY, 60),
    50_000: {"open a need": 150, "approve": 100, "watch": 100, "first board": 10_000} | dict.fromkeys(TODAY, 200),
}
"""Milliseconds of processor time."""
REQUEST = {"name": "Rita Resident", "tasks": ["dog_walk"], "status": "new", "hub": None, "channel": "web"}


def measure() -> Iterator[Figure]:
    """Yield the figures, size by size."""
    warm()
    with tempfile.TemporaryDirectory() as folder:
        for place in _communities(Path(folder)):
            yield from _clicks(place)


def _communities(folder: Path) -> Iterator[Path]:
    """The data folders of the communities, each made or copied when it is asked for."""
    ready = [Path(each) for each in os.environ.get("BENCH_READY", "").split(os.pathsep) if each]
    for number, source in enumerate(ready):
        shutil.copytree(source, folder / f"ready-{number}")
        yield folder / f"ready-{number}"
    for volunteers, requests in () if ready else SIZES.items():
        home = folder / f"{volunteers}"
        told = ["--volunteers", str(volunteers), "--requests", str(requests)]
        subprocess.run(
            [sys.executable, "-m", "community", "demo", *told],
            cwd=ROOT, env=os.environ | {"COMMUNITY_HOME": str(home)}, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        yield home


def _clicks(home: Path) -> Iterator[Figure]:
    settings = load({"COMMUNITY_HOME": str(home)})
    book = Book.open(str(home / "demo" / "book.db"))
    latest = book.changes(newest_first=True, limit=1)[0].at
    clock = _Clock(datetime.fromisoformat(latest.replace("Z", "+00:00")) + timedelta(hours=1))
    here = cw.WorkContext(book, settings, cw.User("Dilys Director", Role.DIRECTOR), None, clock)
    many = book.count(VolunteerRow)
    size = min(SIZES, key=lambda each: abs(each - many))
    goals = GOALS[size] if size * 0.9 <= many <= size * 1.1 else {}

    def figure(name: str, *taken: float) -> Figure:
        return Figure(f"{many:,} volunteers: {name}", statistics.median(taken), "ms", most=goals.get(name))

    yield figure("first board", _spent(lambda: whole_board(here, keep_seen=True)))
    whole_board(here)
    yield figure("match it all, and word what is new", _spent(lambda: cw.propose(book, settings, clock())))
    waiting = book.rows(
        MatchRow, lambda c: [c.status == MatchStatus.PROPOSED, c.seen_at.is_(None)], limit=TIMES + 1, order="at"
    )
    taken: dict[str, list[float]] = {name: [] for name in ("open a need", "approve", "watch", *TODAY)}

    def after(what: str, *, do: Callable[[], object] | None = None) -> None:
        """Take how long Today takes once this was written."""
        if do is not None:
            do()
        taken[f"today after {what}"].append(_spent(lambda: cw.list_of_today(here, clock())))

    people = book.rows(VolunteerRow, lambda c: [c.status == VolunteerStatus.READY], limit=TIMES + 1, order="id")
    for match, person in zip(waiting, people, strict=False):
        one = match.id
        taken["open a need"].append(_spent(lambda: _open(here, one)))  # noqa: B023 (it is run at once)
        after("a look")
        taken["approve"].append(_spent(lambda: _approve(here, one)))  # noqa: B023
        after("an approval")
        after("a request", do=lambda: book.append("help_requests", REQUEST, by="web"))
        after("a call", do=lambda: cw.log_contact(here, one, with_whom=person.id, words="She rings back"))  # noqa: B023
        after("a correction", do=lambda: _correct(here, person))  # noqa: B023
        taken["watch"].append(_spent(lambda: cw.propose(book, settings, clock())))
    for name, each in taken.items():
        yield figure(name, *each[1:])  # the first of each loads what it needs
    book.close()


def _open(here: cw.WorkContext, match_id: str) -> None:
    """Note that it was looked at, and work out who else could help."""
    cw.look_at(here, match_id)
    cw.alternates(here, match_id)
    whole_board(here, keep_seen=True)


def _approve(here: cw.WorkContext, match_id: str) -> None:
    """Approve, and bring the board forward to what is true then."""
    cw.approve(here, match_id)
    whole_board(here)
    whole_board(here, keep_seen=True)


def _correct(here: cw.WorkContext, person: VolunteerRow) -> None:
    cw.correct(here, person.table, person.id, "about", seen=person.about, now="I have a car now")


def _spent(do: Callable[[], object]) -> float:
    """Milliseconds of processor time, of all threads: decisions are written by one of their own."""
    began = time.process_time()
    do()
    return (time.process_time() - began) * 1000


class _Clock:
    """A clock that goes on by a moment with each look."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=5)
        return self.now
