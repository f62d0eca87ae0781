"""People's own words on the public site: somebody reads them, the director prints them, and only with their leave."""

from community.book import Action
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotNow
from community.casework.identity_leaks import in_words, people_of
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.identity import people_in
from community.tables.message_codes import MayPublish
from community.tables.row_types import FeedbackRow, MatchRow, ResidentRow, VolunteerRow
from community.tables.statuses import FeedbackStatus
from community.tables.verbs import Verb

LONGEST = 280
"""So many letters are printed: more would be cut on the page."""


def choose_words(context: WorkContext, feedback_id: str, words: str, *, seen: str, may_stay: bool = False) -> Action:
    """Choose what is printed of what somebody said. Raises NotNow without their leave, or where it tells who it is.

    `may_stay`: somebody has looked at a word that is like a name of theirs, and it is none here.
    """
    return _with_words(context, Verb.CHOOSE_WORDS, feedback_id, words, FeedbackStatus.MAY_PUBLISH, seen, may_stay)


def print_words(context: WorkContext, feedback_id: str, words: str, *, seen: str, may_stay: bool = False) -> Action:
    """Let these words be printed on the site at the next publishing. Raises as `choose_words` does."""
    return _with_words(context, Verb.PRINT_WORDS, feedback_id, words, FeedbackStatus.PUBLISHED, seen, may_stay)


def take_off_words(context: WorkContext, feedback_id: str, *, seen: str) -> Action:
    """Take somebody's words off the site, or off the list of those to be printed."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(FeedbackRow, feedback_id, seen)
        check_state_allows(Verb.TAKE_OFF_WORDS, row)
        unit.move(row, FeedbackStatus.WITHDRAWN)

    return do(context, Verb.TAKE_OFF_WORDS, work)[0]


def _with_words(
    context: WorkContext,
    verb: Verb,
    feedback_id: str,
    words: str,
    status: FeedbackStatus,
    seen: str,
    may_stay: bool,
) -> Action:
    def work(unit: UnitOfWork) -> None:
        row = unit.take(FeedbackRow, feedback_id, seen)
        check_state_allows(verb, row)
        told = " ".join(words.split())
        if row.may_publish not in (MayPublish.WITHOUT_NAME, MayPublish.WITH_FIRST_NAME):
            raise NotNow("They said that it is not to be printed.")
        if not told or len(told) > LONGEST:
            raise NotNow(f"Give the words that are printed, at most {LONGEST} letters.")
        if not may_stay and _names_somebody(unit, row, told):
            raise NotNow("A name, a number or a place of theirs stands in it. Change it, or tick that it is none.")
        unit.move(row, status)
        unit.set(row, "as_printed", told)

    return do(context, verb, work)[0]


def _names_somebody(unit: UnitOfWork, row: FeedbackRow, words: str) -> bool:
    """Whether the words name the resident, somebody of their household, or the volunteer who helped."""
    match = unit.reader.get(MatchRow, row.about) if row.about else None
    volunteer = unit.reader.get(VolunteerRow, match.volunteer_id) if match else None
    people = list(people_in(VolunteerRow.TABLE, volunteer)) if volunteer else []
    resident = unit.reader.get(ResidentRow, row.from_whom) if row.from_whom else None
    if resident is not None:
        people += people_of(unit.visible, resident, deciding=True)
    return bool(in_words(words, people))
