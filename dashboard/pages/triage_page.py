"""Triage: one request at a time. Everything the person said, what a computer noticed, and what a person decides."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row_types import HelpRequestRow
from community.tables.statuses import RequestStatus
from community.wording import wording
from dashboard import display_words, double_press, elements, open_dialog, page_address, page_queues
from dashboard.parts import (
    concern_dialog,
    contact_ways,
    correction_fields,
    record_queue,
    referrers_view,
    request_buttons,
    request_flags,
    request_needs,
    risk_question,
    safe_contact_view,
    same_person,
    triage_questions,
)
from dashboard.shared_resources import house
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("triage", "Triage", HelpRequestRow)
show = page_queues.shown_list()
lines = page_queues.request_lines(here, at, show)
todo = [line.id for line in lines]
shown = record_queue.current(HelpRequestRow, todo)


def story(context: WorkContext, request: HelpRequestRow) -> None:
    """Draw what the person said, and what has happened since."""
    rings = safe_contact_view.may_ring(context, request)
    elements.facts("said", display_words.told(house().forms, "help_request", request), ring=rings)
    correction_fields.field(context, request)
    safe_contact_view.of_request(context, request)
    elements.so_far(casework.history(context, request.id), at)


if shown is None:
    st.title("Triage")
    request_buttons.just_accepted(here)
    if show:
        elements.lead("Nobody is left in this list.")
        page_address.link("triage", "Everybody who waits for an answer")
    else:
        elements.lead("Nobody waits for an answer. Requests come in from the website and from calls.")
        page_address.link("call", "Take a call")
    st.stop()

try:
    request = casework.see(here, HelpRequestRow, shown)
except casework.NotFound as none:
    st.title("Triage")
    st.text(str(none))
    st.stop()

open_dialog.only_about(shown)
double_press.shows(shown, request.status)
people, listed = page_queues.people(lines), {"show": show} if show else {}
record_queue.bar("triage", todo, shown, table="help_requests", people=people, **listed)
elements.person(request.name)
elements.lead(request_needs.summary(here, request, at))
request_flags.flags(here, request)
request_needs.waited(here, request)
contact_ways.ways(here, request)
same_person.also_known(here, request, at)
left, right = st.columns(2, gap="large")
with left:
    story(here, request)
with right, st.container(key="card-decide"):
    if request.status == RequestStatus.CLOSED:
        elements.heading("Closed")
        elements.lead(wording().closed_reason.get(request.closed_reason or "", "Nothing more to do."))
    else:
        elements.heading("What is needed")
        request_needs.needs_made(here, request)
        correction_fields.hub(here, request)
        same_person.who(here, request, casework.who_is_it(here, shown), at)
        request_needs.needs(here, request)
        risk_question.ask(request)
        request_buttons.decide(here, request, show)
        if (name := open_dialog.dialog_about(shown)) and name != concern_dialog.DIALOG:
            triage_questions.open_one(
                here,
                name,
                request,
                at,
                page_queues.doubles(here, request),
                lambda: request_buttons.on_to(request.id, show),
            )
    referrers_view.knows(here, request)
    concern_dialog.button(here, request)
with right:  # below the button that was pressed, where the user is looking
    request_buttons.just_accepted(here)
