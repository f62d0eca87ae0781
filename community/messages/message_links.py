"""The links that a message carries, as whole addresses."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from community.casework import MESSAGE_RULES, TO_VOLUNTEER, MessageFacts, opens_links
from community.casework.newsletter import CONFIRMS_FOR
from community.casework.training import BookingFacts
from community.links import link_keys, path, sign
from community.settings import Settings
from community.tables.link_purposes import Purpose

AFTER_THE_ANSWER = timedelta(days=60)
"""So long a link opens after the answer was due, or after the message: a yes can be taken back by it."""
STOPS_FOR = timedelta(days=731)
"""So long a STOP link opens: people look for it in old messages."""


@dataclass(frozen=True)
class MessageLinks:
    """The links of one message; None where there is no public address to put them behind."""

    answer: str | None = field(repr=False)
    stop: str | None = field(repr=False)
    pauses: bool = False
    """Behind the STOP link they may also choose until when nothing is asked of them: a volunteer reads it."""


def links_of(settings: Settings, facts: MessageFacts) -> MessageLinks:
    """The links of this message, the same each time. Raises BadKey."""
    if not opens_links(settings):
        return MessageLinks(None, None, facts.kind in TO_VOLUNTEER)
    answer = None
    if (leads_to := MESSAGE_RULES[facts.kind].leads_to) is not None:
        answer = _address(settings, leads_to, facts.id, (facts.answer_by or facts.at) + AFTER_THE_ANSWER)
    return MessageLinks(answer, stop_link(settings, facts.id, facts.at), facts.kind in TO_VOLUNTEER)


def booking_link(settings: Settings, facts: BookingFacts) -> str | None:
    """The link by which whoever booked sees how it stands and gives the place up; None where nothing answers it."""
    if not opens_links(settings):
        return None
    until = max(facts.at, facts.session.starts_at or facts.at) + AFTER_THE_ANSWER
    return _address(settings, Purpose.BOOKING, facts.id, until)


def confirm_link(settings: Settings, message_id: str, at: datetime) -> str | None:
    """The link by which somebody says that they want the newsletter; None where nothing answers it."""
    return _address(settings, Purpose.CONFIRM, message_id, at + CONFIRMS_FOR) if opens_links(settings) else None


def stop_link(settings: Settings, message_id: str, at: datetime) -> str | None:
    """The link by which whoever got a message of this time gets no more; None where nothing answers it."""
    if not opens_links(settings):
        return None
    return _address(settings, Purpose.STOP, message_id, at + STOPS_FOR)


def _address(settings: Settings, purpose: Purpose, message_id: str, expires: datetime) -> str:
    return f"{settings.public_url}{path(purpose, sign(link_keys(settings), purpose, message_id, expires))}"
