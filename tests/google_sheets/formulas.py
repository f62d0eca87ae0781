"""The simple part of the formula language: what the tests need to tell a live formula from text that looks like one."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from .a1 import find
from .boxes import Box
from .cells import Cell, Formula
from .errors import Refusal

if TYPE_CHECKING:
    from .sheet import Sheet
    from .spreadsheet import Spreadsheet

_TOKEN = re.compile(
    r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|\"((?:[^\"]|\"\")*)\""
    r"|((?:'(?:[^']|'')+'!|\w+!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?(?![\w(]))"
    r"|([A-Za-z_][\w.]*)|(<>|<=|>=|[-+*/^&=<>(),;%]))"
)


class FormulaError(Exception):
    """What a cell shows instead of a result: `#DIV/0!`, `#REF!`, `#NAME?`, `#VALUE!`, `#ERROR!`."""

    KINDS: ClassVar = {
        "#DIV/0!": "DIVIDE_BY_ZERO",
        "#REF!": "REF",
        "#NAME?": "NAME",
        "#VALUE!": "VALUE",
        "#ERROR!": "ERROR",
        "#N/A": "N_A",
        "#NUM!": "NUM",
    }

    @property
    def shown(self) -> str:
        return str(self.args[0])

    @property
    def json(self) -> dict[str, str]:
        return {"type": self.KINDS[self.shown], "message": self.shown}


def value_of(cell: Cell | None, sheet: "Sheet", spreadsheet: "Spreadsheet") -> Any:
    """Return the effective value of a cell: a formula's result or the FormulaError it shows."""
    if cell is None or not isinstance(cell.value, Formula):
        return None if cell is None else cell.value
    try:
        return _Evaluation(cell.value, sheet, spreadsheet, ()).result()
    except FormulaError as error:
        return error


