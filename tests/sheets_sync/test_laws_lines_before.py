"""The tab of the lines as they were before the last write: what it keeps, for how long, and who may meddle with it."""

import pytest

from community.book.erasure import erase_fields
from community.book.record_types import Record
from community.tables import canonical as canon
from sheets_sync.sheet_layout import BEFORE
from tests.book.builders import make_volunteer
from tests.faults.test_sheet_killed_unlooked import killed_unlooked
from tests.google_sheets.person import Person
from tests.sheets_sync.office import Machine, Office
from tests.sheets_sync.test_laws_erasing import everything, forget

TAB = "volunteers"


@pytest.fixture
def three(office: Office, one: Machine) -> list[str]:
    told = [make_volunteer(name=f"N{n} Invented", telephone=f"01632 96000{n}", about=f"about {n}") for n in range(3)]
    made = [one.book.append(TAB, each, by="web", key=each["name"]).id for each in told]
    office.rest()
    return made


def test_one_sync_takes_an_erased_person_out_of_the_copies_as_well(
    office: Office, one: Machine, three: list[str]
) -> None:
    """On free hosting the program may sleep from then on."""
    forget(one.book, (TAB, three[0]))
    one.sync()
    assert not [value for value in everything(office) if "N0 Invented" in str(value)]
    assert office.person.see(BEFORE) == []


def test_one_sync_takes_a_blanked_word_out_of_the_copies_as_well(
    office: Office, one: Machine, three: list[str]
) -> None:
    one.set(TAB, three[0], about=None)
    one.sync()
    assert office.person.see(BEFORE) == []


def test_one_sync_takes_words_that_moved_to_a_concern_out_of_the_copies_as_well(
    office: Office, one: Machine, three: list[str]
) -> None:
    record, at = Record(TAB, three[0]), canon.instant(one.clock())
    one.book.write(lambda connection: erase_fields(connection, record, ("about",), by="ada", at=at))
    one.sync()
    assert not [value for value in everything(office) if "about 0" in str(value)]


@pytest.mark.parametrize("whose", [0, 1, 2])
def test_nobody_who_is_erased_after_a_killed_write_hit_their_line_stays_in_the_copies(
    office: Office, one: Machine, three: list[str], whose: int
) -> None:
    one.set(TAB, three[0], telephone="01632 960777")
    killed_unlooked(one, lambda: office.person.sort(TAB, "Name", down=True))
    forget(one.book, (TAB, three[whose]))
    one.sync()
    assert not [value for value in everything(office) if f"N{whose} Invented" in str(value)]
    office.settle()
    assert not [value for value in everything(office) if f"N{whose} Invented" in str(value)]
    assert sorted(office.ids(TAB)) == sorted(set(three) - {three[whose]})


def test_a_write_that_takes_nothing_away_costs_two_reads_and_one_write(
    office: Office, one: Machine, three: list[str]
) -> None:
    one.set(TAB, three[0], telephone="01632 960777")
    outcome = one.sync()
    assert (outcome.reads, outcome.writes) == (2, 1)


def test_what_a_killed_write_hit_is_put_back_though_provision_came_first(
    office: Office, one: Machine, three: list[str]
) -> None:
    was = {own: one.get(TAB, own)["telephone"] for own in three}
    one.set(TAB, three[0], telephone="01632 960777")
    killed_unlooked(one, lambda: office.person.sort(TAB, "Name", down=True))
    office.person.delete_columns("People", "Tasks")
    assert office.provision()
    office.rest()
    wanted = was | {three[0]: "01632 960777"}
    assert {own: one.get(TAB, own)["telephone"] for own in three} == wanted
    assert {own: office.says(TAB, own, "telephone") for own in three} == wanted


def test_in_a_copied_file_that_lost_its_marks_the_tab_is_known_again(
    office: Office, one: Machine, three: list[str]
) -> None:
    one.set(TAB, three[0], telephone="01632 960777")
    office.rest()
    with office.google.world.lock:
        kept = {key: mark for key, mark in office.sheet.metadata.items() if BEFORE not in str(mark)}
        office.sheet.metadata = kept
    one.set(TAB, three[1], telephone="01632 960778")
    assert one.sync().refused == 0
    office.settle()
    assert [title for title in office.person.tabs() if title.startswith(BEFORE)] == [BEFORE]


@pytest.mark.parametrize("what", ["make", "delete", "rename", "delete a row"])
def test_who_meddles_with_the_tab_while_it_is_written_puts_nobody_aside(
    office: Office, one: Machine, three: list[str], what: str
) -> None:
    if what != "make":
        one.set(TAB, three[1], telephone="01632 960778")
        office.rest()
    one.set(TAB, three[0], telephone="01632 960777")
    outcome = one.sync_while(lambda: meddle(office.person, what))
    assert (outcome.refused, one.status.aside) == (0, ())
    office.settle()
    assert office.says(TAB, three[0], "telephone") == "01632 960777"


def meddle(person: Person, what: str) -> None:
    if what == "make" and BEFORE not in person.tabs():
        person.add_tab(BEFORE)
    elif what == "delete" and BEFORE in person.tabs():
        person.delete_tab(BEFORE)
    elif what == "rename" and BEFORE in person.tabs():
        person.rename_tab(BEFORE, "Bits")
    elif what == "delete a row":
        person.delete_rows(BEFORE, 1)


@pytest.mark.parametrize("what", ["sort", "type", "replace", "copy", "delete"])
def test_whatever_a_person_does_to_the_tab_afterwards_the_sync_goes_on(
    office: Office, one: Machine, three: list[str], what: str
) -> None:
    one.set(TAB, three[0], telephone="01632 960777")
    one.set(TAB, three[1], telephone="01632 960778")
    killed_unlooked(one, lambda: None)
    person = office.person
    if what == "sort":
        person.sort(BEFORE, "A", down=True, header=False)
    elif what == "type":
        for row, words in enumerate(("5", "null", '{"number":3}'), start=1):
            person.type(BEFORE, f"A{row}", words)
    elif what == "replace":
        person.replace(BEFORE, "{", "[")
    elif what == "copy":
        person._do("duplicateSheet", sourceSheetId=person._sheet(BEFORE).id, newSheetName="b")
    else:
        person.delete_tab(BEFORE)
    office.settle()
    one.set(TAB, three[2], telephone="01632 960779")
    office.settle()
    assert [office.says(TAB, own, "telephone") for own in three] == [f"01632 96077{n}" for n in (7, 8, 9)]
