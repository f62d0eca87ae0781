"""Every action: who may do it, from which statuses, the words for it, and whether the matching reads what it writes.

All code that shows, permits, undoes or reports an action reads this table; docs/roles.md prints who may do it.
"""

from community.book import Row
from community.casework.action_spec import ActionSpec
from community.casework.casework_errors import NotNow
from community.casework.printed_actions import PRINTED
from community.casework.training_actions import TRAINING_ACTIONS
from community.tables.roles import COORDINATORS, DIRECTOR, EVERYONE, Role
from community.tables.row_types import RowWithStatus
from community.tables.statuses import (
    AGREED,
    LIVE,
    ComplaintStatus,
    ContactStatus,
    LoanStatus,
    MatchStatus,
    MessageStatus,
    NeedStatus,
    PaymentStatus,
    RequestStatus,
)
from community.tables.verbs import FormerVerb, Verb, verb_of
from community.wording import first_upper, spelled, status_words

_NOT_ANSWERED = frozenset({ComplaintStatus.RECEIVED, ComplaintStatus.ACKNOWLEDGED})
_UNANSWERED = frozenset({RequestStatus.NEW, RequestStatus.NO_ANSWER})
_NOT_CLOSED = _UNANSWERED | {RequestStatus.TRIAGED}
_PROPOSED = frozenset({MatchStatus.PROPOSED})
_NOT_SAID_YES = LIVE - AGREED
_CALL_OPEN = frozenset({ContactStatus.OPEN})
_BY_HAND = frozenset({MessageStatus.BY_HAND})
_NOBODY_KNOWS = frozenset({MessageStatus.UNKNOWN})
_BY_LINK = frozenset({Role.VOLUNTEER, Role.RESIDENT})
_ANSWERED_BY_LINK = frozenset({Verb.ANSWER_OFFER, Verb.ANSWER_WHO_COMES, Verb.PROVE_WHO})
_TO_TELL = frozenset({MatchStatus.ACCEPTED})
_UNDER_WAY = frozenset({MatchStatus.ACTIVE})
_HELPED = AGREED | {MatchStatus.COMPLETED}

