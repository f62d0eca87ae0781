"""The approved entries of the local directory, for printing: public columns only, and the kinds of help they give."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from community.book import Reader
from community.settings import Settings
from community.tables import TABLES
from community.tables.canonical import split
from community.tables.listing_days import is_lapsed, is_offer, until_of
from community.tables.row_types import ServiceRow
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import HELPS_WITH, ServiceKind
from community.wording import wording

PUBLIC = tuple(column.name for column in TABLES[ServiceRow.TABLE].columns if column.public)
"""The columns of a service that may be printed. Beside them are read its hub, its kinds of help and the last check."""
_LEAD_TO_A_MEMBER = frozenset({"place", "public_telephone", "public_email", "website"})
"""Of what a member would share these are not printed, whatever stands there: they say who it is, or where they live."""
_MOST_DAYS = re.compile(r"every day|daily|monday (to|until) |mondays to ", re.IGNORECASE)


@dataclass(frozen=True)
class ServiceListing:
    """One entry as strangers may read it."""

    id: str
    told: ServiceRow
    """Its public columns, and no others."""
    helps_with: tuple[str, ...]
    hub: str | None
    checked_on: date | None
    overdue: bool
    until: date | None = None
    """The last day of what a member would share."""

    @property
    def name(self) -> str:
        """Its name."""
        return str(self.told.name)

    @property
    def kind(self) -> str:
        """What it is. What nobody told the kind of is a service."""
        known = self.told.kind
        return known if known in set(ServiceKind) else ServiceKind.SERVICE

    @property
    def day(self) -> int:
        """The first day of the week on which it is there: 0 for Monday; 7 for most days, 8 where none is named."""
        times = (self.told.times or "").lower()
        if _MOST_DAYS.search(times):
            return 7
        days = [name.lower() for name in wording().days.values()]
        return next((number for number, name in enumerate(days) if name in times), 8)


def listings(reader: Reader, settings: Settings, today: date) -> list[ServiceListing]:
    """The approved services that have a name and whose last day has not passed, by name."""
    groups = set(groups_of(settings))
    rows = reader.rows(ServiceRow, lambda c: [c.status == ListingStatus.APPROVED, c.name.is_not(None)])
    found = [
        ServiceListing(
            id=row.id,
            told=_printed(row),
            helps_with=tuple(each for each in split(row[HELPS_WITH]) if each in groups),
            hub=row.hub if row.hub in settings.hubs else None,
            checked_on=None if row.checked_on is None else date.fromisoformat(row.checked_on),
            overdue=settings.directory.is_overdue(row.checked_on, today),
            until=until_of(row),
        )
        for row in rows
        if not is_lapsed(row, today.isoformat())
    ]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def _printed(row: ServiceRow) -> ServiceRow:
    withheld = _LEAD_TO_A_MEMBER if is_offer(row) else frozenset[str]()
    return ServiceRow.of({name: None if name in withheld else row[name] for name in PUBLIC})


def groups_of(settings: Settings) -> list[str]:
    """The kinds of help that have a page, in the order of the task types."""
    return list(dict.fromkeys(task.group for task in settings.task_types.values()))


def of_kind(found: Iterable[ServiceListing], kind: str) -> list[ServiceListing]:
    """Those that are of this kind."""
    return [each for each in found if each.kind == kind]
