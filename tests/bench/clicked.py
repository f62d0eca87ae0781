"""What clicks take in the community that the environment names: `python -m tests.bench.clicked` prints it as JSON.

Milliseconds of processor time of this process, by the name of the click, and the most memory it held in MB. Meanwhile
it says on the other output how far it is: a nation takes a quarter of an hour.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import community.casework as cw
from community.book import Book
from community.casework.whole_board import whole_board
from community.matching import warm
from community.runtime.book_opening import open_book
from community.settings import Settings, load
from community.tables.roles import Role
from community.tables.row_types import MatchRow, VolunteerRow
from community.tables.statuses import MatchStatus, VolunteerStatus

TIMES, ENOUGH = 9, 90
"""How often each click is repeated, or as often as fits in so many seconds of processor time, but three times."""
APPROVE = "approve, and open the next need"
TODAY = [f"today after {what}" for what in ("a look", "an approval", "a request", "a call", "a correction")]
TYPED = ("an", "smith", "smiht", "ann smith", "07700 9", "960123", "ba1", "ba1 5", "high street", "V-7K", "a@example")
"""What is looked for: little and much, rightly and wrongly spelt, and what fits a third of everybody."""
FINDS = tuple(f"{who} finds anybody, {what}" for who in ("director", "coordinator") for what in ("median", "slowest"))
REQUEST = {"name": "Rita Resident", "tasks": ["dog_walk"], "status": "new", "hub": None, "channel": "web"}
AHEAD = "looking ahead after a request"
SECONDS = "first board, by the clock (s)"


def main() -> None:
    """Measure and print."""
    warm()
    settings = load()
    with closing(open_book(settings)) as book:
        told = _clicks(book, settings)
    print(json.dumps(told | {"memory (MB)": peak()}))


def _clicks(book: Book, settings: Settings) -> dict[str, float]:
    latest = book.changes(newest_first=True, limit=1)[0].at
    clock = _Clock(datetime.fromisoformat(latest.replace("Z", "+00:00")) + timedelta(hours=1))
    here = cw.WorkContext(book, settings, cw.User("Dilys Director", Role.DIRECTOR), None, clock)
    told = _finds(here)
    began = time.perf_counter()
    told["first board"] = _long("first board", lambda: whole_board(here, keep_seen=True))
    told[SECONDS] = time.perf_counter() - began
    _long("the board without what was looked at", lambda: whole_board(here))
    matched = "match it all, and word what is new"
    told[matched] = _long(matched, lambda: cw.propose(book, settings, clock()))
    told["first list of Today"] = _long("first list of Today", lambda: cw.list_of_today(here, clock()))
    waiting = book.rows(
        MatchRow, lambda c: [c.status == MatchStatus.PROPOSED, c.seen_at.is_(None)], limit=TIMES + 2, order="at"
    )
    taken: dict[str, list[float]] = {name: [] for name in ("open a need", APPROVE, "watch", AHEAD, *TODAY)}

    def after(what: str, *, do: Callable[[], object] | None = None) -> None:
        """Take how long Today takes once this was written."""
        if do is not None:
            do()
        taken[f"today after {what}"].append(spent(lambda: cw.list_of_today(here, clock())))

    people = book.rows(VolunteerRow, lambda c: [c.status == VolunteerStatus.READY], limit=TIMES + 1, order="id")
    began = time.process_time()
    for (match, following), person in zip(pairwise(waiting), people, strict=False):
        if len(taken["watch"]) > 2 and time.process_time() - began > ENOUGH:
            break
        one, then = match.id, following.id
        taken["open a need"].append(spent(lambda: _open(here, one)))  # noqa: B023 (it is run at once)
        after("a look")
        taken[APPROVE].append(spent(lambda: _approve(here, one, then)))  # noqa: B023
        after("an approval")
        after("a request", do=lambda: book.append("help_requests", REQUEST, by="web"))
        taken[AHEAD].append(spent(lambda: cw.demand_ahead(here)))
        after("a call", do=lambda: cw.log_contact(here, one, with_whom=person.id, words="She rings back"))  # noqa: B023
        after("a correction", do=lambda: _correct(here, person))  # noqa: B023
        taken["watch"].append(spent(lambda: cw.propose(book, settings, clock())))
    # The first of each loads what it needs.
    return told | {name: statistics.median(each[1:]) for name, each in taken.items() if each[1:]}


def _finds(here: cw.WorkContext) -> dict[str, float]:
    """Look for each of `TYPED` at two desks, once everybody is read, which the first page does in the background."""
    read = "everybody is read, to be found"
    told = {read: _long(read, lambda: cw.make_ready_to_find(here).join())}
    hub = next(iter(here.settings.hubs))
    for user in (here.user, cw.User("Cora Coordinator", Role.COORDINATOR, hub)):
        desk = replace(here, user=user)
        taken = [spent(lambda: cw.find(desk, typed)) for typed in TYPED for _ in range(3)]  # noqa: B023 (run at once)
        told[f"{user.role} finds anybody, median"] = statistics.median(taken)
        told[f"{user.role} finds anybody, slowest"] = max(taken)
    return told


def _open(here: cw.WorkContext, match_id: str) -> None:
    """Note that it was looked at, and work out who else could help."""
    cw.look_at(here, match_id)
    cw.alternates(here, match_id)
    whole_board(here, keep_seen=True)


def _approve(here: cw.WorkContext, match_id: str, following: str) -> None:
    """Approve, bring the board forward to what is true then, and open the next need, as the page does."""
    cw.approve(here, match_id)
    whole_board(here)
    _open(here, following)


def _correct(here: cw.WorkContext, person: VolunteerRow) -> None:
    cw.correct(here, person.table, person.id, "about", seen=person.about, now="I have a car now")


def spent(do: Callable[[], object]) -> float:
    """Milliseconds of processor time, of all threads: decisions are written by one of their own."""
    began = time.process_time()
    do()
    return (time.process_time() - began) * 1000


def _long(what: str, do: Callable[[], object]) -> float:
    """What `spent` gives of something long, with a line about it at once."""
    taken = spent(do)
    print(f"    {what}: {taken / 1000:,.1f} s CPU, {peak():,.0f} MB so far", file=sys.stderr, flush=True)
    return taken


def peak() -> float:
    """The most memory that this process ever held, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


class _Clock:
    """A clock that goes on by a moment with each look."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=5)
        return self.now


if __name__ == "__main__":
    main()
