"""A caller who is found and is no resident: a volunteer, an organisation, or somebody who waits for an answer."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row import Row
from community.tables.row_types import ColumnName, HelpRequestRow, OrganisationRow, VolunteerRow
from community.tables.verbs import Verb
from community.wording import status_words
from dashboard import display_words, elements, page_address
from dashboard.parts import (
    call_endings,
    caller_facts,
    complaint_dialog,
    concern_dialog,
    contact_ways,
    paper_reports,
    same_person,
)


def draw(context: WorkContext, row: Row, now: datetime) -> None:
    """Draw who it is as far as the book knows, and the ways in which the call may end."""
    elements.person(row.get(ColumnName.NAME))
    if isinstance(row, VolunteerRow | HelpRequestRow | OrganisationRow):
        elements.lead(
            f"{row.id} · {status_words(row.table, row.status)} since {display_words.when(row.changed_at, now)}"
        )
    concern_dialog.caution(context, row)
    contact_ways.ways(context, row)
    call_endings.waiting(context, row.id, now)
    said = not isinstance(row, VolunteerRow) or caller_facts.told_enough(context, row, None, now)
    elements.lead(same_person.unprompted(context.settings))
    page_address.all_about(row.id, row.get(ColumnName.NAME))
    if isinstance(row, VolunteerRow):
        paper_reports.draw(context, row, now)
    if casework.can(context.user, Verb.LOG_CONTACT, row):
        call_endings.buttons(context, row.id, said=said)
    with st.container(horizontal=True):
        complaint_dialog.button(context, row)
        concern_dialog.button(context, row)
