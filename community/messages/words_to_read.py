"""The words of a message about a match for a person to read: before an offer is made, and to pass one on by hand."""

from community import casework
from community.casework import WorkContext
from community.casework.message_texts import withdrawn_words
from community.messages.message_draft import Rendered
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, NeedRow, VolunteerRow
from community.tables.vocabulary import ReachBy


def offer_preview(context: WorkContext, match_id: str, way: ReachBy) -> Rendered:
    """The words that would ask the volunteer of this match. Raises NotNow, and NotSaved until they may be shown."""
    return Rendered(_subject(context, way), casework.message_for(context, match_id))


def words_to_pass_on(context: WorkContext, message: MessageRow) -> Rendered:
    """The words of this message, for a person to copy or say. Raises NotNow where they are not to be passed on."""
    if message.kind != MessageKind.OFFER_WITHDRAWN:
        return offer_preview(context, message.about, message.way)
    match = casework.see(context, MatchRow, message.about)
    if context.unsaved({message.id, match.id, match.need_id}):
        raise casework.NotSaved
    need = casework.see(context, NeedRow, match.need_id)
    volunteer = casework.see(context, VolunteerRow, match.volunteer_id)
    return Rendered(_subject(context, message.way), withdrawn_words(context.settings, need, volunteer))


def _subject(context: WorkContext, way: ReachBy) -> str:
    return context.settings.community.name if way == ReachBy.EMAIL else ""
