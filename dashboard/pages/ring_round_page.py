"""Ring round: on a day of snow, heat or a power cut, who wants to be rung, who was, and who is still to be reached."""

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.row_types import ResidentRow
from community.tables.support_vocabulary import AtRiskIn
from community.wording import as_labels, counted, wording
from dashboard import display_words, elements, page_address
from dashboard.parts import show_more
from dashboard.work_session import act, work_context


def _line(context: WorkContext, resident: ResidentRow, opens: str) -> None:
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


here = work_context()
st.title("Ring round")
elements.lead(
    "Residents whose page says that they want to be rung in snow, heat or a power cut. Begin a round, and each of them "
    "is on Today until somebody has rung. Nobody is left out when the telephone is busy."
)
words = as_labels(wording().at_risk_in)
why = st.segmented_control("What is it today?", list(AtRiskIn), default=AtRiskIn.SNOW, required=True,
                           format_func=words.__getitem__, key="round")  # fmt: skip
now = casework.ring_round(here, AtRiskIn(why))
everybody = len(now.to_ring) + len(now.waiting) + now.reached
if not everybody:
    elements.lead(
        "Nobody has said so yet. Open a resident’s page, then “Something has happened”, and choose “Ring them in snow, "
        "heat or a power cut”."
    )
    st.stop()
elements.lead(
    f"{counted(everybody, 'residents')} in all. {now.reached} rung today, {len(now.waiting)} on Today, "
    f"{len(now.to_ring)} not put on Today."
)
if now.to_ring:
    elements.heading("To be rung")
    for one in show_more.first("round", now.to_ring):
        _line(here, one, one.id)
    show_more.button("round", len(now.to_ring))
    st.button("Put them all on Today", type="primary", key="begin-round", on_click=act,
              args=(casework.begin_ring_round, AtRiskIn(why), [one.id for one in now.to_ring]))  # fmt: skip
if now.waiting:
    elements.heading("Still to be reached")
    for call, one in show_more.first("waiting", now.waiting):
        _line(here, one, call)
    show_more.button("waiting", len(now.waiting))
elif not now.to_ring:
    elements.marks(["Everybody is accounted for."], "done")
