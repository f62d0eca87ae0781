"""Money that a volunteer laid out: noted, its receipt seen, paid back; on Today when it takes long."""

from datetime import timedelta

import pytest

import community.casework as cw
from tests.casework.office import ELSEWHERE, TODAY, Office


def shopped(office: Office, pence: int = 1250) -> str:
    need = office.row("needs", office.make_need())
    volunteer = office.make_volunteer()
    return cw.note_payment(
        office.coordinator, volunteer, kind="shopping_money", on=TODAY, pence=pence, resident_id=need["resident_id"]
    ).ids[0]


def test_money_is_noted_its_receipt_seen_and_then_it_is_paid_back(office: Office) -> None:
    one = shopped(office)
    cw.see_receipt(office.coordinator, one, TODAY)
    with pytest.raises(cw.NotAllowed):
        cw.settle_payment(office.coordinator, one, TODAY)
    action = cw.settle_payment(office.director, one, TODAY).id
    row = office.row("payments", one)
    assert (row["status"], row["receipt_seen_on"], row["settled_on"]) == ("settled", str(TODAY), str(TODAY))
    cw.undo(office.director, action)
    assert office.row("payments", one)["status"] == "receipt_seen"


def test_without_a_receipt_it_is_paid_back_for_a_reason_alone_and_miles_need_none(office: Office) -> None:
    one = shopped(office)
    with pytest.raises(cw.NotNow, match="receipt"):
        cw.settle_payment(office.director, one, TODAY, seen="noted")
    cw.settle_payment(office.director, one, TODAY, seen="noted", reason="The till was broken")
    drove = cw.note_payment(office.director, office.make_volunteer(), kind="expenses", on=TODAY, miles=10).ids[0]
    assert office.row("payments", drove)["pence"] == 10 * office.settings.follow_up.mile_pence
    cw.settle_payment(office.director, drove, TODAY, seen="noted")


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "shopping_money", "pence": 500},
        {"kind": "expenses"},
        {"kind": "expenses", "pence": 100_001},
        {"kind": "expenses", "pence": -5},
        {"kind": "expenses", "miles": 501},
        {"kind": "expenses", "pence": 500, "on": TODAY + timedelta(days=1)},
    ],
)
def test_a_sum_that_can_not_be_is_refused(office: Office, told: dict[str, object]) -> None:
    with pytest.raises(cw.NotNow):
        cw.note_payment(office.director, office.make_volunteer(), **{"on": TODAY} | told)  # type: ignore[arg-type]


def test_a_coordinator_sees_only_the_money_of_her_own_volunteers(office: Office) -> None:
    theirs = office.make_volunteer(hub=ELSEWHERE)
    with pytest.raises(cw.NotFound):
        cw.note_payment(office.coordinator, theirs, kind="expenses", on=TODAY, pence=100)
    one = shopped(office)
    with pytest.raises(cw.NotFound):
        cw.see_receipt(office.neighbour, one, TODAY)
    with pytest.raises(cw.NotAllowed):
        cw.see_receipt(office.handler, one, TODAY)
