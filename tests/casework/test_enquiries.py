"""Who would like a volunteering role: introduced with their leave and no more, placed, or over; and members' offers."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.book import Stale
from community.impact import impact_facts
from community.tables.row_types import EnquiryRow, NeedRow, OpportunityRow, OrganisationRow, VolunteerRow
from community.tables.support_vocabulary import SORT, UNTIL
from community.tables.verbs import Verb, verb_of
from community.wording import wording
from tests.casework.directory import role
from tests.casework.life import charter_member, enquiry_of, offer_of
from tests.casework.office import ELSEWHERE, HUB, TODAY, Office

AGREED: dict[str, object] = {"agreed": "By telephone", "may_tell": ["telephone"]}


def enquiry(office: Office, **told: object) -> str:
    """Somebody asked for a role on the site, and is no volunteer of ours."""
    values = {"name": "Etta Enquirer", "telephone": "07700 900555", "email": "etta@example.org", "hub": HUB}
    values |= {"words": "I like gardens", "opportunity_id": role(office), "status": "enquired"}
    return office.book.append("enquiries", values | told, by="web").id


def introduction(office: Office, one: str, answers: dict[str, object]) -> str:
    return str(cw.foresee_event(office.coordinator, Verb.INTRODUCE, one, answers).say)


def test_a_volunteer_asks_is_introduced_placed_and_counted_and_each_step_is_undone(office: Office) -> None:
    one = enquiry_of(office, introduced=True)
    row = office.row("enquiries", one)
    assert (row["status"], row["consent"], row["introduced_on"]) == ("introduced", "yes", TODAY.isoformat())
    assert (row["name"], row["telephone"]) == (None, None), "nothing of the volunteer's own record is copied"
    done = cw.happened(office.coordinator, Verb.PLACED, one, {"on": TODAY})
    assert [each.placed for each in impact_facts(office.director).enquiries] == [TODAY]
    cw.undo(office.coordinator, done.id)
    assert office.status(one) == "introduced"
    over = cw.happened(office.coordinator, Verb.NOT_TAKEN_UP, one, {"why": "Too far"})
    assert office.status(one) == "ended"
    cw.undo(office.coordinator, over.id)
    assert office.status(one) == "introduced"


def test_the_organisation_hears_no_more_than_they_agreed_to(office: Office) -> None:
    one = enquiry(office)
    with pytest.raises(cw.NotNow, match="how they agreed"):
        cw.happened(office.coordinator, Verb.INTRODUCE, one, {"may_tell": ["telephone"]})
    said = introduction(office, one, AGREED)
    assert "Etta Enquirer" in said
    assert "07700 900555" in said
    assert "etta@example.org" not in said
    assert "gardens" not in said
    assert "gardens" in introduction(office, one, AGREED | {"tell_words": True})
    assert "we pass it on" in introduction(office, one, {"agreed": "By telephone"})
    cw.happened(office.coordinator, Verb.INTRODUCE, one, AGREED)
    (log,) = office.book.rows("contacts", lambda c: [c.about == one])
    told = wording().may_tell["telephone"]
    assert log["words"] == f"Passed on: Name; {told}. They agreed: By telephone", "who they are stands in their record"


def test_on_the_form_they_may_say_that_all_of_it_is_passed_on(office: Office) -> None:
    said = introduction(office, enquiry(office, consent="yes"), {})
    assert all(words in said for words in ("07700 900555", "etta@example.org", "gardens"))


def test_how_to_be_in_touch_safely_goes_with_a_volunteer_s_number(office: Office) -> None:
    one = enquiry_of(office)
    volunteer = office.row("enquiries", one)["volunteer_id"]
    cw.keep_contact_safe(office.director, volunteer, seen={}, now={"say_instead": "The library rang"})
    assert "The library rang" in introduction(office, one, AGREED)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"status": "offered"}, "not open"),
        ({"status": "withdrawn"}, "not open"),
        ({"ends_on": "2026-11-22"}, "last day"),
    ],
)
def test_nobody_asks_for_a_role_that_is_not_open(office: Office, told: dict[str, object], why: str) -> None:
    with pytest.raises(cw.NotNow, match=why):
        cw.happened(office.handler, Verb.ENQUIRE, office.make_volunteer(), {"role": role(office, **told)})  # type: ignore[arg-type]


def test_the_same_volunteer_asks_for_a_role_once(office: Office) -> None:
    one, asked = office.make_volunteer(), {"role": role(office)}
    cw.happened(office.handler, Verb.ENQUIRE, one, asked)
    with pytest.raises(cw.NotNow, match="already"):
        cw.happened(office.handler, Verb.ENQUIRE, one, asked)
    assert office.book.count("enquiries") == 1


def test_somebody_who_is_no_volunteer_is_written_down_with_a_way_to_reach_them(office: Office) -> None:
    one = role(office)
    with pytest.raises(cw.NotNow, match="a number"):
        cw.happened(office.coordinator, Verb.ENQUIRE, one, {"name": "Etta"})
    cw.happened(office.coordinator, Verb.ENQUIRE, one, {"name": "Etta", "email": "etta@example.org"})
    (row,) = office.book.rows(EnquiryRow)
    assert (row.name, row.hub) == ("Etta", HUB)
    assert [each.row.id for each in cw.find(office.coordinator, "etta@example.org").records] == [row.id]
    assert cw.see_all(office.neighbour, EnquiryRow) == []


def test_roles_for_a_volunteer_are_open_at_their_times_and_near_ones_come_first(office: Office) -> None:
    volunteer = office.book.get(VolunteerRow, office.make_volunteer(slots=["mon_morning"], over_18="no"))
    assert volunteer is not None
    far, near = role(office, hub=ELSEWHERE), role(office, hub=HUB, slots=["mon_morning"])
    for told in ({"slots": ["sun_evening"]}, {"min_age": 18}, {"ends_on": "2026-11-22"}, {"status": "offered"}):
        role(office, **told)  # type: ignore[arg-type]
    assert [each.id for each in cw.roles_for(office.director, volunteer, TODAY.isoformat())] == [near, far]
    cw.happened(office.handler, Verb.ENQUIRE, volunteer.id, {"role": near})
    assert [each.id for each in cw.roles_for(office.director, volunteer, TODAY.isoformat())] == [far]


def test_a_role_past_its_last_day_is_on_today_and_can_t_be_approved_again(office: Office) -> None:
    one = role(office, ends_on=TODAY)
    office.clock.pass_(days=1)
    titles = [item.title for item in cw.today(office.director, office.clock()) if item.kind == "role"]
    assert titles == ["Its last day is over: Minibus driver"]
    cw.withdraw_role(office.director, one, seen="approved")
    assert [item for item in cw.today(office.director, office.clock()) if item.kind == "role"] == []
    with pytest.raises(cw.NotNow, match="last day"):
        cw.approve_role(office.director, one, seen="withdrawn")


def test_a_role_is_linked_to_its_organisation_unless_somebody_was_faster(office: Office) -> None:
    one, club = cw.add_role(office.director, {"name": "Gardener"}).ids[0], charter_member(office)
    for desk in (office.handler, office.coordinator):
        with pytest.raises(cw.NotAllowed):
            cw.belongs_to(desk, one, club, seen=None)
    done = cw.belongs_to(office.director, one, club, seen=None)
    assert verb_of(done.id) is Verb.CORRECT, "nothing was approved"
    row = office.book.get(OpportunityRow, one)
    assert row is not None
    assert row.organisation_id == club
    with pytest.raises(Stale):
        cw.belongs_to(office.director, one, None, seen=None)


def test_whoever_was_introduced_is_asked_about_after_some_working_days(office: Office) -> None:
    one = enquiry_of(office, introduced=True)
    assert [item for item in cw.today(office.coordinator, office.clock()) if item.kind == "enquiry"] == []
    office.clock.pass_(days=9)
    (line,) = [item for item in cw.today(office.coordinator, office.clock()) if item.kind == "enquiry"]
    assert line.id == one
    assert line.title.startswith("Ask whether Vera Volunteer")


def test_another_person_is_the_contact_and_the_one_before_is_known_until_when(office: Office) -> None:
    one = charter_member(office)
    office.set(office.row("organisations", one), "contact_name", "Olga Old")
    answers = {"name": "Nora New", "role": "Manager", "telephone": "01632 960778", "since": TODAY}
    done = cw.happened(office.director, Verb.NEW_LOCAL_CONTACT, one, answers)
    row = office.book.get(OrganisationRow, one)
    assert row is not None
    assert (row.contact_name, row.telephone, row[cw.CONTACT_SINCE]) == ("Nora New", "01632 960778", TODAY.isoformat())
    ((before, until),) = cw.contacts_before(office.director, one)
    assert (before, until[:10]) == ("Olga Old", TODAY.isoformat())
    assert cw.contacts_before(office.handler, one) == [], "whose columns a call handler may not read"
    cw.undo(office.director, done.id)
    assert cw.contacts_before(office.director, one) == []


def test_an_offer_goes_to_a_need_comes_back_and_lapses_on_its_day(office: Office) -> None:
    need = office.make_need("lift")
    van = offer_of(office, **{SORT: "transport", UNTIL: (TODAY + timedelta(days=9)).isoformat()})
    row = office.book.get(NeedRow, need)
    assert row is not None
    assert [each.id for each in cw.offers_for(office.coordinator, row, TODAY.isoformat())] == [van]
    answers = {"offer": van, "since": TODAY, "agreed": True, "meets": True}
    with pytest.raises(cw.NotNow, match="agreed"):
        cw.happened(office.coordinator, Verb.LEND_OFFER, need, answers | {"agreed": False})
    done = cw.happened(office.coordinator, Verb.LEND_OFFER, need, answers)
    assert (office.status(need), office.row("needs", need)["closed_reason"]) == ("closed", "done_by_others")
    (loan,) = cw.loans_of_offer(office.coordinator, van)
    assert (loan.resident_id, loan.status) == (row.resident_id, "out")
    cw.loan_back(office.coordinator, loan.id, TODAY)
    cw.undo(office.director, office.book.changes()[-1].action)
    cw.undo(office.coordinator, done.id)
    assert office.status(need) == "open"
    office.clock.pass_(days=11)
    assert cw.offers_for(office.coordinator, row, office.today.isoformat()) == []
    with pytest.raises(cw.NotNow, match="not offered now"):
        cw.happened(office.coordinator, Verb.LEND_OFFER, need, answers | {"since": office.today})
    (line,) = [item for item in cw.today(office.director, office.clock()) if item.kind == "service_due"]
    assert line.title == "Its last day is over: A heater"
