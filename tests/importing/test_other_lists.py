"""Residents, organisations, services and pairs: lists of each kind, and what is different about it."""

import io

import pytest
import xlsxwriter

import community.casework as cw
from community.book import CannotUndo, Row
from community.importing import Fate, ImportPlan, bring_list_in, plan_list
from tests.casework.office import Office


def planned(office: Office, text: str, what: str, **more: object) -> ImportPlan:
    return plan_list(office.director, text.encode(), "list.csv", what, basis="consent", **more)  # type: ignore[arg-type]


def brought(office: Office, text: str, what: str, **more: object) -> list[Row]:
    plan = planned(office, text, what, **more)
    bring_list_in(office.director, plan)
    return [office.row(what, str(row.record_id)) for row in plan.rows]


RESIDENTS = """Client ID,Title,First Name,Surname,Address 1,Town,Post code,Phone,NOK,NOK phone,Mobility,Ethnicity
C1,Mrs,Edith,Early,1 High Street,Bath,BA1 5AB,01632 960001,Tom Early,07700 900001,walks with a stick,White
C2,Mr,Len,Late,2 Low Road,Bath,,,"Ada 07700 900002 (niece)",,,
"""


def test_a_resident_comes_in_with_address_and_emergency_contact(office: Office) -> None:
    edith, len_ = brought(office, RESIDENTS, "residents")
    assert (edith["name"], edith["address"], edith["hub"]) == ("Mrs Edith Early", "1 High Street, Bath", "bath_north")
    assert (edith["emergency_name"], edith["emergency_telephone"]) == ("Tom Early", "07700 900001")
    assert len_["emergency_telephone"] == "07700 900002"
    assert "row 3" in len_["notes"]  # a resident's record has no flags: what to look at stands in the notes


def test_what_is_about_health_stays_out_until_they_agreed(office: Office) -> None:
    plan = planned(office, RESIDENTS, "residents")
    assert plan.withheld == ("Mobility",)
    assert brought(office, RESIDENTS, "residents")[0]["access_needs"] is None


def test_what_is_about_health_comes_in_when_they_agreed(office: Office) -> None:
    edith, _ = brought(office, RESIDENTS, "residents", health=True)
    assert edith["access_needs"] == "walks with a stick"


def test_equality_answers_and_door_codes_come_in_nowhere(office: Office) -> None:
    text = RESIDENTS.replace("Mobility,Ethnicity", "Key safe,Ethnicity").replace("walks with a stick", "4711")
    brought(office, text, "residents", columns={"Key safe": "notes", "Ethnicity": "notes"})
    assert not any("4711" in str(row) or "White" in str(row) for row in office.everything().values())


def test_an_organisation_is_offered_and_the_director_approves_it(office: Office) -> None:
    text = (
        "Organisation;Contact;Job title;Phone;Web;Date signed\n"
        "Chapel Row Choir;Cy Choir;Chair;01632 960003;choir.example;3/10/2019\n"
    )
    (row,) = brought(office, text, "organisations")
    assert (row["status"], row["signed_on"], row["contact_name"]) == ("offered", "2019-10-03", "Cy Choir")
    assert (
        planned(office, text.replace("Chapel Row Choir", "The Chapel Row Choir Ltd"), "organisations").rows[0].doubles
        == ()
    )
    cw.approve_organisation(office.director, row["id"])


def test_a_service_names_the_organisation_that_runs_it(office: Office) -> None:
    own = office.book.append("organisations", {"name": "Chapel Row Choir", "status": "offered"}, by="web").id
    text = (
        "Activity,Type,Day and time,Venue,Post code,Cost,Phone,Run by\n"
        "Singing for all,Choir,Tuesdays 2 pm,Town Hall,BA1 5AB,Free,01632 960004,Chapel Row Choir\n"
        "Chess,game,Mondays,Library,BA1 2QJ,£1,,Nobody Known\n"
    )
    singing, chess = brought(office, text, "services")
    assert (singing["kind"], singing["organisation_id"], singing["public_telephone"]) == ("group", own, "01632 960004")
    assert (chess["kind"], chess["organisation_id"]) == (None, None)
    assert "Nobody Known" in chess["notes"]


PAIRS = "Befriender,Client,Start date\n{},{},1/2/2024\n"


