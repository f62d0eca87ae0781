"""The classes of rows: columns by name, so that mypy finds a slip before anybody does."""

import ast
from pathlib import Path

import pytest

from community.tables import TABLES, make_row_types, row_types
from community.tables.row import ColumnNotRead
from community.tables.row_types import NeedRow, RowWithStatus
from community.tables.statuses import NeedStatus
from tests.checkout import files, name

COLUMNS = {"id", "at", "by", "changed_at"} | {column.name for table in TABLES.values() for column in table.columns}
READ_BY_NAME = {
    "community/casework/everybody.py": "rows of the database itself",
    "community/casework/check_renewals.py": "checks of the book and lines of the spreadsheet alike",
    "community/casework/solved_board.py": "frames of the matching",
    "community/casework/to_tell.py": "a volunteer as they will be once the action is done",
}


def columns_by_name(source: str) -> list[tuple[int, str]]:
    """Return (line, name) of every `row["column"]`: a slip there is seen by nobody before it runs."""
    return [
        (node.lineno, node.slice.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and node.slice.value in COLUMNS
        if not isinstance(node.value, ast.Subscript)  # a column's definition: TABLES["needs"]["details"]
    ]


def test_rows_are_read_by_attribute_where_something_is_decided_by_them() -> None:
    rooms = ("community/casework/", "dashboard/")
    found = [
        f"{name(path)}, line {line}: {column}"
        for path in files("*.py")
        if name(path).startswith(rooms) and name(path) not in READ_BY_NAME
        for line, column in columns_by_name(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(["read row.column here, of a class in community/tables/row_types.py:", *found])


def test_a_column_read_by_name_is_seen() -> None:
    assert columns_by_name('match["status"] == x and f(chosen["needs"])') == [(1, "status")]


def test_the_classes_of_rows_are_those_of_the_tables() -> None:
    assert make_row_types.source() == Path(row_types.__file__).read_text(encoding="utf-8")


def test_a_row_gives_its_columns_and_codes_as_members() -> None:
    need = NeedRow.of({"id": "N-1", "status": "open", "urgency": "at once", "hold_until": None})
    assert need.status is NeedStatus.OPEN
    assert need.urgency == "at once"
    assert need.hold_until is None
    assert isinstance(need, RowWithStatus)


def test_a_column_that_was_not_read_is_no_empty_answer() -> None:
    with pytest.raises(ColumnNotRead, match=r"needs\.details"):
        _ = NeedRow.of({"id": "N-1"}).details


def test_a_row_is_not_changed() -> None:
    with pytest.raises(AttributeError):
        NeedRow.of({"id": "N-1", "status": "open"}).status = NeedStatus.CLOSED  # type: ignore[misc]
