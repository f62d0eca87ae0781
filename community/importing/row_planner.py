"""Plans the rows of a list of people, organisations or services: new, known, corrected, or set aside."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from community.book import Append
from community.casework import Visibility
from community.identity import Likeness, given_name
from community.importing.book_comparison import Comparison
from community.importing.column_guess import ColumnGuess
from community.importing.import_plan import Fate, LikelyDouble, PlannedRow, WhyAside
from community.importing.known_rows import (
    LAWFUL_BASIS,
    LIST_FILE,
    LIST_MARK,
    LIST_NUMBER,
    LIST_ROW,
    KnownRow,
    KnownRows,
    erased_among,
    in_common,
    key_of,
)
from community.importing.list_kinds import ListKind
from community.importing.list_row import ReadRow
from community.importing.row_troubles import RowTrouble, Trouble
from community.tables import TABLES, ids
from community.tables.canonical import Value, added, codes
from community.tables.flags import Flag
from community.tables.ids import derive
from community.tables.row import EXTRA
from community.tables.row_types import CheckRow, ColumnName

_DERIVED = "list"
"""Ids of rows that lists bring follow from this word, the table, and what tells the row from others."""
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Provenance:
    """Where the rows come from: the file's name, the lawful basis, and the rows that somebody left out by hand."""

    file: str = field(repr=False)
    basis: str | None = None
    without: frozenset[int] = frozenset()
    delete_by: date | None = None


@dataclass
class _Case:
    """One row while it is compared."""

    read: ReadRow
    row: KnownRow
    id: str = ""
    twin: KnownRow | None = None
    """The record of the book that it is."""
    doubles: list[LikelyDouble] = field(default_factory=list)
    done: PlannedRow | None = None


