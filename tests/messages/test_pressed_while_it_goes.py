"""Two people press undo and approve while the mail goes out: one state wins, and the volunteer is told once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import community.casework as cw
from community.book import Stale
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved
from tests.casework.office import Office
from tests.messages.mail_server import MailServer
from tests.messages.sending import office, server, service, work

__all__ = ["office", "server", "service"]


class Presses(dict[str, str]):
    """Stands for the mail server's answers. When the letter is in its hands, two people press, and it takes it."""

    def __init__(self, office: Office, match: str, action: str) -> None:
        super().__init__()
        self.office, self.match, self.action = office, match, action
        self.done: list[str] = []

    def get(self, command: str, default: str | None = None) -> str | None:  # type: ignore[override]
        if command == "DATA" and not self.done:
            with ThreadPoolExecutor(2) as people:
                list(people.map(lambda press: press(), (self._undo, self._approve)))
        return default

    def _undo(self) -> None:
        cw.undo(self.office.director, self.action)
        self.done.append("undo")

    def _approve(self) -> None:
        with suppress(Stale, cw.NotNow):
            cw.approve(self.office.coordinator, self.match)
            self.done.append("approve")


def test_undo_and_approve_while_the_mail_goes_out(office: Office, server: MailServer) -> None:
    match = approved(office)
    asked = cw.offer(office.coordinator, match, ReachBy.EMAIL, seen="approved")
    server.answers = presses = Presses(office, match, asked.id)
    work()
    work()
    assert presses.done == ["undo"], "it was approved already"
    assert (office.status(match), len(server.letters)) == ("approved", 1)
    found = office.book.rows(MessageRow, lambda c: [c.about == match])
    assert sorted((each.kind, each.status) for each in found) == [("offer", "sent"), ("offer_withdrawn", "by_hand")]
    with office.book.reading() as reader:
        stood = [each.now for each in reader.changes(record_id=match) if each.field == "status"]
    assert stood == ["approved", "offered", "approved"]
