"""A call with somebody we know, from its beginning to its end: nobody is forgotten whose call was never finished."""

from datetime import datetime, timedelta

from community.book import Action
from community.casework.casework_errors import NotNow
from community.casework.policies import A_YEAR
from community.casework.request_answers import next_morning
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking, row_type_of
from community.settings.response_promise import is_open
from community.tables import table_of
from community.tables.canonical import instant
from community.tables.ids import derive
from community.tables.row_types import ContactRow, ContactValues, ServiceRow
from community.tables.statuses import ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction, LineKind

NOT_FINISHED = "A call was begun and not finished"
_PEOPLE = frozenset({"residents", "volunteers"})


def begin_call(context: WorkContext, about: str, key: str, way: ContactWay, told: str) -> Action:
    """Note that a call with this person has begun, and what they `told` to say who they are. Once for each key.

    Until it is finished it is open, and after some minutes (settings) it is on Today: whoever took it may have had to
    leave the page. Raises NotFound.
    """

    def work(unit: UnitOfWork) -> None:
        unit.take(row_type_of(about), about)
        one = call_id(key, about)
        if unit.reader.get(ContactRow, one) is None:
            words = f"{NOT_FINISHED}. {told}"
            unit.add(ContactRow, _call(about, way, Direction.IN, ContactStatus.OPEN) | {"words": words}, one)
            minutes = context.settings.calls.unfinished_minutes
            off_today_until(unit, one, unit.now + timedelta(minutes=minutes))

    return do(context, Verb.LOG_CONTACT, work)[0]


def finish_call(
    context: WorkContext,
    about: str,
    key: str,
    *,
    outcome: ContactOutcome = ContactOutcome.NOTE,
    words: str | None = None,
) -> Action:
    """Note what came of a call; one that was never begun in the book is written down whole."""

    def work(unit: UnitOfWork) -> None:
        unit.take(row_type_of(about), about)
        if not end_call(unit, about, key, outcome, words):
            values = _call(about, ContactWay.TELEPHONE, Direction.IN, ContactStatus.DEALT_WITH)
            unit.add(ContactRow, values | {"outcome": outcome, "words": words})

    return do(context, Verb.LOG_CONTACT, work)[0]


def end_call(
    unit: UnitOfWork,
    about: str,
    key: str,
    outcome: ContactOutcome = ContactOutcome.NOTE,
    words: str | None = None,
) -> bool:
    """Finish the call of this key within another action. Returns whether it had been begun in the book."""
    begun = unit.reader.get(ContactRow, call_id(key, about))
    _no_longer_waits(unit, about)
    if begun is not None and begun.status == ContactStatus.OPEN:
        unit.move(begun, ContactStatus.DEALT_WITH)
        unit.set(begun, "outcome", outcome)
        unit.set(begun, "words", words)
    return begun is not None


def ring_back(
    context: WorkContext,
    about: str,
    at: datetime,
    *,
    key: str | None = None,
    outcome: ContactOutcome = ContactOutcome.NOTE,
    words: str | None = None,
) -> Action:
    """Put this person on Today at that time, so that somebody rings; the call of this key, if begun, is finished.

    `outcome="no_answer"`: we rang them and reached nobody. Raises NotFound, and NotNow for a time that has come, or
    that is more than a year away.
    """

    def work(unit: UnitOfWork) -> None:
        unit.take(row_type_of(about), about)
        if not unit.now < at < unit.now + A_YEAR:
            raise NotNow("Choose a time to come, and within a year.")
        begun = unit.reader.get(ContactRow, call_id(key, about)) if key else None
        if begun is not None and begun.status == ContactStatus.OPEN:
            unit.move(begun, ContactStatus.DEALT_WITH)
        if outcome == ContactOutcome.NO_ANSWER:
            _no_longer_waits(unit, about)
        ours = Direction.OUT if outcome == ContactOutcome.NO_ANSWER else Direction.IN
        one = derive("C", "back", about, instant(unit.now))
        values = _call(about, ContactWay.TELEPHONE, ours, ContactStatus.OPEN)
        unit.add(ContactRow, values | {"outcome": outcome, "words": words}, one)
        off_today_until(unit, one, at)

    return do(context, Verb.LOG_CONTACT, work)[0]


def told_of(context: WorkContext, service_id: str, whom: str | None, way: ContactWay) -> Action:
    """Note that a caller was told of a service: somebody we know, or with None a caller who gave no name."""

    def work(unit: UnitOfWork) -> None:
        unit.visible.get(ServiceRow, service_id)
        if whom is not None:
            unit.take(row_type_of(whom), whom)
        values = _call(service_id, way, Direction.IN, ContactStatus.DEALT_WITH)
        unit.add(ContactRow, values | {"with_whom": whom, "outcome": ContactOutcome.TOLD})

    return do(context, Verb.LOG_CONTACT, work)[0]


def nobody_answered(context: WorkContext, about: str) -> Action:
    """Note that we rang this person and reached nobody. They are on Today again after some hours (settings), or at the
    next opening; earlier tries no longer wait beside it.
    """
    again = context.clock() + timedelta(hours=context.settings.follow_up.ring_again_hours)
    if not is_open(context.settings.community, again):
        again = next_morning(context, context.clock())
    return ring_back(context, about, again, outcome=ContactOutcome.NO_ANSWER)


def open_calls(context: WorkContext, about: str, but: str | None = None) -> list[ContactRow]:
    """The calls with this person that somebody is to come back to, the latest first; without that of the key `but`."""
    mine = call_id(but, about) if but else ""
    with looking(context) as visible:
        rows = visible.rows(ContactRow, lambda c: [c.about == about, c.status == ContactStatus.OPEN], order="-at")
    return [row for row in rows if row.id != mine and row.direction is not None]


def is_begun_call(contact: ContactRow) -> bool:
    """Whether this is a call that was begun and not finished."""
    return (contact.words or "").startswith(NOT_FINISHED)


def call_id(key: str, about: str) -> str:
    """The id of the call of this key with this person."""
    return derive("C", "call", key, about)


def _call(about: str, way: ContactWay, direction: Direction, status: ContactStatus) -> ContactValues:
    return {
        "about": about,
        "with_whom": about if table_of(about) in _PEOPLE else None,
        "way": way,
        "direction": direction,
        "outcome": ContactOutcome.NOTE,
        "status": status,
    }


def _no_longer_waits(unit: UnitOfWork, about: str) -> None:
    """Let earlier tries to reach this person wait no more: we have reached them, or tried again."""
    tries = unit.reader.rows(
        ContactRow,
        lambda c: [c.about == about, c.status == ContactStatus.OPEN, c.outcome == ContactOutcome.NO_ANSWER],
    )
    for row in tries:
        unit.move(row, ContactStatus.DEALT_WITH)


def off_today_until(unit: UnitOfWork, contact_id: str, until: datetime, kind: LineKind = LineKind.CONTACT_OPEN) -> None:
    """Let the line of an open call come to Today at that time, and not before."""
    off: ContactValues = {
        "about": contact_id,
        "direction": Direction.OUT,
        "outcome": ContactOutcome.NOTE,
        "status": ContactStatus.DEALT_WITH,
        "takes_off": kind,
        "until": until,
    }
    unit.add(ContactRow, off)
