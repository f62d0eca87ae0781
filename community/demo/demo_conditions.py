"""Conditions of casework's reads, applied to rows in memory, as the invented town's ledger needs them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

Holds = Callable[[Mapping[str, Any]], bool]


class RowCondition:
    """A condition that holds for a row or not. If a column must have one of some values, these are known beforehand.

    So they are where one of several such conditions must hold: `either`.
    """

    __slots__ = ("column", "either", "holds", "values")

    def __init__(
        self, holds: Holds, column: str = "", values: Collection[Any] = (), either: tuple["RowCondition", ...] = ()
    ) -> None:
        """Take the function that says whether it holds."""
        self.holds, self.column, self.values, self.either = holds, column, values, either

    def __or__(self, other: "RowCondition") -> "RowCondition":
        one, another = self.holds, other.holds
        either = (*(self.either or (self,)), *(other.either or (other,)))
        return RowCondition(lambda row: one(row) or another(row), either=either)


class RowColumn:
    """One column in a condition, compared as in SQL: no comparison with an absent value is true."""

    __slots__ = ("name",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, name: str) -> None:
        """The column of this name, of whichever table is read."""
        self.name = name

    def __eq__(self, value: object) -> RowCondition:  # type: ignore[override]
        name = self.name
        return RowCondition(lambda row: bool(row[name] == value), name, (value,))

    def __ne__(self, value: object) -> RowCondition:  # type: ignore[override]
        return self._where(lambda held: bool(held != value))

    def __gt__(self, value: Any) -> RowCondition:
        return self._where(lambda held: bool(held > value))

    def __ge__(self, value: Any) -> RowCondition:
        return self._where(lambda held: bool(held >= value))

    def __le__(self, value: Any) -> RowCondition:
        return self._where(lambda held: bool(held <= value))

    def in_(self, values: Iterable[Any]) -> RowCondition:
        """One of these."""
        name, wanted = self.name, frozenset(values) - {None}
        return RowCondition(lambda row: row[name] in wanted, name, wanted)

    def contains(self, part: str) -> RowCondition:
        """With this in it."""
        return self._where(lambda held: part in held)

    def is_(self, value: None) -> RowCondition:
        """Absent."""
        return self == value

    def is_not(self, value: None) -> RowCondition:
        """There."""
        name = self.name
        return RowCondition(lambda row: row[name] is not value)

    def _where(self, compare: Callable[[Any], bool]) -> RowCondition:
        name = self.name
        return RowCondition(lambda row: row[name] is not None and compare(row[name]))


class _RowColumns:
    def __getattr__(self, name: str) -> RowColumn:
        return RowColumn(name)

    def __getitem__(self, name: str) -> RowColumn:
        return RowColumn(name)


COLUMNS = _RowColumns()
"""The columns of every table, for a condition as `Reader.rows` takes it."""
