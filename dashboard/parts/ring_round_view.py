"""One resident of a ring round: the name, the number that rings them where that is safe, and what to heed before."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row_types import ResidentRow
from dashboard import display_words, elements, page_address


def line(context: WorkContext, resident: ResidentRow, opens: str) -> None:
    """Draw the name as a link to the record `opens`, then the number; what to heed comes before it."""
    heed = casework.safe_contact(resident)
    number = heed.number(resident.telephone)
    rung = number if number == resident.telephone else None
    hub = display_words.hub(context.settings, resident.hub)
    with st.container(key=f"item-{opens}"):
        with st.container(gap=None):
            page_address.open_record(opens, resident.name or "No name given")
            elements.marks(heed.words, "alarm")
        elements.line([part for part in (number or "no number", hub) if part], rung)
