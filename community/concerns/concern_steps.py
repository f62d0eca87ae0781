"""What the lead, a deputy or the chair does about a concern. Each step has a name, a time and reasons, all sealed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from community.book import Book, Change, Reader, Stale, act
from community.book.concern_register import forget_reads, keep_apart, let_go, note_read, reads_of
from community.book.erasure import Erasure, remember, remove
from community.book.retention_rules import before
from community.casework import NotAllowed, NotFound, NotNow, WorkContext, row_type_of, told_we_have_it
from community.casework.permissions import on_duty
from community.concerns.concern_notice import reply_promised
from community.concerns.concern_receivers import Named, is_kept_here, may_open
from community.concerns.concern_record import Concern, ConcernStep, opened, written
from community.concerns.encryption import seal_of
from community.concerns.raise_concern import records_of, stop_offers
from community.settings import Settings
from community.tables.canonical import instant, moment
from community.tables.ids import check
from community.tables.roles import DutyGrant
from community.tables.row_types import ConcernRow, MatchRow, NeedRow, ResidentRow
from community.tables.status_machines import may_follow
from community.tables.statuses import LIVE, ConcernStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ConcernStepKind

MUST_SAY = {
    ConcernStepKind.DECIDED: ("danger", "wishes", "council", "why"),
    ConcernStepKind.REFERRED: ("to", "why"),
    ConcernStepKind.CLOSED: ("why",),
    ConcernStepKind.NOTE: ("why",),
}
"""By step, what has to be answered with it."""


ONE_SITTING = timedelta(minutes=10)


@dataclass(frozen=True)
class ConcernLine:
    """One line of the list of concerns, for those who may open it; it holds none of the concern's words."""

    id: str
    at: datetime
    route: str
    status: str
    reply_due: datetime


@dataclass(frozen=True)
class Relies:
    """A resident who relies on a volunteer whom a concern names."""

    volunteer_id: str
    match_id: str
    task_type: str
    resident_id: str | None
    resident: str | None = field(repr=False)


def concerns_for(context: WorkContext) -> list[ConcernLine]:
    """The concerns that this user may open: those that nobody has acknowledged first, then the oldest."""
    if not on_duty(context.user, DutyGrant.OPEN_CONCERNS) or not is_kept_here(context.settings):
        return []
    found = [c for c in _all(context) if may_open(context.user, context.settings, c.named)]
    lines = [ConcernLine(c.id, c.at, c.route, c.status, _reply_due(context.settings, c)) for c in found]
    return sorted(
        lines, key=lambda line: (line.status == ConcernStatus.CLOSED, line.status != ConcernStatus.RAISED, line.at)
    )


def open_concern(context: WorkContext, concern_id: str) -> Concern:
    """The concern, opened. The opening is written down first. Raises NotFound for users who may not know of it."""
    concern = _may(context, concern_id)
    now = context.clock()
    with context.book.reading() as reader:
        mine = [r for r in reads_of(reader.connection, [concern_id]) if r.by == context.user.name]
    # A page is drawn anew at each press, so all readings in one sitting count as one opening.
    if not mine or moment(mine[0].at) < now - ONE_SITTING:
        at = instant(now)
        context.book.remember(lambda connection: note_read(connection, concern_id, by=context.user.name, at=at))
    return concern


def reads(context: WorkContext, concern_id: str) -> list[tuple[datetime, str]]:
    """When the concern was opened, and by whom, the latest first. Raises NotFound."""
    _may(context, concern_id)
    with context.book.reading() as reader:
        return [(moment(row.at), row.by) for row in reads_of(reader.connection, [concern_id])]


def take_step(context: WorkContext, concern_id: str, what: str, told: Mapping[str, str], *, seen: str) -> None:
    """Write a step down, and move the concern on.

    Raises ValueError for an unknown step, NotFound, NotNow where an answer is missing or the step may not follow, and
    Stale when somebody was faster.
    """
    kind = ConcernStepKind(what)
    told = {name: text for name, value in told.items() if (text := (value or "").strip())}
    if missing := [name for name in MUST_SAY.get(kind, ()) if name not in told]:
        raise NotNow(f"Not answered yet: {', '.join(missing)}. Write it down, if only in a few words.")

    def work(connection: sa.Connection) -> None:
        row, concern = _row(context, connection, concern_id)
        if row.status != seen:
            raise Stale("concerns", concern_id, "status", row.status)
        becomes = row.status if kind == ConcernStepKind.NOTE else ConcernStatus(kind)
        if becomes != row.status and not may_follow("concerns", row.status, becomes):
            raise NotNow(f"This is {row.status} now, so it is too late, or too early, for that.")
        step = ConcernStep(instant(context.clock()), context.user.name, kind, told)
        _change(context, connection, row, steps=written([*concern.steps, step]), status=becomes)
        if becomes == ConcernStatus.CLOSED:
            let_go(connection, concern_id)

    context.book.write(work)


