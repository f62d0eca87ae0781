"""The hidden cell at the end of a row. It holds the row as it was received, so the sheet alone can restore it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from community.book import Received
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import Value
from sheets_sync.cell_values import excerpt, fits

BEGINS = '{"i":"'
"""How the cell of a row begins, before its id."""
_SEAL = "s"
_SHORT = 1_000
"""Characters; shorter values are never cut."""


@dataclass(frozen=True)
class Born:
    """A row as it was received; `cut` names the columns that hold only the beginning of a text."""

    row: Received
    cut: frozenset[str] = field(default=frozenset())
    spoilt: bool = False
    """Whether somebody changed the cell since a program wrote it. Of a cell without a seal nobody can tell."""
    whole: bool = True
    """Whether this program knows all columns that the row has."""


def write(row: Received) -> str:
    """The cell's text, its longest values cut where a cell can't hold it."""
    values = {name: value for name, value in row.values.items() if value is not None}
    cut: list[str] = []
    told = {"i": row.id, "t": row.at, "b": row.by, "a": row.action, "k": row.key}
    while True:
        parts = {k: v for k, v in told.items() if v is not None} | {"v": values} | ({"cut": sorted(cut)} if cut else {})
        text = json.dumps(parts | {_SEAL: _seal(parts)}, ensure_ascii=False, separators=(",", ":"))
        if fits(text):
            return text
        longest = max((n for n in values if n not in cut), key=lambda n: len(str(values[n])), default=None)
        if longest is None or len(str(values[longest])) <= _SHORT:
            return text  # Google will refuse it, and it is set aside with its reason
        values[longest] = _cut(longest, str(values[longest]))
        cut.append(longest)


def _seal(parts: Mapping[str, object]) -> str:
    """A few letters that follow from all that the cell says; blanks and marks that show nothing count for nothing."""
    told = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    plain = "".join(told.split())
    if not plain.isprintable():
        plain = "".join(filter(str.isprintable, plain))
    return hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=6).hexdigest()


def _cut(name: str, text: str) -> str | None:
    if name == "extra":  # a text of answers by name must stay one
        answers = {each: excerpt(told[:_SHORT]) for each, told in json.loads(text).items()}
        return canon.added(answers)
    return excerpt(text[:_SHORT])


def read(table: str, text: object) -> Born | None:
    """The row that the cell tells; None where it tells none."""
    try:
        parts = json.loads(str(text))
        values: Mapping[str, Value] = dict(parts["v"])
        known = {name: value for name, value in values.items() if name in TABLES[table].by_name}
        row = Received(table, str(parts["i"]), str(parts["t"]), str(parts["b"]), known, parts.get("a"), parts.get("k"))
        seal = parts.pop(_SEAL, None)
        cut, spoilt = frozenset(map(str, parts.get("cut", ()))), seal is not None and seal != _seal(parts)
        return Born(row, cut, spoilt, len(known) == len(values))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
