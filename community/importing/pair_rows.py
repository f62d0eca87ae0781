"""Plans the rows of a list of pairs: a volunteer and a resident of the book who know each other already."""

from collections.abc import Mapping, Sequence
from typing import Literal

from community.book import Append, Reader
from community.identity import folded_words, phone_numbers
from community.importing.import_plan import CorrectedField, Fate, PlannedRow, WhyAside
from community.importing.known_rows import KnownRow, KnownRows, erased_among
from community.importing.person_cells import read_telephone, turned_name
from community.importing.row_cells import RowCells
from community.importing.row_planner import Provenance
from community.importing.value_cells import ValueReader
from community.tables import ids
from community.tables.canonical import split
from community.tables.ids import derive
from community.tables.row_types import ColumnName, PairRow
from community.tables.statuses import GONE

Side = Literal["volunteer", "resident"]
_NOBODY = {"volunteer": WhyAside.NO_VOLUNTEER, "resident": WhyAside.NO_RESIDENT}
_SEVERAL = {"volunteer": WhyAside.WHICH_VOLUNTEER, "resident": WhyAside.WHICH_RESIDENT}


class _Many(LookupError):
    """Several records may be meant."""


class PairPlanner:
    """Plans all rows of one list of pairs."""

    def __init__(self, reader: Reader, values: ValueReader, from_where: Provenance) -> None:
        """Read whom the book knows."""
        self._reader, self._values, self._from = reader, values, from_where
        self._people: Mapping[Side, _People] = {
            "volunteer": _People(KnownRows.of_book(reader, "volunteers")),
            "resident": _People(KnownRows.of_book(reader, "residents")),
        }
        self._pairs = {row.id: row for row in reader.rows(PairRow)}
        self._planned: dict[str, int] = {}

    def plan(self, cells: Sequence[RowCells]) -> list[PlannedRow]:
        """What becomes of each row, in their order."""
        rows = [self._row(each) for each in cells]
        gone = erased_among(self._reader, "pairs", [row.record_id for row in rows if row.record_id])
        return [self._aside(c, WhyAside.ERASED) if r.record_id in gone else r for c, r in zip(cells, rows, strict=True)]

    def _row(self, cells: RowCells) -> PlannedRow:
        if cells.number in self._from.without:
            return self._aside(cells, WhyAside.LEFT_OUT)
        if not cells.by_field:
            return self._aside(cells, WhyAside.SAYS_NOTHING)
        found: dict[str, KnownRow] = {}
        for side, people in self._people.items():
            try:
                who = people.find(cells, side)
            except _Many:
                return self._aside(cells, _SEVERAL[side])
            if who is None:
                return self._aside(cells, _NOBODY[side])
            found[side] = who
        volunteer, resident = found["volunteer"], found["resident"]
        if _avoid(volunteer, resident):
            return self._aside(cells, WhyAside.KEPT_APART)
        if any(_is_gone(one) for one in found.values()):
            return self._aside(cells, WhyAside.GONE)
        since, check = self._values.day(cells, "since"), self._values.day(cells, "next_check", past=False)
        own = derive("J", str(resident.id), str(volunteer.id))
        if (first := self._planned.setdefault(own, cells.number)) != cells.number:
            return PlannedRow(cells.number, Fate.RECOGNISED, _named(found), own, repeats=first)
        told = {"since": since.isoformat() if since else None, "next_check": check.isoformat() if check else None}
        if (pair := self._pairs.get(own)) is not None:
            corrected = tuple(
                CorrectedField(name, pair[name], value) for name, value in told.items() if value and pair[name] is None
            )
            fate = Fate.CORRECTED if corrected else Fate.RECOGNISED
            return PlannedRow(
                cells.number, fate, _named(found), own, corrected=corrected, troubles=tuple(cells.troubles)
            )
        values: dict[str, object] = {"resident_id": resident.id, "volunteer_id": volunteer.id}
        values |= {name: value for name, value in told.items() if value}
        return PlannedRow(
            cells.number, Fate.BROUGHT_IN, _named(found), own, (Append(PairRow.TABLE, values, own),),
            troubles=tuple(cells.troubles),
        )  # fmt: skip

    def _aside(self, cells: RowCells, why: WhyAside) -> PlannedRow:
        both = [cells.joined("volunteer"), cells.joined("resident")]
        return PlannedRow(
            cells.number, Fate.SET_ASIDE, " and ".join(filter(None, both)) or None, why=why,
            troubles=tuple(cells.troubles),
        )  # fmt: skip


class _People:
    """Finds people by their number in the book or in the old list, or by name."""

    def __init__(self, known: KnownRows) -> None:
        self._known = known
        self._named: dict[tuple[str, ...], list[KnownRow]] = {}
        for row in known.by_id.values():
            self._named.setdefault(_words(str(row.values.get(ColumnName.NAME) or "")), []).append(row)

    def find(self, cells: RowCells, side: Side) -> KnownRow | None:
        """The person meant; None for nobody. Raises _Many."""
        told = cells.joined(side, " ")
        if told is None:
            return None
        if (number := ids.check(told)) is not None and number in self._known.by_id:
            return self._known.by_id[number]
        numbered = self._known.by_list_number.get(told, [])
        found = numbered or self._named.get(_words(turned_name(told)), [])
        forms = {n.form for n in phone_numbers(read_telephone(cells, f"{side}_telephone"))}
        if forms and found and (len(found) > 1 or not numbered):  # another of this name may be meant
            found = [row for row in found if not _numbers(row) or forms & _numbers(row)]
            if not found:
                raise _Many
        if len(found) > 1:
            raise _Many
        return found[0] if found else None


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(folded_words(name)))


def _numbers(row: KnownRow) -> set[str]:
    return {number.form for number in row.person.numbers} if row.person else set()


def _is_gone(row: KnownRow) -> bool:
    """Whether nobody is to ring or visit them any more."""
    left = row.values.get(ColumnName.STATUS) in GONE
    return left or any(row.values.get(name) for name in (ColumnName.DIED_ON, ColumnName.MOVED_ON))


def _avoid(volunteer: KnownRow, resident: KnownRow) -> bool:
    return resident.id in split(volunteer.values.get(ColumnName.AVOIDS)) or volunteer.id in split(
        resident.values.get(ColumnName.AVOIDS)
    )


def _named(found: Mapping[str, KnownRow]) -> str:
    return " and ".join(str(row.values.get(ColumnName.NAME) or row.id) for row in found.values())
