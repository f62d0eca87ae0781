"""The question before a request is accepted: is somebody at risk? No answer is taken for granted."""

import streamlit as st

from community import casework, concerns
from community.book import Row
from community.casework import Desk
from dashboard import keys
from dashboard.desk import refuse
from dashboard.parts import worry

QUESTION = "Is somebody at risk?"
ANSWERS = {"no": "No", "yes": "Yes, or I’m not sure"}


def ask(request: Row) -> None:
    """The question, with no answer chosen."""
    st.radio(QUESTION, list(ANSWERS), index=None, format_func=ANSWERS.__getitem__, horizontal=True,
             key=f"risk-{request['id']}")  # fmt: skip


def settled(desk: Desk, request_id: str) -> bool:
    """Whether the request may be accepted: nobody is at risk, or it was raised. Else it says what comes first.

    Where nobody receives concerns, whoever asks has been shown whom to ring.
    """
    answer = st.session_state.get(f"risk-{request_id}")
    if answer is None:
        refuse(f"{QUESTION} Say yes or no first.")
        return False
    if answer == "no" or not concerns.is_received(desk.settings):
        return True
    if casework.speak_to_the_lead(desk, casework.see(desk, "help_requests", request_id)):
        return True
    keys.open_dialog(request_id, worry.DIALOG)
    return False
