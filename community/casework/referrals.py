"""Passing somebody on to a service, or asking for a small grant: with their leave, and until it is answered."""

from community.casework.casework_errors import NotFound, NotNow
from community.casework.hub_handover import taken_over
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent, is_here
from community.casework.message_queue import queue, withdraw
from community.casework.referral_kept import is_protected, told_id
from community.casework.referral_words import (
    WAYS,
    chosen_service,
    goes_by_itself,
    leave_words,
    referral_words,
    service_words,
    tells_address,
)
from community.settings.response_promise import after_working_days
from community.tables.ids import derive
from community.tables.message_codes import MessageKind
from community.tables.row_types import (
    ContactRow,
    ContactValues,
    MessageRow,
    NeedRow,
    ReferralRow,
    ReferralValues,
    ResidentRow,
    ServiceRow,
)
from community.tables.statuses import ContactStatus, ListingStatus, NeedStatus, ReferralStatus
from community.tables.support_vocabulary import AGREED_BY, MAY_TELL, ReferralKind
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction, ReachBy

_MOST_POUNDS = 10_000
_NOT_KEPT = "What it was told is not kept: there is a protected address in it."
_NO_LEAVE = "Write down who agreed, and how. Nothing is passed on without that."

TO_A_SERVICE = (
    LifeAsk("service_id", AskKind.RECORD, "To which service of the directory?", of=ServiceRow.TABLE),
    LifeAsk("service", AskKind.LINE, "Or to another: its name"),
    LifeAsk("agreed_by", AskKind.ONE_OF, "Who agreed that we pass it on?", codes=AGREED_BY, labels="agreed_by"),
    LifeAsk("agreed", AskKind.LINE, "How did they agree? In their best interests: who decided, and why"),
    LifeAsk("may_tell", AskKind.SOME_OF, "What may it be told besides the name and what for?", codes=MAY_TELL,
            labels="may_tell"),
    LifeAsk("way", AskKind.ONE_OF, "How is it told? By telephone, unless you choose", codes=WAYS, labels="way"),
    LifeAsk("pounds", AskKind.NUMBER, "A small grant: how many pounds do we ask for?", most=_MOST_POUNDS),
)  # fmt: skip
"""What is asked wherever somebody is passed on."""


def refer(happening: Happening, resident_id: str | None, request_id: str | None, what: str) -> str:
    """Write down that somebody is passed on, with what the service is told. The id of the referral.

    Where the program writes emails and the service has an address, the words go by themselves. Raises NotNow without
    a service, without leave, and where a protected address would be told.
    """
    unit, told = happening.unit, happening.told
    if not (told.said("service_id") or told.said("service")):
        raise NotNow("Say to which service: one of the directory, or the name of another.")
    if not (told.said("agreed_by") and told.said("agreed")):
        raise NotNow(_NO_LEAVE)
    resident = unit.read(ResidentRow, resident_id or "")
    service = chosen_service(happening)
    if service is not None and service.status != ListingStatus.APPROVED:
        raise NotNow("This service is not in the directory: nobody has approved it yet, or it was withdrawn.")
    pounds, way = told.number("pounds"), ContactWay(told.said("way") or ContactWay.TELEPHONE)
    words = referral_words(happening, resident, what)
    chase = after_working_days(
        unit.context.settings.community, unit.now, unit.context.settings.follow_up.referral_days
    ).date()
    values: ReferralValues = {
        "kind": ReferralKind.GRANT if pounds else ReferralKind.SERVICE,
        "direction": Direction.OUT,
        "resident_id": resident.id,
        "request_id": request_id,
        "service_id": told.said("service_id"),
        "service": told.said("service"),
        "what": what,
        "agreed": leave_words(happening),
        "pence_asked": pounds * 100 or None,
        "hub": resident.hub,
        "status": ReferralStatus.SENT,
        "chase_on": chase,
    }
    one = derive("F", happening.row.id, unit.at)
    unit.add(ReferralRow, values, one)
    log: ContactValues = {
        "about": one,
        "way": way,
        "direction": Direction.OUT,
        "outcome": ContactOutcome.TOLD,
        "words": _NOT_KEPT if is_protected(resident) and tells_address(happening) else words,
        "status": ContactStatus.DEALT_WITH,
    }
    unit.add(ContactRow, log, told_id(one))
    if service is not None and goes_by_itself(happening):
        queue(unit, MessageKind.REFERRAL, one, service.id, ReachBy.EMAIL, by_itself=True)
    return one


