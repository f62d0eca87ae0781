"""The machine's part in casework: it proposes the best board, and leaves what a person has seen or decided alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

import pandas as pd

from community.book import Append, Book, Change, Reader, among
from community.casework.board_facts import Standing
from community.casework.user import MACHINE
from community.casework.whole_board import board_of
from community.matching import Proposals
from community.settings import Settings
from community.tables.canonical import sentences
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import MatchStatus, NeedStatus, VolunteerStatus
from community.tables.verbs import Verb


@dataclass(frozen=True)
class Unmatched:
    """A need with empty places: the rule that left nobody for it, and the cheapest change that would fill a place."""

    need_id: str
    places: int
    rule: str
    remedy: str
    left: tuple[tuple[str, int], ...] = ()
    """The rules in their order, each with the number of volunteers left after it."""


@dataclass(frozen=True)
class Proposed:
    """What a run of the matching changed; `action` is None when there was nothing to change."""

    action: str | None
    new: int
    kept: int
    superseded: int
    found: Proposals = field(repr=False)

    @cached_property
    def unmatched(self) -> tuple[Unmatched, ...]:
        """The needs with empty places, the most urgent first. Worked out when first asked for."""
        return left_over(self.found.unmatched)


def propose(book: Book, settings: Settings, now: datetime) -> Proposed:
    """Match the whole board, write the proposals, all or none, and return what changed.

    Proposals that nobody has looked at are replaced, except those that would come out the same. All else stays.
    """
    whole = board_of(book, settings, now, keep_seen=True)
    columns = (whole.found.matches[name].tolist() for name in ("need_id", "volunteer_id", "cost"))
    wanted: dict[tuple[str, str], int] = {(n, v): cost for n, v, cost in zip(*columns, strict=True)}
    counts = {"new": 0, "kept": 0, "superseded": 0}

    def plan(reader: Reader) -> tuple[list[Change], list[Append]]:
        changes: list[Change] = []
        held: set[tuple[str, str]] = set()
        for row in reader.rows(MatchRow, _unseen, columns=lambda c: (c.id, c.need_id, c.volunteer_id)):
            pair = (row.need_id, row.volunteer_id)
            if pair in wanted and pair not in held:
                held.add(pair)
            else:
                changes.append(Change("matches", row.id, "status", MatchStatus.PROPOSED, MatchStatus.SUPERSEDED))
        fresh = _still_free(reader, now, wanted, held)
        counts.update(new=len(fresh), kept=len(held), superseded=len(changes))
        return changes, [proposal(*pair, wanted[pair], whole.reasons(*pair)) for pair in fresh]

    with book.reading() as reader:
        changes, appends = plan(reader)
    action = None
    if changes or appends:
        # An empty action would change the book's token, and the matching, which watches the token, would never stop.
        action = book.decide(Verb.PROPOSE, by=MACHINE, plan=plan)
    return Proposed(action.id if action else None, **counts, found=whole.found)


def _unseen(c: type[MatchRow]) -> list[Any]:
    return [c.status == MatchStatus.PROPOSED, c.seen_at.is_(None)]


def proposal(need_id: str, volunteer_id: str, cost: int, why: Iterable[str]) -> Append:
    """The row of one proposal."""
    pair = {"need_id": need_id, "volunteer_id": volunteer_id}
    return Append("matches", pair | {"status": MatchStatus.PROPOSED, "cost": cost, "why": sentences(why)})


def left_over(unmatched: pd.DataFrame) -> tuple[Unmatched, ...]:
    """The needs with empty places, the most urgent first, from `Proposals.unmatched`."""
    columns = (unmatched[name].tolist() for name in ("need_id", "places", "rule", "remedy", "left"))
    return tuple(
        Unmatched(need, places, rule, remedy, tuple(left.items()))
        for need, places, rule, remedy, left in zip(*columns, strict=True)
    )


def _still_free(
    reader: Reader, now: datetime, wanted: Iterable[tuple[str, str]], held: set[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The new pairs for which there is still room, because people may have decided while the machine was working."""
    fresh = [pair for pair in wanted if pair not in held]
    if not fresh:
        return []
    needs_of, volunteers_of = {n for n, _ in fresh}, {v for _, v in fresh}
    # A held match counts where a new pair wants the same place, or the same volunteer's week.
    near = [pair for pair in held if pair[0] in needs_of or pair[1] in volunteers_of]
    need_ids, volunteer_ids = needs_of | {n for n, _ in near}, volunteers_of | {v for _, v in near}
    standing = Standing.of(reader, now, need_ids, volunteer_ids)
    # By their ids alone, as `board_frames` does.
    needs = reader.rows(NeedRow, lambda c: [among(c.id, need_ids)], order=None)
    people = reader.rows(
        VolunteerRow,
        lambda c: [among(c.id, volunteer_ids)],
        order=None,
        columns=lambda c: (c.id, c.status, c.how_many),
    )
    ready = {v.id: 1 if v.how_many is None else v.how_many for v in people if v.status == VolunteerStatus.READY}
    places = {n.id: standing.places(n) for n in needs if n.status == NeedStatus.OPEN}
    room = {v: many - standing.spoken_for.get(v, 0) for v, many in ready.items()}
    free = []
    for need, volunteer in [*near, *fresh]:
        refused = volunteer in standing.refused.get(need, ())
        if places.get(need, 0) > 0 and room.get(volunteer, 0) > 0 and not refused:
            places[need] -= 1
            room[volunteer] -= 1
            free.append((need, volunteer))
    return [pair for pair in free if pair not in held]
