"""What is counted: for each request, need, visit and volunteer, the hub and the days that matter, without a name."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from community.book import Reader
from community.book.equality_answers import equality_counts
from community.casework import WorkContext
from community.casework.board_cache import remembered
from community.casework.permissions import check_granted, granted
from community.settings import Settings
from community.settings.response_promise import answer_by
from community.tables.canonical import LONDON, moment
from community.tables.roles import Grant
from community.tables.row import ChangeRow
from community.tables.row_types import (
    EnquiryRow,
    HelpRequestRow,
    MatchRow,
    NeedRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import AGREED, LIVE, MatchStatus, NeedStatus, RequestStatus, VisitStatus
from community.tables.vocabulary import Channel, ClosedReason

_ANSWERED = frozenset({RequestStatus.TRIAGED, RequestStatus.CLOSED})
_ASKED = frozenset({MatchStatus.OFFERED, *AGREED})
_UNASKED = frozenset({MatchStatus.PROPOSED, MatchStatus.APPROVED, MatchStatus.SUPERSEDED})
_TAKEN_AT_ONCE = frozenset({Channel.TELEPHONE, Channel.IN_PERSON})


@dataclass(frozen=True)
class RequestFact:
    """A request. `hours` is how long it waited for a person's decision; None: it waits still, or came by telephone."""

    hub: str
    day: date
    who: str | None
    written: bool
    hours: float | None
    in_time: bool
    asked_before: bool


@dataclass(frozen=True)
class NeedFact:
    """A need. `until_yes` is in days, from the request to the first volunteer who said yes."""

    hub: str
    day: date
    kind: str
    until_yes: float | None
    closed: date | None
    reason: str | None
    helped_now: bool


@dataclass(frozen=True)
class VisitFact:
    """Help that was given. `person` is None where an organisation had it."""

    hub: str
    day: date
    person: str | None
    organisation: str | None
    minutes: int | None


@dataclass(frozen=True)
class VolunteerFact:
    """A volunteer, with the day on which they first helped."""

    hub: str
    applied: date
    status: str | None
    ever_asked: bool
    first_helped: date | None


@dataclass(frozen=True)
class EnquiryFact:
    """Somebody who asked for an organisation's role, with the days on which they were introduced and began there."""

    hub: str
    asked: date
    introduced: date | None
    placed: date | None


@dataclass(frozen=True)
class ImpactFacts:
    """All that is counted. Nobody is named; ids serve to count each person once."""

    requests: tuple[RequestFact, ...]
    needs: tuple[NeedFact, ...]
    visits: tuple[VisitFact, ...]
    volunteers: tuple[VolunteerFact, ...]
    enquiries: tuple[EnquiryFact, ...]
    equality: Mapping[tuple[str, str, str], int]
    """How many gave each answer about equality, by month, question and answer. They belong to no hub."""

    def of_hub(self, hub: str) -> "ImpactFacts":
        """What belongs to one hub."""
        return ImpactFacts(
            tuple(each for each in self.requests if each.hub == hub),
            tuple(each for each in self.needs if each.hub == hub),
            tuple(each for each in self.visits if each.hub == hub),
            tuple(each for each in self.volunteers if each.hub == hub),
            tuple(each for each in self.enquiries if each.hub == hub),
            {},
        )


def impact_facts(context: WorkContext) -> ImpactFacts:
    """All facts; a coordinator gets those of their hub. Raises NotAllowed for roles that may not see figures."""
    check_granted(context.user, Grant.SEE_FIGURES)
    found = remembered(context, "impact", lambda: _read(context))
    everywhere = granted(context.user, Grant.SEE_FIGURES_OF_EVERY_HUB)
    return found if everywhere else found.of_hub(context.user.hub or "-")


def _read(context: WorkContext) -> ImpactFacts:
    day = _days()
    with context.book.reading() as reader:
        organisations = {
            r.id: r.organisation_id
            for r in reader.rows(
                ResidentRow,
                lambda c: [c.organisation_id.is_not(None)],
                order=None,
                columns=lambda c: (c.id, c.organisation_id),
            )
        }
        matches = reader.rows(MatchRow, order=None, columns=lambda c: (c.id, c.need_id, c.volunteer_id, c.status))
        offered = _first(reader, MatchRow.TABLE, _ASKED)
        agreed = _first(reader, MatchRow.TABLE, AGREED)
        needs, hub_of_need = _needs(reader, matches, agreed, day)
        visits, first_helped = _visits(reader, hub_of_need, organisations)
        asked = {m.volunteer_id for m in matches if m.id in offered and m.status not in _UNASKED}
        return ImpactFacts(
            tuple(_requests(reader, context.settings, day)),
            needs,
            visits,
            tuple(
                VolunteerFact(v.hub or "", day(v.at), v.status, v.id in asked, first_helped.get(v.id))
                for v in reader.rows(VolunteerRow, order=None, columns=lambda c: (c.id, c.at, c.hub, c.status))
            ),
            tuple(
                EnquiryFact(e.hub or "", day(e.at), _day_told(e.introduced_on), _day_told(e.placed_on))
                for e in reader.rows(
                    EnquiryRow, order=None, columns=lambda c: (c.id, c.at, c.hub, c.introduced_on, c.placed_on)
                )
            ),
            equality_counts(reader.connection),
        )


