"""The same step for many volunteers at once: for whom it is done and who is left out, then all of them or none."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from community.book import Action, among
from community.casework.casework_errors import NotAllowed, NotFound, NotNow
from community.casework.permissions import check_user_can, granted, user_can_see_hub
from community.casework.policies import A_YEAR, check_day
from community.casework.record_corrections import check_seen, known_words
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import OUT_OF_SIGHT, Visibility, looking
from community.tables.canonical import LONDON, codes, instant, split
from community.tables.list_codes import ForMany, LeftOut
from community.tables.roles import Grant
from community.tables.row_types import CheckRow, CheckValues, ContactRow, ContactValues, VolunteerRow
from community.tables.statuses import GONE, ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction

_CHANGED = "Something is otherwise about one of them by now. Look at the list again."


@dataclass(frozen=True)
class Step:
    """What is done for all, with the answers that it needs; the others stay empty."""

    what: ForMany
    until: datetime | None = None
    on: date | None = None
    training: str | None = None
    kind: str | None = None
    level: str | None = None
    renew_on: date | None = None
    hub: str | None = None
    words: str | None = None
    """What was said, or on whose word it is written down."""


@dataclass(frozen=True)
class Divided:
    """Those of a list for whom something is done, and those who are left out, each with why."""

    whom: tuple[VolunteerRow, ...]
    out: tuple[tuple[VolunteerRow, LeftOut], ...]


def divided(context: WorkContext, volunteer_ids: Collection[str], step: Step) -> Divided:
    """For whom of these volunteers this step would be done. Who is out of sight is in neither part."""
    with looking(context) as visible:
        rows = own_volunteers(visible, volunteer_ids)
        there = _written_already(visible, step, rows, context.clock())
    why = {row.id: _why_not(row, step, there) for row in rows}
    return Divided(
        tuple(row for row in rows if why[row.id] is None),
        tuple((row, left) for row in rows if (left := why[row.id]) is not None),
    )


def do_for_many(context: WorkContext, whom: Sequence[str], step: Step) -> Action:
    """Do this for all of these volunteers as one action, or for none of them.

    Raises NotAllowed for whoever may not do so for many, NotFound where nobody is in sight, and NotNow where an answer
    is missing, or it can't be done for one of them by now.
    """
    verb, work_for = _STEPS[step.what]
    check_works_on_many(context)
    check_user_can(context.user, verb)

    def work(unit: UnitOfWork) -> None:
        _check_answers(context, step, unit.now)
        rows = own_volunteers(unit.visible, whom)
        if not rows:
            raise NotFound(OUT_OF_SIGHT)
        there = _written_already(unit.visible, step, rows, unit.now)
        if len(rows) < len(set(whom)) or any(_why_not(row, step, there) for row in rows):
            raise NotNow(_CHANGED)
        for row in rows:
            work_for(unit, row, step)

    return do(context, verb, work, step.words)[0]


def check_works_on_many(context: WorkContext) -> None:
    """Raises NotAllowed unless this role may do one thing for many volunteers at once."""
    if not granted(context.user, Grant.WORK_ON_MANY):
        raise NotAllowed("Your role does this for one volunteer at a time.")


def own_volunteers(
    visible: Visibility,
    volunteer_ids: Collection[str],
    columns: Callable[[type[VolunteerRow]], Iterable[object]] | None = None,
) -> list[VolunteerRow]:
    """Those of these volunteers whose record is the user's to change: nobody of another hub who only helps here.

    `columns`, if not all are read, must include `id` and `hub`.
    """
    some = lambda c: [among(c.id, volunteer_ids)]  # noqa: E731
    found = visible.rows(VolunteerRow, some, columns=columns) if volunteer_ids else []
    return [row for row in found if user_can_see_hub(visible.user, row.hub)]


def _written_already(visible: Visibility, step: Step, rows: Collection[VolunteerRow], now: datetime) -> frozenset[str]:
    """The ids of those of whom just this check, or thanks of today in the same words, stand in the book: the same list
    may be open twice, and the second press must not write it again.
    """
    ids = [row.id for row in rows]
    if step.what == ForMany.CHECKED and step.on is not None:
        same = (step.kind, step.level, step.on.isoformat())
        checks = visible.reader.rows(CheckRow, lambda c: [among(c.volunteer_id, ids)], order=None)
        return frozenset(each.volunteer_id for each in checks if (each.kind, each.level, each.seen_on) == same)
    if step.what == ForMany.THANKED:
        midnight = instant(now.astimezone(LONDON).replace(hour=0, minute=0, second=0, microsecond=0))
        thanks = visible.reader.rows(
            ContactRow, lambda c: [among(c.about, ids), c.words == step.words, c.at >= midnight], order=None
        )
        return frozenset(each.about for each in thanks if each.about)
    return frozenset()


def _why_not(row: VolunteerRow, step: Step, there: frozenset[str]) -> LeftOut | None:
    """Why this is not done for this volunteer; None where it is."""
    if row.died_on is not None:
        return LeftOut.DIED
    if row.status in GONE and step.what != ForMany.THANKED:
        return LeftOut.STOPPED
    is_so = {
        ForMany.INDUCTED: row.inducted_on is not None,
        ForMany.TRAINED: step.training in split(row.training),
        ForMany.GIVEN: row.hub == step.hub,
    }
    return LeftOut.ALREADY if row.id in there or is_so.get(step.what, False) else None


def _check_answers(context: WorkContext, step: Step, now: datetime) -> None:
    """Raises NotNow where the step lacks an answer, or has one that can't be."""
    if step.what == ForMany.PAUSE and (step.until is None or not now < step.until < now + A_YEAR):
        raise NotNow("The wait must end after today, and within a year.")
    if step.what == ForMany.INDUCTED:
        if step.on is None:
            raise NotNow("Say which day.")
        check_day(step.on, now)
    if step.what == ForMany.TRAINED and step.training not in known_words(
        context.settings, VolunteerRow.TABLE, "training"
    ):
        raise NotNow("Choose the training.")
    if step.what == ForMany.GIVEN and step.hub not in context.settings.hubs:
        raise NotNow("There is no such hub.")


