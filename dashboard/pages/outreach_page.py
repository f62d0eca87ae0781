"""Outreach: households on a list, shared out by street as rounds of calls and leaflets, each result, and a sheet."""

import streamlit as st

from community import casework
from community.casework.permissions import user_can
from community.tables.statuses import HouseholdStatus
from community.tables.support_vocabulary import RoundWay
from community.tables.verbs import Verb
from community.wording import counted, wording
from dashboard import elements, page_address
from dashboard.parts import outreach_view
from dashboard.work_session import work_context

here = work_context()
if here.settings.kept_in_sheet:
    st.title("Outreach")
    elements.lead("No lists of households are kept where the spreadsheet keeps the book: it would show them to all.")
    st.stop()
rows = casework.households(here)
rounds = {outreach_view.round_id(each): each for each in casework.rounds_of(rows)}
names = casework.names_of(here, [each.homes[0].volunteer_id for each in rounds.values() if each.homes[0].volunteer_id])
shown = rounds.get(st.query_params.get(page_address.ROUND, ""))
if shown is not None:
    st.title(f"Round: {names.get(shown.who) or shown.who}")
    page_address.link("outreach", "All rounds")
    outreach_view.just_said(here)
    outreach_view.one_round(here, shown)
    st.stop()

st.title("Outreach")
outreach_view.just_said(here)
elements.lead(
    "Households from a list that you may hold. Whoever is known here, or said no before, was left out as it came in. "
    "From the day on which a list is to go, this page shows none of it, and the night removes it."
)
if not rows:
    elements.lead("There is no list now.")
    if user_can(here.user, Verb.BRING_IN):
        page_address.link("bring_in", "Bring in a list of households")
    st.stop()
outreach_view.coverage(here, rows)
left, right = st.columns(2, gap="large")
with left:
    elements.heading("Rounds")
    if not rounds:
        elements.lead("None is shared out yet.")
    for key, each in rounds.items():
        who = elements.plain(names.get(each.who) or each.who, "Somebody")
        many = counted(len(each.homes), "household")
        page_address.link("outreach", f"{who}: {many}, {wording().round_way[each.way]}", round=key)
with right:
    for way in RoundWay:
        outreach_view.share(here, way, casework.households_to_share(rows, way))
gone = [row for row in rows if row.status in {HouseholdStatus.JOINED, HouseholdStatus.MOVED}]
if gone:
    elements.lead(f"{counted(len(gone), 'household')} came to us, or moved away: they are on no round any more.")