def _requests(reader: Reader, settings: Settings, day: Callable[[str], date]) -> Iterable[RequestFact]:
    answered = _first(reader, HelpRequestRow.TABLE, _ANSWERED)
    before: set[str] = set()
    for each in reader.rows(
        HelpRequestRow,
        lambda c: [c.duplicate_of.is_(None)],
        columns=lambda c: (c.id, c.at, c.hub, c.resident_id, c.channel, c.status, c.urgency),
    ):
        written = each.channel not in _TAKEN_AT_ONCE
        at = answered.get(each.id) if written and each.status in _ANSWERED else None
        came = moment(each.at)
        yield RequestFact(
            each.hub or "",
            day(each.at),
            each.resident_id,
            written,
            None if at is None else max(0.0, (moment(at) - came).total_seconds() / 3600),
            at is not None and moment(at) <= answer_by(settings.community, came, each.urgency),
            each.resident_id in before,
        )
        if each.resident_id:
            before.add(each.resident_id)


def _needs(
    reader: Reader, matches: list[MatchRow], agreed: dict[str, str], day: Callable[[str], date]
) -> tuple[tuple[NeedFact, ...], dict[str, str]]:
    closed = _first(reader, NeedRow.TABLE, frozenset({NeedStatus.CLOSED}))
    yes: dict[str, str] = {}
    for match in matches:
        if (at := agreed.get(match.id)) and match.status not in _UNASKED | {MatchStatus.OFFERED}:
            yes[match.need_id] = min(at, yes.get(match.need_id, at))
    helped = {m.need_id for m in matches if m.status in LIVE}
    found, hubs = [], {}
    for need in reader.rows(NeedRow, order=None):
        hubs[need.id] = need.hub or ""
        if need.closed_reason == ClosedReason.DUPLICATE:
            continue
        asked = need.asked_at or need.at
        said = yes.get(need.id)
        over = closed.get(need.id) if need.status == NeedStatus.CLOSED else None
        found.append(
            NeedFact(
                need.hub or "",
                day(asked),
                need.task_type or "",
                None if said is None else max(0.0, (moment(said) - moment(asked)).total_seconds() / 86_400),
                None if over is None else day(over),
                need.closed_reason if over is not None else None,
                need.id in helped,
            )
        )
    return tuple(found), hubs


def _visits(
    reader: Reader, hub_of_need: dict[str, str], organisations: dict[str, str | None]
) -> tuple[tuple[VisitFact, ...], dict[str, date]]:
    first: dict[str, date] = {}
    found = []
    for visit in reader.rows(VisitRow, lambda c: [c.status == VisitStatus.DONE], order=None):
        on = date.fromisoformat(str(visit.on))
        organisation = organisations.get(visit.resident_id or "")
        person = None if organisation else visit.resident_id
        found.append(VisitFact(hub_of_need.get(visit.need_id, ""), on, person, organisation, visit.minutes))
        first[visit.volunteer_id] = min(on, first.get(visit.volunteer_id, on))
    return tuple(found), first


def _first(reader: Reader, table: str, statuses: frozenset[str]) -> dict[str, str]:
    """By record, when it first came to one of these statuses, after the last time that it left them again."""
    found: dict[str, str] = {}
    for change in _moves(reader, table):
        if change.now not in statuses:
            if change.was in statuses:
                found.pop(change.record_id, None)
        elif change.was not in statuses:
            found[change.record_id] = change.at
    return found


def _moves(reader: Reader, table: str) -> list[ChangeRow]:
    return reader.changes(table=table, where=lambda c: [c.field == "status", c.conflict.is_(None)])


def _day_told(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _days() -> Callable[[str], date]:
    @cache
    def day_of(hour: str) -> date:
        """The day in London of an hour in UTC: a nation's needs fall into few hours."""
        return moment(f"{hour}:00:00.000Z").astimezone(LONDON).date()

    return lambda at: day_of(at[:13])
