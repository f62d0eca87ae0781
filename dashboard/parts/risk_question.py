"""The question before a request is accepted: is somebody at risk? It begins with no answer chosen."""

import streamlit as st

from community import casework, concerns
from community.tables.row_types import HelpRequestRow
from dashboard import elements, open_dialog, shortcuts
from dashboard.parts import concern_dialog
from dashboard.shared_resources import house
from dashboard.work_session import refuse, work_context

QUESTION = "Is somebody at risk?"
NOBODY, SOMEBODY = "Nobody is at risk", "Somebody may be"
_SAID = {"no": "Said: nobody is at risk.", "yes": "Said: somebody may be at risk."}


def ask(request: HelpRequestRow) -> None:
    """Draw the question, with no answer chosen. One touch or one key answers it."""
    one = request.id
    elements.heading(QUESTION, 3)
    with st.container(horizontal=True, key=f"risk-asked-{one}"):
        st.button(NOBODY, key=f"risk-no-{one}", shortcut=shortcuts.key("N"), on_click=_say, args=(one, "no"))
        st.button(SOMEBODY, key=f"risk-yes-{one}", shortcut=shortcuts.key("Y"), on_click=_say, args=(one, "yes"))
    if said := st.session_state.get(f"risk-{one}"):
        elements.lead(_SAID[said])


def somebody_may(record_id: str) -> None:
    """Draw the answer that leads to the questions of a concern about this record."""
    st.button(SOMEBODY, key=f"risk-yes-{record_id}", shortcut=shortcuts.key("Y"), on_click=open_dialog.open_dialog,
              args=(record_id, concern_dialog.DIALOG))  # fmt: skip


def _say(request_id: str, answer: str) -> None:
    st.session_state[f"risk-{request_id}"] = answer
    if answer == "yes":
        open_dialog.open_dialog(request_id, concern_dialog.DIALOG)


def settled(request_id: str) -> bool:
    """Whether the request may be accepted: nobody is at risk, or a concern was raised. Else it says what comes first.

    Where nobody receives concerns, the user has been shown whom to ring.
    """
    answer = st.session_state.get(f"risk-{request_id}")
    if answer is None:
        refuse(f"{QUESTION} Say so first: one touch, or N and Y on the keyboard.")
        return False
    if answer == "no" or not concerns.is_received(house().settings):
        return True
    here = work_context()
    if casework.speak_to_the_lead(here, casework.see(here, HelpRequestRow, request_id)):
        return True
    open_dialog.open_dialog(request_id, concern_dialog.DIALOG)
    return False
