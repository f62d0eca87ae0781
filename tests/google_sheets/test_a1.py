"""A1 notation there and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from .a1 import column_letters, column_number, find, parse_cells, text_of, title_text
from .boxes import Area, Box
from .sheet import Sheet
from .spreadsheet import Spreadsheet
from .values import grid, write


@given(st.integers(0, 18_277))
def test_letters_and_numbers_of_columns_mean_each_other(index: int) -> None:
    assert column_number(column_letters(index)) == index


@given(st.text(min_size=1, max_size=30), st.tuples(*[st.integers(0, 20)] * 4))
@example("D3", (0, 0, 0, 0))
@example("O'Brien's!A1", (0, 1, 0, 1))
@example("R1C1", (0, 0, 0, 0))
def test_a_range_as_it_is_written_means_the_same_cells_whatever_the_tab_is_called(
    title: str, sides: tuple[int, int, int, int]
) -> None:
    book = Spreadsheet("town", "Town")
    book.sheets = [Sheet(1, "A tab before it"), Sheet(2, title)]
    area = Area(sides[0], sides[0] + sides[1] + 1, sides[2], sides[2] + sides[3] + 1)
    sheet, box = find(book, text_of(title, area))
    assert sheet is book.sheets[1] or title.lower() == "a tab before it"
    assert box == Box(*area)
    assert find(book, title_text(title)) == (sheet, Box())


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("B2", Box(1, 2, 1, 2)),
        ("$B$2:C", Box(1, None, 1, 3)),
        ("2:4", Box(1, 4, 0, None)),
        ("C:B", Box(0, None, 1, 3)),
        ("R2C3:R4C5", Box(1, 4, 2, 5)),
        ("B", None),
        ("", None),
        ("A0", None),
        ("sync_1", None),
        ("ABCD1", None),
    ],
)
def test_what_looks_like_cells_and_what_does_not(text: str, box: Box | None) -> None:
    assert parse_cells(text) == box


@given(st.lists(st.lists(st.sampled_from(["", "a", "07", "=1"]), max_size=5), max_size=6))
def test_what_was_written_is_read_again_without_the_blanks_at_its_ends(rows: list[list[str]]) -> None:
    book = Spreadsheet("town", "Town")
    write(book, book.sheets[0], 0, 0, [list(row) for row in rows], "RAW")
    read = grid(book, book.sheets[0], Area(0, 1000, 0, 26))
    assert all(not row or row[-1] for row in read)
    assert not read or read[-1]
    whole = [[read[y][x] if y < len(read) and x < len(read[y]) else "" for x in range(5)] for y in range(6)]
    assert whole == [[rows[y][x] if y < len(rows) and x < len(rows[y]) else "" for x in range(5)] for y in range(6)]
