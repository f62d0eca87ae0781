"""Casework: what people decide. Statuses, who may do what, what the state allows, and the actions themselves."""

from community.casework.errors import NotAllowed, NotFound, NotNow, WhichResident
from community.casework.helping import cancel, close_need, done, end, not_given, pair_asked, reopen_need
from community.casework.matches import approve, choose, choose_another, decline, look_at
from community.casework.proposing import Proposed, Unmatched, propose
from community.casework.requests import close_request, give_to_hub, hold, mark_duplicate, no_answer
from community.casework.residents import Candidate, Candidates, who_is_it
from community.casework.sight import looking, see, see_all
from community.casework.stages import need_stage
from community.casework.telephone import Release, message_for, rang, release, resident_told
from community.casework.triage import NeedAsked, Triaged, triage
from community.casework.user import Desk, User
from community.casework.volunteers import add_check, induct, move_volunteer

__all__ = [
    "Candidate",
    "Candidates",
    "Desk",
    "NeedAsked",
    "NotAllowed",
    "NotFound",
    "NotNow",
    "Proposed",
    "Release",
    "Triaged",
    "Unmatched",
    "User",
    "WhichResident",
    "add_check",
    "approve",
    "cancel",
    "choose",
    "choose_another",
    "close_need",
    "close_request",
    "decline",
    "done",
    "end",
    "give_to_hub",
    "hold",
    "induct",
    "look_at",
    "looking",
    "mark_duplicate",
    "message_for",
    "move_volunteer",
    "need_stage",
    "no_answer",
    "not_given",
    "pair_asked",
    "propose",
    "rang",
    "release",
    "reopen_need",
    "resident_told",
    "see",
    "see_all",
    "triage",
    "who_is_it",
]
