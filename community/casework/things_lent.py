"""Things lent to residents: what somebody has, that it came back, and that it does not."""

from datetime import date

from community.book import Action
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotNow
from community.casework.policies import check_day
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables.row_types import LoanRow, LoanValues, ResidentRow
from community.tables.statuses import LoanStatus
from community.tables.verbs import Verb


def lend(
    context: WorkContext, resident_id: str, what: str | None, lent_on: date, back_by: date | None = None
) -> Action:
    """Write down what a resident was lent, since when, and by when it is wanted back."""

    def work(unit: UnitOfWork) -> None:
        resident = unit.take(ResidentRow, resident_id)
        if not (what or "").strip():
            raise NotNow("Say what was lent.")
        check_day(lent_on, unit.now)
        if back_by is not None and back_by < lent_on:
            raise NotNow("It can only be wanted back after it was lent.")
        values: LoanValues = {"what": what, "lent_on": lent_on, "back_by": back_by, "status": LoanStatus.OUT}
        unit.add(LoanRow, values | {"resident_id": resident.id, "hub": resident.hub})

    return do(context, Verb.LEND, work)[0]


def loan_back(context: WorkContext, loan_id: str, on: date, *, seen: str = LoanStatus.OUT) -> Action:
    """Write down the day on which a thing came back."""

    def work(unit: UnitOfWork) -> None:
        loan = unit.take(LoanRow, loan_id, seen)
        check_state_allows(Verb.LOAN_BACK, loan)
        check_day(on, unit.now)
        if loan.lent_on is not None and on.isoformat() < loan.lent_on:
            raise NotNow("It can only come back after it was lent.")
        unit.move(loan, LoanStatus.BACK)
        unit.set(loan, "back_on", on)

    return do(context, Verb.LOAN_BACK, work)[0]


def loan_lost(context: WorkContext, loan_id: str, *, seen: str = LoanStatus.OUT) -> Action:
    """Write down that a thing does not come back."""

    def work(unit: UnitOfWork) -> None:
        loan = unit.take(LoanRow, loan_id, seen)
        check_state_allows(Verb.LOAN_LOST, loan)
        unit.move(loan, LoanStatus.LOST)

    return do(context, Verb.LOAN_LOST, work)[0]