def test_a_pair_is_found_by_names_numbers_of_the_old_list_or_of_the_book(office: Office) -> None:
    volunteers = "Vol ID,Name,Phone\n17,Vera Visitor,01632 960005\n18,Will Walker,01632 960006\n"
    vera, will = brought(office, volunteers, "volunteers")
    edith, len_ = brought(office, RESIDENTS, "residents")
    text = f'Volunteer,Client,Start date\n"Visitor, Vera",Mrs Edith Early,1/2/2024\n18,{len_["id"]},13/2/2024\n'
    pairs = brought(office, text, "pairs")
    assert {(p["volunteer_id"], p["resident_id"], p["since"]) for p in pairs} == {
        (vera["id"], edith["id"], "2024-02-01"),
        (will["id"], len_["id"], "2024-02-13"),
    }
    again = planned(office, text, "pairs").counts
    assert again[Fate.BROUGHT_IN] == again[Fate.CORRECTED] == 0


@pytest.mark.parametrize(
    ("volunteer", "resident", "why"),
    [
        ("Nora Nobody", "Rita One", "No volunteer"),
        ("Vera One", "Nora Nobody", "No resident"),
        ("Vera Two", "Rita One", "Several volunteers"),
    ],
)
def test_a_pair_of_whom_one_is_not_sure_is_set_aside(office: Office, volunteer: str, resident: str, why: str) -> None:
    for name in ("Vera One", "Vera Two", "Vera Two"):
        office.make_volunteer(name=name)
    office.book.append("residents", {"name": "Rita One"}, by="web")
    (row,) = planned(office, PAIRS.format(volunteer, resident), "pairs").rows
    assert row.fate == Fate.SET_ASIDE
    assert row.why_aside.startswith(why)


def test_two_who_avoid_each_other_are_never_made_a_pair(office: Office) -> None:
    resident = office.book.append("residents", {"name": "Rita One"}, by="web").id
    office.make_volunteer(name="Vera One", avoids=[resident])
    (row,) = planned(office, PAIRS.format("Vera One", "Rita One"), "pairs").rows
    assert row.fate == Fate.SET_ASIDE


def test_one_undo_of_each_kind_leaves_the_book_as_it_was(office: Office) -> None:
    office.make_volunteer(name="Vera One")
    office.book.append("residents", {"name": "Rita One"}, by="web")
    lists = {
        "residents": RESIDENTS,
        "organisations": "Organisation,Phone\nChapel Row Choir,01632 960003\n",
        "services": "Activity,Day\nChess,Mondays\n",
        "pairs": PAIRS.format("Vera One", "Rita One"),
    }
    for what, text in lists.items():
        before = office.everything()
        done = bring_list_in(office.director, planned(office, text, what))
        assert office.everything() != before
        cw.undo(office.director, done.id)
        assert office.everything() == before


def test_the_undo_of_volunteers_waits_for_that_of_their_pairs(office: Office) -> None:
    office.book.append("residents", {"name": "Rita One"}, by="web")
    first = bring_list_in(office.director, planned(office, "Name,Phone\nVera One,01632 960005\n", "volunteers"))
    pairs = bring_list_in(office.director, planned(office, PAIRS.format("Vera One", "Rita One"), "pairs"))
    with pytest.raises(CannotUndo):
        cw.undo(office.director, first.id)
    cw.undo(office.director, pairs.id)
    cw.undo(office.director, first.id)


def test_a_workbook_with_merged_headers_dates_and_numbers_is_read(office: Office) -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Clients")
        sheet.merge_range(0, 0, 0, 5, "Our clients, March")
        sheet.merge_range(1, 0, 1, 1, "Name")
        sheet.merge_range(1, 2, 1, 3, "Emergency contact")
        for column, word in enumerate(["First", "Last", "Name", "Phone", "Telephone", "Joined"]):
            sheet.write_string(2, column, word)
        sheet.write_row(3, 0, ["Edith", "Early", "Tom Early"])
        sheet.write_number(3, 3, 7700900001)
        sheet.write_number(3, 4, 1632960001)
        sheet.write_number(3, 5, 45000, book.add_format({"num_format": "dd/mm/yyyy"}))
    plan = plan_list(office.director, made.getvalue(), "clients.xlsx", "residents", basis="consent")
    bring_list_in(office.director, plan)
    (row,) = office.book.rows("residents")
    assert (row["name"], row["telephone"]) == ("Edith Early", "01632 960001")
    assert (row["emergency_name"], row["emergency_telephone"]) == ("Tom Early", "07700 900001")
    assert '"joined_on":"2023-03-15"' in row["extra"]
