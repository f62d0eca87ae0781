"""No personal data in logs, addresses or error pages: a canary in every field, while everything goes wrong."""

import asyncio
import os
import re
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
import structlog

from community.forms import load
from community.settings import load as load_settings
from intake.middleware import Guard
from tests.checkout import ROOT
from tests.commands.processes import until
from tests.forms.answers import HELP
from tests.intake.conftest import Service
from tests.intake.walking import OURS, Walker, visit

CANARY = "Zwitscher"
FORMS = load(load_settings())
ADDRESSES = {
    "help_request": "/get-help/ask/",
    "volunteer": "/volunteer/join/",
    "organisation": "/charter/sign/",
    "service": "/directory/tell-us/",
}
ROUNDS = 8


def canaries(form: str) -> dict[str, list[str]]:
    """The canary wherever people write; where they choose, the first option."""
    answers: dict[str, list[str]] = {}
    for column, question in FORMS[form].questions.items():
        if question.options or question.kind in ("slots", "tick"):
            answers[column] = [next(iter(question.options), "yes" if question.kind == "tick" else "mon_morning")]
        else:
            answers[column] = [f"{CANARY} {column} 0117 496 0001 {CANARY}@example.org"]
        if question.other:
            answers[f"{column}.other"] = [CANARY]
    return answers | {"for_whom": ["somebody_else"], "over_18": ["no"]}


@pytest.fixture
def program(tmp_path: Path) -> Iterator[tuple[str, Path, Path]]:
    """The program as it is run, everything it prints in a file: (address, its log, its book)."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environ = os.environ | {"COMMUNITY_HOME": str(tmp_path), "DEMO": "no"}
    make = "from community.book import Book; import sys; Book.open(sys.argv[1]).close()"
    subprocess.run([sys.executable, "-c", make, str(tmp_path / "book.db")], cwd=ROOT, check=True, env=environ)
    log = tmp_path / "log"
    with log.open("wb") as out:
        command = [sys.executable, "-m", "intake", "--port", str(port)]
        running = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=out, stderr=subprocess.STDOUT)
    url = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        assert running.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            return False
        return True

    until(answers)
    yield url, log, tmp_path / "book.db"
    running.terminate()
    running.wait()


def everything_that_can_go_wrong(url: str, address: str, answers: dict[str, list[str]]) -> list[str]:
    """Posts that fail in every way there is. Gives the pages that came back."""
    where = url + address
    bodies = {name: each[0] for name, each in answers.items()}
    pages = [
        visit("POST", where, data=bodies, headers={"sec-fetch-site": "cross-site"}),
        visit("POST", where, json=bodies, headers=OURS),
        visit("POST", where, data=bodies | {"more": "x" * 600_000}, headers=OURS),
        visit("POST", url + "/nowhere", data=bodies, headers=OURS),
        visit("POST", f"{url}/{CANARY}", data=bodies, headers=OURS),
        visit("GET", f"{url}/{CANARY}?name={CANARY}"),
        visit("GET", f"{where}?name={CANARY}"),
        visit("GET", f"{url}/%FF{quote(CANARY)}/../../{CANARY}"),
        visit("PUT", where, data=bodies),
    ]
    with socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2])), timeout=10) as raw:
        raw.sendall(f"POST {address} HTTP/1.1 {CANARY}\r\n{CANARY}\r\n\r\n".encode())
        pages_raw = raw.recv(65536).decode("latin-1")
    return [page.text + str(page.headers) for page in pages] + [pages_raw]


def test_a_canary_in_every_field_is_found_in_no_log_and_no_error_page(program: tuple[str, Path, Path]) -> None:
    url, log, book = program
    sent = 0
    for turn in range(ROUNDS):
        for form, address in ADDRESSES.items():
            answers = canaries(form)
            for page in everything_that_can_go_wrong(url, address, answers):
                assert CANARY not in page
            walker = Walker(url + address, answers).to_check()
            if turn == 0:
                spoil = sqlite3.connect(book, isolation_level=None)
                table = FORMS[form].table
                spoil.execute(f"ALTER TABLE {table}_now RENAME TO mislaid")
                assert walker.press("send").status_code == 503
                spoil.execute(f"ALTER TABLE mislaid RENAME TO {table}_now")
                spoil.close()
            walker.send()
            sent += 1
            if form not in ("organisation", "service"):  # what it does is not repeated on the last page either
                assert CANARY not in walker.page.text
            assert CANARY not in str(walker.page.url)
    told = log.read_text()
    assert told.count('"form_sent"') == sent
    assert '"book_unavailable"' in told
    assert '"post_refused"' in told
    assert CANARY.lower() not in told.lower()
    assert not re.search(r"example\.org|4960001|496 0001|Traceback", told)
    kept = sqlite3.connect(book)
    found = kept.execute("SELECT count(*) FROM help_requests WHERE name LIKE ?", (f"%{CANARY}%",)).fetchone()
    kept.close()
    assert found == (ROUNDS,), "the canary was really sent"


def test_a_fault_of_ours_shows_and_logs_where_but_not_what() -> None:
    async def broken(scope: object, receive: object, send: object) -> None:
        raise RuntimeError(f"could not handle {CANARY}")

    said: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        said.append(message)

    guard = Guard(broken, headers=[], sorry=b"Please ring us")  # type: ignore[arg-type]
    with structlog.testing.capture_logs() as logged:
        answer = guard({"type": "http", "path": f"/{CANARY}"}, None, send)  # type: ignore[arg-type]
        with ThreadPoolExecutor(1) as aside:
            aside.submit(asyncio.run, answer).result()
    assert [each["kind"] for each in logged] == ["RuntimeError"]
    assert "broken:" in logged[0]["line"]
    assert CANARY not in str(logged) + str(said)
    assert (said[0]["status"], said[1]["body"]) == (500, b"Please ring us")


def test_a_person_who_sends_a_form_into_a_fault_of_ours_is_told_to_ring(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"could not handle {CANARY}")

    walker = Walker(f"{service.url}/get-help/ask/", HELP).to_check()
    monkeypatch.setattr(service.book, "submit", broken)
    with structlog.testing.capture_logs() as logged:
        page = walker.press("send")
        until(lambda: logged)  # the answer goes out first, the line is written after it
    assert (page.status_code, page.headers["content-type"]) == (500, "text/html; charset=utf-8")
    assert service.settings.community.telephone in page.text
    assert "Please ring us" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert page.headers["x-content-type-options"] == "nosniff"
    assert [each["kind"] for each in logged if each["event"] == "fault"] == ["RuntimeError"]
    assert CANARY not in str(logged) + page.text


def test_what_is_carried_from_page_to_page_is_not_shown_when_it_is_printed() -> None:
    from community.forms import validate
    from intake.form_state import FormState

    answers = canaries("help_request")
    submission = validate(FORMS["help_request"], answers)
    assert CANARY in str(submission.values)
    state = FormState("help_request", "help", "KEY", 0, answers=answers)
    assert CANARY not in repr(submission) + repr(state)
