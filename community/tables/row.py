"""A row as it is read: a mapping of its columns, which are also attributes of its class.

The class of each table is in `row_types`, which is made from the tables. In the conditions of a read the same names
mean the columns themselves: `rows(NeedRow, lambda c: [c.status == NeedStatus.OPEN])`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, overload

T = TypeVar("T")
EXTRA = "extra"
"""The answers to added questions."""
FieldName = TypeVar("FieldName", bound=str)
NewValues = TypeVar("NewValues")

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

    class QueryColumn(ColumnElement[T]):
        """A column in a query. It can be compared only with values that the column can hold."""

        name: str
        def __eq__(self, other: "T | QueryColumn[T]") -> ColumnElement[bool]: ...  # type: ignore[override]
        def __ne__(self, other: "T | QueryColumn[T]") -> ColumnElement[bool]: ...  # type: ignore[override]
        def in_(self, other: "Iterable[T] | Select[T]") -> Any: ...  # type: ignore[override]
        def not_in(self, other: Iterable[T]) -> Any: ...  # type: ignore[override]


class ColumnNotRead(LookupError):
    """The row was read without this column, which is a fault in the program."""


class Field(Generic[T]):
    """A column as an attribute. A code that we decide is returned as a member of its class, any other word as it is."""

    def __init__(self, codes: type[StrEnum] | None = None, *, column: str | None = None) -> None:
        """Take the class of its codes, and the column's name where the attribute has another."""
        self._members = None if codes is None else {member.value: member for member in codes}
        self.name = column

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the attribute's name."""
        self.name = self.name or name

    @overload
    def __get__(self, row: None, owner: type) -> "QueryColumn[T]": ...
    @overload
    def __get__(self, row: "Row", owner: type) -> T: ...
    def __get__(self, row: "Row | None", owner: type) -> Any:
        """Return the value in this row. Raises ColumnNotRead."""
        if row is None:
            return self
        try:
            value = row.values_read[self.name]  # type: ignore[index]
        except KeyError:
            raise ColumnNotRead(f"{row.table}.{self.name} was not read") from None
        return value if self._members is None else self._members.get(value, value)


class Row(Mapping[str, Any]):
    """One row: `id`, `at`, `by`, `changed_at` and every column; `row["extra.NAME"]` for an added answer.

    Its repr names the row and shows none of its values.
    """

    __slots__ = ("table", "values_read")

    id = Field[str]()
    at = Field[str]()
    by = Field[str]()
    changed_at = Field[str]()

    def __init__(self, table: str, values: Mapping[str, Any]) -> None:
        """Wrap what was read."""
        self.table, self.values_read = table, values

    def __getitem__(self, name: str) -> Any:
        try:
            return self.values_read[name]
        except KeyError:
            if not name.startswith("extra."):
                raise
        return json.loads(self.values_read[EXTRA] or "{}").get(name.removeprefix("extra."))

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_read)

    def __len__(self) -> int:
        return len(self.values_read)

    def __repr__(self) -> str:
        return f"<{self.table} {self.values_read.get(Row.id.name, '?')}>"

    def without(self, hidden: frozenset[str]) -> Self:
        """Return the same row with these columns empty."""
        if not hidden:
            return self
        return type(self)(self.table, {k: None if k in hidden else v for k, v in self.values_read.items()})


class TableRow(Row, Generic[FieldName, NewValues]):
    """A row of one of our tables. `FieldName` are the names of its columns, `NewValues` the values of a new row."""

    __slots__ = ()
    TABLE: ClassVar[str]

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """Return a row of canonical values that is not, or not yet, in a book."""
        return cls(cls.TABLE, values)


class ChangeRow(Row):
    """One change of one field of a record, as the book keeps it."""

    __slots__ = ()

    action = Field[str]()
    record_table = Field[str](column="table")
    record_id = Field[str]()
    field = Field[str]()
    was = Field[str | None]()
    now = Field[str | None]()
    reason = Field[str | None]()
    undoes = Field[str | None]()
