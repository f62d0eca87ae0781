"""Complaints and requests about somebody's own data: say that we have them, answer, have somebody else look."""

import streamlit as st

from community import casework
from community.tables.row_types import ComplaintRow
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import complaint_dialog, complaint_view, correction_fields, request_flags
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("complaints", "Complaints", ComplaintRow)
shown = page_address.record(ComplaintRow)

if shown is None:
    st.title("Complaints")
    complaint_dialog.button(here)
    complaint_view.everything(here, at)
    st.stop()

with page_address.or_gone("Complaints"):
    row = casework.see(here, ComplaintRow, shown)

open_dialog.only_about(shown)
page_address.link("complaints", "All complaints")
elements.person(row.name, unnamed="Somebody who gave no name")
came = display_words.when(row.at, at)
elements.lead(f"{shown} · {complaint_view.kind(row)} · came {came} · {complaint_view.stands(here, row, at)}")
request_flags.flags(here, row)
left, right = st.columns([5, 4], gap="large")
with left:
    complaint_view.told(here, row)
    correction_fields.field(here, row)
with right, st.container(key="card-decide"):
    elements.heading("What comes next")
    complaint_view.next_steps(here, row)
    with st.expander("What happened so far"):
        elements.story(casework.history(here, shown), at)
