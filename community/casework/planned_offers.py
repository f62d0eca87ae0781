"""What it would mean to ask a volunteer by a message: by itself or by hand, when it leaves, by when to answer."""

from dataclasses import dataclass
from datetime import datetime

from community.casework.casework_errors import NotFound
from community.casework.offers import answer_until, ways_to_ask
from community.casework.quiet_hours import not_before
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.row_types import MatchRow, NeedRow
from community.tables.vocabulary import ReachBy


@dataclass(frozen=True)
class OfferPlan:
    """One message that could ask a volunteer, before anybody has decided that it does."""

    way: ReachBy
    by_itself: bool
    leaves: datetime | None
    """When it goes after the quiet hours; None where it goes at once, or when a person sends it."""
    answer_by: datetime


def offer_plans(context: WorkContext, match_id: str) -> list[OfferPlan]:
    """By each way in which this volunteer can be asked, what it would mean; the way that they like comes first.

    Raises NotFound.
    """
    ways = ways_to_ask(context, match_id)
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        need = visible.reader.get(NeedRow, match.need_id)
    if need is None:
        raise NotFound("A record that belongs to this one is no longer there.")
    now = context.clock()
    leaves, until = not_before(context.settings.messages, now), answer_until(context.settings, now, need)
    later = leaves if leaves > now else None
    return [OfferPlan(each.way, each.by_itself, later if each.by_itself else None, until) for each in ways]
