"""What the undo of an action does about the messages that it sent: one that has left can't be taken back."""

from collections.abc import Collection

from community.book import Append, CannotUndo, Reader, among
from community.casework.message_queue import OF_ONE_DAY
from community.casework.people_to_tell import TURNED, open_call
from community.tables.message_codes import MessageKind
from community.tables.row_types import MessageRow
from community.tables.statuses import MessageStatus
from community.tables.verbs import Verb, verb_of
from community.wording import wording

_TELLS = frozenset(
    {Verb.TELL_RESIDENT, Verb.TELL_VOLUNTEER, Verb.BOOK_PLACE, Verb.GIVE_PLACE, Verb.CANCEL_BOOKING}
    | {Verb.CANCEL_BY_LINK, Verb.CHANGE_SESSION, Verb.CALL_OFF_SESSION}
)
"""Who comes, whom they help, or how a booking stands."""
_OFF = frozenset({MessageKind.CALLED_OFF, MessageKind.NOBODY_COMES, *OF_ONE_DAY})
_READ = frozenset({MessageStatus.SENT, MessageStatus.UNKNOWN})


def check_not_known(reader: Reader, action_id: str) -> None:
    """Raises CannotUndo where the action told somebody what its undo would make wrong, by a message that has gone."""
    if verb_of(action_id) in _TELLS:
        for row in _messages(reader, action_id):
            if row.status in _READ:
                raise CannotUndo(wording().known_already[row.kind])


def gone_out(reader: Reader, action_id: str) -> Collection[str]:
    """The ids of the action's messages that stay: something has happened to them since."""
    return {row.id for row in _messages(reader, action_id) if row.changed_at != row.at}


def withdrawals(reader: Reader, action_id: str) -> list[Append]:
    """The messages that take an offer back which somebody may have read. A person looks at each before it goes."""
    return [
        Append(
            MessageRow.TABLE,
            {
                "about": row.about,
                "to_whom": row.to_whom,
                "kind": MessageKind.OFFER_WITHDRAWN,
                "way": row.way,
                "status": MessageStatus.BY_HAND,
            },
        )
        for row in _messages(reader, action_id)
        if row.kind == MessageKind.OFFER and row.status in _READ
    ]


def turned(reader: Reader, action_id: str) -> list[Append]:
    """The calls to those whom a message of the action told that it is off, and perhaps they read it: it is on again."""
    return [
        open_call(TURNED, row.about, row.to_whom)
        for row in _messages(reader, action_id)
        if row.kind in _OFF and row.status in _READ
    ]


def queued_again(reader: Reader, action_id: str) -> list[str]:
    """The ids of messages that the action withdrew before they left, and that its undo lets go again."""
    changes = reader.changes(action=action_id, where=lambda c: [c.table == "messages", c.field == "status"])
    return [c.record_id for c in changes if c.was == MessageStatus.QUEUED]


def _messages(reader: Reader, action_id: str) -> list[MessageRow]:
    added = [one for table, one in reader.added(action_id) if table == "messages"]
    return reader.rows(MessageRow, lambda c: [among(c.id, added)]) if added else []
