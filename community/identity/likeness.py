"""What two people have in common, and whether they must be the same person."""

from dataclasses import dataclass
from typing import Literal

from community.identity.home_addresses import house_numbers
from community.identity.people_in_rows import Person
from community.identity.phone_numbers import PhoneNumber

Fact = Literal["telephone", "email", "name", "postcode"]


@dataclass(frozen=True)
class Likeness:
    """What two people have in common. `facts` lists what is the same or near, in the order in which pages say it."""

    facts: tuple[Fact, ...]
    certain: bool
    """Telephone and whole name are the same, and nothing that both tell differs."""
    near_name: bool
    """Enough to ask a person."""
    near_spelling: bool
    """The names are near in what was written, not only by another form of a name: Peggy is spelt unlike Margaret."""

    @property
    def may_be_one(self) -> bool:
        """Whether to ask a person: the two share a number, an email address, or name and postcode."""
        return "telephone" in self.facts or "email" in self.facts or {"name", "postcode"} <= set(self.facts)


def likeness(one: Person, other: Person) -> Likeness:
    """What the two have in common, in whichever order they are given."""
    facts: list[Fact] = []
    shared = _shared_numbers(one, other)
    if shared:
        facts.append("telephone")
    if set(one.emails) & set(other.emails):
        facts.append("email")
    near = one.name is not None and other.name is not None and one.name.near(other.name)
    same = one.name is not None and other.name is not None and one.name.same(other.name)
    if near or same:
        facts.append("name")
    if one.postcode is not None and one.postcode == other.postcode:
        facts.append("postcode")
    certain = same and any(_one_line(a, b) for a, b in shared) and not _lives_elsewhere(one, other)
    spelt = near and one.name is not None and other.name is not None and one.name.near(other.name, in_spelling=True)
    return Likeness(tuple(facts), certain, near or same, spelt or same)


def _shared_numbers(one: Person, other: Person) -> list[tuple[PhoneNumber, PhoneNumber]]:
    return [(a, b) for a in one.numbers for b in other.numbers if a.form == b.form]


def _one_line(one: PhoneNumber, other: PhoneNumber) -> bool:
    """Whether both numbers ring the same telephone: behind a switchboard, each extension is a different one."""
    return not one.doubtful and not other.doubtful and one.extension == other.extension


def _lives_elsewhere(one: Person, other: Person) -> bool:
    if one.postcode and other.postcode and one.postcode != other.postcode:
        return True
    here, there = house_numbers(one.address), house_numbers(other.address)
    return bool(here and there and here != there)
