"""Tables of a period: by hub, by kind of help, why needs were closed, week by week, and who is reached."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from community.forms.equality_questions import GROUPS, equality_questions
from community.impact.impact_facts import ImpactFacts, NeedFact, VisitFact
from community.impact.impact_periods import Period
from community.publish import protect
from community.settings import Settings
from community.tables.vocabulary import ClosedReason
from community.wording import day_short, day_words, wording

HELPED = frozenset({ClosedReason.DONE, ClosedReason.REFERRED_ON})
"""Why a need is closed that was met."""
ALL = "All"
_WHO = ("Ask for help", "Volunteer")
"""Words for those who answer questions about equality, in the order of `GROUPS`."""


@dataclass(frozen=True)
class ImpactTable:
    """Counts, line by line; None is a number that is hidden.

    `adds_up` names the columns of which the last line is the sum of the others; `whole`: the first column is the sum of
    the rest, in every line. `drawn` names the columns that a chart shows, side by side or as parts of a whole; where it
    names none, there is no chart.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    adds_up: tuple[int, ...] = ()
    whole: bool = False
    drawn: tuple[int, ...] = (0,)

    def for_outsiders(self) -> "ImpactTable":
        """The same table with small counts hidden, so that no sum or difference tells them."""
        counts = {f"{row}:{column}": n or 0 for row, (_, line) in enumerate(self.rows) for column, n in enumerate(line)}
        last = len(self.rows) - 1
        sums = [(f"{last}:{column}", [f"{row}:{column}" for row in range(last)]) for column in self.adds_up]
        if self.whole:
            beside = range(1, len(self.headers))
            sums += [(f"{row}:0", [f"{row}:{column}" for column in beside]) for row in range(len(self.rows))]
        cells = protect(counts, sums)
        return replace(self, rows=tuple(
            (name, tuple(cells[f"{row}:{column}"].shown for column in range(len(line))))
            for row, (name, line) in enumerate(self.rows)
        ))  # fmt: skip


def people_helped(visits: Sequence[VisitFact]) -> int:
    """How many people the help was given to, each counted once; organisations are not counted."""
    return len({each.person for each in visits if each.person})


def is_waiting(need: NeedFact) -> bool:
    """Whether the need is open and nobody has been approved for it."""
    return need.closed is None and not need.helped_now


def by_hub(facts: ImpactFacts, period: Period, settings: Settings) -> ImpactTable:
    """A line for each hub that has something to count, and for what belongs to none yet."""

    def line(some: ImpactFacts) -> tuple[int, ...]:
        visits = [each for each in some.visits if each.day in period]
        return (
            sum(each.day in period for each in some.requests),
            sum(each.day in period for each in some.needs),
            len(visits),
            people_helped(visits),
            round(sum(each.minutes or 0 for each in visits) / 60),
            sum(is_waiting(each) for each in some.needs),
        )

    names: Mapping[str, str] = {code: hub.name for code, hub in settings.hubs.items()} | {"": "No hub yet"}
    others = {hub for some in (facts.requests, facts.needs, facts.visits) for hub in (each.hub for each in some)}
    counted = replace(facts, volunteers=())  # far more than all else, and no column is about them
    rows = [(names.get(code, code), line(counted.of_hub(code))) for code in (*names, *sorted(others - names.keys()))]
    headers = ("Requests", "Needs", "Tasks done", "People helped", "Hours", "Waiting now")
    shown = tuple(row for row in rows if any(row[1]))
    return ImpactTable("By hub", headers, (*shown, (ALL, line(facts))), adds_up=(0, 1, 2, 5), drawn=(0, 2))


def by_kind(asked: Sequence[NeedFact], settings: Settings) -> ImpactTable:
    """A line for each kind of help that was asked for, the most wanted first."""

    def line(needs: Sequence[NeedFact]) -> tuple[int, ...]:
        met = sum(each.reason in HELPED for each in needs)
        waiting = sum(map(is_waiting, needs))
        under_way = sum(each.closed is None for each in needs) - waiting
        return len(needs), met, under_way, waiting, len(needs) - met - under_way - waiting

    kinds: dict[str, list[NeedFact]] = {}
    for need in asked:
        known = settings.task_types.get(need.kind)
        kinds.setdefault(known.name if known else "No kind of help named", []).append(need)
    rows = sorted(((name, line(needs)) for name, needs in kinds.items()), key=lambda row: (-row[1][0], row[0]))
    headers = ("Asked for", "Met", "Under way", "Waiting", "Closed otherwise")
    name = "What was asked for, and what has come of it so far"
    return ImpactTable(
        name, headers, (*rows, (ALL, line(asked))), adds_up=(0, 1, 2, 3, 4), whole=True, drawn=(1, 2, 3, 4)
    )


def by_reason(closed: Sequence[NeedFact]) -> ImpactTable:
    """A line for each reason why needs were closed in the period, the commonest first."""
    told = wording().closed_reason
    counts = Counter(told[each.reason] if each.reason else "No reason given" for each in closed)
    rows = tuple((reason, (many,)) for reason, many in sorted(counts.items(), key=lambda row: (-row[1], row[0])))
    return ImpactTable("Why needs were closed", ("Needs",), (*rows, (ALL, (len(closed),))), adds_up=(0,))


def who_answered(facts: ImpactFacts, period: Period) -> Iterator[ImpactTable]:
    """For each question about equality that has answers: a line for each, of the whole months that the period has."""
    months = period.whole_months()
    for name, question in equality_questions().items():
        rows = tuple(
            (words, tuple(sum(facts.equality.get((m, f"{g}.{name}", code), 0) for m in months) for g in GROUPS))
            for code, words in question.lines.items()
        )
        every = tuple(map(sum, zip(*(line for _, line in rows), strict=True)))
        if any(every):
            title = f"{question.short}, of those who answered in whole months of the period"
            yield ImpactTable(title, _WHO, (*rows, (ALL, every)), adds_up=(0, 1), drawn=())


def over_time(facts: ImpactFacts, period: Period) -> ImpactTable:
    """A line for each week of the period, or each month of a long one, from the first with something to count."""
    rows: list[tuple[str, tuple[int, ...]]] = []
    words = day_words if len({period.first.year, period.last.year}) > 1 else day_short
    for part in period.parts():
        visits = [each for each in facts.visits if each.day in part]
        counts = (sum(each.day in part for each in facts.requests), len(visits), people_helped(visits))
        if rows or any(counts):
            rows.append((words(part.first), counts))
    name = "Month by month, from the day named" if period.is_long else "Week by week, from the day named"
    return ImpactTable(name, ("Requests", "Tasks done", "People helped"), tuple(rows), drawn=(0, 1))
