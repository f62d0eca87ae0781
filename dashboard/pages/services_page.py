"""The local directory. The director decides what is printed of it, puts it right, and notes that it is still so."""

import streamlit as st

from community import casework
from community.tables.row_types import ServiceRow
from community.tables.status_machines import MACHINES
from community.tables.statuses import ListingStatus
from community.tables.verbs import Verb
from community.wording import first_lower, wording
from dashboard import elements, open_dialog, page_address
from dashboard.parts import correction_fields, dialogs, offer_view, request_flags, service_view, signatory_publication
from dashboard.work_session import act, now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("services", "Services", ServiceRow)
shown = page_address.record(ServiceRow)

if shown is None:
    st.title("Services")
    elements.lead("The local directory, as it is printed on the public site.")
    service_view.new(here)
    service_view.everything(here, at)
    st.stop()

with page_address.or_gone("Services"):
    row = casework.see(here, ServiceRow, shown)

open_dialog.only_about(shown)
page_address.link("services", "All services")
elements.person(row.name)
stands = first_lower(wording().organisation_group[row.status])
elements.lead(f"{shown} · {service_view.kind(row)} · {stands} · {service_view.checked(here, row, at)}")
request_flags.flags(here, row)
service_view.of_the_same_name(here, row)
left, right = st.columns([5, 4], gap="large")
with left:
    elements.facts("told", service_view.facts(here, row))
    correction_fields.field(here, row)
    service_view.helps_with(here, row)
    offer_view.put_until_right(here, row)
    offer_view.lent(here, row, at)
with right, st.container(key="card-decide"):
    elements.heading("Printed on the site?")
    elements.lead(service_view.what_is_printed(row))
    signatory_publication.publishing(here, at)
    told = {"seen": row.status}
    with st.container(horizontal=True, key="decisions"):
        if casework.can(here.user, Verb.CHECK_SERVICE, row):
            st.button("Checked today", type="primary" if service_view.is_overdue(here, row, at) else "secondary",
                      on_click=act, args=(casework.check_service, shown))  # fmt: skip
        if casework.can(here.user, Verb.APPROVE_SERVICE, row):
            usual = MACHINES["services"].statuses[row.status].usual == ListingStatus.APPROVED
            st.button("Approve", type="primary" if usual else "secondary", on_click=act,
                      args=(casework.approve_service, shown), kwargs=told)  # fmt: skip
        if casework.can(here.user, Verb.WITHDRAW_SERVICE, row):
            st.button("Withdraw", on_click=open_dialog.open_dialog, args=(shown, "withdraw"))
    if open_dialog.dialog_about(shown) == "withdraw":
        dialogs.show(
            "Not to be printed?",
            lambda: elements.lead("It leaves the public site. It stays here, and may be approved again."),
            "Yes, take it off", casework.withdraw_service, lambda: {"service_id": shown, **told},
        )  # fmt: skip
    request_flags.calls(here, row)
    with st.expander("What happened so far"):
        elements.story(casework.history(here, shown), at)
