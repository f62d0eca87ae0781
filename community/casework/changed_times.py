"""When or where help is wanted may change after a volunteer was asked: who is to hear of it."""

from community.book import Reader
from community.tables.message_codes import MessageKind
from community.tables.row_types import ContactRow, MatchRow, MessageRow, NeedRow
from community.tables.statuses import ContactStatus, MatchStatus, MessageStatus

ASKED_WITH = frozenset({"slots", "recurs", "urgency", "sector"})
"""The fields of a need that say when help is wanted, how soon, and near which place."""
_MAY_BE_READ = frozenset({MessageStatus.SENT, MessageStatus.UNKNOWN})


def asks_for_what_was(reader: Reader, match: MatchRow) -> bool:
    """Whether the volunteer may have read when and where this help was wanted and has not answered yet.

    What has not left says how it is now.
    """
    asked = _messages(reader, match, MessageKind.OFFER) if match.status == MatchStatus.OFFERED else []
    return bool(asked) and asked[-1].status in _MAY_BE_READ


def has_changed(reader: Reader, match: MatchRow, need: NeedRow) -> bool:
    """Whether this help is wanted at another time or place, or sooner or later, than the volunteer last heard."""
    heard = last_heard(reader, match)
    first: dict[str, str | None] = {}
    for change in reader.changes(
        table=NeedRow.TABLE,
        record_id=need.id,
        where=lambda c: [c.field.in_(ASKED_WITH), c.at > heard, c.conflict.is_(None)],
    ):
        first.setdefault(change.field, change.was)
    return any(was != need[field] for field, was in first.items())


def last_heard(reader: Reader, match: MatchRow) -> str:
    """When the volunteer was last written to or spoken to about this, or answered."""
    told = _messages(reader, match, MessageKind.OFFER, MessageKind.RESIDENT_KNOWS)
    talks = reader.rows(
        ContactRow,
        lambda c: [
            c.about == match.id, c.with_whom == match.volunteer_id, c.status == ContactStatus.DEALT_WITH,
        ],
    )  # fmt: skip
    return max([match.at, *(m.sent_at or m.at for m in told), *(talk.changed_at for talk in talks)])


def _messages(reader: Reader, match: MatchRow, *kinds: MessageKind) -> list[MessageRow]:
    return reader.rows(MessageRow, lambda c: [c.about == match.id, c.kind.in_(kinds)])
