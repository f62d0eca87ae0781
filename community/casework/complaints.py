"""Complaints, and requests about somebody's own data: taken down, acknowledged, answered, looked at a second time."""

from collections.abc import Collection
from datetime import date
from typing import cast

from community.book import Action
from community.casework.actions import check_state_allows
from community.casework.calls_taken import end_call
from community.casework.casework_errors import NotNow
from community.casework.complaint_times import answer_day
from community.casework.policies import check_day
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import row_type_of
from community.identity import folded_words
from community.settings import Settings
from community.tables.canonical import LONDON, codes, moment
from community.tables.ids import derive
from community.tables.roles import Duty
from community.tables.row_types import ColumnName, ComplaintRow, ComplaintValues
from community.tables.statuses import ComplaintStatus
from community.tables.verbs import Verb
from community.wording import joined

_FIRST, _SECOND = 1, 2
_TOLD = frozenset({"kind", "name", "telephone", "email", "words", "wants", "harm"})
_SAID = frozenset({"words", "wants"})


def take_complaint(
    context: WorkContext,
    told: ComplaintValues,
    *,
    key: str,
    about: str | None = None,
    call: str | None = None,
    sealed: bool = False,
    of_director: bool = False,
    flags: Collection[str] = (),
) -> Action:
    """Write down what somebody complains of, once for each key; their call, begun under the key `call`, is finished.

    `about` is the record of whoever it is about. `sealed`: their words went to the safeguarding lead as a concern, and
    are kept nowhere else. `flags`: what a person should look at first. Raises NotNow without words or where it is
    about the director, and NotFound for a record out of sight.
    """

    def work(unit: UnitOfWork) -> None:
        if of_director:
            raise NotNow(who_hears_of_director(context.settings))
        if about is not None:
            unit.take(row_type_of(about), about)
            if call is not None:
                end_call(unit, about, call)
        words = None if sealed else str(told.get(ColumnName.WORDS) or "").strip() or None
        if words is None and not sealed:
            raise NotNow("Write down what they say, in their own words.")
        kept = {name: value for name, value in told.items() if name in _TOLD - (_SAID if sealed else frozenset())}
        values = kept | {
            "flags": codes(flags),
            "words": words,
            "about": about,
            "stage": _FIRST,
            "status": ComplaintStatus.RECEIVED,
        }
        unit.add(ComplaintRow, cast("ComplaintValues", values), derive("Q", "complaint", key, about or ""))

    return do(context, Verb.TAKE_COMPLAINT, work)[0]


def who_hears_of_director(settings: Settings) -> str:
    """What to do with a complaint about the director, who alone reads what is kept here."""
    chairs = [person.name for person in settings.people if person.safeguarding == Duty.CHAIR]
    chair = f"{joined(chairs, 'or')}, chair of the trustees" if chairs else "the chair of the trustees"
    return (
        "A complaint about the director is not kept here, because the director alone reads these. Write it on paper "
        f"and give it to {chair}. Tell them that the chair answers, and by when."
    )


def acknowledge_complaint(
    context: WorkContext, complaint_id: str, *, came_on: date | None = None, seen: str = ComplaintStatus.RECEIVED
) -> Action:
    """Note that they know that we have it, and by when we answer. `came_on`: the day on which a letter came."""

    def work(unit: UnitOfWork) -> None:
        row = _take(unit, Verb.ACKNOWLEDGE_COMPLAINT, complaint_id, seen)
        unit.move(row, ComplaintStatus.ACKNOWLEDGED)
        unit.set(row, "acknowledged_on", unit.now.astimezone(LONDON).date())
        if came_on is not None:
            check_day(came_on, unit.now)
            if came_on > moment(row.at).astimezone(LONDON).date():
                raise NotNow("It came before it was written down here.")
        unit.set(row, "answer_by", answer_day(context.settings, row, unit.now, came_on))

    return do(context, Verb.ACKNOWLEDGE_COMPLAINT, work)[0]


def answer_complaint(
    context: WorkContext, complaint_id: str, answer: str | None, *, seen: str = ComplaintStatus.ACKNOWLEDGED
) -> Action:
    """Write down what we answered and what was done. What was answered before stays above it."""

    def work(unit: UnitOfWork) -> None:
        row = _take(unit, Verb.ANSWER_COMPLAINT, complaint_id, seen)
        said = (answer or "").strip()
        if not said:
            raise NotNow("Write down what we answered, and what was done.")
        unit.move(row, ComplaintStatus.CLOSED)
        unit.set(row, "answer", "\n\n".join(filter(None, [row.answer, said])))

    return do(context, Verb.ANSWER_COMPLAINT, work)[0]


def second_stage(
    context: WorkContext, complaint_id: str, looked_at_by: str | None, *, seen: str = ComplaintStatus.CLOSED
) -> Action:
    """Have somebody who was not involved look at it anew, such as a trustee. Nobody who has dealt with it may."""

    def work(unit: UnitOfWork) -> None:
        row = _take(unit, Verb.SECOND_STAGE, complaint_id, seen)
        name = " ".join((looked_at_by or "").split())
        if not name:
            raise NotNow("Say who looks at it: somebody who was not involved, such as a trustee.")
        if row.stage == _SECOND:
            raise NotNow("It has been looked at a second time already.")
        if any(_is_same(name, each) for each in _involved(unit, row)):
            raise NotNow(f"{name} has dealt with it already. Ask somebody who was not involved.")
        unit.move(row, ComplaintStatus.ACKNOWLEDGED)
        unit.set(row, "stage", _SECOND)
        unit.set(row, "answer_by", answer_day(context.settings, row, unit.now))
        looks = f"Second stage: {name}, who was not involved, looks at it."
        unit.set(row, "answer", "\n\n".join(filter(None, [row.answer, looks])))

    return do(context, Verb.SECOND_STAGE, work)[0]


def may_go_further(row: ComplaintRow) -> bool:
    """Whether somebody who was not involved may still look at it."""
    return row.stage != _SECOND


def _take(unit: UnitOfWork, verb: Verb, complaint_id: str, seen: str) -> ComplaintRow:
    row = unit.take(ComplaintRow, complaint_id, seen)
    check_state_allows(verb, row)
    return row


def _involved(unit: UnitOfWork, row: ComplaintRow) -> set[str]:
    """The names of all who took it down, acknowledged or answered it."""
    return {row.by, *(change.by for change in unit.reader.changes(table=row.table, record_id=row.id))}


def _is_same(one: str, other: str) -> bool:
    return sorted(folded_words(one)) == sorted(folded_words(other))
