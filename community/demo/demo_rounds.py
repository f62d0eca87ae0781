"""Rounds in the invented town: streets with a champion, called or to call; a food round; a request handed over."""

from collections import Counter
from datetime import timedelta

from community.casework import agree_day, as_joined, give_to_hub, happened, leaflets_done, pack_parcels, share_out
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_messages import give_link
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.row_types import (
    ColumnName,
    HelpRequestRow,
    HouseholdRow,
    MatchRow,
    NeedRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import HouseholdStatus, MatchStatus, RequestStatus, VisitStatus, VolunteerStatus
from community.tables.support_vocabulary import LawfulBasis, RoundWay
from community.tables.verbs import Verb
from community.tables.vocabulary import Recurs

HOUSEHOLDS = (
    *[HouseholdStatus.LISTED] * 8, *[HouseholdStatus.TRIED] * 3, HouseholdStatus.MOVED, *[HouseholdStatus.REACHED] * 3,
    *[HouseholdStatus.REFUSED] * 3, *[HouseholdStatus.JOINED] * 2,
)  # fmt: skip
STREETS = {
    "Honeystone Rise": (range(8, 15), None),
    "Copper Beech Lane": (range(4), RoundWay.CALL),
    "Wagtail Close": (range(4, 7), RoundWay.LEAFLET),
}
"""Streets that have a champion: which of the households stand there, and what is still to be done in it."""
PARCELS, _PARCEL = 11, "food_parcel"


def add_households(town: Town) -> None:
    """A list from the council, held for ten weeks more: some tried, some reached, some refused, two now residents."""
    lots = town.lots("households to reach")
    residents = town.ledger.all(ResidentRow)
    came = town.calendar.now - timedelta(days=17)
    places = {street: town.home(lots, asking=True) for street in STREETS}
    for number, status in enumerate(HOUSEHOLDS):
        joined = lots.choice(residents) if status == HouseholdStatus.JOINED and residents else None
        street = next((street for street, (doors, _) in STREETS.items() if number in doors), None)
        home = places[street] if street else town.home(lots, asking=True)
        values = {
            "list_name": "Winter register", "name": town.cast.name(title=True),
            "telephone": town.cast.telephone(mobile=False), "postcode": home.postcode,
            "address": f"{2 * number + 1} {street}" if street else town.cast.address(),
            "why": lots.choice(words("people")["why_listed"]), "lawful_basis": LawfulBasis.PUBLIC_TASK,
            "delete_by": town.calendar.today + timedelta(weeks=10), "hub": home.hub, "status": HouseholdStatus.LISTED,
        }  # fmt: skip
        if joined is not None:
            values |= {column: joined.now[column] for column in ("name", "telephone", "postcode", "address", "hub")}
        at = came + timedelta(seconds=number)
        household = town.came_in(HouseholdRow, values, at=at, by=town.director.name)
        if status == HouseholdStatus.LISTED or (status == HouseholdStatus.JOINED and joined is None):
            continue
        at = town.calendar.later(lots, at, timedelta(days=1), timedelta(days=12))
        noted: dict[str, object] = {ColumnName.TRIED: 1 + number % 2, ColumnName.TRIED_AT: at}
        if joined is not None:
            noted.update(as_joined(household.now, joined.id).items())
        town.write_down(household, town.call_handler(lots), at, status, **noted)


def add_champions(town: Town) -> None:
    """A Street Champion for each street: in one all are called, in one they ring, in one they bring leaflets."""
    lots, at = town.lots("whose street"), town.calendar.now - timedelta(hours=20)
    ready = [v for v in town.ledger.all(VolunteerRow) if v.now.status == VolunteerStatus.READY and v.changed_at < at]
    households = town.ledger.all(HouseholdRow)
    for street, (doors, way) in STREETS.items():
        homes = [households[number] for number in doors]
        near = [v for v in ready if v.now.hub == homes[0].now.hub]
        if not near:
            continue
        champion, here = lots.choice(near), town.at_work(town.coordinator(homes[0].now.hub), at)
        ready.remove(champion)
        happened(here, Verb.CHAMPION, champion.id, {"streets": street})
        if way is not None:
            share_out(here, way, [each.id for each in homes], [], [champion.id])
        if way is RoundWay.LEAFLET:
            leaflets_done(here, [homes[0].id])


def add_food_round(town: Town) -> None:
    """What is brought today, parcels before shopping, as agreed yesterday; some of it is packed."""
    at = town.calendar.now - timedelta(hours=19)
    visits = town.ledger.all(VisitRow)
    been = {visit.now.match_id for visit in visits if visit.now.status == VisitStatus.DONE}
    comes = {visit.now.match_id for visit in visits if visit.now.status == VisitStatus.PLANNED}
    rests = [m for m in town.ledger.all(MatchRow) if m.id in been - comes and m.changed_at < at]
    found = [match for match in rests if _brings(town, match)]
    many = Counter[str]()
    for match in found:
        many[match.now.volunteer_id] += 3 if _brings(town, match) == _PARCEL else 1
    found.sort(key=lambda match: (-many[match.now.volunteer_id], match.now.volunteer_id, match.id))
    for number, match in enumerate(found[:PARCELS]):
        by, then = town.director, at + timedelta(minutes=3 * number)
        agree_day(town.at_work(by, then), match.id, town.calendar.today)
        give_link(town, match, by, then + timedelta(minutes=1))
    packed = [match.id for match in found[: PARCELS // 2]]
    pack_parcels(town.at_work(town.director, town.calendar.now - timedelta(minutes=20)), packed, town.calendar.today)


def _brings(town: Town, match: LedgerRecord[MatchRow]) -> str | None:
    """The kind of help by which food is brought each week; None for any other."""
    need = town.ledger.record(NeedRow, str(match.now.need_id)).now
    task = town.settings.task_types[str(need.task_type)]
    goes_on = match.now.status == MatchStatus.ACTIVE and need.recurs == Recurs.WEEKLY
    return need.task_type if goes_on and task.group == "food" and task.in_person else None


def hand_one_over(town: Town) -> None:
    """A request that one hub gave to the next this morning or last night: nobody there has said that they have it."""
    hubs = list(town.settings.hubs)
    for request in reversed(town.ledger.all(HelpRequestRow)):
        own, at = str(request.now.hub), request.changed_at + timedelta(minutes=40)
        waits = request.now.status == RequestStatus.NEW and request.now.hold_until is None and own in hubs
        if waits and at < town.calendar.now and len(hubs) > 1:
            other = hubs[(hubs.index(own) + 1) % len(hubs)]
            give_to_hub(town.at_work(town.coordinator(own), at), request.id, other, seen=request.now.status)
            return
