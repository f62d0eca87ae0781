"""Rows that a list brought are ordinary rows: they are in the spreadsheet, and its corrections count for them."""

import community.casework as cw
from community.importing import bring_list_in, plan_list
from community.tables.roles import Role
from tests.casework.office import PLACES
from tests.sheets_sync.office import Machine, Office, settings

LIST = (
    "Name,Phone,Postcode,DBS,DBS date\nAnn Archer,01632 960001,BA1 5AB,Enhanced,13/4/2021\nBob Baker,01632 960002,,,\n"
)


def test_a_list_is_in_the_sheet_and_so_are_its_corrections_and_its_undo(anywhere: tuple[Office, Machine]) -> None:
    office, machine = anywhere
    desk = cw.WorkContext(machine.book, settings(), cw.User("Dilys", Role.DIRECTOR), PLACES, office.clock)
    done = bring_list_in(desk, plan_list(desk, LIST.encode(), "list.csv", "volunteers", basis="consent"))
    office.settle()
    ann, bob, check = done.ids[0], done.ids[2], done.ids[1]
    assert office.says("volunteers", ann, "telephone") == "01632 960001"
    assert office.ids("checks") == [check]
    office.correct("volunteers", bob, "telephone", "01632 960009")
    office.settle()
    again = plan_list(desk, LIST.replace("960001", "960005").encode(), "list.csv", "volunteers", basis="consent")
    corrected = bring_list_in(desk, again)
    office.settle()
    assert office.says("volunteers", ann, "telephone") == "01632 960005"
    assert office.says("volunteers", bob, "telephone") == "01632 960009", "what somebody put right here stays"
    cw.undo(desk, corrected.id)
    office.settle()
    assert office.says("volunteers", ann, "telephone") == "01632 960001"
