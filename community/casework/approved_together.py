"""Pairs who know each other already: their proposals approved together, after a look at whom that means."""

from collections.abc import Sequence

from community.book import Action
from community.casework.casework_errors import NotNow
from community.casework.kept_worklist import known_pairs
from community.casework.match_decisions import approve_within, take_match
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables.statuses import MatchStatus
from community.tables.verbs import Verb


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
