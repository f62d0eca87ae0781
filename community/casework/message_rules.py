"""What holds for each kind of message: to whom it goes, while what it may still go, and what takes it back.

A kind that has no line here raises when the program starts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from community.tables.link_purposes import Purpose
from community.tables.message_codes import MessageKind
from community.tables.statuses import AGREED, LIVE, MatchStatus

_OFFERED = frozenset({MatchStatus.OFFERED})
_ACTIVE = frozenset({MatchStatus.ACTIVE})
_NOT_COMING = frozenset(MatchStatus) - AGREED - _OFFERED
"""Statuses in which a volunteer who had been asked is to do nothing: it is over, or its undo took it back."""


@dataclass(frozen=True, kw_only=True)
class MessageRules:
    """The rules of one kind of message."""

    goes_while: frozenset[MatchStatus] | None = None
    """The statuses of its match in which it may go; None: in all, also where it is about no match."""
    alone_while: frozenset[MatchStatus] = frozenset()
    """The statuses of its match in which nothing else tells its reader: if it is lost, those on duty hear."""
    to_volunteer: bool = False
    leads_to: Purpose | None = None
    """What its link lets its reader do."""
    asks_to_come: bool = False
    """A volunteer doesn't get it about whom one speaks to the lead first."""
    of_one_day: bool = False
    """It says that one visit is called off."""
    about_booking: bool = False
    """It goes to whoever booked a place at a session, with the booking itself as its reader."""
    to_reader: bool = False
    """It goes to a reader of the newsletter. Nobody passes it on, and nobody waits for it."""
    ends_with_match: bool = False
    """It is withdrawn when its match ends."""
    ends_with_day: bool = False
    """It is withdrawn when the day that the resident was told holds no more."""
    asked_by_a_person: bool = False
    """It only asks how it was: whoever does not get it is asked when somebody rings about the help."""
    person_instead: bool = False
    """When a way is not safe any more it is withdrawn, and a person rings its reader. Any other stays, as not sent."""
    on_today_anyhow: bool = False
    """Its reader stands on Today until they know, however they were to be told."""


MESSAGE_RULES: Mapping[MessageKind, MessageRules] = {
    MessageKind.OFFER: MessageRules(
        goes_while=_OFFERED, alone_while=_OFFERED, to_volunteer=True, leads_to=Purpose.OFFER, asks_to_come=True,
        person_instead=True,
    ),
    MessageKind.OFFER_WITHDRAWN: MessageRules(goes_while=_NOT_COMING, alone_while=_NOT_COMING, to_volunteer=True),
    MessageKind.WHO_COMES: MessageRules(
        goes_while=AGREED, alone_while=frozenset({MatchStatus.ACCEPTED}), leads_to=Purpose.RESIDENT_TOLD,
        ends_with_match=True, person_instead=True, on_today_anyhow=True,
    ),
    MessageKind.NOBODY_COMES: MessageRules(
        goes_while=frozenset(MatchStatus) - LIVE, alone_while=frozenset(MatchStatus) - LIVE,
    ),
    MessageKind.TAKEN_BACK: MessageRules(
        goes_while=frozenset(MatchStatus) - _ACTIVE, alone_while=frozenset(MatchStatus) - _ACTIVE,
    ),
    MessageKind.NOT_THIS_DAY: MessageRules(
        goes_while=AGREED, alone_while=AGREED, of_one_day=True, ends_with_match=True,
    ),
    MessageKind.RESIDENT_KNOWS: MessageRules(
        goes_while=AGREED, alone_while=_ACTIVE, to_volunteer=True, leads_to=Purpose.VISIT, asks_to_come=True,
        ends_with_match=True, ends_with_day=True, person_instead=True, on_today_anyhow=True,
    ),
    MessageKind.CALLED_OFF: MessageRules(goes_while=_NOT_COMING, alone_while=_NOT_COMING, to_volunteer=True),
    MessageKind.VISIT_OFF: MessageRules(
        goes_while=AGREED, alone_while=AGREED, to_volunteer=True, leads_to=Purpose.VISIT, of_one_day=True,
        ends_with_match=True,
    ),
    MessageKind.HOW_WAS_IT: MessageRules(
        goes_while=_ACTIVE, to_volunteer=True, leads_to=Purpose.VISIT, asks_to_come=True, ends_with_match=True,
        ends_with_day=True, asked_by_a_person=True, person_instead=True,
    ),
    MessageKind.RESIDENTS_VOICE: MessageRules(
        goes_while=_ACTIVE | {MatchStatus.COMPLETED}, leads_to=Purpose.RESIDENT_VOICE, asked_by_a_person=True,
        person_instead=True,
    ),
    MessageKind.RECEIPT: MessageRules(),
    MessageKind.BOOKING: MessageRules(about_booking=True),
    MessageKind.SESSION_OFF: MessageRules(about_booking=True),
    MessageKind.REFERRAL: MessageRules(),
    MessageKind.CIRCULAR: MessageRules(),
    MessageKind.CONFIRM: MessageRules(to_reader=True, leads_to=Purpose.CONFIRM),
    MessageKind.NEWSLETTER: MessageRules(to_reader=True),
}  # fmt: skip


def kinds_that(rule: Callable[[MessageRules], object]) -> frozenset[MessageKind]:
    """The kinds of messages for which this rule holds."""
    return frozenset(kind for kind in MessageKind if rule(MESSAGE_RULES[kind]))


TO_VOLUNTEER = kinds_that(lambda rules: rules.to_volunteer)
OF_ONE_DAY = kinds_that(lambda rules: rules.of_one_day)
SAYS_OFF = OF_ONE_DAY | {MessageKind.CALLED_OFF, MessageKind.NOBODY_COMES}
"""Kinds that say to somebody who expects a visit that there is none."""
VISIT_LINKS = kinds_that(lambda rules: rules.leads_to == Purpose.VISIT)
"""Kinds whose link leads to the visit, and after a second proof to name and address."""
ABOUT_BOOKINGS = kinds_that(lambda rules: rules.about_booking)
TO_READERS = kinds_that(lambda rules: rules.to_reader)
"""Kinds that go to those who asked for the newsletter."""
