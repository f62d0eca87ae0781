"""The verbs of actions, and the actions' ids: `approve-SIXTEENSYMBOLS`. `community.casework` says who may do what."""

from enum import StrEnum

from community.tables.ids import mint_long


class Verb(StrEnum):
    """Every verb that this program writes. Books keep them for good, so a verb may be added but never renamed.

    One that is written no more moves to `NO_LONGER_WRITTEN` in `community/casework/actions.py`.
    """

    # Answering help requests.
    TRIAGE = "triage"
    CLOSE_REQUEST = "close_request"
    MARK_DUPLICATE = "mark_duplicate"
    NO_ANSWER = "no_answer"
    HOLD = "hold"
    LOG_CONTACT = "log_contact"
    DEAL_WITH_CONTACT = "deal_with_contact"
    LOOK_AGAIN = "look_again"
    CLEAR_FLAG = "clear_flag"
    CORRECT = "correct"
    SETTLE = "settle"
    GIVE_TO_HUB = "give_to_hub"
    SAFE_CONTACT = "safe_contact"
    DIED = "died"
    MOVED_AWAY = "moved_away"
    MERGE = "merge"
    # What happens in a life: see `community/casework/life_register.py`.
    AWAY = "away"
    HOME_AGAIN = "home_again"
    DISCHARGE = "discharge"
    NOBODY_OPENS = "nobody_opens"
    INTO_A_HOME = "into_a_home"
    AT_RISK = "at_risk"
    TALKS_THROUGH = "talks_through"
    LIMIT_CALLS = "limit_calls"
    LIVE_TOGETHER = "live_together"
    LIVE_APART = "live_apart"
    CARER_DOWN = "carer_down"
    KIN = "kin"
    ILL = "ill"
    DRIVES_NO_MORE = "drives_no_more"
    SUPPORT = "support"
    PLAN_GOODBYE = "plan_goodbye"
    PAIR_COVER = "pair_cover"
    PART = "part"
    UNABLE = "unable"
    REFER = "refer"
    REFERRAL_TAKEN_UP = "referral_taken_up"
    REFERRAL_OVER = "referral_over"
    REFERRER_KNOWS = "referrer_knows"
    REFERRER_HEARS = "referrer_hears"
    ORGANISATION_ASKS = "organisation_asks"
    KEEP_KEY = "keep_key"
    KEY_OUT = "key_out"
    KEY_BACK = "key_back"
    KEY_LOST = "key_lost"
    ACCIDENT = "accident"
    INSURER_TOLD = "insurer_told"
    CLOSE_ACCIDENT = "close_accident"
    RING_ROUND = "ring_round"
    CHAMPION = "champion"
    # Outreach, food rounds, and leave to erase.
    SHARE_OUT = "share_out"
    OUTREACH = "outreach"
    PACK = "pack"
    ASK_ERASURE = "ask_erasure"
    LEND = "lend"
    LEND_OFFER = "lend_offer"
    LOAN_BACK = "loan_back"
    LOAN_LOST = "loan_lost"
    NOTE_PAYMENT = "note_payment"
    SEE_RECEIPT = "see_receipt"
    SETTLE_PAYMENT = "settle_payment"
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
    # Messages, and what comes back by their links.
    OFFER = "offer"
    WRITE_TO_MANY = "write_to_many"
    WRITE_NEWSLETTER = "write_newsletter"
    SETTLE_NEWSLETTER = "settle_newsletter"
    CONFIRM_NEWSLETTER = "confirm_newsletter"
    ANSWER_OFFER = "answer_offer"
    PASS_ON = "pass_on"  # noqa: S105 (no password)
    SETTLE_MESSAGE = "settle_message"
    SEND_MESSAGE = "send_message"
    NOTE_BOUNCE = "note_bounce"
    STOP_MESSAGES = "stop_messages"
    PAUSE_BY_LINK = "pause_by_link"
    ASK_RECEIPT = "ask_receipt"
    # What comes after a yes: the resident is told, the volunteer is, and both say how it was.
    TELL_RESIDENT = "tell_resident"
    ANSWER_WHO_COMES = "answer_who_comes"
    TELL_VOLUNTEER = "tell_volunteer"
    AGREE_DAY = "agree_day"
    CALL_OFF_VISIT = "call_off_visit"
    PROVE_WHO = "prove_who"
    REPORT_VISIT = "report_visit"
    NOTE_FEEDBACK = "note_feedback"
    GIVE_FEEDBACK = "give_feedback"
    # Volunteers.
    MOVE_VOLUNTEER = "move_volunteer"
    INDUCT = "induct"
    ADD_CHECK = "add_check"
    # Lists of old systems.
    BRING_IN = "bring_in"
    # What the matching counts, and the charter.
    WEIGH = "weigh"
    APPROVE_ORGANISATION = "approve_organisation"
    WITHDRAW_ORGANISATION = "withdraw_organisation"
    # The directory of local services.
    ADD_SERVICE = "add_service"
    APPROVE_SERVICE = "approve_service"
    WITHDRAW_SERVICE = "withdraw_service"
    CHECK_SERVICE = "check_service"
    NEW_LOCAL_CONTACT = "new_local_contact"
    # Volunteering roles of organisations, and who asks for one.
    ADD_ROLE = "add_role"
    APPROVE_ROLE = "approve_role"
    WITHDRAW_ROLE = "withdraw_role"
    CHECK_ROLE = "check_role"
    ENQUIRE = "enquire"
    INTRODUCE = "introduce"
    PLACED = "placed"
    NOT_TAKEN_UP = "not_taken_up"
    # Complaints, and requests about somebody's own data.
    TAKE_COMPLAINT = "take_complaint"
    ACKNOWLEDGE_COMPLAINT = "acknowledge_complaint"
    ANSWER_COMPLAINT = "answer_complaint"
    SECOND_STAGE = "second_stage"
    EXTEND_DATA_REQUEST = "extend_data_request"
    # Training: sessions, and places at them.
    PLAN_SESSION = "plan_session"
    ANNOUNCE_SESSION = "announce_session"
    CHANGE_SESSION = "change_session"
    CALL_OFF_SESSION = "call_off_session"
    SESSION_HELD = "session_held"
    BOOK_PLACE = "book_place"
    GIVE_PLACE = "give_place"
    CANCEL_BOOKING = "cancel_booking"
    CANCEL_BY_LINK = "cancel_by_link"
    LINK_BOOKING = "link_booking"
    RECORD_MODULE = "record_module"
    # People's words on the public site.
    CHOOSE_WORDS = "choose_words"
    PRINT_WORDS = "print_words"
    TAKE_OFF_WORDS = "take_off_words"
    # Not decided in casework: undoing in the book, and what the machine, the sheet, messages and concerns do.
    UNDO = "undo"
    PROPOSE = "propose"
    TAKE_SHEET = "take_sheet"
    LAPSED = "lapsed"
    STAND_DOWN = "stand_down"
    CONCERN = "concern"


class FormerVerb(str):
    """The verb of an action that an earlier program wrote, or none of ours. History shows it."""

    __slots__ = ()


def action_id(verb: Verb, symbols: str | None = None) -> str:
    """The id of a new action, or, with `symbols`, of one that every machine finds independently."""
    return f"{verb}-{symbols or mint_long()}"


def verb_of(action: str) -> Verb | FormerVerb:
    """The verb of the action with this id."""
    verb = action.rpartition("-")[0]
    try:
        return Verb(verb)
    except ValueError:
        return FormerVerb(verb)
