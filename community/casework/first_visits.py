"""Nobody goes alone on a first visit, where a kind of help asks for two: who may go first, and when the two may go."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time
from typing import TypeVar

from community.book import Change, Reader, among
from community.casework.absences import is_away
from community.casework.board_facts import known_to
from community.casework.casework_errors import NotNow
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.settings import Settings
from community.tables.canonical import LONDON, instant
from community.tables.row_types import MatchRow, NeedRow, VisitRow, VolunteerRow
from community.tables.statuses import AGREED, MatchStatus, NeedStatus, VisitStatus

R = TypeVar("R", MatchRow, VolunteerRow)
Changes = Mapping[tuple[str, str, str], Change]
_NONE: Changes = {}

TWO = 2
GO_BY_TWO = "Two go on a first visit: one who has visited them before, if one of these can be spared, and one more."
WAITS = "Nobody goes before a second volunteer has agreed."


def goes_by_two(settings: Settings, need: NeedRow) -> bool:
    """Whether two go on a first visit for this kind of help."""
    task = settings.task_types.get(need.task_type)
    return task is not None and task.first_visit_by_two


def is_first_visit(reader: Reader, settings: Settings, need: NeedRow) -> bool:
    """Whether two go, because nobody has been there yet to give this help."""
    if not goes_by_two(settings, need):
        return False
    return not reader.count(VisitRow, lambda c: [c.need_id == need.id, c.status == VisitStatus.DONE])


def check_two_wanted(reader: Reader, settings: Settings, need: NeedRow, volunteer_id: str) -> None:
    """Raises NotNow where this volunteer would go alone on a first visit: the need wants only one."""
    if (need.people or 1) >= TWO or not is_first_visit(reader, settings, need):
        return
    resident = need.resident_id or ""
    if not known_to(reader, [resident]).get(resident, {}).get(volunteer_id, 0):
        raise NotNow("Nobody goes alone on a first visit. Put “Volunteers wanted” to two first.")


def check_two_agreed(reader: Reader, settings: Settings, need: NeedRow) -> None:
    """Raises NotNow while only one of the two who go on a first visit has agreed."""
    if (need.people or 1) >= TWO and is_first_visit(reader, settings, need) and len(_agreed(reader, need)) < TWO:
        raise NotNow(f"Two go on a first visit. {WAITS}")


def first_day(match: MatchRow, visits: Iterable[VisitRow]) -> str | None:
    """The ISO day agreed for the first visit, until something is written of it, or somebody has been there.

    Only the match holds it. A door that stayed shut, or a day that was called off, leaves a later day as it was agreed.
    """
    told = list(visits)
    been = any(visit.status == VisitStatus.DONE or visit.on == match.first_on for visit in told)
    return None if been else match.first_on


def go_together(
    reader: Reader, settings: Settings, now: datetime, need: NeedRow, changes: Changes = _NONE
) -> list[MatchRow]:
    """The agreed matches of those who go on a first visit by two, but for whoever is away then; none where one may go.

    `changes`: what an action is about to change.
    """
    if (need.people or 1) < TWO or not is_first_visit(reader, settings, need):
        return []
    matches = [as_left(changes, m) for m in reader.rows(MatchRow, lambda c: [c.need_id == need.id])]
    agreed = {m.id: m for m in matches if m.status in AGREED and m.volunteer_id}
    visits = reader.rows(VisitRow, lambda c: [among(c.match_id, agreed)])
    whose = {m.volunteer_id for m in agreed.values()}
    people = {v.id: as_left(changes, v) for v in reader.rows(VolunteerRow, lambda c: [among(c.id, whose)])}
    then = {one: _when(first_day(m, [v for v in visits if v.match_id == one]), now) for one, m in agreed.items()}
    return [
        m for m in agreed.values()
        if m.volunteer_id not in people or not is_away(people[m.volunteer_id], then[m.id])
    ]  # fmt: skip


def _when(day: str | None, now: datetime) -> datetime:
    """The time at which whoever is still away misses that day; now, where none is agreed."""
    return max(now, datetime.combine(date.fromisoformat(day), time.max, LONDON)) if day else now


def as_left(changes: Changes, row: R) -> R:
    """The row as these changes leave it."""
    told = {field: _plain(change.now) for (_, one, field), change in changes.items() if one == row.id}
    return row.of({**row, **told}) if told else row


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return instant(value)
    return value.isoformat() if isinstance(value, date) else value


def goes_alone(reader: Reader, settings: Settings, now: datetime, match: MatchRow) -> bool:
    """Whether nobody goes with this volunteer on a first visit by two: whoever had agreed to does not come now."""
    need = reader.get(NeedRow, match.need_id)
    if need is None or (need.people or 1) < TWO or not is_first_visit(reader, settings, need):
        return False
    return all(m.volunteer_id == match.volunteer_id for m in go_together(reader, settings, now, need))


def what_two_means(context: WorkContext, need_id: str) -> tuple[str, ...]:
    """For the page of an open need: that two go, and whether a second is still to be found. Empty where one goes."""
    with looking(context) as visible:
        need = visible.get(NeedRow, need_id)
        if need.status != NeedStatus.OPEN or not is_first_visit(visible.reader, context.settings, need):
            return ()
        agreed = _agreed(visible.reader, need)
    return (GO_BY_TWO,) if len(agreed) >= TWO else (f"{GO_BY_TWO} {WAITS}",)


def _agreed(reader: Reader, need: NeedRow) -> Collection[str]:
    """The volunteers who have said yes to this need, or have helped already."""
    yes = AGREED | {MatchStatus.COMPLETED}
    return {m.volunteer_id for m in reader.rows(MatchRow, lambda c: [c.need_id == need.id]) if m.status in yes}
