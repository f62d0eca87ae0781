"""Telephone calls: asking the volunteer, and telling them whom they help once they may know."""

from dataclasses import dataclass, field
from typing import Literal

from community.book import Action
from community.casework.casework_errors import NotFound, NotNow, NotSaved
from community.casework.concern_caution import check_may_be_asked
from community.casework.contact_safety import safe_contact
from community.casework.detail_release import Details, check_may_be_told, details_of
from community.casework.match_decisions import take_match
from community.casework.message_facts import hazards_to_read
from community.casework.message_texts import asking_words, released_words, thanks_words
from community.casework.permissions import on_duty
from community.casework.policies import check_may_go_on
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.roles import DutyGrant
from community.tables.row_types import (
    ContactRow,
    ContactValues,
    MatchRow,
    NeedRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import LIVE, ContactStatus, MatchStatus, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction
from community.wording import wording

Answer = Literal[ContactOutcome.YES, ContactOutcome.NO, ContactOutcome.NO_ANSWER]


@dataclass(frozen=True)
class Release:
    """What a volunteer is told after they have said yes, and not before; no address for telephone help."""

    words: str = field(repr=False)
    own_door_word: str | None = field(repr=False)
    """The word that the resident chose for the door; None where it is that of the match."""
    action: Action
    """What was written down; its id is empty where it was written down before."""


def message_for(context: WorkContext, match_id: str) -> str:
    """The words with which to ask the volunteer: task, time and sector, and nothing that gives the resident away.

    Before them stands what to say if somebody else answers. Raises NotNow once the match is over, and NotSaved until
    the decision is saved for good.
    """
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        if match.status not in LIVE:
            raise NotNow("This volunteer is not being asked.")
        check_saved(context, match)
        check_may_be_asked(visible.reader, match.volunteer_id)
        need = visible.reader.get(NeedRow, match.need_id)
        volunteer = visible.reader.get(VolunteerRow, match.volunteer_id)
        if need is None or volunteer is None:
            raise NotFound("A record that belongs to this one is no longer there.")
        hazards = hazards_to_read(visible.reader, need)
        instead = wording().phrase["another_answers"]
        first = [instead.format(words=each) for each in safe_contact(volunteer).say_instead]
        return "\n\n".join([*first, asking_words(context.settings, need, volunteer, hazards)])


def thanks_for(context: WorkContext, volunteer_id: str) -> str:
    """The words that thank a volunteer for what they gave, after what to say if somebody else answers."""
    with looking(context) as visible:
        volunteer = visible.get(VolunteerRow, volunteer_id)
        done = visible.rows(VisitRow, lambda c: [c.volunteer_id == volunteer_id, c.status == VisitStatus.DONE])
    instead = wording().phrase["another_answers"]
    first = [instead.format(words=each) for each in safe_contact(volunteer).say_instead]
    return "\n\n".join([*first, thanks_words(context.settings, volunteer, len(done))])


def rang(context: WorkContext, match_id: str, answer: Answer, *, seen: str, reason: str | None = None) -> Action:
    """Note the volunteer's answer: yes agrees; no declines, and they are not asked again for this; no answer is a try.

    Raises NotNow for a yes where a hard rule now forbids the pair.
    """

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.RANG, match_id, seen)
        if answer == ContactOutcome.YES:
            check_may_go_on(unit.reader, context.settings, unit.now, match)
            unit.move(match, MatchStatus.ACCEPTED)
            # A yes that was taken back may have led to a release. The release after this yes is written down anew.
            unit.set(match, "released_at", None)
        elif answer == ContactOutcome.NO:
            unit.move(match, MatchStatus.DECLINED)
            unit.set(match, "ended_reason", reason)
        elif answer != ContactOutcome.NO_ANSWER:
            raise NotNow("The answer is yes, no or no answer.")
        unit.add(ContactRow, call(match.id, match.volunteer_id, answer))

    return do(context, Verb.RANG, work, reason)[0]


def release(context: WorkContext, match_id: str, *, seen: str) -> Release:
    """Name, telephone and address for a volunteer who said yes; the first release after each yes is written down.

    Raises NotNow before the yes, before the resident knows and has had time to object, after the end of the match, and
    where a hard rule forbids the pair. Raises NotSaved, with the release written down, until all of it is saved for
    good; called again after that, it returns the words. Only the safeguarding lead is shown a protected address.
    """
    to_lead = on_duty(context.user, DutyGrant.TELL_PROTECTED_ADDRESSES)
    action, (match, need, details) = do(
        context, Verb.RELEASE, lambda unit: release_within(unit, match_id, seen, to_lead=to_lead)
    )
    check_saved(context, match)
    return Release(released_words(context.settings, need, details), details.own_door_word, action)


def release_within(
    unit: UnitOfWork, match_id: str, seen: str, *, to_lead: bool = False
) -> tuple[MatchRow, NeedRow, Details]:
    """Release in this unit of work; raises as `release` does, and then nothing is written.

    `to_lead`: the safeguarding lead reads it out, with a protected address. On paper that stands for nobody.
    """
    context = unit.context
    match = take_match(unit, Verb.RELEASE, match_id, seen)
    need = unit.read(NeedRow, match.need_id)
    resident = unit.read(ResidentRow, need.resident_id)
    check_may_go_on(unit.reader, context.settings, unit.now, match)
    check_may_be_told(unit.reader, context.settings, unit.now, match)
    if match.released_at is None:
        unit.set(match, "released_at", unit.at)
    return match, need, details_of(unit.reader, context.settings, need, resident, to_lead=to_lead)


def call(about: str, with_whom: str | None, outcome: ContactOutcome) -> ContactValues:
    """The row of one telephone call of ours."""
    return {
        "about": about,
        "with_whom": with_whom,
        "way": ContactWay.TELEPHONE,
        "direction": Direction.OUT,
        "outcome": outcome,
        "status": ContactStatus.DEALT_WITH,
    }


def check_saved(context: WorkContext, match: MatchRow) -> None:
    """Raises NotSaved until the decision is saved for good."""
    if context.unsaved({match.id, match.need_id, match.volunteer_id}):
        raise NotSaved
