"""A day's food: whoever may see it, what is packed, the doors in a short order, and delivered or not."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.casework.food_rounds import in_order
from tests.casework.office import TODAY, Office
from tests.casework.rounds import parcel


def only(office: Office) -> cw.Parcel:
    ((parcel_,),) = [each.parcels for each in cw.food_of_day(office.handler, TODAY)]
    return parcel_


def test_a_parcel_is_packed_and_delivered(office: Office) -> None:
    match = parcel(office)
    office.make_match("active", task_type="phone_call")
    here = only(office)
    assert (here.match.id, here.is_packed, here.status) == (match, False, "planned")
    cw.pack_parcels(office.handler, [match], TODAY)
    assert only(office).is_packed
    cw.pack_parcels(office.handler, [match], TODAY, packed=False)
    assert not only(office).is_packed
    cw.done(office.handler, match, TODAY, seen="active")
    assert only(office).status == "done"
    assert cw.food_of_day(office.neighbour, TODAY) == []
    with pytest.raises(cw.NotNow):
        cw.pack_parcels(office.handler, [office.make_match("active", task_type="phone_call")], TODAY)


def test_the_doors_come_in_a_short_order(office: Office) -> None:
    for number, east in enumerate((375_000, 379_000, 376_000, 378_000, 377_000)):
        match = parcel(office)
        need = office.row("needs", office.row("matches", match)["need_id"])
        office.set(need, "easting", east)
        office.set(need, "northing", 165_000 + number % 2)
    every = [each for one in cw.food_of_day(office.director, TODAY) for each in one.parcels]
    assert [each.need.easting for each in in_order(every)] == [375_000, 376_000, 377_000, 378_000, 379_000]


@pytest.mark.parametrize("what", ["not_in", "cancelled"])
def test_a_first_parcel_comes_on_a_later_day_though_an_earlier_one_came_to_nothing(office: Office, what: str) -> None:
    match = office.make_match("accepted", task_type="food_parcel")
    later = TODAY + timedelta(days=2)
    cw.resident_told(office.director, match, on=TODAY if what == "cancelled" else later)
    if what == "cancelled":
        cw.call_off_visit(office.director, match, TODAY, seen="active")
        office.set(office.row("matches", match), "first_on", later)
    else:
        cw.not_given(office.director, match, TODAY, what, seen="active")
    for desk in (office.handler, office.coordinator):
        ((here,),) = [each.parcels for each in cw.food_of_day(desk, later)]
        assert (here.match.id, here.is_to_come) == (match, True)
    office.clock.pass_(days=2)
    cw.done(office.director, match, later, seen="active")
    ((brought,),) = [each.parcels for each in cw.food_of_day(office.handler, later)]
    assert brought.status == "done"
