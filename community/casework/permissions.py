"""Who may do what. What the state of a record allows is another question: see policies.

Permission is granted, never the remainder: a role that is not named in a line has no part in it, and a line that is not
here raises. A coordinator works for one hub; the director and the call handlers for all of them. docs/roles.md prints
both tables.
"""

from community.casework.casework_errors import NotAllowed, NotFound
from community.casework.user import Duty, Role, User

_ALL: frozenset[Role] = frozenset({"director", "coordinator", "call_handler"})
_COORDINATORS: frozenset[Role] = frozenset({"director", "coordinator"})
_DIRECTOR: frozenset[Role] = frozenset({"director"})

ROLES: dict[str, frozenset[Role]] = {
    # Answering whoever asks: the call handlers' work.
    "triage": _ALL,
    "close_request": _ALL,
    "mark_duplicate": _ALL,
    "no_answer": _ALL,
    "hold": _ALL,
    "log_contact": _ALL,
    "deal_with_contact": _ALL,
    "look_again": _ALL,
    "clear_flag": _ALL,
    "add_flag": _ALL,
    "correct": _ALL,
    "settle": _ALL,
    "give_to_hub": _ALL,
    # Who helps whom: a coordinator decides, a call handler carries it out on the telephone.
    "look_at": _COORDINATORS,
    "approve": _COORDINATORS,
    "choose_another": _COORDINATORS,
    "decline": _COORDINATORS,
    "rang": _ALL,
    "release": _ALL,
    "resident_told": _ALL,
    "done": _ALL,
    "not_given": _ALL,
    "end": _COORDINATORS,
    "cancel": _COORDINATORS,
    "close_need": _COORDINATORS,
    "reopen_need": _COORDINATORS,
    "pair_asked": _COORDINATORS,
    # Volunteers.
    "move_volunteer": _COORDINATORS,
    "induct": _COORDINATORS,
    "add_check": _COORDINATORS,
    # What the matching counts, for every hub.
    "weigh": _DIRECTOR,
    # The charter.
    "approve_organisation": _DIRECTOR,
    "withdraw_organisation": _DIRECTOR,
}

GRANTS: dict[str, frozenset[Role]] = {
    # What is read and shown. Which columns each role reads, the tables say.
    "work_here": _ALL,
    "see_every_hub": frozenset({"director", "call_handler"}),
    "see_own_hub": frozenset({"coordinator"}),
    "see_advice_for_every_hub": _DIRECTOR,
    "see_the_sheet": _COORDINATORS,
    "see_all_of_the_sheet": _DIRECTOR,
    "decide_about_deleted_rows": _DIRECTOR,
    "answer_about_held_tabs": _DIRECTOR,
    # Somebody may be at risk: whoever works here says so, whichever hub it belongs to.
    "raise_concern": _ALL,
    # Taking back what somebody else did: within sight, or whatever it was.
    "undo_for_others": _COORDINATORS,
    "undo_anything": _DIRECTOR,
}
"""What is granted beside the actions themselves."""

DUTIES: dict[str, frozenset[Duty]] = {
    "open_concerns": frozenset({"lead", "deputy", "chair"}),
    "decide_about_concerns": frozenset({"lead", "deputy", "chair"}),
    "open_concerns_about_the_lead_or_director": frozenset({"chair"}),
}
"""What is granted by a safeguarding duty, whatever the role. Nobody opens a concern about themselves."""

_CALLED: dict[str | None, str] = {
    None: "Somebody without a role",
    "director": "A director",
    "coordinator": "A coordinator",
    "call_handler": "A call handler",
}


def user_can(user: User, verb: str) -> bool:
    """Whether this role may do this at all, to records within its sight."""
    return user.role in ROLES[verb]


def granted(user: User, grant: str) -> bool:
    """Whether this role was granted this. Raises KeyError for what nobody has decided about."""
    return user.role in GRANTS[grant]


def on_duty(user: User, what: str) -> bool:
    """Whether this safeguarding duty was granted this. Raises KeyError for what nobody has decided about."""
    return user.safeguarding in DUTIES[what]


def check_user_can(user: User, verb: str) -> None:
    """Raises NotAllowed unless the role may do this."""
    if not user_can(user, verb):
        raise NotAllowed(f"{_CALLED.get(user.role, 'This role')} may not do this ({verb.replace('_', ' ')}).")


def user_can_see_hub(user: User, hub: str | None) -> bool:
    """Whether what belongs to this hub is within sight. What has no hub yet is the director's and call handlers'."""
    if granted(user, "see_every_hub"):
        return True
    return granted(user, "see_own_hub") and hub is not None and hub == user.hub


def check_user_can_see_hub(user: User, hub: str | None) -> None:
    """Raises NotFound unless it is within sight: nobody learns that another hub's record exists."""
    if not user_can_see_hub(user, hub):
        raise NotFound("There is no such record, or it belongs to another hub.")
