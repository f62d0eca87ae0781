"""Two machines, each with its own book, keep in step with one spreadsheet: in each other's way, and at once."""

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.faults.machines import GOOGLES_QUOTA, Machine, until_quiet
from tests.faults.mix import Mix
from tests.faults.portions import Portions
from tests.faults.virtual import VirtualClock
from tests.google_sheets.faults import Faults
from tests.google_sheets.replies import Reply
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import assert_in_step, ids_in, in_given_order, read_sheet, told

ROWS = int(os.environ.get("SHEET_ROWS", "5000"))
SEED = 31
NAMES = ("A", "B")
TYPED = "Typed by a person"


class Two:
    """Two machines with one spreadsheet, and what happens on each."""

    def __init__(self, google: StandIn, clock: VirtualClock, home: Path) -> None:
        self.google, self.clock, self.key = google, clock, google.spreadsheet("Town").id
        self.machines = [Machine(home / name, google, self.key, clock) for name in NAMES]
        self.towns = [Portions(machine.book, SEED + n, NAMES[n]) for n, machine in enumerate(self.machines)]
        for town, other in zip(self.towns, reversed(self.towns), strict=True):
            town.others = [other]
        self.typed, self.corrected = 0, dict[str, str]()
        self.machines[0].provision()
        google.quota.limits.update({kind: 2 * most for kind, most in GOOGLES_QUOTA.items()})  # each has its own

    def type(self) -> None:
        """A person types a new row, and corrects a cell of a row that nobody has corrected yet."""
        person = self.google.person(self.google.world.book(self.key))
        with self.google.world.lock:  # or a machine could add its row just where this one is typed
            self.typed += 1
            person.type_row("organisations", {"Name": f"{TYPED} {self.typed}", "Website": "example.org"})
            line = len(self.corrected) + 2
            if line <= person.end("help_requests"):
                own, words = person.see("help_requests")[line - 1][0], f"{line} Typed Street"
                person.type_in("help_requests", line, "Address", words)
                self.corrected[own] = words

    def live(self, which: int, rows: int) -> None:
        """A portion of what happens in the sheet and on one machine, then its sync."""
        self.type()
        self.towns[which].write_in(rows)
        self.towns[which].decide(8)
        self.clock.sleep(1.0)
        self.machines[which].sync()

    def settle(self) -> None:
        self.google.service.faults = Faults()
        self.google.apply_late()
        until_quiet(self.machines)

    def assert_all_is_well(self) -> None:
        """Both books and the spreadsheet are equal, nothing is left out, and each machine's order is kept."""
        settings = self.machines[0].settings
        assert_in_step(self.google, self.key, settings, *(machine.book for machine in self.machines))
        for machine in self.machines:
            assert (machine.status.missing, machine.status.aside) == ((), ())
        mine, sheet = told(self.machines[0].book), read_sheet(self.google, self.key, settings)
        for town in self.towns:
            for table, born in town.born.items():
                came = sorted(born, key=lambda own, table=table: (mine.received[table][own]["at"], own))
                assert in_given_order(ids_in(sheet, table), came), table
        assert sum(map(len, mine.received.values())) == sum(town.rows for town in self.towns) + self.typed
        names = [row["name"] for row in mine.received["organisations"].values() if row["name"].startswith(TYPED)]
        assert sorted(names) == sorted(f"{TYPED} {n}" for n in range(1, self.typed + 1))
        typed = [change for change in mine.changes.values() if change["by"] == "sheet"]
        corrected = [(c["record_id"], c["now"]) for c in typed if c["field"] == "address"]
        assert sorted(corrected) == sorted(self.corrected.items())
        # When a line of the log is lost beside its cell, the other machine tells it again. Nothing else was typed.
        decided = {_what(change) for change in mine.changes.values() if change["by"] == "ada"}
        assert {_what(change) for change in typed if change["field"] != "address"} <= decided

    def close(self) -> None:
        for machine in self.machines:
            machine.close()


def _what(change: Mapping[str, Any]) -> tuple[str, str, str | None]:
    return change["record_id"], change["field"], change["now"]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    clock = VirtualClock()
    with StandIn(clock=clock, seed=SEED) as google, closing(Two(google, clock, tmp_path)) as both:
        yield both


def between(google: StandIn, meanwhile: Callable[[], object]) -> Callable[[], None]:
    """Let this happen before each following request; what is returned puts an end to it."""
    handle, busy = google.service.handle, []

    def interrupted(method: str, target: str, body: bytes) -> Reply:
        if not busy:  # not between the requests of what happens meanwhile
            busy.append(True)
            meanwhile()
            busy.clear()
        return handle(method, target, body)

    def end() -> None:
        google.service.handle = handle  # type: ignore[method-assign]

    google.service.handle = interrupted  # type: ignore[method-assign]
    return end


def test_a_sync_between_any_two_requests_of_another_harms_neither(two: Two) -> None:
    for portion in range(12):
        first, second = portion % 2, 1 - portion % 2
        moment = portion // 2 % 3  # before the look, before the values, before the write
        turns = iter(range(3))

        def meanwhile(other: int = second, left: Iterator[int] = turns, moment: int = moment) -> None:
            if next(left, None) == moment:
                two.live(other, 12)

        end = between(two.google, meanwhile)
        two.live(first, 12)
        end()
    two.settle()
    two.assert_all_is_well()


def test_two_machines_at_once_end_with_the_same_five_thousand_rows_through_every_fault(two: Two) -> None:
    portions = 16
    two.google.service.faults = mix = Mix(SEED, silent=False)

    def life(which: int) -> None:
        for _ in range(portions):
            two.live(which, ROWS // (2 * portions - 1))  # a little more, for what the shares round off

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(life, which) for which in range(2)]:
            done.result()
    two.settle()
    two.assert_all_is_well()
    assert sum(town.rows for town in two.towns) > 0.6 * ROWS
    calls = two.machines[0].service.calls + two.machines[1].service.calls
    print(f"{sum(town.rows for town in two.towns)} rows, {dict(calls)} calls, {mix.struck.total()} faults")
    print(f"gave up {[dict(machine.gave_up) for machine in two.machines]}")
    assert calls["write"] < 4 * 2 * portions