def name_record(context: WorkContext, concern_id: str, typed: str) -> None:
    """Name one more record. It is kept apart from now on; a volunteer gets no offers. Raises NotFound, NotNow."""
    record_id = check(typed) or typed.strip()

    def work(connection: sa.Connection) -> None:
        row, concern = _row(context, connection, concern_id)
        if row.status == ConcernStatus.CLOSED:
            raise NotNow("This is closed.")
        record = Named("record", None, row_type_of(record_id).TABLE, record_id)
        if Reader(connection).get(str(record.table), record_id) is None:
            raise NotFound("There is no such record.")
        _change(context, connection, row, named=written(dict.fromkeys([*concern.named, record])))
        records = records_of(connection, [record])
        keep_apart(connection, concern_id, records)
        stop_offers(connection, records, instant(context.clock()))

    context.book.write(work)


def who_relies(context: WorkContext, concern: Concern) -> list[Relies]:
    """The residents who rely on the volunteers it names, so that the lead can arrange cover."""
    with context.book.reading() as reader:
        volunteers = [r.id for r in records_of(reader.connection, concern.named) if r.table == "volunteers"]
        found = []
        for match in reader.rows(MatchRow, lambda c: [c.volunteer_id.in_(volunteers), c.status.in_(LIVE)]):
            need = reader.get(NeedRow, match.need_id)
            resident = reader.get(ResidentRow, need.resident_id) if need and need.resident_id else None
            task, whose = (need.task_type, need.resident_id) if need else ("", None)
            name = resident.name if resident else None
            found.append(Relies(match.volunteer_id, match.id, task, whose, name))
        return found


@dataclass(frozen=True)
class OwnConcern:
    """What a user learns of a concern that they raised: by when a person replies, and the acknowledgement if any."""

    id: str
    at: datetime
    reply_due: datetime
    acknowledged: ConcernStep | None
    is_complaint: bool


def mine(context: WorkContext) -> list[OwnConcern]:
    """The concerns that this user raised, and nothing that stands in them."""
    if not is_kept_here(context.settings):
        return []
    return [
        OwnConcern(c.id, c.at, _reply_due(context.settings, c), c.step(ConcernStepKind.ACKNOWLEDGED), c.is_complaint)
        for c in _all(context, live=True)
        if c.raised_by == context.user.name
    ]


def past_keeping(reader: Reader, settings: Settings, now: datetime) -> list[str]:
    """The ids of concerns that were closed so long ago that they are due for removal."""
    limit = instant(before(now, settings.safeguarding.kept_months))
    rows = reader.rows(
        ConcernRow,
        lambda c: [c.status == ConcernStatus.CLOSED, c.changed_at < limit],
        columns=lambda c: (c.id,),
        order=None,
    )
    return [row.id for row in rows]


def remove_concerns(connection: sa.Connection, concern_ids: Iterable[str], *, at: str) -> None:
    """Remove these concerns for good, with their steps and the log of who opened them."""
    gone = list(concern_ids)
    erasures = [Erasure("concerns", each) for each in gone]
    remember(connection, erasures, by="retention", at=at)
    remove(connection, erasures)
    forget_reads(connection, gone)


def keep_apart_again(settings: Settings, connection: sa.Connection) -> int:
    """Note again, after a restore, whom open concerns name. Returns the number of open ones. Raises NoConcernsKey."""
    rows = Reader(connection).rows(ConcernRow, lambda c: [c.status != ConcernStatus.CLOSED])
    if rows:
        seal = seal_of(settings)
        for row in rows:
            concern = opened(seal, row)
            let_go(connection, concern.id)
            keep_apart(connection, concern.id, records_of(connection, concern.named))
    return len(rows)


def opens_all(settings: Settings, book: Book) -> None:
    """Try the key on every concern. Raises NoConcernsKey where the key is missing or does not open one of them."""
    rows = book.rows(ConcernRow)
    if rows:
        seal = seal_of(settings)
        for row in rows:
            opened(seal, row)


def _reply_due(settings: Settings, concern: Concern) -> datetime:
    """By when a person replies; to a complaint by its own clock.

    Those on duty count whether or not a worker tells them: so nobody waits too long.
    """
    if concern.is_complaint:
        return told_we_have_it(settings, concern.at)
    return reply_promised(settings, concern.named, concern.at, by_duty=True)


def _all(context: WorkContext, *, live: bool = False) -> list[Concern]:
    rows = context.book.rows(ConcernRow, (lambda c: [c.status != ConcernStatus.CLOSED]) if live else None)
    seal = seal_of(context.settings) if rows else None
    return [opened(seal, row) for row in rows if seal is not None]


def _row(context: WorkContext, connection: sa.Connection, concern_id: str) -> tuple[ConcernRow, Concern]:
    if not on_duty(context.user, DutyGrant.DECIDE_ABOUT_CONCERNS):
        raise NotAllowed("This is for the safeguarding lead.")
    row = Reader(connection).get(ConcernRow, concern_id)
    if row is not None:
        concern = opened(seal_of(context.settings), row)
        if may_open(context.user, context.settings, concern.named):
            return row, concern
    raise NotFound("There is no such record.")


def _may(context: WorkContext, concern_id: str) -> Concern:
    with context.book.reading() as reader:
        return _row(context, reader.connection, concern_id)[1]


def _change(context: WorkContext, connection: sa.Connection, row: ConcernRow, **now: str) -> None:
    seal = seal_of(context.settings)
    values = seal.row(now)
    changes = [Change("concerns", row.id, name, row[name], value) for name, value in values.items()]
    act(connection, Verb.CONCERN, by=context.user.name, at=instant(context.clock()), changes=changes)
