"""Money that volunteers laid out: noted, its receipt seen, paid back. Never by a card: the receipt decides."""

from datetime import date

from community.book import Action
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotNow
from community.casework.help_given import FARTHEST
from community.casework.policies import check_day
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables.row_types import PaymentRow, PaymentValues, ResidentRow, VolunteerRow
from community.tables.statuses import PaymentStatus
from community.tables.support_vocabulary import PAYMENT_KINDS, PaymentKind
from community.tables.verbs import Verb

MOST_PENCE = 100_000
"""A thousand pounds: more than that is a slip of the pen."""


def note_payment(
    context: WorkContext,
    volunteer_id: str,
    *,
    kind: str,
    on: date,
    what: str | None = None,
    pence: int | None = None,
    miles: float | None = None,
    resident_id: str | None = None,
) -> Action:
    """Note what a volunteer laid out: shopping for a resident, or expenses, of which miles have the price of a setting.

    Raises NotNow where nothing is to be paid back, or where it is not said for whom they shopped.
    """

    def work(unit: UnitOfWork) -> None:
        volunteer = unit.take(VolunteerRow, volunteer_id)
        check_day(on, unit.now)
        if kind not in PAYMENT_KINDS:
            raise NotNow("Choose what the money was for.")
        if kind == PaymentKind.SHOPPING_MONEY and resident_id is None:
            raise NotNow("Say for whom they shopped.")
        if resident_id is not None:
            unit.visible.get(ResidentRow, resident_id)
        if miles is not None and not 0 <= miles <= FARTHEST:
            raise NotNow(f"Miles are between 0 and {FARTHEST}.")
        driven = round((miles or 0) * context.settings.follow_up.mile_pence)
        whole = (pence or 0) + driven
        if not 0 < whole <= MOST_PENCE:
            raise NotNow("Say how much it was: more than nothing, and at most £1,000.")
        told: PaymentValues = {"kind": kind, "on": on, "what": what, "pence": whole, "miles": miles}
        whose: PaymentValues = {"volunteer_id": volunteer.id, "resident_id": resident_id, "hub": volunteer.hub}
        unit.add(PaymentRow, told | whose | {"status": PaymentStatus.NOTED})

    return do(context, Verb.NOTE_PAYMENT, work)[0]


def see_receipt(context: WorkContext, payment_id: str, on: date, *, seen: str = PaymentStatus.NOTED) -> Action:
    """Note the day on which somebody here saw the receipt."""

    def work(unit: UnitOfWork) -> None:
        payment = _take(unit, Verb.SEE_RECEIPT, payment_id, seen, on)
        unit.move(payment, PaymentStatus.RECEIPT_SEEN)
        unit.set(payment, "receipt_seen_on", on)

    return do(context, Verb.SEE_RECEIPT, work)[0]


def settle_payment(
    context: WorkContext,
    payment_id: str,
    on: date,
    *,
    seen: str = PaymentStatus.RECEIPT_SEEN,
    reason: str | None = None,
) -> Action:
    """Note the day on which it was paid back. What was bought needs its receipt, or the reason why there is none."""

    def work(unit: UnitOfWork) -> None:
        payment = _take(unit, Verb.SETTLE_PAYMENT, payment_id, seen, on)
        without = payment.status == PaymentStatus.NOTED and payment.miles is None
        if without and not (reason or "").strip():
            raise NotNow("Nobody has seen the receipt. Say why it is paid back without one.")
        unit.move(payment, PaymentStatus.SETTLED)
        unit.set(payment, "settled_on", on)

    return do(context, Verb.SETTLE_PAYMENT, work, reason)[0]


def _take(unit: UnitOfWork, verb: Verb, payment_id: str, seen: str, on: date) -> PaymentRow:
    payment = unit.take(PaymentRow, payment_id, seen)
    check_state_allows(verb, payment)
    check_day(on, unit.now)
    if payment.on is not None and on.isoformat() < payment.on:
        raise NotNow("That day was before the money was spent.")
    return payment
