"""`kill -9` of the sync while people sort, move and put in rows just as it writes: everybody stays who they are.

A write goes to places. So somebody moves rows between the read and the write, and the program is dead before it can
look at what it hit; the next life meets the same again.
"""

import os
from collections import Counter
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
from tests.google_sheets.person import Person
from tests.google_sheets.replies import Reply
from tests.google_sheets.server import StandIn
from tests.sheets_sync.equality import assert_in_step, told

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

ROWS = int(os.environ.get("SORTED_ROWS", "160"))
KILLS = int(os.environ.get("SORTED_KILLS", "12"))
"""The full size is 600 rows and 20 kills, with ten seeds."""
SEED = int(os.environ.get("SORTED_SEED", "1"))
TAB = "organisations"
MOST_ASKED = 9
"""Requests after which a life ends that has nothing to write."""
TYPED = 8
"""Rows that a person types before every other life."""


class Hands:
    """People in the tab at the wrong moment. `typed` and `corrected` are what they mean to say."""

    def __init__(self, person: Person, lots: Random) -> None:
        self.person, self.lots = person, lots
        self.typed = 0
        self.corrected: dict[str, str] = {}
        self.done: Counter[str] = Counter()

    def type_row(self, row: int | None = None) -> None:
        """A new row, at the end or where an empty one was put in; its cells say whose they are."""
        name, site = f"Typed {self.typed:04}", f"typed-{self.typed:04}.example.org"
        self.typed += 1
        if row is None:
            self.person.type_row(TAB, {"Name": name, "Website": site})
        else:
            self.person.type_in(TAB, row, "Name", name)
            self.person.type_in(TAB, row, "Website", site)

    def correct(self) -> None:
        """A cell of somebody who has a number and whom nobody corrected yet."""
        said = self.person.see(TAB)
        number, name = said[0].index("Id"), said[0].index("Name")
        free = [
            (at, row[name])
            for at, row in enumerate(said, start=1)
            if at > 1 and row and row[number] and row[name] not in self.corrected
        ]
        if not free:
            return
        at, whose = self.lots.choice(free)
        self.corrected[whose] = f"said to {whose}"
        self.person.type_in(TAB, at, "Contact name", self.corrected[whose])

    def move(self) -> None:
        """Sort, put in an empty row and perhaps type there, cut a row and paste it, or drag rows."""
        kind = self.lots.choice(("sort", "sort", "sort", "insert", "type", "cut", "drag"))
        self.done[kind] += 1
        end = self.person.end(TAB)
        at, other = self.lots.randint(2, end), self.lots.randint(2, end)
        if kind == "sort":
            self.person.sort(TAB, self.lots.choice(("Name", "Website", "Id", "At")), down=self.lots.random() < 0.5)
        elif kind in ("insert", "type"):
            self.person.insert_rows(TAB, at)
            if kind == "type":
                self.type_row(at)
        elif kind == "cut":
            self.person.insert_rows(TAB, at)
            other += other >= at
            self.person.cut(TAB, f"A{other}:ZZ{other}", f"A{at}")
        else:
            self.person.move_rows(TAB, other, at, count=self.lots.randint(1, 3))


class Moment:
    """The sync's requests: hands move rows before many of its writes and before its last, which one of them is."""

    def __init__(self, google: StandIn, lives: Lives, hands: Hands, lots: Random) -> None:
        self.lives, self.hands, self.lots = lives, hands, lots
        self.dead, self.quiet = Event(), True
        self.unlooked = 0
        self._left, self._asked, self._after = 0, 0, 0.0
        self._handle = google.service.handle
        google.service.handle = self.handle  # type: ignore[method-assign]

    def set(self) -> None:
        """Choose the moment of death: most often a write, whose answer is never read."""
        self.dead.clear()
        self.quiet = False
        self._left, self._asked = self.lots.choice((1, 1, 1, 1, 1, 1, 2, 3)), 0
        self._after = self.lots.choice((-1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.005))

    def handle(self, method: str, target: str, body: bytes) -> Reply:
        if self.quiet:
            return self._handle(method, target, body)
        moved = method == "POST" and (self._left == 1 or self.lots.random() < 0.5)
        if moved:
            self.hands.move()
        self._asked += 1
        self._left -= method == "POST"
        due = not self.dead.is_set() and (self._left == 0 or self._asked == MOST_ASKED)
        if due and self._after < 0:
            self._strike()
        reply = self._handle(method, target, body)
        if due and self._after == 0:
            self.unlooked += moved
            self._strike()
        elif due and self._after > 0:
            Timer(self._after, self._strike).start()
        return reply

    def _strike(self) -> None:
        self.lives.kill()
        self.dead.set()


