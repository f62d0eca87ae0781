"""The intake as people start it, killed and started again at will, and whoever posts to it meanwhile."""

import os
import random
import re
import socket
import string
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import get_ident
from urllib.parse import urlencode, urljoin

from intake.form_state import CHECK, Checked, FormState, Sealer
from tests.book.databases import database
from tests.checkout import ROOT
from tests.faults import intake_life
from tests.faults.lives import Lives

SEED = int(os.environ.get("KILLED_SEED", "7"))
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


@dataclass(frozen=True)
class Answer:
    """What came back in the end: where a redirect led to, and the page there."""

    status: int
    where: str
    html: str

    @property
    def reference(self) -> str | None:
        """The reference on a form's last page."""
        found = re.search(r'class="cc-reference">([^<]+)<', self.html)
        return found[1] if found and self.status == 200 else None


class Intake:
    """The service on a port of its own, over a book in this data folder or at this address of a database."""

    def __init__(self, home: Path, address: str, **environ: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = address
        """Of the book."""
        self.environ = os.environ | {"COMMUNITY_HOME": str(home), "DEMO": "no", "SECRET_KEY": KEY} | environ
        if "://" in address:
            self.environ["DATABASE_URL"] = address
        subprocess.run([sys.executable, "-m", "community", "init"], env=self.environ, cwd=ROOT, check=True)
        self._lives = Lives(intake_life.__name__, self.environ, home / "log", "--port", str(self.port))
        self.refusals: Counter[int] = Counter()
        self.waiting: set[int] = set()
        """The threads that have sent something and wait for the answer."""

    @property
    def kills(self) -> int:
        """How often it was killed."""
        return self._lives.kills

    def start(self) -> None:
        """Start it; it answers after a while."""
        self._lives.begin()

    def kill(self) -> None:
        """`kill -9`, without a word before."""
        self._lives.kill()
        assert self._lives.over() == "signal 9"

    def close(self) -> None:
        """The last kill."""
        self._lives.close()

    def post(self, address: str, body: bytes) -> Answer | None:
        """What came of it, after following it once; None where no answer came, or a refusal, which is counted."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        try:
            connection.request("POST", address, body, headers)
            self.waiting.add(get_ident())
            answer = connection.getresponse()
            html, where = answer.read(), address
            if answer.status == 303:
                where = urljoin(address, answer.getheader("location", ""))
                connection.request("GET", where)
                answer = connection.getresponse()
                html = answer.read()
        except (HTTPException, OSError):
            return None
        finally:
            self.waiting.discard(get_ident())
            connection.close()
        if answer.status != 200:
            self.refusals[answer.status] += 1
            return None
        return Answer(answer.status, where, html.decode())


@contextmanager
def at_risk(kind: str, home: Path, **environ: str) -> Iterator[Intake]:
    """An intake over an empty book of this kind; it does not run yet."""
    with ExitStack() as places:
        address = str(home / "book.db") if kind == "sqlite" else places.enter_context(database(kind, home))
        yield places.enter_context(closing(Intake(home, address, **environ)))


def last_step(number: int, came: datetime, **more: list[str]) -> Post:
    """What a browser posts when somebody presses "Send" a little after this time, each with a key of its own.

    Of twenty, one has a text as large as a form takes, and of three, one has 4,000 letters in each text.
    """
    lots = random.Random(f"{SEED} {number}")
    table = lots.choice(list(FORMS))
    form, address, texts = FORMS[table]
    lengths = dict.fromkeys(texts, lots.choice((0, 200, 4_000)))
    if number % 20 == 3:
        lengths[lots.choice(texts)] = 350_000
    first = texts[0]
    answers = ANSWERS[table] | more
    for text, length in lengths.items():
        start = lots.randrange(len(LETTERS) - 400_000)
        answers[text] = [f"Bag {number} {LETTERS[start : start + length]}".strip()]
    now = int(came.timestamp()) - 240
    state = FormState(form, CHECK, f"KEY{number:013}", now, answers, checked=Checked((), "bath_south_east"))
    body = urlencode({"state": Sealer(KEY).seal(state), "to": "send"}).encode()
    return Post(table, address, body, first, answers[first][0])
