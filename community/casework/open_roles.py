"""The volunteering roles of organisations that anybody may ask for now, as strangers may read them."""

from dataclasses import dataclass

from community.casework.user import WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import OpportunityRow, OrganisationRow
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import ROLE_OF


@dataclass(frozen=True)
class OpenRole:
    """A role that may be asked for, with nothing in it that is not printed."""

    id: str
    name: str
    organisation: str | None
    what: str | None
    times: str | None
    place: str | None
    hub: str | None


def _signed(c: type[OrganisationRow]) -> list[object]:
    return [c.status == ListingStatus.APPROVED]


def all_open_roles(context: WorkContext) -> list[OpenRole]:
    """The approved roles whose last day has not passed, by name. Raises BookUnavailable."""
    today = context.clock().astimezone(LONDON).date().isoformat()
    with context.book.reading() as reader:
        rows = reader.rows(OpportunityRow, lambda c: [c.status == ListingStatus.APPROVED, c.name.is_not(None)])
        named = {each.id: each.name for each in reader.rows(OrganisationRow, _signed)}
    found = [
        OpenRole(
            row.id,
            str(row.name),
            named.get(row.organisation_id or "") or row[ROLE_OF],
            row.what,
            row.times,
            row.place,
            row.hub,
        )
        for row in rows
        if row.ends_on is None or row.ends_on >= today
    ]
    return sorted(found, key=lambda role: (role.name.casefold(), role.id))