def _pause(unit: UnitOfWork, row: VolunteerRow, step: Step) -> None:
    unit.set(row, "hold_until", step.until)


def _induct(unit: UnitOfWork, row: VolunteerRow, step: Step) -> None:
    unit.set(row, "inducted_on", step.on)


def _train(unit: UnitOfWork, row: VolunteerRow, step: Step) -> None:
    unit.set(row, "training", codes([*split(row.training), str(step.training)]))


def _check(unit: UnitOfWork, row: VolunteerRow, step: Step) -> None:
    check_seen(unit, step.kind or "", level=step.level, seen_on=step.on, renew_on=step.renew_on)
    told: CheckValues = {"kind": step.kind, "level": step.level, "seen_on": step.on, "renew_on": step.renew_on}
    unit.add(CheckRow, told | {"volunteer_id": row.id, "seen_by": unit.context.user.name})


def _give(unit: UnitOfWork, row: VolunteerRow, step: Step) -> None:
    unit.set(row, "hub", step.hub)


def _thank(unit: UnitOfWork, row: VolunteerRow, step: Step) -> None:
    told: ContactValues = {
        "about": row.id,
        "with_whom": row.id,
        "way": ContactWay.TELEPHONE,
        "direction": Direction.OUT,
        "outcome": ContactOutcome.NOTE,
        "words": step.words,
        "status": ContactStatus.DEALT_WITH,
    }
    unit.add(ContactRow, told)


_STEPS: dict[ForMany, tuple[Verb, Callable[[UnitOfWork, VolunteerRow, Step], None]]] = {
    ForMany.PAUSE: (Verb.HOLD, _pause),
    ForMany.INDUCTED: (Verb.INDUCT, _induct),
    ForMany.TRAINED: (Verb.CORRECT, _train),
    ForMany.CHECKED: (Verb.ADD_CHECK, _check),
    ForMany.GIVEN: (Verb.GIVE_TO_HUB, _give),
    ForMany.THANKED: (Verb.LOG_CONTACT, _thank),
}
"""By step, the verb that one volunteer's would have, and what is written for each."""
