"""Volunteers who are ready and whom nobody has asked for a while: since when, kept by volunteer and brought forward."""

from collections.abc import Collection, Container, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from community.book import Changed, Reader, among
from community.casework.board_news import ids_named_in
from community.casework.permissions import granted
from community.casework.worklist.worklist_item import WorklistItem, people
from community.casework.worklist.worklist_view import View
from community.tables.canonical import instant, moment
from community.tables.message_codes import MessageKind
from community.tables.roles import Grant
from community.tables.row_types import ContactRow, MatchRow, MessageRow, VolunteerRow
from community.tables.statuses import LIVE, MatchStatus, MessageStatus, VolunteerStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import Direction, LineKind, Urgency

_NOT_ASKED = (MatchStatus.PROPOSED, MatchStatus.SUPERSEDED)
_NAMES = {"matches": ("volunteer_id",), "contacts": ("with_whom",), "messages": ("to_whom",)}
"""Tables whose rows tell that a volunteer was asked, or heard from us, and the column that says who."""


class _Free(NamedTuple):
    """A volunteer without a match: when somebody last asked them, or they came; and until when they wait."""

    since: str
    hold_until: str


class IdleVolunteers:
    """Volunteers within sight who are ready and have no match."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._free: dict[str, _Free] = {}

    def read(self, view: View, volunteer_ids: Collection[str] | None = None) -> None:
        """Read these volunteers anew; all of them, when None."""
        if not view.may(Verb.MOVE_VOLUNTEER):
            return
        if volunteer_ids is None:
            self._free = _free(view, None)
            return
        for one in volunteer_ids:
            self._free.pop(one, None)
        if volunteer_ids:
            self._free |= _free(view, volunteer_ids)

    def bring_forward(self, view: View, changed: Changed) -> None:
        """Read anew whom these changes of the book concern."""
        whom = _concerned(view.reader, changed)
        if whom is None or whom:
            self.read(view, whom)

    def since(self, view: View, now: datetime, put_off: Container[tuple[str, str]]) -> dict[str, str]:
        """By volunteer whom nobody has asked for the time that this community lets pass: since when."""
        at, before = instant(now), instant(now - _wait(view))
        return {
            one: since
            for one, (since, hold_until) in self._free.items()
            if since < before and hold_until <= at and (one, LineKind.UNUSED) not in put_off
        }

    def moments(self, view: View, now: datetime) -> Iterator[datetime]:
        """The moments from which on time alone makes somebody else idle."""
        at, before = instant(now), instant(now - _wait(view))
        if since := min((free.since for free in self._free.values() if free.since >= before), default=None):
            yield moment(since) + _wait(view)
        if until := min((free.hold_until for free in self._free.values() if free.hold_until > at), default=None):
            yield moment(until)


def _wait(view: View) -> timedelta:
    return timedelta(days=view.waits.unused_days)


def unused_items(idle: dict[str, str], days: int) -> Iterator[WorklistItem]:
    """One line for all of them; it opens the one who waits longest."""
    if idle:
        one = min(idle, key=lambda v: (idle[v], v))
        title = f"Nobody has asked them for {days} days"
        yield WorklistItem(one, "volunteers", LineKind.UNUSED, title, moment(idle[one]), None, Urgency.WHENEVER,
                           len(idle), who=people(*idle))  # fmt: skip


def _free(view: View, ids: Collection[str] | None) -> dict[str, _Free]:
    """Those of these volunteers (of all, when None) who are ready, in sight and without a match."""
    reader, user = view.reader, view.context.user
    latest = reader.latest

    whose = partial(_among, ids)
    asked = asked_at(reader, ids)
    busy = latest(
        MatchRow,
        lambda c: c.volunteer_id,
        lambda c: c.changed_at,
        lambda c: [c.status.in_(LIVE), *whose(c.volunteer_id)],
    )
    rung = latest(
        ContactRow,
        lambda c: c.with_whom,
        lambda c: c.at,
        lambda c: [c.direction == Direction.OUT, *whose(c.with_whom)],
    )
    wrote = latest(
        MessageRow,
        lambda c: c.to_whom,
        lambda c: c.at,
        lambda c: [c.kind == MessageKind.CIRCULAR, c.status != MessageStatus.WITHDRAWN, *whose(c.to_whom)],
    )
    ours = [] if granted(user, Grant.SEE_EVERY_HUB) else [user.hub or ""]
    ready = reader.rows(
        VolunteerRow,
        lambda c: [c.status == VolunteerStatus.READY, *([c.hub.in_(ours)] if ours else []), *whose(c.id)],
        order=None,
        columns=lambda c: (c.id, c.at, c.hold_until),
    )
    return {
        row.id: _Free(max(row.at, *(told.get(row.id, "") for told in (asked, rung, wrote))), row.hold_until or "")
        for row in ready
        if row.id not in busy
    }


def asked_at(reader: Reader, ids: Collection[str] | None = None) -> dict[str, str]:
    """When each of these volunteers (of all, when None) was last asked to help, or answered; not those never asked."""
    return reader.latest(
        MatchRow,
        lambda c: c.volunteer_id,
        lambda c: c.changed_at,
        lambda c: [c.status.not_in(_NOT_ASKED), *_among(ids, c.volunteer_id)],
    )


def _among(ids: Collection[str] | None, column: Any) -> list[Any]:
    return [] if ids is None else [among(column, ids)]


def _concerned(reader: Reader, changed: Changed) -> set[str] | None:
    """The volunteers whom these changes concern; None where that can't be told."""
    named = ids_named_in(reader, changed, _NAMES)
    return None if named is None else named | changed.rows.get(VolunteerRow.TABLE, frozenset())
