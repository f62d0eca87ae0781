"""Training: sessions are planned, announced, changed and called off; who booked, and who came."""

import streamlit as st

from community import casework
from community.casework import training
from community.tables.row_types import BookingRow, SessionRow
from community.tables.verbs import Verb
from community.wording import first_upper, status_words
from dashboard import elements, open_dialog, page_address
from dashboard.parts import dialogs, session_bookings, session_view, signatory_publication
from dashboard.work_session import act, now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("training", "Training", SessionRow, BookingRow)
shown = page_address.record(SessionRow, BookingRow)

if shown is None:
    st.title("Training")
    elements.lead("Sessions that people book a place at. The public site lists those that may be booked.")
    session_view.new(here, at)
    session_view.everything(here, at)
    st.stop()

with page_address.or_gone("Training"):
    # A line of Today about one booking opens its session, where everybody who booked stands.
    of = casework.see(here, BookingRow, shown).session_id if shown.startswith("B-") else shown
    row = casework.see(here, SessionRow, of)

open_dialog.only_about(row.id)
page_address.link("training", "All sessions")
elements.person(row.name)
bookings = casework.see_all(here, BookingRow, lambda c: [c.session_id == row.id])
status = first_upper(status_words(row.table, row.status))
elements.lead(f"{row.id} · {status} · {session_view.when(row, at)} · {session_view.taken(row, bookings)}")
left, right = st.columns([5, 4], gap="large")
with left:
    session_bookings.who_came(here, row, bookings, at)
    elements.heading("Who booked")
    session_bookings.book(here, row, at)
    session_bookings.everybody(here, row, bookings, at)
with right, st.container(key="card-decide"):
    elements.heading("The session")
    elements.facts("told", session_view.facts(here, row))
    signatory_publication.publishing(here, at)
    told = {"seen": row.status}
    with st.container(horizontal=True, key="decisions"):
        if casework.can(here.user, Verb.ANNOUNCE_SESSION, row):
            st.button(
                "Announce it", type="primary", on_click=act, args=(training.announce_session, row.id), kwargs=told
            )
        if row.starts_at and casework.can(here.user, Verb.CALL_OFF_SESSION, row):
            st.button("Call it off", on_click=open_dialog.open_dialog, args=(row.id, "off"))
    if open_dialog.dialog_about(row.id) == "off":
        dialogs.show(
            "Call it off?",
            lambda: elements.lead("Everybody who booked, or waits, is told. It leaves the public site."),
            "Yes, call it off", training.call_off_session, lambda: {"session_id": row.id, **told},
        )  # fmt: skip
    session_view.change(here, row, at)
    with st.expander("What happened so far"):
        elements.story(casework.history(here, row.id), at)
