"""The figures of a period: each with what it is a share of and how it was counted, and the tables behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from community.impact.figures_told import FiguresTold, rounded_pounds
from community.impact.impact_facts import ImpactFacts, NeedFact, RequestFact
from community.impact.impact_periods import Period
from community.impact.impact_tables import (
    HELPED,
    ImpactTable,
    by_hub,
    by_kind,
    by_reason,
    is_waiting,
    over_time,
    people_helped,
    who_answered,
)
from community.settings import Settings
from community.tables.statuses import VolunteerStatus
from community.wording import counted, spoken

_NO_KIND = frozenset({"", "other"})


@dataclass(frozen=True)
class Measure:
    """One figure. `of` says what it is a share of or counted among, `how` how it was counted."""

    name: str
    value: str
    of: str
    how: str


@dataclass(frozen=True)
class ImpactReport:
    """All figures of one period. `outside`: as outsiders may read them, with small numbers hidden."""

    period: Period
    outside: bool
    measures: Mapping[str, tuple[Measure, ...]]
    """By heading."""
    over_time: ImpactTable
    tables: tuple[ImpactTable, ...]


def impact_report(facts: ImpactFacts, period: Period, settings: Settings, *, outside: bool = False) -> ImpactReport:
    """The figures of the period, from these facts."""
    told = FiguresTold(outside)
    requests = [each for each in facts.requests if each.day in period]
    asked = [each for each in facts.needs if each.day in period]
    closed = [each for each in facts.needs if each.closed in period]
    measures = {
        "Help given": _help(told, facts, period, settings),
        "How long people wait": _waits(told, requests, asked, settings),
        "What came of it": _outcomes(told, requests, asked, closed, facts.needs),
        "Volunteers": _volunteers(told, facts, period),
    }
    tables = (over_time(facts, period), by_hub(facts, period, settings), by_kind(asked, settings), by_reason(closed))
    weeks, *others = (each.for_outsiders() for each in tables) if outside else tables
    # Nobody here may tell who gave one of these answers either.
    who = (each.for_outsiders() for each in who_answered(facts, period))
    return ImpactReport(period, outside, measures, weeks, (*others, *who))


def _help(told: FiguresTold, facts: ImpactFacts, period: Period, settings: Settings) -> tuple[Measure, ...]:
    visits = [each for each in facts.visits if each.day in period]
    people, organisations = people_helped(visits), len({each.organisation for each in visits if each.organisation})
    timed = [each.minutes for each in visits if each.minutes]
    tasks = told.counted(len(visits), "task")
    also = f" and {told.counted(organisations, 'organisation')}" if organisations else ""
    return (
        Measure(
            "Tasks done",
            told.count(len(visits)),
            f"for {told.counted(people, 'person')}{also}",
            "Every visit, lift, errand or call that was reported as done on a day of the period.",
        ),
        Measure(
            "People helped",
            told.count(people),
            f"in {tasks} done",
            "Each person counts once, however often somebody came. Organisations count apart.",
        ),
        Measure(
            "Hours given",
            told.count(round(sum(timed) / 60)),
            f"told for {told.count(len(timed))} of {tasks}",
            "The minutes that were reported. Where none were, none are made up.",
        ),
        _cost(told, len(visits), settings, period),
    )


def _cost(told: FiguresTold, tasks: int, settings: Settings, period: Period) -> Measure:
    elsewhere = settings.impact
    beside = ""
    if elsewhere.compared_pence:
        beside = f" {elsewhere.compared_with} paid {rounded_pounds(elsewhere.compared_pence)} for each completed task."
    value, of = "not reckoned", "the settings name no costs"
    if elsewhere.costs_a_year:
        share = round(elsewhere.costs_a_year * 100 * period.days / 365)
        value = told.cost_of_each(share, tasks)
        of = f"{rounded_pounds(share)} for {counted(period.days, 'day')}, {told.counted(tasks, 'task')} done"
    return Measure(
        "Cost of a completed task",
        value,
        of,
        f"The costs of a year, by the days of the period, divided by the tasks done.{beside}",
    )


def _waits(
    told: FiguresTold, requests: Sequence[RequestFact], asked: Sequence[NeedFact], settings: Settings
) -> tuple[Measure, ...]:
    written = [each for each in requests if each.written]
    hours = [each.hours for each in written if each.hours is not None]
    in_time = sum(each.in_time for each in written)
    for_volunteers = [each for each in asked if _is_for_a_volunteer(each, settings)]
    to_yes = [24 * each.until_yes for each in for_volunteers if each.until_yes is not None]
    promise = settings.community
    return (
        Measure(
            "Until a person answered",
            told.wait(hours),
            f"for half of {told.count(len(hours))} answered, of {told.count(len(written))} that came in writing",
            f"From the form, letter, text or email until somebody here accepted or closed it; nine in ten: "
            f"{told.wait(hours, 9)}. Calls are left out: a person answers those at once.",
        ),
        Measure(
            "Answered in time",
            told.share(in_time, len(written)),
            f"{told.count(in_time)} of {told.count(len(written))} that came in writing",
            f"Within {spoken(promise.promise_working_days, 'working_day')}, or for help needed today within "
            f"{spoken(promise.urgent_hours, 'opening_hour')}. Those that still wait are among the rest.",
        ),
        Measure(
            "Until a volunteer said yes",
            told.wait(to_yes),
            f"for half of {told.count(len(to_yes))} with a yes, of {told.counted(len(for_volunteers), 'needs')} for "
            "a volunteer",
            f"From the request to the first yes; nine in ten: {told.wait(to_yes, 9)}.",
        ),
    )


def _is_for_a_volunteer(need: NeedFact, settings: Settings) -> bool:
    known = settings.task_types.get(need.kind)
    return known is not None and known.by == "volunteer"


def _outcomes(
    told: FiguresTold,
    requests: Sequence[RequestFact],
    asked: Sequence[NeedFact],
    closed: Sequence[NeedFact],
    every: Sequence[NeedFact],
) -> tuple[Measure, ...]:
    met = sum(each.reason in HELPED for each in closed)
    reasoned = sum(bool(each.reason) for each in closed)
    other = sum(each.kind in _NO_KIND for each in asked)
    people = {each.who for each in requests if each.who}
    again = {each.who for each in requests if each.who and each.asked_before}
    return (
        Measure(
            "Needs met",
            told.share(met, len(closed)),
            f"{told.count(met)} of {told.count(len(closed))} closed",
            "Closed as done, or passed on to another service, of all needs closed in the period. A table below says "
            "why the others were closed.",
        ),
        Measure(
            "Closed with a reason",
            told.share(reasoned, len(closed)),
            f"{told.count(reasoned)} of {told.count(len(closed))} closed",
            "Nobody is let go without it being said why.",
        ),
        Measure(
            "Asked for what no task covers",
            told.share(other, len(asked)),
            f"{told.count(other)} of {told.counted(len(asked), 'needs')}",
            "Accepted as something else than the kinds of help in the settings.",
        ),
        Measure(
            "People who asked before",
            told.share(len(again), len(people)),
            f"{told.count(len(again))} of {told.counted(len(people), 'person')} who asked",
            "Of those known who asked in the period, how many had asked an earlier time.",
        ),
        Measure(
            "Waiting now",
            told.count(sum(map(is_waiting, every))),
            f"of {told.count(sum(each.closed is None for each in every))} open today, whatever the period",
            "Open needs for which nobody is approved.",
        ),
    )


def _volunteers(told: FiguresTold, facts: ImpactFacts, period: Period) -> tuple[Measure, ...]:
    new = [each for each in facts.volunteers if each.applied in period]
    ready = [each for each in facts.volunteers if each.status == VolunteerStatus.READY]
    asked = sum(each.ever_asked for each in ready)
    began = [each.first_helped - each.applied for each in new if each.first_helped is not None]
    enquired = [each for each in facts.enquiries if each.asked in period]
    introduced = sum(each.introduced is not None for each in enquired)
    placed = [each.placed - each.asked for each in enquired if each.placed is not None]
    return (
        Measure(
            "Volunteers who applied",
            told.count(len(new)),
            f"{told.count(len(ready))} are ready today",
            "Applications of the period, whatever became of them.",
        ),
        Measure(
            "From applying to a first task",
            told.share(len(began), len(new)),
            f"{told.count(len(began))} of {told.count(len(new))} who applied",
            f"Of those who applied in the period, how many have helped since. For half of them it took at most: "
            f"{told.wait(_hours(began))}.",
        ),
        Measure(
            "From asking for a role to a placement",
            told.share(len(placed), len(enquired)),
            f"{told.count(len(placed))} of {told.count(len(enquired))} who asked",
            f"Of those who asked in the period for an organisation’s role, how many began in it since. Introduced to "
            f"the organisation: {told.count(introduced)}. For half of those who began it took at most: "
            f"{told.wait(_hours(placed))}.",
        ),
        Measure(
            "Placed in an organisation’s role",
            told.count(sum(each.placed in period for each in facts.enquiries)),
            "in the period",
            "Volunteers whom an organisation took on, in a role that they were introduced to, whenever they asked.",
        ),
        Measure(
            "Ready and asked at least once",
            told.share(asked, len(ready)),
            f"{told.count(asked)} of {told.count(len(ready))} ready today",
            "Whoever is never asked goes away again.",
        ),
    )


def _hours(took: Sequence[timedelta]) -> list[float]:
    return [max(0.0, each.total_seconds() / 3600) for each in took]
