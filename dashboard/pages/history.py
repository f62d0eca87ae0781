"""History: what people did lately, the story of one record, or what one sync brought; and what to come back to."""

import streamlit as st

from community import casework
from dashboard import address, plain
from dashboard.desk import desk, now
from dashboard.parts import followup, nosuch, sheet_corrections

here, at = desk(), now()
nosuch.stop_if_stray("history", "History", "", sync=True)
shown = address.record("")
try:
    if shown is None and (sync := address.sync()):
        sheet_corrections.page(here, sync, at)
    elif shown is None:
        st.title("History")
        followup.latest(here, at)
    elif shown.startswith("C"):
        followup.contact(here, shown, at)
    elif shown.startswith("J"):
        followup.pair(here, shown, at)
    else:
        st.title(f"History of {shown}")
        address.link(address.page_of(shown), "Open its page", shown)
        plain.story(casework.history(here, shown), at)
except casework.NotFound as none:
    st.title("History")
    st.text(str(none))
