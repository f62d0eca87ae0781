"""Looking ahead: how much help will be asked for, where that can be said better than by a plain guess."""

import streamlit as st

from community import casework
from dashboard import elements
from dashboard.parts import forecast_tables
from dashboard.work_session import now, work_context

here, at = work_context(), now()
st.title("Looking ahead")
with st.spinner("Looking back over the weeks, to see what can be said about the next …"):
    found = casework.ahead(here)

if not found:
    elements.lead("No need has come in yet, so there is nothing to look back on.")
    st.stop()

elements.lead(
    "New needs to be expected in each of four weeks, from next Monday on. In four weeks of five the number lies "
    "between the two that are given. A line is shown only where it has been nearer to what came than the better of two "
    "plain guesses: “as last week”, and “as a year ago” where the history is long enough."
)
forecast_tables.history(found)
left, right = st.columns([3, 2], gap="large")
with left:
    forecast_tables.expected(here, found)
with right:
    forecast_tables.not_said(here, found)
