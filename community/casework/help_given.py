"""Actions about help given: visits, the end of a match, a need that is met, and the pair that goes on."""

from collections.abc import Collection
from datetime import date, timedelta

from community.book import Action
from community.casework.actions import check_state_allows
from community.casework.calls_to_make import UNOPENED, WORRIED, has_open_call, open_call
from community.casework.casework_errors import NotNow
from community.casework.closing import close_need_whole, close_request_if_all_done, matches_of
from community.casework.match_decisions import take_match
from community.casework.policies import LATEST_DAY, check_day
from community.casework.reported_visit import Visit
from community.casework.request_answers import check_reason
from community.casework.request_triage import check_lives
from community.casework.resident_news import ask_how_it_was
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visit_rows import ask_no_more, visit_values
from community.tables.canonical import LONDON
from community.tables.ids import derive
from community.tables.row_types import HelpRequestRow, MatchRow, NeedRow, PairRow, PairValues, VisitRow
from community.tables.statuses import AGREED, MatchStatus, NeedStatus, RequestStatus, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason, Recurs, YesNo

LONGEST = 24 * 60
FARTHEST = 500
"""So many miles nobody drives for one visit."""


def done(
    context: WorkContext,
    match_id: str,
    on: date,
    minutes: int | None = None,
    *,
    seen: str,
    miles: float | None = None,
    worried: bool = False,
    again: date | None = None,
) -> Action:
    """Note that help was given on this day. Help wanted once is then complete; its need closes when all have helped.

    With a day on which they meet `again`, it goes on. Raises NotNow for a day to come, for a visit of that day that is
    written down already, and for odd minutes, miles or days.
    """

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.DONE, match_id, seen)
        visited(unit, match, unit.read(NeedRow, match.need_id), Visit(on, minutes, miles, worried, again))

    return do(context, Verb.DONE, work)[0]


def visited(unit: UnitOfWork, match: MatchRow, need: NeedRow, visit: Visit) -> None:
    """Write down that help was given, and what follows: the pair, the next visit, or that the match is complete."""
    _write_down(unit, match, need, visit, VisitStatus.DONE)
    _keep_pair(unit, need, match, visit.on, lasting=visit.again is not None)
    if visit.again is not None:
        _plan(unit, match, need, visit)
    if visit.worried:
        unit.appends.append(open_call(WORRIED, match.id, match.volunteer_id))
    if need.recurs == Recurs.WEEKLY or visit.again is not None or _is_planned_after(unit, match, visit.on):
        unit.move(match, MatchStatus.ACTIVE)
        return
    unit.move(match, MatchStatus.COMPLETED)
    if need.status == NeedStatus.OPEN and _given(unit, need) >= (need.people or 1):
        close_need_whole(unit, need, ClosedReason.DONE)
        close_request_if_all_done(unit, need)


def visited_already(unit: UnitOfWork, match: MatchRow, need: NeedRow, there: VisitRow, visit: Visit) -> None:
    """Take what a second report of the same visit says anew: figures, a worry, the next visit, a closed door."""
    for field, said in (("minutes", visit.minutes), ("miles", visit.miles)):
        if said is not None and there[field] is None:
            unit.set_by_name(there, field, said)
    new = Visit(visit.on, worried=visit.worried and there.worried != YesNo.YES)
    if new.worried:
        unit.set(there, "worried", YesNo.YES)
    somebody_to_see(unit, match, need, new, there.status)
    if visit.again is not None and unit.reader.get(VisitRow, derive("T", match.id, visit.again.isoformat())) is None:
        if match.status not in AGREED:
            raise NotNow("This help is over already. Please ring us about the next visit.")
        _plan(unit, match, need, visit)


def somebody_to_see(unit: UnitOfWork, match: MatchRow, need: NeedRow, visit: Visit, status: VisitStatus) -> None:
    """Put on Today that somebody is worried, or stood before a closed door, unless that stands there."""
    if visit.worried and not has_open_call(unit.reader, WORRIED, match.id, match.volunteer_id):
        unit.appends.append(open_call(WORRIED, match.id, match.volunteer_id))
    if status == VisitStatus.NOT_IN and not has_open_call(unit.reader, UNOPENED, match.id, need.resident_id):
        unit.appends.append(open_call(UNOPENED, match.id, need.resident_id))


