"""Organisations that signed the charter. The director decides whose name is printed."""

import streamlit as st

from community import casework
from community.casework.statuses import MACHINES
from dashboard import address, keys, plain, words
from dashboard.desk import act, desk, now
from dashboard.opening import house
from dashboard.parts import charter, dialogs, flagging, nosuch, same_person

GROUPS = {"offered": "To approve", "approved": "Printed on the site", "withdrawn": "Not printed"}
here, at = desk(), now()
nosuch.stop_if_stray("organisations", "Organisations", "O")
shown = address.record("O")

if shown is None:
    st.title("Organisations")
    rows = casework.see_all(here, "organisations")
    if not rows:
        plain.lead("No organisation has signed the charter yet.")
    for status, heading in GROUPS.items():
        group = [row for row in rows if row["status"] == status]
        if group:
            plain.heading(f"{heading} · {len(group)}")
        for row in group:
            with st.container(key=f"item-{row['id']}"):
                st.text(row["name"] or "No name given")
                plain.lead(charter.signed(row, at))
                address.link("organisations", f"Open {row['id']}", row["id"])
    st.stop()

try:
    row = casework.see(here, "organisations", shown)
except casework.NotFound as none:
    st.title("Organisations")
    st.text(str(none))
    st.stop()

keys.only_about(shown)
address.link("organisations", "All organisations")
plain.person(row["name"])
plain.lead(f"{shown} · {charter.signed(row, at)} · {GROUPS[row['status']].lower()}")
flagging.flags(here, row)
same_person.also_known(here, row, at)
left, right = st.columns([5, 4], gap="large")
with left:
    plain.facts("told", words.told(house().forms["organisation"], row))
with right, st.container(key="card-decide"):
    plain.heading("Printed on the site?")
    plain.lead("Name, website, sentence and promises are printed, exactly as they wrote them.")
    charter.publishing(here, at)
    told = {"seen": row["status"]}
    with st.container(horizontal=True, key="decisions"):
        if casework.can(here.user, "approve_organisation", row):
            usual = MACHINES["organisations"].statuses[row["status"]].usual == "approved"
            st.button("Approve", type="primary" if usual else "secondary", on_click=act,
                      args=(casework.approve_organisation, shown), kwargs=told)  # fmt: skip
        if casework.can(here.user, "withdraw_organisation", row):
            st.button("Withdraw", on_click=keys.open_dialog, args=(shown, "withdraw"))
    if keys.dialog_about(shown) == "withdraw":
        dialogs.show(
            "Not to be printed?",
            lambda: plain.lead("Their name and promises leave the public site."),
            "Yes, take it off", casework.withdraw_organisation, lambda: {"organisation_id": shown, **told},
        )  # fmt: skip
    flagging.calls(here, row)
    with st.expander("What happened so far"):
        plain.story(casework.history(here, shown), at)
