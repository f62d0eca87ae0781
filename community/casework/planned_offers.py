"""What it would mean to ask a volunteer by a message: where it goes, when it leaves, by when an answer is awaited."""

from dataclasses import dataclass, field
from datetime import datetime

from community.casework.casework_errors import NotFound
from community.casework.offers import WayToAsk, answer_until, ways_to_ask
from community.casework.quiet_hours import not_before
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.identity import email_addresses, phone_numbers
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.vocabulary import ReachBy


@dataclass(frozen=True)
class OfferPlan:
    """One message that could ask a volunteer, before anybody has decided that it does."""

    way: ReachBy
    by_itself: bool
    to: str | None = field(repr=False)
    """The address or number it goes to; None where the user may not see it."""
    leaves: datetime | None
    """When it goes after the quiet hours; None where it goes at once, or when a person sends it."""
    answer_by: datetime


def offer_plans(context: WorkContext, match_id: str) -> list[OfferPlan]:
    """By each way in which this volunteer can be asked, what it would mean; the way that they like comes first.

    A way that a person must pass on is left out where they may not see the address. Raises NotFound.
    """
    ways = ways_to_ask(context, match_id)
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        need = visible.reader.get(NeedRow, match.need_id)
        if need is None:
            raise NotFound("A record that belongs to this one is no longer there.")
        volunteer = visible.get(VolunteerRow, match.volunteer_id)
        now = context.clock()
        leaves, until = not_before(context.settings.messages, now), answer_until(context.settings, now, need)
    later = leaves if leaves > now else None
    plans = [
        OfferPlan(each.way, each.by_itself, goes_to(volunteer, each), later if each.by_itself else None, until)
        for each in ways
    ]
    return [plan for plan in plans if plan.by_itself or plan.to]


def goes_to(volunteer: VolunteerRow, way: WayToAsk) -> str | None:
    """The address or number of the volunteer by this way, as far as the row tells it."""
    if way.way == ReachBy.EMAIL:
        return next(iter(email_addresses(volunteer.email)), None)
    return next((number.shown for number in phone_numbers(volunteer.telephone) if number.texts), None)
