"""One line of the list, whom it is about, and how lines are put in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from community.casework.casework_errors import NotFound
from community.casework.contact_safety import safe_contact
from community.casework.one_look import OneView
from community.casework.permissions import user_can
from community.casework.resident_identity import resident_in
from community.casework.user import WorkContext
from community.casework.visibility import row_type_of
from community.identity import phone_numbers
from community.settings import FollowUp
from community.settings.response_promise import answer_by, end_of
from community.tables import TABLES
from community.tables.canonical import instant, moment
from community.tables.column import ANY_TABLE
from community.tables.message_codes import SafeWay
from community.tables.row import TableRow
from community.tables.row_types import (
    ContactRow,
    HelpRequestRow,
    NeedRow,
    OrganisationRow,
    ResidentRow,
    RowWithHub,
    VolunteerRow,
)
from community.tables.verbs import Verb
from community.tables.vocabulary import URGENCIES, LineKind, Urgency, YesNo
from community.wording import spelled, wording


@dataclass(frozen=True)
class WorklistItem:
    """Something that waits for a person. `id` is the record to open; with `count` above 1, the first of so many."""

    id: str
    table: str
    kind: LineKind
    title: str = field(repr=False)
    since: datetime
    due: datetime | None
    urgency: Urgency
    """How soon, as a person told it; the clock alone makes nothing more urgent."""
    count: int = 1
    hub: str | None = None
    why: str | None = None
    """For a need that nobody is found for: the cheapest change that would help, where it is known."""
    about: str | None = None
    """The record it concerns, where the item itself is a note or a late change."""
    telephone: str | None = field(default=None, repr=False)
    """The number to ring, as far as the user may read it."""
    who: frozenset[str] = field(default=frozenset(), repr=False)
    """The people it is about, so that somebody who stands on two lines is counted once."""

    @property
    def may_be_rung(self) -> bool:
        """Whether nothing says that they are not to be rung."""
        return may_ring(self.telephone)

    @property
    def people(self) -> frozenset[str]:
        """The people the line is about; where nobody is known, the record itself."""
        return self.who or frozenset({self.about or self.id})


@dataclass(frozen=True)
class View:
    """The user who looks, what they may see, and when they look."""

    context: WorkContext
    visible: OneView
    now: datetime
    remedies: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def put_off(self) -> frozenset[tuple[str, str]]:
        """The lines, by record and kind, that some user took off Today until a day that has not come."""
        found = self.visible.reader.rows(
            ContactRow,
            lambda c: [c.until > instant(self.now)],
            order=None,
            columns=lambda c: (c.about, c.takes_off),
        )
        return frozenset((row.about or "", row.takes_off or "") for row in found)

    def may(self, verb: Verb) -> bool:
        """Whether this user may do this action."""
        return user_can(self.context.user, verb)

    def promise(self, asked: str, urgency: str | None = None) -> datetime:
        """The time by which we promised an answer to a request made then, and as urgent as this."""
        return answer_by(self.context.settings.community, moment(asked), urgency)

    @property
    def waits(self) -> FollowUp:
        """How long this community lets things be before they come back."""
        return self.context.settings.follow_up

    def end_of(self, iso: str) -> datetime:
        """The moment at which a thing due on that day is overdue, London time."""
        return end_of(self.context.settings.community, date.fromisoformat(iso))

    def telephone(self, table: type[ResidentRow | VolunteerRow], record_id: str | None) -> str | None:
        """The telephone number of this resident or volunteer, where the user may read it."""
        try:
            return number(self, self.visible.get(table, record_id or ""))
        except NotFound:
            return None

    @cached_property
    def unsafe_to_ring(self) -> frozenset[str]:
        """The ids of residents and volunteers whom it is not safe to ring, and their numbers in one form."""
        found: set[str] = set()
        reader = self.visible.reader
        residents = reader.rows(ResidentRow, lambda c: [c.not_safe.is_not(None)], order=None)
        volunteers = reader.rows(VolunteerRow, lambda c: [c.not_safe.is_not(None)], order=None)
        everybody: list[ResidentRow | VolunteerRow] = [*residents, *volunteers]
        for row in everybody:
            if SafeWay.RING in safe_contact(row).unsafe:
                found |= {row.id, *(each.form for each in phone_numbers(row.telephone))}
        return frozenset(found)

    def task(self, code: str) -> str:
        """The task type's name."""
        task = self.context.settings.task_types.get(code)
        return task.name if task else spelled(code)


