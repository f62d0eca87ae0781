"""What the words of a message are made of, as the rows stand now. `community.messages` has the words themselves."""

from dataclasses import dataclass, field
from datetime import datetime

from community.book import Reader
from community.casework.casework_errors import NotFound, NotNow, NotSaved
from community.casework.concern_caution import check_may_be_asked
from community.casework.identity_leaks import in_words, people_on
from community.casework.message_texts import first_name, near_words, soon_words, task_words, when_words
from community.casework.offers import answer_until
from community.casework.permissions import user_can
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.canonical import moment
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, NeedRow, VolunteerRow
from community.tables.statuses import LIVE, MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy


@dataclass(frozen=True)
class MessageFacts:
    """What a message about a match may say to the volunteer: nothing of it says who asks for help."""

    id: str
    kind: MessageKind
    way: ReachBy
    at: datetime
    """When it was asked for."""
    answer_by: datetime | None
    first_name: str = field(repr=False)
    """Empty where we have no name."""
    task: str = field(repr=False)
    near: str = field(repr=False)
    """Behind a comma, or empty."""
    when: str = field(repr=False)
    soon: str = field(repr=False)
    """`when` without the times."""
    details: str = field(repr=False)
    """Empty where they name somebody who is on the request."""


def facts_of(context: WorkContext, message_id: str) -> MessageFacts:
    """The facts of this message. Raises NotFound, and NotNow where it is not to be sent any more."""
    with looking(context) as visible:
        message = visible.reader.get(MessageRow, message_id)
        if message is None or not (user_can(context.user, Verb.SEND_MESSAGE) or visible.sees(message)):
            raise NotFound("There is no such message, or it belongs to another hub.")
        if message.status == MessageStatus.WITHDRAWN:
            raise NotNow("This was withdrawn, so it is not to be sent any more.")
        return _facts(
            context,
            visible.reader,
            message.about,
            id=message.id,
            kind=message.kind,
            way=message.way,
            at=moment(message.at),
            answer_by=moment(message.answer_by) if message.answer_by else None,
        )


def facts_to_ask(context: WorkContext, match_id: str, way: ReachBy) -> MessageFacts:
    """The facts of the offer that could be made now, under an id that no message has.

    Raises NotFound, NotNow where the volunteer is not to be asked, and NotSaved until the decision is saved for good.
    """
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        if match.status not in LIVE:
            raise NotNow("This volunteer is not being asked.")
        if context.unsaved({match.id, match.need_id, match.volunteer_id}):
            raise NotSaved
        check_may_be_asked(visible.reader, match.volunteer_id)
        now, need = context.clock(), _need(visible.reader, match_id)
        until = answer_until(context.settings, now, need)
        return _facts(
            context,
            visible.reader,
            match_id,
            id=context.book.new_id(MessageRow.TABLE),
            kind=MessageKind.OFFER,
            way=way,
            at=now,
            answer_by=until,
        )


def _facts(
    context: WorkContext,
    reader: Reader,
    match_id: str,
    *,
    id: str,
    kind: MessageKind,
    way: ReachBy,
    at: datetime,
    answer_by: datetime | None,
) -> MessageFacts:
    match, need, settings = reader.get(MatchRow, match_id), _need(reader, match_id), context.settings
    volunteer = reader.get(VolunteerRow, match.volunteer_id) if match is not None else None
    return MessageFacts(
        id=id,
        kind=kind,
        way=way,
        at=at,
        answer_by=answer_by,
        first_name=first_name(volunteer.name) if volunteer is not None else "",
        task=task_words(settings, need),
        near=near_words(settings, need),
        when=when_words(need),
        soon=soon_words(need),
        details=details_to_read(reader, need),
    )


def _need(reader: Reader, match_id: str) -> NeedRow:
    match = reader.get(MatchRow, match_id)
    need = None if match is None else reader.get(NeedRow, match.need_id)
    if need is None:
        raise NotFound("What this message is about is no longer there.")
    return need


def details_to_read(reader: Reader, need: NeedRow) -> str:
    """What the volunteer may read, looked at again: a name may have been written down since it was last checked."""
    _, people = people_on(reader, need)
    return "" if in_words(need.details or "", people) else (need.details or "").strip()
