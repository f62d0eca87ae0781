"""The newsletter: how many get it, a new one with its preview and a trial to oneself, and those that went."""

import streamlit as st

from community import forms
from community.casework.newsletter import ask_all_the_same, newsletter_stands
from community.wording import counted
from dashboard import display_words, elements, page_address
from dashboard.parts import circular_fields
from dashboard.work_session import act, now, work_context

here, at = work_context(), now()
page_address.stop_if_stray("newsletter", "Newsletter")
stands = newsletter_stands(here)
off = forms.is_off(forms.load(here.settings)["newsletter"], here.settings)
st.title("Newsletter")
elements.lead(
    f"Readers: {stands.confirmed:,}. Asked for it and have not confirmed: {stands.asked:,}. They get nothing, and are "
    "removed a month after they asked."
)
if not here.settings.can_email_links:
    its_form = "Its form on the site is off" if off else "Its form on the site is there to try, and nothing is sent"
    elements.marks(
        [f"A newsletter needs emails and a public address. {its_form}. docs/messages.md says how to begin."], "note"
    )
elif stands.confirmed:
    circular_fields.newsletter(here, counted(stands.confirmed, "person"))
else:
    elements.lead("Once somebody has confirmed, you write here.")
if off and here.settings.can_email_links:
    elements.lead("Its form on the site is switched off in the settings, so nobody can ask for it.")
elif not off and not stands.confirmed:
    elements.lead("People ask for it on the site’s page Newsletter.")
if stands.doubtful:
    elements.heading(f"Perhaps sent by a program · {len(stands.doubtful)}")
    elements.lead("No link goes to these addresses. If you know that somebody asked, send it all the same.")
for who in stands.doubtful[:50]:
    with st.container(key=f"item-{who.id}", horizontal=True, vertical_alignment="center"):
        elements.lead(f"{who.name or 'No name'} · {who.email} · {display_words.when(who.at, at)}")
        st.button("Send the link", key=f"ask-{who.id}", on_click=act, args=(ask_all_the_same, who.id))
if stands.written:
    elements.heading(f"Written before · {len(stands.written)}")
for row in stands.written[:50]:
    with st.container(key=f"item-{row.id}", horizontal=True, vertical_alignment="center"):
        page_address.open_record(row.id, row.subject)
        elements.lead(f"{display_words.when(row.at, at)} · {row.by}")
