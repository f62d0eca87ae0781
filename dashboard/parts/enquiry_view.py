"""Who would like a volunteering role: where each stands, and the steps that may follow; roles for a volunteer."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.casework.permissions import user_can
from community.tables.canonical import LONDON
from community.tables.row_types import ContactRow, EnquiryRow, OpportunityRow, OrganisationRow, VolunteerRow
from community.tables.statuses import EnquiryStatus
from community.tables.verbs import Verb
from community.wording import status_words, wording
from dashboard import display_words, elements, page_address
from dashboard.parts import contact_ways, life_event_view, role_view, show_more
from dashboard.parts.volunteer_help import HelpGiven, is_free
from dashboard.shared_resources import house
from dashboard.work_session import act

_STEPS = (Verb.INTRODUCE, Verb.PLACED, Verb.NOT_TAKEN_UP)
_ORDER = list(EnquiryStatus)


def everybody(context: WorkContext, role: OpportunityRow, at: datetime) -> None:
    """Draw who asked for this role, those to introduce first."""
    elements.heading("Who would like it")
    rows = casework.see_all(context, EnquiryRow, lambda c: [c.opportunity_id == role.id], order="-at")
    if not rows:
        elements.lead("Nobody has asked for it yet.")
    life_event_view.apart(context, role, Verb.ENQUIRE, "Somebody would like it")
    _lines(context, sorted(rows, key=lambda row: _ORDER.index(row.status)), at)


def _lines(context: WorkContext, rows: Sequence[EnquiryRow], at: datetime) -> None:
    names = casework.names_of(context, [row.id for row in rows])
    for row in show_more.first("enquiries", rows):
        with st.container(key=f"item-{row.id}"):
            page_address.open_record(row.id, names[row.id] or "No name given")
            elements.line(stands(row, at))
    show_more.button("enquiries", len(rows))


def stands(row: EnquiryRow, at: datetime) -> list[str]:
    """Where it stands, with its days."""
    days = {"introduced": row.introduced_on, "began": row.placed_on}
    over = [status_words(row.table, row.status)] if row.status == EnquiryStatus.ENDED else []
    known = [f"{what} {display_words.day(day, at)}" for what, day in days.items() if day]
    return [f"asked {display_words.when(row.at, at)}", *known, *over]


def one(context: WorkContext, row: EnquiryRow, at: datetime) -> None:
    """Draw who it is, how to reach them, what they said, and what the organisation was told."""
    if row.volunteer_id:
        page_address.all_about(row.volunteer_id, casework.name_of(context, row.id))
        volunteer = next(iter(casework.see_all(context, VolunteerRow, lambda c: [c.id == row.volunteer_id])), None)
        if volunteer is not None:
            contact_ways.ways(context, volunteer)
    number = casework.numbers_to_show(context, [row.telephone])[row.telephone]
    told = [("Telephone", number), ("Email", row.email), ("Postcode", row.postcode), ("They say", row.words),
            ("May be passed on", {"yes": "Yes", "no": "Speak with them first"}.get(row.consent or "")),
            ("Notes", row.notes)]  # fmt: skip
    told += display_words.further(house().forms, row)
    elements.facts("told", [(label, words) for label, words in told if words])
    log = casework.see_all(context, ContactRow, lambda c: [c.about == row.id], order="-at")
    said = [(display_words.when(each.at, at), each.words) for each in log if each.words]
    if said:
        elements.heading("What was said")
        elements.facts("said", said, in_words=True)


def next_steps(context: WorkContext, row: EnquiryRow) -> None:
    """Draw whom to ring at the organisation, and the buttons of the steps that may follow."""
    role = next(iter(casework.see_all(context, OpportunityRow, lambda c: [c.id == row.opportunity_id])), None)
    if role is None:
        elements.lead("The role is not here any more.")
    else:
        page_address.open_record(role.id, f"The role: {role.name or 'no name given'}")
        _contact(context, role)
    for verb in _STEPS:
        life_event_view.apart(context, row, verb, wording().life_event[verb])


def _contact(context: WorkContext, role: OpportunityRow) -> None:
    """Draw who looks after the role; where nobody is named, the organisation's own contact."""
    runs = casework.see_all(context, OrganisationRow, lambda c: [c.id == role.organisation_id])
    named: OpportunityRow | OrganisationRow = role if role.telephone or role.email or not runs else runs[0]
    where = role_view.organisation(role, {each.id: each.name for each in runs})
    told = [("Whom to tell there", ", ".join(filter(None, [named.contact_name, where]))),
            ("Telephone", named.telephone), ("Email", named.email)]  # fmt: skip
    elements.facts("there", [(label, words) for label, words in told if words])


def of_volunteer(context: WorkContext, volunteer: VolunteerRow, found: HelpGiven, at: datetime) -> None:
    """Draw the roles that a volunteer asked for, and those that fit: unfolded where they wait for something to do."""
    today = at.astimezone(LONDON).date().isoformat()
    rows = casework.see_all(context, EnquiryRow, lambda c: [c.volunteer_id == volunteer.id], order="-at")
    fits = casework.roles_for(context, volunteer, today) if user_can(context.user, Verb.ENQUIRE) else []
    if not rows and not fits:
        return
    elements.heading("Roles at organisations")
    roles = {each.id: each.name for each in casework.see_all(context, OpportunityRow)}
    for row in show_more.first("their-roles", rows):
        with st.container(key=f"item-{row.id}"):
            page_address.open_record(row.id, roles.get(row.opportunity_id or "") or "A role")
            elements.line(stands(row, at))
    show_more.button("their-roles", len(rows))
    if fits:
        with st.expander(
            f"Roles that would fit ({len(fits)})", expanded=is_free(context, volunteer, found, at) and not rows
        ):
            elements.lead("Ask them. Nobody is told of them before they say so.")
            for role in show_more.first("fits", fits, 3):
                with st.container(key=f"fit-{role.id}", gap="small"):
                    page_address.open_record(role.id, role.name or "A role")
                    elements.lead(role_view.times_of(role))
                    st.button("They would like it", key=f"likes-{role.id}", type="tertiary", on_click=act,
                              args=(casework.happened, Verb.ENQUIRE, volunteer.id, {"role": role.id}))  # fmt: skip
            show_more.button("fits", len(fits), 3)
