"""Thanking a volunteer: words to say or to copy, and the button that writes it down."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row_types import VolunteerRow
from community.tables.verbs import Verb
from dashboard import elements
from dashboard.work_session import act

THANKED = "We thanked them."


def section(context: WorkContext, volunteer: VolunteerRow) -> None:
    """Draw the words. Nothing is sent by this: somebody says them, or copies them into a text, an email or a card."""
    if volunteer.died_on is not None or not casework.can(context.user, Verb.LOG_CONTACT, volunteer):
        return
    with st.expander("Thank them"):
        elements.lead("Say it, or copy it into a text, an email or a card. Nothing is sent from here.")
        elements.message(casework.thanks_for(context, volunteer.id))
        st.button("I have thanked them", key=f"thank-{volunteer.id}", on_click=act,
                  args=(casework.log_contact, volunteer.id),
                  kwargs={"with_whom": volunteer.id, "words": THANKED})  # fmt: skip
