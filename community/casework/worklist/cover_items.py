"""Help that was promised and is missing now, and volunteers who are back while somebody still covers for them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from community.casework.absences import away, promised
from community.casework.need_stages import waits
from community.casework.worklist.worklist_item import View, WorklistItem, of_need
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import LIVE, MatchStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind


class Cover:
    """Which of the open needs had somebody who agreed and does not come now."""

    def __init__(self, view: View, needs: Mapping[str, NeedRow], matches: Iterable[MatchRow]) -> None:
        """`needs` that are open, by id, and their `matches` that go on."""
        self._view = view
        reader = view.visible.reader
        self.gone = away(reader, view.now)
        over = view.visible.rows(
            MatchRow,
            lambda c: [c.status.in_((MatchStatus.CANCELLED, MatchStatus.COMPLETED))],
            order=None,
            columns=lambda c: (c.id, c.need_id, c.volunteer_id, c.status),
        )
        self._lost = promised(reader, needs.values(), [*matches, *over], self.gone)

    def items(self, need: NeedRow, here: list[MatchRow], given: int) -> list[WorklistItem]:
        """The line about this need, if there is one.

        `here` are its matches that go on, without those of volunteers who are away; `given` places are done with.
        """
        places, words = need.people or 1, self._view.task(need.task_type)
        held = sum(m.status in LIVE for m in here) + given
        if held > places and self._view.may(Verb.END):
            return [of_need(self._view, need, LineKind.COVER_OVER, f"Choose who goes on: {words}")]
        if (
            waits(need, self._view.now)
            or need.id not in self._lost
            or held >= places
            or not self._view.may(Verb.APPROVE)
        ):
            return []
        proposed = [m for m in here if m.status == MatchStatus.PROPOSED]
        item = of_need(self._view, need, LineKind.PROMISED, f"Was promised: {words}, {self._who(proposed)}")
        why = None if proposed else self._view.remedies.get(need.id)
        return [replace(item, due=None, why=why)]

    def _who(self, proposed: list[MatchRow]) -> str:
        if not proposed:
            return "nobody is proposed yet"
        one = self._view.visible.get(VolunteerRow, proposed[0].volunteer_id)
        return f"{one.name or 'somebody'} is proposed"
