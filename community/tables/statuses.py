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


class OrganisationStatus(StrEnum):
    """Whether a signatory is printed on the site."""

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


AnyStatus = (
    RequestStatus
    | NeedStatus
    | MatchStatus
    | VolunteerStatus
    | VisitStatus
    | OrganisationStatus
    | ConcernStatus
    | ContactStatus
)
"""What a record may become: a plain word would hide a slip of the pen."""

LIVE = frozenset({MatchStatus.APPROVED, MatchStatus.OFFERED, MatchStatus.ACCEPTED, MatchStatus.ACTIVE})
"""Statuses of a match that take a place of the need and a share of the volunteer's week."""
GOING_ON = LIVE | {MatchStatus.PROPOSED}
"""Statuses of a match that is not over."""
AGREED = frozenset({MatchStatus.ACCEPTED, MatchStatus.ACTIVE})
"""Statuses in which the volunteer may know who the resident is."""
GONE = frozenset({VolunteerStatus.LEFT, VolunteerStatus.DECLINED})
"""Statuses of a volunteer who helps nobody any more."""
