"""SQL tables whose columns mypy knows: `CHANGES.c.record_id` in a question, `change.record_id` of a line that was read.

The class of a table's lines names each column once, with its type; the table is made from it. A line that is read is
SQLAlchemy's own row, which has the same attributes, so that nothing is copied.
"""

from collections.abc import Iterator, Sequence
from inspect import get_annotations
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, cast, overload

import sqlalchemy as sa

T = TypeVar("T")
_AT_ONCE = 500

if TYPE_CHECKING:
    from community.tables.row import QueryColumn


class Cell(Generic[T]):
    """A column of a table, and its value in a line."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, line: None, owner: type) -> QueryColumn[T]: ...
        @overload
        def __get__(self, line: "SqlLine", owner: type) -> T: ...
        def __get__(self, line: "SqlLine | None", owner: type) -> Any: ...


Key = Annotated[Cell[str], "key"]
Filled = Annotated[Cell[str], "filled"]
Empty = Cell[str | None]
"""Of a column that may be empty."""
_OPTIONS: dict[object, dict[str, bool]] = {"key": {"primary_key": True}, "filled": {"nullable": False}}


class SqlLine:
    """A line of an SQL table. Its class is for mypy: SQLAlchemy's rows have these attributes."""

    if TYPE_CHECKING:

        def _asdict(self) -> dict[str, Any]: ...


L = TypeVar("L", bound=SqlLine)
L_co = TypeVar("L_co", bound=SqlLine, covariant=True)

if TYPE_CHECKING:

    class SqlTable(sa.Table, Generic[L_co]):
        """An SQL table by the class of its lines."""

        @property
        def c(self) -> type[L_co]: ...  # type: ignore[override]
else:
    SqlTable = sa.Table


def sql_table(name: str, metadata: sa.MetaData, line: type[L], *more: sa.schema.SchemaItem) -> "SqlTable[L]":
    """Return the table with the columns that the class of its lines names, then these columns and indexes."""
    named = {n: kind for each in reversed(line.__mro__) for n, kind in get_annotations(each).items()}
    columns = (_column(n, kind) for n, kind in named.items())
    return cast("SqlTable[L]", sa.Table(name, metadata, *columns, *more))


def _column(name: str, kind: Any) -> sa.Column[Any]:
    (marked,) = getattr(kind, "__metadata__", (None,))
    number = kind.__args__ == (int,) or getattr(kind, "__origin__", None) == Cell[int]
    return sa.Column(name, sa.Integer() if number else sa.Text(), **_OPTIONS.get(marked, {}))  # type: ignore[arg-type]


def lines(connection: sa.Connection, query: sa.Executable, _of: "SqlTable[L]") -> Sequence[L]:
    """The lines that a question to this table finds."""
    return cast("Sequence[L]", connection.execute(query).all())


def by_ids(
    connection: sa.Connection, table: "SqlTable[L]", ids: Sequence[str], column: "QueryColumn[Any] | None" = None
) -> Iterator[L]:
    """The lines of the table whose column, or id, holds one of these values, in no order."""
    wanted = table.columns.id if column is None else column
    for start in range(0, len(ids), _AT_ONCE):
        yield from lines(connection, sa.select(table).where(wanted.in_(ids[start : start + _AT_ONCE])), table)