URGENT = Urgency.TODAY
"""What can't wait."""
UNSURE = Urgency.THIS_WEEK
"""What counts where nobody said how soon."""
_NEXT: dict[LineKind, int] = {LineKind.PROMISED: 2, LineKind.CHECK_MISSING: 2, LineKind.TELL_THEM: 3}
"""What comes next to the urgent: help that is missing though somebody relied on it, or is given without its check; then
people who were told on the telephone what is no longer so."""
_THE_REST = 4
_TEXT_ONLY = "(text only)"


def told(urgency: str | None) -> Urgency:
    """The urgency that a person told; this week where nobody did."""
    return Urgency(urgency) if urgency in URGENCIES else UNSURE


def pressing(item: WorklistItem) -> tuple[int, int, datetime, str]:
    """The sort key of a line: the urgency that a person told, then when it is due; no hour or promise outranks urgency.

    Words that may mean danger come first of all. Promised help that is missing comes after what is wanted today and
    before all the rest.
    """
    place = 0 if item.kind == LineKind.CRISIS else 1 if item.urgency == URGENT else _NEXT.get(item.kind, _THE_REST)
    return place, -URGENCIES.index(item.urgency), item.due or item.since, item.id


def number(view: View, row: HelpRequestRow | VolunteerRow | ResidentRow | OrganisationRow) -> str | None:
    """The telephone number on this record; the referrer's where the resident has none.

    Instead of a number that it is not safe to ring, it says so: on whichever record the number stands.
    """
    told = row.telephone or (row.referrer_telephone if isinstance(row, HelpRequestRow) else None)
    of_whom = row.resident_id if isinstance(row, HelpRequestRow) and row.telephone else row.id
    if told and view.unsafe_to_ring & {of_whom, *(each.form for each in phone_numbers(told))}:
        return wording().phrase["not_safe_to_ring"]
    if isinstance(row, HelpRequestRow | ResidentRow) and row.telephone and row.text_only == YesNo.YES:
        return f"{row.telephone} {_TEXT_ONLY}"
    return told


def may_ring(shown: str | None) -> bool:
    """Whether somebody may be rung whose number is shown so."""
    return shown is None or not (shown == wording().phrase["not_safe_to_ring"] or shown.endswith(_TEXT_ONLY))


def people(*record_ids: str | None) -> frozenset[str]:
    """The ids of these people, without those who are not known."""
    return frozenset(filter(None, record_ids))


def of_need(view: View, need: NeedRow, kind: LineKind, title: str) -> WorklistItem:
    """A line about a need, which has waited since somebody asked."""
    asked = need.asked_at or need.at
    due = view.promise(asked, need.urgency)
    telephone = view.telephone(ResidentRow, need.resident_id)
    return WorklistItem(need.id, "needs", kind, title, moment(asked), due, told(need.urgency), hub=need.hub,
                telephone=telephone, who=people(need.resident_id))  # fmt: skip


def who_asks(request: HelpRequestRow) -> str:
    """The key by which the person of a request is counted: the resident's id, or what they told before there is one.

    It is never shown. Two requests from one telephone number under one name count as one person's.
    """
    if request.resident_id:
        return str(request.resident_id)
    person = resident_in(request)
    if person is None or person.name is None:
        return str(request.id)
    where = next((each.form for each in person.numbers), None) or next(iter(person.emails), person.postcode)
    return f"{where} {' '.join(sorted(person.name.folded))}" if where else str(request.id)


def whom(view: View, record_id: str | None) -> frozenset[str]:
    """The key by which the person behind a record is counted; empty where the record is out of sight."""
    row = _seen(view, record_id)
    if row is None:
        return frozenset()
    table = TABLES[row.table]
    if isinstance(row, HelpRequestRow):
        return people(who_asks(row))
    if not table.about:
        return people(row.id)
    if table[table.about[0]].refers_to == ANY_TABLE:
        return next(filter(None, (whom(view, row[column]) for column in table.about)), frozenset())
    return people(row[table.about[0]] or row.id)


def number_of(view: View, record_id: str | None) -> str | None:
    """The telephone number on a record, or on the record that it is about."""
    row = _seen(view, record_id)
    if row is None:
        return None
    if TABLES[row.table].about:
        return next(filter(None, (number_of(view, row[column]) for column in TABLES[row.table].about)), None)
    return number(view, row) if isinstance(row, HelpRequestRow | VolunteerRow | ResidentRow | OrganisationRow) else None


def hub_of(view: View, record_id: str | None) -> str | None:
    """The hub that a record belongs to."""
    row = _seen(view, record_id)
    if row is None:
        return None
    owner = TABLES[row.table].owner
    if isinstance(row, RowWithHub):
        return row.hub
    return hub_of(view, row[owner]) if owner else None


def _seen(view: View, record_id: str | None) -> TableRow[Any, Any] | None:
    try:
        return view.visible.get(row_type_of(record_id or ""), record_id or "")
    except NotFound:
        return None
