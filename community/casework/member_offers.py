"""What members offer of their own, a room, things or transport: lent to somebody or to a need, and over on its day."""

from community.casework.casework_errors import NotNow
from community.casework.closing import close_need_whole, close_request_if_all_done
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent, is_here
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.settings import Settings
from community.tables.canonical import split
from community.tables.listing_days import is_offer, is_open_offer
from community.tables.row_types import LoanRow, LoanValues, NeedRow, ResidentRow, ServiceRow
from community.tables.statuses import ListingStatus, LoanStatus, NeedStatus
from community.tables.support_vocabulary import HELPS_WITH, SORT, ServiceKind
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason

_TRANSPORT = "transport"


def offers_now(context: WorkContext, today: str) -> list[ServiceRow]:
    """What members offer now, by name: approved, and not over."""
    with looking(context) as visible:
        found = visible.rows(
            ServiceRow,
            lambda c: [c.kind == ServiceKind.MEMBER_OFFER, c.status == ListingStatus.APPROVED],
            order="name",
        )
    return [row for row in found if is_open_offer(row, today)]


def offers_for(context: WorkContext, need: NeedRow, today: str) -> list[ServiceRow]:
    """What members offer now that may meet this need: the same kind of help, or transport where a car is needed."""
    task = context.settings.task_types.get(need.task_type)
    return [row for row in offers_now(context, today) if task is not None and _fits(context.settings, row, need)]


def _fits(settings: Settings, row: ServiceRow, need: NeedRow) -> bool:
    task = settings.task_types[need.task_type]
    return task.group in split(row[HELPS_WITH]) or (task.needs_car and row[SORT] == _TRANSPORT)


def loans_of_offer(context: WorkContext, offer_id: str) -> list[LoanRow]:
    """To whom this offer went, the latest first, as far as the user may see them."""
    with looking(context) as visible:
        return visible.rows(LoanRow, lambda c: [c.service_id == offer_id], order="-at")


def _lend(happening: Happening, offer_id: str, resident_id: str) -> None:
    unit, told = happening.unit, happening.told
    offer, resident = unit.read(ServiceRow, offer_id), unit.take(ResidentRow, resident_id)
    if not is_open_offer(offer, happening.today.isoformat()):
        raise NotNow("This is not offered now: nobody has approved it, it was taken off, or its last day is over.")
    if not is_here(resident):
        raise NotNow("They have died or moved away.")
    since, back_by = told.day("since"), told.day("back_by")
    if since is not None and back_by is not None and back_by < since:
        raise NotNow("It can only be wanted back after it was lent.")
    values: LoanValues = {
        "what": offer.name,
        "service_id": offer.id,
        "lent_on": since,
        "back_by": back_by,
        "resident_id": resident.id,
        "hub": resident.hub,
        "status": LoanStatus.OUT,
    }
    unit.add(LoanRow, values)


def _to_resident(happening: Happening) -> None:
    _lend(happening, happening.row.id, happening.told.said("resident") or "")


def _to_need(happening: Happening) -> None:
    need, unit = happening.unit.read(NeedRow, happening.row.id), happening.unit
    _lend(happening, happening.told.said("offer") or "", need.resident_id or "")
    if happening.told.yes("meets"):
        close_need_whole(unit, need, ClosedReason.DONE_BY_OTHERS)
        close_request_if_all_done(unit, need)


_HOW = (
    LifeAsk("since", AskKind.PAST_DAY, "From which day do they have it?", must=True),
    LifeAsk("back_by", AskKind.COMING_DAY, "Until when?"),
    LifeAsk("agreed", AskKind.YES, "Whoever offers it has agreed, and knows to whom it goes", must=True),
)
EVENTS = (
    LifeEvent(
        Verb.LEND_OFFER,
        ServiceRow,
        _to_resident,
        (LifeAsk("resident", AskKind.RECORD, "Who gets it?", must=True, of=ResidentRow.TABLE), *_HOW),
        lambda row: is_offer(row) and row.status == ListingStatus.APPROVED,
    ),
    LifeEvent(
        Verb.LEND_OFFER,
        NeedRow,
        _to_need,
        (
            LifeAsk("offer", AskKind.RECORD, "Which offer? Its name or number", must=True, of=ServiceRow.TABLE),
            *_HOW,
            LifeAsk("meets", AskKind.YES, "This meets the need: close it"),
        ),
        lambda need: need.status == NeedStatus.OPEN,
        heard=False,
    ),
)
