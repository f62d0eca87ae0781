"""The email that passes somebody on to a service: the words that were read before, and the address it goes to."""

from dataclasses import dataclass, field

from community.book import Reader
from community.casework.casework_errors import NotFound, NotNow
from community.casework.permissions import user_can
from community.casework.referral_kept import referral_told
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.identity import certain_email
from community.tables.message_codes import MessageKind
from community.tables.row_types import MessageRow, ServiceRow
from community.tables.statuses import MessageStatus
from community.tables.verbs import Verb


@dataclass(frozen=True)
class ReferralFacts:
    """What the service is told, word for word."""

    words: str = field(repr=False)


def referral_message_of(context: WorkContext, message_id: str) -> ReferralFacts | None:
    """The facts of this message, if it passes somebody on; None for any other.

    Raises NotFound, and NotNow where it is not to be sent any more.
    """
    with looking(context) as visible:
        message = visible.reader.get(MessageRow, message_id)
        if message is None or not (user_can(context.user, Verb.SEND_MESSAGE) or visible.sees(message)):
            raise NotFound("There is no such message, or it belongs to another hub.")
        if message.kind != MessageKind.REFERRAL:
            return None
        words = referral_told(visible.reader, message.about)
        if words is None or message.status == MessageStatus.WITHDRAWN:
            raise NotNow("This is over, so it is not to be sent any more.")
        return ReferralFacts(words)


def referral_email(service: ServiceRow | None) -> str | None:
    """The address that a referral to this service goes to; None where none is certain."""
    return certain_email(service.public_email) or certain_email(service.email) if service is not None else None


def referral_goes_to(reader: Reader, message: MessageRow) -> str | None:
    """The address that the message goes to; None where none is certain."""
    return referral_email(reader.get(ServiceRow, message.to_whom))
