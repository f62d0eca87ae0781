"""One cell: what was entered, how it is formatted, and what else hangs on it. Never changed, only replaced."""

from typing import Any, NamedTuple

TEXT_FORMAT = {"type": "TEXT", "pattern": "@"}
LONGEST = 50_000


class Formula(str):
    """A formula as it was entered, with its equals sign; any other text in a cell is only text."""

    __slots__ = ()


Entered = None | str | bool | int | float


class Cell(NamedTuple):
    """What a cell holds; `value` is None when nothing was entered. The dicts in it are shared and never changed."""

    value: Entered = None
    format: dict[str, Any] | None = None
    note: str | None = None
    rule: dict[str, Any] | None = None
    runs: list[dict[str, Any]] | None = None

    @property
    def is_plain_text(self) -> bool:
        """Tell whether whatever is typed here stays as it was typed."""
        return bool(self.format) and (self.format or {}).get("numberFormat", {}).get("type") == "TEXT"


BLANK = Cell()
Row = tuple[Cell | None, ...]


def tidy(cell: Cell) -> Cell | None:
    """Return the cell, or None if there is nothing about it."""
    return None if cell == BLANK else cell
