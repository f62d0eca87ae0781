"""Triage: it turns a request into a resident and one need for each kind of help."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

from community.book import Action
from community.casework.actions import state_allows
from community.casework.casework_errors import NotNow, WhichResident
from community.casework.first_visits import TWO
from community.casework.identity_leaks import check_tells_nobody
from community.casework.resident_identity import same_resident
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.places import Place, what_stands_there
from community.settings import Settings
from community.tables.canonical import split
from community.tables.ids import derive
from community.tables.row_types import HelpRequestRow, NeedRow, NeedValues, ResidentRow, ResidentValues
from community.tables.statuses import NeedStatus, RequestStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import URGENCIES, DbsLevel, Recurs, Urgency

USUAL_URGENCY = Urgency.THIS_WEEK
"""What "I'm not sure" counts as, until somebody says otherwise."""
NEW_RESIDENT = RequestStatus.NEW
ENOUGH = 2
"""So many things must be the same before a coordinator joins somebody to another hub's resident, whom they then see."""


@dataclass(frozen=True)
class NeedAsked:
    """One kind of help as the person who triages puts it. What they leave out is taken from the request."""

    task_type: str
    details: str | None = field(default=None, repr=False)
    """Words that a volunteer may read before they say yes: what to do, nothing that tells who."""
    urgency: str | None = None
    slots: tuple[str, ...] | None = None
    recurs: str | None = None
    people: int = 1
    as_it_is: bool = False
    """Whether somebody said that `details` may be read though they may tell who it is for."""
    min_dbs: str | None = None
    """The check that this need asks for, where a person has decided it; else what its kind of help proposes."""


@dataclass(frozen=True)
class Triaged:
    """The result of triage: the resident and the needs, new or there before."""

    action: Action
    resident_id: str
    need_ids: tuple[str, ...]


def triage(
    context: WorkContext,
    request_id: str,
    *,
    seen: str,
    resident: str | None = None,
    needs: Iterable[NeedAsked] | None = None,
) -> Triaged:
    """Make the resident and one need for each kind of help. A second triage adds only what is not there yet.

    `resident` is the id of a known resident, or "new"; without it, the request joins the resident who is sure to be the
    same. Raises WhichResident when a person must say (see `same_resident`), and TellsWho where the words for a
    volunteer may give the resident away and nobody has said that they may stay as they are.
    """

    def work(unit: UnitOfWork) -> tuple[str, tuple[str, ...]]:
        request = unit.take(HelpRequestRow, request_id, seen)
        if not state_allows(Verb.TRIAGE, request):
            raise NotNow("This request is closed.")
        place = context.places.find(request.postcode) if context.places else Place()
        known = _resident(unit, request, resident, place)
        check_lives(unit, known)
        asked = list(needs) if needs is not None else [NeedAsked(t) for t in split(request.tasks)]
        made = tuple(_need(unit, request, known, each, place) for each in asked)
        if not made:
            raise NotNow("Choose at least one kind of help.")
        unit.move(request, RequestStatus.TRIAGED)
        unit.set(request, "resident_id", known)
        unit.set(request, "hold_until", None)
        return known, made

    action, (known, made) = do(context, Verb.TRIAGE, work)
    return Triaged(action, known, made)


def _resident(unit: UnitOfWork, request: HelpRequestRow, chosen: str | None, place: Place) -> str:
    """The id of the resident, who is added when new. A request that was triaged before keeps its resident."""
    if chosen is None:
        if request.resident_id is not None:
            return str(request.resident_id)
        found = same_resident(unit.visible, request, deciding=True)
        if found.sure is None and found.candidates:
            raise WhichResident("Somebody like this is known already. Say whether it is the same person.")
        chosen = found.sure or NEW_RESIDENT
    if chosen != NEW_RESIDENT:
        return _offered(unit, request, chosen)
    resident_id = derive("P", request.id)
    there = cast("ResidentValues", what_stands_there("residents", place))
    told: ResidentValues = {
        "name": request.name,
        "telephone": request.telephone,
        "email": request.email,
        "reach_by": request.reach_by,
        "text_only": request.text_only,
        "postcode": request.postcode,
        "address": request.address,
        "languages": request.languages,
        "access_needs": request.access_needs,
        "hub": request.hub,
    }
    unit.add(ResidentRow, there | told, resident_id)
    return resident_id


def _offered(unit: UnitOfWork, request: HelpRequestRow, chosen: str) -> str:
    """The id of the resident chosen. Raises NotFound unless they are within sight, or like the person who asks."""
    if chosen == request.resident_id:
        return chosen
    for each in same_resident(unit.visible, request, deciding=True).candidates:
        if each.resident_id == chosen and not each.in_sight:
            if len(each.same) < ENOUGH:
                raise NotNow(
                    "One thing in common is too little to join another hub's resident. Ask the director, or a call "
                    "handler, who see both."
                )
            return chosen
    return str(unit.take(ResidentRow, chosen).id)


def check_lives(unit: UnitOfWork, resident_id: str) -> None:
    """Raise NotNow for somebody who has died: a volunteer would be sent to the door of the bereaved."""
    resident = unit.reader.get(ResidentRow, resident_id)
    if resident is not None and resident.died_on is not None:
        raise NotNow(
            "They have died, the book says. Does somebody else ask? Then say that they are new. Was it a mistake? Undo "
            "it in History. Otherwise close the request."
        )


def _need(unit: UnitOfWork, request: HelpRequestRow, resident_id: str, asked: NeedAsked, place: Place) -> str:
    if not asked.as_it_is:
        check_tells_nobody(unit.visible, request, asked.details)
    need_id = need_id_of(request, asked)
    there = unit.reader.get(NeedRow, need_id)
    if there is not None and there.task_type != asked.task_type:  # its kind was put right since: this is another need
        need_id = derive("N", request.id, asked.task_type, "as well")
    unit.add(NeedRow, need_values(unit.context.settings, request, resident_id, asked, place), need_id)
    return need_id


def need_id_of(request: HelpRequestRow, asked: NeedAsked) -> str:
    """The id that the need for this kind of help has, or will have."""
    return derive("N", request.id, asked.task_type)


def need_values(
    settings: Settings, request: HelpRequestRow, resident_id: str | None, asked: NeedAsked, place: Place
) -> NeedValues:
    """The values of the need that a request becomes. Raises NotNow for a kind of help that is not in the list."""
    task = settings.task_types.get(asked.task_type)
    if task is None:
        raise NotNow("One kind of help asked for is not in our list. Choose what comes nearest.")
    there = cast("NeedValues", what_stands_there("needs", place))
    return there | {
        "request_id": request.id,
        "resident_id": resident_id,
        "task_type": asked.task_type,
        "details": asked.details,
        "urgency": _urgency(asked.urgency or request.urgency),
        "slots": asked.slots if asked.slots is not None else request.slots,
        "recurs": Recurs(asked.recurs or task.recurs),
        "people": max(asked.people, TWO if task.first_visit_by_two else 1),
        "min_dbs": DbsLevel(asked.min_dbs) if asked.min_dbs else None,
        "languages": request.languages,
        "hub": request.hub,
        "asked_at": request.at,
        "status": NeedStatus.OPEN,
    }


def _urgency(told: str | None) -> Urgency:
    return Urgency(told) if told in URGENCIES else USUAL_URGENCY
