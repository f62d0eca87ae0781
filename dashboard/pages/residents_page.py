"""Residents: everything about one person, with everything that may be put right; or how to find somebody."""

import streamlit as st

from community import casework
from community.tables.row_types import ResidentRow
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import (
    concern_dialog,
    contact_ways,
    correction_fields,
    kept_apart,
    life_facts,
    merge_view,
    money_view,
    new_address,
    request_flags,
    resident_help,
    resident_told,
    safe_contact_view,
    same_person,
    things_lent_view,
)
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("residents", "Residents", ResidentRow)
shown = page_address.record(ResidentRow)

if shown is None:
    st.title("Residents")
    elements.lead("Find somebody with the field above: by name, any number, street, postcode or email address.")
    st.stop()

try:
    resident = casework.see(here, ResidentRow, shown)
except casework.NotFound as none:
    st.title("Residents")
    merge_view.gone(here, shown, str(none))
    st.stop()

open_dialog.only_about(shown)
elements.person(resident.name)
hub = display_words.hub(here.settings, resident.hub)
elements.lead(f"{shown} · known since {display_words.when(resident.at, at)} · {hub}")
concern_dialog.caution(here, resident)
contact_ways.ways(here, resident)
new_address.ask(here, resident)
same_person.also_known(here, resident, at)
same_person.twice(here, resident)
found = resident_help.read(here, resident)
left, right = st.columns([5, 4], gap="large")
with left:
    elements.facts("told", resident_told.facts(resident), ring=safe_contact_view.may_ring(here, resident))
    safe_contact_view.section(here, resident)
    correction_fields.field(here, resident)
    resident_told.consents(found.requests, at)
    resident_told.beside(here, resident)
    life_facts.of_resident(here, resident, at)
    kept_apart.section(here, resident)
    resident_help.knows(found, at)
    things_lent_view.section(here, resident, found.loans, at)
    money_view.of_resident(here, resident.id, at)
    resident_help.calls(found, at)
    elements.so_far(casework.history(here, shown), at)
with right:
    resident_help.needs(here, found, at)
    resident_help.asked(here, found, at)
    resident_help.visits(found, at)
    request_flags.calls(here, resident)
