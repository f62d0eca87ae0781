"""Visits of the invented town that are agreed for a day to come, and some that are called off before their day."""

from datetime import timedelta

from community.casework import agree_day, call_off_visit
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_messages import give_link
from community.demo.demo_town import Town
from community.tables.row_types import MatchRow, NeedRow, VisitRow
from community.tables.statuses import MatchStatus, VisitStatus
from community.tables.vocabulary import Recurs

AGREED, OFF = 16, 4
"""So many visits are agreed on by telephone in the last two days, and so many of them called off since."""


def agree_visits(town: Town) -> None:
    """Agree on the next day of some who go on; now and then one of the two rings again and can't."""
    lots = town.lots("visits to come")
    been = {visit.now.match_id for visit in town.ledger.all(VisitRow) if visit.now.status == VisitStatus.DONE}
    going = [match for match in town.ledger.all(MatchRow) if match.id in been and _goes_on(town, match)]
    chosen = lots.sample(going, min(AGREED, len(going)))
    chosen.sort(key=lambda match: not town.ledger.found("messages", "about", [match.id]))
    off = chosen[: 2 * OFF : 2]  # whom we write to comes first, and not all of them are called off
    for match in chosen:
        by = town.call_handler(lots)
        at = town.calendar.now - timedelta(minutes=lots.randint(90, 2 * 24 * 60))
        at = max(at, match.changed_at + timedelta(minutes=5))
        on = town.calendar.today + timedelta(days=lots.randint(1, 7))
        if at + timedelta(minutes=75) > town.calendar.now:
            continue
        agree_day(town.at_work(by, at), match.id, on)
        give_link(town, match, by, at + timedelta(minutes=1))
        if match in off:
            resident = town.ledger.record(NeedRow, str(match.now.need_id)).now.resident_id
            rings = town.at_work(by, at + timedelta(minutes=lots.randint(20, 70)))
            heard = {str(resident), match.now.volunteer_id}
            call_off_visit(rings, match.id, on, seen=match.now.status, heard=heard)


def _goes_on(town: Town, match: LedgerRecord[MatchRow]) -> bool:
    need = town.ledger.record(NeedRow, str(match.now.need_id)).now
    return match.now.status == MatchStatus.ACTIVE and need.recurs == Recurs.WEEKLY
