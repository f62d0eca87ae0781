"""Lists of households: known people and those who refused are dropped, and nothing is held without a right."""

from datetime import date
from typing import Any

import pytest

import community.casework as cw
from community.importing import Fate, ImportPlan, bring_list_in, plan_list
from community.tables.row_types import HouseholdRow
from tests.book.test_erasing import erase_whom
from tests.casework.office import Office

UNTIL = date(2027, 1, 31)
LIST = """Name,Telephone,Property Address,Postcode
Hattie Home,01632 960101,14 Widcombe Hill,BA2 6AA
Known Resident,01632 960102,2 High Street,BA1 5AB
Known Volunteer,07700 900103,3 High Street,BA1 5AB
Next Door,01632 960104,16 Widcombe Hill,BA2 6AA
Hattie Again,01632 960101,14 Widcombe Hill,BA2 6AA
,,,BA1 5AB
"""


def planned(office: Office, **more: object) -> ImportPlan:
    told: dict[str, object] = {"basis": "legitimate_interests", "delete_by": UNTIL} | more
    return plan_list(office.director, LIST.encode(), "list.csv", "households", **told)  # type: ignore[arg-type]


def test_who_is_known_by_number_or_door_is_left_out_and_nobody_is_doubled(office: Office) -> None:
    office.book.append("residents", {"name": "Other Name", "postcode": "BA1 5AB", "address": "2 High St"}, by="web")
    office.make_volunteer(telephone="07700900103")
    plan = planned(office)
    assert [row.fate for row in plan.rows] == [
        Fate.BROUGHT_IN, Fate.SET_ASIDE, Fate.SET_ASIDE, Fate.BROUGHT_IN, Fate.RECOGNISED, Fate.SET_ASIDE,
    ]  # fmt: skip
    bring_list_in(office.director, plan)
    first, second = cw.households(office.director)
    assert (first.name, first.lawful_basis, first.delete_by) == ("Hattie Home", "legitimate_interests", "2027-01-31")
    assert second.status == "listed"
    again = planned(office)
    assert again.counts[Fate.BROUGHT_IN] == 0


def test_who_said_no_is_dropped_from_the_next_list(office: Office) -> None:
    bring_list_in(office.director, planned(office))
    hattie = next(row for row in cw.households(office.director) if row.name == "Hattie Home")
    cw.write_outreach_result(office.handler, hattie.id, cw.OutreachResult.REFUSED, seen="listed")
    assert planned(office).rows[0].why == "refused_before"


NAMED = """Name,Telephone,Property Address,Postcode
Hattie Home,,"The Old Mill, Church Ln",BA2 6AA
Nora Nowhere,,"14 Church Lane, Paulton",
"""
SAID_OTHERWISE = """Name,Telephone,Property Address,Postcode
H. Home,01632 960199,old mill,ba26aa
Next Door,01632 960198,"The New Mill, Church Ln",BA2 6AA
N. Nowhere,01632 960197,"14, Church Ln. Paulton",
"""


def test_a_house_without_a_number_or_postcode_that_said_no_is_known_again(office: Office) -> None:
    told: dict[str, Any] = {"basis": "legitimate_interests", "delete_by": UNTIL}
    bring_list_in(office.director, plan_list(office.director, NAMED.encode(), "list.csv", "households", **told))
    for row in cw.households(office.director):
        cw.write_outreach_result(office.handler, row.id, cw.OutreachResult.REFUSED, seen="listed")
    again = plan_list(office.director, SAID_OTHERWISE.encode(), "other.csv", "households", **told)
    assert [row.why for row in again.rows] == ["refused_before", None, "refused_before"]


def test_whoever_joined_is_known_again_and_once_erased_is_not_brought_back(office: Office) -> None:
    bring_list_in(office.director, planned(office))
    hattie = next(row for row in cw.households(office.director) if row.name == "Hattie Home")
    cw.write_outreach_result(office.handler, hattie.id, cw.OutreachResult.VOLUNTEERS, words="Yes", seen="listed")
    assert planned(office).rows[0].why == "known_here"
    row = office.book.get(HouseholdRow, hattie.id)
    assert row is not None
    erase_whom(office.book, str(row.joined_as))
    assert planned(office).rows[0].why == "erased"


@pytest.mark.parametrize("missing", [{"basis": None}, {"delete_by": None}, {"delete_by": date(2028, 6, 1)}])
def test_without_a_right_and_a_day_nothing_comes_in(office: Office, missing: dict[str, object]) -> None:
    with pytest.raises(cw.NotNow):
        bring_list_in(office.director, planned(office, **missing))
    assert office.book.count("households") == 0