class _Evaluation:
    def __init__(self, text: str, sheet: "Sheet", spreadsheet: "Spreadsheet", within: tuple[str, ...]) -> None:
        if text in within or len(within) > 30:
            raise FormulaError("#REF!")  # it leads back to itself
        self.sheet, self.spreadsheet, self.within = sheet, spreadsheet, (*within, text)
        self.tokens = self._tokens(text[1:])
        self.place = 0

    @staticmethod
    def _tokens(text: str) -> list[tuple[str, str]]:
        tokens, at = [], 0
        while text[at:].strip():
            match = _TOKEN.match(text, at)
            if not match:
                raise FormulaError("#ERROR!")
            kinds = ("number", "text", "cells", "name", "sign")
            kind = next(kind for kind, part in zip(kinds, match.groups(), strict=True) if part is not None)
            tokens.append((kind, match[kinds.index(kind) + 1]))
            at = match.end()
        return tokens

    def result(self) -> Any:
        value = self._comparison()
        if self.place < len(self.tokens):
            raise FormulaError("#ERROR!")
        if isinstance(value, list):
            value = value[0] if value else None
        return 0 if value is None else _tidy(value)

    def _next(self, *signs: str) -> str | None:
        if self.place < len(self.tokens):
            kind, text = self.tokens[self.place]
            if kind == "sign" and text in signs:
                self.place += 1
                return text
        return None

    def _chain(self, deeper: Callable[[], Any], signs: dict[str, Callable[[Any, Any], Any]]) -> Any:
        value = deeper()
        while sign := self._next(*signs):
            value = signs[sign](value, deeper())
        return value

    def _comparison(self) -> Any:
        return self._chain(
            self._joined,
            {
                "=": lambda a, b: _one(a) == _one(b),
                "<>": lambda a, b: _one(a) != _one(b),
                "<": lambda a, b: _number(a) < _number(b),
                ">": lambda a, b: _number(a) > _number(b),
                "<=": lambda a, b: _number(a) <= _number(b),
                ">=": lambda a, b: _number(a) >= _number(b),
            },
        )

    def _joined(self) -> Any:
        return self._chain(self._sum, {"&": lambda a, b: _text(a) + _text(b)})

    def _sum(self) -> Any:
        signs = {"+": lambda a, b: _number(a) + _number(b), "-": lambda a, b: _number(a) - _number(b)}
        return self._chain(self._product, signs)

    def _product(self) -> Any:
        return self._chain(self._power, {"*": lambda a, b: _number(a) * _number(b), "/": _divided})

    def _power(self) -> Any:
        return self._chain(self._signed, {"^": lambda a, b: _number(a) ** _number(b)})

    def _signed(self) -> Any:
        sign = self._next("-", "+")
        value = self._signed() if sign else self._atom()
        while self._next("%"):
            value = _number(value) / 100
        return -_number(value) if sign == "-" else value

    def _atom(self) -> Any:
        if self._next("("):
            value = self._comparison()
            if not self._next(")"):
                raise FormulaError("#ERROR!")
            return value
        if self.place >= len(self.tokens):
            raise FormulaError("#ERROR!")
        kind, text = self.tokens[self.place]
        self.place += 1
        if kind == "number":
            return float(text)
        if kind == "text":
            return text.replace('""', '"')
        if kind == "cells":
            return self._cells(text)
        if kind == "name":
            return self._named(text)
        raise FormulaError("#ERROR!")

    def _cells(self, text: str) -> Any:
        try:
            sheet, box = (self.sheet, None) if "!" not in text else find(self.spreadsheet, text)
        except Refusal:
            raise FormulaError("#REF!") from None
        box = box or find(self.spreadsheet, text)[1]
        values = [self._effective(sheet, *place) for place in sheet.area(Box(*box)).cells()]
        return values if ":" in text else (values[0] if values else None)

    def _effective(self, sheet: "Sheet", row: int, column: int) -> Any:
        cell = sheet.at(row, column)
        if cell is not None and isinstance(cell.value, Formula):
            return _Evaluation(cell.value, sheet, self.spreadsheet, self.within).result()
        return None if cell is None else cell.value

    def _named(self, name: str) -> Any:
        if name.upper() in ("TRUE", "FALSE"):
            return name.upper() == "TRUE"
        if not self._next("("):
            raise FormulaError("#NAME?")
        arguments: list[Any] = []
        while not self._next(")"):
            arguments.append(self._comparison())
            self._next(",", ";")
            if self.place >= len(self.tokens):
                raise FormulaError("#ERROR!")
        function = _FUNCTIONS.get(name.upper())
        if function is None:
            raise FormulaError("#NAME?")
        return function(arguments)


def _one(value: Any) -> Any:
    return (value[0] if value else None) if isinstance(value, list) else value


def _number(value: Any) -> float:
    value = _one(value)
    if value is None:
        return 0.0
    try:
        return float(value)
    except ValueError:
        raise FormulaError("#VALUE!") from None


def _text(value: Any) -> str:
    value = _one(value)
    if isinstance(value, bool):
        return str(value).upper()
    return "" if value is None else str(_tidy(value))


def _tidy(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value


def _divided(value: Any, by: Any) -> float:
    if not _number(by):
        raise FormulaError("#DIV/0!")
    return _number(value) / _number(by)


def _flat(arguments: list[Any]) -> list[float]:
    cells = [cell for one in arguments for cell in (one if isinstance(one, list) else [one])]
    return [float(cell) for cell in cells if isinstance(cell, int | float) and not isinstance(cell, bool)]


def _hyperlink(arguments: list[Any]) -> Any:
    return _one(arguments[-1]) if arguments else FormulaError("#N/A")


_FUNCTIONS: dict[str, Callable[[list[Any]], Any]] = {
    "SUM": lambda given: sum(_flat(given)),
    "COUNT": lambda given: len(_flat(given)),
    "MAX": lambda given: max(_flat(given), default=0),
    "MIN": lambda given: min(_flat(given), default=0),
    "AVERAGE": lambda given: _divided(sum(_flat(given)), len(_flat(given))),
    "CONCATENATE": lambda given: "".join(map(_text, given)),
    "UPPER": lambda given: _text(given[0]).upper(),
    "LEN": lambda given: len(_text(given[0])),
    "IF": lambda given: given[1] if _one(given[0]) else (given[2] if len(given) > 2 else False),
    "HYPERLINK": _hyperlink,
}
