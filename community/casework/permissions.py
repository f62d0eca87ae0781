"""Who may do what. `actions` lists the roles for each action; this module grants everything else.

Whatever is not granted is refused: a role has no part in a line that does not name it, and a line that is missing
raises. The settings may give a role more, but no columns to read: those stay as the tables say. A coordinator works for
one hub; the director and the call handlers work for all of them. docs/roles.md prints all tables.
"""

from community.book import Row
from community.casework.actions import spec, state_allows
from community.casework.casework_errors import NotAllowed
from community.casework.user import User
from community.tables.roles import COORDINATORS, DIRECTOR, EVERYONE, OF_ONE_HUB, Duty, DutyGrant, Grant, Role
from community.tables.row_types import VolunteerRow
from community.tables.verbs import Verb
from community.wording import spelled, wording

GRANTS: dict[Grant, frozenset[Role]] = {
    # What is read and shown. The tables say which columns each role reads.
    Grant.WORK_HERE: EVERYONE,
    Grant.SEE_EVERY_HUB: frozenset({Role.DIRECTOR, Role.CALL_HANDLER}),
    Grant.SEE_OWN_HUB: OF_ONE_HUB,
    Grant.SEE_ADVICE_FOR_EVERY_HUB: DIRECTOR,
    # Figures of a period. Trustees read them as outsiders do, with small numbers hidden.
    Grant.SEE_FIGURES: COORDINATORS | {Role.TRUSTEE},
    Grant.SEE_SMALL_NUMBERS: COORDINATORS,
    Grant.SEE_FIGURES_OF_EVERY_HUB: frozenset({Role.DIRECTOR, Role.TRUSTEE}),
    Grant.SEE_THE_SHEET: COORDINATORS,
    Grant.SEE_ALL_OF_THE_SHEET: DIRECTOR,
    Grant.DECIDE_ABOUT_DELETED_ROWS: DIRECTOR,
    Grant.ANSWER_ABOUT_HELD_TABS: DIRECTOR,
    # What the machine does by itself, such as the backup by night, and having it done again when it failed.
    Grant.SEE_JOBS: DIRECTOR,
    Grant.RUN_JOBS_AGAIN: DIRECTOR,
    # Somebody may be at risk: everybody who works here may say so, for any hub.
    Grant.RAISE_CONCERN: EVERYONE,
    # The same step for all volunteers of a list.
    Grant.WORK_ON_MANY: COORDINATORS,
    # A second person's leave, given without reading the record.
    Grant.AGREE_TO_ERASE: DIRECTOR | {Role.TRUSTEE},
    # Taking back what somebody else did: within sight, or anything at all.
    Grant.UNDO_FOR_OTHERS: COORDINATORS,
    Grant.UNDO_ANYTHING: DIRECTOR,
}
"""What is granted beside the actions themselves."""

DUTIES: dict[DutyGrant, frozenset[Duty]] = {
    DutyGrant.OPEN_CONCERNS: frozenset({Duty.LEAD, Duty.DEPUTY, Duty.CHAIR}),
    DutyGrant.DECIDE_ABOUT_CONCERNS: frozenset({Duty.LEAD, Duty.DEPUTY, Duty.CHAIR}),
    DutyGrant.TELL_PROTECTED_ADDRESSES: frozenset({Duty.LEAD}),
    DutyGrant.OPEN_CONCERNS_ABOUT_THE_LEAD_OR_DIRECTOR: frozenset({Duty.CHAIR}),
}
"""What is granted by a safeguarding duty, whatever the role. Nobody opens a concern about themselves."""


def user_can(user: User, verb: Verb) -> bool:
    """Whether this role may do this to records within its sight. Raises KeyError for a verb that is not an action."""
    return user.role in spec(verb).roles or verb in user.more


def can(user: User, verb: Verb, row: Row) -> bool:
    """Whether to show the button for this action on a record they see. A rule may still stop the action itself."""
    if isinstance(row, VolunteerRow) and not user_can_see_hub(user, row.hub):
        return False
    return user_can(user, verb) and state_allows(verb, row)


def granted(user: User, grant: Grant) -> bool:
    """Whether this role was granted this. Raises KeyError for a grant that has no line here."""
    return user.role in GRANTS[grant] or grant in user.more


def on_duty(user: User, what: DutyGrant) -> bool:
    """Whether this safeguarding duty was granted this. Raises KeyError for a grant that has no line here."""
    return user.safeguarding in DUTIES[what]


def check_user_can(user: User, verb: Verb) -> None:
    """Raises NotAllowed unless the role may do this."""
    if not user_can(user, verb):
        raise NotAllowed(f"{_whom(user)} may not do this ({spelled(verb)}).")


def check_granted(user: User, grant: Grant) -> None:
    """Raises NotAllowed unless the role was granted this."""
    if not granted(user, grant):
        raise NotAllowed(f"{_whom(user)} may not do this ({spelled(grant)}).")


def _whom(user: User) -> str:
    return wording().role.get(user.role, "This role") if user.role else "Somebody without a role"


def user_can_see_hub(user: User, hub: str | None) -> bool:
    """Whether this hub's records are within sight. Only the director and call handlers see those without a hub."""
    if granted(user, Grant.SEE_EVERY_HUB):
        return True
    return granted(user, Grant.SEE_OWN_HUB) and hub is not None and hub == user.hub
