"""Lists that mix people up, ask who did not agree, or break the program: none of it succeeds."""

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter

import community.casework as cw
from community.book import Change
from community.importing import Fate, ImportPlan, NotAList, bring_list_in, plan_list
from community.importing.header_words import field_of
from community.importing.list_file import read
from community.importing.list_layout import table_of_list
from community.importing.told_codes import read_yes_no
from community.tables.roles import Duty, Role
from tests.casework.life import died
from tests.casework.office import Office


def planned(office: Office, text: str, what: str = "volunteers") -> ImportPlan:
    return plan_list(office.director, text.encode(), "list.csv", what, basis="consent")


def brought(office: Office, text: str, what: str = "volunteers") -> ImportPlan:
    plan = planned(office, text, what)
    bring_list_in(office.director, plan)
    return plan


COUPLE = """No,Name,Phone,Postcode,DBS,DBS date
1,Ann Jones,01632 960001,BA1 1AA,Enhanced,13/2/2024
2,Bob Jones,01632 960001,BA1 1AA,,
"""


def test_a_couple_with_one_telephone_stays_two_people_when_the_rows_are_numbered_anew(office: Office) -> None:
    first = brought(office, COUPLE)
    again = brought(office, COUPLE.replace("1,Ann", "3,Ann").replace("2,Bob", "1,Bob").replace("3,Ann", "2,Ann"))
    assert again.counts[Fate.RECOGNISED] == 2
    assert [row.record_id for row in again.rows] == [row.record_id for row in first.rows]
    assert len(office.book.rows("checks")) == 1


def test_a_number_that_now_belongs_to_the_other_of_a_couple_renames_nobody(office: Office) -> None:
    (ann,) = brought(office, COUPLE.rsplit("2,", 1)[0]).rows
    (bob,) = planned(office, COUPLE.split("1,", 1)[0] + "1,Bob Jones,01632 960001,BA1 1AA,,\n").rows
    assert bob.fate == Fate.BROUGHT_IN
    assert [double.record_id for double in bob.doubles] == [ann.record_id]


def test_two_of_one_name_in_one_street_are_not_exchanged_by_another_order(office: Office) -> None:
    head, one, nine = (
        "Name,Address,Postcode\n",
        "Ann Smith,1 High Street,BA1 1AA\n",
        "Ann Smith,9 High Street,BA1 1AA\n",
    )
    first = brought(office, head + one + nine, "residents")
    again = planned(office, head + nine + one, "residents")
    assert again.counts[Fate.RECOGNISED] == 2
    assert [row.record_id for row in again.rows] == [row.record_id for row in reversed(first.rows)]


def test_a_correction_that_was_taken_back_can_be_brought_in_again(office: Office) -> None:
    before = "Name,Phone,Postcode\nAnn Jones,01632 960001,BA1 1AA\n"
    after = before.replace("960001", "960009")
    brought(office, before)
    done = bring_list_in(office.director, planned(office, after))
    cw.undo(office.director, done.id)
    (row,) = brought(office, after).rows
    assert row.fate == Fate.CORRECTED
    assert office.row("volunteers", str(row.record_id))["telephone"] == "01632 960009"


AGREED = "Name,Phone,Consent,Induction,Status\nAnn Jones,01632 960001,Yes,13/2/2024,Active\n"


def test_whoever_agrees_no_more_in_a_later_list_is_not_asked_any_more(office: Office) -> None:
    (ann,) = brought(office, AGREED).rows
    assert office.row("volunteers", str(ann.record_id))["status"] == "ready"
    plan = planned(office, AGREED.replace("Yes", "No").replace("Active", "Left"))
    assert {str(each.trouble) for each in plan.rows[0].troubles} == {"agrees_no_more", "status_other"}
    done = bring_list_in(office.director, plan)
    now = office.row("volunteers", str(ann.record_id))
    assert (now["consent"], now["status"]) == ("no", "checking")
    cw.undo(office.director, done.id)
    assert office.row("volunteers", str(ann.record_id))["status"] == "ready"


@pytest.mark.parametrize(
    "told", ["Y/N", "T.B.C.", "yes - withdrawn 2021", "agreed not to be contacted", "on hold", "ok?", "Yes until 2020"]
)
def test_a_yes_that_is_taken_back_is_none(office: Office, told: str) -> None:
    assert read_yes_no(told) is None
    (ann,) = brought(office, AGREED.replace("Yes", told)).rows
    assert office.row("volunteers", str(ann.record_id))["status"] == "checking"


@pytest.mark.parametrize(
    "header", ["Photo consent", "Consent withdrawn", "Consent expiry date", "No consent", "Email consent",
               "Induction due", "Induction booked"]
)  # fmt: skip
def test_another_question_than_their_agreement_makes_nobody_ready(header: str) -> None:
    assert field_of("volunteers", "", header) not in {"consent", "inducted_on"}


