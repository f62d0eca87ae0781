"""Holds what a book says of its messages against what the servers took: each once, or waiting for a person."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import community.casework as cw
from community.book import JOBS
from community.jobs import overview
from community.runtime import job_desk
from community.tables.canonical import instant
from community.tables.job_kinds import JobKind, JobState
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow
from community.tables.statuses import MessageStatus
from tests.faults.busy_town import BusyTown
from tests.messages.mail_server import MailServer
from tests.messages.text_service import ServiceStandIn

_MESSAGES = (JobKind.SEND_MESSAGE, JobKind.TELL_DUTY)
_TO_DO = {JobState.WAITING, JobState.FAILED}
_MOST = {MessageStatus.SENT: 1, MessageStatus.UNKNOWN: 1}
"""By status, how often the words of a message may have left at most."""
_ASKED_ANYWAY = {MessageKind.HOW_WAS_IT, MessageKind.RESIDENTS_VOICE, MessageKind.RECEIPT}
"""Kinds of which no person has to look whether they arrived: their reader is asked or answered by telephone anyway."""


@dataclass
class SentOnce:
    """A town, and the servers by which its messages leave."""

    town: BusyTown
    server: MailServer
    service: ServiceStandIn

    def is_quiet(self) -> bool:
        """Whether no job is due or in a worker's hands."""
        now = instant(self.town.office.clock())
        with self.town.office.book.reading() as reader:
            query = JOBS.select().where(JOBS.c.state == JobState.WAITING, JOBS.c.due <= now).limit(1)
            return reader.connection.execute(query).first() is None

    def is_over(self) -> bool:
        """Whether no message waits for its time or for a person to press "Again" either."""
        with self.town.office.book.reading() as reader:
            found = overview(reader, self.town.office.clock())
        return all(one.kind not in _MESSAGES or one.state not in _TO_DO for one in found)

    def press_again(self) -> int:
        """How many jobs had been given up, as the worker died at them again and again: the director presses "Again"."""
        director = self.town.office.director
        given_up = [each for each in job_desk.troubles(director) if each.given_up]
        for each in given_up:
            job_desk.do_again(director, each.kind, each.key)
        return len(given_up)

    def left(self) -> Counter[str]:
        """How often the words of each message left, by its id; those to somebody on duty by a name of their own."""
        letters = (str(each["Message-ID"])[1:].partition("@")[0] for each in self.server.letters)
        texts = (json.loads(body)["ref"] for *_, body in self.service.asked)
        return Counter(one.replace("-", "") for one in (*letters, *texts))

    def caught(self) -> str:
        """At what the worker was that was killed just now, as the book shows it."""
        with self.town.office.book.reading() as reader:
            held = reader.connection.execute(JOBS.select().where(JOBS.c.lease.is_not(None))).first()
            message = reader.get(MessageRow, held.key) if held and held.kind == JobKind.SEND_MESSAGE else None
        if held is None or message is None:
            return held.kind if held else "between two jobs"
        return f"message {message.status}, {'with the server' if self.left()[_bare(message.id)] else 'not gone'}"

    def wrong(self) -> list[str]:
        """Everything that is not as it has to be, in words; call it when all is over."""
        rows = self.town.office.book.rows(MessageRow)
        return [*self._each_message(rows), *self._each_reader(rows), *self._forgotten(rows), *self._duty()]

    def _each_message(self, rows: list[MessageRow]) -> Iterator[str]:
        left, office = self.left(), self.town.office
        shown = {line.id for line in cw.today(office.director, office.clock())}
        for row in rows:
            times, most = left[_bare(row.id)], _MOST.get(MessageStatus(row.status), 0)
            least = 1 if row.status == MessageStatus.SENT else 0
            if not least <= times <= most or row.status == MessageStatus.QUEUED:
                yield f"{row.kind} {row.id} is {row.status} and left {times} times"
            waits = row.status in {MessageStatus.UNKNOWN, MessageStatus.BY_HAND}
            if waits and row.kind not in _ASKED_ANYWAY and row.about not in shown:
                yield f"{row.kind} {row.id} is {row.status}, and nobody is shown that"

    def _each_reader(self, rows: list[MessageRow]) -> Iterator[str]:
        """Of each kind, nobody gets two about one match."""
        told = Counter((row.about, row.kind) for row in rows)
        for (about, kind), times in told.items():
            if times > 1:
                yield f"{about}: {times} messages of the kind {kind}"

    def _forgotten(self, rows: list[MessageRow]) -> Iterator[str]:
        there: dict[str, dict[str, MessageRow]] = defaultdict(dict)
        for row in rows:
            there[row.about][row.kind] = row
        yield from (f"offer {one} is gone" for one in self.town.asked - {row.id for row in rows})
        yield from (f"copy of {one} is gone" for one in self.town.receipts if MessageKind.RECEIPT not in there[one])
        for match in self.town.office.book.rows(MatchRow, lambda c: [c.resident_told_at.is_not(None)]):
            if MessageKind.RESIDENT_KNOWS not in there[match.id]:
                yield f"{match.id}: the resident knows, and the volunteer was never told"

    def _duty(self) -> Iterator[str]:
        """Whoever is on duty is told of everything at least once; a notice may tell several things."""
        office = self.town.office
        with office.book.reading() as reader:
            jobs = [one for one in overview(reader, office.clock()) if one.kind == JobKind.TELL_DUTY]
        notices = sum(times for one, times in self.left().items() if one.startswith("duty"))
        if not bool(self.town.urgent) <= notices or len(jobs) < len(self.town.urgent):
            yield f"{len(self.town.urgent)} urgent requests, {len(jobs)} jobs, {notices} notices"


def _bare(record_id: str) -> str:
    return record_id.replace("-", "")
