"""What waits for those on duty, and whom of them to tell of it: each once, in their hours, for as long as it waits.

A new kind of thing needs a member of `DutyReason`, its words, and a function in `SOURCES` that finds what there is.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property, partial

import structlog

from community.book import Reader
from community.book.sheet_pulse import read_pulse
from community.concerns import NoConcernsKey, may_be_told, may_read, new_concerns
from community.jobs import EVERY_DAY, JobView, overview
from community.settings import PersonOnDuty, Settings
from community.settings.duty_hours import hearing_of
from community.tables.canonical import instant, split
from community.tables.duty_reasons import DutyReason
from community.tables.flags import Flag
from community.tables.job_kinds import BOARD, LISTS, JobKind
from community.tables.row_types import ComplaintRow, HelpRequestRow, VolunteerRow
from community.tables.statuses import ComplaintStatus, RequestStatus, VolunteerStatus
from community.tables.vocabulary import Urgency

NEW_FOR = timedelta(days=14)
"""What came in earlier has stood on Today for long. It is shorter than the time for which jobs are remembered."""
SYNC_SETTLES = timedelta(minutes=10)
"""A machine that was off is out of step until the sync has run once."""
_CANNOT_WAIT = frozenset({Flag.CRISIS_WORDS})
_log = structlog.get_logger(__name__)


def _everybody(_: PersonOnDuty) -> bool:
    return True


@dataclass(frozen=True)
class Waiting:
    """One thing that waits. `name` tells it from every other of its reason, and goes nowhere."""

    reason: DutyReason
    name: str
    record: str | None = None
    """The id to be sent; None where none is, as for a concern."""
    at_once: bool = False
    """Whether it does not wait for the time between two notices."""
    not_before: datetime | None = None
    may_hear: Callable[[PersonOnDuty], bool] = field(default=_everybody, repr=False)
    may_read: Callable[[PersonOnDuty], bool] = field(default=_everybody, repr=False)
    """Whether they may open it themselves. If not, they pass it on."""


@dataclass(frozen=True)
class ToTell:
    """One thing and one person on duty who hears of it. `key` is that of its job, and tells nothing about either."""

    key: str
    code: str
    who: PersonOnDuty
    what: Waiting

    @property
    def may_read(self) -> bool:
        """Whether they may open it themselves."""
        return self.what.may_read(self.who)

    def is_told_by(self, key: str) -> bool:
        """Whether the job of this key told the same person something."""
        return key.rpartition("-")[0] == self.code

    def goes_with(self, other: "ToTell") -> bool:
        """Whether one notice tells both."""
        same = self.code == other.code and self.what.reason == other.what.reason
        return same and self.may_read == other.may_read


@dataclass(frozen=True)
class DutyLook:
    """One look at the book."""

    settings: Settings
    reader: Reader
    now: datetime

    @cached_property
    def jobs(self) -> list[JobView]:
        """The jobs that come back by themselves and need a person."""
        found = overview(self.reader, self.now, keys=(EVERY_DAY, BOARD, LISTS))
        return [each for each in found if each.needs_a_person]


def _requests(look: DutyLook) -> Iterator[Waiting]:
    since, now = instant(look.now - NEW_FOR), instant(look.now)
    for row in look.reader.rows(HelpRequestRow, lambda c: [c.status == RequestStatus.NEW, c.at >= since]):
        urgent = row.urgency == Urgency.TODAY or _CANNOT_WAIT & set(split(row.flags))
        if urgent and (row.hold_until is None or row.hold_until <= now):
            yield Waiting(DutyReason.URGENT_REQUEST, row.id, row.id)


def _concerns(look: DutyLook) -> Iterator[Waiting]:
    settings = look.settings
    for one in new_concerns(settings, look.reader):
        if look.now - one.at <= NEW_FOR:
            yield Waiting(
                DutyReason.CONCERN,
                one.id,
                at_once=True,
                may_hear=partial(may_be_told, settings, named=one.named),
                may_read=partial(may_read, settings, named=one.named),
            )


def _matches(look: DutyLook) -> Iterator[Waiting]:
    from community.casework import missing_today

    for one in missing_today(look.reader, look.now):
        yield Waiting(DutyReason.URGENT_MATCH, f"{one.need_id} {' '.join(one.match_ids)}", one.need_id)


def _calls(look: DutyLook) -> Iterator[Waiting]:
    from community.casework import pressing_calls, pressing_corrections

    for call in pressing_calls(look.reader, look.now):
        yield Waiting(DutyReason.URGENT_CALL, call.id, call.about)
    if look.settings.sheet_id is not None:
        for match, since in pressing_corrections(look.reader, look.now):
            yield Waiting(DutyReason.URGENT_CALL, f"{match} {since}", match)
    # Words that may mean danger are read first, whichever form they were written on.
    since = instant(look.now - NEW_FOR)
    complaints = look.reader.rows(
        ComplaintRow, lambda c: [c.status == ComplaintStatus.RECEIVED, c.at >= since, c.flags.is_not(None)]
    )
    volunteers = look.reader.rows(
        VolunteerRow, lambda c: [c.status == VolunteerStatus.APPLIED, c.at >= since, c.flags.is_not(None)]
    )
    odd: list[ComplaintRow | VolunteerRow] = [*complaints, *volunteers]
    for row in odd:
        if _CANNOT_WAIT & set(split(row.flags)):
            yield Waiting(DutyReason.URGENT_CALL, row.id, row.id)


def _messages(look: DutyLook) -> Iterator[Waiting]:
    from community.casework import lost_messages

    for message in lost_messages(look.reader, look.now):
        yield Waiting(DutyReason.MESSAGE_FAILED, f"{message.id} {message.changed_at}", message.about)


def _sync(look: DutyLook) -> Iterator[Waiting]:
    if look.settings.sheet_id is not None and (since := read_pulse(look.reader).stopped_since(look.now)):
        yield Waiting(DutyReason.SYNC_STOPPED, since, not_before=look.now + SYNC_SETTLES)


def _backup(look: DutyLook) -> Iterator[Waiting]:
    return (_failed(DutyReason.BACKUP_FAILED, each) for each in look.jobs if each.kind == JobKind.BACK_UP)


def _other_jobs(look: DutyLook) -> Iterator[Waiting]:
    return (_failed(DutyReason.JOB_FAILED, each) for each in look.jobs if each.kind != JobKind.BACK_UP)


def _failed(reason: DutyReason, job: JobView) -> Waiting:
    # Told once for as long as it goes on failing: until it goes well, and fails again.
    return Waiting(reason, f"{job.kind} {job.finished_at}")


SOURCES: Mapping[DutyReason, Callable[[DutyLook], Iterable[Waiting]]] = {
    DutyReason.URGENT_REQUEST: _requests,
    DutyReason.CONCERN: _concerns,
    DutyReason.URGENT_MATCH: _matches,
    DutyReason.URGENT_CALL: _calls,
    DutyReason.MESSAGE_FAILED: _messages,
    DutyReason.SYNC_STOPPED: _sync,
    DutyReason.BACKUP_FAILED: _backup,
    DutyReason.JOB_FAILED: _other_jobs,
}
"""By reason, what there is of it now."""


def to_tell(look: DutyLook) -> list[ToTell]:
    """Everything that waits, with everybody who hears of it, told or not."""
    found = []
    for reason, find in SOURCES.items():
        hearing = hearing_of(look.settings, reason)
        if not hearing:
            continue
        try:
            waiting = list(find(look))
        except NoConcernsKey:
            _log.error("duty_not_read", why="the key of sealed records is not here; doctor says more")
            continue
        found += [
            ToTell(_key(what, code), code, who, what)
            for what in waiting
            for code, who in hearing.items()
            if what.may_hear(who)
        ]
    return found


def _key(what: Waiting, code: str) -> str:
    """The key of the job: it stands on pages and in the worker's output, so nobody can read from it what waits."""
    told = "\n".join((what.reason, what.name, code))
    return f"{code}-{hashlib.blake2b(told.encode(), digest_size=10).hexdigest()}"
