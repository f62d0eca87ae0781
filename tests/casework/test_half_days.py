"""One volunteer for two needs in the same single half-day: the coordinator hears it before approving."""

import community.casework as cw
from tests.casework.office import Office

MONDAY = ("mon_morning",)


def _match(office: Office, volunteer: str, need: str) -> str:
    values = {"need_id": need, "volunteer_id": volunteer, "status": "proposed", "cost": 10}
    return office.book.append("matches", values, by="matching").id


def test_the_same_single_half_day_is_told_before_and_after_the_approval(office: Office) -> None:
    volunteer = office.make_volunteer(how_many=3)
    first = _match(office, volunteer, office.make_need(slots=MONDAY))
    second = _match(office, volunteer, office.make_need("shopping", slots=MONDAY, name="Joe Jones"))
    assert cw.same_half_day(office.director, first) == (
        "Also proposed for Joe Jones’s shopping on Monday mornings, the same half-day: ask whether they can do both.",
    )
    cw.approve(office.director, second)
    assert cw.same_half_day(office.director, first)[0].startswith("Also chosen for Joe Jones’s shopping")
    cw.approve(office.director, first)
    assert len(cw.same_half_day(office.director, second)) == 1


def test_nothing_is_said_where_another_time_would_do(office: Office) -> None:
    volunteer = office.make_volunteer(how_many=4)
    once = _match(office, volunteer, office.make_need(slots=MONDAY))
    wide = _match(office, volunteer, office.make_need(slots=("mon_morning", "tue_morning")))
    other = _match(office, volunteer, office.make_need(slots=("tue_morning",)))
    assert {cw.same_half_day(office.director, match) for match in (once, wide, other)} == {()}


def test_what_the_volunteer_is_free_for_leaves_one_half_day(office: Office) -> None:
    """Both could be met at other times, but not by them."""
    volunteer = office.make_volunteer(how_many=3, slots=["mon_morning", "wed_evening"])
    first = _match(office, volunteer, office.make_need(slots=("mon_morning", "tue_morning")))
    second = _match(office, volunteer, office.make_need(slots=("mon_morning", "thu_morning"), name="Joe Jones"))
    third = _match(office, volunteer, office.make_need(slots=("mon_morning", "wed_evening")))
    whenever = _match(office, volunteer, office.make_need(slots=()))
    told = {match: len(cw.same_half_day(office.director, match)) for match in (first, second, third, whenever)}
    assert told == {first: 1, second: 1, third: 0, whenever: 0}


def test_somebody_of_another_hub_is_not_named(office: Office) -> None:
    volunteer = office.make_volunteer(how_many=3)
    first = _match(office, volunteer, office.make_need(slots=MONDAY))
    _match(office, volunteer, office.make_need(slots=MONDAY, name="Joe Jones", hub="keynsham"))
    (said,) = cw.same_half_day(office.coordinator, first)
    assert "Jones" not in said
    assert "somebody in Keynsham and Saltford (dog walking on Monday mornings)" in said