@pytest.mark.parametrize("header", ["Consent form signed", "Date of consent", "GDPR consent given"])
def test_their_agreement_is_found_by_its_usual_headers(header: str) -> None:
    assert field_of("volunteers", "", header) == "consent"


@pytest.mark.parametrize("what", ["volunteers", "residents"])
@pytest.mark.parametrize(
    "told", [("Status", "Deceased"), ("Status", "Died 2021"), ("RIP", "13/2/22"), ("Notes", "RIP")]
)
def test_whoever_has_died_by_the_list_is_not_brought_in(office: Office, what: str, told: tuple[str, str]) -> None:
    header, cell = told
    (row,) = planned(office, f"Name,Phone,{header}\nAnn Jones,01632 960001,{cell}\n", what).rows
    assert (row.fate, row.why) == (Fate.SET_ASIDE, "has_died")


@pytest.mark.parametrize("told", [("Notes", "Husband died 2019"), ("Deceased", "No"), ("Husband", "died")])
def test_whose_husband_has_died_is_brought_in(office: Office, told: tuple[str, str]) -> None:
    header, cell = told
    (row,) = planned(office, f"Name,Phone,{header}\nAnn Jones,01632 960001,{cell}\n", "residents").rows
    assert row.fate == Fate.BROUGHT_IN


def test_a_pair_is_not_made_with_somebody_else_of_the_name(office: Office) -> None:
    brought(office, "Name,Phone\nAnn Archer,01632 960001\n")
    brought(office, "Name,Phone\nRose Rae,01632 960002\n", "residents")
    pair = "Volunteer,Volunteer phone,Resident\nAnn Archer,01632 960009,Rose Rae\n"
    assert planned(office, pair, "pairs").rows[0].why == "which_volunteer"
    assert planned(office, pair.replace("960009", "960001"), "pairs").rows[0].fate == Fate.BROUGHT_IN


def test_no_pair_asks_anybody_to_ring_whoever_has_died(office: Office) -> None:
    brought(office, "Name,Phone\nAnn Archer,01632 960001\n")
    (rose,) = brought(office, "Name,Phone\nRose Rae,01632 960002\n", "residents").rows
    died(office.director, str(rose.record_id), date(2026, 11, 1))
    (row,) = planned(office, "Volunteer,Resident,Next review\nAnn Archer,Rose Rae,13/12/2026\n", "pairs").rows
    assert (row.fate, row.why) == (Fate.SET_ASIDE, "gone")


def test_no_row_is_a_title_because_a_later_row_has_the_words_of_a_header(office: Office) -> None:
    text = "Ann Jones,01632 960001,BA1 1AA,Mondays\nCat Cole,01632 960002,BA1 1AA,\nBob Baker,,Driver,Active\n"
    plan = planned(office, text)
    assert [row.name for row in plan.rows] == ["Ann Jones", "Cat Cole", "Bob Baker"]


def test_what_no_database_can_hold_is_left_out_of_a_cell() -> None:
    assert read(b"Name,Notes\nAnn\0 Jones,a\0b\n").lines[1].cells == ("Ann Jones", "ab")


def workbook(row: int, column: int, value: str | None) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Phone"])
        sheet.write_row(1, 0, ["Ann Jones", "01632 960001"])
        sheet.write(row, column, value, book.add_format({"bg_color": "red"}))
    return made.getvalue()


def test_a_stray_cell_in_the_last_corner_of_a_sheet_does_not_end_the_program() -> None:
    with pytest.raises(NotAList, match="beyond"):
        read(workbook(1_048_575, 16_383, "x"))
    assert len(read(workbook(1_048_575, 16_383, None)).lines) == 2  # only coloured


def test_a_workbook_that_unfolds_to_gigabytes_is_not_unfolded() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 201_000_000)
    with pytest.raises(NotAList, match="far too large"):
        read(made.getvalue())


@pytest.mark.parametrize("sign", ["\n", ",", "a,b\n"])
def test_a_text_of_more_lines_or_columns_than_a_list_has_is_refused_at_once(sign: str) -> None:
    with pytest.raises(NotAList, match="more than"):
        read((sign * 60_000).encode())


LISTS_IN_ONE = {
    "another table below": (
        "Name,Phone\nAnn Jones,01632 960001\n\nResidents,\nName,Address,Phone\nRose Rae,1 High Street,01632 960005\n",
        "Another table begins in line 5",
    ),
    "another beside it": (
        "Name,Phone,,Name,Phone\nAnn Jones,01632 960001,,Rose Rae,01632 960005\n",
        "Two tables stand side by side",
    ),
    "a quotation mark missing": (
        'Name,Phone,Notes\nAnn Jones,01632 960001,"likes cats\nBob Roe,01632 960002,ok\nCy Dee,01632 960003,"fine"\n',
        "In line 2 a quotation mark is missing",
    ),
}


