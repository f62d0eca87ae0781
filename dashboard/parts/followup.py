"""What somebody must come back to: an open call or message, and how a resident and a volunteer get on."""

from datetime import datetime, timedelta
from functools import partial

import streamlit as st

from community import casework
from community.book import Row
from community.casework import Desk
from community.casework.permissions import granted
from community.settings.response_promise import LONDON
from community.tables.canonical import moment
from dashboard import address, plain, undoing, words
from dashboard.desk import act
from dashboard.parts import reaching, sheet_corrections, worry

_SIDE = {"in": "They got in touch", "out": "We got in touch"}
_AGAIN = timedelta(weeks=13)
_FEW, _SHOWN = 25, "history-shown"


def contact(desk: Desk, contact_id: str, now: datetime) -> None:
    """One call or message, and the button that says somebody came back to it."""
    row = casework.see(desk, "contacts", contact_id)
    from_sheet, to_tell = row["way"] == "sheet", row["direction"] is None
    plain.heading("A note about the spreadsheet" if from_sheet else _SIDE.get(row["direction"], "Somebody to tell"), 1)
    if to_tell:
        _whom(desk, row)
    by = "typed into it" if from_sheet and row["by"] == "sheet" else f"written down by {row['by']}"
    plain.lead(f"{words.said(row['way']).capitalize()}, {words.when(row['at'], now)} · {by}")
    if said := casework.words_of(desk, contact_id):
        plain.facts("contact", [("What to tell them" if to_tell else "What was said", said)])
    if row["about"]:
        address.link(address.page_of(row["about"]), f"Open {row['about']}", row["about"])
    if casework.can(desk.user, "deal_with_contact", row):
        done = "They have been told" if to_tell else "Dealt with"
        st.button(done, type="primary", on_click=act, args=(casework.deal_with_contact, contact_id),
                  kwargs={"seen": row["status"]})  # fmt: skip
    else:
        plain.marks([words.status_words("contacts", row["status"])], "done")


def _whom(desk: Desk, call: Row) -> None:
    """Who is to be told, and how to reach them."""
    try:
        who = casework.see(desk, "residents" if call["with_whom"].startswith("P-") else "volunteers", call["with_whom"])
    except casework.NotFound:
        return
    plain.person(who["name"], level=2)
    worry.caution(desk, who)
    reaching.ways(who)


def pair(desk: Desk, pair_id: str, now: datetime) -> None:
    """A resident and a volunteer who go on together: ring both, and say when to ask again."""
    row = casework.see(desk, "pairs", pair_id)
    resident = casework.see(desk, "residents", row["resident_id"])
    volunteer = casework.see(desk, "volunteers", row["volunteer_id"])
    plain.heading("Ask both how it goes", 1)
    plain.lead(f"They know each other since {words.day(row['since'], now)}.")
    for title, who in (("Resident", resident), ("Volunteer", volunteer)):
        told = [(title, who["name"] or "No name given"), ("Telephone", who["telephone"]), ("Email", who["email"])]
        plain.facts(title, [(label, value) for label, value in told if value])
    address.link("volunteers", f"Open {row['volunteer_id']}", row["volunteer_id"])
    if casework.can(desk.user, "pair_asked", row):
        today = now.astimezone(LONDON).date()
        st.date_input(
            "Ask again on", today + _AGAIN, today + timedelta(days=1), key="again", format="DD/MM/YYYY", width=170
        )
        with st.container(horizontal=True, key="decisions"):
            st.button("Asked both", type="primary", on_click=_asked, args=(pair_id,))
            st.button("Do not ask again", on_click=act, args=(casework.pair_asked, pair_id, None))


def latest(desk: Desk, now: datetime) -> None:
    """The latest actions of people, with what takes each back."""
    many = st.session_state.get(_SHOWN, _FEW)
    found = casework.latest(desk, many + 1)
    if not found:
        plain.lead("Nothing has been done yet.")
    for each in found[:many]:
        if each.sync:
            sheet_corrections.line(each, now)
            continue
        with st.container(key=f"item-{each.action}", horizontal=True, vertical_alignment="center"):
            back = " (taken back)" if each.undone else ""
            st.text(undoing.said(each.verb, undoing.whose(each), back).rstrip("."), width="stretch")
            plain.lead(f"{words.when(moment(each.at), now)} · {each.by}")
            with st.container(horizontal=True, key=f"links-{each.action}", gap="small"):
                for one in each.records[:1]:
                    address.link("history", f"Open {one}", one)
                if not each.undone and (granted(desk.user, "undo_anything") or each.by == desk.user.name):
                    press = partial(undoing.ask, each.action) if casework.told_by(desk, each.action) else partial(
                        act, casework.undo, each.action)  # fmt: skip
                    st.button("Undo", key=f"undo-{each.action}", type="tertiary", on_click=press)
    if len(found) > many:
        st.button("Show older", key="older", on_click=_older, args=(many,))


def _older(shown: int) -> None:
    st.session_state[_SHOWN] = shown + _FEW


def _asked(pair_id: str) -> None:
    act(casework.pair_asked, pair_id, st.session_state.get("again"))
