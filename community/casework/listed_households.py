"""Households on lists that may still be shown: without those of people to whom nobody goes as to a stranger."""

from collections.abc import Iterable
from datetime import datetime

from community.book import Reader
from community.casework.contact_safety import safe_contact
from community.casework.street_names import named_home
from community.casework.visibility import Visibility
from community.identity import house_numbers, phone_numbers, postcode_of
from community.tables.canonical import LONDON
from community.tables.message_codes import SafeWay
from community.tables.row_types import HouseholdRow, ResidentRow, VolunteerRow
from community.tables.statuses import HouseholdStatus
from community.tables.vocabulary import YesNo


def listed(visible: Visibility, now: datetime) -> list[HouseholdRow]:
    """The households within sight that may still be shown: from the day on that their list names, nobody sees them.

    Nor does anybody see those of people whom we know and who must not be rung, or whose address is protected, or who
    have died: a list that somebody else made knows nothing of that.
    """
    today = now.astimezone(LONDON).date().isoformat()
    rows = visible.rows(HouseholdRow, lambda c: [c.delete_by > today, c.status != HouseholdStatus.REFUSED], order=None)
    closed = _closed(visible.reader) if rows else frozenset()
    return [row for row in rows if closed.isdisjoint(_marks(row))] if closed else rows


def _closed(reader: Reader) -> frozenset[str]:
    """The numbers and doors of everybody to whom nobody goes as to a stranger, whichever hub they belong to."""
    people: list[ResidentRow | VolunteerRow] = []
    for table in (ResidentRow, VolunteerRow):
        people += reader.rows(
            table,
            lambda c: [c.not_safe.is_not(None) | (c.protected_address == YesNo.YES) | c.died_on.is_not(None)],
            order=None,
        )
    found = set[str]()
    for row in people:
        heed = safe_contact(row)
        if heed.protected or row.died_on is not None or SafeWay.RING in heed.unsafe:
            found |= _marks(row) if heed.protected else {each.form for each in phone_numbers(row.telephone)}
    return frozenset(found)


def _marks(row: HouseholdRow | ResidentRow | VolunteerRow) -> set[str]:
    """Each number in one form, and each door: the postcode with the number of the house, or with its name."""
    address = None if isinstance(row, VolunteerRow) else row.address
    postcode = postcode_of(row.postcode) or postcode_of(address)
    doors = {f"{postcode} {number}" for number in house_numbers(address)} if postcode else set()
    if (home := named_home(postcode, address)) is not None:
        doors.add(home)
    return {each.form for each in phone_numbers(row.telephone)} | doors


def how_reached(rows: Iterable[HouseholdRow]) -> tuple[int, int, int]:
    """How many of these were spoken to, were rung without an answer so far, and have a leaflet."""
    spoken = tried = leaflets = 0
    for row in rows:
        spoken += row.status in {HouseholdStatus.REACHED, HouseholdStatus.JOINED}
        tried += row.status == HouseholdStatus.TRIED
        leaflets += row.leaflet_on is not None
    return spoken, tried, leaflets
