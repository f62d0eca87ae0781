"""What counts: how much each reason weighs in the matching, and what another choice would do, before it is saved."""

import streamlit as st

from community import casework
from community.matching import DEFAULT
from dashboard import board_progress, elements
from dashboard.parts import weight_sliders
from dashboard.work_session import work_context

here = work_context()
counts = casework.weights_now(here)
st.title("What counts")
elements.lead(
    "Nothing here bends a rule, and the most urgent needs always come first. This only decides who of those who could "
    "help is proposed."
)
left, right = st.columns([4, 5], gap="large")
with left:
    elements.heading("How much each reason weighs")
    with st.container(key="sum", gap=None):
        in_sight = st.empty()
        would = st.empty()
    weight_sliders.sliders(counts)
    tried = weight_sliders.chosen()
    with in_sight:
        elements.lead(weight_sliders.left_to_give())
    with st.container(horizontal=True, key="decisions"):
        if tried != counts:
            if not isinstance(tried, str):
                st.button("Let this count", type="primary", on_click=weight_sliders.save, args=(tried, counts))
            st.button("Put them back", on_click=weight_sliders.forget)
        if DEFAULT not in {counts, tried}:
            st.button("The usual weights", on_click=weight_sliders.forget, args=(DEFAULT,))
with right, st.container(key="card-effect"):
    if not board_progress.is_there(here, keep_seen=True):
        st.stop()
    with st.spinner("Matching the whole board with these …"):
        effect = casework.effect_of_weights(here, weight_sliders.last(counts) if isinstance(tried, str) else tried)
    if isinstance(tried, str):
        elements.marks([tried], "alarm")
        elements.lead("These can’t be saved. What the last ones that could would do:")
    elif tried == counts and any(effect.before.wanted):
        elements.lead("Move a slider, and see here what it would do to the board of this moment. Nothing is saved yet.")
    weight_sliders.effect(effect)
if tried != counts and not isinstance(tried, str):
    with would:
        elements.lead(weight_sliders.in_short(effect))
