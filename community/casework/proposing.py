"""The machine's part in casework: it proposes the best board, and leaves what a person has seen or decided alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from community.book import Append, Book, Change, Reader
from community.casework.board_facts import Standing
from community.casework.solved_board import board_of
from community.casework.user import MACHINE
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
    unmatched: tuple[Unmatched, ...]


def propose(book: Book, settings: Settings, now: datetime) -> Proposed:
    """Match the whole board, write the proposals, all or none, and return what changed.

    Proposals that nobody has looked at are replaced, except those that would come out the same. All else stays.
    """
    whole = board_of(book, settings, now, keep_seen=True)
    board, found = whole.frames, whole.found
    columns = (found.matches[name].tolist() for name in ("need_id", "volunteer_id", "cost"))
    wanted: dict[tuple[str, str], int] = {(n, v): cost for n, v, cost in zip(*columns, strict=True)}
    said = {pair: board.reasons(found.board, *pair) for pair in wanted}
    counts = {"new": 0, "kept": 0, "superseded": 0}

    def plan(reader: Reader) -> tuple[list[Change], list[Append]]:
        changes: list[Change] = []
        held: set[tuple[str, str]] = set()
        for row in reader.rows(MatchRow, lambda c: [c.status == MatchStatus.PROPOSED, c.seen_at.is_(None)]):
            pair = (row.need_id, row.volunteer_id)
            if pair in wanted and pair not in held:
                held.add(pair)
            else:
                changes.append(Change("matches", row.id, "status", MatchStatus.PROPOSED, MatchStatus.SUPERSEDED))
        fresh = _still_free(reader, now, wanted, held)
        counts.update(new=len(fresh), kept=len(held), superseded=len(changes))
        return changes, [proposal(*pair, wanted[pair], said[pair]) for pair in fresh]

    with book.reading() as reader:
        changes, appends = plan(reader)
    if not changes and not appends:
        # An empty action would change the book's token, and the matching, which watches the token, would never stop.
        return Proposed(None, **counts, unmatched=left_over(found))
    action = book.decide(Verb.PROPOSE, by=MACHINE, plan=plan)
    return Proposed(action.id, **counts, unmatched=left_over(found))


def proposal(need_id: str, volunteer_id: str, cost: int, why: Iterable[str]) -> Append:
    """The row of one proposal."""
    pair = {"need_id": need_id, "volunteer_id": volunteer_id}
    return Append("matches", pair | {"status": MatchStatus.PROPOSED, "cost": cost, "why": sentences(why)})


def left_over(found: Proposals) -> tuple[Unmatched, ...]:
    """The needs with empty places, the most urgent first."""
    columns = (found.unmatched[name].tolist() for name in ("need_id", "places", "rule", "remedy", "left"))
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
    needs = reader.rows(NeedRow, lambda c: [c.status == NeedStatus.OPEN, c.id.in_(need_ids)])
    ready = {
        v.id: 1 if v.how_many is None else v.how_many
        for v in reader.rows(VolunteerRow, lambda c: [c.status == VolunteerStatus.READY, c.id.in_(volunteer_ids)])
    }
    places = {n.id: standing.places(n) for n in needs}
    room = {v: many - standing.spoken_for.get(v, 0) for v, many in ready.items()}
    free = []
    for need, volunteer in [*near, *fresh]:
        refused = volunteer in standing.refused.get(need, ())
        if places.get(need, 0) > 0 and room.get(volunteer, 0) > 0 and not refused:
            places[need] -= 1
            room[volunteer] -= 1
            free.append((need, volunteer))
    return [pair for pair in free if pair not in held]
