"""Sheet: how book and spreadsheet get on. What waits, where they differ, what somebody deleted, what was set aside."""

import streamlit as st

from community import casework
from community.casework.permissions import granted
from dashboard import plain
from dashboard.desk import desk, now
from dashboard.opening import house
from dashboard.parts import from_sheet, held, sheet
from sheets_sync.status import status

here, at = desk(), now()
from_sheet.open_question(here, at)
st.title("Sheet")

if not granted(here.user, "see_the_sheet"):
    plain.lead("This page is for the director and the coordinators. What waits for you is on Today.")
    st.stop()
if house().invented:
    plain.lead("The invented town never goes into a spreadsheet. A live book can be in step with one.")
    sheet.how_to_set_one_up()
    st.stop()

found = status(here.book)
if here.settings.sheet_id is None and found.last is None:
    sheet.not_set_up()
    st.stop()

sheet.how_it_goes(here, found, at)
with casework.looking(here) as sight:
    missing = [each for each in found.missing if sheet.concerns(here, sight, each.tab, each.id)]
    aside = [each for each in found.aside if sheet.concerns(here, sight, each.tab, each.id)]
waits = [
    held.asked(here, found.questions, at),
    sheet.two_answers(here, at),
    sheet.gone(here, missing, at),
    sheet.set_aside(aside),
]
held.corrected(here, at)
if not any(waits):
    plain.lead("Nothing here waits for you.")
