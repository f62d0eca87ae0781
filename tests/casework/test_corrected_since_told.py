"""What the spreadsheet puts right after a volunteer has heard of it stands on Today, until somebody has told them."""

import pytest

import community.casework as cw
from community.casework.worklist import KeptList
from tests.casework.asking import approved, sent, switch_on
from tests.casework.coming import resident_of
from tests.casework.office import Office
from tests.casework.test_sync_corrections import corrected, takes

NUMBER = "07700 900999"


def to_tell(office: Office) -> list[tuple[str, str]]:
    """The records of the lines about somebody to be rung, with how soon."""
    found = cw.today(office.director, office.clock())
    return [(item.id, item.urgency) for item in found if item.kind == "tell_them"]


def given(office: Office) -> tuple[str, str]:
    """A match whose volunteer has name, number and address, and its resident."""
    match = office.make_match("active", telephone="07700 900456", address="1 High Street")
    cw.release(office.handler, match, seen="active")
    office.clock.pass_(minutes=5)
    return match, resident_of(office, match)


def typed(office: Office, resident: str, field: str = "telephone", now: str = NUMBER) -> str:
    """Somebody types this into the resident's line of the spreadsheet."""
    return corrected(office, ("residents", resident, field, office.row("residents", resident)[field], now))


@pytest.mark.parametrize(("field", "now"), [("telephone", NUMBER), ("address", "2 High Street")])
def test_a_number_or_address_that_a_volunteer_has_is_told_once_it_is_put_right_in_the_sheet(
    office: Office, field: str, now: str
) -> None:
    match, resident = given(office)
    kept = KeptList()
    kept.at(office.director, office.clock())
    assert to_tell(office) == []
    typed(office, resident, field, now)
    assert to_tell(office) == [(match, "this_week")]
    assert list(kept.at(office.director, office.clock())) == cw.today(office.director, office.clock())
    assert cw.must_hear_of_correction(office.coordinator, match)
    volunteer = office.row("matches", match)["volunteer_id"]
    cw.log_contact(office.handler, match, with_whom=volunteer, outcome="told")
    assert to_tell(office) == []
    assert list(kept.at(office.director, office.clock())) == cw.today(office.director, office.clock())
    assert not cw.must_hear_of_correction(office.coordinator, match)


def test_taken_back_before_anybody_was_told_it_is_nobodys_work_and_afterwards_it_is(office: Office) -> None:
    match, resident = given(office)
    at = typed(office, resident)
    takes(office.director, at)
    assert to_tell(office) == [], "all is as they know it"
    at = typed(office, resident, now="07700 900111")
    cw.log_contact(office.handler, match, with_whom=office.row("matches", match)["volunteer_id"], outcome="told")
    office.clock.pass_(minutes=5)
    takes(office.director, at)
    assert to_tell(office) == [(match, "this_week")], "they were told what is no longer so"


def test_whoever_has_no_number_yet_or_helps_no_more_is_told_nothing(office: Office) -> None:
    before = office.make_match("active", telephone="07700 900456")
    over, resident = given(office)
    cw.cancel(office.director, over, seen="active", heard={resident, office.row("matches", over)["volunteer_id"]})
    for one in (resident_of(office, before), resident):
        typed(office, one)
        typed(office, one, "name", "Rita Renamed")
    assert to_tell(office) == []


def test_one_who_comes_today_is_told_at_once(office: Office) -> None:
    match = office.make_match("accepted", telephone="07700 900456")
    cw.resident_told(office.director, match, on=office.today)
    cw.release(office.handler, match, seen="active")
    office.clock.pass_(minutes=5)
    typed(office, resident_of(office, match))
    assert to_tell(office) == [(match, "today")]


def test_times_that_the_sheet_changes_are_told_to_those_who_read_otherwise(office: Office) -> None:
    switch_on(office)
    asked, agreed = approved(office), office.make_match("accepted")
    sent(office, asked)
    office.clock.pass_(minutes=5)
    for match in (asked, agreed):
        need = office.row("matches", match)["need_id"]
        corrected(office, ("needs", need, "slots", office.row("needs", need)["slots"], "tue_morning"))
    assert {one for one, _ in to_tell(office)} == {asked, agreed}
    (line,) = [i for i in cw.today(office.director, office.clock()) if i.id == asked and i.kind == "tell_them"]
    assert "still could help" in line.title


def test_a_correction_in_the_dashboard_is_told_by_its_own_call_alone(office: Office) -> None:
    match, resident = given(office)
    cw.correct(office.director, "residents", resident, "telephone", seen="07700 900456", now=NUMBER)
    (line,) = to_tell(office)
    assert line[0] != match
    assert line[0].startswith("C-")
