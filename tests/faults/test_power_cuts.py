"""What was acknowledged is found again after a power cut, in the middle of a commit or of a migration too."""

import itertools
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
import sqlalchemy as sa

from community.book import Book, BookUnavailable, Change, migrate
from community.book.database import connect
from community.book.schema import NOW, RECEIVED
from tests.book.builders import BY, make_volunteer
from tests.faults.power import WHY_NOT, Contents, Disk, apsw, mount

pytestmark = pytest.mark.skipif(apsw is None, reason=WHY_NOT)

CUTS = int(os.environ.get("POWER_CUTS", "300"))
CUTS_FOR_EACH_DISK = 10
_names = itertools.count()


@contextmanager
def book_on(disk: Disk, *, synchronous: str = "FULL") -> Iterator[Book]:
    """The book on this disk, set as always, or with less care about syncing. Checkpoints come often, to be cut too."""
    file_system = mount(name := f"cuts-{next(_names)}", disk)
    engine = connect(f"sqlite:///file:book.db?vfs={name}&uri=true")

    def alone(connection: Any, _: object) -> None:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")  # the disk has no memory that programs share
        connection.execute("PRAGMA wal_autocheckpoint=60")

    def careless(connection: Any, _: object) -> None:
        connection.execute(f"PRAGMA synchronous={synchronous}")

    sa.event.listen(engine, "connect", alone, insert=True)
    if synchronous != "FULL":
        sa.event.listen(engine, "connect", careless)
    book = None
    try:
        migrate.forward(engine)
        book = Book(engine)
        yield book
    except sa.exc.DBAPIError:
        raise BookUnavailable("cut while it was opened") from None
    finally:
        if book is not None:
            book.close()
        engine.dispose()
        file_system.unregister()


@pytest.fixture(scope="module")
def new_disk() -> dict[str, bytes]:
    """The files of an empty book, safely on a disk."""
    disk = Disk()
    with book_on(disk):
        pass
    return {name: bytes(contents.seen) for name, contents in disk.files.items()}


@dataclass
class Promises:
    """What was acknowledged: rows by key, and what was decided about them. `unsure`: sent and never answered."""

    rows: dict[str, str] = field(default_factory=dict)
    decided: dict[str, int] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)

    def work(self, book: Book, lots: random.Random) -> None:
        """Add and decide until the power fails."""
        while True:
            keys = [f"k{len(self.rows) + len(self.unsure) + n}" for n in range(lots.choice([1, 1, 1, 3, 8]))]
            self.unsure |= set(keys)
            waiting = {key: book.submit("volunteers", make_volunteer(about=key), by="web", key=key) for key in keys}
            for key, future in waiting.items():
                with suppress(BookUnavailable):
                    self.rows[key] = future.result().id
                    self.unsure.discard(key)
            if any(future.exception() for future in waiting.values()):
                return
            if lots.random() < 0.4:
                id_ = lots.choice(list(self.rows.values()))
                was = self.decided.get(id_, 2)
                try:
                    book.act("set", by=BY, changes=[Change("volunteers", id_, "how_many", was, was + 1)])
                except BookUnavailable:
                    self.decided.pop(id_, None)  # either may be found
                    return
                self.decided[id_] = was + 1

    def broken(self, book: Book) -> list[str]:
        """What was promised and is not so."""
        found = {row["id"]: row for row in book.rows("volunteers")}
        faults = [f"{key} lost" for key, id_ in self.rows.items() if id_ not in found or found[id_]["about"] != key]
        faults += [f"{id_} forgot" for id_, n in self.decided.items() if id_ in found and found[id_]["how_many"] != n]
        with book.engine.connect() as connection:
            if connection.execute(sa.text("PRAGMA integrity_check")).scalar() != "ok":
                faults.append("the file is damaged")
            both = [set(connection.execute(sa.select(t["volunteers"].c.id)).scalars()) for t in (RECEIVED, NOW)]
        if both[0] != both[1]:
            faults.append("half a row")
        for key in sorted(self.unsure):  # a client without an answer sends it again
            self.rows[key] = book.append("volunteers", make_volunteer(about=key), by="web", key=key).id
        self.unsure.clear()
        rows = book.rows("volunteers")
        if len({row["about"] for row in rows}) != len(rows):
            faults.append("doubled")
        self.decided = {row["id"]: row["how_many"] for row in rows}
        return faults


def cut(disk: Disk, promises: Promises, lots: random.Random, synchronous: str) -> tuple[Disk, list[str]]:
    """Work until the power fails, then look what the disk holds."""
    disk.countdown = lots.randrange(200)
    with suppress(BookUnavailable), book_on(disk, synchronous=synchronous) as book:
        promises.work(book, lots)
    disk = disk.power_back(lots)
    try:
        with book_on(disk, synchronous=synchronous) as book:
            faults = promises.broken(book)
        # What is read now is on the disk for good: the next cut is about what comes next.
        return Disk({name: Contents(bytes(c.seen), named=True) for name, c in disk.files.items()}), faults
    except BookUnavailable:
        return disk, ["the book can't be opened"]


def run(new_disk: dict[str, bytes], cuts: int, synchronous: str, *, until_lost: bool) -> tuple[int, list[str]]:
    """Cut so often, or until something is lost: (rows promised, what was broken)."""
    promised, faults = 0, list[str]()
    for number in range(0, cuts, CUTS_FOR_EACH_DISK):
        lots = random.Random(number)
        disk = Disk({name: Contents(data, named=True) for name, data in new_disk.items()})
        promises = Promises()
        for _ in range(min(CUTS_FOR_EACH_DISK, cuts - number)):
            disk, found = cut(disk, promises, lots, synchronous)
            faults += [f"disk {number}: {fault}" for fault in found]
            if found:
                break
        promised += len(promises.rows)
        if faults and until_lost:
            break
    return promised, faults


def test_no_power_cut_loses_or_doubles_what_was_acknowledged(new_disk: dict[str, bytes]) -> None:
    promised, faults = run(new_disk, CUTS, "FULL", until_lost=False)
    assert faults == []
    assert promised > CUTS, "hardly anything was written, so hardly anything was tried"


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_the_same_cuts_do_lose_rows_where_the_disk_is_not_told_to_sync(
    new_disk: dict[str, bytes], synchronous: str
) -> None:
    """Otherwise the test above would prove nothing."""
    _, faults = run(new_disk, CUTS, synchronous, until_lost=True)
    assert any("lost" in fault or "opened" in fault or "damaged" in fault for fault in faults)


def test_a_power_cut_while_the_book_is_made_leaves_a_book_that_can_be_made(new_disk: dict[str, bytes]) -> None:
    lots, finished = random.Random(3), 0
    for _ in range(12):
        disk = Disk()
        disk.countdown = lots.randrange(250)
        with suppress(BookUnavailable), book_on(disk):
            finished += 1
        disk = disk.power_back(lots)
        with book_on(disk) as book:
            receipt = book.append("volunteers", make_volunteer(), by="web")
            assert book.get("volunteers", receipt.id) is not None
    assert finished < 12, "some were cut"
