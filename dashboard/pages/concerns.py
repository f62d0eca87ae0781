"""Concerns: for the safeguarding lead, a deputy and the chair only. Each opening is written down."""

import streamlit as st

from community import casework, concerns
from dashboard import address, plain, words
from dashboard.desk import desk, now
from dashboard.parts import duty

here, at = desk(), now()
shown = address.record("X")

if shown is None:
    st.title("Concerns")
    try:
        lines = concerns.concerns_for(here)
    except concerns.NoConcernsKey as reason:
        st.error(str(reason))
        st.stop()
    if not lines:
        plain.lead("No concern is here that you may open.")
    for line in lines:
        with st.container(key=f"item-{line.id}", horizontal=True, vertical_alignment="center", gap="small"):
            st.text(f"{duty.ROUTES[line.route]}: {duty.STATUS[line.status]}", width="stretch")
            due = f" · reply due {words.when(line.reply_due.isoformat(), at)}" if line.status == "raised" else ""
            plain.lead(f"raised {words.when(line.at.isoformat(), at)}{due}")
            address.link("concerns", f"Open {line.id}", line.id)
    st.stop()

try:
    concern = concerns.open_concern(here, shown)
except (casework.NotFound, casework.NotAllowed, concerns.NoConcernsKey) as none:
    st.title("Concerns")
    st.text(str(none))
    st.stop()

address.link("concerns", "All concerns")
plain.person(shown)
plain.lead(
    f"{duty.ROUTES[concern.route]} · raised {words.when(concern.at.isoformat(), at)} · {duty.STATUS[concern.status]}"
)
left, right = st.columns([5, 4], gap="large")
with left:
    plain.heading("What was told")
    duty.told(here, concern)
    plain.heading("What was done")
    duty.done(concern, at)
with right, st.container(key="card-decide"):
    plain.heading("What comes next")
    duty.next_steps(concern)
    duty.prompts(here, concern)
    duty.reads(here, concern, at)
