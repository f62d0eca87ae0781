"""The newsletter: how many get it, a new one with its preview and a trial to oneself, and those that went."""

import streamlit as st

from community.casework.newsletter import newsletter_stands
from community.wording import counted
from dashboard import display_words, elements, page_address
from dashboard.parts import circular_fields
from dashboard.work_session import now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("newsletter", "Newsletter")
stands = newsletter_stands(here)
st.title("Newsletter")
elements.lead(
    f"Readers: {stands.confirmed:,}. Asked for it and have not confirmed: {stands.asked:,}. They get nothing, and are "
    "removed a month after they asked."
)
if not here.settings.can_email_links:
    elements.marks(
        ["A newsletter needs emails and a public address, so its form is off. docs/messages.md says how to begin."],
        "note",
    )
elif stands.confirmed:
    circular_fields.newsletter(here, counted(stands.confirmed, "person"))
else:
    elements.lead("Once somebody has confirmed, you write here. People ask for it on the site’s page Newsletter.")
if stands.written:
    elements.heading(f"Written before · {len(stands.written)}")
for row in stands.written[:50]:
    with st.container(key=f"item-{row.id}", horizontal=True, vertical_alignment="center"):
        page_address.open_record(row.id, row.subject)
        elements.lead(f"{display_words.when(row.at, at)} · {row.by}")
