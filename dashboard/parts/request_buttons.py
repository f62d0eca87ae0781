"""The buttons with which a request is answered, and who is shown once one of them was pressed."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row_types import HelpRequestRow
from community.tables.verbs import Verb
from community.tables.vocabulary import Urgency
from dashboard import double_press, page_address, page_queues, shortcuts
from dashboard.auth import Shut
from dashboard.parts import record_queue, request_needs, risk_question
from dashboard.work_session import act, now, work_context


def decide(here: WorkContext, request: HelpRequestRow, show: str | None) -> None:
    """The decisions, each with its key. Each button belongs to one request: a press on it is about no other."""
    one, told = request.id, (request.id, request.status, show)
    with st.container(horizontal=True, key="decisions"):
        st.button(
            "Accept", type="primary", key=f"accept-{one}", shortcut=shortcuts.key("1"), on_click=_accept, args=told
        )
        for label, name, letter in (
            ("Duplicate", "duplicate", "2"),
            ("Decline", "decline", "3"),
            ("Hold", "hold", "H"),
        ):
            st.button(label, key=f"{name}-{one}", shortcut=shortcuts.key(letter), on_click=shortcuts.open_dialog,
                      args=(one, name))  # fmt: skip
        if casework.can(here.user, Verb.NO_ANSWER, request):
            st.button("No answer", key=f"no-answer-{one}", on_click=_no_answer, args=told)
        st.button("Log a call", key=f"log-{one}", on_click=shortcuts.open_dialog, args=(one, "log"))


def on_to(request_id: str, show: str | None) -> dict[str, str | None]:
    """Whom to show once this one is decided, as things stand at the click: whoever can't wait, else the next."""
    try:
        waits = page_queues.request_lines(work_context(), now(), show)
    except Shut:  # `act` tells whoever may not look any more
        return {}
    urgent = [line.id for line in waits if line.urgency == Urgency.TODAY and line.id != request_id]
    return {page_address.ID: urgent[0] if urgent else record_queue.after([line.id for line in waits], request_id)}


def _accept(request_id: str, seen: str, show: str | None) -> None:
    """Accept the request with the kinds of help as they stand at the click."""
    if not double_press.too_soon(request_id) and risk_question.settled(request_id):
        act(casework.triage, request_id, seen=seen, then=on_to(request_id, show), **request_needs.read(request_id))


def _no_answer(request_id: str, seen: str, show: str | None) -> None:
    """Write down that nobody answered."""
    if not double_press.too_soon(request_id):
        act(casework.no_answer, request_id, seen=seen, then=on_to(request_id, show))
