"""The codes of messages: what they say, how they go, what came of it, and what people say back."""

from enum import StrEnum

from community.tables.statuses import ComplaintStatus, FeedbackStatus, MessageStatus, SubscriberStatus, plain


class MessageKind(StrEnum):
    """What a message says."""

    OFFER = "offer"
    OFFER_WITHDRAWN = "offer_withdrawn"
    WHO_COMES = "who_comes"
    NOBODY_COMES = "nobody_comes"
    TAKEN_BACK = "taken_back"
    NOT_THIS_DAY = "not_this_day"
    RESIDENT_KNOWS = "resident_knows"
    CALLED_OFF = "called_off"
    VISIT_OFF = "visit_off"
    HOW_WAS_IT = "how_was_it"
    RESIDENTS_VOICE = "residents_voice"
    RECEIPT = "receipt"
    BOOKING = "booking"
    SESSION_OFF = "session_off"
    REFERRAL = "referral"
    CIRCULAR = "circular"
    CONFIRM = "confirm"
    NEWSLETTER = "newsletter"


class OfferAnswer(StrEnum):
    """What a volunteer answers who was asked."""

    YES = "yes"
    NO = "no"
    REST = "rest"
    """Not this time, and not for a while."""


class ResidentAnswer(StrEnum):
    """What a resident answers who was told who comes."""

    FINE = "fine"
    ANOTHER_DAY = "another_day"
    NOT_THEN = "not_then"
    """Not on the next day alone; the help goes on."""
    SOMEBODY_ELSE = "somebody_else"
    NOT_NEEDED = "not_needed"


class ReadKind(StrEnum):
    """What was looked at, or tried, that is written down each time."""

    DETAILS = "details"
    """Name, number and address were shown."""
    WRONG_PROOF = "wrong_proof"
    """Somebody could not prove that they are the volunteer."""
    KEY_CODE = "key_code"
    """Somebody who works here looked at the code of a key safe."""


class MessageChannel(StrEnum):
    """By what a message leaves."""

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


class MailboxTrouble(StrEnum):
    """Why the mailbox to which undelivered emails return can't be read."""

    UNREACHABLE = "unreachable"
    NOT_ENCRYPTED = "not_encrypted"
    LOGIN_REFUSED = "login_refused"
    NO_FOLDER = "no_folder"
    READ_ONLY = "read_only"
    UNCLEAR = "unclear"


class BounceKind(StrEnum):
    """What a returned email says of the address."""

    HARD = "hard"
    """Nothing ever arrives there."""
    SOFT = "soft"
    """It did not arrive this time: the mailbox is full, or the server away."""


class SafeWay(StrEnum):
    """A way to be in touch with somebody that may not be safe for them."""

    RING = "ring"
    LEAVE_MESSAGE = "leave_message"
    TEXT = "text"
    POST = "post"
    EMAIL = "email"


class MayPublish(StrEnum):
    """What somebody agrees to who said something about the help."""

    NO = "no"
    WITHOUT_NAME = "without_name"
    WITH_FIRST_NAME = "with_first_name"


class ComplaintKind(StrEnum):
    """What somebody brings to us."""

    COMPLAINT = "complaint"
    DATA_REQUEST = "data_request"
    """They want a copy of what we keep."""
    DATA_CORRECTION = "data_correction"
    DATA_ERASURE = "data_erasure"
    DATA_OBJECTION = "data_objection"


DATA_REQUESTS = frozenset(ComplaintKind) - {ComplaintKind.COMPLAINT}
"""What the law on data gives a month for."""
MESSAGE = plain(MessageStatus)
MESSAGE_KINDS = plain(MessageKind)
SEND_REASONS = plain(SendReason)
SAFE_WAYS = plain(SafeWay)
SUBSCRIBER = plain(SubscriberStatus)
FEEDBACK_STATUSES = plain(FeedbackStatus)
MAY_PUBLISH = plain(MayPublish)
COMPLAINT = plain(ComplaintStatus)
COMPLAINT_KINDS = plain(ComplaintKind)
