"""Volunteers: everything about one person, with everything that may be put right; or the list to look through."""

import streamlit as st

from community import casework
from community.tables.row_types import VolunteerRow
from community.tables.statuses import GOING_ON
from community.tables.verbs import Verb
from dashboard import display_words, elements, open_dialog, page_address, today_groups
from dashboard.parts import (
    contact_ways,
    correction_fields,
    enquiry_view,
    kept_apart,
    life_facts,
    merge_view,
    money_view,
    new_address,
    request_flags,
    safe_contact_view,
    same_person,
    volunteer_checks,
    volunteer_filters,
    volunteer_help,
    volunteer_list,
    volunteer_progress,
    volunteer_thanks,
)
from dashboard.shared_resources import house
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("volunteers", "Volunteers", VolunteerRow)
shown = page_address.record(VolunteerRow)

if shown is None:
    if st.query_params.get("show") in today_groups.COUNTED:
        volunteer_list.of_today(here, at, str(st.query_params["show"]))
    else:
        volunteer_list.volunteers(here, at)
    st.stop()

try:
    volunteer = casework.see(here, VolunteerRow, shown)
except casework.NotFound as none:
    st.title("Volunteers")
    merge_view.gone(here, shown, str(none))
    st.stop()

open_dialog.only_about(shown)
page_address.link("volunteers", "All volunteers", **volunteer_filters.in_address())
elements.person(volunteer.name)
offered, hub = display_words.when(volunteer.at, at), display_words.hub(here.settings, volunteer.hub)
elements.line([shown, f"offered {offered}", hub])
request_flags.flags(here, volunteer)
contact_ways.ways(here, volunteer)
new_address.ask(here, volunteer)
same_person.also_known(here, volunteer, at)
same_person.twice(here, volunteer)
found = volunteer_help.read(here, volunteer)
# Of another hub's volunteer who may help here, only what is needed for that is within sight.
ours = casework.can(here.user, Verb.LOG_CONTACT, volunteer)
left, right = st.columns([5, 4], gap="large")
with left:
    told = display_words.told(house().forms, "volunteer", volunteer)
    notes = [("What the hub wrote down", volunteer.notes)] if volunteer.notes else []
    elements.facts("told", [*told, *notes], ring=safe_contact_view.may_ring(here, volunteer))
    safe_contact_view.section(here, volunteer)
    correction_fields.field(here, volunteer)
    if ours:
        life_facts.of_volunteer(here, volunteer, at)
    kept_apart.section(here, volunteer)
with right:
    if ours:
        with st.container(key="card-standing"):
            volunteer_progress.steps(here, volunteer, at)
            volunteer_progress.induction(here, volunteer, at)
            volunteer_progress.took_part(here, volunteer, at)
            helped_now = [found.needs[match.need_id] for match in found.matches if match.status in GOING_ON]
            volunteer_checks.section(here, volunteer, helped_now, at)
            request_flags.calls(here, volunteer)
            volunteer_thanks.section(here, volunteer)
beneath, beside = st.columns([5, 4], gap="large")
with beneath:
    if ours:
        volunteer_help.load(volunteer, found)
    volunteer_help.helps(here, found)
    volunteer_help.helped(here, found)
    if ours:
        volunteer_help.pairs(found, at)
        money_view.of_volunteer(here, volunteer, {r.id: r.name or r.id for r in found.residents.values()}, at)
        volunteer_help.calls(found, at)
with beside:
    if ours:
        volunteer_help.answers(found)
        volunteer_help.visits(found, at)
        enquiry_view.of_volunteer(here, volunteer, found, at)
        volunteer_help.training(volunteer, found, at)
elements.so_far(casework.history(here, shown), at)