ACTIONS: dict[Verb, ActionSpec] = {
    each.verb: each
    for each in (
        # Answering requests: the call handlers' work.
        ActionSpec(Verb.TRIAGE, EVERYONE, "Accepted", _NOT_CLOSED),
        ActionSpec(Verb.CLOSE_REQUEST, EVERYONE, "Request closed", _NOT_CLOSED),
        ActionSpec(Verb.MARK_DUPLICATE, EVERYONE, "Closed as a duplicate", _NOT_CLOSED),
        ActionSpec(Verb.NO_ANSWER, EVERYONE, "No answer; put aside", _UNANSWERED, changes_board=False),
        ActionSpec(Verb.HOLD, EVERYONE, "Put aside"),
        ActionSpec(Verb.LOG_CONTACT, EVERYONE, "Written down"),
        ActionSpec(Verb.DEAL_WITH_CONTACT, EVERYONE, "Dealt with", _CALL_OPEN, changes_board=False),
        ActionSpec(Verb.LOOK_AGAIN, EVERYONE, "Off Today", changes_board=False),
        ActionSpec(Verb.CLEAR_FLAG, EVERYONE, "Flag cleared", changes_board=False),
        ActionSpec(Verb.CORRECT, EVERYONE, "Put right"),
        ActionSpec(Verb.SETTLE, EVERYONE, "Settled"),
        ActionSpec(Verb.GIVE_TO_HUB, EVERYONE, "Given to the hub", changes_board=False),
        ActionSpec(Verb.SAFE_CONTACT, EVERYONE, "Written down how to be in touch", changes_board=False),
        ActionSpec(Verb.DIED, EVERYONE, "Written down that they have died"),
        ActionSpec(Verb.MOVED_AWAY, COORDINATORS, "Written down that they have moved away"),
        ActionSpec(Verb.MERGE, COORDINATORS, "Two records are one now"),
        # What happens in a life.
        ActionSpec(Verb.AWAY, EVERYONE, "Written down until when they are away"),
        ActionSpec(Verb.HOME_AGAIN, EVERYONE, "Written down that they are back"),
        ActionSpec(Verb.DISCHARGE, EVERYONE, "Written down that they come home, and what they need"),
        ActionSpec(Verb.NOBODY_OPENS, EVERYONE, "On Today until somebody has seen them", changes_board=False),
        ActionSpec(Verb.INTO_A_HOME, COORDINATORS, "Written down where they live now"),
        ActionSpec(Verb.AT_RISK, EVERYONE, "Written down when they want to be rung", changes_board=False),
        ActionSpec(Verb.TALKS_THROUGH, EVERYONE, "Written down through what they talk", changes_board=False),
        ActionSpec(Verb.LIMIT_CALLS, COORDINATORS, "Written down what was agreed about calls", changes_board=False),
        ActionSpec(Verb.LIVE_TOGETHER, EVERYONE, "Written down who lives together", changes_board=False),
        ActionSpec(Verb.LIVE_APART, EVERYONE, "Written down that they live apart", changes_board=False),
        ActionSpec(Verb.CARER_DOWN, EVERYONE, "Help for both is written down"),
        ActionSpec(Verb.KIN, COORDINATORS, "Written down that they are family", changes_board=False),
        ActionSpec(Verb.ILL, EVERYONE, "Written down that they can’t come"),
        ActionSpec(Verb.DRIVES_NO_MORE, COORDINATORS, "Written down that they drive no more"),
        ActionSpec(Verb.SUPPORT, COORDINATORS, "Written down what supports them", changes_board=False),
        ActionSpec(Verb.PLAN_GOODBYE, COORDINATORS, "The goodbye is planned"),
        ActionSpec(Verb.PAIR_COVER, COORDINATORS, "Written down who covers", changes_board=False),
        ActionSpec(Verb.PART, COORDINATORS, "Written down"),
        ActionSpec(Verb.UNABLE, COORDINATORS, "Written down that we can’t help, and what there is instead"),
        ActionSpec(Verb.REFER, EVERYONE, "Passed on, and what was told is written down"),
        ActionSpec(Verb.REFERRAL_TAKEN_UP, EVERYONE, "Written down who has taken it up", changes_board=False),
        ActionSpec(Verb.REFERRAL_OVER, EVERYONE, "Written down what came of it", changes_board=False),
        ActionSpec(Verb.REFERRER_KNOWS, EVERYONE, "Whoever sent them knows that we have it", changes_board=False),
        ActionSpec(Verb.REFERRER_HEARS, EVERYONE, "Written down what whoever sent them heard", changes_board=False),
        ActionSpec(Verb.ORGANISATION_ASKS, DIRECTOR, "One request with all its needs is written down"),
        ActionSpec(Verb.KEEP_KEY, COORDINATORS, "Written down what we keep", changes_board=False),
        ActionSpec(Verb.KEY_OUT, COORDINATORS, "Written down who has the key", changes_board=False),
        ActionSpec(Verb.KEY_BACK, COORDINATORS, "Written down that it went back", changes_board=False),
        ActionSpec(Verb.KEY_LOST, COORDINATORS, "Written down that it is lost", changes_board=False),
        ActionSpec(Verb.ACCIDENT, EVERYONE, "The accident is written down", changes_board=False),
        ActionSpec(Verb.INSURER_TOLD, COORDINATORS, "Written down that the insurer knows", changes_board=False),
        ActionSpec(Verb.CLOSE_ACCIDENT, COORDINATORS, "The accident is closed", changes_board=False),
        ActionSpec(Verb.RING_ROUND, COORDINATORS, "Everybody at risk is on Today, to be rung", changes_board=False),
        ActionSpec(Verb.CHAMPION, COORDINATORS, "Written down for which streets", changes_board=False),
        ActionSpec(Verb.SHARE_OUT, COORDINATORS, "Shared out by street", changes_board=False),
        ActionSpec(Verb.OUTREACH, EVERYONE, "Written down what came of it", changes_board=False),
        ActionSpec(Verb.PACK, EVERYONE, "Written down what is packed", changes_board=False),
        ActionSpec(Verb.ASK_ERASURE, DIRECTOR, "Somebody else is asked to agree", _NOT_ANSWERED, changes_board=False),
        ActionSpec(Verb.LEND, EVERYONE, "Written down what was lent", changes_board=False),
        ActionSpec(
            Verb.LOAN_BACK,
            EVERYONE,
            "Written down that it came back",
            frozenset({LoanStatus.OUT, LoanStatus.LOST}),
            changes_board=False,
        ),
        ActionSpec(
            Verb.LOAN_LOST, EVERYONE, "Written down that it is lost", frozenset({LoanStatus.OUT}), changes_board=False
        ),
        ActionSpec(Verb.LEND_OFFER, COORDINATORS, "Written down to whom the offer went"),
        ActionSpec(Verb.NOTE_PAYMENT, COORDINATORS, "Written down what they paid", changes_board=False),
        ActionSpec(
            Verb.SEE_RECEIPT,
            COORDINATORS,
            "Written down that the receipt was seen",
            frozenset({PaymentStatus.NOTED}),
            changes_board=False,
        ),
        ActionSpec(
            Verb.SETTLE_PAYMENT,
            DIRECTOR,
            "Written down that it is paid back",
            frozenset({PaymentStatus.NOTED, PaymentStatus.RECEIPT_SEEN}),
            changes_board=False,
        ),
        # Who helps whom: a coordinator decides, a call handler carries it out on the telephone.
        ActionSpec(Verb.LOOK_AT, COORDINATORS, "Look at", _PROPOSED, changes_board=False),
        ActionSpec(Verb.APPROVE, COORDINATORS, "Match approved. Now ring the volunteer", _PROPOSED),
        ActionSpec(Verb.CHOOSE_ANOTHER, COORDINATORS, "Another volunteer chosen"),
        ActionSpec(Verb.DECLINE, COORDINATORS, "Proposal declined", _PROPOSED),
        ActionSpec(Verb.RANG, EVERYONE, "Call written down", _NOT_SAID_YES),
        ActionSpec(
            Verb.RELEASE,
            EVERYONE,
            "Name and telephone number given, and that is written down",
            AGREED,
            changes_board=False,
        ),
        ActionSpec(Verb.RESIDENT_TOLD, EVERYONE, "The resident knows who comes", _TO_TELL, changes_board=False),
        ActionSpec(Verb.DONE, EVERYONE, "Help given", AGREED),
        ActionSpec(Verb.NOT_GIVEN, EVERYONE, "Written down", AGREED, changes_board=False),
        ActionSpec(Verb.END, COORDINATORS, "Ended", AGREED),
        ActionSpec(Verb.CANCEL, COORDINATORS, "Called off", LIVE),
        ActionSpec(Verb.CLOSE_NEED, COORDINATORS, "Need closed", frozenset({NeedStatus.OPEN})),
        ActionSpec(Verb.REOPEN_NEED, COORDINATORS, "Need open again", frozenset({NeedStatus.CLOSED})),
        ActionSpec(Verb.PAIR_ASKED, COORDINATORS, "Written down", changes_board=False),
        # Messages, and what comes back by their links.
        ActionSpec(Verb.OFFER, EVERYONE, "The volunteer is asked", _NOT_SAID_YES),
        ActionSpec(Verb.WRITE_TO_MANY, COORDINATORS, "Each of them gets a message of their own", changes_board=False),
        ActionSpec(Verb.WRITE_NEWSLETTER, DIRECTOR, "Each reader gets a message of their own", changes_board=False),
        ActionSpec(Verb.SETTLE_NEWSLETTER, frozenset({Role.WORKER}), "Asked whether they want it", changes_board=False),
        ActionSpec(Verb.CONFIRM_NEWSLETTER, frozenset({Role.RESIDENT}), "Wants the newsletter", changes_board=False),
        ActionSpec(Verb.ANSWER_OFFER, frozenset({Role.VOLUNTEER}), "Answered by link"),
        ActionSpec(Verb.PASS_ON, EVERYONE, "Passed on", _BY_HAND, changes_board=False),
        ActionSpec(Verb.SETTLE_MESSAGE, EVERYONE, "Settled", _NOBODY_KNOWS, changes_board=False),
        ActionSpec(Verb.SEND_MESSAGE, frozenset({Role.WORKER}), "Sent", changes_board=False),
        ActionSpec(Verb.NOTE_BOUNCE, frozenset({Role.WORKER}), "Came back", changes_board=False),
        ActionSpec(Verb.STOP_MESSAGES, _BY_LINK, "Wants no more messages that way", changes_board=False),
        ActionSpec(Verb.PAUSE_BY_LINK, frozenset({Role.VOLUNTEER}), "Wants to be asked nothing for now"),
        ActionSpec(Verb.ASK_RECEIPT, _BY_LINK, "Wants a copy of the receipt", changes_board=False),
        # What comes after a yes.
        ActionSpec(
            Verb.TELL_RESIDENT,
            EVERYONE,
            "The resident gets a message that says who comes",
            _TO_TELL,
            changes_board=False,
        ),
        ActionSpec(Verb.ANSWER_WHO_COMES, frozenset({Role.RESIDENT}), "Answered by link"),
        ActionSpec(Verb.TELL_VOLUNTEER, EVERYONE, "The volunteer gets the link", _UNDER_WAY, changes_board=False),
        ActionSpec(Verb.AGREE_DAY, EVERYONE, "Both know the day", _UNDER_WAY, changes_board=False),
        ActionSpec(
            Verb.CALL_OFF_VISIT,
            EVERYONE | _BY_LINK,
            "One visit is called off; the help goes on",
            AGREED,
            changes_board=False,
        ),
        ActionSpec(Verb.PROVE_WHO, frozenset({Role.VOLUNTEER}), "Opened the name and address", changes_board=False),
        ActionSpec(Verb.REPORT_VISIT, frozenset({Role.VOLUNTEER}), "Said how it went"),
        ActionSpec(Verb.NOTE_FEEDBACK, EVERYONE, "Written down how it was", _HELPED, changes_board=False),
        ActionSpec(Verb.GIVE_FEEDBACK, frozenset({Role.RESIDENT}), "Said how it was", changes_board=False),
        # Volunteers.
        ActionSpec(Verb.MOVE_VOLUNTEER, COORDINATORS, "Volunteer moved"),
        ActionSpec(Verb.INDUCT, COORDINATORS, "Induction written down", changes_board=False),
        ActionSpec(Verb.ADD_CHECK, COORDINATORS, "Check written down"),
        ActionSpec(Verb.BRING_IN, DIRECTOR, "Brought in from a list"),
        # What the matching counts, for every hub.
        ActionSpec(Verb.WEIGH, DIRECTOR, "These weights count from now on"),
        # Complaints: anybody takes one down, and the director alone reads and answers it.
        ActionSpec(Verb.TAKE_COMPLAINT, EVERYONE, "Complaint written down", changes_board=False),
        ActionSpec(
            Verb.ACKNOWLEDGE_COMPLAINT,
            DIRECTOR,
            "They know that we have it",
            frozenset({ComplaintStatus.RECEIVED}),
            changes_board=False,
        ),
        ActionSpec(
            Verb.ANSWER_COMPLAINT,
            DIRECTOR,
            "Answered",
            frozenset({ComplaintStatus.ACKNOWLEDGED}),
            changes_board=False,
        ),
        ActionSpec(
            Verb.SECOND_STAGE,
            DIRECTOR,
            "Somebody who was not involved looks at it",
            frozenset({ComplaintStatus.CLOSED}),
            changes_board=False,
        ),
        ActionSpec(
            Verb.EXTEND_DATA_REQUEST,
            DIRECTOR,
            "They know that we need longer, and why",
            frozenset({ComplaintStatus.ACKNOWLEDGED}),
            changes_board=False,
        ),
        *TRAINING_ACTIONS,
        *PRINTED,
    )
}
"""Every action that somebody decides. A verb that is not here can't be done, and only users who may undo everything can
undo it."""

