"""Food round: the parcels of a day, packed or not, the doors of each volunteer in order, and who was in."""

import streamlit as st

from community import casework
from community.wording import counted
from dashboard import elements
from dashboard.parts import food_parcels
from dashboard.work_session import now, work_context

here, at = work_context(), now()
st.title("Food round")
day = st.date_input("Day", at.date(), key="food-day", format="DD/MM/YYYY", width=200)
rounds = casework.food_of_day(here, day)
if not rounds:
    elements.lead(
        "No food is brought on this day. A parcel stands here once a volunteer has said yes and the day is agreed."
    )
    st.stop()
parcels = [each for one in rounds for each in one.parcels]
left = [each for each in parcels if each.is_to_come]
elements.lead(
    f"{counted(len(parcels), 'parcel')} by {counted(len(rounds), 'volunteer')}: {len(left):,} still to go out, "
    f"{sum(each.is_packed for each in left):,} of them packed. To print it, press Ctrl and P. On paper it holds names "
    "and addresses: give each volunteer their own part, and shred it tonight."
)
food_parcels.what_to_pack(left, day)
for one in rounds:
    with st.container(key=f"card-round-{one.volunteer_id}"):
        elements.heading(one.name or "A volunteer")
        for number, each in enumerate(one.parcels, 1):
            food_parcels.door(number, each, day)
