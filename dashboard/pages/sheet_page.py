"""Sheet: the state of book and spreadsheet. What waits, where they differ, what was deleted and what was set aside."""

import streamlit as st

from community import casework
from community.casework.permissions import granted
from community.tables.roles import Grant
from dashboard import elements
from dashboard.parts import held_tabs, machine_jobs, sheet_questions, sheet_state
from dashboard.shared_resources import house
from dashboard.work_session import now, work_context
from sheets_sync.status import status

here, at = work_context(), now()
sheet_questions.open_question(here, at)
st.title("Sheet")

if not granted(here.user, Grant.SEE_THE_SHEET):
    elements.lead("This page is for the director and the coordinators. What waits for you is on Today.")
    st.stop()
machine_jobs.section(here, at)
if house().invented:
    elements.lead("The invented town never goes into a spreadsheet. A live book can be in step with one.")
    sheet_state.how_to_set_one_up()
    st.stop()

found = status(here.book)
if here.settings.sheet_id is None and found.last is None:
    sheet_state.not_set_up()
    st.stop()

sheet_state.how_it_goes(here, found, at)
with casework.looking(here) as visible:
    missing = [each for each in found.missing if sheet_state.concerns(here, visible, each.tab, each.id)]
    aside = [each for each in found.aside if sheet_state.concerns(here, visible, each.tab, each.id)]
waits = [
    held_tabs.asked(here, found.questions, at),
    sheet_state.two_answers(here, at),
    sheet_state.gone(here, missing, at),
    sheet_state.set_aside(aside),
]
held_tabs.corrected(here, at)
if not any(waits):
    elements.lead("Nothing here waits for you.")
