"""People's own words: which of them are printed on the public site. Somebody reads them, the director prints them."""

import streamlit as st

from community.wording import wording
from dashboard import elements
from dashboard.parts import signatory_publication, voice_view
from dashboard.work_session import now, work_context

here, at = work_context(), now()
st.title("People’s words")
elements.lead(
    "What people said of the help, if they let us print it. Never a name in the words: where they gave leave for it, "
    "the site puts their first name below."
)
rows = voice_view.with_leave(here)
if not rows:
    elements.lead("Nobody has let us print their words yet. The page of each match has a place to ask how it was.")
for status, heading in wording().voice_group.items():
    voice_view.group(here, status, heading, [row for row in rows if row.status == status], at)
if rows:
    signatory_publication.publishing(here, at)
