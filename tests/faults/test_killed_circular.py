"""`kill -9` of the worker while a letter to many goes: each reader gets it once, or a person is asked about it."""

import os
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

import community.casework as cw
from community.book import Book
from community.settings import load
from community.tables.row_types import MessageRow
from community.tables.statuses import MessageStatus
from tests.casework.office import MONDAY, PLACES, Office
from tests.commands.processes import until
from tests.faults import worker_life
from tests.faults.lives import Lives
from tests.faults.town_clock import TownClock
from tests.messages.conftest import certificate, trusted
from tests.messages.mail_server import mail_server
from tests.messages.sending import that_send
from tests.messages.text_service import text_service

__all__ = ["certificate", "trusted"]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

SIZE = 40
READERS = int(os.environ.get("CIRCULAR_READERS", SIZE))
KILLS = int(os.environ.get("CIRCULAR_KILLS", "6"))
SEED = int(os.environ.get("KILL_SEED", "7"))


@pytest.mark.timeout(3000)  # in full size
def test_a_letter_to_many_goes_to_each_once_however_often_the_worker_is_killed(
    trusted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with mail_server(trusted) as server, text_service() as service:
        for name, value in that_send(tmp_path, server, service, ("04:00", "04:01")).items():
            monkeypatch.setenv(name, value)
        clock, luck = TownClock(tmp_path, MONDAY), Random(SEED)
        with (
            closing(Book.open(str(tmp_path / "book.db"), clock=clock)) as book,
            closing(Lives(worker_life.__name__, os.environ, tmp_path / "log")) as lives,
        ):
            office = Office(book, load(), PLACES, clock)  # type: ignore[arg-type]
            readers = [office.make_volunteer(dbs=None, email=f"reader{n}@example.org") for n in range(READERS)]
            key, began = book.new_id("circulars"), time.monotonic()
            cw.write_to_many(office.director, readers, subject="Our party", words="Come.", chosen="ready", key=key)
            written = time.monotonic() - began

            def stands() -> Counter[str]:
                return Counter(str(each.status) for each in book.rows(MessageRow, lambda c: [c.about == key]))

            for _ in range(KILLS):
                lives.begin()
                heard = len(server.letters) + luck.randint(1, max(1, READERS // (2 * KILLS)))
                until(lambda heard=heard: len(server.letters) >= heard or not stands()["queued"])  # type: ignore[misc]
                time.sleep(luck.choice((0.0, 0.001, 0.004, 0.016)))
                lives.kill()
                assert lives.over() == "signal 9"
                clock.pass_(minutes=3)  # a lease ends in two
            began = time.monotonic()
            lives.begin()
            until(lambda: not stands()["queued"])
            went = time.monotonic() - began
            lives.kill()
            lives.over()
            got = Counter(str(letter["To"]) for letter in server.letters)
            rows = book.rows(MessageRow, lambda c: [c.about == key])
            told = {str(row.to_whom): row.status for row in rows}
            addresses = dict(zip(readers, (f"reader{n}@example.org" for n in range(READERS)), strict=True))
    assert len(rows) == len(told) == READERS, "a message to each, and one only"
    assert max(got.values()) == 1, "nobody has it twice"
    assert {told[one] for one in readers} <= {MessageStatus.SENT, MessageStatus.UNKNOWN}
    for one, address in addresses.items():
        assert got[address] == 1 or told[one] == MessageStatus.UNKNOWN, "what counts as sent has arrived"
    assert sum(status == MessageStatus.UNKNOWN for status in told.values()) <= KILLS, "one at most for each kill"
    if READERS > SIZE:
        with capsys.disabled():
            stood = dict(Counter(told.values()))
            print(f"\n{READERS} readers: written in {written:.1f} s, {KILLS} kills, the rest in {went:.0f} s: {stood}")