@pytest.mark.parametrize("how", LISTS_IN_ONE)
def test_nobody_gets_what_stands_in_another_table_or_row(office: Office, how: str) -> None:
    text, words = LISTS_IN_ONE[how]
    with pytest.raises(NotAList, match=words):
        planned(office, text)


def test_a_note_of_several_lines_and_two_numbers_in_a_family_are_one_row(office: Office) -> None:
    text = 'Name,Phone,Notes\nAnn Jones,01632 960001,"rang, no answer\nthen 01632 960009, her son"\n'
    assert [row.name for row in planned(office, text).rows] == ["Ann Jones"]
    for heads in ("Name,Phone,,Next of kin name,Next of kin phone", "Volunteer,,,Next of kin,\nName,Phone,,Name,Phone"):
        emergency = f"{heads}\nAnn Jones,01632 960001,,Bob Jones,01632 960002\n"
        assert [row.name for row in planned(office, emergency).rows] == ["Ann Jones"]


@pytest.mark.parametrize(
    "text",
    [
        'Name,Phone,Notes\nAnn Jones,01632 960001,"Allergic to cats\nRing her son, Bob, 07700 900124"\n',
        "Name,Address,Phone\nAnn Jones,1 High St,01632 960001\nName withheld,Address withheld,Do not phone\n",
        "Surname,Telephone,Role\nJones,01632 960001,Lead\nSurname unknown,Telephone unknown,Volunteer\n",
        "Client,,,,Carer,,\nName,Telephone,Postcode,,Name,Telephone,Relation\n"
        "Ann Jones,01632 960001,BA1 1AA,,Bob Jones,01632 960002,Son\n",
    ],
)
def test_a_list_is_not_refused_for_what_people_write_into_it(text: str) -> None:
    assert any("Jones" in row.cells[0] for row in table_of_list(read(text.encode()), "residents").rows)


def test_a_note_in_a_workbook_may_look_like_a_row() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet("List")
        sheet.write_row(0, 0, ["Name", "Phone", "Notes"])
        sheet.write_row(1, 0, ["Ann Jones", "01632 960001", "Likes tea.\nHer son Bob, 01632 960009, lives nearby"])
    assert len(table_of_list(read(made.getvalue()), "volunteers").rows) == 1


def test_a_sheet_that_somebody_hid_is_not_the_list() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet("This year").write_row(0, 0, ["Name", "Phone"])
        old = book.add_worksheet("Last year")
        for line in range(9):
            old.write_row(line, 0, ["Old Person", f"01632 96000{line}"])
        old.hide()
    assert read(made.getvalue()).sheet == "This year"


def test_letters_that_went_through_a_wrong_program_are_put_right(office: Office) -> None:
    text = "Name,Phone\nJÃ¼rgen MÃ¼ller,01632 960001\nZoÃ« Oâ€™Brien,01632 960002\nJoão São,01632 960003\n"
    assert [row.name for row in planned(office, text).rows] == ["Jürgen Müller", "Zoë O’Brien", "João São"]
    assert [row.name for row in planned(office, 'Name,Phone\n"SMITH, John (Mr)",01632 960001\n').rows] == [
        "Mr John SMITH"
    ]


HIDDEN = "Name,Phone,Address,Postcode,Protected address\nRose Rae,01632 960002,1 High Street,BA1 1AA,Yes\n"


@pytest.mark.parametrize(
    "again", [HIDDEN.replace("1 High", "2 Low"), HIDDEN.replace("Yes", "No"), HIDDEN.replace("1AA", "6AA")]
)
def test_no_list_opens_or_shows_a_protected_address(office: Office, again: str) -> None:
    (rose,) = brought(office, HIDDEN, "residents").rows
    plan = brought(office, again, "residents")
    assert [(row.fate, row.corrected) for row in plan.rows] == [(Fate.RECOGNISED, ())]
    assert [str(each.trouble) for each in plan.rows[0].troubles] == ["protected"]
    now = office.row("residents", str(rose.record_id))
    assert (now["address"], now["postcode"], now["protected_address"]) == ("1 High Street", "BA1 1AA", "yes")
    change = Change("residents", str(rose.record_id), "protected_address", "yes", "no")
    with pytest.raises(cw.NotAllowed):
        cw.bring_in(office.director, [], [change], reason="a list")
    lead = office.desk(cw.User("Lena Lead", Role.DIRECTOR, safeguarding=Duty.LEAD))
    (row,) = plan_list(lead, again.encode(), "list.csv", "residents", basis="consent").rows
    assert len(row.corrected) == (0 if ",No" in again else 1), "a list never ends a protection"
    assert not row.troubles
