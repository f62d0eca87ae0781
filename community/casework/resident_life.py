"""What happens to a resident: away and home again, nobody opens, into a home, at risk, how they talk, limits."""

from datetime import date, datetime, timedelta

from community.book import among
from community.casework.calls_to_make import has_open_call
from community.casework.casework_errors import NotAllowed
from community.casework.closing import close_need_whole, close_request_if_all_done
from community.casework.household_life import is_away_from, moves_out
from community.casework.life_calls import (
    ANIMALS,
    AWAY_OVER,
    AWAY_TOLD,
    HOME_NEXT_DAY,
    HOME_THIRD_DAY,
    HOME_TODAY,
    INTO_A_HOME,
    LIMITS,
    NOT_SEEN,
    WHOEVER_ANSWERED,
)
from community.casework.life_frame import MORNING, AskKind, Happening, LifeAsk, LifeEvent, is_here
from community.casework.message_queue import withdraw
from community.casework.needs_bundle import ask_for_needs
from community.casework.record_corrections import put_right
from community.casework.request_triage import NeedAsked
from community.tables.canonical import LONDON, instant
from community.tables.row_types import MatchRow, MessageRow, NeedRow, ResidentRow, VisitRow
from community.tables.statuses import AGREED, UNSENT, MatchStatus, NeedStatus, VisitStatus
from community.tables.support_vocabulary import AT_RISK_IN, TALKS_THROUGH
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason, Recurs, Urgency

_ASKED = AGREED | {MatchStatus.OFFERED}


def _resident(happening: Happening) -> ResidentRow:
    assert isinstance(happening.row, ResidentRow)  # noqa: S101 (what the event says it is about)
    return happening.row


def _needs(happening: Happening) -> list[NeedRow]:
    one = happening.row.id
    return happening.unit.reader.rows(NeedRow, lambda c: [c.resident_id == one, c.status == NeedStatus.OPEN])


def _away(happening: Happening) -> None:
    resident, unit, told = _resident(happening), happening.unit, happening.told
    until = told.day("until")
    if until is None:
        return
    unit.set(resident, "away_until", until)
    unit.set(resident, "away_at", told.said("where"))
    if told.said("animals"):
        unit.set(resident, "animals", told.said("animals"))
    back, was = _morning(until), _awaited(resident)
    needs = _needs(happening)
    for need in needs:
        if need.hold_until is None or need.hold_until < instant(back) or need.hold_until == was:
            unit.set(need, "hold_until", back)
    ids = [need.id for need in needs]
    for match in unit.reader.rows(MatchRow, lambda c: [among(c.need_id, ids), c.status.in_(_ASKED)]):
        happening.call(AWAY_TOLD, match.id, match.volunteer_id)
    _call_off(happening, until)
    is_away_from(happening)
    if told.said("animals") or resident.animals:
        happening.call(ANIMALS, resident.id, resident.id)
    happening.over(resident.id, AWAY_OVER)
    happening.call_on(AWAY_OVER, resident.id, resident.id, until)


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, LONDON)


def _awaited(resident: ResidentRow) -> str | None:
    """Until when what waits for them waits, as the book writes it; None while they are not away."""
    return instant(_morning(date.fromisoformat(resident.away_until))) if resident.away_until else None


def _home_again(happening: Happening) -> None:
    """What waited for them waits no more, and nobody asks whether they are back."""
    resident, unit = _resident(happening), happening.unit
    was = _awaited(resident)
    unit.set(resident, "away_until", None)
    unit.set(resident, "away_at", None)
    for need in _needs(happening):
        if need.hold_until is not None and need.hold_until == was:
            unit.set(need, "hold_until", None)
    happening.over(resident.id, AWAY_OVER)


def _call_off(happening: Happening, until: date) -> None:
    """Call off what was planned there meanwhile, and keep back what waits to go to them."""
    unit, one = happening.unit, happening.row.id
    planned = unit.reader.rows(
        VisitRow,
        lambda c: [c.resident_id == one, c.status == VisitStatus.PLANNED, c.on < until.isoformat()],
    )
    for visit in planned:
        unit.move(visit, VisitStatus.CANCELLED)
    for message in unit.reader.rows(MessageRow, lambda c: [c.to_whom == one, c.status.in_(list(UNSENT))]):
        withdraw(unit, message)


def _discharge(happening: Happening) -> None:
    resident, unit, told = _resident(happening), happening.unit, happening.told
    home, was = told.day("home_on") or happening.today, _awaited(resident)
    unit.set(resident, "away_at", told.said("ward"))
    unit.set(resident, "away_until", home if home > happening.today else None)
    for need in _needs(happening):
        if need.hold_until is not None and need.hold_until == was:
            unit.set(need, "hold_until", _morning(home))
    tasks = told.codes("tasks")
    if tasks:
        asked = [NeedAsked(task, urgency=Urgency.TODAY, recurs=Recurs.ONCE) for task in tasks]
        ask_for_needs(unit, resident, asked, what="discharge", details="Home from hospital")
    happening.over(resident.id, AWAY_OVER, HOME_TODAY, HOME_NEXT_DAY, HOME_THIRD_DAY)
    happening.call_on(HOME_TODAY, resident.id, resident.id, home)
    happening.call_on(HOME_NEXT_DAY, resident.id, resident.id, home + timedelta(days=1))
    happening.call_on(HOME_THIRD_DAY, resident.id, resident.id, home + timedelta(days=3))


def _nobody_opens(happening: Happening) -> None:
    one = happening.row.id
    happening.note(one, told_of_tries(happening))
    if not has_open_call(happening.unit.reader, NOT_SEEN, one, one):
        happening.call(NOT_SEEN, one, one)


