"""`kill -9` of the sync, again and again, at any moment: nothing is lost, nothing doubled, and no cell is misread."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Event, Timer

import pytest

from tests.faults.lives import Lives
from tests.faults.machines import Machine, until_quiet
from tests.faults.mix import Mix
from tests.faults.portions import Portions
from tests.faults.virtual import RealClock
from tests.google_sheets.faults import Faults
from tests.google_sheets.replies import Reply
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import assert_in_step, ids_in, in_given_order, read_sheet, told

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

ROWS = int(os.environ.get("SHEET_ROWS", "5000"))
KILLS = int(os.environ.get("SHEET_KILLS", "50"))
SEED = 9
TYPED = "Typed by a person"


class Reaper:
    """Kills the sync at one of its next requests: before the service sees it, or some moments after it was done."""

    def __init__(self, google: StandIn, lives: Lives) -> None:
        self.lives, self.lots = lives, Random(SEED)
        self.dead = Event()
        self._left, self._after = 0, 0.0
        self._handle = google.service.handle
        google.service.handle = self.handle  # type: ignore[method-assign]

    def set(self) -> None:
        """Choose the moment: one of the requests of a sync, most often its write."""
        self.dead.clear()
        self._left = self.lots.choice((1, 2, 3, 3, 3, 3, 4, 5, 6))
        self._after = self.lots.choice((-1.0, 0.0, 0.0, 0.005, 0.02, 0.05, 0.1))

    def handle(self, method: str, target: str, body: bytes) -> Reply:
        self._left -= 1
        due = self._left == 0
        if due and self._after < 0:
            self._strike()
        reply = self._handle(method, target, body)
        if due and self._after == 0:
            self._strike()
        elif due and self._after > 0:
            self._later()
        return reply

    def _later(self) -> None:
        """After the answer: while the program reads it, takes it into its book, or remembers what it did."""
        Timer(self._after, self._strike).start()

    def _strike(self) -> None:
        self.lives.kill()
        self.dead.set()


@pytest.fixture
def google() -> Iterator[StandIn]:
    with StandIn(seed=SEED) as running:
        yield running


def test_nothing_is_lost_or_doubled_by_kill_9_of_the_sync_at_fifty_moments(google: StandIn, tmp_path: Path) -> None:
    key = google.spreadsheet("Town").id
    environ = os.environ | {
        "COMMUNITY_HOME": str(tmp_path),
        "DEMO": "no",
        "SHEET_ID": key,
        "SHEETS_API_ROOT": google.root,
    }
    with (
        closing(Machine(tmp_path, google, key, RealClock())) as machine,
        closing(Lives("sheets_sync.__main__", environ, tmp_path / "log", "run", "--every", "1")) as lives,
    ):
        machine.provision()
        town, reaper = Portions(machine.book, SEED), Reaper(google, lives)
        # Of reads it tries again after a wait, and here waiting would be real.
        google.service.faults = mix = Mix(SEED, reads=0, writes=0.3, silent=False)
        person, corrected = google.person(google.world.book(key)), {}
        for life in range(KILLS):
            town.write_in(ROWS // KILLS)
            town.decide(4)
            person.type_row("organisations", {"Name": f"{TYPED} {life}", "Website": "example.org"})
            if person.end("help_requests") > life + 2:
                own = person.see("help_requests")[life + 1][0]
                person.type_in("help_requests", life + 2, "Address", corrected.setdefault(own, f"{life} Typed Street"))
            reaper.set()
            lives.begin()
            assert reaper.dead.wait(120), "the sync asks nothing any more"
            assert lives.over() == "signal 9"
        google.service.faults = Faults()
        google.apply_late()
        until_quiet([machine])

        assert lives.kills == KILLS
        assert_in_step(google, key, machine.settings, machine.book)
        assert (machine.status.missing, machine.status.aside, machine.conflicts) == ((), (), 0)
        mine, sheet = told(machine.book), read_sheet(google, key, machine.settings)
        for table, born in town.born.items():
            came = sorted(born, key=lambda own, table=table: (mine.received[table][own]["at"], own))
            assert in_given_order(ids_in(sheet, table), came), table
        assert sum(map(len, mine.received.values())) == town.rows + KILLS
        assert town.rows > 0.8 * ROWS
        names = [row["name"] for row in mine.received["organisations"].values() if row["name"].startswith(TYPED)]
        assert sorted(names) == sorted(f"{TYPED} {life}" for life in range(KILLS))
        typed = [change for change in mine.changes.values() if change["by"] == "sheet"]
        assert {change["record_id"]: change["now"] for change in typed} == corrected, "corrections, and nothing else"
        assert len(typed) == len(corrected) > KILLS // 2
        writes = sum(seen.method == "POST" for seen in google.log)
        print(f"{town.rows} rows, {lives.kills} kills: {len(google.log) - writes} reads, {writes} writes, {mix.struck}")
