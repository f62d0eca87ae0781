"""More: the pages that an ordinary day doesn't need, each with what it is for."""

import streamlit as st

from dashboard import elements, page_address
from dashboard.page_frame import PAGES, pages_for
from dashboard.work_session import work_context

# By heading, the pages below it and what each is for. A page that the user may not open is left out.
GROUPS = {
    "Records": {
        "handover": "All that waits on one page, to work from or to print, for whoever stands in.",
        "organisations": "Who signed the charter, who asks to, and whom to ask for there.",
        "services": "The local directory: what is printed, what waits for you, and what is to be checked again.",
        "offers": "Rooms, things and transport that members share: who has them, and what comes back when.",
        "opportunities": "What organisations look for, who would like it, and who was introduced and began there.",
        "referrals": "Who was passed on to a service or waits for a grant, and whom others sent to us.",
        "complaints": "Who complained or asked for their data, by when they hear from us, and what we answered.",
        "ring_round": "Snow, heat or a power cut: who wants to be rung today, and who has been.",
        "outreach": "Households on a list: who rings them or brings a leaflet, by street, and what came of it.",
        "food_round": "The parcels of a day: packed or not, what must not be in them, the doors in order, who was in.",
        "training": "Sessions that are planned, who booked and who came, and booking for somebody on the telephone.",
        "circulars": "The same words to many volunteers, each with a message of their own; and how far it has come.",
        "newsletter": "How many read it, a new one to write, and those that went.",
        "voices": "What people said of the help, and which of it the public site prints.",
        "history": "What was done lately and by whom, and how to take it back.",
    },
    "Figures": {
        "impact": "What a week, a month or a year brought, for trustees and funders.",
        "hubs": "The area with its sectors: where help waits, where volunteers live, and streets without a champion.",
        "short": "What would fill most of the empty places: whom to look for, and whom to ask.",
        "ahead": "How much help people are likely to ask for in the next four weeks.",
    },
    "Settings and machinery": {
        "weights": "How much distance, time and the rest count when a volunteer is proposed.",
        "bring_in": "A list from a spreadsheet or an old system, looked at before anything is kept.",
        "keeping": "What goes when its time is up, whose erasure waits for a second person, and the backups.",
        "sheet": "Whether spreadsheet, backups and other jobs went well, and what waits for you.",
    },
}

here = work_context()
may = pages_for(here.user)
st.title("More")
shown = {heading: [name for name in pages if name in may] for heading, pages in GROUPS.items()}
filled = [heading for heading, names in shown.items() if names]
for heading, column in zip(filled, st.columns(len(filled), gap="large"), strict=True):
    with column:
        elements.heading(heading)
        for name in shown[heading]:
            with st.container(key=f"advice-{name}"):
                page_address.link(name, PAGES[name])
                elements.lead(GROUPS[heading][name])