def nobody_opened(unit: UnitOfWork, match: MatchRow, need: NeedRow, visit: Visit) -> None:
    """Write down that nobody opened the door. Until somebody has found out that they are safe, it stays on Today."""
    _write_down(unit, match, need, visit, VisitStatus.NOT_IN)
    if need.resident_id:
        unit.appends.append(open_call(UNOPENED, match.id, need.resident_id))


def not_given(context: WorkContext, match_id: str, on: date, status: VisitStatus, *, seen: str) -> Action:
    """Note a visit that came to nothing: the resident was `not_in`, or the volunteer did not come (`no_show`)."""

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.NOT_GIVEN, match_id, seen)
        no_visit(unit, match, unit.read(NeedRow, match.need_id), Visit(on), status)

    return do(context, Verb.NOT_GIVEN, work)[0]


def no_visit(unit: UnitOfWork, match: MatchRow, need: NeedRow, visit: Visit, status: VisitStatus) -> None:
    """Write down a visit that came to nothing, and what follows."""
    if status == VisitStatus.NOT_IN:
        nobody_opened(unit, match, need, visit)
    elif status == VisitStatus.NO_SHOW:
        _write_down(unit, match, need, visit, status)
    else:
        raise NotNow("Say whether the resident was not in, or the volunteer did not come.")


def end_match(
    context: WorkContext, match_id: str, reason: str | None = None, *, seen: str, heard: Collection[str] = ()
) -> Action:
    """End a match: complete if help was given, else called off. The need stays open for another volunteer.

    Today then asks that both be told, except those who have `heard` of it (ids of people).
    """

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.END, match_id, seen)
        visits = unit.reader.rows(VisitRow, lambda c: [c.match_id == match_id, c.status == VisitStatus.DONE])
        unit.move(match, MatchStatus.COMPLETED if visits else MatchStatus.CANCELLED)
        unit.set(match, "ended_reason", reason)

    return do(context, Verb.END, work, reason, heard)[0]


def cancel(
    context: WorkContext, match_id: str, reason: str | None = None, *, seen: str, heard: Collection[str] = ()
) -> Action:
    """Call off a match that was approved or agreed. The need stays open for another volunteer.

    Today then asks that each who knows of the match be told, except those who have `heard` of it (ids of people).
    """

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.CANCEL, match_id, seen)
        unit.move(match, MatchStatus.CANCELLED)
        unit.set(match, "ended_reason", reason)

    return do(context, Verb.CANCEL, work, reason, heard)[0]


def close_need(context: WorkContext, need_id: str, closed_reason: str, *, seen: str = NeedStatus.OPEN) -> Action:
    """Close one need with a reason, and end the matches proposed or promised for it."""
    check_reason(closed_reason)

    def work(unit: UnitOfWork) -> None:
        need = unit.take(NeedRow, need_id, seen)
        check_state_allows(Verb.CLOSE_NEED, need)
        close_need_whole(unit, need, closed_reason)
        close_request_if_all_done(unit, need)

    return do(context, Verb.CLOSE_NEED, work)[0]


def reopen_need(context: WorkContext, need_id: str, *, seen: str = NeedStatus.CLOSED) -> Action:
    """Open a need again: it was not met after all."""

    def work(unit: UnitOfWork) -> None:
        need = unit.take(NeedRow, need_id, seen)
        check_state_allows(Verb.REOPEN_NEED, need)
        if need.resident_id is not None:
            check_lives(unit, need.resident_id)
        unit.move(need, NeedStatus.OPEN)
        unit.set(need, "closed_reason", None)
        request = unit.reader.get(HelpRequestRow, need.request_id) if need.request_id else None
        if request is not None and request.status == RequestStatus.CLOSED:
            unit.move(request, RequestStatus.TRIAGED)
            unit.set(request, "closed_reason", None)

    return do(context, Verb.REOPEN_NEED, work)[0]


def pair_asked(context: WorkContext, pair_id: str, again: date | None) -> Action:
    """Note that somebody asked both how they get on, and when to ask `again`; None means never."""

    def work(unit: UnitOfWork) -> None:
        unit.set(unit.take(PairRow, pair_id), "next_check", again)

    return do(context, Verb.PAIR_ASKED, work)[0]


