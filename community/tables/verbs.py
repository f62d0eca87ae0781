"""What can be done, and the ids of actions: `approve-SIXTEENSYMBOLS`. Who may do it, casework says."""

from enum import StrEnum

from community.tables.ids import mint_long


class Verb(StrEnum):
    """Every verb that this program writes. A book keeps them for good: one may be added, none renamed."""

    # Answering whoever asks.
    TRIAGE = "triage"
    CLOSE_REQUEST = "close_request"
    MARK_DUPLICATE = "mark_duplicate"
    NO_ANSWER = "no_answer"
    HOLD = "hold"
    LOG_CONTACT = "log_contact"
    DEAL_WITH_CONTACT = "deal_with_contact"
    LOOK_AGAIN = "look_again"
    CLEAR_FLAG = "clear_flag"
    ADD_FLAG = "add_flag"
    CORRECT = "correct"
    SETTLE = "settle"
    GIVE_TO_HUB = "give_to_hub"
    # Who helps whom.
    LOOK_AT = "look_at"
    APPROVE = "approve"
    CHOOSE_ANOTHER = "choose_another"
    DECLINE = "decline"
    RANG = "rang"
    RELEASE = "release"
    RESIDENT_TOLD = "resident_told"
    DONE = "done"
    NOT_GIVEN = "not_given"
    END = "end"
    CANCEL = "cancel"
    CLOSE_NEED = "close_need"
    REOPEN_NEED = "reopen_need"
    PAIR_ASKED = "pair_asked"
    # Volunteers.
    MOVE_VOLUNTEER = "move_volunteer"
    INDUCT = "induct"
    ADD_CHECK = "add_check"
    # What the matching counts, and the charter.
    WEIGH = "weigh"
    APPROVE_ORGANISATION = "approve_organisation"
    WITHDRAW_ORGANISATION = "withdraw_organisation"
    # What nobody decides in casework: the book's undoing, the machine's part, the sheet's, the messages', concerns.
    UNDO = "undo"
    PROPOSE = "propose"
    TAKE_SHEET = "take_sheet"
    OFFER = "offer"
    LAPSED = "lapsed"
    STAND_DOWN = "stand_down"
    CONCERN = "concern"


class FormerVerb(str):
    """The verb of an action that an earlier program, or none of ours, wrote: history shows it, nothing goes by it."""

    __slots__ = ()


def action_id(verb: Verb, symbols: str | None = None) -> str:
    """The id of an action: of a new one, or (with `symbols`) of one that every machine finds by itself."""
    return f"{verb}-{symbols or mint_long()}"


def verb_of(action: str) -> Verb | FormerVerb:
    """What was done by the action with this id."""
    verb = action.rpartition("-")[0]
    try:
        return Verb(verb)
    except ValueError:
        return FormerVerb(verb)
