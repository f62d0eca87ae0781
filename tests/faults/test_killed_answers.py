"""`kill -9` of the intake while people send forms and answer by links: what they were told is kept is there, once."""

import os
import threading
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from random import Random
from threading import get_ident

import pytest
import sqlalchemy as sa

from community.book import JOBS, Book
from community.settings import load
from community.tables.canonical import instant
from community.tables.message_codes import MessageKind
from community.tables.row_types import MessageRow
from tests.book.databases import KINDS
from tests.casework.office import MONDAY, PLACES, Clock, Office
from tests.checkout import ROOT
from tests.faults.doorsteps import ANSWERS, Doorstep, doorstep, left
from tests.faults.intake_at_risk import FORMS, Answer, Intake, Post, at_risk, last_step
from tests.faults.town_clock import TownClock
from tests.intake.answering import PUBLIC

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

SIZE = 20
KILLS = int(os.environ.get("KILL_POINTS", SIZE))
SEED = int(os.environ.get("KILL_SEED", "7"))
FOR_EACH_KILL = 2
"""So many forms and answers are sent for each kill."""
CLIENTS = 6
LIVES_LOST = 6
"""Whoever's line broke so often is answered before the next kill, or those who ask for little would go on instead."""
EMAIL = "sender."
EVENING = MONDAY + timedelta(hours=8)
"""When people answer: after all that was written to them, and before the quiet hours."""
SENDS = """
[messages]
email = true
sender_address = "help@town.example.org"
email_server = "localhost"
text = true
[messages.text_service]
url = "http://127.0.0.1:9/"
"""
UNSURE = ("not counted", "not taken", "not written", "ring us about this", "does not open")
"""Words of pages that take no answer."""


class Senders:
    """People who send until a page says that it is kept, as a browser does; some press the button twice."""

    def __init__(self, intake: Intake, came: datetime) -> None:
        self.intake, self.came = intake, came
        self.acknowledged: dict[int, str] = {}
        """By the number of a form, the reference on its last page."""
        self.copies: set[str] = set()
        """References of forms whose sender saw that a copy goes out."""
        self.answered: list[Doorstep] = []
        self.wrong: list[str] = []
        self.unlucky: set[int] = set()
        """The threads whose line has broken again and again."""

    @property
    def done(self) -> int:
        """How many have seen that what they sent is kept."""
        return len(self.acknowledged) + len(self.answered)

    def send(self, what: int | Doorstep) -> None:
        """A form of this number, or an answer."""
        if isinstance(what, Doorstep):
            self._answer(what)
        else:
            self._form(what)

    def _form(self, number: int) -> None:
        post = form_of(number, self.came)
        last = self._sent(post.address, post.body)
        assert last.reference, last.html
        if number % 3 == 0 and post.table != "organisations":
            for _ in range(1 + number % 2):
                page = self._sent(last.where, b"copy=email").html
                assert "we send a copy" in page, page
            self.copies.add(last.reference)
        self.acknowledged[number] = last.reference

    def answer_once(self, one: Doorstep) -> None:
        """An answer by one press of the button, if nobody is killed meanwhile."""
        page = self._sent(one.address, one.body).html
        self.wrong += [f"{one.answer} was told: {words}" for words in UNSURE if words in page]

    def _answer(self, one: Doorstep) -> None:
        self.answer_once(one)
        self.answer_once(one)
        self.answered.append(one)

    def _sent(self, address: str, body: bytes) -> Answer:
        until, kills = time.monotonic() + 300, self.intake.kills
        while (answer := self.intake.post(address, body)) is None:  # the line broke: the browser sends the very same
            assert time.monotonic() < until, "the intake does not come back"
            assert not self.intake.refusals, (body, self.intake.refusals)
            if self.intake.kills - kills >= LIVES_LOST:
                self.unlucky.add(get_ident())
            time.sleep(0.02)
        self.unlucky.discard(get_ident())
        return answer


def form_of(number: int, came: datetime) -> Post:
    """The form of this number: each person has an address of their own."""
    return last_step(number, came, email=[f"{EMAIL}{number}@example.org"])