@pytest.fixture
def google() -> Iterator[StandIn]:
    with StandIn(seed=SEED) as running:
        yield running


def test_nobody_is_lost_doubled_or_mixed_up_by_kill_9_while_people_move_rows(
    google: StandIn, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = google.spreadsheet("Town").id
    environ = os.environ | {
        "COMMUNITY_HOME": str(tmp_path / "one"),
        "DEMO": "no",
        "SHEET_ID": key,
        "SHEETS_API_ROOT": google.root,
    }
    with (
        closing(Machine(tmp_path / "one", google, key, RealClock())) as machine,
        closing(Machine(tmp_path / "fresh", google, key, RealClock())) as fresh,
        closing(Lives("sheets_sync.__main__", environ, tmp_path / "log", "run", "--every", "1")) as lives,
    ):
        machine.provision()
        lots = Random(SEED)
        town, hands = Portions(machine.book, SEED), Hands(google.person(google.world.book(key)), lots)
        town.write_in(ROWS - KILLS // 2 * TYPED)
        until_quiet([machine])
        moment = Moment(google, lives, hands, lots)
        for life in range(KILLS):
            if life % 2 == 0:  # what is typed is looked at twice: now, and by a life that will give it its number
                for _ in range(TYPED):
                    hands.type_row()
                machine.sync()
            hands.correct()
            town.decide(4)
            moment.set()
            lives.begin()
            assert moment.dead.wait(120), "the sync asks nothing any more"
            assert lives.over() == "signal 9"
            moment.quiet = True
        until_quiet([machine, fresh])

        mine = told(machine.book)
        born = mine.received[TAB]
        names = Counter(row["name"] for row in born.values() if row["name"].startswith("Typed"))
        lost = {f"Typed {n:04}" for n in range(hands.typed)} - names.keys()
        doubled = {name for name, times in names.items() if times > 1}
        corrected = Counter(
            (born[c["record_id"]]["name"], c["field"], c["now"]) for c in mine.changes.values() if c["by"] == "sheet"
        )
        meant = {(name, "contact_name", words) for name, words in hands.corrected.items()}
        says = {row["name"]: row["contact_name"] for row in mine.now[TAB].values()}
        mixed = [own for own, row in mine.now[TAB].items() if not _is_whole(row)]
        with capsys.disabled():
            print(
                f"\n{town.rows} rows written in and {hands.typed} typed, {lives.kills} kills, {moment.unlooked} right "
                f"after a write that met moved rows, {dict(hands.done)}: {len(lost)} lost, {len(doubled)} doubled, "
                f"{len(mixed)} mixed up, seed {SEED}"
            )
        assert lives.kills == KILLS
        assert (lost, doubled, mixed) == (set(), set(), [])
        assert says | hands.corrected == says, "what people corrected"
        assert corrected.keys() <= meant, "nothing else"
        # A record corrected before anybody had seen the number on its line came in corrected.
        assert set(corrected.values()) == {1}
        assert len(corrected) > len(meant) // 2
        assert sum(map(len, mine.received.values())) == town.rows + hands.typed
        assert_in_step(google, key, machine.settings, machine.book, fresh.book)
        assert (machine.status.missing, machine.status.aside, machine.conflicts) == ((), (), 0)


def _is_whole(row: dict[str, str]) -> bool:
    """Whether the cells of a typed row are still one person's."""
    return (
        not row["name"].startswith("Typed") or row["website"] == f"{row['name'].lower().replace(' ', '-')}.example.org"
    )