class RowPlanner:
    """Plans all rows of one list."""

    def __init__(
        self, visible: Visibility, kind: ListKind, guesses: Sequence[ColumnGuess], from_where: Provenance
    ) -> None:
        """Read what the book says of this table."""
        reader = visible.reader
        self._reader, self._kind, self._from = reader, kind, from_where
        self._mark = hashlib.blake2b(
            "\x1f".join(each.column.header for each in guesses).encode(), digest_size=6
        ).hexdigest()
        self._book = KnownRows.of_book(reader, kind.table)
        self._list = KnownRows(kind.table)
        self._compare = Comparison(visible, kind, guesses)
        self._claimed: dict[str, int] = {}
        self._contents: dict[str, int] = {}
        self._ids: set[str] = set()
        self._organisations = KnownRows.of_book(reader, "organisations") if kind.code == "services" else None

    def plan(self, rows: Sequence[ReadRow]) -> list[PlannedRow]:
        """What becomes of each row, in their order."""
        cases = [_Case(row, self._known(row)) for row in rows]
        for case in cases:
            self._look_for_itself(case)
        for case in cases:
            if case.done is None and case.twin is None:
                self._look_for_corrected(case)
        erased = erased_among(self._reader, self._kind.table, [case.id for case in cases if case.id])
        return [case.done or self._settled(case, erased) for case in cases]

    def _known(self, row: ReadRow) -> KnownRow:
        told = {LIST_FILE: self._from.file[-_LONGEST_NAME:], LIST_ROW: str(row.number), LIST_MARK: self._mark}
        told |= {LIST_NUMBER: row.list_number} if row.list_number else {}
        told |= {LAWFUL_BASIS: self._from.basis} if self._from.basis else {}
        before = json.loads(str(row.values.get(EXTRA) or "{}"))
        return KnownRow(self._kind.table, {**row.values, EXTRA: added(before | told)}, number=row.number)

    def _look_for_itself(self, case: _Case) -> None:
        """Whether the row says nothing, stands further up, or is a record that is certainly the same."""
        read, row = case.read, case.row
        content = json.dumps(dict(sorted(read.values.items())) | {"number": read.list_number}, default=str)
        before = self._contents.setdefault(content, read.number)
        if read.number in self._from.without:
            case.done = self._aside(case, WhyAside.LEFT_OUT)
        elif read.has_died:
            case.done = self._aside(case, WhyAside.HAS_DIED)
        elif read.says_nothing:
            case.done = self._aside(case, WhyAside.SAYS_NOTHING)
        elif before != read.number:
            case.done = PlannedRow(read.number, Fate.RECOGNISED, self._name(case), repeats=before)
        else:
            near = self._list.like(row)
            sure = next((other for other, like in near if like.certain), None)
            if sure is not None:
                case.done = replace(self._aside(case, WhyAside.SAME_IN_LIST), repeats=sure.number)
                return
            case.doubles += [_double(other, like.facts) for other, like in near if like.near_name]
            case.id = self._own_id(row)
            self._list.add(row)
            self._claim(case, self._itself(case))

    def _itself(self, case: _Case) -> KnownRow | None:
        """The record of the book that is certainly this row's."""
        ours = ids.check(case.read.list_number or "") or ""  # a list that this program gave out
        if (same := self._book.by_id.get(case.id) or self._book.by_id.get(ours)) is not None:
            return same
        sure = [other for other, like in self._book.like(case.row) if like.certain]
        if len(sure) == 1:
            return sure[0]
        return next((other for other, like in self._numbered(case) if self._is_one(case, other, like)), None)

    def _numbered(self, case: _Case) -> list[tuple[KnownRow, Likeness]]:
        """The records of the book that have its number in an old list, and may be the same."""
        same = self._book.by_list_number.get(case.read.list_number or "", ())
        found = [(other, in_common(case.row, other)) for other in same]
        return [(other, like) for other, like in found if like.near_name or like.may_be_one]

    def _is_one(self, case: _Case, other: KnownRow, like: Likeness) -> bool:
        """Whether it is the same person under this number. A couple has one telephone, and numbers are given anew."""
        one, two = (given_name(str(row.values.get(ColumnName.NAME) or "")).casefold() for row in (case.row, other))
        return like.near_spelling or not one or not two or one == two

    def _look_for_corrected(self, case: _Case) -> None:
        """Whether the same list brought the row before, and it was put right: nearly the name, and one thing more."""
        found = [
            other
            for other, like in self._book.like(case.row)
            if like.near_spelling and other.extra.get(LIST_MARK) == self._mark and other.id not in self._claimed
        ]
        if len(found) == 1:
            self._claim(case, found[0])

    def _claim(self, case: _Case, twin: KnownRow | None) -> None:
        if twin is None or twin.id is None:
            return
        if (first := self._claimed.setdefault(twin.id, case.read.number)) != case.read.number:
            case.done = replace(self._aside(case, WhyAside.SAME_IN_LIST), repeats=first, record_id=twin.id)
        case.twin = twin

    def _settled(self, case: _Case, erased: set[str]) -> PlannedRow:
        if case.twin is not None:
            return self._recognised(case, case.twin)
        if case.id in erased:
            return self._aside(case, WhyAside.ERASED)
        near = [each for each in self._book.like(case.row) if each[1].near_name]
        near += [each for each in self._numbered(case) if each[0] not in [other for other, _ in near]]
        in_book = [_double(other, like.facts) for other, like in near]
        doubles = (*in_book, *case.doubles)
        troubles, values = list(case.read.troubles), dict(case.row.values)
        if case.read.list_number and len(self._list.by_list_number[case.read.list_number]) > 1:
            troubles.append(RowTrouble(case.read.number, None, Trouble.NUMBER_TWICE))
        self._name_organisation(case, values, troubles)
        flags = codes([*case.read.flags, *([Flag.MAY_BE_KNOWN] if doubles else [])])
        if ColumnName.FLAGS in TABLES[self._kind.table].by_name:
            values[ColumnName.FLAGS] = flags
        else:
            values[ColumnName.NOTES] = self._look_at(case, troubles)
        rows = (Append(self._kind.table, _filled(values), case.id), *self._checks(case.id, case.read))
        return PlannedRow(
            case.read.number, Fate.BROUGHT_IN, self._name(case), case.id, rows,
            troubles=tuple(troubles), doubles=doubles,
        )  # fmt: skip

    def _recognised(self, case: _Case, twin: KnownRow) -> PlannedRow:
        corrected, odd = self._compare.with_book(twin, case.read)
        checks = tuple(self._checks(str(twin.id), case.read)) if twin.from_list else ()
        new = tuple(check for check in checks if check.id and self._reader.get(CheckRow, check.id) is None)
        fate = Fate.CORRECTED if corrected or new else Fate.RECOGNISED
        return PlannedRow(
            case.read.number, fate, self._name(case), twin.id, new, tuple(corrected), tuple(odd)
        )  # fmt: skip

    def _name_organisation(self, case: _Case, values: dict[str, Value], troubles: list[RowTrouble]) -> None:
        """Write down who runs the service, if the book knows the organisation."""
        told = case.read.organisation
        if told is None or self._organisations is None:
            return
        like = self._organisations.like(KnownRow("organisations", {"name": told}))
        if like:
            values[ColumnName.ORGANISATION_ID] = like[0][0].id
        else:
            troubles.append(RowTrouble(case.read.number, None, Trouble.ORGANISATION_UNKNOWN))
            values[ColumnName.NOTES] = "\n".join(
                filter(None, [str(values.get(ColumnName.NOTES) or ""), f"Run by {told}"])
            )

    def _look_at(self, case: _Case, troubles: Sequence[RowTrouble]) -> str:
        """The notes of a record whose table has no flags: where it comes from, and what to look at."""
        lines = [str(case.read.values.get(ColumnName.NOTES) or ""), f"Brought in from a list, row {case.read.number}."]
        lines += [f"Look at: {each.header or 'the row'}: {each.words}." for each in troubles]
        return "\n".join(filter(None, lines))

    def _checks(self, volunteer_id: str, read: ReadRow) -> list[Append]:
        return [
            Append(CheckRow.TABLE, {**check, "volunteer_id": volunteer_id}, _check_id(volunteer_id, check))
            for check in read.checks
        ]

    def _own_id(self, row: KnownRow) -> str:
        """The id that follows from what tells the row from others; a second such row of the list gets another."""
        letter, key, again = TABLES[self._kind.table].letter, key_of(row), 0
        while (own := derive(letter, _DERIVED, self._kind.table, *key, *([str(again)] if again else []))) in self._ids:
            again += 1
        self._ids.add(own)
        return own

    def _aside(self, case: _Case, why: WhyAside) -> PlannedRow:
        return PlannedRow(
            case.read.number, Fate.SET_ASIDE, self._name(case), why=why, troubles=case.read.troubles
        )  # fmt: skip

    def _name(self, case: _Case) -> str | None:
        told = case.read.values.get(ColumnName.NAME)
        return None if told is None else str(told)


def _double(other: KnownRow, facts: Sequence[str]) -> LikelyDouble:
    name = other.values.get(ColumnName.NAME)
    return LikelyDouble(other.id, other.number, None if name is None else str(name), tuple(facts))  # type: ignore[arg-type]


def _filled(values: Mapping[str, Value]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _check_id(volunteer_id: str, check: Mapping[str, object]) -> str:
    return derive("K", volunteer_id, _DERIVED, str(check[ColumnName.LEVEL]), str(check[ColumnName.SEEN_ON]))
