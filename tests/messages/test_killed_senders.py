"""`kill -9` of the sender at any moment: every message goes once or waits for a person; none is lost, none doubled."""

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from community.book import Book
from community.settings import load
from community.tables.row_types import MessageRow
from tests.book.databases import KINDS, begun
from tests.casework.office import open_office
from tests.checkout import ROOT
from tests.commands.processes import until
from tests.jobs.killed_programs import KilledProgram, fast_clock
from tests.messages import one_sender
from tests.messages.asking import PUBLIC, READER, asked, with_settings
from tests.messages.mail_server import NAME, PASSWORD, MailServer, mail_server

SEED = int(os.environ.get("OUTBOX_SEED", "7"))


class Deadly(dict[str, str]):
    """What a server answers that kills the sender, breaks off, or has no time, as luck has it."""

    def __init__(self, server: MailServer, sender: KilledProgram, luck: random.Random, kills: int) -> None:
        super().__init__()
        self._server, self._sender, self._luck, self.kills = server, sender, luck, kills
        self.while_handed_over = 0
        """How often it was killed when the words were with the server, and it did not know that yet."""
        self.at_work = False
        """Whether it has come to the server since it was started. Killed before, it would only start again."""

    def get(self, command: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """Asked once for each of MAIL, RCPT and DATA; at DATA the letter is in the server's hands already."""
        chance, self.at_work = self._luck.random(), True
        handed_over = command == "DATA"
        # The first kill and most others come when the words are with the server and the sender does not know it yet.
        strikes = chance < (0.5 if handed_over else 0.1) if self.while_handed_over else handed_over
        if self.kills and strikes:
            self.while_handed_over += handed_over
            self.kill()
            return "cut"
        if chance > 0.9:
            if command == "DATA":
                self._server.letters.pop()  # it says that it did not take it
            return "450 later"
        return "cut" if chance > 0.85 else default

    def kill(self) -> None:
        """Kill the sender, which is started again."""
        self.kills, self.at_work = self.kills - 1, False
        self._sender.kill()


@contextmanager
def settings_for(server: MailServer, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the sender reads: this server, and a night of one minute."""
    own = [
        (ROOT / "community.toml").read_text("utf-8"),
        '[messages]\nemail = true\nsender_address = "help@town.example.org"\nemail_server = "localhost"',
        f'email_port = {server.port}\nquiet_from = "04:00"\nquiet_until = "04:01"',
    ]
    (folder / "own.toml").write_text("\n".join(own), "utf-8")
    told = {"COMMUNITY_TOML": str(folder / "own.toml"), "COMMUNITY_HOME": str(folder), "DEMO": "no"}
    secrets = {"EMAIL_USER": NAME, "EMAIL_PASSWORD": PASSWORD, "PUBLIC_URL": PUBLIC}
    with monkeypatch.context() as here:
        for name, value in (told | secrets).items():
            here.setenv(name, value)
        yield


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_every_message_goes_once_or_waits_for_a_person(
    kind: str, trusted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = int(os.environ.get("OUTBOX_MESSAGES", "24"))
    kills = int(os.environ.get("OUTBOX_KILLS", "16"))
    luck = random.Random(SEED)
    with (
        begun(kind, tmp_path) as address,
        mail_server(trusted) as server,
        settings_for(server, tmp_path, monkeypatch),
    ):
        office = open_office(tmp_path, address)
        with_settings(office, load())
        asked_for = {asked(office, reader=READER | {"email": f"v{n}@example.org"}) for n in range(count)}
        began = time.time()
        sender = KilledProgram(one_sender.__name__, address, tmp_path, began)
        server.answers = deadly = Deadly(server, sender, luck, kills)

        def over() -> bool:
            """Whether nothing is left to the program. An unknown one may still be on its way, but for its job."""
            if sender.is_over:
                sender.again()
            if deadly.kills and deadly.at_work and deadly.while_handed_over and luck.random() < 0.02:
                deadly.kill()
            return jobs_left(office.book) == 0

        try:
            until(over)
        finally:
            sender.close()
        rows = {row.id: row for row in office.book.rows(MessageRow)}
        office.book.close()
    assert deadly.while_handed_over or not kills, "it was never killed when it mattered"
    letters = Counter(str(each["Message-ID"])[1:11] for each in server.letters)
    assert set(rows) == asked_for
    assert fast_clock(began).year == 2026, "the clock went too fast"
    wrong = [
        f"{one}: {row.status}, {letters[one.replace('-', '')]} letters"
        for one, row in rows.items()
        if not right(row, letters[one.replace("-", "")])
    ]
    assert not wrong, "\n".join(wrong)
    assert any(row.status == "sent" for row in rows.values())


def right(row: MessageRow, letters: int) -> bool:
    """Whether a message that is told as sent went once, and one that a person has to look at went once at most."""
    if row.status == "sent":
        return letters == 1
    return row.status in {"unknown", "by_hand"} and letters <= 1


def jobs_left(book: Book) -> int:
    """How many messages a worker would still look at."""
    with book.reading() as reader:
        query = "SELECT count(*) FROM jobs WHERE kind = 'send_message' AND state = 'waiting'"
        return int(reader.connection.exec_driver_sql(query).scalar_one())
