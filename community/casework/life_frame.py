"""The frame of what happens in a life: an event declares what it asks and what follows; the rest is alike for all.

What follows is worked out in one unit of work, read before it is done, written all or none, and undone whole. What has
to be told, a person tells by telephone: an event puts calls on Today, and no message says it.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from community.book import Append, Stale
from community.casework.calls_taken import off_today_until
from community.casework.calls_to_make import open_call
from community.casework.casework_errors import NotNow
from community.casework.life_calls import LIFE_WORDS
from community.casework.policies import LATEST_DAY, check_day
from community.casework.unit_of_work import UnitOfWork
from community.casework.user import WorkContext
from community.casework.visibility import row_type_of
from community.tables import table_of
from community.tables.canonical import LONDON, instant
from community.tables.ids import check, derive
from community.tables.row import TableRow
from community.tables.row_types import ContactRow, ContactValues, ResidentRow, VolunteerRow
from community.tables.statuses import GOING_ON, GONE, ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, LineKind

Answers = Mapping[str, object]
MORNING = time(9)
_LONGEST = 4000


def _always(_: TableRow[Any, Any]) -> bool:
    return True


class AskKind(StrEnum):
    """What kind of answer a question takes."""

    PAST_DAY = "past_day"
    COMING_DAY = "coming_day"
    LINE = "line"
    WORDS = "words"
    NUMBER = "number"
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    YES = "yes"
    RECORD = "record"
    SEALED = "sealed"
    """Words that were sealed before they are answered here."""


@dataclass(frozen=True)
class LifeAsk:
    """One question of an event."""

    name: str
    kind: AskKind
    words: str
    must: bool = False
    codes: tuple[str, ...] = ()
    """The answers to choose from, by code; for a kind of help, those of the settings."""
    labels: str | None = None
    """The table of words of these codes."""
    of: str | None = None
    """The table that a record is of."""
    tasks: bool = False
    """Whether it asks for kinds of help."""
    column: str | None = None
    """The column that holds the answer so far."""
    most: int = 200
    """The highest number."""
    put_to: Callable[[Any], bool] = field(default=_always, repr=False)
    """Whether it is asked about this record."""


class LifeTold:
    """What was answered, each in its kind. Raises NotNow, in words, for what is missing or can't be."""

    def __init__(self, asks: tuple[LifeAsk, ...], answers: Answers, now: datetime) -> None:
        """Look the answers over."""
        self._asks, self._now = {ask.name: ask for ask in asks}, now
        self._answers = {name: self._looked_over(ask, answers.get(name)) for name, ask in self._asks.items()}

    def _looked_over(self, ask: LifeAsk, told: object) -> object:
        answer = told.strip()[:_LONGEST] if isinstance(told, str) else told
        if ask.must and (answer is None or answer == "" or answer == [] or answer is False):
            raise NotNow(f"Answer this first: {ask.words}")
        if ask.kind is AskKind.PAST_DAY and answer is not None:
            check_day(answer, self._now)
        if ask.kind is AskKind.COMING_DAY and answer is not None:
            today = self._now.astimezone(LONDON).date()
            if not isinstance(answer, date) or not today <= answer <= today + LATEST_DAY:
                raise NotNow("Choose a day to come, and within a year.")
        if ask.kind is AskKind.RECORD and answer:
            answer = check(str(answer))
            if table_of(answer) != ask.of:
                raise NotNow(f"This asks for the number of a record: {ask.words}")
        if ask.codes and set(answer if isinstance(answer, list | tuple) else [answer] if answer else []) - set(
            ask.codes
        ):
            raise NotNow("Choose one of the words for this.")
        return answer

    def day(self, name: str) -> date | None:
        """A day."""
        answer = self._answers[name]
        return answer if isinstance(answer, date) else None

    def said(self, name: str) -> str | None:
        """Words, or one code."""
        answer = self._answers[name]
        return str(answer) if answer else None

    def codes(self, name: str) -> list[str]:
        """Several codes."""
        answer = self._answers[name]
        return [str(each) for each in answer] if isinstance(answer, list | tuple | set | frozenset) else []

    def yes(self, name: str) -> bool:
        """Whether it was ticked."""
        return self._answers[name] is True

    def number(self, name: str) -> int:
        """A number, or none."""
        answer = self._answers[name]
        return answer if isinstance(answer, int) else 0


