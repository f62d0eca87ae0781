"""Outreach: households on lists that somebody rings or brings a leaflet, shared out by street, and what came of it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

from community.book import Action
from community.casework.casework_errors import NotNow
from community.casework.listed_households import listed
from community.casework.permissions import check_user_can
from community.casework.street_names import door, street_key, street_of
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.places import Place, what_follows
from community.tables.canonical import LONDON
from community.tables.ids import derive
from community.tables.row_types import (
    HelpRequestRow,
    HelpRequestValues,
    HouseholdField,
    HouseholdRow,
    VolunteerRow,
    VolunteerValues,
)
from community.tables.statuses import HouseholdStatus, RequestStatus, VolunteerStatus
from community.tables.support_vocabulary import RoundWay
from community.tables.verbs import Verb
from community.tables.vocabulary import Channel, ForWhom, Urgency, YesNo

TO_CALL = (HouseholdStatus.LISTED, HouseholdStatus.TRIED)
GONE = frozenset({HouseholdStatus.JOINED, HouseholdStatus.MOVED})
"""They came to us, or moved away: nobody goes there as to a stranger."""
MOST_TRIES = 3
"""After so many calls without an answer nobody is rung again; a leaflet may still go there."""


class OutreachResult(StrEnum):
    """What came of a call."""

    NO_ANSWER = "no_answer"
    FINE = "fine"
    """They know about us, and need nothing now."""
    HELP = "help"
    VOLUNTEERS = "volunteers"
    REFUSED = "refused"
    MOVED = "moved"


_BECOMES = {
    OutreachResult.FINE: HouseholdStatus.REACHED,
    OutreachResult.HELP: HouseholdStatus.JOINED,
    OutreachResult.VOLUNTEERS: HouseholdStatus.JOINED,
    OutreachResult.REFUSED: HouseholdStatus.REFUSED,
    OutreachResult.MOVED: HouseholdStatus.MOVED,
}


@dataclass(frozen=True)
class OutreachRound:
    """What one person has to do: by which way, and which households in the order of their doors."""

    way: str
    who: str = field(repr=False)
    """The name of whoever works here, or the id of a volunteer."""
    homes: tuple[HouseholdRow, ...] = field(repr=False)


def households(context: WorkContext) -> list[HouseholdRow]:
    """The households within sight that may still be shown, by street and door."""
    check_user_can(context.user, Verb.OUTREACH)
    with looking(context) as visible:
        return sorted(listed(visible, context.clock()), key=_street_and_door)


def rounds_of(rows: Sequence[HouseholdRow]) -> list[OutreachRound]:
    """The rounds that are shared out, by way and by whose they are."""
    found: dict[tuple[str, str], list[HouseholdRow]] = defaultdict(list)
    for row in rows:
        if row.round_way:
            found[row.round_way, row.volunteer_id or row.caller or ""].append(row)
    return [OutreachRound(*whose, tuple(homes)) for whose, homes in sorted(found.items())]


def households_to_share(rows: Sequence[HouseholdRow], way: RoundWay) -> list[HouseholdRow]:
    """Those that nobody has on a round and that this way can still reach."""
    if way is RoundWay.LEAFLET:
        return [
            row for row in rows
            if row.round_way is None and row.status not in GONE and row.leaflet_on is None and row.address
        ]  # fmt: skip
    return [
        row for row in rows
        if row.round_way is None and row.status in TO_CALL and row.telephone and int(row.tried or 0) < MOST_TRIES
    ]  # fmt: skip


def shared_between(
    rows: Sequence[HouseholdRow], people: Sequence[str], champions: Mapping[str, str]
) -> dict[str, list[HouseholdRow]]:
    """By person, the households of whole streets: a street goes to its champion, any other to whoever has fewest."""
    streets: dict[str, list[HouseholdRow]] = defaultdict(list)
    for row in rows:
        streets[street_key(street_of(row.address) or row.postcode or "")].append(row)
    load, found = Counter(dict.fromkeys(people, 0)), defaultdict[str, list[HouseholdRow]](list)
    for key, homes in sorted(streets.items(), key=lambda each: (-len(each[1]), each[0])):
        own = champions.get(key, "")
        who = own if own in load else min(people, key=lambda one: (load[one], people.index(one)))
        load[who] += len(homes)
        found[who] += sorted(homes, key=_street_and_door)
    return found


def share_out(
    context: WorkContext, way: RoundWay, ids: Collection[str], callers: Sequence[str], volunteers: Sequence[str]
) -> Action:
    """Share these households out, street by street, among whoever works here (by name) and volunteers (by id)."""

    def work(unit: UnitOfWork) -> None:
        people = [*dict.fromkeys(callers), *dict.fromkeys(volunteers)]
        if not people:
            raise NotNow("Say first who goes: those who work here, or volunteers.")
        known = [unit.take(VolunteerRow, one) for one in volunteers]
        if any(one.status != VolunteerStatus.READY for one in known):
            raise NotNow("Only a volunteer who is ready gets a round.")
        rows = households_to_share([_taken(unit, one) for one in ids], way)
        if not rows:
            raise NotNow("Nobody is left to share out: somebody did it meanwhile.")
        champions = {street_key(s): v.id for v in known for s in (v.champion_of or "").split(",") if s.strip()}
        for who, homes in shared_between(rows, people, champions).items():
            for row in homes:
                unit.set(row, "round_way", way)
                unit.set(row, "volunteer_id" if who in set(volunteers) else "caller", who)

    return do(context, Verb.SHARE_OUT, work)[0]


def leaflets_done(context: WorkContext, ids: Collection[str]) -> Action:
    """Write down that a leaflet came through each of these doors today."""

    def work(unit: UnitOfWork) -> None:
        for one in ids:
            row = _taken(unit, one)
            unit.set(row, "leaflet_on", unit.now.astimezone(LONDON).date())
            _off_the_round(unit, row)

    return do(context, Verb.OUTREACH, work)[0]


def write_outreach_result(
    context: WorkContext,
    household_id: str,
    result: OutreachResult,
    *,
    words: str | None = None,
    flags: Iterable[str] = (),
    seen: str,
) -> Action:
    """Write down what came of a call. Help becomes a request in Triage; who offers it waits among the volunteers.

    `flags` are what the words raise, such as danger: by them a person reads the request before any other.
    """

    def work(unit: UnitOfWork) -> None:
        row = _taken(unit, household_id, seen)
        if row.status in GONE:
            raise NotNow("This household is off the list already.")
        unit.set(row, "tried", int(row.tried or 0) + 1)
        unit.set(row, "tried_at", unit.now)
        if result is not OutreachResult.NO_ANSWER:
            unit.move(row, _BECOMES[result])
        elif row.status == HouseholdStatus.LISTED:
            unit.move(row, HouseholdStatus.TRIED)
        one = None
        if result is OutreachResult.HELP:
            one = derive("R", "outreach", row.id, unit.at)
            unit.add(HelpRequestRow, _request(unit, row, words, flags), one)
        if result is OutreachResult.VOLUNTEERS:
            one = derive("V", "outreach", row.id, unit.at)
            unit.add(VolunteerRow, _volunteer(unit, row, words, flags), one)
        for column, value in as_joined(row, one).items() if one is not None else ():
            unit.set(row, column, value)
        if result is not OutreachResult.NO_ANSWER or int(row.tried or 0) + 1 >= MOST_TRIES:
            _off_the_round(unit, row)

    return do(context, Verb.OUTREACH, work)[0]


def as_joined(row: HouseholdRow, joined_as: str) -> dict[HouseholdField, object]:
    """What is put down of a household that came to us: who they are stands in their own record from now on.

    An erasure of that record takes this row with it. The street stays, without a door, so that it still counts as one
    where somebody was reached.
    """
    gone: dict[HouseholdField, object] = {"name": None, "telephone": None, "postcode": None, "why": None}
    return {**gone, "address": street_of(row.address), "joined_as": joined_as}


def _taken(unit: UnitOfWork, one: str, seen: str | None = None) -> HouseholdRow:
    row = unit.take(HouseholdRow, one, seen)
    if (row.delete_by or "") <= unit.now.astimezone(LONDON).date().isoformat():
        raise NotNow("The day has come by which this household goes from the list.")
    if row.status == HouseholdStatus.REFUSED:
        raise NotNow("They want nothing from us. Nobody goes there again.")
    return row


def _off_the_round(unit: UnitOfWork, row: HouseholdRow) -> None:
    for column in ("round_way", "caller", "volunteer_id"):
        unit.set_by_name(row, column, None)


def _request(unit: UnitOfWork, row: HouseholdRow, words: str | None, flags: Iterable[str]) -> HelpRequestValues:
    if not (words or "").strip():
        raise NotNow("Write down what would help, in their words.")
    there = cast("HelpRequestValues", _there(unit, HelpRequestRow.TABLE, row, flags))
    return {
        **there,
        "for_whom": ForWhom.MYSELF,
        "name": row.name,
        "telephone": row.telephone,
        "postcode": row.postcode,
        "address": row.address,
        "details": words,
        "urgency": Urgency.THIS_WEEK,
        "channel": Channel.TELEPHONE,
        "status": RequestStatus.NEW,
    }


def _volunteer(unit: UnitOfWork, row: HouseholdRow, words: str | None, flags: Iterable[str]) -> VolunteerValues:
    there = cast("VolunteerValues", _there(unit, VolunteerRow.TABLE, row, flags))
    return {
        **there,
        "name": row.name,
        "telephone": row.telephone,
        "postcode": row.postcode,
        "about": words,
        "consent": YesNo.YES,
        "status": VolunteerStatus.APPLIED,
    }


def _there(unit: UnitOfWork, table: str, row: HouseholdRow, flags: Iterable[str]) -> dict[str, object]:
    """What follows from their postcode, as for whoever fills in a form; the hub that reached them keeps them."""
    place = unit.context.places.find(row.postcode) if unit.context.places else Place()
    return {**what_follows(table, place, flags), "hub": row.hub or place.hub}


def _street_and_door(row: HouseholdRow) -> tuple[str, tuple[int, str]]:
    return street_key(street_of(row.address) or row.postcode or ""), door(row.address)
