"""The records behind the lines of Today that are drawn, read together for the steps that stand on them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from community import casework
from community.casework import WorkContext, WorklistItem
from community.tables.row import TableRow
from community.tables.row_types import ContactRow, MatchRow, MessageRow, NeedRow, PairRow, VisitRow
from community.tables.statuses import MatchStatus
from community.tables.vocabulary import LineKind
from dashboard import display_words

CALLS = frozenset({LineKind.TELL_THEM, LineKind.CONTACT_OPEN})
"""Kinds of lines about a call."""
R = TypeVar("R", bound=TableRow[Any, Any])


@dataclass(frozen=True)
class Behind:
    """The records behind some lines, as far as the user sees them: matches by id and, proposed, by need.

    `proposals`: by match, who is proposed for whom and for what, in words.
    """

    matches: dict[str, MatchRow]
    proposed: dict[str, MatchRow]
    visits: dict[str, list[VisitRow]]
    messages: dict[str, list[MessageRow]]
    contacts: dict[str, ContactRow]
    said: dict[str, str | None]
    pairs: dict[str, PairRow]
    proposals: dict[str, str]


def behind(context: WorkContext, items: Sequence[WorklistItem]) -> Behind:
    """Read what the steps of these lines need, all of them together; nothing for lines without a step."""
    ids = {item.id for item in items if item.table == MatchRow.TABLE}
    needs = {item.id for item in items if item.kind == LineKind.PROMISED}
    over = [item.id for item in items if item.kind == LineKind.WAS_IT_DONE]
    sent = [item.id for item in items if item.kind == LineKind.MESSAGE_UNSURE and item.id in ids]
    calls = [item.id for item in items if item.kind in CALLS]
    asked = [item.id for item in items if item.kind == LineKind.PAIR_CHECK]
    visits: dict[str, list[VisitRow]] = {}
    for visit in casework.see_all(context, VisitRow, lambda c: [c.match_id.in_(over)]) if over else []:
        visits.setdefault(visit.match_id or "", []).append(visit)
    proposed = casework.see_all(
        context, MatchRow, lambda c: [c.need_id.in_(needs), c.status == MatchStatus.PROPOSED]
    ) if needs else []  # fmt: skip
    matches = _by_id(context, MatchRow, ids)
    offered = [item.id for item in items if item.kind == LineKind.PROPOSAL and item.id in matches]
    return Behind(
        matches,
        {match.need_id: match for match in proposed},
        visits,
        casework.messages_about(context, sent) if sent else {},
        _by_id(context, ContactRow, calls),
        casework.said_in_each(context, calls),
        _by_id(context, PairRow, asked),
        _proposals(context, [matches[one] for one in offered]),
    )


def _proposals(context: WorkContext, matches: Collection[MatchRow]) -> dict[str, str]:
    needs = _by_id(context, NeedRow, {match.need_id for match in matches})
    names = casework.names_of(context, [match.id for match in matches]) if matches else {}
    return {
        match.id: ": ".join(filter(None, [names[match.id], display_words.task(context.settings, need.task_type)]))
        for match in matches
        if (need := needs.get(match.need_id)) is not None
    }


def _by_id(context: WorkContext, table: type[R], ids: Collection[str]) -> dict[str, R]:
    return {str(row.id): row for row in casework.see_all(context, table, lambda c: [c.id.in_(ids)])} if ids else {}