def _whose(happening: Happening) -> tuple[ResidentRow, str | None]:
    row, unit = happening.row, happening.unit
    if isinstance(row, NeedRow):
        return unit.read(ResidentRow, row.resident_id or ""), row.request_id
    if isinstance(row, ResidentRow):
        return row, None
    raise NotFound("There is no such record, or it belongs to another hub.")


def _passed_on(happening: Happening) -> None:
    resident, request = _whose(happening)
    if not is_here(resident):
        raise NotNow("They have died or moved away: nobody is passed on.")
    refer(happening, resident.id, request, happening.told.said("for_what") or "")


def _says(happening: Happening) -> str:
    return service_words(happening, _whose(happening)[0], happening.told.said("for_what") or "")


def settle_referral(happening: Happening, referral: ReferralRow) -> None:
    """Nobody asks again: calls about it come off Today, and an email that has not left stays here."""
    unit = happening.unit
    unit.set(referral, "chase_on", None)
    for call in unit.reader.rows(ContactRow, lambda c: [c.about == referral.id, c.status == ContactStatus.OPEN]):
        unit.move(call, ContactStatus.DEALT_WITH)
    for message in unit.reader.rows(MessageRow, lambda c: [c.about == referral.id]):
        withdraw(unit, message)


def pounds_words(pence: int | None) -> str | None:
    """An amount: `£120`, or `£12.50`."""
    if pence is None:
        return None
    return f"£{pence // 100:,}" if pence % 100 == 0 else f"£{pence / 100:,.2f}"


def _acknowledged(happening: Happening) -> None:
    referral, unit, told = happening.unit.read(ReferralRow, happening.row.id), happening.unit, happening.told
    if referral.kind == ReferralKind.HUB:
        taken_over(unit, referral, told.said("by"))
        return
    unit.move(referral, ReferralStatus.ACKNOWLEDGED)
    unit.set(referral, "acknowledged_by", told.said("by"))
    unit.set(referral, "acknowledged_on", told.day("on"))
    settle_referral(happening, referral)


def _over(happening: Happening) -> None:
    referral, unit, told = happening.unit.read(ReferralRow, happening.row.id), happening.unit, happening.told
    unit.move(referral, ReferralStatus.CLOSED)
    unit.set(referral, "outcome", told.said("outcome"))
    if referral.kind == ReferralKind.GRANT:
        if told.number("pounds_given") and not told.said("given_by"):
            raise NotNow("Write down who gave it.")
        unit.set(referral, "pence_given", told.number("pounds_given") * 100)
        unit.set(referral, "given_by", told.said("given_by"))
    settle_referral(happening, referral)


def _is_grant(referral: ReferralRow) -> bool:
    return referral.kind == ReferralKind.GRANT


_ASKS = (
    LifeAsk("for_what", AskKind.WORDS, "What for? The service reads it", must=True),
    *TO_A_SERVICE,
)
EVENTS = (
    LifeEvent(Verb.REFER, ResidentRow, _passed_on, _ASKS, is_here, says=_says),
    LifeEvent(Verb.REFER, NeedRow, _passed_on, _ASKS, lambda need: need.status == NeedStatus.OPEN, says=_says),
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
        (
            LifeAsk("outcome", AskKind.LINE, "What came of it?", must=True),
            LifeAsk("pounds_given", AskKind.NUMBER, "How many pounds were given?", most=_MOST_POUNDS, put_to=_is_grant),
            LifeAsk("given_by", AskKind.LINE, "Who gave it?", put_to=_is_grant),
        ),
        lambda one: (
            one.direction != Direction.IN and one.kind != ReferralKind.HUB and one.status != ReferralStatus.CLOSED
        ),
    ),
)
