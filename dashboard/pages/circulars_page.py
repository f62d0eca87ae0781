"""Messages to many: written once for all volunteers of a list, shown before they go; and how far each has come."""

import streamlit as st

from community import casework
from community.tables.row_types import CircularRow
from dashboard import display_words, elements, page_address
from dashboard.parts import circular_fields, circular_progress, volunteer_filters
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("circulars", "Messages to many", CircularRow)
shown = page_address.record(CircularRow)
if shown is not None:
    with page_address.or_gone("Messages to many"):
        stands = casework.circular_stands(here, shown)
    st.title("Messages to many")
    circular_progress.section(here, stands, at)
    page_address.link("circulars", "Write another")
    st.stop()

st.title("Messages to many")
if here.settings.kept_in_sheet:
    elements.lead("Nothing is written to many from here, and no such words are kept. Write from your own mail program.")
    st.stop()
elements.lead("Everybody gets a message of their own, and nobody sees who else does. Choose who, then write.")
wanted = volunteer_filters.chosen(here)
ids = casework.listed_volunteers(here, wanted, at)
circular_fields.section(here, ids, volunteer_filters.in_words(here, wanted))
if before := casework.see_all(here, CircularRow, order="-at", limit=20):
    elements.heading("Written before")
    for row in before:
        with st.container(key=f"item-{row.id}", horizontal=True, vertical_alignment="center"):
            page_address.open_record(row.id, row.subject)
            elements.lead(f"{display_words.when(row.at, at)} · {row.by} · {row.chosen}")
