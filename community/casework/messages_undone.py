"""What the undo of an action does about the messages that it sent: one that has left can't be taken back."""

from collections.abc import Collection

from community.book import Append, CannotUndo, Change, Job, Reader, among
from community.casework.calls_to_make import TURNED, open_call
from community.casework.message_queue import DELIVERED
from community.casework.message_rules import OF_ONE_DAY, VISIT_LINKS
from community.tables.job_kinds import JobKind
from community.tables.message_codes import MessageKind
from community.tables.row_types import MessageRow
from community.tables.statuses import MessageStatus
from community.tables.verbs import Verb, verb_of
from community.wording import wording

_BOOKINGS = frozenset(
    {Verb.BOOK_PLACE, Verb.GIVE_PLACE, Verb.CANCEL_BOOKING}
    | {Verb.CANCEL_BY_LINK, Verb.CHANGE_SESSION, Verb.CALL_OFF_SESSION}
)
"""What tells people how a booking stands: a change is told by the next one."""
_PASSES_ON = frozenset({Verb.REFER, Verb.UNABLE})
"""What may have told a service of somebody."""
_OPENS = frozenset({Verb.TELL_VOLUNTEER, Verb.PROVE_WHO, Verb.RELEASE})
"""What gave a volunteer name and address, or the way to them."""
_OFF = frozenset(
    {MessageKind.CALLED_OFF, MessageKind.NOBODY_COMES, MessageKind.OFFER_WITHDRAWN, MessageKind.TAKEN_BACK} | OF_ONE_DAY
)


def check_not_known(reader: Reader, action_id: str) -> None:
    """Raises CannotUndo where a message of the action told of a booking, or passed somebody on: it stays so."""
    if verb_of(action_id) in _BOOKINGS | _PASSES_ON:
        for row in messages_added(reader, action_id):
            if row.status in DELIVERED and row.kind in wording().known_already:
                raise CannotUndo(wording().known_already[row.kind])


def gone_out(reader: Reader, action_id: str) -> Collection[str]:
    """The ids of the action's messages that stay, as something happened to them since, and of what they are made of."""
    stay = [row for row in messages_added(reader, action_id) if row.changed_at != row.at]
    return {row.id for row in stay} | {
        row.about for row in stay if row.kind in {MessageKind.CIRCULAR, MessageKind.NEWSLETTER}
    }


def links_closed(reader: Reader, action_id: str, match_ids: Collection[str], *, last: bool) -> list[Change]:
    """The changes that close the links by which somebody knows what this action told, where this is its undo.

    `last`: no step before it is undone with it. Otherwise what the link of a volunteer shows follows from the match.
    """
    sent = [row for row in messages_added(reader, action_id) if row.kind == MessageKind.WHO_COMES]
    if last and verb_of(action_id) in _OPENS:
        sent += reader.rows(MessageRow, lambda c: [among(c.about, match_ids), c.kind.in_([*VISIT_LINKS])])
    sent = [row for row in sent if row.status in DELIVERED]
    closed = [Change(row.table, row.id, "status", row.status, MessageStatus.WITHDRAWN) for row in sent]
    # One of which nobody knows whether it went counts as sent when it was tried: it may have been read.
    return closed + [Change(row.table, row.id, "sent_at", None, row.changed_at) for row in sent if row.sent_at is None]


def turned(reader: Reader, action_id: str) -> list[Append]:
    """The calls to those whom a message of the action told that it is off, and perhaps they read it: it is on again."""
    return [
        open_call(TURNED, row.about, row.to_whom)
        for row in messages_added(reader, action_id)
        if row.kind in _OFF and row.status in DELIVERED
    ]


def queued_again(reader: Reader, action_id: str) -> list[Job]:
    """The jobs for messages that the action withdrew before they left, and that its undo lets go again."""
    changes = reader.changes(action=action_id, where=lambda c: [c.table == "messages", c.field == "status"])
    return [Job(JobKind.SEND_MESSAGE, c.record_id) for c in changes if c.was == MessageStatus.QUEUED]


def messages_added(reader: Reader, action_id: str) -> list[MessageRow]:
    """The messages that an action added and that are not out of sight."""
    added = [one for table, one in reader.added(action_id) if table == "messages"]
    return reader.rows(MessageRow, lambda c: [among(c.id, added)]) if added else []
