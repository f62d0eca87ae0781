"""Where help is short: whom to recruit, whom to ask, and capacity against needs as they are now."""

import streamlit as st

from community import casework
from dashboard import plain
from dashboard.desk import desk
from dashboard.parts import shortage

here = desk()
st.title("Where help is short")
short = casework.short_of(here)
plain.lead(shortage.counted(short))
if not shortage.anything(short):
    plain.lead(
        "Once a request is accepted in Triage, this page says whom to look for and whom to ask, and counts the places "
        "wanted beside those who could help, by kind of help, hub, time and skill."
    )
    st.stop()

if short.recruit or short.ask:
    left, right = st.columns(2, gap="large")
    with left:
        plain.heading("Whom to look for")
        plain.lead("Each line counts what is left by those above it.")
        shortage.lines("recruit", short.recruit, "Nobody new would fill one of these places.")
    with right:
        plain.heading("Whom to ask first")
        plain.lead("People who are here already. Each line is counted by itself.")
        shortage.lines("ask", short.ask, "No single question would fill one of these places.")

plain.heading("Capacity and needs now")
plain.lead("Places wanted, how many of them nobody is left for, and who could help with any of them.")
left, right = st.columns(2, gap="large")
with left:
    shortage.gaps(here, short, "task", "Kind of help")
    shortage.gaps(here, short, "area", "Hub")
with right:
    shortage.week(short)
    shortage.skills(here, short)
