"""Help that somebody we know asks for on the telephone: the same again, or something new."""

from collections.abc import Mapping, Sequence

from community.casework.calls_taken import finish_call
from community.casework.casework_errors import NotFound
from community.casework.permissions import check_user_can
from community.casework.request_triage import NEW_RESIDENT, NeedAsked, Triaged, check_lives, triage
from community.casework.unit_of_work import UnitOfWork
from community.casework.user import WorkContext
from community.tables.canonical import Value, codes
from community.tables.row_types import HelpRequestRow, NeedRow, ResidentRow
from community.tables.statuses import RequestStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, Urgency

_OF_THE_RESIDENT = (
    "name", "telephone", "email", "reach_by", "text_only", "postcode", "address", "languages", "access_needs", "hub",
)  # fmt: skip


def ask_again(
    context: WorkContext,
    resident_id: str,
    asked: Sequence[NeedAsked],
    *,
    key: str,
    told: Mapping[str, Value],
) -> Triaged:
    """A request by a resident we know, accepted at once: one need for each kind of help. The call is finished by it.

    `told` is what they say this time: channel, words, how soon. How to reach them, and where, is taken from their
    record, also where the user may not see it. The same key writes one request. Raises NotFound, and NotNow for
    somebody who has died.
    """
    check_user_can(context.user, Verb.TRIAGE)
    with context.book.reading() as reader:
        unit = UnitOfWork(reader, context)
        resident = reader.get(ResidentRow, resident_id)
        if resident is None or not unit.visible.sees(resident):
            raise NotFound("There is no such record, or it belongs to another hub.")
        check_lives(unit, resident_id)
        values = {name: resident[name] for name in _OF_THE_RESIDENT if resident[name] is not None}
    values |= {name: value for name, value in told.items() if value is not None}
    values |= {"tasks": codes(each.task_type for each in asked), "resident_id": resident_id}
    values |= {"status": RequestStatus.NEW}
    request = context.book.append(HelpRequestRow.TABLE, values, by=context.user.name, key=key).id
    done = triage(context, request, seen=NEW_RESIDENT, resident=resident_id, needs=asked)
    finish_call(context, resident_id, key, outcome=ContactOutcome.YES, words=f"Asked for help: {request}")
    return done


def same_as(need: NeedRow, urgency: str | None = None) -> NeedAsked:
    """This need once more: the same kind, as often, as many, at the same times; how soon, as they say now.

    What was wanted today is not wanted today again unless they say so.
    """
    before = need.urgency if need.urgency != Urgency.TODAY else None
    return NeedAsked(
        need.task_type,
        details=need.details,
        as_it_is=True,
        urgency=urgency or before,
        slots=tuple(need.slots.split("; ")) if need.slots else (),
        recurs=need.recurs,
        people=need.people or 1,
        min_dbs=need.min_dbs,
    )
