"""The links that a message carries, as whole addresses."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from community.casework import BookingFacts, MessageFacts
from community.links import link_keys, path, sign
from community.settings import Settings
from community.tables.link_purposes import Purpose
from community.tables.message_codes import MessageKind

AFTER_THE_ANSWER = timedelta(days=60)
"""So long a link opens after the answer was due, or after the message: a yes can be taken back by it."""
_LEADS_TO = {
    MessageKind.OFFER: Purpose.OFFER,
    MessageKind.WHO_COMES: Purpose.RESIDENT_TOLD,
    MessageKind.RESIDENT_KNOWS: Purpose.VISIT,
    MessageKind.HOW_WAS_IT: Purpose.VISIT,
    MessageKind.VISIT_OFF: Purpose.VISIT,
    MessageKind.RESIDENTS_VOICE: Purpose.RESIDENT_VOICE,
}
"""By kind, what the link of such a message lets its reader do."""
STOPS_FOR = timedelta(days=731)
"""So long a STOP link opens: people look for it in old messages."""


@dataclass(frozen=True)
class MessageLinks:
    """The links of one message; None where there is no public address to put them behind."""

    answer: str | None = field(repr=False)
    stop: str | None = field(repr=False)


def links_of(settings: Settings, facts: MessageFacts) -> MessageLinks:
    """The links of this message, the same each time. Raises BadKey."""
    if settings.public_url is None or settings.kept_in_sheet:  # without a server of ours nothing answers a link
        return MessageLinks(None, None)
    answer = None
    if facts.kind in _LEADS_TO:
        answer = _address(settings, _LEADS_TO[facts.kind], facts.id, (facts.answer_by or facts.at) + AFTER_THE_ANSWER)
    return MessageLinks(answer, _address(settings, Purpose.STOP, facts.id, facts.at + STOPS_FOR))


def booking_link(settings: Settings, facts: BookingFacts) -> str | None:
    """The link by which whoever booked sees how it stands and gives the place up; None where nothing answers it."""
    if settings.public_url is None or settings.kept_in_sheet:
        return None
    until = max(facts.at, facts.session.starts_at or facts.at) + AFTER_THE_ANSWER
    return _address(settings, Purpose.BOOKING, facts.id, until)


def _address(settings: Settings, purpose: Purpose, message_id: str, expires: datetime) -> str:
    return f"{settings.public_url}{path(purpose, sign(link_keys(settings), purpose, message_id, expires))}"
