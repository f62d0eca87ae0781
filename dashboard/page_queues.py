"""The queues of ids for the pages that show one record at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import streamlit as st

from community.book import among
from community.casework import (
    WorkContext,
    WorklistItem,
    list_of_today,
    looking,
    need_stage,
    possible_doubles,
    see_all,
    urgency_by_now,
    who_is_it,
)
from community.casework.absences import away, is_covered_for
from community.casework.board_rows import by_volunteers
from community.casework.need_stages import Stage, empty_places, waits
from community.casework.policies import holding
from community.casework.worklist import URGENT
from community.tables.canonical import instant
from community.tables.row_types import HelpRequestRow, MatchRow, NeedRow
from community.tables.statuses import GOING_ON, LIVE, MatchStatus, NeedStatus
from community.tables.vocabulary import URGENCIES, LineKind

LISTS = {
    "decide": "To decide",
    "ring": "To ring",
    "tell": "To tell",
    "under_way": "Under way",
    "nobody": "Nobody yet",
    "hub": "For the hub itself",
    "held": "Put aside",
}
"""The lists of the page of matches: code in the address -> its name."""
STAND = {"under_way": "under way", "held": "put aside"}
"""What is said of the needs in a list in which they do not wait for us now."""
_OF_STAGE: dict[Stage, str] = {Stage.APPROVED: "ring", Stage.AGREED: "tell", Stage.UNDER_WAY: "under_way"}
EMPTY = {
    "decide": (
        "Nobody is proposed just now. When you accept a request in Triage, volunteers who could help are proposed here "
        "for you to approve."
    ),
    "ring": "Nobody to ring. Volunteers whom you approve stand here until they have said yes or no.",
    "tell": "Nobody to tell. Residents stand here from a volunteer’s yes until they know who comes.",
    "under_way": "Nothing is under way. Needs stand here from the day the resident knows who comes until it is done.",
    "nobody": (
        "No need is without a volunteer. One for which nobody can be found stands here, with what would change that."
    ),
    "hub": "Nothing for the hub’s own people. What volunteers are not asked to do stands here when it is asked for.",
    "held": "Nothing is put aside. A need that somebody lets wait stands here until its day has come.",
}
"""What a list without a need in it says: what will stand there, and when."""


def request_lines(context: WorkContext, now: datetime, show: str | None = None) -> list[WorklistItem]:
    """The ids of requests that wait for an answer, the most urgent first; with `show`, those of that list of Today's.

    An accepted request no longer waits: what is odd about one is in a list of its own (`flagged`).
    """
    found = [item for item in list_of_today(context, now) if item.kind in REQUESTS and item.table == "help_requests"]
    if show in REQUESTS:
        return [item for item in found if todays_list(item) == show]
    return [item for item in found if item.kind != LineKind.FLAGGED]


def shown_list() -> str | None:
    """The list of requests that the address names; None for all that wait."""
    show = st.query_params.get("show")
    return show if show in REQUESTS else None


def people(lines: Iterable[WorklistItem]) -> int:
    """How many people these lines are about; a person who asked twice counts once."""
    return len(frozenset().union(*(line.people for line in lines)))


def residents(context: WorkContext, need_ids: Sequence[str]) -> int:
    """How many residents have these needs; a resident with two of them counts once."""
    with looking(context) as visible:
        found = visible.rows(
            NeedRow, lambda c: [c.status == NeedStatus.OPEN], order=None, columns=lambda c: (c.id, c.resident_id)
        )
    wanted = frozenset(need_ids)
    return len({need.resident_id or need.id for need in found if need.id in wanted})


def todays_list(item: WorklistItem) -> str:
    """The group of Today to which this line belongs: words of danger first, then what is wanted today, of any kind."""
    return "urgent" if item.urgency == URGENT and item.kind != LineKind.CRISIS else item.kind


REQUESTS = (
    LineKind.CRISIS,
    "urgent",
    LineKind.PAST_PROMISE,
    LineKind.NEW_REQUEST,
    LineKind.NO_HUB,
    LineKind.NO_ANSWER_AGAIN,
    LineKind.HOLD_ENDED,
    LineKind.FLAGGED,
)
"""Lists of requests that the page of triage can show, by their code in the address."""


def needs(context: WorkContext) -> dict[str, list[str]]:
    """By list of the page of matches, the ids of open needs, the most urgent first, then those that wait longest.

    A need is in two lists where one place is agreed and another is not. A place whose volunteer is away is listed by
    its cover. It is worked out anew after each write, and each minute, in which what waits may come due.
    """
    settings = context.settings.model_dump_json(exclude={"people"})
    moment = context.book.position(), instant(context.clock())[:16]
    return _needs(context, context.user.role, context.user.hub, settings, *moment)


@st.cache_data(show_spinner=False, max_entries=16)
def _needs(_context: WorkContext, *_of: object) -> dict[str, list[str]]:
    context = _context
    with looking(context) as visible:
        rows = visible.rows(NeedRow, lambda c: [c.status == NeedStatus.OPEN], order=None, columns=_of_needs)
        gone = away(visible.reader, context.clock())
        matches = visible.rows(MatchRow, lambda c: [c.status.in_(GOING_ON)], order=None, columns=_of_matches)
        matches = [m for m in matches if not is_covered_for(m, gone)]
        open_ = [need.id for need in rows]  # most help that was ever given is of closed ones
        done = visible.rows(
            MatchRow,
            lambda c: [c.status == MatchStatus.COMPLETED, among(c.need_id, open_)],
            order=None,
            columns=_of_matches,
        )
    of_need: dict[str, list[MatchRow]] = defaultdict(list)
    for match in [*matches, *done]:
        of_need[match.need_id].append(match)
    rows.sort(key=lambda n: (-_urgency(context, n, of_need[n.id]), n.asked_at or n.at, n.id))
    by_list: dict[str, list[str]] = {code: [] for code in LISTS}
    for need in rows:
        for code in _lists_of(context, need, of_need[need.id]):
            by_list[code].append(need.id)
    return by_list


def _of_needs(c: type[NeedRow]) -> tuple[Any, ...]:
    return c.id, c.at, c.status, c.people, c.recurs, c.hold_until, c.task_type, c.urgency, c.asked_at


def _of_matches(c: type[MatchRow]) -> tuple[Any, ...]:
    return c.id, c.need_id, c.volunteer_id, c.status


def _lists_of(context: WorkContext, need: NeedRow, matches: list[MatchRow]) -> Iterator[str]:
    """The lists that hold a need: agreed, with a proposal, or with a place that nobody has."""
    given = sum(m.status == MatchStatus.COMPLETED for m in matches) if MatchStatus.COMPLETED in holding(need) else 0
    here = [m for m in matches if m.status != MatchStatus.COMPLETED]
    live = [m for m in here if m.status in LIVE]
    if live:
        yield _OF_STAGE[need_stage(need, live)]
    if waits(need, context.clock()):
        if empty_places(need, live, given) > 0:
            yield "held"
        return
    if len(live) < len(here):
        yield "decide"
    if empty_places(need, here, given) > 0:
        yield "nobody" if by_volunteers(need, context.settings) else "hub"


def _urgency(context: WorkContext, need: NeedRow, matches: list[MatchRow]) -> int:
    """The urgency by now; as it was said where somebody helps or has helped, because their waiting is over."""
    by_now = urgency_by_now(context.settings.response_days, need.urgency, need.asked_at or need.at, context.clock())
    helped = any(m.status in LIVE or m.status == MatchStatus.COMPLETED for m in matches)
    return URGENCIES.index(by_now.said if helped else by_now.counts_as)


def doubles(context: WorkContext, request: HelpRequestRow) -> list[HelpRequestRow]:
    """Other requests that may come from the same person, the latest first, at most ten."""
    found = who_is_it(context, request.id)
    people = {request.resident_id, *(c.resident_id for c in found.candidates)} - {None}
    like = {each.id for each in possible_doubles(context, request.id, days=_EVER)}
    return see_all(
        context,
        HelpRequestRow,
        lambda c: [c.id != request.id, c.resident_id.in_(people) | c.id.in_(like)],
        order="-at",
        limit=10,
    )


_EVER = 20 * 366
"""Days: longer than any request is kept."""
