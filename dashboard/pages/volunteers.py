"""Volunteers: one person's page, or the list to look through."""

import streamlit as st

from community import casework
from community.casework.statuses import LIVE
from dashboard import address, keys, plain, todays, words
from dashboard.desk import desk, now
from dashboard.opening import house
from dashboard.parts import browse, correcting, flagging, nosuch, reaching, same_person, standing

here, at = desk(), now()
nosuch.stop_if_stray("volunteers", "Volunteers", "V")
shown = address.record("V")

if shown is None and st.query_params.get("show") in todays.COUNTED:
    browse.of_today(here, at, str(st.query_params["show"]))
    st.stop()

if shown is None:
    st.title("Volunteers")
    browse.volunteers(here)
    st.stop()

try:
    with casework.looking(here) as sight:
        volunteer = sight.get("volunteers", shown)
        matches = sight.rows("matches", lambda c: [c.volunteer_id == shown, c.status.in_(LIVE | {"proposed"})])
        ids = {m["need_id"] for m in matches}
        needs = {n["id"]: n for n in sight.rows("needs", lambda c: [c.id.in_(ids)])}
        # A proposal stays until the next matching when the triage that made its need is taken back.
        matches = [m for m in matches if m["need_id"] in needs]
except casework.NotFound as none:
    st.title("Volunteers")
    st.text(str(none))
    st.stop()

keys.only_about(shown)
address.link("volunteers", "All volunteers")
plain.person(volunteer["name"])
hub = words.hub(here.settings, volunteer["hub"])
plain.lead(f"{shown} · offered {words.when(volunteer['at'], at)} · {hub}")
flagging.flags(here, volunteer)
reaching.ways(volunteer)
same_person.also_known(here, volunteer, at)
left, right = st.columns([5, 4], gap="large")
with left:
    plain.facts("told", words.told(house().forms["volunteer"], volunteer))
    correcting.field(here, volunteer)
    said = [entry for entry in casework.history(here, shown) if entry.verb != "came_in"]
    if said:
        with st.expander(f"What happened so far ({len(said)})"):
            plain.story(said, at)
with right:
    # Of another hub's volunteer nothing of this is within sight: "none seen yet" would be untrue.
    if casework.can(here.user, "log_contact", volunteer):
        with st.container(key="card-standing"):
            standing.steps(here, volunteer, at)
            standing.induction(here, volunteer, at)
            standing.checks(here, volunteer, at)
            flagging.calls(here, volunteer)
    if matches:
        plain.heading("Helps, or may help")
    for match in matches:
        need = needs[match["need_id"]]
        with st.container(key=f"item-{match['id']}"):
            st.text(words.task(here.settings, need["task_type"]))
            plain.lead(words.said(match["status"]))
            address.link("matches", f"Open {match['id']}", match["id"])
