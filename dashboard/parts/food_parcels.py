"""The parcels of a food round: what must not be in them, packed or not, and each door with what came of it."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from community import casework
from community.casework import Parcel
from community.tables.row_types import VisitRow
from community.tables.statuses import VisitStatus
from community.tables.verbs import Verb
from community.wording import first_upper, status_words
from dashboard import elements, page_address
from dashboard.work_session import act, work_context

_HIDDEN = "Name and address are not with the volunteer yet: the resident has to know first who comes."


def what_to_pack(to_come: Sequence[Parcel], day: date) -> None:
    """Draw the button for all that are not packed, where there are any."""
    left = [each.match.id for each in to_come if not each.is_packed]
    if left:
        st.button(f"All packed ({len(left)})", key="pack-all", on_click=act, args=(casework.pack, left, day))
    else:
        elements.marks(["All that go out are packed." if to_come else "All have gone out."], "done")


def door(number: int, parcel: Parcel, day: date) -> None:
    """Draw one door: who, where, what they must not have, packed or not, and what came of it."""
    who = parcel.resident
    with st.container(key=f"door-{parcel.match.id}", gap=None):
        page_address.open_record(parcel.match.id, f"{number}. {who.name or 'No name given'}")
        if parcel.may_be_told:
            elements.line([who.address or "No address told", who.postcode or ""], who.telephone)
        else:
            elements.line([who.sector or "No place told"])
            elements.marks([_HIDDEN], "alarm")
        elements.reasons(words for words in (parcel.need.details, who.access_needs, who.hazards) if words)
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
                  args=(casework.pack, [match.id], day), kwargs={"packed": not parcel.is_packed})  # fmt: skip
        if casework.can(work_context().user, Verb.DONE, match):
            st.button("Delivered", key=f"done-{match.id}", on_click=act, args=(casework.done, match.id, day),
                      kwargs={"seen": match.status})  # fmt: skip
            st.button("Nobody in", key=f"not-in-{match.id}", on_click=act,
                      args=(casework.not_given, match.id, day, VisitStatus.NOT_IN),
                      kwargs={"seen": match.status})  # fmt: skip
