"""What counts: how much each reason weighs in the matching, and what another choice would do, before it is saved."""

import streamlit as st

from community import casework
from community.matching import DEFAULT
from dashboard import plain
from dashboard.desk import desk
from dashboard.parts import weighing

here = desk()
counts = casework.weights_now(here)
st.title("What counts")
plain.lead(
    "Rules are never bent, and the most urgent come first, whatever stands here. This decides among whoever could help."
)
left, right = st.columns([4, 5], gap="large")
with left:
    plain.heading("How much each reason weighs")
    with st.container(key="sum", gap=None):
        in_sight = st.empty()
        would = st.empty()
    weighing.sliders(counts)
    tried = weighing.chosen()
    with in_sight:
        plain.lead(weighing.left_to_give())
    with st.container(horizontal=True, key="decisions"):
        if tried != counts:
            if not isinstance(tried, str):
                st.button("Let this count", type="primary", on_click=weighing.save, args=(tried, counts))
            st.button("Put them back", on_click=weighing.forget)
        if DEFAULT not in {counts, tried}:
            st.button("The usual weights", on_click=weighing.forget, args=(DEFAULT,))
with right, st.container(key="card-effect"):
    with st.spinner("Matching the whole board with these …"):
        effect = casework.effect_of(here, weighing.last(counts) if isinstance(tried, str) else tried)
    if isinstance(tried, str):
        plain.marks([tried], "alarm")
        plain.lead("These can’t be saved. What the last ones that could would do:")
    elif tried == counts and any(effect.before.wanted):
        plain.lead("Move a slider, and see here what it would do to the board of this moment. Nothing is saved yet.")
    weighing.effect(effect)
if tried != counts and not isinstance(tried, str):
    with would:
        plain.lead(weighing.in_short(effect))