@pytest.mark.timeout(3000)  # in full size
@pytest.mark.parametrize("kind", KINDS)
def test_what_people_were_told_is_kept_is_there_once(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock, luck = TownClock(tmp_path, EVENING), Random(SEED)
    with at_risk(kind, tmp_path, **_own(tmp_path)) as intake:
        with closing(Book.open(intake.address, clock=Clock())) as book:
            office = Office(book, load(intake.environ), PLACES, Clock())
            count = KILLS * FOR_EACH_KILL
            undisturbed = [doorstep(office, answer) for answer in ANSWERS]
            doorsteps = [doorstep(office, answer) for answer in islice(cycle(ANSWERS), count * 2 // 3)]
            since = instant(clock())
            senders = Senders(intake, clock())
            intake.start()
            for one in undisturbed:
                senders.answer_once(one)
            expected = {one.answer: _left(book, one, since) for one in undisturbed}
            assert all(sum(told.values()) == 1 for told in expected.values()), expected

            what: list[int | Doorstep] = [*doorsteps, *range(count - len(doorsteps))]
            luck.shuffle(what)
            hit = _send_all(senders, what, luck)

            wrong = [*senders.wrong, *_forms(book, senders), *_copies(book, senders)]
            left_there = [(one.answer, _left(book, one, since)) for one in doorsteps]
            wrong += [f"{name} left {dict(there)}" for name, there in left_there if there != expected[name]]
        kills = intake.kills
        if KILLS > SIZE:
            with capsys.disabled():
                kept = f"{len(senders.acknowledged)} forms, {len(senders.copies)} copies, {len(doorsteps)} answers"
                print(
                    f"\n{kind}, seed {SEED}: {kills} kills, {hit} of them while somebody waited, {kept}, "
                    f"refusals {dict(intake.refusals)}, {len(wrong)} wrong"
                )
    assert kills == KILLS
    assert intake.refusals == {}, "an innocent was refused"
    assert wrong == []


def _own(home: Path) -> dict[str, str]:
    """What stands in the environment of a program that sends."""
    own = home / "own.toml"
    own.write_text((ROOT / "community.toml").read_text("utf-8") + SENDS, "utf-8")
    return PUBLIC | {"COMMUNITY_TOML": str(own), "TEXT_KEY": "k" * 20, "COMMUNITY_SITE": str(home)}


def _send_all(senders: Senders, what: Sequence[int | Doorstep], luck: Random) -> int:
    """Let all of them send while the intake is killed: each time somewhat after so many have been told.

    Returns how often it was killed while somebody waited for its answer.
    """
    begun_at, over, hit = senders.done, threading.Event(), Counter[bool]()

    def killer() -> None:
        for kill in range(1, KILLS + 1):
            told = kill * len(what) // (KILLS + 1)
            while (senders.unlucky or senders.done - begun_at < told) and not over.wait(0.003):
                pass
            over.wait(luck.choice((0.0, 0.001, 0.003, 0.006, 0.012, 0.025)))
            hit[bool(senders.intake.waiting)] += 1
            senders.intake.kill()
            senders.intake.start()

    death = threading.Thread(target=killer)
    death.start()
    try:
        with ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(senders.send, what))
    finally:
        over.set()
        death.join(120)
    return hit[True]


def _left(book: Book, one: Doorstep, since: str) -> Counter[str]:
    with book.reading() as reader:
        return left(reader, one.who, since)


def _forms(book: Book, senders: Senders) -> list[str]:
    """What is wrong with the forms: each is kept once, under the reference that was shown."""
    kept: dict[str, str] = {}
    for table, (_, _, texts) in FORMS.items():
        kept |= {row["id"]: row[texts[0]] for row in book.rows(table) if str(row["email"]).startswith(EMAIL)}
    told = {one: form_of(number, senders.came).words for number, one in senders.acknowledged.items()}
    twice = [f"kept twice: {words[:20]}" for words, times in Counter(kept.values()).items() if times > 1]
    return [*twice, *(f"form {one} is lost" for one, words in told.items() if kept.get(one) != words)]


def _copies(book: Book, senders: Senders) -> list[str]:
    """What is wrong with the copies: each was asked for once, with its job."""
    rows = Counter(row.about for row in book.rows(MessageRow, lambda c: [c.kind == MessageKind.RECEIPT]))
    with book.reading() as reader:
        jobs = set(reader.connection.execute(sa.select(JOBS.c.key)).scalars())
    ids = {row.about: row.id for row in book.rows(MessageRow, lambda c: [c.kind == MessageKind.RECEIPT])}
    return [
        f"copy of {one}: {rows[one]} messages, {'a' if ids.get(one) in jobs else 'no'} job"
        for one in senders.copies | set(rows)
        if rows[one] != 1 or ids[one] not in jobs
    ]
