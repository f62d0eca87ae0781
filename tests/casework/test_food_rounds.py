"""A day's food: whoever may see it, what is packed, the doors in a short order, and delivered or not."""

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
    cw.pack(office.handler, [match], TODAY)
    assert only(office).is_packed
    cw.pack(office.handler, [match], TODAY, packed=False)
    assert not only(office).is_packed
    cw.done(office.handler, match, TODAY, seen="active")
    assert only(office).status == "done"
    assert cw.food_of_day(office.neighbour, TODAY) == []
    with pytest.raises(cw.NotNow):
        cw.pack(office.handler, [office.make_match("active", task_type="phone_call")], TODAY)


def test_the_doors_come_in_a_short_order(office: Office) -> None:
    for number, east in enumerate((375_000, 379_000, 376_000, 378_000, 377_000)):
        match = parcel(office)
        need = office.row("needs", office.row("matches", match)["need_id"])
        office.set(need, "easting", east)
        office.set(need, "northing", 165_000 + number % 2)
    every = [each for one in cw.food_of_day(office.director, TODAY) for each in one.parcels]
    assert [each.need.easting for each in in_order(every)] == [375_000, 376_000, 377_000, 378_000, 379_000]
