"""The buttons with which a request is answered, and what is shown once one of them was pressed."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row_types import HelpRequestRow
from community.tables.verbs import Verb
from community.tables.vocabulary import Urgency
from dashboard import display_words, double_press, elements, open_dialog, page_address, page_queues, shortcuts
from dashboard.auth import Shut
from dashboard.parts import record_queue, request_needs, risk_question
from dashboard.work_session import act, now, work_context


def decide(here: WorkContext, request: HelpRequestRow, show: str | None) -> None:
    """Draw the decisions, each with its key. A button belongs to one request, and a press on it decides no other."""
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
            st.button(label, key=f"{name}-{one}", shortcut=shortcuts.key(letter), on_click=open_dialog.open_dialog,
                      args=(one, name))  # fmt: skip
        if casework.can(here.user, Verb.NO_ANSWER, request):
            st.button("No answer", key=f"no-answer-{one}", on_click=_no_answer, args=told)
        st.button("Log a call", key=f"log-{one}", on_click=open_dialog.open_dialog, args=(one, "log"))


def on_to(request_id: str, show: str | None) -> dict[str, str | None]:
    """The address once this request is decided, worked out at the click: a request that can't wait, else the next."""
    try:
        waits = page_queues.request_lines(work_context(), now(), show)
    except Shut:  # `act` says that the user may not look any more
        return {}
    urgent = [line.id for line in waits if line.urgency == Urgency.TODAY and line.id != request_id]
    return {page_address.ID: urgent[0] if urgent else record_queue.after([line.id for line in waits], request_id)}


def just_accepted(context: WorkContext) -> None:
    """What became of the request whose triage the address names: a line for each of its needs, with the way to it."""
    found = casework.needs_made_by(context, page_address.did() or "")
    if not found:
        return
    done = casework.done_by(context, page_address.did() or "")
    with st.container(key="card-justnow", gap="small"):
        elements.heading(f"Just accepted: {done.who}" if done and done.who else "Just accepted", 3)
        for new in found:
            task = display_words.task(context.settings, new.task_type)
            with st.container(key=f"advice-justnow-{new.need_id}"):
                if new.match_id:
                    st.text(f"{task}: {new.volunteer or 'somebody'} is proposed")
                    elements.lead(" · ".join(new.why[:2]))
                elif context.settings.task_types[new.task_type].by == "hub":
                    st.text(f"{task}: for the hub’s own people")
                else:
                    st.text(f"{task}: nobody yet")
                    elements.lead(new.remedy or "The next proposals may bring somebody.")
                page_address.open_record(new.need_id, f"Open: {task}")


def _accept(request_id: str, seen: str, show: str | None) -> None:
    """Accept the request with the kinds of help as chosen at the click."""
    if not double_press.too_soon(request_id) and risk_question.settled(request_id):
        act(casework.triage, request_id, seen=seen, then=on_to(request_id, show), **request_needs.read(request_id))


def _no_answer(request_id: str, seen: str, show: str | None) -> None:
    """Write down that nobody answered."""
    if not double_press.too_soon(request_id):
        act(casework.no_answer, request_id, seen=seen, then=on_to(request_id, show))