def _write_down(unit: UnitOfWork, match: MatchRow, need: NeedRow, visit: Visit, status: VisitStatus) -> None:
    check_day(visit.on, unit.now)
    ask_no_more(unit, match, visit.on)
    if visit.minutes is not None and not 0 < visit.minutes <= LONGEST:
        raise NotNow("The minutes must be between 1 and a whole day's.")
    if visit.miles is not None and not 0 <= visit.miles <= FARTHEST:
        raise NotNow(f"The miles must be between 0 and {FARTHEST}.")
    for planned in unit.reader.rows(
        VisitRow, lambda c: [c.match_id == match.id, c.status == VisitStatus.PLANNED, c.on <= visit.on.isoformat()]
    ):
        if planned.on == visit.on.isoformat():
            _settle(unit, planned, visit, status)
            return
        unit.move(planned, VisitStatus.CANCELLED)
    visit_id = derive("T", match.id, visit.on.isoformat())
    there = unit.reader.get(VisitRow, visit_id)
    opened = there is not None and (there.status, status) == (VisitStatus.NOT_IN, VisitStatus.DONE)
    if there is not None and (opened or there.status == VisitStatus.CANCELLED):
        _settle(unit, there, visit, status)  # they opened, or went there, after all
        return
    if there is not None:
        raise NotNow("That day's visit is written down already.")
    values = visit_values(match, need, visit.on, status)
    values |= {"minutes": visit.minutes, "miles": visit.miles, "worried": YesNo.YES if visit.worried else None}
    unit.add(VisitRow, values, visit_id)


def _settle(unit: UnitOfWork, there: VisitRow, visit: Visit, status: VisitStatus) -> None:
    unit.move(there, status)
    unit.set(there, "minutes", visit.minutes)
    unit.set(there, "miles", visit.miles)
    unit.set(there, "worried", YesNo.YES if visit.worried else None)


def _is_planned_after(unit: UnitOfWork, match: MatchRow, on: date) -> bool:
    return bool(
        unit.reader.count(
            VisitRow, lambda c: [c.match_id == match.id, c.status == VisitStatus.PLANNED, c.on > on.isoformat()]
        )
    )


def _plan(unit: UnitOfWork, match: MatchRow, need: NeedRow, visit: Visit) -> None:
    today = unit.now.astimezone(LONDON).date()
    if visit.again is None or not max(today, visit.on) <= visit.again <= today + LATEST_DAY or visit.again == visit.on:
        raise NotNow("The next visit is on a day to come.")
    plan_visit(unit, match, need, visit.again)
    ask_how_it_was(unit, match, visit.again)


def plan_visit(unit: UnitOfWork, match: MatchRow, need: NeedRow, on: date) -> None:
    """Write down that somebody comes on this day. Raises NotNow where something else is written down of it."""
    planned = derive("T", match.id, on.isoformat())
    there = unit.reader.get(VisitRow, planned)
    if there is None:
        unit.add(VisitRow, visit_values(match, need, on, VisitStatus.PLANNED), planned)
    elif there.status == VisitStatus.CANCELLED:
        unit.move(there, VisitStatus.PLANNED)
    else:
        raise NotNow("That day's visit is written down already.")


def _keep_pair(unit: UnitOfWork, need: NeedRow, match: MatchRow, on: date, *, lasting: bool) -> None:
    lasting = lasting or need.recurs == Recurs.WEEKLY
    check = on + timedelta(weeks=unit.context.settings.follow_up.pair_first_weeks) if lasting else None
    pair_id = derive("J", str(need.resident_id), match.volunteer_id)
    known = unit.reader.get(PairRow, pair_id)
    if known is not None and lasting and known.next_check is None:
        unit.set(known, "next_check", check)
    values: PairValues = {
        "resident_id": need.resident_id,
        "volunteer_id": match.volunteer_id,
        "since": on,
        "next_check": check,
    }
    unit.add(PairRow, values, pair_id)


def _given(unit: UnitOfWork, need: NeedRow) -> int:
    return sum(unit.status(m) == MatchStatus.COMPLETED for m in matches_of(unit, need_id=need.id))
