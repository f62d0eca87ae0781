"""Pairs who know each other already: their proposals approved together, after a look at whom that means."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from community.book import Action, among
from community.casework.board_facts import known_to
from community.casework.casework_errors import NotNow
from community.casework.concern_caution import is_cautioned
from community.casework.match_decisions import approve_within, take_match
from community.casework.need_stages import waits
from community.casework.one_look import OneView, looking_once
from community.casework.permissions import can
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables.row_types import MatchRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import MatchStatus, NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import URGENCIES


@dataclass(frozen=True)
class KnownPair:
    """A proposal for two who know each other: who would come, to whom, for what."""

    match_id: str
    task_type: str
    volunteer: str | None = field(repr=False)
    resident: str | None = field(repr=False)
    visits: int
    """How often this volunteer has visited them."""


def known_pairs(context: WorkContext) -> list[KnownPair]:
    """The proposals within sight for two who know each other, the most urgent first.

    Left out are needs that are put aside, and whoever one speaks to the lead about first: these are decided one by one.
    """
    with looking_once(context) as visible:
        matches = visible.rows(MatchRow, lambda c: [c.status == MatchStatus.PROPOSED], order="id")
        matches = [match for match in matches if can(context.user, Verb.APPROVE, match)]
        ids = {match.need_id for match in matches}
        needs = visible.rows(NeedRow, lambda c: [among(c.id, ids), c.status == NeedStatus.OPEN]) if ids else []
        open_ = {need.id: need for need in needs if not waits(need, context.clock())}
        known = known_to(visible.reader, {need.resident_id for need in open_.values() if need.resident_id})
        found = [
            (open_[match.need_id], match)
            for match in matches
            if match.need_id in open_
            and match.volunteer_id in known.get(open_[match.need_id].resident_id or "", {})
            and not is_cautioned(visible.reader, match)
        ]
        found.sort(key=lambda each: (-URGENCIES.index(each[0].urgency or URGENCIES[1]), each[0].asked_at or each[0].at))
        return [_pair(visible, need, match, known[need.resident_id or ""][match.volunteer_id]) for need, match in found]


def _pair(visible: OneView, need: NeedRow, match: MatchRow, visits: int) -> KnownPair:
    who, whom = visible.find(VolunteerRow, match.volunteer_id), visible.find(ResidentRow, need.resident_id)
    return KnownPair(match.id, need.task_type, who.name if who else None, whom.name if whom else None, visits)


def approve_together(context: WorkContext, matches: Sequence[str]) -> Action:
    """Approve these proposals as one action, all of them or none.

    Raises NotNow where one can't be approved any more, also because the others fill the volunteer's week, and where two
    do not know each other.
    """
    may = {pair.match_id for pair in known_pairs(context)}

    def work(unit: UnitOfWork) -> None:
        if not matches:
            raise NotNow("Choose at least one.")
        for one in matches:
            match = take_match(unit, Verb.APPROVE, one, MatchStatus.PROPOSED)
            if one not in may:
                raise NotNow("One of these can't be approved together with others any more. Look at the list again.")
            if unit.status(match) != MatchStatus.PROPOSED:
                raise NotNow("The week of one of these volunteers is full with the others. Leave one of theirs out.")
            approve_within(unit, match)

    return do(context, Verb.APPROVE, work)[0]
