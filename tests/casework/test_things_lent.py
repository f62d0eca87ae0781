"""Things lent to residents: out, back or lost, each with its day, and each taken back by one press."""

from datetime import date

import pytest

import community.casework as cw
from community.book import Stale
from tests.casework.office import TODAY, Office


def test_a_thing_is_lent_lost_and_found_again(office: Office) -> None:
    resident = str(office.row("needs", office.make_need())["resident_id"])
    with pytest.raises(cw.NotNow):
        cw.lend(office.handler, resident, "  ", TODAY)
    with pytest.raises(cw.NotNow):
        cw.lend(office.handler, resident, "Heater 7", TODAY, back_by=date(2026, 1, 1))
    loan = cw.lend(office.handler, resident, "Heater 7", TODAY, back_by=date(2026, 12, 24)).ids[0]
    row = office.row("loans", loan)
    assert (row["status"], row["hub"], row["back_by"]) == ("out", "bath_north", "2026-12-24")
    cw.loan_lost(office.handler, loan)
    with pytest.raises(Stale):
        cw.loan_back(office.handler, loan, TODAY, seen="out")
    with pytest.raises(cw.NotNow):
        cw.loan_back(office.handler, loan, date(2026, 1, 1), seen="lost")
    back = cw.loan_back(office.handler, loan, TODAY, seen="lost")
    assert [office.row("loans", loan)[n] for n in ("status", "back_on")] == ["back", TODAY.isoformat()]
    cw.undo(office.handler, back.id)
    assert [office.row("loans", loan)[n] for n in ("status", "back_on")] == ["lost", None]
