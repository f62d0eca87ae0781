"""Looking ahead: how much help is to be expected, as a rule the mean of the last weeks, and how sure that is."""

import streamlit as st

from community import casework
from dashboard import board_progress, elements
from dashboard.parts import forecast_tables
from dashboard.work_session import now, work_context

here, at = work_context(), now()
st.title("Looking ahead")
if not board_progress.are_weeks_there(here):
    st.stop()
found = casework.demand_ahead(here)
if not found:
    elements.lead("No need has come in yet, so there is nothing to look back on.")
    st.stop()

elements.lead(
    "New needs to be expected in each of the four weeks after this one: as a rule the mean of the last eight weeks. "
    "Another way of reckoning stands here only where it was clearly nearer in earlier weeks, and nearer in the latest "
    "ones too. About four weeks in five lie between the two numbers given."
)
forecast_tables.history(found)
forecast_tables.expected(here, found)
forecast_tables.not_said(found)
