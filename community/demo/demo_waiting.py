"""What waits until a day: volunteers who are away, needs that are for later."""

from collections.abc import Sequence
from datetime import timedelta

from community.casework import hold
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_town import Town
from community.demo.demo_triage import Wanted
from community.tables.row_types import NeedRow, VolunteerRow
from community.tables.statuses import VolunteerStatus

AWAY, LATER = 0.015, 0.1
LATELY = timedelta(days=14)


def hold_some(town: Town, wanted: Sequence[Wanted]) -> None:
    """A few volunteers ask for a rest until a day; a few needs of the last fortnight begin next week or later."""
    lots = town.lots("waiting")
    needs = [w.need for w in wanted if town.calendar.now - w.known_at < LATELY]
    ready = [v for v in town.ledger.all(VolunteerRow) if v.now.status == VolunteerStatus.READY]
    for records, share in ((needs, LATER), (ready, AWAY)):
        for record in records:
            if lots.random() < share:
                _hold(town, record, lots.randint(3, 21))


def _hold(town: Town, record: LedgerRecord[NeedRow] | LedgerRecord[VolunteerRow], days: int) -> None:
    until = town.calendar.now + timedelta(days=days)
    at = max(record.changed_at, town.calendar.now - timedelta(days=3)) + timedelta(minutes=5)
    if at < town.calendar.now:
        by = town.at_work(town.coordinator(record.now.hub), at)
        hold(by, record.table, record.id, until, seen=record.now.status)
