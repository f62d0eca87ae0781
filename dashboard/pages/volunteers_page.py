"""Volunteers: one person's page, or the list to look through."""

import streamlit as st

from community import casework
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import GOING_ON
from community.tables.verbs import Verb
from community.wording import status_words
from dashboard import display_words, elements, page_address, shortcuts, today_groups
from dashboard.parts import (
    contact_ways,
    correction_fields,
    new_address,
    request_flags,
    safe_contact_view,
    same_person,
    volunteer_list,
    volunteer_progress,
)
from dashboard.shared_resources import house
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("volunteers", "Volunteers", VolunteerRow)
shown = page_address.record(VolunteerRow)

if shown is None and st.query_params.get("show") in today_groups.COUNTED:
    volunteer_list.of_today(here, at, str(st.query_params["show"]))
    st.stop()

if shown is None:
    st.title("Volunteers")
    volunteer_list.volunteers(here)
    st.stop()

try:
    with casework.looking(here) as visible:
        volunteer = visible.get(VolunteerRow, shown)
        matches = visible.rows(MatchRow, lambda c: [c.volunteer_id == shown, c.status.in_(GOING_ON)])
        ids = {m.need_id for m in matches}
        needs = {n.id: n for n in visible.rows(NeedRow, lambda c: [c.id.in_(ids)])}
        # After the undo of the triage that made its need, a proposal stays until the next matching.
        matches = [m for m in matches if m.need_id in needs]
except casework.NotFound as none:
    st.title("Volunteers")
    st.text(str(none))
    st.stop()

shortcuts.only_about(shown)
page_address.link("volunteers", "All volunteers")
elements.person(volunteer.name)
hub = display_words.hub(here.settings, volunteer.hub)
elements.lead(f"{shown} · offered {display_words.when(volunteer.at, at)} · {hub}")
request_flags.flags(here, volunteer)
contact_ways.ways(here, volunteer)
new_address.ask(here, volunteer)
same_person.also_known(here, volunteer, at)
left, right = st.columns([5, 4], gap="large")
with left:
    elements.facts("told", display_words.told(house().forms["volunteer"], volunteer))
    safe_contact_view.section(here, volunteer)
    correction_fields.field(here, volunteer)
    elements.so_far(casework.history(here, shown), at)
with right:
    # The checks of another hub's volunteer are out of sight, so "none seen yet" would be untrue.
    if casework.can(here.user, Verb.LOG_CONTACT, volunteer):
        with st.container(key="card-standing"):
            volunteer_progress.steps(here, volunteer, at)
            volunteer_progress.induction(here, volunteer, at)
            volunteer_progress.checks(here, volunteer, at)
            request_flags.calls(here, volunteer)
    if matches:
        elements.heading("Helps, or may help")
    for match in matches:
        need = needs[match.need_id]
        with st.container(key=f"item-{match.id}"):
            st.text(display_words.task(here.settings, need.task_type))
            elements.lead(status_words("matches", match.status))
            page_address.open_record(match.id)
