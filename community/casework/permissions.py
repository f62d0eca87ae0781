"""Who may do what. The actions themselves, with their roles, stand in `actions`; what else is granted stands here.

Permission is granted, never the remainder: a role that is not named in a line has no part in it, and a line that is not
here raises. A coordinator works for one hub; the director and the call handlers for all of them. docs/roles.md prints
all tables.
"""

from community.book import Row
from community.casework.actions import spec, state_allows
from community.casework.casework_errors import NotAllowed
from community.casework.user import User
from community.tables.roles import COORDINATORS, DIRECTOR, EVERYONE, Duty, DutyGrant, Grant, Role
from community.tables.row_types import VolunteerRow
from community.tables.verbs import Verb
from community.wording import spelled, wording

GRANTS: dict[Grant, frozenset[Role]] = {
    # What is read and shown. Which columns each role reads, the tables say.
    Grant.WORK_HERE: EVERYONE,
    Grant.SEE_EVERY_HUB: frozenset({Role.DIRECTOR, Role.CALL_HANDLER}),
    Grant.SEE_OWN_HUB: frozenset({Role.COORDINATOR}),
    Grant.SEE_ADVICE_FOR_EVERY_HUB: DIRECTOR,
    Grant.SEE_THE_SHEET: COORDINATORS,
    Grant.SEE_ALL_OF_THE_SHEET: DIRECTOR,
    Grant.DECIDE_ABOUT_DELETED_ROWS: DIRECTOR,
    Grant.ANSWER_ABOUT_HELD_TABS: DIRECTOR,
    # Somebody may be at risk: whoever works here says so, whichever hub it belongs to.
    Grant.RAISE_CONCERN: EVERYONE,
    # Taking back what somebody else did: within sight, or whatever it was.
    Grant.UNDO_FOR_OTHERS: COORDINATORS,
    Grant.UNDO_ANYTHING: DIRECTOR,
}
"""What is granted beside the actions themselves."""

DUTIES: dict[DutyGrant, frozenset[Duty]] = {
    DutyGrant.OPEN_CONCERNS: frozenset({Duty.LEAD, Duty.DEPUTY, Duty.CHAIR}),
    DutyGrant.DECIDE_ABOUT_CONCERNS: frozenset({Duty.LEAD, Duty.DEPUTY, Duty.CHAIR}),
    DutyGrant.OPEN_CONCERNS_ABOUT_THE_LEAD_OR_DIRECTOR: frozenset({Duty.CHAIR}),
}
"""What is granted by a safeguarding duty, whatever the role. Nobody opens a concern about themselves."""


def user_can(user: User, verb: Verb) -> bool:
    """Whether this role may do this at all, to records within its sight. Raises KeyError for what nobody decides."""
    return user.role in spec(verb).roles


def can(user: User, verb: Verb, row: Row) -> bool:
    """Whether they may do this to a record they see: show its button. The action may still find a rule in the way."""
    if isinstance(row, VolunteerRow) and not user_can_see_hub(user, row.hub):
        return False
    return user_can(user, verb) and state_allows(verb, row)


def granted(user: User, grant: Grant) -> bool:
    """Whether this role was granted this. Raises KeyError for what nobody has decided about."""
    return user.role in GRANTS[grant]


def on_duty(user: User, what: DutyGrant) -> bool:
    """Whether this safeguarding duty was granted this. Raises KeyError for what nobody has decided about."""
    return user.safeguarding in DUTIES[what]


def check_user_can(user: User, verb: Verb) -> None:
    """Raises NotAllowed unless the role may do this."""
    if not user_can(user, verb):
        who = wording().role.get(user.role, "This role") if user.role else "Somebody without a role"
        raise NotAllowed(f"{who} may not do this ({spelled(verb)}).")


def user_can_see_hub(user: User, hub: str | None) -> bool:
    """Whether what belongs to this hub is within sight. What has no hub yet is the director's and call handlers'."""
    if granted(user, Grant.SEE_EVERY_HUB):
        return True
    return granted(user, Grant.SEE_OWN_HUB) and hub is not None and hub == user.hub
