"""Raising a concern, in one step: its words are sealed, the record's words moved, and those it names kept apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from community.book import Append, Change, Reader, Record, Row, act, add_row, compact
from community.book.concern_register import keep_apart
from community.casework import MACHINE, NotAllowed, NotFound, NotNow, Visibility, WorkContext
from community.casework.permissions import granted, on_duty
from community.concerns.concern_receivers import Named, is_received, somebody_may_open
from community.concerns.concern_record import ConcernStep, written
from community.concerns.encryption import Seal, seal_to_raise
from community.concerns.move_words import MovedWords, move, owners_of, where_words_stand
from community.tables import TABLES
from community.tables.canonical import instant
from community.tables.ids import mint
from community.tables.roles import DutyGrant, Grant
from community.tables.row_types import MatchRow, ResidentRow
from community.tables.statuses import ConcernStatus, MatchStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ConcernRoute, ConcernStepKind

BY = "concern"
"""What the book says of who wrote it: who raised a concern is sealed with it."""
SECONDS_TO_COMPACT = 4.0


@dataclass(frozen=True)
class Raised:
    """The new concern's id, and whether the book's file is free of every trace of the moved words."""

    id: str
    clean: bool


def check_may_raise(context: WorkContext) -> None:
    """Raises NotAllowed where this user may not raise concerns, and NotNow where nobody receives them."""
    if not (granted(context.user, Grant.RAISE_CONCERN) or on_duty(context.user, DutyGrant.OPEN_CONCERNS)):
        raise NotAllowed("Somebody without a role may not do this (raise concern).")
    if not is_received(context.settings):
        raise NotNow("Concerns are not kept here. Ring the council, or 999 where somebody is in danger now.")


def raise_concern(
    context: WorkContext,
    route: str,
    told: Mapping[str, str | None],
    *,
    source: tuple[str, str] | None = None,
    works_here: Sequence[str] = (),
    volunteer_too: bool = False,
) -> Raised:
    """Raise a concern, all or nothing. `told` are the columns of words; `source` is the record it is raised from.

    `works_here` are people on the list whom it names. For a match, `volunteer_too` says whether it names the volunteer
    as well as the resident. Raises NotAllowed, NotNow, and NotFound for a record out of sight.
    """
    check_may_raise(context)
    if route not in {ConcernRoute.ADULTS, ConcernRoute.CHILDREN}:
        raise NotNow("Say whether it is about an adult or a child. They go two ways.")
    words = {name: text for name, value in told.items() if (text := (value or "").strip())}
    if "what" not in words:
        raise NotNow("Say in a few words what is happening.")
    named = [Named("works_here", name) for name in works_here]
    if source is not None:
        named.append(Named("record", None, *source))
    # It never says about whom: the person who raises it knows.
    if not somebody_may_open(context.settings, named):
        raise NotNow("Nobody in the list of people may open this one. Ring the council, or 999 in danger.")
    seal = seal_to_raise(context.settings, context.book)
    concern_id, at = mint("X"), instant(context.clock())

    def work(connection: sa.Connection) -> None:
        moved: list[MovedWords] = []
        who = list(named)
        if source is not None:
            row = _within_sight(connection, context, source)
            if volunteer_too and isinstance(row, MatchRow):
                who.append(Named("record", None, "volunteers", row.volunteer_id))
            moved = move(connection, where_words_stand(connection, Record(*source)))
        apart = records_of(connection, who)
        steps = [ConcernStep(at, context.user.name, ConcernStepKind.RAISED)]
        _write(connection, seal, concern_id, at, route, words, who, steps=written(steps), moved=written(moved))
        keep_apart(connection, concern_id, apart)
        stop_offers(connection, apart, at)

    context.book.write(work)
    return Raised(concern_id, source is None or compact(context.book.engine, seconds=SECONDS_TO_COMPACT))


def _write(
    connection: sa.Connection,
    seal: Seal,
    concern_id: str,
    at: str,
    route: str,
    words: Mapping[str, str],
    named: Iterable[Named],
    *,
    steps: str,
    moved: str,
) -> None:
    values = {
        **words,
        "named": written(named),
        "steps": steps,
        "moved": moved,
        "route": route,
        "status": ConcernStatus.RAISED,
    }
    add_row(connection, Append("concerns", seal.row(values), concern_id), by=BY, at=at)


def _within_sight(connection: sa.Connection, context: WorkContext, source: tuple[str, str]) -> Row:
    reader = Reader(connection)
    row = reader.get(*source)
    if row is None or not Visibility(reader, context.user).sees(row):
        raise NotFound("There is no such record, or it belongs to another hub.")
    return row


def records_of(connection: sa.Connection, named: Iterable[Named]) -> list[Record]:
    """The records that are named, those they belong to, and the residents whom these are for."""
    reader = Reader(connection)
    found = [Record(each.table, each.id) for each in named if each.table is not None and each.id is not None]
    for row in [row for record in found for row in owners_of(reader, record)]:
        found.append(Record(row.table, row.id))
        whom = [column.name for column in TABLES[row.table].belongs_to if column.refers_to == ResidentRow.TABLE]
        found += [Record(ResidentRow.TABLE, row[name]) for name in whom if row[name]]
    return list(dict.fromkeys(found))


def stop_offers(connection: sa.Connection, records: Iterable[Record], at: str) -> None:
    """Withdraw the proposals to the volunteers among these, as each run of the matching withdraws its own."""
    whom = [record.id for record in records if record.table == "volunteers"]
    if not whom:
        return
    proposed = Reader(connection).rows(MatchRow, lambda c: [c.volunteer_id.in_(whom), c.status == MatchStatus.PROPOSED])
    changes = [Change("matches", m.id, "status", MatchStatus.PROPOSED, MatchStatus.SUPERSEDED) for m in proposed]
    if changes:
        act(connection, Verb.PROPOSE, by=MACHINE, at=at, changes=changes)
