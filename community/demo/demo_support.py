"""What help needs besides people's time in the invented town: a rota, money, things lent, and referrals."""

from datetime import datetime, timedelta

from community.casework import has_referrer, referral_of_request, told_id
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.listing_days import is_open_offer
from community.tables.row_types import (
    ContactRow,
    HelpRequestRow,
    LoanRow,
    NeedRow,
    PaymentRow,
    ReferralRow,
    ResidentRow,
    ServiceRow,
    ShiftRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import (
    ContactStatus,
    ListingStatus,
    LoanStatus,
    PaymentStatus,
    ReferralStatus,
    RequestStatus,
    ShiftStatus,
    VisitStatus,
    VolunteerStatus,
)
from community.tables.support_vocabulary import PaymentKind, ReferralKind
from community.tables.vocabulary import ClosedReason, ContactOutcome, ContactWay, Direction

PAYMENTS = (*[PaymentStatus.SETTLED] * 5, *[PaymentStatus.RECEIPT_SEEN] * 2, *[PaymentStatus.NOTED] * 3)
LOANS = (LoanStatus.BACK, LoanStatus.LOST, *[LoanStatus.OUT] * 4)
REFERRALS = (*[ReferralStatus.CLOSED] * 4, *[ReferralStatus.ACKNOWLEDGED] * 3, *[ReferralStatus.SENT] * 3)
_AGREED = "They themselves: On the telephone. May be told: the name and what for, no more"


def add_shifts(town: Town) -> None:
    """Two dozen turns on the telephone, from ten days ago to the week after next."""
    lots = town.lots("shifts")
    ready = [v for v in town.ledger.all(VolunteerRow) if v.now.status == VolunteerStatus.READY]
    hub = next(iter(town.settings.hubs))
    by, made = town.coordinator(hub), town.calendar.now - timedelta(days=20)
    for number in range(24 if ready else 0):
        starts = town.calendar.now + timedelta(days=number - 10, hours=lots.choice([1, 5]))
        values = {
            "rota": "The telephone", "starts_at": starts, "minutes": 180, "place": "The hub, or at home", "hub": hub,
            "volunteer_id": lots.choice(ready).id, "status": ShiftStatus.FILLED,
        }  # fmt: skip
        if number in (15, 18, 21):
            values |= {"volunteer_id": None, "status": ShiftStatus.PLANNED}
        made += timedelta(minutes=3)
        shift = town.came_in(ShiftRow, values, at=made, by=by.name)
        late = min(starts + timedelta(hours=4), town.calendar.now)
        if number in (4, 13):
            town.write_down(shift, by, late - timedelta(days=1), ShiftStatus.COVERED, covered_by=lots.choice(ready).id)
        elif number in (6, 8):
            town.write_down(shift, by, late, ShiftStatus.MISSED if number == 6 else ShiftStatus.CANCELLED)


def add_payments(town: Town) -> None:
    """What volunteers paid for residents, and what it costs them to get there: paid back, or on the way to it."""
    lots = town.lots("payments")
    done = [v for v in town.ledger.all(VisitRow) if v.now.status == VisitStatus.DONE]
    for visit, status in zip(sorted(done, key=lambda v: v.at)[-60::6], PAYMENTS, strict=False):
        resident = town.ledger.record(ResidentRow, visit.now.resident_id)
        by, expenses = town.coordinator(resident.now.hub), lots.random() < 0.3
        values = {
            "kind": PaymentKind.EXPENSES if expenses else PaymentKind.SHOPPING_MONEY, "on": visit.now.on,
            "what": "Petrol" if expenses else lots.choice(words("people")["bought"]),
            "pence": lots.randint(180, 3400), "miles": lots.randint(3, 18) if expenses else None,
            "volunteer_id": visit.now.volunteer_id, "resident_id": resident.id, "visit_id": visit.id,
            "hub": resident.now.hub, "status": PaymentStatus.NOTED,
        }  # fmt: skip
        payment = town.came_in(PaymentRow, values, at=_after(town, visit.at), by=by.name)
        days = {PaymentStatus.RECEIPT_SEEN: "receipt_seen_on", PaymentStatus.SETTLED: "settled_on"}
        steps = list(days)
        for step in steps[: steps.index(status) + 1] if status in days else []:
            at = _after(town, payment.changed_at)
            town.write_down(payment, by, at, step, **{days[step]: at.date()})


def add_loans(town: Town) -> None:
    """Things with residents, one that came back, one that does not, and one that a member offered."""
    lots = town.lots("loans")
    residents = town.ledger.all(ResidentRow)
    offers = [s.now for s in town.ledger.all(ServiceRow) if is_open_offer(s.now, town.calendar.today.isoformat())]
    things = zip(lots.sample(residents, min(len(LOANS), len(residents))), words("people")["lent"], LOANS, strict=False)
    for number, (resident, what, status) in enumerate(things):
        by, at = town.coordinator(resident.now.hub), _after(town, resident.at)
        values = {
            "what": what, "lent_on": at.date(), "back_by": town.calendar.today + timedelta(days=lots.randint(9, 90)),
            "resident_id": resident.id, "hub": resident.now.hub, "status": LoanStatus.OUT,
        }  # fmt: skip
        if number == len(LOANS) - 1 and offers:
            values |= {"what": offers[-1].name, "service_id": offers[-1].id}
        loan = town.came_in(LoanRow, values, at=at, by=by.name)
        if status != LoanStatus.OUT:
            at = _after(town, at)
            back = {"back_on": at.date()} if status == LoanStatus.BACK else {}
            town.write_down(loan, by, at, status, **back)


def add_referrals(town: Town) -> None:
    """Needs that were referred on: to whom, and what came of it. One is a small grant. Some were sent to us."""
    lots = town.lots("referrals")
    needs = [n for n in town.ledger.all(NeedRow) if n.now.closed_reason == ClosedReason.REFERRED_ON]
    services = [s for s in town.ledger.all(ServiceRow) if s.now.status == ListingStatus.APPROVED]
    for number, (need, status) in enumerate(zip(needs, REFERRALS, strict=False)):
        grant = number == 1
        by, at = town.coordinator(need.now.hub), _after(town, need.changed_at)
        values = {
            "kind": ReferralKind.GRANT if grant else ReferralKind.SERVICE, "hub": need.now.hub,
            "direction": Direction.OUT, "resident_id": need.now.resident_id,
            "request_id": need.now.request_id, "what": lots.choice(words("people")["referred"]),
            "service_id": None if grant else lots.choice(services).id,
            "service": "The Honeystone hardship fund" if grant else None, "agreed": _AGREED,
            "pence_asked": 15000 if grant else None, "status": ReferralStatus.SENT,
            "chase_on": town.calendar.today + timedelta(days=lots.randint(1, 9)),
        }  # fmt: skip
        referral = town.came_in(ReferralRow, values, at=at, by=by.name)
        resident = town.ledger.record(ResidentRow, referral.now.resident_id or "").now
        _told(town, referral.id, f"Name: {resident.name}\nWhat for: {referral.now.what}", at=at, by=by.name)
        if status != ReferralStatus.SENT:
            town.write_down(referral, by, _after(town, at), ReferralStatus.ACKNOWLEDGED, chase_on=None)
        if status == ReferralStatus.CLOSED:
            given = {"pence_given": 12000, "given_by": "The fund"} if grant else {}
            outcome = "A new cooker" if grant else lots.choice(words("people")["outcomes"])
            at = _after(town, referral.changed_at)
            town.write_down(referral, by, at, ReferralStatus.CLOSED, outcome=outcome, **given)
    _sent_to_us(town)


def _sent_to_us(town: Town) -> None:
    """Whoever sent somebody knows that we have it; of one whose help is over, they have heard what came of it."""
    sent = [one for one in town.ledger.all(HelpRequestRow) if has_referrer(one.now) and one.now.resident_id]
    sent.sort(key=lambda one: (one.changed_at, one.id))
    over = [one for one in sent if one.now.status == RequestStatus.CLOSED][-2:]
    going_on = [one for one in sent if one.now.status != RequestStatus.CLOSED][-2:]
    for number, request in enumerate([*over, *going_on]):
        by, at, now = town.coordinator(request.now.hub), _after(town, request.changed_at), request.now
        values = {
            "kind": ReferralKind.SERVICE, "direction": Direction.IN, "resident_id": now.resident_id,
            "request_id": now.id, "service": now.referrer_who, "hub": now.hub,
            "status": ReferralStatus.ACKNOWLEDGED, "acknowledged_by": by.name, "acknowledged_on": at.date(),
        }  # fmt: skip
        town.ledger.now = at
        one = town.ledger.append(ReferralRow.TABLE, values, by=by.name, id=referral_of_request(now.id)).id
        thanks = f"Thank you: we have what you asked us for somebody. The reference is {now.id}."
        _told(town, one, thanks, at=at, by=by.name)
        if number == 0:
            heard = {"outcome": "Somebody rings them once a week", "agreed": "On the telephone"}
            town.write_down(town.ledger.record(ReferralRow, one), by, _after(town, at), ReferralStatus.CLOSED, **heard)


def _told(town: Town, referral_id: str, said: str, *, at: datetime, by: str) -> None:
    """What was said on the telephone, as it is kept."""
    log = {"about": referral_id, "way": ContactWay.TELEPHONE, "direction": Direction.OUT, "words": said,
           "outcome": ContactOutcome.TOLD, "status": ContactStatus.DEALT_WITH}  # fmt: skip
    town.ledger.now = at
    town.ledger.append(ContactRow.TABLE, log, by=by, id=told_id(referral_id))


def _after(town: Town, at: datetime) -> datetime:
    """Some hours or days later, or at the latest on the last morning."""
    return min(town.calendar.later(town.lots(str(at)), at, timedelta(hours=3), timedelta(days=6)), town.calendar.now)
