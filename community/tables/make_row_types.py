"""Write row_types.py: the class of each table's rows, so that mypy sees a slip in a column's name.

`python start.py document` does it as well; this works even while the rest does not, as after a column was renamed:

    python -m community.tables.make_row_types
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from community.tables import TABLES, Column, Table, message_codes, statuses, support_vocabulary, vocabulary

_TOP = '''"""The rows of each table, their columns by name. Written by `python start.py document`, from the tables."""
# ruff: noqa: I001, UP013

from typing import Any, Final, Literal, TypedDict
'''
_HOMES = (statuses, vocabulary, message_codes, support_vocabulary)
"""The modules with the classes of codes."""
_TAKEN = ("id", "at", "by", "changed_at")
_MARKS = (*_TAKEN, "void", "action")
"""Columns of every table: where they are read by name, the rows are of any table."""
_CODES: dict[tuple[str, ...], type[StrEnum]] = {
    tuple(found): found
    for module in _HOMES
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, StrEnum) and len(found)
}
_SHARED = ("status", "hub", "flags", "name")
"""Columns of several tables by which some things are decided alike."""
_PLAIN = {"integer": "int", "number": "float"}


def source() -> str:
    """Return the source of `row_types`."""
    used = {codes for table in TABLES.values() for column in table.columns if (codes := _codes(column))}
    imports = ["from community.tables.row import Field, TableRow"]
    for home in _HOMES:
        names = sorted(codes.__name__ for codes in used if codes.__module__ == home.__name__)
        imports.append(f"from {home.__name__} import ({', '.join(names)})" if names else "")
    parts = [_TOP, *filter(None, imports), "\n"]
    for table in TABLES.values():
        parts += [*_lines(table), "\n"]
    parts += [f"{_union(name)}\n" for name in _SHARED]
    parts += [*_names(), "\n"]
    rows = ", ".join(row_class(table) for table in TABLES.values())
    parts += ["ROW_TYPES: dict[str, type[TableRow[Any, Any]]] = {row.TABLE: row for row in (", f"    {rows},", ")}"]
    return "\n".join(parts) + "\n"


def _names() -> Iterator[str]:
    """The name of every column, for rows of any table and for lines of the spreadsheet."""
    yield "class ColumnName:"
    yield '    """The names of all columns, where a row may be of any table: mypy sees a slip, as in a row\'s class."""\n'
    for name in sorted({*_MARKS, *(column.name for table in TABLES.values() for column in table.columns)}):
        yield f'    {name.upper()}: Final = "{name}"'


def _union(name: str) -> str:
    rows = " | ".join(row_class(table) for table in TABLES.values() if name in table.by_name)
    return f'RowWith{name.capitalize()} = {rows}\n"""A row of any table with a column `{name}`."""'


def row_class(table: Table) -> str:
    """Return the name of the class: `NeedRow` for `needs`."""
    name = table.name
    if name.endswith("ies"):
        name = f"{name[:-3]}y"
    elif name.endswith("s"):
        name = name[: -2 if name.endswith(("ches", "sses")) else -1]
    return "".join(word.capitalize() for word in name.split("_")) + "Row"


def _lines(table: Table) -> Iterator[str]:
    row = row_class(table)
    stem = row.removesuffix("Row")
    names = [*_TAKEN, *(column.name for column in table.columns)]
    yield f"{stem}Field = Literal[{', '.join(map(repr, names[4:]))}]".replace("'", '"')
    values = ", ".join(f'"{column.name}": {_value(column)}' for column in table.columns)
    yield f'{stem}Values = TypedDict("{stem}Values", {{{values}}}, total=False)'
    yield "\n"
    yield f"class {row}(TableRow[{stem}Field, {stem}Values]):"
    yield f'    """{table.means}."""\n'
    yield "    __slots__ = ()"
    yield f'    TABLE = "{table.name}"\n'
    for column in table.columns:
        codes = _codes(column)
        yield f"    {column.name} = Field[{_type(column)}]({codes.__name__ if codes else ''})"


def _codes(column: Column) -> type[StrEnum] | None:
    """The class of a decided column's codes; None for a told column, which may hold any word."""
    return _CODES.get(column.words or ()) if column.kind == "code" and column.origin == "decided" else None


def _type(column: Column) -> str:
    codes = _codes(column)
    name = codes.__name__ if codes else _PLAIN.get(column.kind, "str")
    return name if column.filled else f"{name} | None"


def _value(column: Column) -> str:
    codes = _codes(column)
    return "object" if codes is None else f"{codes.__name__} | None"


if __name__ == "__main__":
    Path(__file__).with_name("row_types.py").write_text(source(), encoding="utf-8", newline="\n")
