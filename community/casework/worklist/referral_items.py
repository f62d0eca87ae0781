"""Lines about referrals: a service that has not answered, and whoever sent somebody to us and waits to hear."""

from collections.abc import Iterator, Sequence

from community.book import Where
from community.casework.display_names import named
from community.casework.worklist.worklist_item import UNSURE, WorklistItem, people
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment
from community.tables.row_types import HelpRequestRow, ReferralRow, ResidentRow, ServiceRow
from community.tables.statuses import ReferralStatus, RequestStatus
from community.tables.support_vocabulary import ReferralKind
from community.tables.verbs import Verb
from community.tables.vocabulary import Direction, LineKind


def _open(_: View) -> Where:
    return lambda c: [c.status != ReferralStatus.CLOSED]


def _read_ahead(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(ReferralRow, ids)
    found = [view.visible.look.get(ReferralRow, one) for one in ids]
    view.visible.read_ahead(ResidentRow, [row.resident_id for row in found if row is not None and row.resident_id])
    view.visible.read_ahead(HelpRequestRow, [row.request_id for row in found if row is not None and row.request_id])
    view.visible.look.read_ahead(ServiceRow, [row.service_id for row in found if row is not None and row.service_id])


def _pieces(view: View, referral_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(ReferralRow, referral_id)
    if row.kind == ReferralKind.HUB and row.direction == Direction.IN:
        yield from _from_another_hub(view, row)
    else:
        yield from _sent_to_us(view, row) if row.direction == Direction.IN else _passed_on(view, row)


def _from_another_hub(view: View, row: ReferralRow) -> Iterator[WorklistItem]:
    who = named(view.visible, row.request_id) or "a request"
    title = f"Say that you have it: {who}, from {row.service or 'another hub'}"
    yield WorklistItem(row.id, row.table, LineKind.HUB_HANDS_OVER, title, moment(row.at), view.promise(row.at), UNSURE,
                       hub=row.hub, why=row.what, who=people(row.resident_id))  # fmt: skip


def _sent_to_us(view: View, row: ReferralRow) -> Iterator[WorklistItem]:
    request = view.reader.get(HelpRequestRow, row.request_id or "")
    if request is None or request.status != RequestStatus.CLOSED:
        return
    who = named(view.visible, row.resident_id) or "a resident"
    resident = view.reader.get(ResidentRow, row.resident_id or "")
    died = ", who has died" if resident is not None and resident.died_on is not None else ""
    title = f"Tell {request.referrer_name or row.service or 'whoever sent them'} what may be said: {who}{died}"
    yield WorklistItem(row.id, row.table, LineKind.REFERRER_DUE, title, moment(request.changed_at),
                       view.promise(request.changed_at), UNSURE, hub=row.hub, telephone=request.referrer_telephone,
                       who=people(row.resident_id))  # fmt: skip


def _passed_on(view: View, row: ReferralRow) -> Iterator[WorklistItem]:
    resident = view.reader.get(ResidentRow, row.resident_id or "")
    service = view.reader.get(ServiceRow, row.service_id or "")
    there = (service.name if service is not None else row.service) or "the service"
    who = named(view.visible, row.resident_id) or "a resident"
    what = "a request that you gave them" if row.kind == ReferralKind.HUB else who
    chase = view.end_of(row.chase_on) if row.chase_on else None
    if resident is not None and resident.died_on is not None:
        title = f"Tell {there} kindly that {who} has died"
    elif (
        row.status == ReferralStatus.SENT
        and row.chase_on is not None
        and row.chase_on <= view.this_day.date().isoformat()
    ):
        title = f"Ask {there} whether somebody has taken it up: {what}"
    else:
        return
    number = (service.public_telephone or service.telephone) if service is not None else None
    yield WorklistItem(row.id, row.table, LineKind.REFERRAL_DUE, title, moment(row.at), chase, UNSURE, hub=row.hub,
                       telephone=number, who=people(row.resident_id))  # fmt: skip


REFERRALS = WorklistPart(ReferralRow, _open, _pieces, _read_ahead, Verb.REFERRAL_TAKEN_UP)
