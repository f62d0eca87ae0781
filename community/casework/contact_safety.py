"""How to be in touch with somebody without harm to them: in words, to be read before any number."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from community.book import Reader, Row, among
from community.casework.resident_identity import same_resident
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking
from community.identity import phone_numbers
from community.tables.canonical import split
from community.tables.message_codes import SafeWay
from community.tables.row_types import HelpRequestRow, ResidentRow, VolunteerRow
from community.tables.vocabulary import YesNo
from community.wording import day_words, joined, wording

Person = ResidentRow | VolunteerRow


@dataclass(frozen=True)
class SafeContact:
    """What to heed before somebody is rung, written to or visited. Empty where nothing was noted."""

    unsafe: frozenset[str] = frozenset()
    """The ways that are not safe: see `SafeWay`."""
    when: tuple[str, ...] = field(default=(), repr=False)
    say_instead: tuple[str, ...] = field(default=(), repr=False)
    protected: bool = False
    gone: tuple[str, ...] = ()
    """That they have died or moved away, in words."""
    also: tuple[str, ...] = field(default=(), repr=False)
    """What those who work here heed besides: where they are, through whom they talk, what was agreed about calls."""
    perhaps: bool = False
    """The request may be from somebody for whom this counts: nobody has said yet who it is."""

    @property
    def words(self) -> list[str]:
        """Sentences in the order in which they are to be read, before the number."""
        phrase, way = wording().phrase, wording().safe_way
        said = [*([phrase["perhaps_theirs"]] if self.perhaps else ()), *self.gone]
        if self.unsafe:
            ways = [way[code] for code in SafeWay if code in self.unsafe]
            said.append(phrase["do_not"].format(ways=joined(ways, "or")))
        said += [phrase["safe_only"].format(when=each) for each in self.when]
        said += [phrase["another_answers"].format(words=each) for each in self.say_instead]
        return [*said, phrase["address_protected"]] if self.protected else said

    def number(self, telephone: str | None) -> str | None:
        """The number for a list, or, where it is not safe to ring it, that it is not."""
        return wording().phrase["not_safe_to_ring"] if telephone and SafeWay.RING in self.unsafe else telephone


def unsafe_to_ring(reader: Reader) -> set[str]:
    """The ids of residents and volunteers whom it is not safe to ring, and their numbers in one form."""
    found: set[str] = set()
    residents = reader.rows(ResidentRow, lambda c: [c.not_safe.is_not(None)], order=None)
    volunteers = reader.rows(VolunteerRow, lambda c: [c.not_safe.is_not(None)], order=None)
    everybody: list[Person] = [*residents, *volunteers]
    for row in everybody:
        if SafeWay.RING in safe_contact(row).unsafe:
            found |= {row.id, *(each.form for each in phone_numbers(row.telephone))}
    return found


def numbers_to_show(context: WorkContext, told: Iterable[str | None]) -> dict[str | None, str | None]:
    """By each of these numbers, the same; or, on whichever record it stands, that it is not safe to ring it."""
    with context.book.reading() as reader:
        unsafe = unsafe_to_ring(reader)
    said = wording().phrase["not_safe_to_ring"]
    return {each: said if any(n.form in unsafe for n in phone_numbers(each)) else each for each in told}


def safe_contact(person: Person) -> SafeContact:
    """What was noted about this resident or volunteer."""
    return _of([person])


def safe_contact_for(context: WorkContext, row: Row) -> SafeContact:
    """What to heed with whoever this record is about; for a request that is joined to nobody, with each who it may be.

    What counts for a resident out of sight counts as well, because they may be rung all the same.
    """
    if isinstance(row, ResidentRow | VolunteerRow):
        return safe_contact(row)
    if not isinstance(row, HelpRequestRow):
        return SafeContact()
    with looking(context) as visible:
        if row.resident_id is not None:
            resident = visible.reader.get(ResidentRow, row.resident_id)
            closed = visible.closed_home(ResidentRow.TABLE, row.resident_id)
            return _of([resident.without(closed)] if resident is not None else [])
        return _perhaps(visible, row)


def _perhaps(visible: Visibility, request: HelpRequestRow) -> SafeContact:
    ids: Collection[str] = {each.resident_id for each in same_resident(visible, request).candidates}
    found = _of(visible.reader.rows(ResidentRow, lambda c: [among(c.id, ids)]) if ids else [])
    # Whether the address that they told is a protected one, nobody can say before it is known who they are.
    return SafeContact(found.unsafe, found.when, found.say_instead, perhaps=bool(found.words))


def _of(people: Iterable[Person]) -> SafeContact:
    everybody = list(people)
    return SafeContact(
        frozenset(way for each in everybody for way in split(each.not_safe)),
        tuple(dict.fromkeys(each.safe_when for each in everybody if each.safe_when)),
        tuple(dict.fromkeys(each.say_instead for each in everybody if each.say_instead)),
        any(each.protected_address == YesNo.YES for each in everybody),
        tuple(dict.fromkeys(filter(None, map(_gone, everybody)))),
        tuple(words for each in everybody if isinstance(each, ResidentRow) for words in _also(each)),
    )


def _gone(person: Person) -> str | None:
    phrase = wording().phrase
    if person.died_on is not None:
        return phrase["has_died"].format(day=day_words(date.fromisoformat(person.died_on)))
    if person.moved_on is not None:
        return phrase["has_moved"].format(day=day_words(date.fromisoformat(person.moved_on)))
    return None


def _also(resident: ResidentRow) -> Iterator[str]:
    phrase = wording().phrase
    if resident.away_until is not None:
        where = f" ({resident.away_at})" if resident.away_at else ""
        yield phrase["is_away"].format(day=day_words(date.fromisoformat(resident.away_until)), where=where)
    if resident.talks_through is not None:
        how = wording().talks_through.get(resident.talks_through, resident.talks_through)
        yield phrase["talks_by_way_of"].format(how=how, who=resident.interpreter or phrase["nobody_named"])
    if resident.limits is not None:
        yield phrase["agreed_about_calls"].format(words=resident.limits)
