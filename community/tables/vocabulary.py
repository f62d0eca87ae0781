"""The words that columns may hold: slots, urgencies, DBS levels, statuses.

A code that something is decided by is a member of a class; what a list of words is shown, asked or checked by is a
tuple of plain text.
"""

from enum import StrEnum

from community.tables.statuses import (
    ConcernStatus,
    ContactStatus,
    MatchStatus,
    NeedStatus,
    OrganisationStatus,
    RequestStatus,
    VisitStatus,
    VolunteerStatus,
)


class Urgency(StrEnum):
    """How soon help is wanted, the least urgent first."""

    WHENEVER = "whenever"
    THIS_WEEK = "this_week"
    TWO_DAYS = "two_days"
    TODAY = "today"


class YesNo(StrEnum):
    """An answer to a question that has two."""

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


class ConcernRoute(StrEnum):
    """Where a concern goes: two ways apart."""

    ADULTS = "adults"
    CHILDREN = "children"


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


def plain(words: type[StrEnum]) -> tuple[str, ...]:
    """The codes of a class as plain text, in its order."""
    return tuple(word.value for word in words)


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = ("morning", "afternoon", "evening")
SLOTS = tuple(f"{day}_{part}" for day in DAYS for part in PARTS)
URGENCIES = plain(Urgency)
DBS_LEVELS = ("none", "basic", "standard", "enhanced", "enhanced_barred")
REACH_BY = ("telephone", "text", "email", "letter")
TRAVEL = ("walk", "cycle", "bus", "car")
YES_NO = plain(YesNo)
AGREES = ("yes", "no", "unable")
SPEAKS_FOR = ("attorney", "deputy", "nobody")
RECURS = plain(Recurs)

VOLUNTEER = plain(VolunteerStatus)
HELP_REQUEST = plain(RequestStatus)
NEED = plain(NeedStatus)
NEED_CLOSED = plain(ClosedReason)
MATCH = plain(MatchStatus)
VISIT = plain(VisitStatus)
ORGANISATION = plain(OrganisationStatus)
CONTACT = plain(ContactStatus)
CONCERN = plain(ConcernStatus)
CONCERN_ROUTES = plain(ConcernRoute)
WAYS = plain(ContactWay)
DIRECTIONS = plain(Direction)
OUTCOMES = plain(ContactOutcome)
PUT_OFF = (
    *("contact_open", "cover_over", "not_rung", "resident_to_tell", "was_it_done", "check_missing", "check_due"),
    *("pair_check", "volunteer_new", "organisation", "carries_many", "unused"),
)
"""Kinds of lines of Today that somebody may take off until a day, with a word of why; others have a step of their own."""
