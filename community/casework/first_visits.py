"""Nobody goes alone on a first visit, where a kind of help asks for two: who may go first, and when the two may go."""

from collections.abc import Collection

from community.book import Reader
from community.casework.board_facts import known_to
from community.casework.casework_errors import NotNow
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.settings import Settings
from community.tables.row_types import MatchRow, NeedRow, VisitRow
from community.tables.statuses import AGREED, MatchStatus, NeedStatus, VisitStatus

TWO = 2
GO_BY_TWO = "Two go on a first visit: one who has visited them before, if anybody who has could come, and one more."
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
