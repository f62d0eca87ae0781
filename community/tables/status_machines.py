"""Status machines: what each status of each kind of record means, who acts next, and what may follow."""

from community.tables.status_model import Status, StatusMachine
from community.tables.statuses import (
    GOING_ON,
    GONE,
    AccidentStatus,
    BookingStatus,
    ComplaintStatus,
    ConcernStatus,
    ContactStatus,
    DoorKeyStatus,
    EnquiryStatus,
    FeedbackStatus,
    HouseholdStatus,
    ListingStatus,
    LoanStatus,
    MatchStatus,
    MessageStatus,
    NeedStatus,
    PaymentStatus,
    ReferralStatus,
    RequestStatus,
    SessionStatus,
    ShiftStatus,
    SubscriberStatus,
    VisitStatus,
    VolunteerStatus,
)


def _listing(table: str, offered: str, approved: str) -> StatusMachine:
    """What stands on the public site once the director approves it, in these words for its first two statuses."""
    statuses: dict[str, Status] = {
        ListingStatus.OFFERED: Status(offered, "director", (ListingStatus.APPROVED, ListingStatus.WITHDRAWN), ListingStatus.APPROVED),
        ListingStatus.APPROVED: Status(approved, "nobody", (ListingStatus.WITHDRAWN,)),
        ListingStatus.WITHDRAWN: Status("no longer printed", "nobody", (ListingStatus.APPROVED,)),
    }
    ends, lasting = frozenset({ListingStatus.WITHDRAWN}), frozenset({ListingStatus.APPROVED})
    return StatusMachine(table, (ListingStatus.OFFERED,), ends, statuses, lasting)


