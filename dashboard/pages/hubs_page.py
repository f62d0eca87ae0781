"""Hubs: where help waits and where volunteers live, by postcode sector, gaps of both kinds, and Street Champions."""

import streamlit as st

from community import casework, publish
from community.wording import counted
from dashboard import elements, page_address
from dashboard.parts import hub_map
from dashboard.work_session import work_context

here = work_context()
st.title("Hubs")
stands = casework.hubs_stand(here)
found = {*(each.hub for each in stands.sectors), *(each.hub for each in stands.streets)}
seen = sorted(hub for hub in found if hub in here.settings.hubs)
if not stands.sectors and not stands.streets:
    elements.lead("Nothing yet. Once somebody asks for help or offers it, this page says in which part of your area.")
    st.stop()
chosen = None
if len(seen) > 1:
    names = {code: here.settings.hubs[code].name for code in seen}
    chosen = st.selectbox("Hub", [None, *seen], format_func=lambda code: names.get(code, "All of them"), key="of-hub")
sectors = [each for each in stands.sectors if chosen in {None, each.hub}]
elements.lead(
    f"{counted(sum(each.waiting for each in sectors), 'open_need')} with nobody who has agreed yet, and "
    f"{counted(sum(each.ready for each in sectors), 'ready_volunteer')}, {sum(each.unasked for each in sectors):,} of "
    "them not asked lately."
)
drawn = publish.hub_map(here.settings)
if drawn.trouble:
    elements.marks([f"Drawn from postcodes meanwhile. {drawn.trouble}"], "alarm")
outreach = False
if any(each.homes for each in sectors):
    shows = st.radio("What the picture shows", ["Help and volunteers", "Outreach"], horizontal=True, key="map-shows")
    outreach = shows == "Outreach"
left, right = st.columns([5, 4], gap="large")
with left:
    hub_map.draw(drawn, sectors, [chosen] if chosen else seen, outreach=outreach)
with right:
    (hub_map.coverage if outreach else hub_map.gaps)(here, sectors)
hub_map.table(here, sectors)

streets = [each for each in stands.streets if chosen in {None, each.hub}]
covered = [each for each in streets if each.champion]
elements.heading("Street Champions")
elements.lead(
    f"{len(covered):,} of {counted(len(streets), 'street')} that we know of have one. Make somebody a Street Champion "
    "on their page: “Something has happened”, then “They are Street Champion”."
)
hub_map.streets(here, streets)
page_address.link("outreach", "Share out calls and leaflets by street")
