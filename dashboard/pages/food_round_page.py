"""Food round: the parcels of a day, packed or not, the doors of each volunteer in order, and who was in."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from community import casework
from community.casework import Parcel
from community.tables.row_types import VisitRow
from community.tables.statuses import VisitStatus
from community.tables.verbs import Verb
from community.wording import counted, first_upper, status_words
from dashboard import elements, page_address
from dashboard.work_session import act, today, work_context

_HIDDEN = "Name and address are not for the volunteer now: the record says what comes first."
_KEPT_BACK = "What they told us about it names somebody. Read it on the record before you pack."


def _what_to_pack(to_come: Sequence[Parcel], day: date) -> None:
    """Draw the button for all that are not packed, where there are any."""
    left = [each.match.id for each in to_come if not each.is_packed]
    if left:
        st.button(f"All packed ({len(left)})", key="pack-all", on_click=act, args=(casework.pack_parcels, left, day))
    else:
        elements.marks(["All that go out are packed." if to_come else "All have gone out."], "done")


def _door(number: int, parcel: Parcel, day: date) -> None:
    """Draw one door as its volunteer may know it: who, where, what must not be in it, and what came of it."""
    with st.container(key=f"door-{parcel.match.id}", gap=None):
        place = parcel.need.sector or "No place told"
        title = place if parcel.name is None else parcel.name or "No name given"
        page_address.open_record(parcel.match.id, f"{number}. {title}")
        if parcel.name is None:
            elements.marks([_HIDDEN], "alarm")
        elements.marks([words for about, words in parcel.lines if not about], "alarm")
        elements.reasons(f"{about} {words}" for about, words in parcel.lines if about)
        elements.reasons([parcel.must_not_hold] if parcel.must_not_hold else [])
        elements.marks([_KEPT_BACK] if parcel.kept_back else [], "alarm")
        _buttons(parcel, day)


def _buttons(parcel: Parcel, day: date) -> None:
    match = parcel.match
    if not parcel.is_to_come:
        done = parcel.status == VisitStatus.DONE
        elements.lead("Delivered" if done else first_upper(status_words(VisitRow.TABLE, parcel.status)))
        return
    elements.lead("Packed" if parcel.is_packed else "Not packed yet")
    with st.container(horizontal=True, key=f"steps-{match.id}"):
        st.button("Not packed after all" if parcel.is_packed else "Packed", key=f"pack-{match.id}", on_click=act,
                  args=(casework.pack_parcels, [match.id], day), kwargs={"packed": not parcel.is_packed})  # fmt: skip
        if casework.can(here.user, Verb.DONE, match):
            st.button("Delivered", key=f"done-{match.id}", on_click=act, args=(casework.done, match.id, day),
                      kwargs={"seen": match.status})  # fmt: skip
            st.button("Nobody in", key=f"not-in-{match.id}", on_click=act,
                      args=(casework.not_given, match.id, day, VisitStatus.NOT_IN),
                      kwargs={"seen": match.status})  # fmt: skip


here = work_context()
st.title("Food round")
day = st.date_input("Day", today(), key="food-day", format="DD/MM/YYYY", width=200)
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
_what_to_pack(left, day)
for one in rounds:
    with st.container(key=f"card-round-{one.volunteer_id}"):
        elements.heading(one.name or "A volunteer")
        for number, each in enumerate(one.parcels, 1):
            _door(number, each, day)