_OVER = (MatchStatus.COMPLETED, MatchStatus.CANCELLED)
MACHINES: dict[str, StatusMachine] = {m.table: m for m in (
    StatusMachine(
        "help_requests",
        (RequestStatus.NEW,),
        frozenset({RequestStatus.CLOSED}),
        {
            RequestStatus.NEW: Status("nobody has answered it yet", "hub", (RequestStatus.NO_ANSWER, RequestStatus.TRIAGED, RequestStatus.CLOSED)),
            RequestStatus.NO_ANSWER: Status("somebody tried and reached nobody", "hub", (RequestStatus.TRIAGED, RequestStatus.CLOSED)),
            RequestStatus.TRIAGED: Status("its needs are known", "coordinator", (RequestStatus.CLOSED,)),
            RequestStatus.CLOSED: Status("nothing more to do", "nobody", (RequestStatus.TRIAGED,)),
        },
    ),
    StatusMachine(
        "needs",
        (NeedStatus.OPEN,),
        frozenset({NeedStatus.CLOSED}),
        {
            NeedStatus.OPEN: Status("help is wanted or under way", "coordinator", (NeedStatus.CLOSED,)),
            NeedStatus.CLOSED: Status("over, with a reason", "nobody", (NeedStatus.OPEN,)),
        },
    ),
    StatusMachine(
        "matches",
        (MatchStatus.PROPOSED, MatchStatus.APPROVED),
        frozenset(MatchStatus) - GOING_ON,
        {
            MatchStatus.PROPOSED: Status("the matching suggests it", "coordinator", (MatchStatus.APPROVED, MatchStatus.DECLINED, MatchStatus.SUPERSEDED, MatchStatus.CANCELLED)),
            MatchStatus.APPROVED: Status("a coordinator chose it; ring the volunteer", "hub", (MatchStatus.OFFERED, MatchStatus.ACCEPTED, MatchStatus.DECLINED, MatchStatus.STOOD_DOWN, MatchStatus.CANCELLED)),
            MatchStatus.OFFERED: Status("the volunteer was asked", "volunteer", (MatchStatus.ACCEPTED, MatchStatus.DECLINED, MatchStatus.LAPSED, MatchStatus.STOOD_DOWN, MatchStatus.CANCELLED)),
            MatchStatus.ACCEPTED: Status("the volunteer said yes; tell the resident", "hub", (MatchStatus.ACTIVE, *_OVER)),
            MatchStatus.ACTIVE: Status("the resident knows who comes", "volunteer", (MatchStatus.ACCEPTED, *_OVER)),
            MatchStatus.COMPLETED: Status("the help was given", "nobody"),
            MatchStatus.DECLINED: Status("somebody said no", "nobody"),
            MatchStatus.LAPSED: Status("no answer in time", "nobody"),
            MatchStatus.STOOD_DOWN: Status("another was faster", "nobody"),
            MatchStatus.SUPERSEDED: Status("another proposal took its place", "nobody"),
            MatchStatus.CANCELLED: Status("called off", "nobody"),
        },
    ),
    StatusMachine(
        "volunteers",
        (VolunteerStatus.APPLIED,),
        GONE,
        {
            VolunteerStatus.APPLIED: Status("wrote to us; say hello", "coordinator", (VolunteerStatus.CHECKING, VolunteerStatus.READY, VolunteerStatus.LEFT, VolunteerStatus.DECLINED), VolunteerStatus.CHECKING),
            VolunteerStatus.CHECKING: Status("checks and induction are under way", "coordinator", (VolunteerStatus.READY, VolunteerStatus.PAUSED, VolunteerStatus.LEFT, VolunteerStatus.DECLINED), VolunteerStatus.READY),
            VolunteerStatus.READY: Status("may be asked", "machine", (VolunteerStatus.CHECKING, VolunteerStatus.PAUSED, VolunteerStatus.LEFT)),
            VolunteerStatus.PAUSED: Status("wants a rest", "volunteer", (VolunteerStatus.CHECKING, VolunteerStatus.READY, VolunteerStatus.LEFT), VolunteerStatus.READY),
            VolunteerStatus.LEFT: Status("helps no more", "nobody", (VolunteerStatus.CHECKING,)),
            VolunteerStatus.DECLINED: Status("we said no", "nobody", (VolunteerStatus.CHECKING,)),
        },
    ),
    StatusMachine(
        "visits",
        tuple(VisitStatus),
        frozenset(VisitStatus) - {VisitStatus.PLANNED},
        {
            VisitStatus.PLANNED: Status("agreed for a day", "volunteer", (VisitStatus.DONE, VisitStatus.NOT_IN, VisitStatus.NO_SHOW, VisitStatus.CANCELLED)),
            VisitStatus.DONE: Status("help was given", "nobody"),
            VisitStatus.NOT_IN: Status("the resident was not in", "hub", (VisitStatus.DONE,)),
            VisitStatus.NO_SHOW: Status("the volunteer did not come", "hub"),
            VisitStatus.CANCELLED: Status("called off", "nobody", tuple(s for s in VisitStatus if s is not VisitStatus.CANCELLED)),
        },
    ),
    _listing("organisations", "signed; not printed yet", "printed on the site"),
    StatusMachine(
        "concerns",
        (ConcernStatus.RAISED,),
        frozenset({ConcernStatus.CLOSED}),
        {
            ConcernStatus.RAISED: Status("somebody is worried; reply in the time that the settings say", "lead", (ConcernStatus.ACKNOWLEDGED,)),
            ConcernStatus.ACKNOWLEDGED: Status("a person has it; decide the same day", "lead", (ConcernStatus.DECIDED,)),
            ConcernStatus.DECIDED: Status("what is done, and why, is written down", "lead", (ConcernStatus.REFERRED, ConcernStatus.CLOSED)),
            ConcernStatus.REFERRED: Status("passed to those who can protect", "lead", (ConcernStatus.CLOSED,)),
            ConcernStatus.CLOSED: Status("nothing more to do here", "nobody"),
        },
    ),
    StatusMachine(
        "contacts",
        (ContactStatus.OPEN, ContactStatus.DEALT_WITH),
        frozenset({ContactStatus.DEALT_WITH}),
        {
            ContactStatus.OPEN: Status("somebody must come back to it", "hub", (ContactStatus.DEALT_WITH,)),
            ContactStatus.DEALT_WITH: Status("nothing more to do", "nobody", (ContactStatus.OPEN,)),
        },
    ),
    _listing("services", "told to us; not printed yet", "printed in the directory"),
    _listing("opportunities", "told to us; not printed yet", "printed on the site"),
    StatusMachine(
        "enquiries",
        (EnquiryStatus.ENQUIRED,),
        frozenset({EnquiryStatus.ENDED}),
        {
            EnquiryStatus.ENQUIRED: Status("asked for a role", "coordinator", (EnquiryStatus.INTRODUCED, EnquiryStatus.ENDED), EnquiryStatus.INTRODUCED),
            EnquiryStatus.INTRODUCED: Status("we brought the two together", "coordinator", (EnquiryStatus.PLACED, EnquiryStatus.ENDED), EnquiryStatus.PLACED),
            EnquiryStatus.PLACED: Status("began there", "nobody", (EnquiryStatus.ENDED,)),
            EnquiryStatus.ENDED: Status("over", "nobody", (EnquiryStatus.ENQUIRED,)),
        },
    ),
    StatusMachine(
        "sessions",
        (SessionStatus.PLANNED, SessionStatus.OPEN),
        frozenset({SessionStatus.HELD, SessionStatus.CANCELLED}),
        {
            SessionStatus.PLANNED: Status("not announced yet", "director", (SessionStatus.OPEN, SessionStatus.CANCELLED), SessionStatus.OPEN),
            SessionStatus.OPEN: Status("may be booked", "nobody", (SessionStatus.FULL, SessionStatus.HELD, SessionStatus.CANCELLED)),
            SessionStatus.FULL: Status("every place is taken; others wait", "nobody", (SessionStatus.OPEN, SessionStatus.HELD, SessionStatus.CANCELLED)),
            SessionStatus.HELD: Status("took place", "nobody"),
            SessionStatus.CANCELLED: Status("called off", "nobody"),
        },
    ),
    StatusMachine(
        "bookings",
        (BookingStatus.BOOKED, BookingStatus.WAITING),
        frozenset({BookingStatus.ABSENT, BookingStatus.CANCELLED, BookingStatus.CAME, BookingStatus.PASSED}),
        {
            BookingStatus.BOOKED: Status("has a place", "coordinator", (BookingStatus.CAME, BookingStatus.PASSED, BookingStatus.ABSENT, BookingStatus.CANCELLED)),
            BookingStatus.WAITING: Status("waits for a place", "coordinator", (BookingStatus.BOOKED, BookingStatus.CANCELLED)),
            BookingStatus.CAME: Status("was there", "nobody", (BookingStatus.PASSED,)),
            BookingStatus.ABSENT: Status("did not come", "nobody"),
            BookingStatus.CANCELLED: Status("called off", "nobody"),
            BookingStatus.PASSED: Status("was there, and passed", "nobody"),
        },
    ),
    StatusMachine(
        "subscribers",
        (SubscriberStatus.ASKED,),
        frozenset({SubscriberStatus.LEFT}),
        {
            SubscriberStatus.ASKED: Status("asked for it; the address is not confirmed", "nobody", (SubscriberStatus.CONFIRMED, SubscriberStatus.LEFT)),
            SubscriberStatus.CONFIRMED: Status("gets the newsletter", "nobody", (SubscriberStatus.LEFT,)),
            SubscriberStatus.LEFT: Status("wants no more", "nobody"),
        },
        frozenset({SubscriberStatus.CONFIRMED}),
    ),
    StatusMachine(
        "messages",
        (MessageStatus.QUEUED, MessageStatus.BY_HAND),
        frozenset({MessageStatus.SENT, MessageStatus.BOUNCED, MessageStatus.WITHDRAWN}),
        {
            MessageStatus.QUEUED: Status("goes by itself", "machine", (MessageStatus.BY_HAND, MessageStatus.SENT, MessageStatus.BOUNCED, MessageStatus.UNKNOWN, MessageStatus.WITHDRAWN)),
            MessageStatus.BY_HAND: Status("somebody sends it, says it or prints it", "hub", (MessageStatus.SENT, MessageStatus.WITHDRAWN)),
            MessageStatus.SENT: Status("went", "nobody", (MessageStatus.BOUNCED, MessageStatus.WITHDRAWN)),
            MessageStatus.BOUNCED: Status("did not arrive: ring them", "hub"),
            MessageStatus.UNKNOWN: Status("nobody knows whether it went: ask them, or send it again", "hub", (MessageStatus.QUEUED, MessageStatus.BY_HAND, MessageStatus.SENT, MessageStatus.BOUNCED, MessageStatus.WITHDRAWN)),
            MessageStatus.WITHDRAWN: Status("is not sent any more, or was taken back after it had gone", "nobody"),
        },
    ),
    StatusMachine(
        "feedback",
        (FeedbackStatus.GIVEN,),
        frozenset({FeedbackStatus.WITHDRAWN}),
        {
            FeedbackStatus.GIVEN: Status("read it", "coordinator", (FeedbackStatus.MAY_PUBLISH, FeedbackStatus.WITHDRAWN)),
            FeedbackStatus.MAY_PUBLISH: Status("they agree that it is printed", "director", (FeedbackStatus.PUBLISHED, FeedbackStatus.WITHDRAWN)),
            FeedbackStatus.PUBLISHED: Status("printed on the site", "nobody", (FeedbackStatus.WITHDRAWN,)),
            FeedbackStatus.WITHDRAWN: Status("not printed any more", "nobody"),
        },
        frozenset({FeedbackStatus.PUBLISHED}),
    ),
    StatusMachine(
        "complaints",
        (ComplaintStatus.RECEIVED,),
        frozenset({ComplaintStatus.CLOSED}),
        {
            ComplaintStatus.RECEIVED: Status("say that we have it", "director", (ComplaintStatus.ACKNOWLEDGED,), ComplaintStatus.ACKNOWLEDGED),
            ComplaintStatus.ACKNOWLEDGED: Status("they know that we have it; answer it", "director", (ComplaintStatus.CLOSED,)),
            ComplaintStatus.CLOSED: Status("answered", "nobody", (ComplaintStatus.ACKNOWLEDGED,)),
        },
        frozenset({ComplaintStatus.RECEIVED, ComplaintStatus.ACKNOWLEDGED}),
    ),
    StatusMachine(
        "referrals",
        (ReferralStatus.SENT, ReferralStatus.ACKNOWLEDGED),
        frozenset({ReferralStatus.CLOSED}),
        {
            ReferralStatus.SENT: Status("passed on; nobody has answered", "coordinator", (ReferralStatus.ACKNOWLEDGED, ReferralStatus.CLOSED), ReferralStatus.ACKNOWLEDGED),
            ReferralStatus.ACKNOWLEDGED: Status("somebody has taken it up", "coordinator", (ReferralStatus.CLOSED,)),
            ReferralStatus.CLOSED: Status("over, with an outcome", "nobody"),
        },
    ),
    StatusMachine(
        "shifts",
        (ShiftStatus.PLANNED, ShiftStatus.FILLED),
        frozenset({ShiftStatus.MISSED, ShiftStatus.CANCELLED}),
        {
            ShiftStatus.PLANNED: Status("nobody has it yet", "coordinator", (ShiftStatus.FILLED, ShiftStatus.MISSED, ShiftStatus.CANCELLED)),
            ShiftStatus.FILLED: Status("somebody has it", "volunteer", (ShiftStatus.PLANNED, ShiftStatus.COVERED, ShiftStatus.MISSED, ShiftStatus.CANCELLED)),
            ShiftStatus.COVERED: Status("somebody stands in", "volunteer", (ShiftStatus.FILLED, ShiftStatus.MISSED, ShiftStatus.CANCELLED)),
            ShiftStatus.MISSED: Status("nobody came", "coordinator"),
            ShiftStatus.CANCELLED: Status("called off", "nobody"),
        },
    ),
    StatusMachine(
        "payments",
        (PaymentStatus.NOTED,),
        frozenset({PaymentStatus.SETTLED}),
        {
            PaymentStatus.NOTED: Status("somebody is out of pocket", "coordinator", (PaymentStatus.RECEIPT_SEEN, PaymentStatus.SETTLED), PaymentStatus.RECEIPT_SEEN),
            PaymentStatus.RECEIPT_SEEN: Status("the receipt was seen; pay it back", "director", (PaymentStatus.SETTLED,), PaymentStatus.SETTLED),
            PaymentStatus.SETTLED: Status("paid back", "nobody"),
        },
    ),
    StatusMachine(
        "loans",
        (LoanStatus.OUT,),
        frozenset({LoanStatus.BACK, LoanStatus.LOST}),
        {
            LoanStatus.OUT: Status("with the resident", "hub", (LoanStatus.BACK, LoanStatus.LOST)),
            LoanStatus.BACK: Status("came back", "nobody"),
            LoanStatus.LOST: Status("does not come back", "nobody", (LoanStatus.BACK,)),
        },
        frozenset({LoanStatus.OUT}),
    ),
    StatusMachine(
        "households",
        (HouseholdStatus.LISTED,),
        frozenset({HouseholdStatus.REFUSED, HouseholdStatus.MOVED, HouseholdStatus.JOINED}),
        {
            HouseholdStatus.LISTED: Status("nobody has tried yet", "hub", (HouseholdStatus.TRIED, HouseholdStatus.REACHED, HouseholdStatus.REFUSED, HouseholdStatus.MOVED, HouseholdStatus.JOINED)),
            HouseholdStatus.TRIED: Status("somebody tried and reached nobody", "hub", (HouseholdStatus.REACHED, HouseholdStatus.REFUSED, HouseholdStatus.MOVED, HouseholdStatus.JOINED)),
            HouseholdStatus.REACHED: Status("somebody spoke to them", "hub", (HouseholdStatus.REFUSED, HouseholdStatus.MOVED, HouseholdStatus.JOINED)),
            HouseholdStatus.REFUSED: Status("wants nothing from us, and is never rung again", "nobody"),
            HouseholdStatus.MOVED: Status("does not live there any more", "nobody"),
            HouseholdStatus.JOINED: Status("asked for help, or offers it, or was known already", "nobody"),
        },
    ),
    StatusMachine(
        "door_keys",
        (DoorKeyStatus.HELD,),
        frozenset({DoorKeyStatus.BACK, DoorKeyStatus.LOST}),
        {
            DoorKeyStatus.HELD: Status("we have it, or know it", "hub", (DoorKeyStatus.BACK, DoorKeyStatus.LOST)),
            DoorKeyStatus.BACK: Status("given back, or the code was changed", "nobody"),
            DoorKeyStatus.LOST: Status("nobody knows where it is", "coordinator", (DoorKeyStatus.BACK,)),
        },
        frozenset({DoorKeyStatus.HELD}),
    ),
    StatusMachine(
        "accidents",
        (AccidentStatus.WRITTEN_DOWN,),
        frozenset({AccidentStatus.CLOSED}),
        {
            AccidentStatus.WRITTEN_DOWN: Status("something is still to be done about it, or claimed", "coordinator", (AccidentStatus.CLOSED,)),
            AccidentStatus.CLOSED: Status("over; kept for as long as somebody may claim", "nobody", (AccidentStatus.WRITTEN_DOWN,)),
        },
        frozenset({AccidentStatus.WRITTEN_DOWN}),
    ),
)}


def may_follow(table: str, was: str, now: str) -> bool:
    """Whether a record of this table may go from one status straight to the other."""
    return now in MACHINES[table].statuses[was].next
