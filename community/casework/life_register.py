"""Every event of a life, by its verb: what may befall a record now, what would follow from it, and doing it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from community.book import Action
from community.casework import (
    accidents,
    door_keys,
    enquiries,
    household_life,
    hub_coverage,
    life_events,
    member_offers,
    organisation_asks,
    pair_life,
    referrals,
    referrals_in,
    resident_life,
    unable_to_help,
    volunteer_life,
)
from community.casework.casework_errors import NotNow
from community.casework.life_aftermath import Aftermath, aftermath
from community.casework.life_frame import Answers, Happening, LifeEvent, LifeTold, life_work
from community.casework.permissions import can, check_user_can
from community.casework.unit_of_work import UnitOfWork, do, would_do
from community.casework.user import WorkContext
from community.casework.visibility import looking, row_type_of
from community.tables.row import TableRow
from community.tables.row_types import PairRow
from community.tables.verbs import Verb

LIFE_EVENTS: tuple[LifeEvent, ...] = tuple(
    event
    for module in (
        *(resident_life, household_life, life_events, volunteer_life, pair_life, unable_to_help),
        *(referrals, referrals_in, organisation_asks, enquiries, member_offers, door_keys, accidents, hub_coverage),
    )
    for event in module.EVENTS
)


def events_of(context: WorkContext, row: TableRow[Any, Any]) -> list[LifeEvent]:
    """What may be written down about this record by this user now."""
    return [
        event
        for event in LIFE_EVENTS
        if row.table == event.about.TABLE
        and can(context.user, event.verb, row)
        and event.fits(row)
        and not (event.book_only and context.settings.kept_in_sheet)
    ]


def foresee_event(context: WorkContext, verb: Verb, record_id: str, answers: Answers) -> Aftermath:
    """What would follow now. Raises as `happened` does."""
    check_user_can(context.user, verb)
    event, said = _event(verb, record_id), list[str]()
    work = life_work(event, record_id, answers, None)

    def foreseen(unit: UnitOfWork) -> None:
        work(unit)
        if event.says is not None:
            told = LifeTold(event.asks, answers, unit.now)
            said.append(event.says(Happening(verb, unit, unit.read(event.about, record_id), told)))

    unit = would_do(context, verb, foreseen, _heard(context, event, record_id))
    return replace(aftermath(context, unit, record_id), say=said[0] if said else None)


def happened(
    context: WorkContext,
    verb: Verb,
    record_id: str,
    answers: Answers,
    *,
    knowing: Collection[str] | None = None,
    seen: Mapping[str, object] | None = None,
) -> Action:
    """Write an event down with all that follows from it. `knowing`: the matches of which the page warned the user.

    `seen`: what the columns held that the answers would write over, as the page showed them. Raises NotNow where an
    answer is missing, where it does not go now, or where another match would end by now; Stale where somebody has
    written something else there since.
    """
    check_user_can(context.user, verb)
    event = _event(verb, record_id)
    work = life_work(event, record_id, answers, knowing, seen)
    return do(context, verb, work, heard=_heard(context, event, record_id))[0]


def _event(verb: Verb, record_id: str) -> LifeEvent:
    kind = row_type_of(record_id)
    found = next((event for event in LIFE_EVENTS if event.verb is verb and event.about is kind), None)
    if found is None:
        raise NotNow("This does not happen to a record of this kind.")
    return found


def _heard(context: WorkContext, event: LifeEvent, record_id: str) -> set[str]:
    """Who needs no call from elsewhere about it."""
    if not event.heard:
        return set()
    if event.about is not PairRow:
        return {record_id}
    with looking(context) as visible:
        pair = visible.get(PairRow, record_id)
        return {pair.resident_id, pair.volunteer_id}
