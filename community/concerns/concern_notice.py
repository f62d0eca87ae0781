"""Who on duty may be told that a concern waits, and by when a person replies. What it says is told to nobody.

Somebody whom a concern names is not told that there is one, just as they can't open it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from community.book import Reader
from community.casework import User, listed_user
from community.concerns.concern_receivers import Named, is_about, is_about_the_top, may_open
from community.concerns.concern_record import opened
from community.concerns.encryption import seal_of
from community.settings import PersonOnDuty, Settings
from community.settings.duty_hours import hearing_of, is_theirs, may_tell_from
from community.settings.response_promise import is_open, opens
from community.tables.canonical import moment
from community.tables.duty_reasons import DutyReason
from community.tables.row_types import ConcernRow
from community.tables.statuses import ConcernStatus

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class NewConcern:
    """A concern that nobody has acknowledged: its id, which is never sent, and whom it names."""

    id: str
    at: datetime
    named: tuple[Named, ...] = field(repr=False)


def new_concerns(settings: Settings, reader: Reader) -> list[NewConcern]:
    """The concerns that nobody has acknowledged. Raises NoConcernsKey where one can't be opened."""
    rows = reader.rows(ConcernRow, lambda c: [c.status == ConcernStatus.RAISED])
    seal = seal_of(settings) if rows else None
    return [NewConcern(row.id, moment(row.at), opened(seal, row).named) for row in rows if seal is not None]


def may_be_told(settings: Settings, one: PersonOnDuty, named: Sequence[Named]) -> bool:
    """Whether they may know that this concern exists: they may open it, or can pass it on to the lead.

    One about the lead or the director is the chair's alone.
    """
    user = _user(settings, one)
    return may_open(user, settings, named) or not (is_about(user, named) or is_about_the_top(settings, named))


def may_read(settings: Settings, one: PersonOnDuty, named: Sequence[Named]) -> bool:
    """Whether they may open this concern themselves."""
    return may_open(_user(settings, one), settings, named)


def told_now(settings: Settings, named: Sequence[Named], now: datetime) -> bool:
    """Whether somebody is on duty now who hears that this concern came in."""
    return any(is_theirs(one, settings.community, now) for one in _hearing(settings, named))


def reply_promised(settings: Settings, named: Sequence[Named], at: datetime, *, by_duty: bool) -> datetime:
    """The time by which a person replies, as whoever raised a concern then is told.

    It is so many minutes in which we are open or, with `by_duty`, in which somebody on duty hears of it.
    """
    there, hearing = at, _hearing(settings, named) if by_duty else []
    for _ in range(settings.safeguarding.reply_within_minutes):
        there = _somebody_there(settings, hearing, there) + _MINUTE
    return there


def _somebody_there(settings: Settings, hearing: Collection[PersonOnDuty], now: datetime) -> datetime:
    community = settings.community
    if is_open(community, now):
        return now
    begins = [opens(community, now), *(may_tell_from(one, community, now) for one in hearing)]
    return min(begins).astimezone(UTC)


def _hearing(settings: Settings, named: Sequence[Named]) -> list[PersonOnDuty]:
    found = hearing_of(settings, DutyReason.CONCERN).values()
    return [one for one in found if may_be_told(settings, one, named)]


def _user(settings: Settings, one: PersonOnDuty) -> User:
    """Who they are in the list of people; somebody without a role or duty where they do not stand there."""
    listed = next((person for person in settings.people if one.person and person.name == one.person), None)
    return User(one.person, None) if listed is None else listed_user(settings, listed)
