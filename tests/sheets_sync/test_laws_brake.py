"""The brake: what a slip of the hand makes of a tab is held and asked about; honest work goes through unasked."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sheets_sync.faults import Asked
from sheets_sync.layout import BORN
from sheets_sync.status import Question, answer, questions
from tests.google_sheets.a1 import column_letters
from tests.google_sheets.server import StandIn
from tests.google_sheets.spreadsheet import Spreadsheet
from tests.sheets_sync.equality import assert_in_step, read_sheet
from tests.sheets_sync.office import Machine, Office, empty_book, settings

TAB = "volunteers"
SIZES = [20, 300]


@dataclass
class Town:
    """A spreadsheet and a book that are in step: made once for all tests, and copied for each."""

    google: StandIn
    sheet: Spreadsheet
    book: Path
    made: list[str]


def town(google: StandIn, folder: Path, size: int) -> Town:
    """Volunteers who differ in all that they say; rows that were read back, as after a minute."""
    with ExitStack() as stack:
        office = Office(google, folder, stack)
        one = office.hire(str(shutil.copy(empty_book(), folder / f"town-{size}.db")))
        made = [
            one.book.append(
                TAB,
                {
                    "name": f"{chr(65 + n * 7 % 26)}na Invented {n * 37 % size}",
                    "telephone": f"01632 96{n * 7 % size:04}",
                    "email": f"person{n * 11 % size}@example.org",
                    "postcode": f"BA{n % 9 + 1} {n % 8 + 1}AA",
                    "about": f"I am number {n} and glad to help",
                    "how_many": n % 3 + 1,
                    "over_18": "yes",
                    "status": "ready",
                },
                by="web",
            ).id
            for n in range(size)
        ]
        one.sync()
        one.sync()
    return Town(google, office.sheet, folder / f"town-{size}.db", made)


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[int, Town]]:
    folder = tmp_path_factory.mktemp("brake")
    with StandIn() as google:
        yield {size: town(google, folder, size) for size in SIZES}


@pytest.fixture
def size() -> int:
    return 20


@pytest.fixture
def made(towns: Mapping[int, Town], size: int) -> list[str]:
    return list(towns[size].made)


@pytest.fixture
def office(towns: Mapping[int, Town], size: int, tmp_path: Path) -> Iterator[Office]:
    google = towns[size].google
    with ExitStack() as stack:
        yield Office(google, tmp_path, stack, google.world.copy(towns[size].sheet.id, "Community"))


@pytest.fixture
def one(office: Office, towns: Mapping[int, Town], size: int, tmp_path: Path) -> Machine:
    return office.hire(str(shutil.copy(towns[size].book, tmp_path / "one.db")))


def number(office: Office, field: str) -> int:
    """Where a column is, from 0."""
    return read_sheet(office.google, office.sheet.id, settings()).tabs[TAB].columns[field]


def letter(office: Office, field: str) -> str:
    return column_letters(number(office, field))


def sort_one(office: Office, field: str = "telephone") -> None:
    """Mark one column, and sort that range."""
    person, at = office.person, number(office, field)
    area = {"sheetId": person._sheet(TAB).id, "startColumnIndex": at, "endColumnIndex": at + 1}
    rows = {"startRowIndex": 1, "endRowIndex": person.end(TAB)}
    person._do("sortRange", range=area | rows, sortSpecs=[{"dimensionIndex": at, "sortOrder": "ASCENDING"}])


def shift_one(office: Office) -> None:
    """Insert a cell above a column, so that all of it goes down by one, out at the lower end."""
    column, at, seen = letter(office, "name"), number(office, "name"), office.person.see(TAB)
    office.person.paste(TAB, f"{column}3", [[row[at]] for row in seen[1 : office.person.end(TAB)]])
    office.person.type(TAB, f"{column}2", "")


def clear_all(office: Office) -> None:
    """Ctrl-A, Delete, but for the headings."""
    office.person.clear(TAB, f"A2:{letter(office, BORN)}{office.person.end(TAB)}")


def clear_what_shows(office: Office) -> None:
    office.person.clear(TAB, f"D2:{letter(office, 'over_18')}{office.person.end(TAB)}")


def merge_column(office: Office) -> None:
    column = letter(office, "telephone")
    office.person.merge(TAB, f"{column}2:{column}{office.person.end(TAB)}")


def replace_over_all(office: Office) -> None:
    office.person.replace(TAB, "Invented", "Smith")


def drop_numbers(office: Office) -> None:
    """The column of numbers and the hidden one are cleared: nothing tells any more whose line is whose."""
    last = office.person.end(TAB)
    for field in ("id", BORN):
        column = letter(office, field)
        office.person.clear(TAB, f"{column}2:{column}{last}")


def clear_numbers(office: Office) -> None:
    column = letter(office, "id")
    office.person.clear(TAB, f"{column}2:{column}{office.person.end(TAB)}")


def sort_numbers(office: Office) -> None:
    sort_one(office, "id")


def delete_rows(office: Office) -> None:
    office.person.delete_rows(TAB, 2, office.person.end(TAB) - 3)


ACCIDENTS: dict[str, tuple[Callable[[Office], None], str]] = {
    "one column sorted": (sort_one, "The column Telephone seems to have been sorted or moved by itself"),
    "one column shifted": (shift_one, "The column Name seems to have been sorted or moved by itself"),
    "all cells deleted": (clear_all, "rows are gone at once"),
    "all told cells deleted": (clear_what_shows, "lost what they said"),
    "a column merged": (merge_column, "lost what they said"),
    "find and replace over all": (replace_over_all, "as after a find-and-replace"),
    "numbers and birth notes deleted": (drop_numbers, "lost their number"),
    "numbers deleted": (clear_numbers, "lost their number"),
    "numbers sorted by themselves": (sort_numbers, "torn apart"),
    "nearly all rows deleted": (delete_rows, "rows are gone at once"),
}


def the_question(machine: Machine) -> Question:
    [found] = questions(machine.book)
    return found


def say(machine: Machine, choice: Any) -> None:
    asked = the_question(machine)
    answer(machine.book, asked.tab, asked.print, choice, "Dilys Director")


def state(office: Office) -> list[Any]:
    return [[list(row) for row in sheet.rows] for sheet in office.sheet.sheets]


def told(machine: Machine) -> dict[str, Any]:
    return machine.now(TAB)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("how", ACCIDENTS)
def test_an_accident_is_held_and_asked_about_and_refused_with_one_press(
    office: Office, one: Machine, how: str, size: int, made: list[str]
) -> None:
    before, changes = told(one), len(one.book.changes())
    slip, words = ACCIDENTS[how]
    slip(office)
    spoilt = state(office)
    for _ in range(3):  # a typed row is believed at the second read
        assert TAB in one.sync().still
    assert words.lower() in the_question(one).words.lower()
    assert told(one) == before, "nothing of it is believed"
    assert len(one.book.changes()) == changes
    assert state(office) == spoilt, "and nothing is written over it"
    say(one, "refuse")
    office.settle()
    assert told(one) == before
    assert len(one.book.changes()) == changes, "no correction, no new person"
    assert sorted(office.ids(TAB)) == sorted(made)
    assert questions(one.book) == ()


@pytest.mark.parametrize("how", ["one column sorted", "a column merged", "find and replace over all"])
def test_what_was_meant_is_taken_with_one_press_and_taken_back_with_one(office: Office, one: Machine, how: str) -> None:
    before = told(one)
    ACCIDENTS[how][0](office)
    one.sync()
    shown = [row[:-1] for row in office.person.see(TAB)]
    say(one, "take")
    office.settle()
    assert [row[:-1] for row in office.person.see(TAB)] == shown, "but for the program's own cell at the end"
    actions = {change["action"] for change in one.book.changes() if change["by"] == "sheet"}
    assert len(actions) == 1, "all of it is one action"
    one.book.undo(actions.pop(), by="dilys")
    office.settle()
    assert {own: row["telephone"] for own, row in told(one).items()} == {o: r["telephone"] for o, r in before.items()}
    assert {own: row["name"] for own, row in told(one).items()} == {o: r["name"] for o, r in before.items()}


def test_rows_that_may_stay_out_are_not_sent_again(office: Office, one: Machine, made: list[str]) -> None:
    delete_rows(office)
    one.sync()
    say(one, "take")
    office.rest()
    assert questions(one.book) == ()
    assert len(office.ids(TAB)) == 2
    assert sorted(told(one)) == sorted(made), "the book keeps them"
    assert (one.status.missing, one.status.left_out) == ((), 18)


# honest work


def fifteen_postcodes(office: Office, made: list[str]) -> None:
    office.person.paste(TAB, f"{letter(office, 'postcode')}2", [[f"BA{n % 9 + 1} 9ZZ"] for n in range(15)])


def a_few_lines(office: Office, made: list[str]) -> None:
    for own in made[:4]:
        office.correct(TAB, own, "name", f"Renamed {own}")
        office.correct(TAB, own, "telephone", f"01632 9{made.index(own)}5555")
        office.correct(TAB, own, "about", "")


def an_empty_column_filled(office: Office, made: list[str]) -> None:
    office.person.paste(TAB, f"{letter(office, 'max_distance_km')}2", [[str(n % 9 + 1)] for n in range(len(made))])


def the_whole_table_sorted(office: Office, made: list[str]) -> None:
    office.person.sort(TAB, "Name", down=True)


def a_column_added(office: Office, made: list[str]) -> None:
    office.person.insert_columns(TAB, "Telephone")
    ours = column_letters(number(office, "telephone") - 1)
    office.person.paste(TAB, f"{ours}2", [["ours"] for _ in made])


def two_swapped(office: Office, made: list[str]) -> None:
    first, second = (office.says(TAB, own, "telephone") for own in made[:2])
    office.correct(TAB, made[0], "telephone", second)
    office.correct(TAB, made[1], "telephone", first)


def three_rows_deleted(office: Office, made: list[str]) -> None:
    for own in made[:3]:
        office.person.delete_rows(TAB, office.row(TAB, own))


def five_rows_typed(office: Office, made: list[str]) -> None:
    for n in range(5):
        office.person.type_row(TAB, {"Name": f"Typed {n}", "Telephone": f"01632 9000{n}"})


def one_row_cleared(office: Office, made: list[str]) -> None:
    row = office.row(TAB, made[3])
    office.person.clear(TAB, f"A{row}:{letter(office, BORN)}{row}")


HONEST = {
    "fifteen postcodes put right": fifteen_postcodes,
    "a few lines corrected": a_few_lines,
    "an empty column filled": an_empty_column_filled,
    "the whole table sorted": the_whole_table_sorted,
    "a column of one's own added": a_column_added,
    "two numbers swapped back": two_swapped,
    "three rows deleted": three_rows_deleted,
    "five rows typed": five_rows_typed,
    "one row cleared": one_row_cleared,
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("how", HONEST)
def test_honest_work_goes_through_without_a_question(
    office: Office, one: Machine, how: str, size: int, made: list[str]
) -> None:
    HONEST[how](office, made)
    for _ in range(3):
        assert one.sync().still == []
        assert questions(one.book) == ()
    assert one.sync().writes == 0, "all of it was taken"


def test_other_tabs_go_on_while_one_is_held(office: Office, one: Machine) -> None:
    sort_one(office)
    request = one.book.append("help_requests", {"name": "Rita Invented", "status": "new"}, by="web").id
    one.sync()
    assert office.ids("help_requests") == [request]
    office.correct("help_requests", request, "name", "Rita Corrected")
    one.sync()
    assert one.get("help_requests", request)["name"] == "Rita Corrected"
    assert the_question(one).tab == TAB


def test_taken_back_by_hand_the_question_goes_away(office: Office, one: Machine) -> None:
    before = office.sheet.frozen()
    sort_one(office)
    one.sync()
    assert the_question(one)
    office.sheet.thaw(before)
    office.settle()
    assert questions(one.book) == ()


def test_an_answer_is_about_what_was_asked_and_nothing_that_came_later(office: Office, one: Machine) -> None:
    sort_one(office)
    one.sync()
    say(one, "take")
    merge_column(office)
    one.sync()
    assert "lost what they said" in the_question(one).words, "it is asked again"
    assert not [change for change in one.book.changes() if change["by"] == "sheet"]


def test_a_row_typed_while_the_tab_is_held_is_taken_in_afterwards(
    office: Office, one: Machine, made: list[str]
) -> None:
    shift_one(office)
    office.person.type_row(TAB, {"Name": "Really New", "Telephone": "01632 960999"})
    for _ in range(3):
        one.sync()
    assert len(told(one)) == 20
    say(one, "refuse")
    office.settle()
    assert len(told(one)) == len(made) + 1, "and what was pushed out below is nobody"
    assert "Really New" in {row["name"] for row in told(one).values()}


# two machines


@pytest.mark.parametrize("choice", ["refuse", "take"])
def test_what_is_answered_on_one_machine_is_answered_on_the_other(
    office: Office, one: Machine, other: Machine, choice: str
) -> None:
    office.settle()
    before = told(other)
    sort_one(office)
    for machine in (one, other, one, other):
        assert TAB in machine.sync().still
    assert the_question(one).words == the_question(other).words
    say(other, choice)
    office.settle()
    assert questions(one.book) == questions(other.book) == ()
    assert (told(one) == before) == (choice == "refuse")
    assert len({c["action"] for c in one.book.changes() if c["by"] == "sheet"}) == (choice == "take")


def test_a_fresh_disk_holds_what_happened_while_nobody_looked(office: Office, one: Machine) -> None:
    before = told(one)
    sort_one(office)
    fresh = office.hire()
    assert TAB in fresh.sync().still
    say(fresh, "refuse")
    office.settle()
    assert told(fresh) == told(one) == before


# the whole spreadsheet


@pytest.mark.parametrize("choice", ["refuse", "take"])
def test_an_earlier_version_of_the_whole_spreadsheet_is_asked_about_and_not_fought(
    office: Office, one: Machine, other: Machine, choice: str, made: list[str]
) -> None:
    version = office.sheet.frozen()
    later = one.book.append(TAB, {"name": "Came Later", "status": "applied"}, by="web").id
    one.set(TAB, made[0], name="Renamed In The Dashboard", status="paused")
    office.settle()
    office.sheet.thaw(version)
    spoilt = state(office)
    for machine in (one, other, one, other):
        with pytest.raises(Asked, match="earlier version"):
            machine.sync()
    assert state(office) == spoilt
    assert the_question(one).tab == "spreadsheet"
    say(one, choice)
    office.rest()
    for machine in (one, other):
        assert questions(machine.book) == ()
        assert machine.get(TAB, made[0])["status"] == "paused", "what was decided stays decided"
        assert (machine.get(TAB, made[0])["name"] == "Renamed In The Dashboard") == (choice == "refuse")
        assert machine.get(TAB, later)["name"] == "Came Later"
    if choice == "refuse":
        assert_in_step(office.google, office.sheet.id, settings(), one.book, other.book)


def test_a_log_cut_short_is_asked_about_and_written_again(office: Office, one: Machine, made: list[str]) -> None:
    for own in made:
        one.set(TAB, own, status="paused")
    office.settle()
    office.person.delete_rows("changes", 3, 15)
    with pytest.raises(Asked, match="gone at once"):
        one.sync()
    assert not the_question(one).takeable
    say(one, "refuse")
    office.settle()
    assert len(office.ids("changes")) == 20


def test_a_new_spreadsheet_is_filled_with_one_press(office: Office, one: Machine) -> None:
    """As the guide says: the book moves, and everything is missing there."""
    for title in (TAB, "People"):
        office.person.delete_tab(title)
    office.provision(TAB)
    one.sync()
    say(one, "refuse")
    office.settle()
    assert len(office.ids(TAB)) == 20
