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
from tests.faults.portions import Portions
from tests.faults.virtual import RealClock
from tests.google_sheets.replies import Reply
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import assert_in_step, ids_in, read_sheet, told

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

ROWS = int(os.environ.get("SHEET_ROWS", "5000"))
KILLS = int(os.environ.get("SHEET_KILLS", "50"))
SEED = 9
UNCLEAR = ("500", "503", "html_502", "drop", "applied_then_503", "applied_then_502", "applied_then_drop", "lost")


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


@pytest.mark.timeout(600)
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
        closing(Lives(environ, tmp_path / "log", "run", "--every", "1")) as lives,
    ):
        machine.provision()
        town, reaper = Portions(machine.book, SEED), Reaper(google, lives)
        for kind in UNCLEAR:  # those after which a program does not wait
            google.faults.add(kind, method="POST", probability=0.2 / (len(UNCLEAR) + 1))
        google.faults.add("applied_late", method="POST", probability=0.2 / (len(UNCLEAR) + 1), after=2)
        for _ in range(KILLS):
            town.write_in(ROWS // KILLS)
            town.decide(4)
            reaper.set()
            lives.begin()
            assert reaper.dead.wait(120), "the sync asks nothing any more"
            assert lives.over() == "signal 9"
        google.faults.clear()
        google.apply_late()
        until_quiet([machine])

        assert lives.kills == KILLS
        assert_in_step(google, key, machine.settings, machine.book)
        assert (machine.status.missing, machine.status.aside, machine.conflicts) == ((), (), 0)
        mine, sheet = told(machine.book), read_sheet(google, key, machine.settings)
        for table, born in town.born.items():
            came = sorted(born, key=lambda own, table=table: (mine.received[table][own]["at"], own))
            assert [own for own in ids_in(sheet, table) if own not in town.noted] == came, table
        assert sum(map(len, mine.received.values())) == town.rows >= ROWS
        assert {change["by"] for change in mine.changes.values()} == {"ada"}, (
            "a cell was taken for somebody's correction"
        )
        writes = sum(seen.method == "POST" for seen in google.log)
        print(f"{town.rows} rows, {lives.kills} kills: {len(google.log) - writes} reads, {writes} writes")
