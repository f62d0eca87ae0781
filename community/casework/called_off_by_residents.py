"""A resident no longer wants some help: it is called off where the user may, else a coordinator sees it at once."""

from community.book import Action
from community.casework.actions import state_allows
from community.casework.contact_log import log_contact
from community.casework.help_given import close_need
from community.casework.permissions import user_can
from community.casework.request_answers import close_request
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.row_types import HelpRequestRow, NeedRow
from community.tables.statuses import ContactStatus, NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason, ContactOutcome, ContactWay, Direction

WANTS_NO_MORE = "They don’t want this help any more"


def called_off_at_once(context: WorkContext, need_id: str) -> bool:
    """Whether this user may call off this need: a call handler only where nothing else of the request is open."""
    return _how(context, need_id) is not None


def resident_cancels(context: WorkContext, need_id: str, *, seen: str, way: ContactWay, words: str | None) -> Action:
    """Call off this need at the resident's word; whoever was to come is put on Today to be told.

    Where the user may not, an open call about the need puts it on Today for a coordinator. Raises NotFound, Stale.
    """
    how = _how(context, need_id)
    if isinstance(how, NeedRow):
        return close_need(context, need_id, ClosedReason.NOT_WANTED, seen=seen)
    if isinstance(how, HelpRequestRow):
        return close_request(context, how.id, ClosedReason.NOT_WANTED, seen=how.status, words=words)
    with looking(context) as visible:
        need = visible.get(NeedRow, need_id)
    return log_contact(
        context,
        need_id,
        with_whom=need.resident_id,
        way=way,
        direction=Direction.IN,
        outcome=ContactOutcome.NO,
        words=". ".join(filter(None, [WANTS_NO_MORE, words])),
        status=ContactStatus.OPEN,
    )


def _how(context: WorkContext, need_id: str) -> NeedRow | HelpRequestRow | None:
    """What is closed: the need; or its request, whose only open need it is; None where the user may close neither."""
    with looking(context) as visible:
        need = visible.get(NeedRow, need_id)
        if user_can(context.user, Verb.CLOSE_NEED):
            return need
        open_needs = visible.reader.rows(
            NeedRow, lambda c: [c.request_id == need.request_id, c.status == NeedStatus.OPEN]
        )
        request = visible.reader.get(HelpRequestRow, need.request_id) if need.request_id else None
    if request is None or len(open_needs) != 1 or not user_can(context.user, Verb.CLOSE_REQUEST):
        return None
    return request if visible.sees(request) and state_allows(Verb.CLOSE_REQUEST, request) else None
