"""`kill -9` of the intake, again and again, while people send: nothing acknowledged is lost, nothing is doubled."""

import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from community.book import Book, utc_now
from tests.book.databases import KINDS
from tests.faults.intake_at_risk import FORMS, SEED, Intake, at_risk, last_step
from tests.faults.town_clock import TownClock

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

SIZES = {"sqlite": (2_000, 20), "postgresql": (400, 4)}
"""How many posts and kills; KILLED_POSTS and KILLED_KILLS say otherwise: 20,000 and 100 are the full size."""
CLIENTS = 16


@pytest.fixture(params=KINDS)
def intake(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Intake]:
    TownClock(tmp_path, utc_now())
    with at_risk(request.param, tmp_path) as intake:
        intake.start()
        yield intake


@pytest.mark.timeout(3000)  # so many starts take a while where others work too
def test_nothing_acknowledged_is_lost_or_doubled_by_kill_9(intake: Intake, capsys: pytest.CaptureFixture[str]) -> None:
    kind = "postgresql" if "://" in intake.address else "sqlite"
    posts, kills = SIZES[kind]
    posts = int(os.environ.get("KILLED_POSTS", posts))
    kills = int(os.environ.get("KILLED_KILLS", kills))
    acknowledged: dict[int, str] = {}
    done = threading.Event()

    def killer() -> None:
        for kill in range(1, kills + 1):
            while len(acknowledged) < kill * posts // (kills + 1) and not done.wait(0.01):
                pass
            intake.kill()
            intake.start()

    def send(number: int) -> None:
        post, until = last_step(number, came), time.monotonic() + 600
        while (answer := intake.post(post.address, post.body)) is None:  # the line broke: the browser sends it again
            assert time.monotonic() < until, "the intake does not come back"
            time.sleep(0.05)
        assert answer.reference
        acknowledged[number] = answer.reference
        if number % 10 == 0:  # a double click
            again = intake.post(post.address, post.body)
            assert again is None or again.reference == answer.reference

    began, came = time.monotonic(), utc_now()
    death = threading.Thread(target=killer)
    death.start()
    try:
        with ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(send, range(posts)))
    finally:
        done.set()
        death.join(120)
    intake.kill()
    kept: dict[str, str] = {}
    book = Book.open(intake.address)
    for table, (_, _, texts) in FORMS.items():
        with book.reading() as reader:
            rows = reader.rows(table, columns=lambda c, told=texts[0]: (c.id, c[told]))
        kept |= {row["id"]: row[texts[0]] for row in rows}
    book.close()
    lost = {number for number, id_ in acknowledged.items() if kept.get(id_) != last_step(number, came).words}
    doubled = len(kept) - len({words.split()[1] for words in kept.values()})
    with capsys.disabled():
        if posts > max(size for size, _ in SIZES.values()):
            print(
                f"\n{kind}: {posts} posts, {len(acknowledged)} acknowledged, "
                f"{intake.kills} kills, {len(lost)} lost, {doubled} doubled, refusals {dict(intake.refusals)}, "
                f"largest text {max(map(len, kept.values()))} letters, {time.monotonic() - began:.0f} s, seed {SEED}"
            )
    assert intake.kills == kills + 1
    assert len(acknowledged) == posts
    assert intake.refusals == {}, "an innocent was refused"
    assert lost == set(), "lost"
    assert (doubled, len(kept)) == (0, posts), "doubled"
