"""A search shows nobody more than their role and hub do, and tells by no answer what stands in a hidden field."""

from dataclasses import replace

import pytest

import community.casework as cw
from community.book import Append
from community.tables.roles import Duty
from tests.casework.office import ELSEWHERE, HUB, Office
from tests.casework.test_find_anybody import ids, make_resident

ALL = ("director", "coordinator", "neighbour", "handler")


def who_finds(office: Office, typed: str) -> set[str]:
    """The desks at which this finds anybody."""
    return {name for name in ALL if ids(office, typed, getattr(office, name))}


@pytest.mark.parametrize("typed", ["Canary", "01632 960321", "BA1 5AW", "Kanary"])
@pytest.mark.parametrize(("hub", "desk"), [(HUB, "coordinator"), (ELSEWHERE, "neighbour"), (None, None)])
@pytest.mark.parametrize("table", ["residents", "volunteers", "help_requests"])
def test_people_are_found_by_those_who_see_all_hubs_and_by_their_own_coordinator(
    office: Office, table: str, hub: str | None, desk: str | None, typed: str
) -> None:
    starts = {"volunteers": {"status": "applied"}, "help_requests": {"status": "new"}}
    told = {"name": "Cleo Canary", "telephone": "01632 960321", "postcode": "BA1 5AW", "hub": hub}
    one = office.book.append(table, told | starts.get(table, {}), by="web").id
    assert who_finds(office, typed) == {"director", "handler"} | ({desk} if desk else set())
    assert who_finds(office, one) == {"director", "handler"} | ({desk} if desk else set())


def test_nobody_is_found_by_who_has_no_role_here_whatever_their_duty(office: Office) -> None:
    make_resident(office)
    office.make_volunteer(name="Rose Tillman")
    for user in (cw.User("Tess", None), cw.User("Chris", None, safeguarding=Duty.CHAIR)):
        assert ids(office, "tillman", office.desk(user)) == []


def test_another_hub_s_volunteer_is_found_by_name_while_proposed_here_and_by_nothing_hidden(office: Office) -> None:
    guest = office.make_volunteer(
        name="Gus Guest", hub=ELSEWHERE, telephone="07700 900321", email="gus@example.org", postcode="BS31 1AA",
        emergency_name="Ivy Quill", emergency_telephone="07700 900654",
    )  # fmt: skip
    assert ids(office, "gus guest", office.coordinator) == []
    pair = {"need_id": office.make_need(), "volunteer_id": guest, "status": "proposed"}
    office.book.append("matches", pair, by="matching")
    cw.log_contact(office.neighbour, guest, words="Prefers mornings")
    (found,) = cw.find(office.coordinator, "gus guest").records
    assert (found.row.id, found.last) == (guest, None)
    for typed in ("07700 900321", "900321", "gus@example.org", "BS31 1AA", "quill", "07700 900654", "gus 900321"):
        assert ids(office, typed, office.coordinator) == []
        assert ids(office, typed, office.neighbour) == [guest]


def test_a_protected_address_leads_only_the_lead_to_somebody(office: Office) -> None:
    rose = make_resident(office, address="14 Milsom Street", postcode="BA1 5AW", protected_address="yes")
    lead = office.desk(replace(office.handler.user, safeguarding=Duty.LEAD))
    for typed in ("milsom", "14 milsom street", "BA1 5AW", "tillman milsom"):
        assert who_finds(office, typed) == set()
        assert ids(office, typed, lead) == [rose]
    told = {"address": "9 Lark Lane", "postcode": "BA2 4DA", "name": "Rose Tillman"}
    asked = office.make_request(**told, resident_id=rose, status="triaged")
    office.make_request(**told, duplicate_of=asked, status="closed")
    for typed in ("lark", "BA2 4DA"):
        assert who_finds(office, typed) == set()
        assert rose in ids(office, typed, lead)
    found = next(each for each in cw.find(office.director, "tillman").records if each.row.id == rose)
    assert (found.row["address"], found.row["postcode"]) == (None, None)


def test_a_hidden_street_puts_nobody_before_others(office: Office) -> None:
    pat = make_resident(office, name="Pat Milson", address="14 Milsom Street", protected_address="yes")
    for _ in range(30):
        make_resident(office, name="Zed Milson")
    lead = office.desk(replace(office.handler.user, safeguarding=Duty.LEAD))
    assert ids(office, "milsom", lead)[0] == pat
    for desk in (office.director, office.coordinator, office.handler):
        assert pat not in ids(office, "milsom", desk), "the latest come first, and she is the eldest"
    make_resident(office, name="Ann Milsom")
    assert cw.find(office.director, "milsom").records[0].name == "Ann Milsom"


def test_whom_one_may_not_see_takes_nobody_s_place_in_the_answer(office: Office) -> None:
    ours = [office.make_volunteer(name="Sam Smith", dbs=None) for _ in range(3)]
    theirs = {"name": "Sam Smith", "hub": ELSEWHERE, "status": "applied"}
    office.book.act("add", by="jo", appends=[Append("volunteers", dict(theirs)) for _ in range(300)])
    found = cw.find(office.coordinator, "sam smith")
    assert ({each.row.id for each in found.records}, found.more) == (set(ours), False)
