"""Somebody has died or moved away: all that ends with it is ended at once, and can be read before.

What is told of it, a person tells by telephone: no message says it. A death that was written down by mistake is taken
back whole, with all that it ended.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from community.book import Action, Reader, among
from community.casework.casework_errors import NotNow
from community.casework.closing import close_need_whole, close_request_if_all_done, stop
from community.casework.consequences import AtStake, at_stake
from community.casework.contact_safety import Person
from community.casework.display_names import named
from community.casework.message_queue import withdraw
from community.casework.people_lookup import alike
from community.casework.people_to_tell import ENDS, HELPER_DIED, LENT, RESIDENT_DIED, TO_TELL, open_call
from community.casework.policies import check_day
from community.casework.unit_of_work import UnitOfWork, do, would_do
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking, row_type_of
from community.identity import people_in
from community.tables.row_types import (
    ColumnName,
    ContactRow,
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
    LoanStatus,
    NeedStatus,
    VisitStatus,
    VolunteerStatus,
)
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason

_THEMSELVES = frozenset({"resident", "volunteer"})
"""The parts of a record that are about the person themselves, and not about whom to ring for them."""
_DAY = {Verb.DIED: "died_on", Verb.MOVED_AWAY: "moved_on"}


@dataclass(frozen=True)
class Ending:
    """What ends when somebody dies or moves away, and who is to be told, as far as the user may read it."""

    matches: tuple[AtStake, ...]
    needs: int
    visits: int
    messages: int
    """So many wait to go to them, or to somebody about what ends, and stay here."""
    calls: int
    """So many calls to them stand on Today, and come off it."""
    to_tell: tuple[str, ...] = field(repr=False)
    """Names of the people who are put on Today, to be told by telephone."""
    lent: int = 0
    """So many things of ours that are still with them."""
    also: tuple[str, ...] = ()
    """Records of the other kind, of a resident who also volunteers or the reverse, who may be the same person."""


def died(context: WorkContext, person_id: str, on: date | None, *, knowing: Collection[str] | None = None) -> Action:
    """Write down that a resident or a volunteer has died. Nobody rings, writes or goes there any more.

    `knowing`: the matches of which the page warned the user (see `foresee_ending`). Raises NotNow where there is
    another by now, for a day that has not come, and where it is written down already.
    """
    return _ends(context, Verb.DIED, person_id, on, knowing)


def moved_away(
    context: WorkContext, person_id: str, on: date | None, *, knowing: Collection[str] | None = None
) -> Action:
    """Write down that a resident or a volunteer has moved away, or into a home. Raises as `died` does."""
    return _ends(context, Verb.MOVED_AWAY, person_id, on, knowing)


def foresee_ending(context: WorkContext, verb: Verb, person_id: str, on: date | None) -> Ending:
    """What this action would end now. Raises as the action does."""
    unit = would_do(context, verb, _work(verb, person_id, on, None), heard={person_id})
    moved = [change for change in unit.changes.values() if change.field == "status"]
    told = dict.fromkeys(
        str(who)
        for call in unit.appends
        if call.table == ContactRow.TABLE and (who := call.values[ColumnName.WITH_WHOM]) is not None
    )
    with looking(context) as visible:
        names = tuple(named(visible, one) or "somebody in another hub" for one in told)
        also, lent = _also(visible, person_id), len(_lent(visible.reader, person_id))
    return Ending(
        tuple(at_stake(context, person_id)),
        needs=sum(change.table == NeedRow.TABLE for change in moved),
        visits=sum(change.table == VisitRow.TABLE for change in moved),
        messages=sum(change.table == MessageRow.TABLE for change in moved),
        calls=sum(change.table == ContactRow.TABLE for change in moved),
        to_tell=names,
        lent=lent,
        also=also,
    )


def _also(visible: Visibility, person_id: str) -> tuple[str, ...]:
    """The records of the other kind by nearly this name, with the same number or home, that still go on."""
    row = visible.get(row_type_of(person_id), person_id)
    other = ResidentRow.TABLE if isinstance(row, VolunteerRow) else VolunteerRow.TABLE
    person = next((each for each in people_in(row.table, row) if each.part in _THEMSELVES), None)
    return tuple(
        each.row.id
        for each in (alike(visible.reader, person, [other]) if person else ())
        if each.part in _THEMSELVES
        and each.likeness.near_name
        and visible.sees(each.row)
        and not _is_gone(visible.reader, each.row.id)
    )


def _ends(context: WorkContext, verb: Verb, person_id: str, on: date | None, knowing: Collection[str] | None) -> Action:
    return do(context, verb, _work(verb, person_id, on, knowing), heard={person_id})[0]


def _work(verb: Verb, person_id: str, on: date | None, knowing: Collection[str] | None) -> Callable[[UnitOfWork], None]:
    def work(unit: UnitOfWork) -> None:
        person = unit.take(row_type_of(person_id), person_id)
        if not isinstance(person, ResidentRow | VolunteerRow):
            raise NotNow("This is written down about residents and volunteers only.")
        check_day(on, unit.now)
        if person.died_on is not None or person[_DAY[verb]] is not None:
            raise NotNow("That is written down already.")
        matches = _matches(unit, person)
        if knowing is not None and {m.id for m in matches} - set(knowing):
            raise NotNow("Somebody else was found for them meanwhile. Read the list again before you go on.")
        unit.set_by_name(person, _DAY[verb], on)
        _leave(unit, person, matches)
        _withdraw(unit, person)
        _tell_pairs(unit, verb, person, matches)
        if _lent(unit.reader, person.id):
            unit.appends.append(open_call(LENT, person.id, None))

    return work


def _lent(reader: Reader, person_id: str) -> list[LoanRow]:
    """What we lent to this person and have not back."""
    return reader.rows(LoanRow, lambda c: [c.resident_id == person_id, c.status == LoanStatus.OUT])


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
            stop(unit, match, None)
        return
    for need in unit.reader.rows(NeedRow, lambda c: [c.resident_id == person.id, c.status == NeedStatus.OPEN]):
        close_need_whole(unit, need, ClosedReason.NO_LONGER_HERE)
        close_request_if_all_done(unit, need)
    for match in matches:
        stop(unit, match, None)


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
    for call in unit.reader.rows(
        ContactRow,
        lambda c: [c.with_whom == person.id, c.status == ContactStatus.OPEN, c.words.in_(TO_TELL)],
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
        if about is not None and other not in live and not _is_gone(unit.reader, other):
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


def _is_gone(reader: Reader, person_id: str) -> bool:
    """Whether this person is not to be told any more: they have died, or have left us."""
    other = reader.get(row_type_of(person_id), person_id)
    if isinstance(other, VolunteerRow) and other.status in GONE:
        return True
    return not isinstance(other, ResidentRow | VolunteerRow) or other.died_on is not None
