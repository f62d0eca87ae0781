"""History: what people did lately, the history of one record, or what one sync brought; and what to come back to."""

import streamlit as st

from community import casework
from community.tables.row_types import ContactRow, PairRow
from dashboard import elements, page_address
from dashboard.parts import follow_up, merge_view, sheet_corrections, two_who_know
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("history", "History")
shown = page_address.record()
try:
    if shown is None and (sync := page_address.sync()):
        sheet_corrections.page(here, sync, at)
    elif shown is None:
        st.title("History")
        follow_up.latest(here, at)
    elif casework.row_type_of(shown) is ContactRow:
        follow_up.contact(here, shown, at)
    elif casework.row_type_of(shown) is PairRow:
        two_who_know.page(here, shown, at)
    else:
        history = casework.history(here, shown)
        elements.person(f"History: {casework.name_of(here, shown) or shown}")
        elements.lead(shown)
        page_address.link(page_address.page_of(shown), "Open its page", shown)
        elements.story(history, at)
except casework.NotFound as none:
    st.title("History")
    if shown is None:
        st.text(str(none))
    else:
        merge_view.gone(here, shown, str(none))
