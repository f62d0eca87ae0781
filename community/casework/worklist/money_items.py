"""Lines about money that a volunteer laid out and did not get back within the days of the settings."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from community.book import Where
from community.casework.display_names import named
from community.casework.worklist.worklist_item import UNSURE, WorklistItem, people
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment
from community.tables.row_types import PaymentRow, VolunteerRow
from community.tables.statuses import PaymentStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind
from community.wording import pounds


def _unsettled(view: View) -> Where:
    last = (view.this_day - timedelta(days=view.waits.money_days)).date().isoformat()
    return lambda c: [c.status != PaymentStatus.SETTLED, c.on <= last]


def _read_payments(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(PaymentRow, ids)
    found = (view.visible.look.get(PaymentRow, one) for one in ids)
    view.visible.read_ahead(VolunteerRow, [payment.volunteer_id for payment in found if payment is not None])


def _pay_back(view: View, payment_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(PaymentRow, payment_id)
    if row.on is None or row.volunteer_id is None or view.visible.find(VolunteerRow, row.volunteer_id) is None:
        return
    who = named(view.visible, row.volunteer_id) or "A volunteer"
    step = "pay it back" if row.status == PaymentStatus.RECEIPT_SEEN else "ask for the receipt"
    yield WorklistItem(
        row.volunteer_id,
        "volunteers",
        LineKind.MONEY_OPEN,
        f"{who} laid out {pounds(row.pence or 0)}: {step}",
        moment(row.at),
        view.end_of(row.on) + timedelta(days=view.waits.money_days),
        UNSURE,
        hub=row.hub,
        telephone=view.telephone(VolunteerRow, row.volunteer_id),
        who=people(row.volunteer_id),
    )


MONEY = WorklistPart(PaymentRow, _unsettled, _pay_back, _read_payments, Verb.SEE_RECEIPT)
