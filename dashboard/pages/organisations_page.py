"""Organisations that signed the charter. The director decides whose name is printed."""

import streamlit as st

from community import casework
from community.tables.row_types import OrganisationRow
from community.tables.status_machines import MACHINES
from community.tables.statuses import ListingStatus
from community.tables.verbs import Verb
from community.wording import first_lower, wording
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import (
    dialogs,
    life_event_view,
    merge_view,
    organisation_contact,
    request_flags,
    same_person,
    signatory_publication,
)
from dashboard.shared_resources import house
from dashboard.work_session import act, now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("organisations", "Organisations", OrganisationRow)
shown = page_address.record(OrganisationRow)

if shown is None:
    st.title("Organisations")
    rows = casework.see_all(here, OrganisationRow)
    if not rows:
        elements.lead("No organisation has signed the charter yet.")
    for status, heading in wording().organisation_group.items():
        group = [row for row in rows if row.status == status]
        if group:
            elements.heading(f"{heading} · {len(group)}")
        for row in group:
            with st.container(key=f"item-{row.id}"):
                page_address.open_record(row.id, row.name or "No name given")
                signed = [row.id, signatory_publication.signed(row, at)]
                elements.line([*signed, *organisation_contact.person(row)], row.telephone)
    st.stop()

try:
    row = casework.see(here, OrganisationRow, shown)
except casework.NotFound as none:
    st.title("Organisations")
    merge_view.gone(here, shown, str(none))
    st.stop()

open_dialog.only_about(shown)
page_address.link("organisations", "All organisations")
elements.person(row.name)
stands = first_lower(wording().organisation_group[row.status])
elements.lead(f"{shown} · {signatory_publication.signed(row, at)} · {stands}")
request_flags.flags(here, row)
same_person.also_known(here, row, at)
same_person.twice(here, row)
left, right = st.columns([5, 4], gap="large")
with left:
    life_event_view.section(here, row, "It needs help once")
    organisation_contact.section(here, row, at)
    elements.facts("told", display_words.told(house().forms, "organisation", row))
with right, st.container(key="card-decide"):
    elements.heading("Printed on the site?")
    elements.lead("Name, website, sentence and promises are printed, exactly as they wrote them.")
    signatory_publication.publishing(here, at)
    told = {"seen": row.status}
    with st.container(horizontal=True, key="decisions"):
        if casework.can(here.user, Verb.APPROVE_ORGANISATION, row):
            usual = MACHINES["organisations"].statuses[row.status].usual == ListingStatus.APPROVED
            if row.signed_on is None:
                st.button("Approve", on_click=open_dialog.open_dialog, args=(shown, "signed"))
            else:
                st.button("Approve", type="primary" if usual else "secondary", on_click=act,
                          args=(casework.approve_organisation, shown), kwargs=told)  # fmt: skip
        if casework.can(here.user, Verb.WITHDRAW_ORGANISATION, row):
            st.button("Withdraw", on_click=open_dialog.open_dialog, args=(shown, "withdraw"))
    if open_dialog.dialog_about(shown) == "withdraw":
        dialogs.show(
            "Not to be printed?",
            lambda: elements.lead("Their name and promises leave the public site."),
            "Yes, take it off", casework.withdraw_organisation, lambda: {"organisation_id": shown, **told},
        )  # fmt: skip
    if open_dialog.dialog_about(shown) == "signed":
        dialogs.show(
            "Have they signed by now?",
            lambda: elements.lead("The form was sent without a signature. Ring somebody who may sign for them."),
            "Yes, they sign: print it", casework.approve_organisation, lambda: {"organisation_id": shown, **told},
        )  # fmt: skip
    request_flags.calls(here, row)
    with st.expander("What happened so far"):
        elements.story(casework.history(here, shown), at)
