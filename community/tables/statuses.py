"""The status of every record, by its kind. What each means, and what may follow it, stand in `status_machines`."""

from enum import StrEnum


class RequestStatus(StrEnum):
    """Where a request for help stands."""

    NEW = "new"
    NO_ANSWER = "no_answer"
    TRIAGED = "triaged"
    CLOSED = "closed"


class NeedStatus(StrEnum):
    """Where one piece of help stands."""

    OPEN = "open"
    CLOSED = "closed"


class MatchStatus(StrEnum):
    """How far the two of a match have come."""

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
    """Where a volunteer stands with us."""

    APPLIED = "applied"
    CHECKING = "checking"
    READY = "ready"
    PAUSED = "paused"
    LEFT = "left"
    DECLINED = "declined"


class VisitStatus(StrEnum):
    """What became of one time of help."""

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
