"""Several needs at once under one request, that no form was filled in for: for a resident, or for an organisation."""

from collections.abc import Sequence

from community.casework.identity_leaks import check_tells_nobody
from community.casework.request_triage import NeedAsked, check_lives, need_values
from community.casework.unit_of_work import UnitOfWork
from community.places import Place
from community.tables.ids import derive
from community.tables.row_types import HelpRequestRow, HelpRequestValues, NeedRow, NeedValues, ResidentRow
from community.tables.statuses import RequestStatus
from community.tables.vocabulary import Channel, ForWhom, Urgency


def ask_for_needs(
    unit: UnitOfWork,
    resident: ResidentRow,
    needs: Sequence[NeedAsked],
    *,
    what: str,
    details: str | None = None,
    urgency: Urgency = Urgency.TODAY,
) -> str:
    """Write a request down for this resident, accepted already, with these needs. Returns the request's id.

    `what`: what it came from. The same of the same moment is one. Several needs of one kind stay several.
    """
    check_lives(unit, resident.id)
    request_id = derive("R", what, resident.id, unit.at)
    told: HelpRequestValues = {
        "for_whom": ForWhom.MYSELF,
        "name": resident.name,
        "telephone": resident.telephone,
        "email": resident.email,
        "reach_by": resident.reach_by,
        "text_only": resident.text_only,
        "postcode": resident.postcode,
        "address": resident.address,
        "languages": resident.languages,
        "access_needs": resident.access_needs,
        "tasks": sorted({each.task_type for each in needs}),
        "details": details,
        "urgency": urgency,
        "channel": Channel.TELEPHONE,
        "status": RequestStatus.TRIAGED,
        "hub": resident.hub,
        "resident_id": resident.id,
    }
    unit.add(HelpRequestRow, told, request_id)
    request = HelpRequestRow.of(
        {
            "id": request_id,
            "at": unit.at,
            "urgency": urgency,
            "slots": None,
            "languages": resident.languages,
            "hub": resident.hub,
        }
    )
    where: NeedValues = {
        "easting": resident.easting,
        "northing": resident.northing,
        "sector": resident.sector,
    }
    for number, each in enumerate(needs):
        check_tells_nobody(unit.visible, resident, each.details)
        values = need_values(unit.context.settings, request, resident.id, each, Place())
        unit.add(NeedRow, values | where, derive("N", request_id, each.task_type, str(number)))
    return request_id
