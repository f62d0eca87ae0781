"""What is flagged, what is refused, and what is said when something goes wrong."""

import random
import re
import socket
import sqlite3
import string
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
import structlog
from limits import RateLimitItemPerHour, RateLimitItemPerMinute

from community.book import Book
from intake import form_body, health_answer, rate_limits
from tests.forms.answers import HELP
from tests.intake.conftest import Serve, Service
from tests.intake.walking import OURS, Walker, visit

PHONE = "0300 247 0050"


def asking(service: Service, **headers: str) -> Walker:
    return Walker(f"{service.url}/get-help/ask/", HELP, headers=OURS | headers)


def flags(service: Service, reference: str) -> str | None:
    row = service.book.get("help_requests", reference)
    assert row is not None
    flags = row["flags"]
    assert flags is None or isinstance(flags, str)
    return flags


@contextmanager
def spoilt(service: Service) -> Iterator[None]:
    """The book can be opened and not written: the disk's or the database's fault."""
    other = sqlite3.connect(service.path, isolation_level=None)
    other.execute("ALTER TABLE help_requests_now RENAME TO mislaid")
    yield
    other.execute("ALTER TABLE mislaid RENAME TO help_requests_now")
    other.close()


def test_faster_than_people_read_is_flagged(service: Service) -> None:
    assert flags(service, asking(service).to_check().send()) == "too_fast"


def test_the_hidden_field_only_flags(service: Service) -> None:
    walker = asking(service)
    service.clock.pass_by(minutes=3)
    walker.answers = HELP | {"homepage": ["http://example.org"]}
    assert flags(service, walker.to_check().send()) == "honeypot"


def test_many_forms_from_one_connection_are_all_taken_and_flagged(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limits, "MANY", RateLimitItemPerHour(2, namespace="forms"))
    service = serve(environ={"TRUSTED_PROXY": "yes"})

    def one(who: str) -> str | None:
        walker = asking(service, **{"x-forwarded-for": f"192.0.2.9, {who}"})
        service.clock.pass_by(minutes=3)
        return flags(service, walker.to_check().send())

    assert [one("198.51.100.7") for _ in range(4)] == [None, None, "too_many", "too_many"]
    assert one("198.51.100.8") is None
    assert [one(f"2001:db8::{n}") for n in range(3)] == [None, None, "too_many"]


def test_only_an_absurd_number_is_turned_away_with_the_number_to_ring(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limits, "ABSURD", RateLimitItemPerMinute(5, namespace="posts"))
    service = serve(environ={"TRUSTED_PROXY": "yes"})
    walker = asking(service, **{"x-forwarded-for": "198.51.100.7"})
    statuses = [walker.press("continue").status_code for _ in range(5)]
    assert set(statuses) == {200}
    refused = walker.press("continue")
    assert refused.status_code == 429
    assert PHONE in refused.text
    assert visit("GET", walker.url, headers={"x-forwarded-for": "198.51.100.7"}).status_code == 200


