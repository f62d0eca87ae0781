"""`kill -9` of the intake, again and again, while people send: nothing acknowledged is lost, nothing is doubled."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode, urljoin

import pytest

from community.book import Book
from intake.state import CHECK, Checked, Sealer, State
from tests.checkout import ROOT

POSTS = int(os.environ.get("KILLED_POSTS", "2000"))
KILLS = int(os.environ.get("KILLED_KILLS", "20"))
CLIENTS = 16
KEY = "a key for this test and nothing else"


class Intake:
    """The service as people start it, on a port of its own, killed and started again at will."""

    def __init__(self, home: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._environ = os.environ | {"COMMUNITY_HOME": str(home), "DEMO": "no", "SECRET_KEY": KEY}
        self._log = (home / "log").open("wb")
        subprocess.run(
            [sys.executable, "-m", "community", "init"], env=self._environ, cwd=ROOT, check=True, timeout=120
        )
        self.kills = 0
        self.start()

    def start(self) -> None:
        """Start it; it answers after a while."""
        command = [sys.executable, "-m", "intake", "--port", str(self.port)]
        self._process = subprocess.Popen(command, env=self._environ, cwd=ROOT, stderr=self._log, stdout=self._log)

    def kill(self) -> None:
        """`kill -9`, without a word before."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(30)
        self.kills += 1

    def close(self) -> None:
        """The last kill."""
        self.kill()
        self._log.close()

    def post(self, body: bytes) -> str | None:
        """The reference of what was sent; None when no answer came, or none that leads to a reference."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        try:
            connection.request("POST", "/get-help/ask/", body, headers)
            answer = connection.getresponse()
            answer.read()
            connection.request("GET", urljoin("/get-help/ask/", answer.getheader("location", "")))
            answer = connection.getresponse()
            html = answer.read().decode()
        except (HTTPException, OSError):
            return None
        finally:
            connection.close()
        found = re.search(r'class="cc-reference">([^<]+)<', html)
        return found[1] if found and answer.status == 200 else None


@pytest.fixture
def intake(tmp_path: Path) -> Iterator[Intake]:
    service = Intake(tmp_path)
    yield service
    service.close()


def last_step(number: int) -> bytes:
    """What a browser posts when somebody presses "Send", each with a key of its own."""
    now = int(datetime.now(UTC).timestamp()) - 240
    answers = {
        "for_whom": ["myself"],
        "tasks": ["shopping"],
        "details": [f"Bag {number}"],
        "telephone": ["01632 960123"],
    }
    state = State("help_request", CHECK, f"KEY{number:013}", now, answers, checked=Checked((), "bath_south_east"))
    return urlencode({"state": Sealer(KEY).seal(state), "to": "send"}).encode()


@pytest.mark.timeout(900)  # twenty starts take a while where others work too
def test_nothing_acknowledged_is_lost_or_doubled_by_kill_9(intake: Intake, tmp_path: Path) -> None:
    acknowledged: dict[int, str] = {}
    done = threading.Event()

    def killer() -> None:
        for kill in range(1, KILLS + 1):
            while len(acknowledged) < kill * POSTS // (KILLS + 1) and not done.wait(0.01):
                pass
            intake.kill()
            intake.start()

    def send(number: int) -> None:
        body, until = last_step(number), time.monotonic() + 240
        while (reference := intake.post(body)) is None:  # the line broke: the browser sends the very same again
            assert time.monotonic() < until, "the intake does not come back"
            time.sleep(0.05)
        acknowledged[number] = reference
        if number % 10 == 0:  # a double click
            assert intake.post(body) in (reference, None)

    death = threading.Thread(target=killer)
    death.start()
    try:
        with ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(send, range(POSTS)))
    finally:
        done.set()
        death.join(120)
    intake.kill()
    book = Book.open(str(tmp_path / "book.db"))
    rows = {row["id"]: row["details"] for row in book.rows("help_requests")}
    book.close()
    assert intake.kills == KILLS + 1
    assert len(acknowledged) == POSTS
    assert {number for number, id_ in acknowledged.items() if rows.get(id_) != f"Bag {number}"} == set(), "lost"
    assert len(rows) == len(set(rows.values())) == POSTS, "doubled"
