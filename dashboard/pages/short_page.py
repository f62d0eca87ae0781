"""Where help is short: whom to recruit, whom to ask, and capacity against needs as they are now."""

import streamlit as st

from community import casework
from dashboard import board_progress, elements
from dashboard.parts import shortage_tables
from dashboard.work_session import work_context

here = work_context()
st.title("Where help is short")
if not board_progress.is_there(here, keep_seen=True):
    st.stop()
short = casework.short_of(here)
elements.lead(shortage_tables.shortage_words(short))
if not shortage_tables.anything(short):
    elements.lead(
        "Once a request is accepted in Triage, this page says whom to look for and whom to ask, and counts the places "
        "wanted beside those who could help, by kind of help, hub, time and skill."
    )
    st.stop()

if short.recruit or short.ask:
    left, right = st.columns(2, gap="large")
    with left:
        elements.heading("Whom to look for")
        elements.lead("Each line counts what is left by those above it.")
        shortage_tables.lines("recruit", short.recruit, "Nobody new would fill one of these places.")
    with right:
        elements.heading("Whom to ask first")
        elements.lead("People who are here already. Each line is counted by itself.")
        shortage_tables.lines("ask", short.ask, "No single question would fill one of these places.")

elements.heading("Capacity and needs now")
elements.lead(
    "Places wanted, how many of them nobody is left for, who could help with any of them, and how many places "
    "those have room for this week."
)
if about := shortage_tables.estimated(short):
    elements.lead(about)
left, right = st.columns(2, gap="large")
with left:
    shortage_tables.gaps(here, short, "task", "Kind of help")
    shortage_tables.gaps(here, short, "area", "Hub")
with right:
    shortage_tables.week(short)
    shortage_tables.skills(here, short)
