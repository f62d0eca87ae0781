"""Two records that may be one person, side by side. A person decides; nothing is joined in silence."""

import streamlit as st

from community import casework
from community.casework.permissions import user_can
from community.tables.row_types import OrganisationRow, ResidentRow, VolunteerRow
from community.tables.verbs import Verb
from dashboard import elements, open_dialog, page_address
from dashboard.parts import merge_view
from dashboard.work_session import now, work_context

here = work_context()
kinds = (ResidentRow, VolunteerRow, OrganisationRow)
page_address.stop_if_stray("merge", "The same person twice", *kinds)
shown, beside = page_address.record(*kinds), page_address.other()
st.title("The same person twice?")

if shown is None or beside in {None, shown} or not user_can(here.user, Verb.MERGE):
    elements.lead("Open somebody’s page: it names other records that may be theirs, and leads here.")
    st.stop()
if casework.joined_to(here, beside) == shown:
    open_dialog.only_about(shown)
    elements.marks(["They are one record now."], "done")
    page_address.open_record(shown, casework.name_of(here, shown))
    st.stop()
if casework.row_type_of(shown) is not casework.row_type_of(beside):
    elements.lead("One is a resident and one a volunteer, or an organisation: somebody may be both, in two records.")
    st.stop()
try:
    kind = casework.row_type_of(shown)
    first, second = casework.see(here, kind, shown), casework.see(here, kind, beside)
except casework.NotFound as none:
    st.text(str(none))
    st.stop()
open_dialog.only_about(shown)
if isinstance(first, kinds) and isinstance(second, kinds):
    merge_view.draw(here, first, second, now())
