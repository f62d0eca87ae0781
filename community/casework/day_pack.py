"""A volunteer's visits of a day on paper: released together to be printed, and typed back together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from community.book import Action
from community.casework.casework_errors import NotNow
from community.casework.help_given import no_visit, visited
from community.casework.match_decisions import take_match
from community.casework.message_facts import details_to_read
from community.casework.message_texts import first_name, how_often_words, released_lines, task_words
from community.casework.reported_visit import Visit
from community.casework.telephone_calls import check_saved, release_within
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visit_rows import next_visit
from community.tables.canonical import LONDON
from community.tables.row_types import MatchRow, NeedRow, VisitRow, VolunteerRow
from community.tables.statuses import VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import Recurs
from community.wording import first_upper


@dataclass(frozen=True)
class PackedVisit:
    """One visit as it stands on paper: about whom, and in lines of what each is about and what it says."""

    match_id: str
    task: str
    when: str
    next_on: str | None
    """ISO day of the next visit that was agreed, if any is to come."""
    in_person: bool
    lines: Sequence[tuple[str, str]] = field(repr=False)
    own_door_word: str | None = field(repr=False)


@dataclass(frozen=True)
class DayPack:
    """What goes on paper for one volunteer, and what does not go on it yet."""

    first_name: str = field(repr=False)
    visits: Sequence[PackedVisit] = field(repr=False)
    left_out: Sequence[tuple[str, str]]
    """By match, why it is not on paper."""
    action: Action
    """What was written down; its id is empty where all of it had been released before."""


def pack_day(context: WorkContext, matches: Sequence[tuple[str, str]]) -> DayPack:
    """Release what may be told of these matches (id, and status as the page showed it), as `release` does for one.

    Raises NotNow where nothing may be told of any, and NotSaved, with the release written down, until all is saved.
    """
    given: list[MatchRow] = []

    def work(unit: UnitOfWork) -> tuple[str, list[PackedVisit], list[tuple[str, str]]]:
        visits: list[PackedVisit] = []
        left_out: list[tuple[str, str]] = []
        given.clear()
        for match_id, seen in matches:
            try:
                match, need, details = release_within(unit, match_id, seen)
            except NotNow as why:
                left_out.append((match_id, str(why)))
                continue
            given.append(match)
            task, told = context.settings.task_types.get(need.task_type), details_to_read(unit.reader, need)
            whom, *others = released_lines(context.settings, need, details)
            visits.append(
                PackedVisit(
                    match.id,
                    first_upper(task_words(context.settings, need)),
                    first_upper(how_often_words(need)),
                    _next_on(unit, match),
                    task is None or task.in_person,
                    [whom, *([("They told us:", told)] if told else []), *others],
                    details.own_door_word,
                )
            )
        if not visits:
            raise NotNow(left_out[0][1] if left_out else "They help nobody now.")
        return first_name(unit.read(VolunteerRow, given[0].volunteer_id).name), visits, left_out

    action, packed = do(context, Verb.RELEASE, work)
    for match in given:
        check_saved(context, match)
    return DayPack(*packed, action)


def _next_on(unit: UnitOfWork, match: MatchRow) -> str | None:
    visits = unit.reader.rows(VisitRow, lambda c: [c.match_id == match.id])
    return next_visit(match, visits, unit.now.astimezone(LONDON).date())


@dataclass(frozen=True)
class PaperReport:
    """What the paper says of one visit; `seen` is the match's status as the page showed it."""

    match_id: str
    seen: str
    status: VisitStatus
    visit: Visit


def type_back(context: WorkContext, reports: Sequence[PaperReport]) -> Action:
    """Write down all of these visits, or none. Raises NotNow where nothing was typed, and as a single report does."""

    def work(unit: UnitOfWork) -> None:
        if not reports:
            raise NotNow("Type the minutes of a visit, or that nobody was in.")
        taken = [(take_match(unit, Verb.DONE, each.match_id, each.seen), each) for each in reports]
        told = [(match, unit.read(NeedRow, match.need_id), each) for match, each in taken]
        # What goes on every week comes first: the pair that one resident and one volunteer become is then asked how
        # it goes, whatever else this volunteer did for them on that day.
        for match, need, each in sorted(told, key=lambda one: one[1].recurs != Recurs.WEEKLY):
            if each.status == VisitStatus.DONE:
                visited(unit, match, need, each.visit)
            else:
                no_visit(unit, match, need, each.visit, each.status)
        first = {each.id: each for each in reversed(unit.appends) if each.id}  # two kinds of help make one pair
        unit.appends = [each for each in unit.appends if each.id is None or first[each.id] is each]

    return do(context, Verb.DONE, work)[0]