@dataclass
class Happening:
    """One event as it is worked out: the record it befell, what was answered, and what it writes."""

    verb: Verb
    unit: UnitOfWork
    row: TableRow[Any, Any]
    told: LifeTold

    @property
    def today(self) -> date:
        """The day in London."""
        return self.unit.now.astimezone(LONDON).date()

    def call(self, what: str, about: str, who: str | None) -> None:
        """Put a call to this person on Today; nobody is to ring somebody who has died."""
        if not self.has_died(who):
            self.unit.appends.append(open_call(what, about, who))

    def has_died(self, who: str | None) -> bool:
        """Whether this resident or volunteer has died."""
        row = self.unit.reader.get(row_type_of(who), who) if who else None
        return isinstance(row, ResidentRow | VolunteerRow) and row.died_on is not None

    def over(self, about: str, *what: str) -> None:
        """Take these calls about this record off Today, and those for a day to come: what they ask for has changed."""
        words = [LIFE_WORDS[each] for each in what]
        for call in self.unit.reader.rows(
            ContactRow, lambda c: [c.about == about, c.status == ContactStatus.OPEN, c.words.in_(words)]
        ):
            self.unit.move(call, ContactStatus.DEALT_WITH)

    def call_on(self, what: str, about: str, who: str | None, day: date) -> None:
        """Put a call to this person on Today once that day has come."""
        at = datetime.combine(day, MORNING, LONDON)
        if at <= self.unit.now or self.has_died(who):
            self.call(what, about, who)
            return
        call = open_call(what, about, who)
        one = derive("C", "life", self.verb, what, about, who or "", instant(self.unit.now), day.isoformat())
        self.unit.appends.append(Append(call.table, call.values, one))
        off_today_until(self.unit, one, at, LineKind.TELL_THEM)

    def note(self, about: str, words: str | None) -> None:
        """Write down what was said, where coordinators read it."""
        if words:
            told: ContactValues = {
                "about": about,
                "with_whom": about if table_of(about) in {"residents", "volunteers"} else None,
                "way": ContactWay.TELEPHONE,
                "outcome": ContactOutcome.NOTE,
                "status": ContactStatus.DEALT_WITH,
                "words": words,
            }
            self.unit.add(ContactRow, told)


@dataclass(frozen=True)
class LifeEvent:
    """One thing that may happen: to whom, what it asks, and what follows."""

    verb: Verb
    about: type[TableRow[Any, Any]]
    work: Callable[[Happening], None] = field(repr=False)
    asks: tuple[LifeAsk, ...] = ()
    fits: Callable[[Any], bool] = field(default=_always, repr=False)
    """Whether it can happen to this one now."""
    says: Callable[[Happening], str] | None = field(default=None, repr=False)
    """The words to say to whoever is to be told, to be read out or put in one's own."""
    book_only: bool = False
    """Whether it writes what is never in the spreadsheet: keys, accidents."""
    heard: bool = True
    """Whether it comes from the person themselves, or the event says itself who is told: then nothing else says it."""


def check_kept_here(context: WorkContext, event: LifeEvent) -> None:
    """Raises NotNow where the spreadsheet keeps the book, and what the event writes never leaves the book."""
    if event.book_only and context.settings.kept_in_sheet:
        raise NotNow("This is not kept where the spreadsheet keeps the book. Write it on paper, and lock it away.")


def life_work(
    event: LifeEvent,
    record_id: str,
    answers: Answers,
    knowing: Collection[str] | None,
    seen: Mapping[str, object] | None = None,
) -> Callable[[UnitOfWork], None]:
    """What the event does to this record, for a unit of work."""

    def work(unit: UnitOfWork) -> None:
        if row_type_of(record_id) is not event.about:
            raise NotNow("This does not happen to a record of this kind.")
        check_kept_here(unit.context, event)
        row = unit.take(event.about, record_id)
        told = LifeTold(event.asks, answers, unit.now)
        if not event.fits(row):
            raise NotNow("That is written down already, or does not go any more.")
        for column, was in (seen or {}).items():
            if was != row[column]:
                raise Stale(row.table, row.id, column, row[column])
        event.work(Happening(event.verb, unit, row, told))
        if knowing is not None and set(ended(unit)) - set(knowing):
            raise NotNow("Somebody else was found for them meanwhile. Read the list again before you go on.")

    return work


def ended(unit: UnitOfWork) -> list[str]:
    """The matches that a unit of work ends."""
    return [
        one
        for (table, one, name), change in unit.changes.items()
        if table == "matches" and name == "status" and change.was in GOING_ON and change.now not in GOING_ON
    ]


def is_here(person: Any) -> bool:
    """Whether this person lives, and has not moved away."""
    return person.died_on is None and person.moved_on is None


def may_help(volunteer: VolunteerRow) -> bool:
    """Whether this volunteer is with us."""
    return is_here(volunteer) and volunteer.status not in GONE
