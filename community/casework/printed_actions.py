"""The actions that decide what the public site prints: the charter, directory, roles and who asks for one, words."""

from community.casework.action_spec import ActionSpec
from community.tables.roles import COORDINATORS, DIRECTOR, EVERYONE
from community.tables.statuses import FeedbackStatus, ListingStatus
from community.tables.verbs import Verb

PRINTED = (
    # The charter.
    ActionSpec(
        Verb.APPROVE_ORGANISATION,
        DIRECTOR,
        "Organisation approved",
        frozenset({ListingStatus.OFFERED, ListingStatus.WITHDRAWN}),
        changes_board=False,
    ),
    ActionSpec(
        Verb.WITHDRAW_ORGANISATION,
        DIRECTOR,
        "Organisation withdrawn",
        frozenset({ListingStatus.OFFERED, ListingStatus.APPROVED}),
        changes_board=False,
    ),
    # The directory.
    ActionSpec(Verb.ADD_SERVICE, DIRECTOR, "Added to the directory. Approve it to print it", changes_board=False),
    ActionSpec(
        Verb.APPROVE_SERVICE,
        DIRECTOR,
        "Approved: it will be printed",
        frozenset({ListingStatus.OFFERED, ListingStatus.WITHDRAWN}),
        changes_board=False,
    ),
    ActionSpec(
        Verb.WITHDRAW_SERVICE,
        DIRECTOR,
        "Withdrawn: it will not be printed",
        frozenset({ListingStatus.OFFERED, ListingStatus.APPROVED}),
        changes_board=False,
    ),
    ActionSpec(
        Verb.CHECK_SERVICE,
        DIRECTOR,
        "Checked today",
        frozenset({ListingStatus.APPROVED}),
        changes_board=False,
    ),
    # Volunteering roles of organisations.
    ActionSpec(Verb.ADD_ROLE, DIRECTOR, "Added. Approve it to print it", changes_board=False),
    ActionSpec(
        Verb.APPROVE_ROLE,
        DIRECTOR,
        "Approved: it will be printed",
        frozenset({ListingStatus.OFFERED, ListingStatus.WITHDRAWN}),
        changes_board=False,
    ),
    ActionSpec(
        Verb.WITHDRAW_ROLE,
        DIRECTOR,
        "Closed: it will not be printed",
        frozenset({ListingStatus.OFFERED, ListingStatus.APPROVED}),
        changes_board=False,
    ),
    ActionSpec(Verb.CHECK_ROLE, DIRECTOR, "Checked today", frozenset({ListingStatus.APPROVED}), changes_board=False),
    ActionSpec(Verb.NEW_LOCAL_CONTACT, DIRECTOR, "Written down whom to ask for there", changes_board=False),
    # Who asks for such a role.
    ActionSpec(Verb.ENQUIRE, EVERYONE, "Written down which role they would like", changes_board=False),
    ActionSpec(Verb.INTRODUCE, COORDINATORS, "Written down that they were introduced", changes_board=False),
    ActionSpec(Verb.PLACED, COORDINATORS, "Written down that they began there", changes_board=False),
    ActionSpec(Verb.NOT_TAKEN_UP, COORDINATORS, "Written down that it is over", changes_board=False),
    # People's words.
    ActionSpec(
        Verb.CHOOSE_WORDS,
        COORDINATORS,
        "Chosen: the director prints it",
        frozenset({FeedbackStatus.GIVEN}),
        changes_board=False,
    ),
    ActionSpec(
        Verb.PRINT_WORDS,
        DIRECTOR,
        "It will be printed",
        frozenset({FeedbackStatus.MAY_PUBLISH}),
        changes_board=False,
    ),
    ActionSpec(
        Verb.TAKE_OFF_WORDS,
        COORDINATORS,
        "It will not be printed",
        frozenset({FeedbackStatus.GIVEN, FeedbackStatus.MAY_PUBLISH, FeedbackStatus.PUBLISHED}),
        changes_board=False,
    ),
)
