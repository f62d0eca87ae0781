"""Somebody has died or moved away: all that ends with it is ended at once, and can be read before.

What is told of it, a person tells by telephone: no message says it. A death that was written down by mistake is taken
back whole, with all that it ended.
"""

from collections.abc import Iterator

from community.book import Reader, among
from community.casework.calls_to_make import ENDS, HELPER_DIED, LENT, RESIDENT_DIED, TO_TELL, open_call
from community.casework.casework_errors import NotNow
from community.casework.closing import ask_for_keys, close_need_whole, close_request_if_all_done, stop_match
from community.casework.contact_safety import Person
from community.casework.household_life import leaves_behind
from community.casework.life_aftermath import is_gone
from community.casework.life_calls import BEREAVED, COVER, END_DAY, GOODBYE, LIFE_WORDS, LIVE_ELSEWHERE
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent, is_here
from community.casework.message_queue import withdraw
from community.casework.unit_of_work import UnitOfWork
from community.casework.visibility import row_type_of
from community.tables.row_types import (
    ContactRow,
    DoorKeyRow,
    LoanRow,
    MatchRow,
    MessageRow,
    NeedRow,
    PairRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import (
    GOING_ON,
    GONE,
    LIVE,
    UNSENT,
    ContactStatus,
    DoorKeyStatus,
    LoanStatus,
    NeedStatus,
    VisitStatus,
    VolunteerStatus,
)
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason

_OF_A_PAIR = [LIFE_WORDS[each] for each in (GOODBYE, END_DAY, COVER)]
"""What was to be told to the other of a pair, and is told by what has happened."""
_DAY = {Verb.DIED: "died_on", Verb.MOVED_AWAY: "moved_on"}


def _ends(happening: Happening) -> None:
    person, unit, verb = happening.row, happening.unit, happening.verb
    assert isinstance(person, ResidentRow | VolunteerRow)  # noqa: S101 (what the events say they are about)
    if person.died_on is not None or person[_DAY[verb]] is not None:
        raise NotNow("That is written down already.")
    matches = _matches(unit, person)
    unit.set_by_name(person, _DAY[verb], happening.told.day("on"))
    _leave(unit, person, matches)
    _withdraw(unit, person)
    _tell_pairs(unit, verb, person, matches)
    died = verb is Verb.DIED
    if isinstance(person, ResidentRow):
        leaves_behind(happening, BEREAVED if died else LIVE_ELSEWHERE)
    if _lent(unit.reader, person.id) or _keys(unit.reader, person.id, in_hand=died):
        unit.appends.append(open_call(LENT, person.id, None))
    if not died:
        ask_for_keys(unit, person.id)


def _lent(reader: Reader, person_id: str) -> list[LoanRow]:
    """What we lent to this person and have not back."""
    return reader.rows(LoanRow, lambda c: [c.resident_id == person_id, c.status == LoanStatus.OUT])


def _keys(reader: Reader, person_id: str, *, in_hand: bool) -> int:
    """How many keys or codes of their door we have; with `in_hand`, also how many keys they have of others."""
    return reader.count(
        DoorKeyRow,
        lambda c: [
            (c.resident_id == person_id) | (c.held_by == person_id) if in_hand else c.resident_id == person_id,
            c.status == DoorKeyStatus.HELD,
        ],
    )


def _matches(unit: UnitOfWork, person: Person) -> list[MatchRow]:
    """The matches that go on, of this volunteer or this resident."""
    if isinstance(person, VolunteerRow):
        return unit.reader.rows(MatchRow, lambda c: [c.volunteer_id == person.id, c.status.in_(GOING_ON)])
    needs = [need.id for need in unit.reader.rows(NeedRow, lambda c: [c.resident_id == person.id])]
    return unit.reader.rows(MatchRow, lambda c: [among(c.need_id, needs), c.status.in_(GOING_ON)])


def _leave(unit: UnitOfWork, person: Person, matches: list[MatchRow]) -> None:
    """End what they asked for or promised."""
    if isinstance(person, VolunteerRow):
        if person.status not in GONE:
            unit.move(person, VolunteerStatus.LEFT)
        for match in matches:
            stop_match(unit, match, None)
        return
    for need in unit.reader.rows(NeedRow, lambda c: [c.resident_id == person.id, c.status == NeedStatus.OPEN]):
        close_need_whole(unit, need, ClosedReason.NO_LONGER_HERE)
        close_request_if_all_done(unit, need)
    for match in matches:
        stop_match(unit, match, None)


def _withdraw(unit: UnitOfWork, person: Person) -> None:
    """Keep what waits to go to them, cancel what was planned with them, and take the calls to them off Today."""
    for message in unit.reader.rows(MessageRow, lambda c: [c.to_whom == person.id, c.status.in_(list(UNSENT))]):
        withdraw(unit, message)
    helps = isinstance(person, VolunteerRow)
    for visit in unit.reader.rows(
        VisitRow,
        lambda c: [
            (c.volunteer_id if helps else c.resident_id) == person.id,
            c.status == VisitStatus.PLANNED,
        ],
    ):
        unit.move(visit, VisitStatus.CANCELLED)
    pairs = [
        pair.id
        for pair in unit.reader.rows(PairRow, lambda c: [(c.volunteer_id if helps else c.resident_id) == person.id])
    ]
    for call in unit.reader.rows(
        ContactRow,
        lambda c: [
            ((c.with_whom == person.id) & c.words.in_(TO_TELL)) | (among(c.about, pairs) & c.words.in_(_OF_A_PAIR)),
            c.status == ContactStatus.OPEN,
        ],
    ):
        unit.move(call, ContactStatus.DEALT_WITH)


def _tell_pairs(unit: UnitOfWork, verb: Verb, person: Person, matches: list[MatchRow]) -> None:
    """End the lasting pairs, and put on Today whoever is of one of them, unless a match that ends does so."""
    helps = isinstance(person, VolunteerRow)
    what = ENDS if verb is Verb.MOVED_AWAY else HELPER_DIED if helps else RESIDENT_DIED
    live = {one for match in matches if match.status in LIVE for one in _both(unit, match)}
    for pair in unit.reader.rows(
        PairRow,
        lambda c: [(c.volunteer_id if helps else c.resident_id) == person.id, c.next_check.is_not(None)],
    ):
        unit.set(pair, "next_check", None)
        about, other = _last_match(unit, pair), pair.resident_id if helps else pair.volunteer_id
        if about is not None and other not in live and not is_gone(unit.reader.get(row_type_of(other), other)):
            unit.appends.append(open_call(what, about, other))


def _both(unit: UnitOfWork, match: MatchRow) -> Iterator[str]:
    yield match.volunteer_id
    need = unit.reader.get(NeedRow, match.need_id)
    if need is not None and need.resident_id:
        yield need.resident_id


def _last_match(unit: UnitOfWork, pair: PairRow) -> str | None:
    needs = [need.id for need in unit.reader.rows(NeedRow, lambda c: [c.resident_id == pair.resident_id])]
    theirs = unit.reader.rows(MatchRow, lambda c: [among(c.need_id, needs), c.volunteer_id == pair.volunteer_id])
    return theirs[-1].id if theirs else None


_DAY_ASKED = (LifeAsk("on", AskKind.PAST_DAY, "On which day, or about?", must=True),)
EVENTS = tuple(
    LifeEvent(verb, kind, _ends, _DAY_ASKED, fits)
    for verb, fits in ((Verb.DIED, lambda one: one.died_on is None), (Verb.MOVED_AWAY, is_here))
    for kind in (ResidentRow, VolunteerRow)
)
