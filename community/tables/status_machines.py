"""Status machines: what each status means, who acts next, and what may follow. The docs are drawn from here."""

from community.tables.directory_machines import DIRECTORY_MACHINES
from community.tables.message_machines import MESSAGE_MACHINES
from community.tables.status_model import Status, StatusMachine
from community.tables.statuses import (
    GOING_ON,
    GONE,
    ConcernStatus,
    ContactStatus,
    ListingStatus,
    MatchStatus,
    NeedStatus,
    RequestStatus,
    VisitStatus,
    VolunteerStatus,
)
from community.tables.support_machines import SUPPORT_MACHINES

_OVER = (MatchStatus.COMPLETED, MatchStatus.CANCELLED)
MACHINES: dict[str, StatusMachine] = {
    m.table: m
    for m in (
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
                MatchStatus.PROPOSED: Status(
                    "the matching suggests it", "coordinator", (MatchStatus.APPROVED, MatchStatus.DECLINED, MatchStatus.SUPERSEDED, MatchStatus.CANCELLED)
                ),
                MatchStatus.APPROVED: Status(
                    "a coordinator chose it; ring the volunteer",
                    "hub",
                    (MatchStatus.OFFERED, MatchStatus.ACCEPTED, MatchStatus.DECLINED, MatchStatus.STOOD_DOWN, MatchStatus.CANCELLED),
                ),
                MatchStatus.OFFERED: Status(
                    "the volunteer was asked",
                    "volunteer",
                    (MatchStatus.ACCEPTED, MatchStatus.DECLINED, MatchStatus.LAPSED, MatchStatus.STOOD_DOWN, MatchStatus.CANCELLED),
                ),
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
                VolunteerStatus.APPLIED: Status(
                    "wrote to us; say hello", "coordinator", (VolunteerStatus.CHECKING, VolunteerStatus.READY, VolunteerStatus.LEFT, VolunteerStatus.DECLINED), VolunteerStatus.CHECKING
                ),
                VolunteerStatus.CHECKING: Status(
                    "checks and induction are under way",
                    "coordinator",
                    (VolunteerStatus.READY, VolunteerStatus.PAUSED, VolunteerStatus.LEFT, VolunteerStatus.DECLINED),
                    VolunteerStatus.READY,
                ),
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
        StatusMachine(
            "organisations",
            (ListingStatus.OFFERED,),
            frozenset({ListingStatus.WITHDRAWN}),
            {
                ListingStatus.OFFERED: Status("signed; not printed yet", "director", (ListingStatus.APPROVED, ListingStatus.WITHDRAWN), ListingStatus.APPROVED),
                ListingStatus.APPROVED: Status("printed on the site", "nobody", (ListingStatus.WITHDRAWN,)),
                ListingStatus.WITHDRAWN: Status("no longer printed", "nobody", (ListingStatus.APPROVED,)),
            },
            frozenset({ListingStatus.APPROVED}),
        ),
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
        *DIRECTORY_MACHINES,
        *MESSAGE_MACHINES,
        *SUPPORT_MACHINES,
    )
}


def may_follow(table: str, was: str, now: str) -> bool:
    """Whether a record of this table may go from one status straight to the other."""
    return now in MACHINES[table].statuses[was].next
