"""`kill -9` of the worker at any moment: every message goes once or waits for a person; none is lost, none doubled."""

import os
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Event, Lock, Timer

import pytest

from community.book import Book
from community.settings import load
from community.tables.row_types import MessageRow
from tests.book.databases import KINDS, begun
from tests.casework.office import MONDAY, PLACES, Office
from tests.checkout import copy_of_the_site
from tests.commands.processes import until
from tests.faults import worker_life
from tests.faults.busy_town import BusyTown
from tests.faults.lives import Lives
from tests.faults.sent_once import SentOnce
from tests.faults.town_clock import TownClock
from tests.messages.conftest import certificate, trusted
from tests.messages.mail_server import MailServer, mail_server
from tests.messages.on_duty import EVERYTHING, MAILBOX, duty, listed
from tests.messages.sending import that_send
from tests.messages.text_service import ServiceStandIn, text_service

__all__ = ["certificate", "trusted"]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")

SIZE = 20
KILLS = int(os.environ.get("KILL_POINTS", SIZE))
SEED = int(os.environ.get("KILL_SEED", "7"))
PASSES = (3, 3, 20, 150, 600)
"""Minutes between one life and the next: leases end in two, a resident may object for some hours."""


class Reaper(dict[str, str]):
    """Kills the worker some moments after it began or a server heard from it, and lets the servers make trouble.

    It stands in the place of the mail server's answers, which are asked for at each MAIL, RCPT and DATA.
    """

    def __init__(self, server: MailServer, service: ServiceStandIn, lives: Lives, luck: Random) -> None:
        super().__init__()
        self.lives, self._server, self._service, self._luck = lives, server, service, luck
        self.dead = Event()
        self._lock, self._at, self._after = Lock(), "", 0.0
        self._later: Timer | None = None
        server.answers, service.at_each = self, self._text

    def begin(self) -> None:
        """Begin a life, and choose the moment of its end."""
        self.dead.clear()
        self._at = self._luck.choice(("START", "MAIL", "RCPT", "DATA", "DATA", "TEXT", "TEXT"))
        self._after = self._luck.choice((0.0, 0.0, 0.001, 0.002, 0.004, 0.008, 0.016))
        self.lives.begin()
        if self._at == "START":
            self._after = self._luck.uniform(0.001, 0.4)
            self._is_time("START")

    def kill(self) -> None:
        """Kill it now."""
        with self._lock:
            if self._later is not None:
                self._later.cancel()
            self._at, self._later = "", None
            self.lives.kill()
            self.dead.set()

    def get(self, command: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """What the mail server answers. At DATA the letter is in its hands already."""
        if self._is_time(command):
            return "cut"
        chance = self._luck.random()
        if chance > 0.92:
            if command == "DATA":
                self._server.letters.pop()  # it says that it did not take it
            return "450 later"
        return "cut" if chance > 0.9 else default

    def _text(self) -> None:
        service, chance = self._service, self._luck.random()
        service.status, service.trouble = 201, ""
        if self._is_time("TEXT") or chance > 0.95:
            service.trouble = "cut"
        elif chance > 0.85:
            service.status = 503
            service.asked.pop()

    def _is_time(self, event: str) -> bool:
        """Whether it is dead now. Where it is to die some moments later, it goes on until then."""
        if event != self._at:
            return False
        self._at = ""
        if not self._after:
            self.kill()
            return True
        self._later = Timer(self._after, self.kill)
        self._later.start()
        return False


@pytest.mark.timeout(3000)  # in full size
@pytest.mark.parametrize("kind", KINDS)
def test_every_message_goes_once_or_waits_for_a_person(
    kind: str, trusted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with begun(kind, tmp_path) as address, mail_server(trusted) as server, text_service() as service:
        environ = that_send(tmp_path, server, service, ("04:00", "04:01"))
        environ["COMMUNITY_SITE"] = str(copy_of_the_site(tmp_path / "site"))
        if "://" in address:
            environ["DATABASE_URL"] = address
        else:
            address = str(Path(address).rename(tmp_path / "book.db"))
        listed(tmp_path, duty(email=MAILBOX, hears_of=EVERYTHING))
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        clock, luck = TownClock(tmp_path, MONDAY), Random(SEED)
        with (
            closing(Book.open(address, clock=clock)) as book,
            closing(Lives(worker_life.__name__, os.environ, tmp_path / "log")) as lives,
        ):
            town = BusyTown(Office(book, load(), PLACES, clock), luck)  # type: ignore[arg-type]
            sent, reaper, caught = SentOnce(town, server, service), Reaper(server, service, lives, luck), Counter[str]()
            for _ in range(KILLS):
                reaper.begin()
                town.decide()
                while not reaper.dead.wait(0.03):
                    if sent.is_quiet():
                        reaper.kill()
                assert lives.over() == "signal 9"
                caught[sent.caught()] += 1
                clock.pass_(minutes=luck.choice(PASSES))
            server.answers, service.at_each = {}, lambda: None
            service.status, service.trouble = 201, ""
            given_up = 0
            while not sent.is_over():
                clock.pass_(hours=10)
                given_up += sent.press_again()
                lives.begin()
                until(sent.is_quiet)
                lives.kill()
                lives.over()
            wrong = sent.wrong()
            if KILLS > SIZE:
                with capsys.disabled():
                    rows = Counter(f"{row.kind} {row.status}" for row in book.rows(MessageRow))
                    print(
                        f"\n{kind}, seed {SEED}: {KILLS} kills, {dict(caught)}; "
                        f"{given_up} times Again; messages {dict(rows)}, {len(wrong)} wrong"
                    )
        assert wrong == []
