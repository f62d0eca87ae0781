"""The actions of training, for the registry of all actions: sessions, places at them, and modules."""

from community.casework.action_spec import ActionSpec
from community.tables.roles import DIRECTOR, EVERYONE, Role
from community.tables.statuses import BookingStatus, SessionStatus
from community.tables.verbs import Verb

_TO_COME = frozenset({SessionStatus.PLANNED, SessionStatus.OPEN, SessionStatus.FULL})
_BOOKABLE = frozenset({SessionStatus.OPEN, SessionStatus.FULL})
_COMING = frozenset({BookingStatus.BOOKED, BookingStatus.WAITING})

TRAINING_ACTIONS = (
    ActionSpec(Verb.PLAN_SESSION, DIRECTOR, "Planned. Announce it to open it for booking", changes_board=False),
    ActionSpec(
        Verb.ANNOUNCE_SESSION,
        DIRECTOR,
        "Announced: it may be booked",
        frozenset({SessionStatus.PLANNED}),
        changes_board=False,
    ),
    ActionSpec(Verb.CHANGE_SESSION, DIRECTOR, "Changed, and those booked are told", _TO_COME, changes_board=False),
    ActionSpec(Verb.CALL_OFF_SESSION, DIRECTOR, "Called off, and those booked are told", _TO_COME, changes_board=False),
    ActionSpec(Verb.SESSION_HELD, EVERYONE, "Written down who came", _BOOKABLE),
    ActionSpec(Verb.BOOK_PLACE, EVERYONE, "Booked, and they are told", changes_board=False),
    ActionSpec(
        Verb.GIVE_PLACE,
        EVERYONE | {Role.WORKER},
        "Has a place, and is told",
        frozenset({BookingStatus.WAITING}),
        changes_board=False,
    ),
    ActionSpec(Verb.CANCEL_BOOKING, EVERYONE, "Place given up", _COMING, changes_board=False),
    ActionSpec(Verb.CANCEL_BY_LINK, frozenset({Role.VOLUNTEER}), "Gave the place up by link", changes_board=False),
    ActionSpec(Verb.RECORD_MODULE, frozenset({Role.VOLUNTEER}), "Passed a module on the site", changes_board=False),
    ActionSpec(Verb.LINK_BOOKING, EVERYONE, "Written down who it is", changes_board=False),
)
"""Each action about a session, a booking or a module."""
