"""Plans a list of households to reach: without those who are known here already, and those who want nothing from us."""

from collections.abc import Iterable, Sequence

from community.book import Append, Reader
from community.casework import named_home
from community.identity import house_numbers, phone_numbers, postcode_of
from community.importing.import_plan import Fate, PlannedRow, WhyAside
from community.importing.known_rows import erased_among
from community.importing.person_cells import read_name, read_postcode, read_telephone
from community.importing.row_cells import RowCells
from community.importing.row_planner import Provenance
from community.places import Places
from community.tables.ids import derive
from community.tables.row import Row
from community.tables.row_types import ColumnName, HelpRequestRow, HouseholdRow, ResidentRow, VolunteerRow
from community.tables.statuses import HouseholdStatus

_Marks = frozenset[tuple[str, ...]]
"""By what a household is known again: each of its numbers, and its postcode with the number or name of the house."""

_NAMED = "named"


class HouseholdPlanner:
    """Plans all rows of one list of households."""

    def __init__(self, reader: Reader, places: Places | None, from_where: Provenance) -> None:
        """Read who is known, of whichever hub: nobody is told who they are."""
        self._reader, self._places, self._from = reader, places, from_where
        before = reader.rows(HouseholdRow, order=None)
        people = [row for kind in (ResidentRow, VolunteerRow, HelpRequestRow) for row in reader.rows(kind, order=None)]
        self._known = _all(people)
        self._refused = _all(row for row in before if row.status == HouseholdStatus.REFUSED)
        self._listed = _all(before)
        self._planned: dict[tuple[str, ...], int] = {}

    def plan(self, cells: Sequence[RowCells]) -> list[PlannedRow]:
        """What becomes of each row, in their order."""
        rows = [self._row(each) for each in cells]
        gone = erased_among(self._reader, "households", [row.record_id for row in rows if row.record_id])
        return [
            PlannedRow(c.number, Fate.SET_ASIDE, r.name, why=WhyAside.ERASED) if r.record_id in gone else r
            for c, r in zip(cells, rows, strict=True)
        ]

    def _row(self, cells: RowCells) -> PlannedRow:
        name, telephone, postcode = read_name(cells), read_telephone(cells), read_postcode(cells)
        address = cells.joined("address")
        marks = _marks(telephone, postcode, address)
        if cells.number in self._from.without:
            return PlannedRow(cells.number, Fate.SET_ASIDE, name, why=WhyAside.LEFT_OUT)
        if not telephone and not address:
            return PlannedRow(cells.number, Fate.SET_ASIDE, name, why=WhyAside.SAYS_NOTHING)
        for known, why in ((self._refused, WhyAside.REFUSED_BEFORE), (self._known, WhyAside.KNOWN_HERE)):
            if marks & known:
                return PlannedRow(cells.number, Fate.SET_ASIDE, name, why=why)
        own = derive("H", *_said_once(marks), (address or "").casefold(), (name or "").casefold())
        first = next((self._planned[mark] for mark in sorted(marks) if mark in self._planned), None)
        if first is not None or marks & self._listed or self._reader.get(HouseholdRow, own) is not None:
            return PlannedRow(cells.number, Fate.RECOGNISED, name, own, repeats=first)
        self._planned |= dict.fromkeys(marks, cells.number)
        values: dict[str, object] = {
            "list_name": self._from.file,
            "name": name,
            "telephone": telephone,
            "postcode": postcode,
            "address": address,
            "lawful_basis": self._from.basis,
            "delete_by": self._from.delete_by,
            "hub": self._places.find(postcode).hub if self._places and postcode else None,
            "status": HouseholdStatus.LISTED,
        }
        append = Append(HouseholdRow.TABLE, {column: value for column, value in values.items() if value}, own)
        return PlannedRow(cells.number, Fate.BROUGHT_IN, name, own, (append,), troubles=tuple(cells.troubles))


def _all(rows: Iterable[Row]) -> _Marks:
    columns = (ColumnName.TELEPHONE, ColumnName.POSTCODE, ColumnName.ADDRESS)
    return frozenset(mark for row in rows for mark in _marks(*(row.get(column) for column in columns)))


def _marks(telephone: str | None, postcode: str | None, address: str | None) -> _Marks:
    marks: set[tuple[str, ...]] = {("number", each.form) for each in phone_numbers(telephone or "")}
    where, doors = postcode_of(postcode), house_numbers(address)
    if where and doors:
        marks.add(("home", where, *sorted(doors)))
    elif home := named_home(where, address):
        marks.add((_NAMED, home))
    return frozenset(marks)


def _said_once(marks: _Marks) -> list[str]:
    """The marks from which a household's id follows. The house's name is in it already, with the address."""
    return ["|".join(mark) for mark in sorted(marks) if mark[0] != _NAMED]
