"""Somebody has died, and something comes later that would have them helped, asked or rung again: it does not."""

import pytest

import community.casework as cw
from community.tables.row_types import NeedRow, ResidentRow
from tests.casework.life import died, foresee_death
from tests.casework.office import HUB, TODAY, Office

WHO = {"name": "Rose Rae", "telephone": "01632 960002", "postcode": "BA1 1AA"}


def resident(office: Office) -> str:
    return office.book.append(ResidentRow.TABLE, WHO | {"hub": HUB}, by="Hal Handler").id


@pytest.mark.parametrize("chosen", [False, True])
def test_a_request_is_not_joined_to_whoever_has_died(office: Office, chosen: bool) -> None:
    rose = resident(office)
    request = office.make_request(**WHO)
    done = died(office.handler, rose, TODAY)
    with pytest.raises(cw.NotNow, match="They have died"):
        cw.triage(office.handler, request, seen="new", resident=rose if chosen else None)
    assert office.book.count(NeedRow) == 0
    cw.undo(office.handler, done.id)
    assert cw.triage(office.handler, request, seen="new").resident_id == rose


def test_no_need_of_whoever_has_died_is_opened_again(office: Office) -> None:
    rose = resident(office)
    need = office.make_need("shopping", resident=rose)
    died(office.handler, rose, TODAY)
    with pytest.raises(cw.NotNow, match="They have died"):
        cw.reopen_need(office.coordinator, need)
    assert office.status(need) == "closed"


def test_whoever_asks_from_the_same_telephone_is_somebody_new(office: Office) -> None:
    rose = resident(office)
    request = office.make_request(**WHO | {"name": "Tom Rae"})
    died(office.handler, rose, TODAY)
    assert cw.triage(office.handler, request, seen="new", resident="new").resident_id != rose


def test_a_volunteer_who_has_died_does_not_come_back(office: Office) -> None:
    vera = office.make_volunteer()
    died(office.coordinator, vera, TODAY)
    with pytest.raises(cw.NotNow, match="They have died"):
        cw.move_volunteer(office.coordinator, vera, "checking", seen="left")
    assert office.status(vera) == "left"


def test_whoever_is_both_helped_and_a_volunteer_is_named_before_it_is_written_down(office: Office) -> None:
    rose, vera = resident(office), office.make_volunteer(**WHO)
    office.make_volunteer(name="Tom Rae", telephone=WHO["telephone"])  # of the same household
    assert foresee_death(office.coordinator, rose, TODAY).also == (vera,)
    assert foresee_death(office.coordinator, vera, TODAY).also == (rose,)
    died(office.coordinator, vera, TODAY)
    assert foresee_death(office.coordinator, rose, TODAY).also == ()
