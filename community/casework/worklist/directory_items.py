"""Lines about organisations, services and roles to decide about or to check, and about who asked for a role."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from community.book import Where
from community.casework.display_names import named
from community.casework.known_already import before_words, came_before
from community.casework.worklist.worklist_item import UNSURE, WorklistItem, people
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.settings.response_promise import after_working_days
from community.tables.canonical import moment
from community.tables.listing_days import is_lapsed, is_past, until_of
from community.tables.row_types import EnquiryRow, OpportunityRow, OrganisationRow, ServiceRow, VolunteerRow
from community.tables.statuses import EnquiryStatus, ListingStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind


def _offered(_: View) -> Where:
    return lambda c: [c.status == ListingStatus.OFFERED]


def _listed(_: View) -> Where:
    return lambda c: [c.status != ListingStatus.WITHDRAWN]


def _read_organisations(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(OrganisationRow, ids)


def _about_the_charter(view: View, organisation_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(OrganisationRow, organisation_id)
    wants = "Signed the charter" if row.signed_on else "Wrote about the charter, not signed yet"
    title = f"{wants}: {row.name or 'no name told'}{before_words(came_before(view.visible, [row]), row)}"
    due = view.promise(row.at)
    yield WorklistItem(row.id, "organisations", LineKind.ORGANISATION, title, moment(row.at), due, UNSURE)


ORGANISATIONS = WorklistPart(
    OrganisationRow, _offered, _about_the_charter, _read_organisations, Verb.APPROVE_ORGANISATION
)


def _read_services(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(ServiceRow, ids)


def _about_the_directory(view: View, service_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(ServiceRow, service_id)
    if row.status == ListingStatus.OFFERED:
        title = f"For the directory: {row.name or 'no name told'}"
        yield WorklistItem(row.id, row.table, LineKind.SERVICE, title, moment(row.at), view.promise(row.at), UNSURE)
    elif is_lapsed(row, view.this_day.date().isoformat()):
        yield _due(view, row, f"Its last day is over: {row.name}", str(until_of(row)))
    elif _is_old(view, row.checked_on):
        yield _due(view, row, f"Still so? {row.name or 'no name told'}", row.checked_on)


def _due(view: View, row: ServiceRow, title: str, since: str | None) -> WorklistItem:
    began = view.end_of(since) if since else moment(row.at)
    number = row.public_telephone or row.telephone
    return WorklistItem(row.id, row.table, LineKind.SERVICE_DUE, title, began, None, UNSURE, telephone=number)


def _is_old(view: View, checked_on: str | None) -> bool:
    return view.context.settings.directory.is_overdue(checked_on, view.this_day.date())


SERVICES = WorklistPart(ServiceRow, _listed, _about_the_directory, _read_services, Verb.APPROVE_SERVICE)


def _read_roles(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(OpportunityRow, ids)


def _about_roles(view: View, role_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(OpportunityRow, role_id)
    name = row.name or "no name told"
    if row.status == ListingStatus.OFFERED:
        title, since, due = f"A role to approve: {name}", moment(row.at), view.promise(row.at)
    elif is_past(row, view.this_day.date().isoformat()):
        title, since, due = f"Its last day is over: {name}", view.end_of(str(row.ends_on)), None
    elif _is_old(view, row.checked_on):
        title, due = f"Still open? {name}", None
        since = view.end_of(row.checked_on) if row.checked_on else moment(row.at)
    else:
        return
    yield WorklistItem(row.id, row.table, LineKind.ROLE, title, since, due, UNSURE, telephone=row.telephone)


ROLES = WorklistPart(OpportunityRow, _listed, _about_roles, _read_roles, Verb.APPROVE_ROLE)


def _going_on(_: View) -> Where:
    return lambda c: [c.status.in_([EnquiryStatus.ENQUIRED, EnquiryStatus.INTRODUCED])]


def _read_enquiries(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(EnquiryRow, ids)
    rows = [row for one in ids if (row := view.visible.look.get(EnquiryRow, one)) is not None]
    view.visible.read_ahead(OpportunityRow, [row.opportunity_id for row in rows if row.opportunity_id])
    view.read_volunteers([row.volunteer_id for row in rows])


def _about_an_enquiry(view: View, enquiry_id: str) -> Iterator[WorklistItem]:
    """Whoever waits to be introduced; and, some working days later, whether they began."""
    row = view.visible.get(EnquiryRow, enquiry_id)
    role = view.visible.find(OpportunityRow, row.opportunity_id or "")
    what = (role.name if role is not None else None) or "a volunteering role"
    who = named(view.visible, row.id) or "somebody"
    number: str | None = view.telephone(VolunteerRow, row.volunteer_id) if row.volunteer_id else row.telephone
    if row.status == EnquiryStatus.ENQUIRED:
        title, since, due = f"Introduce {who}: {what}", moment(row.at), view.promise(row.at)
    else:
        since = view.end_of(row.introduced_on) if row.introduced_on else moment(row.changed_at)
        days = view.waits.referral_days
        due = after_working_days(view.context.settings.community, since, days)
        if not view.has_come(due - timedelta(days=1)):
            return
        title = f"Ask whether {who} began: {what}"
    yield WorklistItem(row.id, row.table, LineKind.ENQUIRY, title, since, due, UNSURE, hub=row.hub, telephone=number,
                       who=people(row.volunteer_id or row.id))  # fmt: skip


ENQUIRIES = WorklistPart(EnquiryRow, _going_on, _about_an_enquiry, _read_enquiries, Verb.INTRODUCE)
