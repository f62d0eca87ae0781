"""What a slip of the hand does to a tab, and what honest work does."""

from collections.abc import Callable

from sheets_sync.sheet_layout import BORN
from tests.google_sheets.a1 import column_letters
from tests.sheets_sync.held.town import TAB, letter, number
from tests.sheets_sync.office import Office


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


def drag_telephones(office: Office) -> None:
    """Pull the small square at a cell's corner down: the number is counted on."""
    office.person.paste(TAB, f"{letter(office, 'telephone')}3", [[f"01632 960{n:03}"] for n in range(501, 505)])


def drag_name(office: Office) -> None:
    office.person.paste(TAB, f"{letter(office, 'name')}3", [["Ann Invented"]] * 3)


def neighbours(office: Office) -> None:
    office.person.paste(TAB, f"{letter(office, 'postcode')}3", [["BA1 9ZZ"]] * 6)


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
    "a telephone number dragged down": (drag_telephones, "as when a cell is dragged down"),
    "a name dragged down": (drag_name, "as when a cell is dragged down"),
    "six neighbours' postcode": (neighbours, "as when a cell is dragged down"),
    "numbers and birth notes deleted": (drop_numbers, "lost their number"),
    "numbers deleted": (clear_numbers, "lost their number"),
    "numbers sorted by themselves": (sort_numbers, "torn apart"),
    "nearly all rows deleted": (delete_rows, "rows are gone at once"),
}


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


def one_number_of_two(office: Office, made: list[str]) -> None:
    office.person.paste(TAB, f"{letter(office, 'telephone')}3", [["01632 960777"]] * 2)


def one_answer_for_ten(office: Office, made: list[str]) -> None:
    office.person.paste(TAB, f"{letter(office, 'in_person')}3", [["yes"]] * 10)


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
    "one number for a household's two": one_number_of_two,
    "one answer for ten": one_answer_for_ten,
    "three rows deleted": three_rows_deleted,
    "five rows typed": five_rows_typed,
    "one row cleared": one_row_cleared,
}
