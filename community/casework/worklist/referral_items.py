"""Lines about people who were passed on to a service: nobody there has answered, or they have died meanwhile."""

from collections.abc import Iterator, Sequence

from community.book import Where
from community.casework.display_names import named
from community.casework.worklist.worklist_item import UNSURE, WorklistItem, people
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment
from community.tables.row_types import ReferralRow, ResidentRow, ServiceRow
from community.tables.statuses import ReferralStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import Direction, LineKind


def _open(_: View) -> Where:
    return lambda c: [c.status != ReferralStatus.CLOSED, c.direction != Direction.IN]


def _read_ahead(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(ReferralRow, ids)
    found = [view.visible.look.get(ReferralRow, one) for one in ids]
    view.visible.read_ahead(ResidentRow, [row.resident_id for row in found if row is not None and row.resident_id])
    view.visible.look.read_ahead(ServiceRow, [row.service_id for row in found if row is not None and row.service_id])


def _pieces(view: View, referral_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(ReferralRow, referral_id)
    resident = view.reader.get(ResidentRow, row.resident_id or "")
    service = view.reader.get(ServiceRow, row.service_id or "")
    there = (service.name if service is not None else row.service) or "the service"
    who = named(view.visible, row.resident_id) or "a resident"
    chase = view.end_of(row.chase_on) if row.chase_on else None
    if resident is not None and resident.died_on is not None:
        title = f"Tell {there} kindly that {who} has died"
    elif (
        row.status == ReferralStatus.SENT
        and row.chase_on is not None
        and row.chase_on <= view.this_day.date().isoformat()
    ):
        title = f"Ask {there} whether somebody has taken it up: {who}"
    else:
        return
    number = (service.public_telephone or service.telephone) if service is not None else None
    yield WorklistItem(row.id, row.table, LineKind.REFERRAL_DUE, title, moment(row.at), chase, UNSURE, hub=row.hub,
                       telephone=number, who=people(row.resident_id))  # fmt: skip


REFERRALS = WorklistPart(ReferralRow, _open, _pieces, _read_ahead, Verb.REFERRAL_TAKEN_UP)
