"""A volunteer's visits for paper: what the rules of release allow now, released together, as one action."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from community.book import Action
from community.casework.casework_errors import NotNow
from community.casework.message_facts import details_to_read
from community.casework.message_texts import first_name, released_lines, task_words, when_words
from community.casework.telephone_calls import check_saved, release_within
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visit_rows import next_visit
from community.tables.canonical import LONDON
from community.tables.row_types import MatchRow, VisitRow, VolunteerRow
from community.tables.verbs import Verb
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
                    first_upper(when_words(need)),
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
