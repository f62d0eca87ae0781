"""Keeping and erasing: erasures that wait for a second person, what goes when its time is up, and the backups."""

import streamlit as st

from community import casework
from community.casework.permissions import granted
from community.tables.roles import Grant
from dashboard import elements
from dashboard.parts import kept_until
from dashboard.work_session import now, work_context

here, at = work_context(), now()
st.title("Keeping and erasing")
elements.heading("Erasures that wait for somebody’s leave")
asked = casework.erasures_asked(here)
if not asked:
    elements.lead(
        "None. A request to erase begins under Complaints; the director asks, and somebody else agrees here without "
        "reading the record."
    )
for each in asked:
    kept_until.erasure(here, each, at)
if granted(here.user, Grant.SEE_JOBS):
    kept_until.retention(here, at)
    kept_until.backups_made(here, at)
