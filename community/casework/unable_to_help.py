"""We can't help: said honestly, with a place to wait or a named service, never in silence; what a service answers."""

from community.casework.casework_errors import NotNow
from community.casework.closing import close_need_whole, close_request_if_all_done
from community.casework.life_calls import CHASE, UNABLE, WAITS
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent
from community.casework.message_texts import unable_words
from community.settings.response_promise import after_working_days
from community.tables.ids import derive
from community.tables.row_types import ContactRow, NeedRow, ReferralRow, ReferralValues, ServiceRow
from community.tables.statuses import ContactStatus, ListingStatus, NeedStatus, ReferralStatus
from community.tables.support_vocabulary import ReferralKind
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason, Direction


def _unable(happening: Happening) -> None:
    """The need waits until somebody rings again, goes to a service, or is closed; the resident is told."""
    need, unit, told = happening.unit.read(NeedRow, happening.row.id), happening.unit, happening.told
    service, named, waits = told.said("service_id"), told.said("service"), told.day("waits_until")
    if (service or named) and waits is not None:
        raise NotNow("Choose one: they wait, or they are passed on to a service.")
    if (service or named) and not told.said("agreed"):
        raise NotNow("Write down how they agreed that we pass this on. Nothing is passed on without that.")
    happening.note(need.id, told.said("why"))
    happening.over(need.id, WAITS, UNABLE)
    if waits is not None:
        happening.call_on(WAITS, need.id, need.resident_id, waits)
    else:
        reason = ClosedReason.REFERRED_ON if service or named else ClosedReason.UNABLE
        close_need_whole(unit, need, reason)
        close_request_if_all_done(unit, need)
    if service or named:
        _refer(happening, need, service, named)
    if not told.yes("told"):
        happening.call(UNABLE, need.id, need.resident_id)


def _honest_words(happening: Happening) -> str:
    need, told = happening.unit.read(NeedRow, happening.row.id), happening.told
    one = told.said("service_id")
    service = happening.unit.visible.get(ServiceRow, one).name if one else told.said("service")
    return unable_words(happening.unit.context.settings, need, waits=told.day("waits_until"), service=service)


def _refer(happening: Happening, need: NeedRow, service_id: str | None, named: str | None) -> None:
    unit, told = happening.unit, happening.told
    if service_id is not None:
        service = unit.visible.get(ServiceRow, service_id)
        if service.status == ListingStatus.WITHDRAWN:
            raise NotNow("This service is withdrawn from the directory.")
    days = unit.context.settings.follow_up.referral_days
    chase = after_working_days(unit.context.settings.community, unit.now, days).date()
    values: ReferralValues = {
        "kind": ReferralKind.SERVICE,
        "direction": Direction.OUT,
        "resident_id": need.resident_id,
        "request_id": need.request_id,
        "service_id": service_id,
        "service": named,
        "what": told.said("why"),
        "agreed": told.said("agreed"),
        "hub": need.hub,
        "status": ReferralStatus.SENT,
        "chase_on": chase,
    }
    one = derive("F", need.id, unit.at)
    unit.add(ReferralRow, values, one)
    happening.call_on(CHASE, one, need.resident_id, chase)


def _no_longer_chased(happening: Happening, referral: ReferralRow) -> None:
    unit = happening.unit
    unit.set(referral, "chase_on", None)
    still = unit.reader.rows(ContactRow, lambda c: [c.about == referral.id, c.status == ContactStatus.OPEN])
    for call in still:
        unit.move(call, ContactStatus.DEALT_WITH)


def _acknowledged(happening: Happening) -> None:
    referral, unit, told = happening.unit.read(ReferralRow, happening.row.id), happening.unit, happening.told
    unit.move(referral, ReferralStatus.ACKNOWLEDGED)
    unit.set(referral, "acknowledged_by", told.said("by"))
    unit.set(referral, "acknowledged_on", told.day("on"))
    _no_longer_chased(happening, referral)


def _over(happening: Happening) -> None:
    referral, unit = happening.unit.read(ReferralRow, happening.row.id), happening.unit
    unit.move(referral, ReferralStatus.CLOSED)
    unit.set(referral, "outcome", happening.told.said("outcome"))
    _no_longer_chased(happening, referral)


EVENTS = (
    LifeEvent(
        Verb.UNABLE,
        NeedRow,
        _unable,
        (
            LifeAsk(
                "why",
                AskKind.WORDS,
                "Why can’t we help? Coordinators read it, and a service to which they go",
                must=True,
            ),
            LifeAsk("waits_until", AskKind.COMING_DAY, "They would wait: on which day do we ring again?"),
            LifeAsk("service_id", AskKind.RECORD, "Or which service of the directory?", of=ServiceRow.TABLE),
            LifeAsk("service", AskKind.LINE, "Or the name of another service"),
            LifeAsk("agreed", AskKind.LINE, "How did they agree that we pass it on?"),
            LifeAsk("told", AskKind.YES, "They know it already: somebody has just told them"),
        ),
        lambda need: need.status == NeedStatus.OPEN,
        heard=False,
        says=_honest_words,
    ),
    LifeEvent(
        Verb.REFERRAL_TAKEN_UP,
        ReferralRow,
        _acknowledged,
        (
            LifeAsk("by", AskKind.LINE, "Who there has taken it up?", must=True),
            LifeAsk("on", AskKind.PAST_DAY, "On which day did they say so?", must=True),
        ),
        lambda one: one.status == ReferralStatus.SENT,
    ),
    LifeEvent(
        Verb.REFERRAL_OVER,
        ReferralRow,
        _over,
        (LifeAsk("outcome", AskKind.LINE, "What came of it?", must=True),),
        lambda one: one.status in {ReferralStatus.SENT, ReferralStatus.ACKNOWLEDGED},
    ),
)
