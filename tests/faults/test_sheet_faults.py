"""A fifth of all requests goes wrong in every way there is: nothing is lost, nothing doubled, the order kept."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.faults.machines import GOOGLES_QUOTA, Machine, until_quiet
from tests.faults.mix import Mix
from tests.faults.portions import Portions
from tests.faults.virtual import VirtualClock
from tests.google_sheets.faults import Faults
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import assert_in_step, ids_in, in_given_order, read_sheet, told

ROWS = int(os.environ.get("SHEET_ROWS", "5000"))
PORTIONS = 50
TYPED = "Typed by another program"
SEED = 20261123


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def google(clock: VirtualClock) -> Iterator[StandIn]:
    with StandIn(clock=clock, seed=SEED) as running:
        yield running


class Racing:
    """Another program that adds rows of its own to a tab, at any moment between two of our requests."""

    def __init__(self, google: StandIn, spreadsheet_id: str, most: int) -> None:
        self.google, self.lots, self.most, self.typed = google, Random(SEED), most, 0
        self.person = google.person(google.world.book(spreadsheet_id))
        self._handle = google.service.handle
        google.service.handle = self.handle  # type: ignore[method-assign]

    def handle(self, method: str, target: str, body: bytes) -> object:
        if self.typed < self.most and self.lots.random() < 0.25:
            self.typed += 1
            self.person.type_row("organisations", {"Name": f"{TYPED} {self.typed}", "Website": "example.org"})
        return self._handle(method, target, body)


def test_five_thousand_rows_reach_the_sheet_once_each_through_every_fault(
    google: StandIn, clock: VirtualClock, tmp_path: Path
) -> None:
    key = google.spreadsheet("Town").id
    with closing(Machine(tmp_path, google, key, clock)) as machine:
        machine.provision()
        google.quota.limits.update(GOOGLES_QUOTA)
        town, racing = Portions(machine.book, SEED), Racing(google, key, most=40)
        machine.service.client.set_timeout((5, 1))
        google.service.faults = mix = Mix(SEED)
        for portion in range(PORTIONS):
            if portion == PORTIONS // 5:  # a large sheet takes the stand-in longer than that
                machine.service.client.set_timeout((5, 60))
                mix.silent = False
            town.write_in(ROWS // PORTIONS)
            town.decide(12)
            clock.sleep(0.1)
            machine.sync()
        google.service.faults = Faults()
        google.apply_late()
        until_quiet([machine])

        assert racing.typed > 15
        assert_in_step(google, key, machine.settings, machine.book)
        assert (machine.status.missing, machine.status.aside, machine.conflicts) == ((), (), 0)
        mine, sheet = told(machine.book), read_sheet(google, key, machine.settings)
        for table, born in town.born.items():
            assert set(born) <= set(mine.received[table])
            came = sorted(born, key=lambda own, table=table: (mine.received[table][own]["at"], own))
            assert in_given_order(ids_in(sheet, table), came), table
        names = [row["name"] for row in mine.received["organisations"].values() if row["name"].startswith(TYPED)]
        assert sorted(names) == sorted(f"{TYPED} {n}" for n in range(1, racing.typed + 1))
        assert sum(map(len, mine.received.values())) == town.rows + racing.typed
        assert town.rows > 0.8 * ROWS

        calls = machine.service.calls
        print(f"{town.rows} rows, {town.decided} decisions, {machine.syncs} syncs, gave up {dict(machine.gave_up)}")
        print(f"{calls['read']} reads, {calls['write']} writes, {mix.struck.total()} faults {dict(mix.struck)}")
        print(f"refused by the quota: {google.quota.refused}, virtual minutes: {clock.seconds / 60:.1f}")
        assert google.quota.refused > 0, "it was asked faster than Google allows"
        assert mix.struck.keys() == set(mix.ON_READS) | set(mix.ON_WRITES), "every kind there is"
        assert mix.struck.total() > 0.2 * calls.total()
        # Two reads and one write each; half as much again is what the faults cost.
        assert calls["read"] < 1.5 * 2 * machine.syncs + 40
        assert calls["write"] < 1.5 * machine.syncs
