"""Concerns: a page for the safeguarding lead, a deputy and the chair only. Each opening is written down."""

import streamlit as st

from community import casework, concerns
from community.tables.row_types import ConcernRow
from community.tables.statuses import ConcernStatus
from community.wording import wording
from dashboard import display_words, elements, page_address
from dashboard.parts import concern_dialog, concern_view
from dashboard.work_session import now, work_context

here, at = work_context(), now()
shown = page_address.record(ConcernRow)

if shown is None:
    st.title("Concerns")
    if not concerns.is_kept_here(here.settings):
        concern_dialog.not_kept(here)
        st.stop()
    try:
        lines = concerns.concerns_for(here)
    except concerns.NoConcernsKey as reason:
        st.error(str(reason))
        st.stop()
    if not lines:
        elements.lead("No concern is here that you may open.")
    for line in lines:
        with st.container(key=f"item-{line.id}", horizontal=True, vertical_alignment="center", gap="small"):
            st.text(
                f"{wording().concern_route_at_risk[line.route]}: {wording().concern_stands[line.status]}",
                width="stretch",
            )
            due = (
                f" · reply due {display_words.when(line.reply_due.isoformat(), at)}"
                if line.status == ConcernStatus.RAISED
                else ""
            )
            elements.lead(f"raised {display_words.when(line.at.isoformat(), at)}{due}")
            page_address.link("concerns", f"Open {line.id}", line.id)
    st.stop()

try:
    concern = concerns.open_concern(here, shown)
except (casework.NotFound, casework.NotAllowed, concerns.NoConcernsKey) as none:
    st.title("Concerns")
    st.text(str(none))
    st.stop()

page_address.link("concerns", "All concerns")
elements.person(shown)
elements.lead(
    f"{wording().concern_route_at_risk[concern.route]} · raised {display_words.when(concern.at.isoformat(), at)}"
    f" · {wording().concern_stands[concern.status]}"
)
left, right = st.columns([5, 4], gap="large")
with left:
    elements.heading("What was told")
    concern_view.told(here, concern)
    elements.heading("What was done")
    concern_view.done(concern, at)
with right, st.container(key="card-decide"):
    elements.heading("What comes next")
    concern_view.next_steps(concern)
    concern_view.prompts(here, concern)
    concern_view.reads(here, concern, at)
