"""Impact: the figures of a week, a month or a year for trustees, funders and the council, to read, print or save."""

import streamlit as st

from community import impact
from community.casework.permissions import granted
from community.tables.roles import Grant
from dashboard import elements, impact_period
from dashboard.parts import impact_view
from dashboard.work_session import now, work_context

here, at = work_context(), now()
st.title("Impact")
elements.lead(
    "What was asked for in a period, what came of it and how long it took. Each figure says what it is counted among "
    "and how."
)
with st.container(key="period", horizontal=True):
    period = impact_period.choose(at)
    outside = impact_period.for_outsiders() if granted(here.user, Grant.SEE_SMALL_NUMBERS) else True
with st.spinner("Counting …"):
    facts = impact.impact_facts(here)
found = impact.impact_report(facts, period, here.settings, outside=outside)

elements.heading(impact_view.heading(here, found))
if outside:
    elements.marks(
        [
            "For people outside: counts from 1 to 4 are hidden, others are to the nearest five. Give the same people "
            "only periods that don’t overlap, so that nobody is found by subtracting one from the other."
        ],
        "note",
    )
if not (facts.requests or facts.visits or facts.volunteers):
    elements.lead("Nothing has come in yet, so there is nothing to count.")
    st.stop()
impact_view.measures(found)
for table in (found.over_time, *found.tables):
    impact_view.table(table)
with st.container(key="files", horizontal=True):
    impact_view.files(here, found)
