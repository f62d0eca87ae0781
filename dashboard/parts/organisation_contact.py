"""Whom to ask for at an organisation: who it is, since when, who it was before; and its services and roles."""

from datetime import datetime

from community import casework
from community.casework import WorkContext
from community.tables.row_types import OpportunityRow, OrganisationRow, ServiceRow
from community.tables.statuses import ListingStatus
from community.tables.verbs import Verb
from dashboard import display_words, elements, page_address
from dashboard.parts import life_event_view, show_more


def person(row: OrganisationRow) -> list[str]:
    """Who it is, in a few words, for whoever may read it."""
    return [part for part in (row.contact_name, row.contact_role) if part]


def section(context: WorkContext, row: OrganisationRow, at: datetime) -> None:
    """Draw the person with the number that rings them, who it was before, and the button for another person."""
    elements.heading("Whom to ask for there")
    since = row[casework.CONTACT_SINCE]
    told = [
        ("Name", ", ".join(person(row))),
        ("Telephone", row.telephone),
        ("Email", row.email),
        ("Since", display_words.day(since, at) if since else None),
        *(("Before", f"{name}, until {display_words.day(ended, at)}")
          for name, ended in casework.contacts_before(context, row.id)),
    ]  # fmt: skip
    shown = [(label, words) for label, words in told if words]
    if not shown:
        elements.lead("Nobody is written down.")
    elements.facts("there", shown)
    life_event_view.apart(context, row, Verb.NEW_LOCAL_CONTACT, "Somebody else is there now")
    runs: list[ServiceRow | OpportunityRow] = [
        *casework.see_all(context, ServiceRow, lambda c: [c.organisation_id == row.id], order="name"),
        *casework.see_all(context, OpportunityRow, lambda c: [c.organisation_id == row.id], order="name"),
    ]
    listed = [each for each in runs if each.status != ListingStatus.WITHDRAWN]
    if listed:
        elements.heading("Its services and roles")
    for each in show_more.first("runs", listed):
        page_address.open_record(each.id, each.name or "No name given")
    show_more.button("runs", len(listed))
