"""What happens to a volunteer: ill or not heard from, no longer driving, supported, with a buddy."""

from datetime import datetime

from community.casework.casework_errors import NotNow
from community.casework.closing import matches_of, stop_match
from community.casework.life_calls import BUDDY, COVER, DRIVES_NOT, IS_ILL, NOT_HEARD
from community.casework.life_frame import MORNING, AskKind, Happening, LifeAsk, LifeEvent, may_help
from community.casework.message_texts import get_well_words
from community.tables.canonical import LONDON, split
from community.tables.row_types import NeedRow, PairRow, VolunteerRow
from community.tables.statuses import LIVE, MatchStatus, VolunteerStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import Travel


def _volunteer(happening: Happening) -> VolunteerRow:
    return happening.unit.read(VolunteerRow, happening.row.id)


def _ill(happening: Happening) -> None:
    """They rest until a day, or until somebody says; whoever relied on them is told, and cover is asked."""
    unit, volunteer = happening.unit, _volunteer(happening)
    until = happening.told.day("until")
    if until is not None:
        unit.set(volunteer, "hold_until", datetime.combine(until, MORNING, LONDON))
    elif volunteer.status == VolunteerStatus.READY:
        unit.move(volunteer, VolunteerStatus.PAUSED)
    for match in matches_of(unit, volunteer_id=volunteer.id):
        if match.status == MatchStatus.PROPOSED:
            stop_match(unit, match, None)
    happening.call(NOT_HEARD if happening.told.yes("not_heard") else IS_ILL, volunteer.id, volunteer.id)
    mine = unit.reader.rows(
        PairRow, lambda c: [c.volunteer_id == volunteer.id, c.cover_id.is_not(None), c.next_check.is_not(None)]
    )  # none whose time together is over
    for pair in mine:
        happening.call(COVER, pair.id, pair.cover_id)


def _drives_no_more(happening: Happening) -> None:
    """Everything that needs a car ends; all else goes on."""
    unit, volunteer, tasks = happening.unit, _volunteer(happening), happening.unit.context.settings.task_types
    by_car = {code for code, task in tasks.items() if task.needs_car}
    unit.set(volunteer, "travel", set(split(volunteer.travel)) - {Travel.CAR})
    unit.set(volunteer, "tasks", set(split(volunteer.tasks)) - by_car)
    for match in matches_of(unit, volunteer_id=volunteer.id):
        need = unit.reader.get(NeedRow, match.need_id)
        if match.status in {*LIVE, MatchStatus.PROPOSED} and need is not None and need.task_type in by_car:
            stop_match(unit, match, "The volunteer drives no more")
    happening.note(volunteer.id, happening.told.said("why"))
    happening.call(DRIVES_NOT, volunteer.id, volunteer.id)


def _support(happening: Happening) -> None:
    unit, volunteer, told = happening.unit, _volunteer(happening), happening.told
    buddy = told.said("buddy")
    if buddy == volunteer.id:
        raise NotNow("Somebody else is their buddy.")
    unit.set(volunteer, "support_needs", told.said("support_needs"))
    if buddy is not None and buddy != volunteer.buddy_id:
        other = unit.take(VolunteerRow, buddy)
        if not may_help(other):
            raise NotNow("Whoever is to be their buddy has left.")
        happening.call(BUDDY, volunteer.id, other.id)
    unit.set(volunteer, "buddy_id", buddy)


EVENTS = (
    LifeEvent(
        Verb.ILL,
        VolunteerRow,
        _ill,
        (
            LifeAsk("until", AskKind.COMING_DAY, "Until which day? Empty: until somebody says that they are back"),
            LifeAsk("not_heard", AskKind.YES, "Nobody has heard from them"),
        ),
        lambda one: may_help(one) and one.status in {VolunteerStatus.READY, VolunteerStatus.PAUSED},
        heard=False,
        says=lambda one: get_well_words(one.unit.context.settings, _volunteer(one)),
    ),
    LifeEvent(
        Verb.DRIVES_NO_MORE,
        VolunteerRow,
        _drives_no_more,
        (LifeAsk("why", AskKind.WORDS, "What was seen or said, for coordinators only"),),
        lambda one: may_help(one) and Travel.CAR in split(one.travel),
        heard=False,
    ),
    LifeEvent(
        Verb.SUPPORT,
        VolunteerRow,
        _support,
        (
            LifeAsk(
                "support_needs",
                AskKind.WORDS,
                "What do they need to volunteer well? Support, adjustments, what suits them",
                column="support_needs",
            ),
            LifeAsk("buddy", AskKind.RECORD, "Who is their buddy?", of=VolunteerRow.TABLE, column="buddy_id"),
        ),
        may_help,
    ),
)