BESIDE_THEM: dict[Verb, str] = {
    Verb.UNDO: "Undone",
    Verb.PROPOSE: "Proposals made",
    Verb.TAKE_SHEET: "Taken over from the spreadsheet",
    Verb.LAPSED: "Lapsed",
    Verb.STAND_DOWN: "Stand down",
    Verb.CONCERN: "Concern",
}
"""What is written without being decided in casework, each with what is said of it. Nobody's role lets them undo it."""


NO_LONGER_WRITTEN: dict[str, frozenset[Role]] = {"add_flag": EVERYONE}
"""Verbs that stand in books only because an earlier program wrote them, with the roles that could do the action."""


def spec(verb: Verb) -> ActionSpec:
    """The rules and words of this action. Raises KeyError for a verb that is not an action of people."""
    return ACTIONS[verb]


def may_take_back(role: Role | None, verb: Verb | FormerVerb) -> bool:
    """Whether this role may, or once might, do the action; False where nothing says whose it was.

    What a volunteer or a resident answered by a link is taken back by a coordinator, as if it came by telephone.
    """
    if isinstance(verb, Verb):
        by_link = verb in _ANSWERED_BY_LINK and role in COORDINATORS
        return verb in ACTIONS and (role in ACTIONS[verb].roles or by_link)
    return role in NO_LONGER_WRITTEN.get(verb, ())


def words_when_done(verb: Verb | FormerVerb) -> str:
    """The words for this action when it is done. A verb of an earlier version of the program is spelled out."""
    if not isinstance(verb, Verb):
        return first_upper(spelled(verb))
    return BESIDE_THEM[verb] if verb in BESIDE_THEM else spec(verb).done


def words_when_undone(verb: str) -> str:
    """The words for this action when it is undone."""
    return ACTIONS[verb].undone if isinstance(verb, Verb) and verb in ACTIONS else ActionSpec.undone


def changes_board(action: str) -> bool:
    """Whether the action with this id may make another volunteer the best for a need; True for one not listed here."""
    verb = verb_of(action)
    return not isinstance(verb, Verb) or verb not in ACTIONS or ACTIONS[verb].changes_board


def state_allows(verb: Verb, row: Row) -> bool:
    """Whether the record's status allows this action."""
    statuses = spec(verb).statuses
    return statuses is None or (isinstance(row, RowWithStatus) and row.status in statuses)


def check_state_allows(verb: Verb, row: RowWithStatus) -> None:
    """Raises NotNow unless the record's status allows this action."""
    if not state_allows(verb, row):
        raise NotNow(f"This is {status_words(row.table, row.status)} now, so it is too late, or too early, for that.")
