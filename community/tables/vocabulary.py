"""The words that columns may hold: slots, urgencies, DBS levels, statuses.

A code that decides something is a member of a class. A list of words that is shown, asked or checked is a tuple of
plain text.
"""

from enum import StrEnum

from community.tables.statuses import (
    ConcernStatus,
    ContactStatus,
    ListingStatus,
    MatchStatus,
    NeedStatus,
    RequestStatus,
    VisitStatus,
    VolunteerStatus,
    plain,
)


class Urgency(StrEnum):
    """How soon help is wanted, the least urgent first."""

    WHENEVER = "whenever"
    THIS_WEEK = "this_week"
    TWO_DAYS = "two_days"
    TODAY = "today"


class YesNo(StrEnum):
    """An answer to a yes-or-no question."""

    YES = "yes"
    NO = "no"


class Recurs(StrEnum):
    """How often a need comes."""

    ONCE = "once"
    WEEKLY = "weekly"


class ClosedReason(StrEnum):
    """Why a request or a need was closed."""

    DONE = "done"
    DONE_BY_OTHERS = "done_by_others"
    NOT_WANTED = "not_wanted"
    OUT_OF_AREA = "out_of_area"
    REFERRED_ON = "referred_on"
    DUPLICATE = "duplicate"
    UNABLE = "unable"
    NO_LONGER_HERE = "no_longer_here"
    """They have died or moved away: `died_on` and `moved_on` of the resident say which."""


class ConcernRoute(StrEnum):
    """Where a concern goes: two separate routes."""

    ADULTS = "adults"
    CHILDREN = "children"


class ConcernStepKind(StrEnum):
    """What was done about a concern. A step leads to each of its statuses; a note changes none."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    DECIDED = "decided"
    REFERRED = "referred"
    CLOSED = "closed"
    NOTE = "note"


class ContactWay(StrEnum):
    """How somebody was in touch."""

    TELEPHONE = "telephone"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"
    SHEET = "sheet"


class Direction(StrEnum):
    """Who got in touch: they with us, or we with them."""

    IN = "in"
    OUT = "out"


class ContactOutcome(StrEnum):
    """What came of a call, letter or message."""

    YES = "yes"
    NO = "no"
    NO_ANSWER = "no_answer"
    TOLD = "told"
    NOTE = "note"


class CheckKind(StrEnum):
    """What was seen of a volunteer: a check, a signature, a driver's paper."""

    DBS = "dbs"
    REFERENCE = "reference"
    IDENTITY = "identity"
    CONDUCT = "conduct"
    LICENCE = "licence"
    INSURER = "insurer"
    MOT = "mot"


class DbsLevel(StrEnum):
    """How much a DBS check looks into, the least first."""

    NONE = "none"
    BASIC = "basic"
    STANDARD = "standard"
    ENHANCED = "enhanced"
    ENHANCED_BARRED = "enhanced_barred"


class Channel(StrEnum):
    """How a request came."""

    WEB = "web"
    TELEPHONE = "telephone"
    SHEET = "sheet"
    GOOGLE_FORM = "google_form"
    VOICEMAIL = "voicemail"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    IN_PERSON = "in_person"


class ReachBy(StrEnum):
    """How somebody likes to be reached."""

    TELEPHONE = "telephone"
    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"


REACHED_AT: dict[str, ReachBy] = {"email": ReachBy.EMAIL, "telephone": ReachBy.TEXT}
"""By the column that is put right, the way in which messages may reach its person again."""


class Travel(StrEnum):
    """How a volunteer gets about."""

    WALK = "walk"
    CYCLE = "cycle"
    BUS = "bus"
    CAR = "car"


class ForWhom(StrEnum):
    """Whether people ask for themselves or for somebody else."""

    MYSELF = "myself"
    SOMEBODY_ELSE = "somebody_else"


class Agrees(StrEnum):
    """Whether a resident agrees that somebody asks for them."""

    YES = "yes"
    NO = "no"
    UNABLE = "unable"


class SpeaksFor(StrEnum):
    """The authority by which somebody decides for a resident."""

    ATTORNEY = "attorney"
    DEPUTY = "deputy"
    NOBODY = "nobody"


