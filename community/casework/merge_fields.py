"""What two records of one person say, field by field, and which value stays where nobody chooses otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from community.book import Row
from community.tables import TABLES, Column
from community.tables.canonical import split
from community.tables.row_types import ColumnName
from community.tables.vocabulary import REACHED_AT


class Stays(StrEnum):
    """Which of two values stays."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


Choices = Mapping[str, Stays]

_BOTH = frozenset(
    {"not_safe", "stopped", "avoids", "prefers", "flags", "protected_address"}
    | {"at_risk_in", "kin_of", "lives_with", "cares_for"}
)
"""What warns or protects is never lost: of these, what either record says stays."""
WARNS = frozenset({"not_safe", "stopped", "avoids", "protected_address", "hazards", "died_on", "at_risk_in"})
"""What must not be lost by parting two: what was written down while they were one may be about either."""
PLACE = ("hub", "easting", "northing", "sector")
"""They follow the postcode that stays."""
_APART = frozenset({"status", "extra", "unreached", "hold_until", *PLACE})
"""A status stays with its record, the later of two waits counts, and what the community asked besides is added."""
_WORDS = frozenset({"long_text"})
_ONE_PLACE = frozenset({"address"})
_TOGETHER = frozenset({"notes", "hazards", "access_needs", "training", "support_needs", "limits"})
"""Of these, both stay unless somebody chooses one."""


@dataclass(frozen=True)
class TwoValues:
    """A field in which two records differ: what each says, which may stay, and which does unless somebody chooses."""

    name: str
    means: str
    first: object = field(repr=False)
    second: object = field(repr=False)
    ways: tuple[Stays, ...]
    usual: Stays


def two_values(first: Row, second: Row) -> list[TwoValues]:
    """The fields in which the two differ and of which a person decides, in the order of their table."""
    return list(_differing(first, second))


def _differing(first: Row, second: Row) -> Iterator[TwoValues]:
    for column in TABLES[first.table].columns:
        one, other = first[column.name], second[column.name]
        if column.name in _BOTH | _APART or one == other:
            continue
        ways = (Stays.FIRST, Stays.SECOND, Stays.BOTH) if _may_be_both(column, one, other) else (
            Stays.FIRST, Stays.SECOND)  # fmt: skip
        yield TwoValues(column.name, column.means, one, other, ways, _usual(column, one, ways))


def _may_be_both(column: Column, one: object, other: object) -> bool:
    if one is None or other is None:
        return False
    return column.kind in {"codes", "refs"} or (column.kind in _WORDS and column.name not in _ONE_PLACE)


def _usual(column: Column, one: object, ways: tuple[Stays, ...]) -> Stays:
    if Stays.BOTH in ways and column.name in _TOGETHER:
        return Stays.BOTH
    return Stays.FIRST if one is not None else Stays.SECOND


def merged(first: Row, second: Row, chosen: Choices) -> dict[str, object]:
    """The values of the first record that are different once the second is joined to it, by field."""
    values: dict[str, object] = {}
    for each in _differing(first, second):
        way = chosen.get(each.name, each.usual)
        values[each.name] = _value(TABLES[first.table][each.name], each, way if way in each.ways else each.usual)
    values |= _of_both(first, second)
    if ColumnName.UNREACHED in TABLES[first.table].by_name:
        values[ColumnName.UNREACHED] = _unreached(first, second, chosen)
    postcode = chosen.get(ColumnName.POSTCODE, _first_told(first, second, ColumnName.POSTCODE))
    if postcode is Stays.SECOND:
        values |= {name: second[name] for name in PLACE if name in TABLES[first.table].by_name}
    return {name: value for name, value in values.items() if value != first[name]}


def _first_told(first: Row, second: Row, name: str) -> Stays:
    told = first.get(name) is not None or second.get(name) is None
    return Stays.FIRST if told else Stays.SECOND


def _value(column: Column, each: TwoValues, way: Stays) -> object:
    if way is Stays.FIRST:
        return each.first
    if way is Stays.SECOND:
        return each.second
    if column.kind in _WORDS:
        return "\n".join(dict.fromkeys([str(each.first), str(each.second)]))
    return _joined(each.first, each.second)


def _of_both(first: Row, second: Row) -> dict[str, object]:
    values: dict[str, object] = {}
    for column in TABLES[first.table].columns:
        if column.name in _BOTH:
            one, other = first[column.name], second[column.name]
            values[column.name] = (one or other) if column.kind == "yes_no" else _joined(one, other)
    if ColumnName.HOLD_UNTIL in TABLES[first.table].by_name:
        waits = [each[ColumnName.HOLD_UNTIL] for each in (first, second) if each[ColumnName.HOLD_UNTIL]]
        values[ColumnName.HOLD_UNTIL] = max(waits, default=None)
    return values


def _joined(one: object, other: object) -> str | None:
    return "; ".join(sorted({*split(str(one or "")), *split(str(other or ""))})) or None


def _unreached(first: Row, second: Row, chosen: Choices) -> str | None:
    """The ways that do not reach them: as the record says whose address or number stays."""
    found = set()
    for column, way in REACHED_AT.items():
        stays = chosen.get(column, _first_told(first, second, column))
        whose = second if stays is Stays.SECOND else first
        if way in split(whose[ColumnName.UNREACHED]):
            found.add(str(way))
    return "; ".join(sorted(found)) or None
