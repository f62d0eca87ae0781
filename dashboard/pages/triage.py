"""Triage: one request at a time. Everything the person said, what a computer noticed, and what a person decides."""

import streamlit as st

from community import casework
from community.book import Row
from community.casework import Desk
from dashboard import address, keys, plain, unread, waiting, words
from dashboard.desk import desk, now
from dashboard.opening import house
from dashboard.parts import (
    answering,
    asked,
    correcting,
    deciding,
    flagging,
    justnow,
    nosuch,
    queue,
    reaching,
    risk,
    same_person,
    worry,
)

here, at = desk(), now()
nosuch.stop_if_stray("triage", "Triage", "R")
show = waiting.shown_list()
lines = waiting.request_lines(here, at, show)
todo = [line.id for line in lines]
shown = queue.current("R", todo)


def story(desk: Desk, request: Row) -> None:
    """What the person said, and what happened since."""
    plain.facts("said", words.told(house().forms["help_request"], request))
    correcting.field(desk, request)
    said = [entry for entry in casework.history(desk, request["id"]) if entry.verb != "came_in"]
    if said:
        with st.expander(f"What happened so far ({len(said)})"):
            plain.story(said, at)


if shown is None:
    st.title("Triage")
    justnow.card(here)
    if show:
        plain.lead("Nobody is left in this list.")
        address.link("triage", "Everybody who waits for an answer")
    else:
        plain.lead("Nobody waits for an answer. Requests come in from the website and from calls.")
        address.link("call", "Take a call")
    st.stop()

try:
    request = casework.see(here, "help_requests", shown)
except casework.NotFound as none:
    st.title("Triage")
    st.text(str(none))
    st.stop()

keys.only_about(shown)
unread.shows(shown, request["status"])
queue.bar("triage", todo, shown, many="requests", people=waiting.people(lines), **({"show": show} if show else {}))
plain.person(request["name"])
plain.lead(asked.summary(here, request, at))
flagging.flags(here, request)
reaching.ways(request)
same_person.also_known(here, request, at)
left, right = st.columns(2, gap="large")
with left:
    story(here, request)
with right, st.container(key="card-decide"):
    if request["status"] == "closed":
        plain.heading("Closed")
        plain.lead(words.CLOSED.get(request["closed_reason"] or "", "Nothing more to do."))
    else:
        plain.heading("What is needed")
        asked.needs_made(here, request)
        correcting.hub(here, request)
        same_person.who(here, request, casework.who_is_it(here, shown), at)
        asked.needs(here, request)
        risk.ask(request)
        answering.decide(here, request, show)
        name = keys.dialog_about(shown)
        if name and name != worry.DIALOG:
            deciding.open_one(
                here, name, request, at, waiting.doubles(here, request), lambda: answering.on_to(request["id"], show)
            )
    worry.button(here, request)
with right:  # below the button that was pressed: there the eye is
    justnow.card(here)
