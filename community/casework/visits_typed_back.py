"""The visits of one volunteer's day, typed back from paper: written down together, as one action."""

from collections.abc import Sequence
from dataclasses import dataclass

from community.book import Action
from community.casework.casework_errors import NotNow
from community.casework.help_given import no_visit, visited
from community.casework.match_decisions import take_match
from community.casework.reported_visit import Visit
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables.row_types import NeedRow
from community.tables.statuses import VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import Recurs


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