class LineKind(StrEnum):
    """Why a line is on Today."""

    CRISIS = "crisis"
    PAST_PROMISE = "past_promise"
    NEW_REQUEST = "new_request"
    NO_ANSWER_AGAIN = "no_answer_again"
    FLAGGED = "flagged"
    HOLD_ENDED = "hold_ended"
    NO_HUB = "no_hub"
    HUB_NEED = "hub_need"
    PROMISED = "promised"
    COVER_OVER = "cover_over"
    CARRIES_MANY = "carries_many"
    UNMATCHED = "unmatched"
    PROPOSAL = "proposal"
    NOT_RUNG = "not_rung"
    MESSAGE_BY_HAND = "message_by_hand"
    MESSAGE_UNSURE = "message_unsure"
    MESSAGE_BACK = "message_back"
    OFFER_UNANSWERED = "offer_unanswered"
    UNREACHED = "unreached"
    RESIDENT_TO_TELL = "resident_to_tell"
    VOLUNTEER_TO_TELL = "volunteer_to_tell"
    WAS_IT_DONE = "was_it_done"
    CHECK_MISSING = "check_missing"
    CHECK_DUE = "check_due"
    PAIR_CHECK = "pair_check"
    CONTACT_OPEN = "contact_open"
    TELL_THEM = "tell_them"
    CONFLICT = "conflict"
    SHEET_NOTE = "sheet_note"
    VOLUNTEER_NEW = "volunteer_new"
    ORGANISATION = "organisation"
    SERVICE = "service"
    SERVICE_DUE = "service_due"
    ROLE = "role"
    ENQUIRY = "enquiry"
    COMPLAINT = "complaint"
    COMPLAINT_DUE = "complaint_due"
    SESSION_OVER = "session_over"
    SESSION_SOON = "session_soon"
    BOOKED_TWICE = "booked_twice"
    REFERRAL_DUE = "referral_due"
    REFERRER_DUE = "referrer_due"
    HUB_HANDS_OVER = "hub_hands_over"
    UNUSED = "unused"
    MONEY_OPEN = "money_open"


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = ("morning", "afternoon", "evening")
SLOTS = tuple(f"{day}_{part}" for day in DAYS for part in PARTS)
URGENCIES = plain(Urgency)
DBS_LEVELS = plain(DbsLevel)
REACH_BY = plain(ReachBy)
TRAVEL = plain(Travel)
YES_NO = plain(YesNo)
AGREES = plain(Agrees)
SPEAKS_FOR = plain(SpeaksFor)
FOR_WHOM = plain(ForWhom)
CHANNELS = plain(Channel)
CHECK_KINDS = plain(CheckKind)
RECURS = plain(Recurs)

VOLUNTEER = plain(VolunteerStatus)
HELP_REQUEST = plain(RequestStatus)
NEED = plain(NeedStatus)
NEED_CLOSED = plain(ClosedReason)
MATCH = plain(MatchStatus)
VISIT = plain(VisitStatus)
LISTING = plain(ListingStatus)
CONTACT = plain(ContactStatus)
CONCERN = plain(ConcernStatus)
CONCERN_ROUTES = plain(ConcernRoute)
WAYS = plain(ContactWay)
DIRECTIONS = plain(Direction)
OUTCOMES = plain(ContactOutcome)
PUT_OFF = tuple(
    kind.value
    for kind in (
        LineKind.CONTACT_OPEN,
        LineKind.COVER_OVER,
        LineKind.NOT_RUNG,
        LineKind.OFFER_UNANSWERED,
        LineKind.UNREACHED,
        LineKind.REFERRAL_DUE,
        LineKind.REFERRER_DUE,
        LineKind.RESIDENT_TO_TELL,
        LineKind.VOLUNTEER_TO_TELL,
        LineKind.WAS_IT_DONE,
        LineKind.CHECK_MISSING,
        LineKind.CHECK_DUE,
        LineKind.PAIR_CHECK,
        LineKind.VOLUNTEER_NEW,
        LineKind.ORGANISATION,
        LineKind.SERVICE,
        LineKind.SERVICE_DUE,
        LineKind.ROLE,
        LineKind.ENQUIRY,
        LineKind.CARRIES_MANY,
        LineKind.UNUSED,
    )
)
"""Kinds of lines of Today that somebody may take off until a day, with a word of why; others have a step of their own."""
TAKES_OFF = (*PUT_OFF, LineKind.TELL_THEM.value)
"""The same, with calls that are planned for a day to come: nobody takes them off, but they come on that day only."""
