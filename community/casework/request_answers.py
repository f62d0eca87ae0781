"""Answers to help requests: what a call handler or coordinator does with one, or gives to another hub."""

from datetime import datetime, timedelta

from community.book import Action
from community.casework.actions import state_allows
from community.casework.casework_errors import NotNow
from community.casework.closing import close_need_whole
from community.casework.hub_handover import came_from, hand_over
from community.casework.permissions import user_can_see_hub
from community.casework.policies import A_YEAR
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.worklist import CRISIS
from community.settings.response_promise import URGENT, closes, opens
from community.tables.canonical import split
from community.tables.row_types import (
    ROW_TYPES,
    ContactRow,
    ContactValues,
    HelpRequestRow,
    NeedRow,
    ReferralRow,
    ResidentRow,
    VolunteerRow,
)
from community.tables.status_machines import MACHINES
from community.tables.statuses import ContactStatus, NeedStatus, RequestStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import NEED_CLOSED, ClosedReason, ContactOutcome, ContactWay, Direction


def no_answer(context: WorkContext, request_id: str, *, seen: str, again: datetime | None = None) -> Action:
    """Note that somebody rang and reached nobody. The request comes back at `again`.

    Without `again`, it comes back on the next working day, or after the hours in the settings if help is wanted today.
    """

    def work(unit: UnitOfWork) -> None:
        row = unit.take(HelpRequestRow, request_id, seen)
        if not state_allows(Verb.NO_ANSWER, row):
            raise NotNow("This request has been answered already.")
        unit.move(row, RequestStatus.NO_ANSWER)
        unit.set(row, "hold_until", again or _try_again(context, row, unit.now))
        call: ContactValues = {
            "about": request_id,
            "with_whom": row.resident_id,
            "way": ContactWay.TELEPHONE,
            "direction": Direction.OUT,
            "outcome": ContactOutcome.NO_ANSWER,
            "status": ContactStatus.DEALT_WITH,
        }
        unit.add(ContactRow, call)

    return do(context, Verb.NO_ANSWER, work)[0]


def _try_again(context: WorkContext, request: HelpRequestRow, now: datetime) -> datetime:
    soon = request.urgency == URGENT or CRISIS in split(request.flags)
    again = timedelta(hours=context.settings.follow_up.ring_again_hours)
    return now + again if soon else next_morning(context, now)


def next_morning(context: WorkContext, now: datetime) -> datetime:
    """The start of the next working day, London time."""
    community = context.settings.community
    return opens(community, closes(community, now))


def close_request(
    context: WorkContext, request_id: str, closed_reason: str, *, seen: str, words: str | None = None
) -> Action:
    """Close a request with a reason, along with its open needs and the matches proposed or agreed for them."""
    check_reason(closed_reason)

    def work(unit: UnitOfWork) -> None:
        _close(unit, Verb.CLOSE_REQUEST, request_id, seen, closed_reason)

    return do(context, Verb.CLOSE_REQUEST, work, words)[0]


def mark_duplicate(context: WorkContext, request_id: str, of: str, *, seen: str) -> Action:
    """Close a request because another one asks for the same. Without a resident of its own, it takes the other's."""

    def work(unit: UnitOfWork) -> None:
        row = _close(unit, Verb.MARK_DUPLICATE, request_id, seen, ClosedReason.DUPLICATE)
        first = unit.take(HelpRequestRow, of)
        if first.id == row.id or first.duplicate_of is not None:
            raise NotNow("It can only repeat another request, and one that repeats none itself.")
        unit.set(row, "duplicate_of", of)
        if row.resident_id is None:
            unit.set(row, "resident_id", first.resident_id)

    return do(context, Verb.MARK_DUPLICATE, work)[0]


def give_to_hub(context: WorkContext, request_id: str, hub: str, *, seen: str, why: str | None = None) -> Action:
    """Give a request, its open needs and its resident to a hub: where the postcode could not say which, or another's.

    What belongs to a hub other than the coordinator's own stays there. Where another hub had it, it is on Today of the
    new one until somebody there says that they have it, and on Today of the first once that takes too long. `why` is
    what the new one should know.
    """

    def work(unit: UnitOfWork) -> None:
        row = unit.take(HelpRequestRow, request_id, seen)
        if hub not in context.settings.hubs:
            raise NotNow("There is no such hub.")
        _give(unit, row, hub, why)

    return do(context, Verb.GIVE_TO_HUB, work)[0]


def give_back(context: WorkContext, referral_id: str, why: str, *, seen: str) -> Action:
    """Give a request back to the hub that it came from, which reads why, and sees it on Today like any other.

    Raises NotNow without a reason, and once somebody here has said that they have it.
    """

    def work(unit: UnitOfWork) -> None:
        taken = unit.take(ReferralRow, referral_id, seen)
        if not why.strip():
            raise NotNow("Say why: the other hub reads it.")
        first = came_from(unit, taken)
        _give(unit, unit.take(HelpRequestRow, taken.request_id or ""), first, why)

    return do(context, Verb.GIVE_TO_HUB, work)[0]


def _give(unit: UnitOfWork, row: HelpRequestRow, hub: str, why: str | None) -> None:
    unit.set(row, "hub", hub)
    if row.hub not in {None, hub}:
        hand_over(unit, row, hub, why)
    for need in needs_of(unit, row.id):
        if need.status == NeedStatus.OPEN and _is_ours(unit.context, need):
            unit.set(need, "hub", hub)
    if row.resident_id is not None:
        resident = unit.read(ResidentRow, row.resident_id)
        if _is_ours(unit.context, resident):
            unit.set(resident, "hub", hub)


def hold(context: WorkContext, table: str, record_id: str, until: datetime | None, *, seen: str) -> Action:
    """Let this request, need or volunteer wait `until` then; None ends the wait."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(ROW_TYPES[table], record_id, seen)
        if not isinstance(row, HelpRequestRow | NeedRow | VolunteerRow):
            raise NotNow("Only a request, a need or a volunteer can wait.")
        if until is not None and not unit.now < until < unit.now + A_YEAR:
            raise NotNow("The wait must end after today, and within a year.")
        if row.status in MACHINES[table].ends:
            raise NotNow("It is over already.")
        unit.set_by_name(row, "hold_until", until)

    return do(context, Verb.HOLD, work)[0]


def needs_of(unit: UnitOfWork, request_id: str) -> list[NeedRow]:
    """The needs of a request."""
    return unit.reader.rows(NeedRow, lambda c: [c.request_id == request_id])


def _is_ours(context: WorkContext, row: NeedRow | ResidentRow) -> bool:
    return row.hub is None or user_can_see_hub(context.user, row.hub)


def check_reason(closed_reason: str) -> None:
    """Raises NotNow unless it is one of the reasons for closing."""
    if closed_reason not in NEED_CLOSED:
        raise NotNow("Choose one of the reasons for closing.")


def _close(unit: UnitOfWork, verb: Verb, request_id: str, seen: str, reason: str) -> HelpRequestRow:
    row = unit.take(HelpRequestRow, request_id, seen)
    if not state_allows(verb, row):
        raise NotNow("This request is closed already.")
    for need in needs_of(unit, request_id):
        if need.status == NeedStatus.OPEN:
            close_need_whole(unit, need, reason)
    unit.move(row, RequestStatus.CLOSED)
    unit.set(row, "closed_reason", reason)
    return row
