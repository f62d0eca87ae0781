"""Finds a person by the id of their record, or by a telephone number, email address, postcode or name they gave."""

from collections.abc import Iterable
from typing import NamedTuple

import click
import sqlalchemy as sa

from community.book import NOW, NoSuchRecord, Record
from community.book.person_data import NotAPerson
from community.casework.possible_people import IN_PASSING, everybody
from community.errors import UserFacingError
from community.identity import Part, Person, email_addresses, likeness, people_in, phone_numbers, postcode_of
from community.tables import TABLES, table_of
from community.tables.ids import check

"""Who stands in somebody else's record."""


class NobodyFound(UserFacingError):
    """Nobody in the book matches what was typed."""


class FoundPerson(NamedTuple):
    """A record with a person in it who matches what was typed, and what matches."""

    record: Record
    part: Part
    same: tuple[str, ...]


def is_id(typed: str) -> bool:
    """Whether it is the id of a record, however it was typed."""
    return check(typed) is not None


def like(connection: sa.Connection, typed: str) -> list[FoundPerson]:
    """Everybody in the tables who matches it: residents, referrers, volunteers, guardians, contacts.

    Raises NobodyFound.
    """
    asked = _asked(typed)
    found: dict[tuple[Record, Part], set[str]] = {}
    for row in everybody(connection):
        for person in people_in(row.record.table, row.values):
            if same := likeness(asked, person).facts:
                found.setdefault((row.record, person.part), set()).update(same)
    if not found:
        raise NobodyFound("Nobody is found by that. Try another number, an email address, a postcode or a name.")
    return [FoundPerson(record, part, tuple(sorted(same))) for (record, part), same in sorted(found.items())]


def list_found(found: Iterable[FoundPerson], command: str) -> None:
    """Print the people found, by id. Only a person can say which of them is meant."""
    click.echo(f"Which of these? Look them up, then give the id: python -m community {command} ID")
    for each in found:
        told = f" --as {each.part}" if each.part in IN_PASSING else ""
        click.echo(f"  {each.record.id}{told} ({each.part}): same {', '.join(each.same)}")


def passing(connection: sa.Connection, typed: str, part: Part) -> Record:
    """The record in which somebody stands as guardian, referrer or emergency contact. Raises NoSuchRecord."""
    id_ = check(typed) or ""
    table = table_of(id_)
    if table is None or part not in {each.part for each in TABLES[table].people}:
        raise NotAPerson(
            "A guardian stands in a volunteer's record (V), a referrer in a request (R), "
            "an emergency contact in a volunteer's or a resident's record (V, P)."
        )
    if connection.execute(sa.select(NOW[table].c.id).where(NOW[table].c.id == id_)).first() is None:
        raise NoSuchRecord("There is nobody with this id in the book.")
    return Record(table, id_)


def _asked(typed: str) -> Person:
    """Somebody known by what was typed alone: by numbers and email addresses, else by a postcode, else by a name."""
    numbers, emails = phone_numbers(typed), email_addresses(typed)
    postcode = None if numbers or emails else postcode_of(typed)
    return Person("resident", None if numbers or emails or postcode else typed, numbers, emails, postcode, None)
