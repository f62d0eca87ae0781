"""The rows of one table that a list is compared with: those of the book, and those of the list further up."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from community.book import Reader, among
from community.identity import (
    Fact,
    KnownBy,
    Likeness,
    Person,
    folded_words,
    handles,
    house_numbers,
    known_by,
    likeness,
    people_in,
    same_organisation,
)
from community.tables.row import EXTRA
from community.tables.row_types import ColumnName, OrganisationRow

BY_NAME = ("organisations", "services")
"""Tables whose rows are told apart by their own name and website, whoever looks after them."""


@dataclass
class KnownRow:
    """One row to compare with. `number` is its place in the list, for rows of the list itself."""

    table: str
    values: Mapping[str, Any] = field(repr=False)
    id: str | None = None
    number: int | None = None

    @cached_property
    def person(self) -> Person | None:
        """Whose record it is."""
        return next(iter(people_in(self.table, self.values)), None)

    @cached_property
    def extra(self) -> Mapping[str, str]:
        """The added answers."""
        return dict(json.loads(self.values.get(EXTRA) or "{}"))

    @cached_property
    def organisation(self) -> KnownBy:
        """What tells an organisation, or a service, from others."""
        told = {name: self.values.get(name) for name in ("name", "website")}
        return known_by(OrganisationRow(OrganisationRow.TABLE, told))

    @property
    def from_list(self) -> bool:
        """Whether an earlier list brought it."""
        return LIST_MARK in self.extra


LIST_FILE, LIST_ROW, LIST_NUMBER, LIST_MARK = "list_file", "list_row", "list_number", "list_mark"
"""Added answers of a row that a list brought: the file, the row in it, its number in the old list, and a mark of the
list's headers, by which the same list is known again."""
LAWFUL_BASIS = "lawful_basis"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class KnownRows:
    """Finds the rows of a table that may be the same as another one, without comparing all with all."""

    def __init__(self, table: str) -> None:
        """Begin with none."""
        self.table = table
        self.by_id: dict[str, KnownRow] = {}
        self.by_list_number: dict[str, list[KnownRow]] = defaultdict(list)
        self._near: dict[str, list[KnownRow]] = defaultdict(list)

    @classmethod
    def of_book(cls, reader: Reader, table: str) -> "KnownRows":
        """All current rows of the book."""
        found = cls(table)
        for row in reader.rows(table, order="at"):
            found.add(KnownRow(table, row, str(row[ColumnName.ID])))
        return found

    def add(self, row: KnownRow) -> None:
        """Add a row."""
        if row.id is not None:
            self.by_id[row.id] = row
        if number := row.extra.get(LIST_NUMBER):
            self.by_list_number[number].append(row)
        for handle in self._handles(row):
            self._near[handle].append(row)

    def like(self, row: KnownRow) -> list[tuple[KnownRow, Likeness]]:
        """The rows that may be the same, those with most in common first."""
        near = {id(other): other for handle in self._handles(row) for other in self._near.get(handle, ())}
        found = [(other, in_common(row, other)) for other in near.values()]
        return sorted((each for each in found if each[1].may_be_one), key=lambda each: -len(each[1].facts))

    def _handles(self, row: KnownRow) -> Iterable[str]:
        if self.table in BY_NAME:
            site, name = row.organisation
            return [*([f"site {site}"] if site else []), *([f"name {name[:3]}"] if name else [])]
        return () if row.person is None else _found_by(row.person)


def _found_by(person: Person) -> Iterator[str]:
    """The strings by which a person is found: numbers, email addresses, and a postcode with a letter of the name.

    Hundreds live in one sector of a list; who shares a postcode alone must not be compared with all of them.
    """
    initials = {word[0] for word in folded_words(person.named or "")}
    for handle in handles(person):
        if handle.startswith("postcode "):
            yield from (f"{handle} {initial}" for initial in initials)
        else:
            yield handle


def in_common(one: KnownRow, other: KnownRow) -> Likeness:
    """What two rows have in common. Organisations and services are told apart by name and website alone.

    Where both have a number that is theirs alone, this tells, whatever they are called.
    """
    if one.table in BY_NAME:
        if (numbers := {_own_everywhere(one), _own_everywhere(other)}) and None not in numbers:
            same = len(numbers) == 1
            return Likeness(("name", "postcode") if same else (), same, same, same)
        near = same_organisation(one.organisation, other.organisation)
        same = bool(one.organisation.name) and one.organisation.name == other.organisation.name
        facts: tuple[Fact, ...] = ("name", "postcode") if near else ()
        return Likeness(facts, same and near, near, near)
    if one.person is None or other.person is None:
        return Likeness((), certain=False, near_name=False, near_spelling=False)
    found = likeness(one.person, other.person)
    if not found.certain and "email" in found.facts and _same_name(one.person, other.person):
        elsewhere = {one.person.postcode, other.person.postcode} - {None}
        return replace(found, certain=len(elsewhere) < 2)
    return found


def _own_everywhere(row: KnownRow) -> str | None:
    """Its number in an old list or a feed, if nothing else anywhere has this number (RFC 9562)."""
    number = row.extra.get(LIST_NUMBER, "")
    return number.lower() if _UUID.fullmatch(number) else None


def _same_name(one: Person, other: Person) -> bool:
    return one.name is not None and other.name is not None and one.name.same(other.name)


def key_of(row: KnownRow) -> tuple[str, ...]:
    """What tells the row from others whatever file it stands in: its number in the old list, its name, how to reach it.

    From this its id in the book follows, so that the same row brought again is the same record.
    """
    named = " ".join(
        folded_words(str(row.values.get(ColumnName.NAME) or row.values.get(ColumnName.CONTACT_NAME) or ""))
    )
    number = row.extra.get(LIST_NUMBER)
    if number:
        return (number, named)
    first = next(iter(handles(row.person)), "") if row.person else ""
    if row.person and first.startswith("postcode "):  # two of one name in one postcode: their houses tell them apart
        first = " ".join([first, *sorted(house_numbers(row.person.address))])
    return (named, first, str(row.values.get(ColumnName.WEBSITE) or "") if row.table in BY_NAME else "")


def erased_among(reader: Reader, table: str, ids: Iterable[str]) -> set[str]:
    """Those of these ids that were erased from this table."""
    named = list(ids)
    rows = reader.rows("erasures", lambda c: [c.table_name == table, among(c.record_id, named)]) if named else []
    return {str(row[ColumnName.RECORD_ID]) for row in rows}
