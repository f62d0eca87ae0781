"""Roles, duties beside a role, and the grants that either may have. `community.casework` says who gets which grant."""

from enum import StrEnum


class Role(StrEnum):
    """Whose role it is to do something: of people who work here, of those who open a link, of the machine."""

    DIRECTOR = "director"
    COORDINATOR = "coordinator"
    CALL_HANDLER = "call_handler"
    TRUSTEE = "trustee"
    VOLUNTEER = "volunteer"
    RESIDENT = "resident"
    WORKER = "worker"


DIRECTOR = frozenset({Role.DIRECTOR})
COORDINATORS = frozenset({Role.DIRECTOR, Role.COORDINATOR})
EVERYONE = frozenset({Role.DIRECTOR, Role.COORDINATOR, Role.CALL_HANDLER})
"""Everybody who works here, with people and their requests."""
LISTED = EVERYONE | {Role.TRUSTEE}
"""The roles that the list of people may name. A trustee reads figures, and nothing about a person."""
BY_LINK = frozenset({Role.VOLUNTEER, Role.RESIDENT})
"""Whoever opens a link that we sent: for one purpose, about one record."""
OF_ONE_HUB = frozenset({Role.COORDINATOR})
"""Whoever works for one hub: the list of people names it, and nothing of other hubs is within their sight."""
NOBODY: frozenset[Role] = frozenset()
"""Nobody by their role: a room of its own reads it, for those whose duty it is."""


class Duty(StrEnum):
    """A duty to receive safeguarding concerns. It is held beside a role or alone: a chair of trustees has no role."""

    LEAD = "lead"
    DEPUTY = "deputy"
    CHAIR = "chair"


class Grant(StrEnum):
    """A grant to a role, besides its actions: to read or see something, or to take back what others did."""

    WORK_HERE = "work_here"
    SEE_EVERY_HUB = "see_every_hub"
    SEE_OWN_HUB = "see_own_hub"
    SEE_ADVICE_FOR_EVERY_HUB = "see_advice_for_every_hub"
    SEE_FIGURES = "see_figures"
    SEE_SMALL_NUMBERS = "see_small_numbers"
    SEE_FIGURES_OF_EVERY_HUB = "see_figures_of_every_hub"
    SEE_THE_SHEET = "see_the_sheet"
    SEE_ALL_OF_THE_SHEET = "see_all_of_the_sheet"
    DECIDE_ABOUT_DELETED_ROWS = "decide_about_deleted_rows"
    ANSWER_ABOUT_HELD_TABS = "answer_about_held_tabs"
    SEE_JOBS = "see_jobs"
    RUN_JOBS_AGAIN = "run_jobs_again"
    RAISE_CONCERN = "raise_concern"
    WORK_ON_MANY = "work_on_many"
    AGREE_TO_ERASE = "agree_to_erase"
    UNDO_FOR_OTHERS = "undo_for_others"
    UNDO_ANYTHING = "undo_anything"


class DutyGrant(StrEnum):
    """A grant to a safeguarding duty, whatever the role."""

    OPEN_CONCERNS = "open_concerns"
    DECIDE_ABOUT_CONCERNS = "decide_about_concerns"
    TELL_PROTECTED_ADDRESSES = "tell_protected_addresses"
    OPEN_CONCERNS_ABOUT_THE_LEAD_OR_DIRECTOR = "open_concerns_about_the_lead_or_director"