def told_of_tries(happening: Happening) -> str | None:
    """What was tried before somebody wrote down that nobody opens."""
    tried = happening.told.said("tried")
    return f"Nobody opened. Tried so far: {tried}" if tried else None


def _into_a_home(happening: Happening) -> None:
    resident, unit, told = _resident(happening), happening.unit, happening.told
    if unit.visible.closed_home(resident.table, resident.id):
        raise NotAllowed("Their address is protected: only the safeguarding lead writes down where they live now.")
    put_right(unit, resident, "address", told.said("address"))
    if told.said("postcode"):
        put_right(unit, resident, "postcode", told.said("postcode"))
    if told.said("telephone"):
        put_right(unit, resident, "telephone", told.said("telephone"))
    unit.set(resident, "staff", told.said("staff"))
    if told.yes("ends"):
        for need in _needs(happening):
            close_need_whole(unit, need, ClosedReason.NOT_WANTED)
            close_request_if_all_done(unit, need)
    moves_out(happening)
    if told.yes("agreed"):
        happening.call(INTO_A_HOME, resident.id, resident.id)


def _at_risk(happening: Happening) -> None:
    resident, unit, told = _resident(happening), happening.unit, happening.told
    unit.set(resident, "at_risk_in", told.codes("at_risk_in"))
    unit.set(resident, "animals", told.said("animals") or resident.animals)


def _talks(happening: Happening) -> None:
    resident, unit, told = _resident(happening), happening.unit, happening.told
    unit.set(resident, "talks_through", told.said("through"))
    unit.set(resident, "interpreter", told.said("interpreter"))


def _limits(happening: Happening) -> None:
    resident, unit, told = _resident(happening), happening.unit, happening.told
    review = told.day("review")
    unit.set(resident, "limits", told.said("limits"))
    happening.note(resident.id, told.said("why"))
    happening.over(resident.id, LIMITS)
    if told.said("limits") and review is not None:
        happening.call_on(LIMITS, resident.id, resident.id, review)
        happening.call(WHOEVER_ANSWERED, resident.id, None)


EVENTS = (
    LifeEvent(
        Verb.AWAY,
        ResidentRow,
        _away,
        (
            LifeAsk("until", AskKind.COMING_DAY, "Until which day, or about?", must=True),
            LifeAsk("where", AskKind.LINE, "Where are they? Hospital and ward, or a place of respite"),
            LifeAsk(
                "animals",
                AskKind.LINE,
                "Animals that live with them, and who cares for these meanwhile",
                column="animals",
            ),
        ),
        is_here,
    ),
    LifeEvent(Verb.HOME_AGAIN, ResidentRow, _home_again, (), lambda one: is_here(one) and one.away_until is not None),
    LifeEvent(
        Verb.DISCHARGE,
        ResidentRow,
        _discharge,
        (
            LifeAsk("home_on", AskKind.COMING_DAY, "On which day do they come home?", must=True),
            LifeAsk("ward", AskKind.LINE, "The ward and its number, for questions"),
            LifeAsk("tasks", AskKind.SOME_OF, "What do they need at once?", tasks=True),
        ),
        is_here,
    ),
    LifeEvent(
        Verb.NOBODY_OPENS,
        ResidentRow,
        _nobody_opens,
        (LifeAsk("tried", AskKind.LINE, "What was tried? Rang, a neighbour, whoever they named, the hospital"),),
        is_here,
    ),
    LifeEvent(
        Verb.INTO_A_HOME,
        ResidentRow,
        _into_a_home,
        (
            LifeAsk("address", AskKind.LINE, "The home and its address", must=True),
            LifeAsk("postcode", AskKind.LINE, "Its postcode"),
            LifeAsk("telephone", AskKind.LINE, "The number by which they are reached there"),
            LifeAsk("staff", AskKind.LINE, "Whom to ask there: name and number", column="staff"),
            LifeAsk("ends", AskKind.YES, "They want no more help from us there"),
            LifeAsk("agreed", AskKind.YES, "They agree that we tell the home who comes and what they like"),
        ),
        is_here,
    ),
    LifeEvent(
        Verb.AT_RISK,
        ResidentRow,
        _at_risk,
        (
            LifeAsk(
                "at_risk_in",
                AskKind.SOME_OF,
                "When do they want to be rung?",
                codes=AT_RISK_IN,
                labels="at_risk_in",
                column="at_risk_in",
            ),
            LifeAsk(
                "animals",
                AskKind.LINE,
                "Animals that live with them, and who cares for these when they can’t",
                column="animals",
            ),
        ),
        is_here,
    ),
    LifeEvent(
        Verb.TALKS_THROUGH,
        ResidentRow,
        _talks,
        (
            LifeAsk("through", AskKind.ONE_OF, "Through what?", must=True, codes=TALKS_THROUGH, labels="talks_through"),
            LifeAsk("interpreter", AskKind.LINE, "Who interprets, and how are they reached?", column="interpreter"),
            LifeAsk("grown_up", AskKind.YES, "Whoever interprets is grown up: never a child", must=True),
        ),
        is_here,
    ),
    LifeEvent(
        Verb.LIMIT_CALLS,
        ResidentRow,
        _limits,
        (
            LifeAsk(
                "limits",
                AskKind.WORDS,
                "What was agreed: how often, when? Empty: the limits end",
                column="limits",
            ),
            LifeAsk("review", AskKind.COMING_DAY, "When do we look at it again?"),
            LifeAsk("why", AskKind.WORDS, "What happened, for coordinators only"),
        ),
        is_here,
    ),
)
