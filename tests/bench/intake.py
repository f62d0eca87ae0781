"""Posts a second with group commit, against one commit each; and the waiting at a hundred posts a second."""

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from intake.form_state import CHECK, Checked, FormState, Sealer
from tests.bench.figure import Figure, percentile
from tests.bench.load import Timing, closed, steady, until_it_answers

KEY = "a key for the bench and nothing else"
SYNC_MS = 5
CLIENTS = 64
ROUNDS = 3
PATIENCE = 300
"""Seconds for a start: on a busy machine it is slow, and it is not what is measured."""
ANSWERS = {
    "for_whom": ["myself"],
    "tasks": ["shopping", "phone_call"],
    "details": ["Two bags on a Friday, please. The lift is out of order again."],
    "urgency": ["this_week"],
    "name": ["Invented Person"],
    "telephone": ["01632 960123"],
    "postcode": ["BA2 4DA"],
}


def measure() -> Iterator[Figure]:
    """Yield the figures. Rounds of the two ways alternate, so that whatever else the machine does meets both."""
    many, one = [], []
    for _ in range(ROUNDS):
        many.append(_throughput("many", 4000))
        one.append(_throughput("one", 600))
    yield Figure(f"one commit each, {SYNC_MS} ms a sync", statistics.median(one), "posts/s")
    yield Figure(f"group commit, {SYNC_MS} ms a sync", statistics.median(many), "posts/s")
    ratios = [m / o for m, o in zip(many, one, strict=True)]
    yield Figure("ratio (median of the rounds)", statistics.median(ratios), "times", least=3)
    timings = _waiting(seconds=60, rate=100)
    yield Figure("100 posts/s for a minute, open loop: p50", percentile([t for t, _ in timings], 0.50) * 1000, "ms")
    yield Figure(
        "100 posts/s for a minute, open loop: p99", percentile([t for t, _ in timings], 0.99) * 1000, "ms", most=100
    )
    yield Figure("answers that were not 303", sum(status != 303 for _, status in timings), "of 6,000", most=0)


def _throughput(how: str, count: int) -> float:
    with _server(how) as port:
        asyncio.run(closed(port, _requests(200), CLIENTS))
        began = time.perf_counter()
        timings = asyncio.run(closed(port, _requests(count), CLIENTS))
        seconds = time.perf_counter() - began
    _check(timings)
    return count / seconds


def _waiting(seconds: int, rate: int) -> list[Timing]:
    with _server("many") as port:
        asyncio.run(closed(port, _requests(200), CLIENTS))
        return asyncio.run(steady(port, _requests(seconds * rate), rate))


def _check(timings: list[Timing]) -> None:
    if wrong := sorted({status for _, status in timings} - {303}):
        raise SystemExit(f"the intake answered {wrong}: what is measured is not what is meant")


def _requests(count: int) -> list[bytes]:
    """The last step of as many ways through the form, each with a key of its own."""
    sealer, now = Sealer(KEY), datetime.now(UTC)
    checked = Checked((), "bath_south_east", 375000, 163000, "BA2 4")
    made = []
    for _ in range(count):
        state = FormState.begin("help_request", CHECK, now).at(CHECK, answers=ANSWERS, checked=checked)
        body = urlencode({"state": sealer.seal(state), "to": "send"}).encode()
        head = (
            "POST /get-help/ask/ HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
            "Accept-Encoding: gzip\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        made.append(head.encode() + body)
    return made


@contextmanager
def _server(how: str) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | {"COMMUNITY_HOME": home, "DEMO": "no", "SECRET_KEY": KEY}
        command = [sys.executable, "-m", "tests.bench.serve", str(port), str(SYNC_MS), how]
        with (
            (Path(home) / "log").open("w") as log,
            subprocess.Popen(command, env=env, stdout=log, stderr=log) as server,
        ):
            try:
                until_it_answers(port, server, "intake", PATIENCE)
                yield port
            finally:
                server.kill()
