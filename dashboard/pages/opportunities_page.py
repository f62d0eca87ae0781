"""Volunteering roles of organisations: which are printed, who would like one, who was introduced and began there."""

import streamlit as st

from community import casework
from community.tables.row_types import EnquiryRow, OpportunityRow
from community.tables.status_machines import MACHINES
from community.tables.statuses import ListingStatus
from community.tables.verbs import Verb
from community.wording import first_lower, first_upper, status_words, wording
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import correction_fields, dialogs, enquiry_view, request_flags, role_view, signatory_publication
from dashboard.work_session import act, now, work_context

TITLE = "Volunteering roles"
here, at = work_context(), now()
page_address.stop_if_stray("opportunities", TITLE, OpportunityRow, EnquiryRow)
shown, asked = page_address.record(OpportunityRow), page_address.record(EnquiryRow)

if shown is None and asked is None:
    st.title(TITLE)
    elements.lead("What organisations look for. The public site lists those that are approved, until their last day.")
    role_view.new(here)
    role_view.everything(here, at)
    st.stop()

page_address.link("opportunities", "All roles")
if asked is not None:
    with page_address.or_gone(TITLE):
        enquiry = casework.see(here, EnquiryRow, asked)
    open_dialog.only_about(asked)
    elements.person(casework.name_of(here, asked))
    where = display_words.hub(here.settings, enquiry.hub)
    elements.line([asked, *enquiry_view.stands(enquiry, at), where])
    request_flags.flags(here, enquiry)
    left, right = st.columns([5, 4], gap="large")
    with left:
        enquiry_view.one(here, enquiry, at)
        correction_fields.field(here, enquiry)
    with right, st.container(key="card-decide"):
        elements.heading(first_upper(status_words(enquiry.table, enquiry.status)))
        enquiry_view.next_steps(here, enquiry)
        request_flags.calls(here, enquiry)
        with st.expander("What happened so far"):
            elements.story(casework.history(here, asked), at)
    st.stop()

with page_address.or_gone(TITLE):
    row = casework.see(here, OpportunityRow, str(shown))
open_dialog.only_about(row.id)
elements.person(row.name)
checked = f"last checked {display_words.day(row.checked_on, at)}" if row.checked_on else "never checked"
elements.line([row.id, first_lower(wording().organisation_group[row.status]), checked])
role_view.whose(here, row)
request_flags.flags(here, row)
left, right = st.columns([5, 4], gap="large")
with left:
    elements.facts("told", role_view.facts(here, row, at))
    correction_fields.field(here, row)
    enquiry_view.everybody(here, row, at)
with right, st.container(key="card-decide"):
    elements.heading("Printed on the site?")
    elements.lead("Who looks after it, its postcode and our notes are not printed. The rest is, exactly as it stands.")
    signatory_publication.publishing(here, at)
    told = {"seen": row.status}
    with st.container(horizontal=True, key="decisions"):
        if casework.can(here.user, Verb.CHECK_ROLE, row):
            st.button("Checked today", on_click=act, args=(casework.check_role, row.id))
        if casework.can(here.user, Verb.APPROVE_ROLE, row):
            usual = MACHINES["opportunities"].statuses[row.status].usual == ListingStatus.APPROVED
            st.button("Approve", type="primary" if usual else "secondary", on_click=act,
                      args=(casework.approve_role, row.id), kwargs=told)  # fmt: skip
        if casework.can(here.user, Verb.WITHDRAW_ROLE, row):
            st.button("Close it", on_click=open_dialog.open_dialog, args=(row.id, "withdraw"))
    if open_dialog.dialog_about(row.id) == "withdraw":
        dialogs.show(
            "Close this role?",
            lambda: elements.lead("It leaves the public site, and nobody new is introduced. It may be approved again."),
            "Yes, close it", casework.withdraw_role, lambda: {"role_id": row.id, **told},
        )  # fmt: skip
    request_flags.calls(here, row)
    with st.expander("What happened so far"):
        elements.story(casework.history(here, row.id), at)
