"""The people in a row, with what tells them apart: one for each part that the row's table has for people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from community.identity.email_addresses import email_addresses
from community.identity.home_addresses import postcode_of
from community.identity.personal_names import PersonalName, personal_name
from community.identity.phone_numbers import PhoneNumber, phone_numbers
from community.tables import TABLES
from community.tables.column import Part, PersonColumns

PARTS: dict[str, tuple[PersonColumns, ...]] = {table.name: table.people for table in TABLES.values() if table.people}
"""Every table that has people in it, and the columns of each of them."""
COLUMNS: dict[str, tuple[str, ...]] = {
    table: tuple(dict.fromkeys(column for part in parts for column in part[1:] if column is not None))
    for table, parts in PARTS.items()
}
"""The columns of a table that tell who somebody is."""


@dataclass(frozen=True)
class Person:
    """What a row says about one person. The name is taken apart only when it is compared."""

    part: Part
    named: str | None = field(repr=False)
    numbers: tuple[PhoneNumber, ...] = field(repr=False)
    emails: tuple[str, ...] = field(repr=False)
    postcode: str | None = field(repr=False)
    address: str | None = field(repr=False)

    @cached_property
    def name(self) -> PersonalName | None:
        """Their name, taken apart; None where the row has none."""
        return personal_name(self.named)

    @property
    def says_something(self) -> bool:
        """Whether the row says anything about them."""
        return bool(self.named or self.numbers or self.emails or self.address)


def people_in(table: str, row: Mapping[str, Any]) -> Iterator[Person]:
    """Everybody about whom the row says anything: a request's resident and referrer, a volunteer and their guardian."""
    for part in PARTS.get(table, ()):
        told = [row.get(column) if column else None for column in part[1:]]
        name, telephone, email, postcode, address = told
        person = Person(
            part.part, name, phone_numbers(telephone), email_addresses(email), postcode_of(postcode), address
        )
        if person.says_something:
            yield person
