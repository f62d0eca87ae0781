"""Referrals: who was passed on to which service, with whose agreement, who took it up, and what came of it."""

import streamlit as st

from community import casework
from community.tables.row_types import ReferralRow
from community.tables.support_vocabulary import ReferralKind
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import (
    correction_fields,
    hub_handover_view,
    life_event_view,
    record_link,
    referral_view,
    referrers_view,
)
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("referrals", "Referrals", ReferralRow)
shown = page_address.record(ReferralRow)

if shown is None:
    st.title("Referrals")
    lists = {
        None: ("Passed on to services", referral_view.everything),
        "in": ("Sent to us", referrers_view.everything),
        "hubs": ("From hub to hub", hub_handover_view.everything),
    }
    chosen = st.query_params.get("show")
    chosen = chosen if chosen in lists else None
    with st.container(horizontal=True, key="referral-lists"):
        for show, (words, _) in lists.items():
            if show != chosen:
                page_address.link("referrals", words, **({"show": show} if show else {}))
    lists[chosen][1](here, at)
    st.stop()

try:
    row = casework.see(here, ReferralRow, shown)
except casework.NotFound as none:
    st.title("Referrals")
    st.text(str(none))
    st.stop()

open_dialog.only_about(shown)
page_address.link("referrals", "All referrals")
name, hub = casework.name_of(here, shown), display_words.hub(here.settings, row.hub)
between = row.kind == ReferralKind.HUB
elements.person(hub_handover_view.title(row, name) if between else name)
to_whom = [] if between else [referral_view.to_whom(here, row)]
stands = hub_handover_view.stands(row, at) if between else referral_view.stands(row, at)
elements.lead(" · ".join([shown, *to_whom, hub, *stands]))
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
    if casework.is_to_take_over(row):
        hub_handover_view.answer(row)
    else:
        life_event_view.section(here, row, "What came of it")
    with st.expander("What happened so far"):
        elements.story(casework.history(here, shown), at)
