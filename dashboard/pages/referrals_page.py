"""Referrals: who was passed on to which service, with whose agreement, who took it up, and what came of it."""

import streamlit as st

from community import casework
from community.tables.row_types import ReferralRow
from dashboard import display_words, elements, page_address, shortcuts
from dashboard.parts import correction_fields, life_event_view, record_link, referral_view, referrers_view
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("referrals", "Referrals", ReferralRow)
shown = page_address.record(ReferralRow)

if shown is None:
    st.title("Referrals")
    if st.query_params.get("show") == "in":
        page_address.link("referrals", "Passed on to services")
        referrers_view.everything(here, at)
    else:
        page_address.link("referrals", "Sent to us", show="in")
        referral_view.everything(here, at)
    st.stop()

try:
    row = casework.see(here, ReferralRow, shown)
except casework.NotFound as none:
    st.title("Referrals")
    st.text(str(none))
    st.stop()

shortcuts.only_about(shown)
page_address.link("referrals", "All referrals")
elements.person(casework.name_of(here, shown))
to_whom, hub = referral_view.to_whom(here, row), display_words.hub(here.settings, row.hub)
elements.lead(f"{shown} · {to_whom} · {hub} · {' · '.join(referral_view.stands(row, at))}")
left, right = st.columns([5, 4], gap="large")
with left:
    about = {"Who it is": row.resident_id, "The service": row.service_id, "Their request": row.request_id}
    for label, one in about.items():
        if one:
            elements.lead(label)
            record_link.named(one)
    referral_view.told(here, row, at)
    correction_fields.field(here, row)
with right, st.container(key="card-decide"):
    elements.heading("What comes next")
    life_event_view.section(here, row, "What came of it")
    with st.expander("What happened so far"):
        elements.story(casework.history(here, shown), at)