def test_this_machine_itself_is_never_counted(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a proxy that we were not told of, every caller looks like this machine."""
    monkeypatch.setattr(rate_limits, "ABSURD", RateLimitItemPerMinute(1, namespace="posts"))
    walker = asking(service)
    assert [walker.press("continue").status_code for _ in range(4)] == [200] * 4


def test_more_than_anybody_writes_is_refused_in_plain_words(service: Service) -> None:
    walker = asking(service)
    page = walker.press("continue", HELP | {"details": ["x" * (form_body.MOST_BYTES + 1)]})
    assert page.status_code == 413
    assert "too long" in page.text
    assert PHONE in page.text
    chunks = (b"details=" + b"x" * 100_000 for _ in range(8))
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert visit("POST", walker.url, content=chunks, headers=OURS | kind).status_code == 413


def test_a_form_that_never_arrives_whole_holds_no_connection(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_body, "MOST_SECONDS", 0.2)
    with socket.create_connection(("127.0.0.1", int(service.url.rpartition(":")[2])), timeout=20) as slow:
        head = f"content-type: {form_body.KIND}\r\ncontent-length: 100\r\nsec-fetch-site: same-origin"
        slow.sendall(f"POST /get-help/ask/ HTTP/1.1\r\nhost: x\r\n{head}\r\n\r\ntasks=".encode())
        answer = slow.recv(65536).decode("latin-1")
    assert answer.startswith("HTTP/1.1 408 ")


def test_a_sender_who_goes_away_while_sending_is_no_fault(service: Service) -> None:
    with structlog.testing.capture_logs() as logged:
        with socket.create_connection(("127.0.0.1", int(service.url.rpartition(":")[2])), timeout=20) as gone:
            head = f"content-type: {form_body.KIND}\r\ncontent-length: 100\r\nsec-fetch-site: same-origin"
            gone.sendall(f"POST /get-help/ask/ HTTP/1.1\r\nhost: x\r\n{head}\r\n\r\ntasks=".encode())
        assert visit("GET", f"{service.url}/health").status_code == 200
    assert logged == []


def test_long_answers_that_no_packing_shortens_still_get_through(service: Service) -> None:
    chance = random.Random(7)
    words = "".join(chance.choice(string.ascii_letters) for _ in range(60_000))
    walker = asking(service)
    walker.answers = HELP | {"details": [words[:40_000]], "access_needs": [words[40_000:]]}
    row = service.book.get("help_requests", walker.to_check().send())
    assert row is not None
    assert row["details"] + row["access_needs"] == words


@pytest.mark.parametrize(
    "kind",
    ["application/json", "multipart/form-data; boundary=x", "text/plain", "", "application/x-www-form-urlencodedx"],
)
def test_anything_but_a_plain_form_is_not_read(service: Service, kind: str) -> None:
    page = visit(
        "POST", f"{service.url}/get-help/ask/", content=b"tasks=shopping", headers=OURS | {"content-type": kind}
    )
    assert page.status_code == 415
    assert PHONE in page.text


def test_a_thousand_fields_are_not_read_either(service: Service) -> None:
    data = {f"f{n}": "x" for n in range(1000)}
    assert visit("POST", f"{service.url}/get-help/ask/", data=data, headers=OURS).status_code == 415


def test_nothing_can_be_posted_anywhere_else(service: Service) -> None:
    for address in ("/", "/get-help/", "/assets/site.css", "/nowhere"):
        assert visit("POST", service.url + address, data={"a": "b"}, headers=OURS).status_code == 405
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        assert visit(method, f"{service.url}/get-help/ask/").status_code == 405


def test_when_the_book_cant_be_written_every_answer_is_kept_and_trying_again_works(service: Service) -> None:
    walker = asking(service)
    service.clock.pass_by(minutes=3)
    walker.to_check()
    with spoilt(service):
        page = walker.press("send")
        assert page.status_code == 503
        assert "This is not sent yet" in page.text
        assert PHONE in page.text
        assert page.headers["retry-after"] == "60"
        assert "cc-reference" not in page.text
        assert "Bread &amp; milk for two." in page.text
        assert "Try again" in page.text
        assert walker.press("send").status_code == 503
    row = service.book.get("help_requests", walker.send())
    assert row is not None
    assert row["details"] == HELP["details"][0]
    assert service.book.count("help_requests") == 1


def test_answers_that_the_database_refuses_are_their_own_sender_s_trouble_and_stay_to_be_read_out(
    service: Service,
) -> None:
    walker, other = asking(service), Walker(f"{service.url}/get-help/ask/", HELP | {"details": ["Milk"]}, headers=OURS)
    service.clock.pass_by(minutes=3)
    spoil = sqlite3.connect(service.path, isolation_level=None)
    when = "WHEN new.details LIKE '%Bread%' BEGIN SELECT RAISE(ABORT, 'refused'); END"
    spoil.execute(f"CREATE TRIGGER refuse BEFORE INSERT ON help_requests {when}")
    spoil.close()
    page = walker.to_check().press("send")
    assert page.status_code == 500
    assert "This is not sent yet" in page.text
    assert "Bread &amp; milk for two." in page.text
    assert PHONE in page.text
    assert service.book.get("help_requests", other.to_check().send()) is not None


def test_when_the_book_cant_be_written_answers_can_still_be_changed(service: Service) -> None:
    walker = asking(service).to_check()
    with spoilt(service):
        walker.press("send")
    walker.press("reach")
    walker.press("continue", HELP | {"name": ["Ada Changed"]})
    row = service.book.get("help_requests", walker.send())
    assert row is not None
    assert row["name"] == "Ada Changed"


def test_health_says_whether_the_book_can_be_written(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health_answer, "SECONDS_FOR_HEALTH", 0.3)
    monkeypatch.setattr(health_answer, "SECONDS_HEALTH_HOLDS", 0)
    well = visit("GET", f"{service.url}/health")
    assert (well.status_code, well.json()["book"]) == (200, "ok")
    other = sqlite3.connect(service.path)
    other.execute("BEGIN IMMEDIATE")
    ill = visit("GET", f"{service.url}/health")
    other.rollback()
    other.close()
    assert (ill.status_code, ill.json()) == (503, {"book": "unavailable"})
    assert ill.headers["cache-control"] == "no-store"


def test_asking_how_it_is_changes_nothing_and_costs_little(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health_answer, "SECONDS_HEALTH_HOLDS", 3600)
    tries: list[None] = []
    really = service.book.probe
    monkeypatch.setattr(service.book, "probe", lambda *tables: tries.append(really(*tables)))
    before = service.book.token()
    with ThreadPoolExecutor(4) as many:
        told = list(many.map(lambda _: visit("GET", f"{service.url}/health").json()["book"], range(8)))
    assert (told, len(tries)) == (["ok"] * 8, 1)
    assert service.book.token() == before, "whoever watches the book is not woken"


def test_health_and_sending_know_when_the_book_is_moved_away(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health_answer, "SECONDS_HEALTH_HOLDS", 0)
    walker = asking(service).to_check()
    for path in service.path.parent.glob(f"{service.path.name}*"):
        path.rename(path.with_name(f"aside-{path.name}"))
    assert walker.press("send").status_code == 503
    assert visit("GET", f"{service.url}/health").status_code == 503
    Book.open(str(service.path)).close()
    visit("GET", f"{service.url}/health")
    assert visit("GET", f"{service.url}/health").status_code == 200
    assert service.book.get("help_requests", walker.send()) is not None


def test_every_answer_carries_the_security_headers(service: Service) -> None:
    walker = asking(service)
    answers = [walker.page, walker.press("continue"), visit("GET", f"{service.url}/health")]
    answers += [visit("GET", f"{service.url}/nowhere"), visit("PUT", service.url)]
    for answer in answers:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "server" not in answer.headers
    policy = walker.page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"unsafe|https?:|\*", policy)
