"""The jobs that tell those on duty: asked for at each change of the book, done in the hours of whoever is to hear.

A notice is sent at least once. If the program is stopped, or an answer is lost, before it has written down that it was
sent, it is sent once more: better twice than never. So it holds nothing but that something waits.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from community.book import Book, Job
from community.jobs import AskedBefore, Claimed, asked_before, done_as_well
from community.messages import Delivery, duty_notice
from community.runtime.duty_watch import DutyLook, ToTell, to_tell
from community.settings import Settings
from community.settings.duty_hours import may_tell_from, reachable
from community.tables.job_kinds import JobKind
from community.tables.message_codes import SendOutcome, SendReason

BETWEEN = timedelta(minutes=15)
"""So long after one notice the next goes to the same person, so that a flood of forms is no flood of texts."""


@dataclass(frozen=True)
class DutyTry:
    """What came of a try. `again_at` is when their hours begin; `delivery` is None where there was nothing to tell."""

    delivery: Delivery | None = None
    again_at: datetime | None = None

    @property
    def failed(self) -> bool:
        """Whether nobody knows that it went; nothing of an invented town is ever to go."""
        if self.delivery is None or self.delivery.reason == SendReason.INVENTED_TOWN:
            return False
        return self.delivery.outcome != SendOutcome.SENT


class DutyWatch:
    """Looks at each change of the book and each minute for what somebody on duty has not been told."""

    def __init__(self, book: Book, settings: Settings, clock: Callable[[], datetime]) -> None:
        """Nothing was looked at yet."""
        self._book, self._settings, self._clock = book, settings, clock
        self._looked: tuple[str, int] | None = None

    def __call__(self, token: str) -> Iterator[Job]:
        """The jobs that are wanted now; `token` is the book's."""
        now = self._clock()
        this = token, int(now.timestamp() // 60)
        if this == self._looked or not reachable(self._settings):
            return
        self._looked = this
        with self._book.reading() as reader:
            found = to_tell(DutyLook(self._settings, reader, now))
            asked = asked_before(reader, JobKind.TELL_DUTY) if found else {}
        for one in found:
            if one.key not in asked:
                yield Job(JobKind.TELL_DUTY, one.key, self._due(one, asked.values(), now))

    def _due(self, one: ToTell, asked: Iterable[AskedBefore], now: datetime) -> datetime | None:
        """When they are to be told; None: now."""
        begins = now if one.what.not_before is None else one.what.not_before
        told = (each.finished_at for each in asked if one.is_told_by(each.key) and each.finished_at is not None)
        last = max(told, default=None)
        if last is not None and not one.what.at_once:
            begins = max(begins, last + BETWEEN)
        due = may_tell_from(one.who, self._settings.community, begins)
        return None if due <= now else due


def tell_duty(book: Book, settings: Settings, clock: Callable[[], datetime], job: Claimed) -> DutyTry:
    """What came of telling what this job is for, if it still waits. Others like it go with it."""
    now = clock()
    with book.reading() as reader:
        found = to_tell(DutyLook(settings, reader, now))
        asked = asked_before(reader, job.kind)
    mine = next((one for one in found if one.key == job.key), None)
    if mine is None:
        return DutyTry()
    begins = may_tell_from(mine.who, settings.community, now)
    if begins > now:
        return DutyTry(again_at=begins)
    waiting = [one for one in found if one.key != mine.key and (each := asked.get(one.key)) and each.free]
    with_it = [one for one in waiting if one.goes_with(mine)]
    all_ = [mine, *with_it]
    records = tuple(one.what.record for one in all_ if one.what.record is not None)
    notice = duty_notice.DutyNotice(mine.what.reason, len(all_), records, mine.may_read)
    words = duty_notice.notice_words(settings, mine.who, notice)
    came_of = DutyTry(duty_notice.send_notice(settings, book, mine.who, words, f"duty-{mine.key}"))
    if not came_of.failed:
        done_as_well(book, job.kind, [one.key for one in with_it], now)
    return came_of
