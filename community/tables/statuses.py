"""The statuses of each kind of record. `status_machines` says what each means and what may follow it."""

from enum import StrEnum


class RequestStatus(StrEnum):
    """How far a help request has come."""

    NEW = "new"
    NO_ANSWER = "no_answer"
    TRIAGED = "triaged"
    CLOSED = "closed"


class NeedStatus(StrEnum):
    """How far a need has come."""

    OPEN = "open"
    CLOSED = "closed"


class MatchStatus(StrEnum):
    """How far a match has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    COMPLETED = "completed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    STOOD_DOWN = "stood_down"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"


class VolunteerStatus(StrEnum):
    """How far a volunteer has come with us."""

    APPLIED = "applied"
    CHECKING = "checking"
    READY = "ready"
    PAUSED = "paused"
    LEFT = "left"
    DECLINED = "declined"


class VisitStatus(StrEnum):
    """What became of a visit."""

    PLANNED = "planned"
    DONE = "done"
    NOT_IN = "not_in"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


class ListingStatus(StrEnum):
    """Whether something is printed on the site: a signatory, a service, a volunteering role."""

    OFFERED = "offered"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class ConcernStatus(StrEnum):
    """How far a safeguarding concern has come."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    DECIDED = "decided"
    REFERRED = "referred"
    CLOSED = "closed"


class ContactStatus(StrEnum):
    """Whether somebody must come back to a call or letter."""

    OPEN = "open"
    DEALT_WITH = "dealt_with"


class EnquiryStatus(StrEnum):
    """How far somebody has come who asked for a volunteering role."""

    ENQUIRED = "enquired"
    INTRODUCED = "introduced"
    PLACED = "placed"
    ENDED = "ended"


class SessionStatus(StrEnum):
    """How far a session has come."""

    PLANNED = "planned"
    OPEN = "open"
    FULL = "full"
    HELD = "held"
    CANCELLED = "cancelled"


class BookingStatus(StrEnum):
    """What became of a place at a session."""

    BOOKED = "booked"
    WAITING = "waiting"
    CAME = "came"
    ABSENT = "absent"
    CANCELLED = "cancelled"
    PASSED = "passed"


class SubscriberStatus(StrEnum):
    """Whether somebody gets the newsletter."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    LEFT = "left"


class ReferralStatus(StrEnum):
    """How far a referral has come."""

    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


class MessageStatus(StrEnum):
    """How far a message has come on its way."""

    QUEUED = "queued"
    BY_HAND = "by_hand"
    SENT = "sent"
    BOUNCED = "bounced"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"


class ShiftStatus(StrEnum):
    """Whether somebody does a turn on a rota."""

    PLANNED = "planned"
    FILLED = "filled"
    COVERED = "covered"
    MISSED = "missed"
    CANCELLED = "cancelled"


class PaymentStatus(StrEnum):
    """How far a payment has come."""

    NOTED = "noted"
    RECEIPT_SEEN = "receipt_seen"
    SETTLED = "settled"


class LoanStatus(StrEnum):
    """Where a thing is that was lent."""

    OUT = "out"
    BACK = "back"
    LOST = "lost"


class FeedbackStatus(StrEnum):
    """Whether somebody's words are printed."""

    GIVEN = "given"
    MAY_PUBLISH = "may_publish"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ComplaintStatus(StrEnum):
    """How far a complaint or a data request has come."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


class HouseholdStatus(StrEnum):
    """How far we have come with a household on a list."""

    LISTED = "listed"
    TRIED = "tried"
    REACHED = "reached"
    REFUSED = "refused"
    MOVED = "moved"
    JOINED = "joined"


class DoorKeyStatus(StrEnum):
    """Where somebody's key is, or whether the code of their key safe still counts."""

    HELD = "held"
    BACK = "back"
    LOST = "lost"


class AccidentStatus(StrEnum):
    """Whether anything about an accident is still to be done."""

    WRITTEN_DOWN = "written_down"
    CLOSED = "closed"


AnyStatus = (
    RequestStatus
    | NeedStatus
    | MatchStatus
    | VolunteerStatus
    | VisitStatus
    | ListingStatus
    | ConcernStatus
    | ContactStatus
    | EnquiryStatus
    | SessionStatus
    | BookingStatus
    | SubscriberStatus
    | ReferralStatus
    | MessageStatus
    | ShiftStatus
    | PaymentStatus
    | LoanStatus
    | FeedbackStatus
    | ComplaintStatus
    | HouseholdStatus
    | DoorKeyStatus
    | AccidentStatus
)
"""What a record may become: a plain word would hide a slip of the pen."""

LIVE = frozenset({MatchStatus.APPROVED, MatchStatus.OFFERED, MatchStatus.ACCEPTED, MatchStatus.ACTIVE})
"""Statuses of a match that take a place of the need and a share of the volunteer's week."""
GOING_ON = LIVE | {MatchStatus.PROPOSED}
"""Statuses of a match that is not over."""
AGREED = frozenset({MatchStatus.ACCEPTED, MatchStatus.ACTIVE})
"""Statuses in which the volunteer may know who the resident is."""
UNSENT = frozenset({MessageStatus.QUEUED, MessageStatus.BY_HAND})
"""Statuses of a message that has not left."""
GONE = frozenset({VolunteerStatus.LEFT, VolunteerStatus.DECLINED})
"""Statuses of a volunteer who helps nobody any more."""


def plain(words: type[StrEnum]) -> tuple[str, ...]:
    """The codes of a class as plain text, in its order."""
    return tuple(word.value for word in words)
