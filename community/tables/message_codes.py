"""The codes of messages that go out: by which channel, what came of a try to send one, and why."""

from enum import StrEnum


class MessageChannel(StrEnum):
    """How a message goes out."""

    EMAIL = "email"
    TEXT = "text"
    BY_HAND = "by_hand"


class SendOutcome(StrEnum):
    """What came of one try to send a message."""

    SENT = "sent"
    """The next server took it."""
    REFUSED = "refused"
    """It will not be taken, however often it is tried."""
    TRY_LATER = "try_later"
    """Nothing went out, and a later try may succeed."""
    UNKNOWN = "unknown"
    """It may have gone out or not. A person decides; it is never sent again without one."""
    BY_HAND = "by_hand"
    """Nothing was sent: a person passes it on."""


class SendReason(StrEnum):
    """Why a message was not sent, or why that is not known. No reason holds anything about a person."""

    INVENTED_TOWN = "invented_town"
    BAD_ADDRESS = "bad_address"
    BAD_NUMBER = "bad_number"
    NO_SUCH_MAILBOX = "no_such_mailbox"
    MAILBOX_BUSY = "mailbox_busy"
    SENDER_REFUSED = "sender_refused"
    CONTENT_REFUSED = "content_refused"
    UNREACHABLE = "unreachable"
    NOT_ENCRYPTED = "not_encrypted"
    KEY_REFUSED = "key_refused"
    SERVICE_BUSY = "service_busy"
    SERVICE_REFUSED = "service_refused"
    ANSWER_LOST = "answer_lost"
    ANSWER_UNCLEAR = "answer_unclear"


class BounceKind(StrEnum):
    """What a returned email says of the address."""

    HARD = "hard"
    """Nothing ever arrives there."""
    SOFT = "soft"
    """It did not arrive this time: the mailbox is full, or the server away."""
