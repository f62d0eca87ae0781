"""Triage: one request at a time. Everything the person said, what a computer noticed, and what a person decides."""

import streamlit as st

from community import casework
from community.book import Row
from community.casework import Desk
from dashboard import address, keys, plain, unread, waiting, words
from dashboard.desk import act, desk, now
from dashboard.opening import house
from dashboard.parts import asked, correcting, deciding, flagging, justnow, nosuch, queue, reaching, same_person

here, at = desk(), now()
nosuch.stop_if_stray("triage", "Triage", "R")
todo = waiting.requests(here, at)
shown = queue.current("R", todo)


def accept(request_id: str, seen: str, then: str | None) -> None:
    """Accept the request with the kinds of help as they stand at the click."""
    if not unread.too_soon(request_id):
        act(casework.triage, request_id, seen=seen, then={"id": then} if then else None, **asked.read(request_id))


def no_answer(request_id: str, seen: str, then: str | None) -> None:
    """Write down that nobody answered."""
    if not unread.too_soon(request_id):
        act(casework.no_answer, request_id, seen=seen, then={"id": then} if then else None)


def decide(request: Row, then: str | None) -> None:
    """The decisions, each with its key. Each button belongs to one request: a press on it is about no other."""
    one, seen = request["id"], request["status"]
    with st.container(horizontal=True, key="decisions"):
        st.button("Accept", type="primary", key=f"accept-{one}", shortcut=keys.key("1"), on_click=accept,
                  args=(one, seen, then))  # fmt: skip
        for label, name, letter in (
            ("Duplicate", "duplicate", "2"),
            ("Decline", "decline", "3"),
            ("Hold", "hold", "H"),
        ):
            st.button(label, key=f"{name}-{one}", shortcut=keys.key(letter), on_click=keys.open_dialog,
                      args=(one, name))  # fmt: skip
        if casework.can(here.user, "no_answer", request):
            st.button("No answer", key=f"no-answer-{one}", on_click=no_answer, args=(one, seen, then))
        st.button("Log a call", key=f"log-{one}", on_click=keys.open_dialog, args=(one, "log"))


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
queue.bar("triage", todo, shown, many="requests")
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
        decide(request, queue.after(todo, shown))
        name = keys.dialog_about(shown)
        if name:
            deciding.open_one(name, request, at, waiting.doubles(here, request), queue.after(todo, shown))
with right:  # below the button that was pressed: there the eye is
    justnow.card(here)
