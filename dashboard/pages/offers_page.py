"""What members offer of their own: rooms, things, transport; to be had, lent to somebody, or over."""

import streamlit as st

from dashboard import elements, page_address
from dashboard.parts import offer_view
from dashboard.work_session import now, work_context

here, at = work_context(), now()
st.title("Offers from members")
elements.lead("The public site lists what is approved, without a name, until its last day. Each opens as a service.")
page_address.link("services", "Add one among the services")
offer_view.everything(here, at)
