"""`kill -9` of the intake, again and again, while people send: nothing acknowledged is lost, nothing is doubled."""

import os
import random
import re
import socket
import string
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode, urljoin

import pytest

from community.book import Book
from intake.form_state import CHECK, Checked, FormState, Sealer
from tests.book.databases import KINDS, database
from tests.checkout import ROOT

SIZES = {"sqlite": (2_000, 20), "postgresql": (400, 4)}
"""How many posts and kills; KILLED_POSTS and KILLED_KILLS say otherwise: 20,000 and 100 are the full size."""
SEED = int(os.environ.get("KILLED_SEED", "7"))
CLIENTS = 16
KEY = "a key for this test and nothing else"
LETTERS = "".join(random.Random(SEED).choices(string.ascii_letters, k=600_000))
FORMS = {
    "help_requests": ("help_request", "/get-help/ask/", ("details", "address", "access_needs", "who_again", "name")),
    "volunteers": ("volunteer", "/volunteer/join/", ("about", "name", "guardian_name")),
    "organisations": ("organisation", "/charter/sign/", ("what_we_do", "name", "contact_name", "contact_role")),
}
ANSWERS: dict[str, dict[str, list[str]]] = {
    "help_requests": {"for_whom": ["myself"], "tasks": ["shopping"], "telephone": ["01632 960123"]},
    "volunteers": {"over_18": ["no"], "tasks": ["shopping"], "telephone": ["01632 960123"], "consent": ["yes"]},
    "organisations": {"telephone": ["01632 960123"], "may_sign": ["yes"], "commitments": ["listen"]},
}


@dataclass(frozen=True)
class Post:
    """What somebody sends: to which form, how it is packed, and what is to be found of it afterwards."""

    table: str
    address: str
    body: bytes
    column: str
    words: str


class Intake:
    """The service as people start it, on a port of its own, killed and started again at will."""

    def __init__(self, home: Path, database_url: str | None) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._environ = os.environ | {"COMMUNITY_HOME": str(home), "DEMO": "no", "SECRET_KEY": KEY}
        if database_url is not None:
            self._environ["DATABASE_URL"] = database_url
        self._log = (home / "log").open("wb")
        subprocess.run(
            [sys.executable, "-m", "community", "init"], env=self._environ, cwd=ROOT, check=True, timeout=120
        )
        self.kills = 0
        self.refusals: Counter[int] = Counter()
        self.start()

    def start(self) -> None:
        """Start it; it answers after a while."""
        command = [sys.executable, "-m", "intake", "--port", str(self.port)]
        self._process = subprocess.Popen(command, env=self._environ, cwd=ROOT, stderr=self._log, stdout=self._log)

    def kill(self) -> None:
        """`kill -9`, without a word before."""
        self._process.kill()
        self._process.wait(30)
        self.kills += 1

    def close(self) -> None:
        """The last kill."""
        self.kill()
        self._log.close()

    def post(self, post: Post) -> str | None:
        """The reference of what was sent; None when no answer came, or none with a reference: that is counted."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        try:
            connection.request("POST", post.address, post.body, headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status >= 400:
                self.refusals[answer.status] += 1
                return None
            connection.request("GET", urljoin(post.address, answer.getheader("location", "")))
            answer = connection.getresponse()
            html = answer.read().decode()
        except (HTTPException, OSError):
            return None
        finally:
            connection.close()
        found = re.search(r'class="cc-reference">([^<]+)<', html)
        if not found or answer.status != 200:
            self.refusals[answer.status] += 1
            return None
        return found[1]


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where the book is: a file in the data folder, or a database on the server."""
    if request.param == "sqlite":
        yield str(tmp_path / "book.db")
        return
    with database("postgresql", tmp_path) as url:
        yield url


@pytest.fixture
def intake(address: str, tmp_path: Path) -> Iterator[Intake]:
    service = Intake(tmp_path, address if "://" in address else None)
    yield service
    service.close()


def last_step(number: int) -> Post:
    """What a browser posts when somebody presses "Send", each with a key of its own.

    Of twenty, one has a text as large as a form takes, and of three, one has 4,000 letters in each text.
    """
    lots = random.Random(f"{SEED} {number}")
    table = lots.choice(list(FORMS))
    form, address, texts = FORMS[table]
    lengths = dict.fromkeys(texts, lots.choice((0, 200, 4_000)))
    if number % 20 == 3:
        lengths[lots.choice(texts)] = 350_000
    first = texts[0]
    answers = dict(ANSWERS[table])
    for text, length in lengths.items():
        start = lots.randrange(len(LETTERS) - 400_000)
        answers[text] = [f"Bag {number} {LETTERS[start : start + length]}".strip()]
    now = int(datetime.now(UTC).timestamp()) - 240
    state = FormState(form, CHECK, f"KEY{number:013}", now, answers, checked=Checked((), "bath_south_east"))
    body = urlencode({"state": Sealer(KEY).seal(state), "to": "send"}).encode()
    return Post(table, address, body, first, answers[first][0])


@pytest.mark.timeout(3000)  # so many starts take a while where others work too
def test_nothing_acknowledged_is_lost_or_doubled_by_kill_9(
    intake: Intake, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    posts, kills = SIZES["postgresql" if "://" in address else "sqlite"]
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
        post, until = last_step(number), time.monotonic() + 600
        while (reference := intake.post(post)) is None:  # the line broke: the browser sends the very same again
            assert time.monotonic() < until, "the intake does not come back"
            time.sleep(0.05)
        acknowledged[number] = reference
        if number % 10 == 0:  # a double click
            assert intake.post(post) in (reference, None)

    began = time.monotonic()
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
    book = Book.open(address)
    for table, (_, _, texts) in FORMS.items():
        with book.reading() as reader:
            rows = reader.rows(table, columns=lambda c, told=texts[0]: (c.id, c[told]))
        kept |= {row["id"]: row[texts[0]] for row in rows}
    book.close()
    lost = {number for number, id_ in acknowledged.items() if kept.get(id_) != last_step(number).words}
    doubled = len(kept) - len({words.split()[1] for words in kept.values()})
    with capsys.disabled():
        if posts > max(size for size, _ in SIZES.values()):
            print(
                f"\n{'PostgreSQL' if '://' in address else 'SQLite'}: {posts} posts, {len(acknowledged)} acknowledged, "
                f"{intake.kills} kills, {len(lost)} lost, {doubled} doubled, refusals {dict(intake.refusals)}, "
                f"largest text {max(map(len, kept.values()))} letters, {time.monotonic() - began:.0f} s, seed {SEED}"
            )
    assert intake.kills == kills + 1
    assert len(acknowledged) == posts
    assert intake.refusals == {}, "an innocent was refused"
    assert lost == set(), "lost"
    assert (doubled, len(kept)) == (0, posts), "doubled"
