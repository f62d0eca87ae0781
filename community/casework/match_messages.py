"""The messages about a match that still say something, and those of an action that somebody may have read."""

from collections.abc import Collection

from community.book import Reader, among
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking
from community.tables.message_codes import MessageKind
from community.tables.row_types import ContactRow, MatchRow, MessageRow
from community.tables.statuses import MatchStatus, MessageStatus


def messages_about(context: WorkContext, match_ids: Collection[str]) -> dict[str, list[MessageRow]]:
    """By match, its messages that still say something, the oldest first.

    Of those that asked it is the last one, and none once the match was answered or called off.
    """
    with looking(context) as visible:
        offers = last_offers(visible, match_ids)
        found: dict[str, list[MessageRow]] = {match: [] for match in match_ids}
        for row in visible.rows(MessageRow, lambda c: [among(c.about, match_ids)]):
            asks = row.kind == MessageKind.OFFER
            if offers[row.about].id == row.id if asks and row.about in offers else not asks and _goes(row):
                found[row.about].append(row)
    return found


def last_offers(visible: Visibility, match_ids: Collection[str] | None = None) -> dict[str, MessageRow]:
    """By match that waits for the volunteer's answer, the last message that asked; nothing for those who were rung."""
    offered = visible.rows(MatchRow, lambda c: [c.status == MatchStatus.OFFERED], order=None, columns=lambda c: (c.id,))
    ids = [match.id for match in offered if match_ids is None or match.id in match_ids]
    if not ids:
        return {}
    asked = visible.rows(MessageRow, lambda c: [c.kind == MessageKind.OFFER, among(c.about, ids)])
    return {row.about: row for row in asked}


def told_since(reader: Reader, message: MessageRow) -> bool:
    """Whether somebody has been in touch with this person about this since the message last changed."""
    return bool(
        reader.count(
            ContactRow,
            lambda c: [c.about == message.about, c.with_whom == message.to_whom, c.at > message.changed_at],
        )
    )


def _goes(message: MessageRow) -> bool:
    return message.status != MessageStatus.WITHDRAWN or message.sent_at is not None
