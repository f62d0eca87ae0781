"""What Today is made of: the groups and their words, and the news that came while somebody was reading."""

from datetime import datetime

import streamlit as st

from community.casework import Desk, Item, today
from dashboard import words
from dashboard.desk import desk as desk_now
from dashboard.desk import now as time_now

KINDS: dict[str, tuple[str, str]] = {
    "crisis": ("Read these first", "Something in their own words may mean danger. Speak to them before anything else."),
    "past_promise": ("Past our promise", "They should have heard from us by now."),
    "promised": ("Was promised", "Somebody relied on a volunteer who can’t come now. Find cover first."),
    "new_request": ("New requests", "Ring them, and find out what would help."),
    "no_hub": ("No hub yet", "Nobody could tell where this is. Give it to a hub."),
    "no_answer_again": ("Try again", "Nobody answered last time."),
    "hold_ended": ("The wait is over", "Somebody put these aside until now."),
    "flagged": ("Look at these", "Something in them is odd. A person decides whether it matters."),
    "contact_open": ("Come back to somebody", "A call or a message is still open."),
    "conflict": ("Two answers", "The spreadsheet and our book differ. Find out which is right, and say so."),
    "sheet_note": (
        "Notes in the spreadsheet",
        "Somebody typed these into a view. Do what they ask, then press the button.",
    ),
    "resident_to_tell": ("Tell the resident", "A volunteer said yes. Say who comes, and when."),
    "not_rung": ("Ring the volunteer", "They are chosen, and do not know it yet."),
    "check_missing": ("A check is missing", "Help goes on, and the check it needs is out of date."),
    "proposal": ("Proposals", "The matching suggests who could help. You decide."),
    "unmatched": ("Nobody found yet", "No volunteer is proposed for these."),
    "cover_over": ("Back again", "The volunteer is back, and somebody still covers for them. Choose who goes on."),
    "hub_need": ("For the hub itself", "Put the resident in touch with the right service."),
    "was_it_done": ("Was it done?", "Ask whether help was given, and write it down."),
    "carries_many": ("Much rests on one person", "Ask them whether it is too much. Others could share it."),
    "pair_check": ("Ask how it goes", "A resident and a volunteer who go on together."),
    "organisation": ("Organisations", "They signed the charter. Their name is printed once you approve it."),
    "volunteer_new": ("New volunteers", "Say hello, and tell them what comes next."),
    "check_due": ("Checks that run out", "Within a month, or already."),
    "unused": ("Volunteers we have not asked", "People who offered and hear nothing go away."),
}
PAGE = {
    "help_requests": "triage",
    "needs": "matches",
    "matches": "matches",
    "volunteers": "volunteers",
    "organisations": "organisations",
    "contacts": "history",
    "pairs": "history",
}
ALL, FEW = "today_all", 5
_SEEN, _LIST = "today_seen", "today_list"


def groups(desk: Desk, now: datetime) -> dict[str, list[Item]]:
    """What waits, by kind. What came since the page was opened is left out until somebody asks for it."""
    items = _items(desk, now)
    who, seen = st.session_state.setdefault(_SEEN, (desk.user, {item.id for item in items}))
    if who != desk.user:
        seen = {item.id for item in items}
        st.session_state[_SEEN] = (desk.user, seen)
    found: dict[str, list[Item]] = {}
    for kind in KINDS:
        if here := [item for item in items if item.kind == kind and item.id in seen]:
            found[kind] = here
    return found


def counted(groups: dict[str, list[Item]]) -> str:
    """How much it is, in words."""
    many = sum(len(items) for items in groups.values())
    return f"{many:,} thing{'' if many == 1 else 's'} for a person"


def title(item: Item) -> str:
    """What it is, without the words that the group's heading says already."""
    what = item.title.partition(": ")[2]
    return what if what and item.table in {"help_requests", "needs"} else item.title


def waits(item: Item, now: datetime) -> str:
    """Since when, and until when."""
    if item.due is None:
        return f"since {words.when(item.since, now)}"
    return f"due {words.when(item.due, now)}" if item.due >= now else f"was due {words.when(item.due, now)}"


def show_all(kind: str) -> None:
    """Show every line of this group."""
    st.session_state[ALL] = kind


@st.fragment(run_every=30)
def news(desk: Desk) -> None:
    """`3 new: show`: the list itself never moves under the hand."""
    here = desk_now()
    if here.user != desk.user:
        return
    _, seen = st.session_state.get(_SEEN, (None, set()))
    new = sum(item.id not in seen for item in _items(here, time_now()))
    if new and st.button(f"{new:,} new: show", key="news", type="primary", on_click=_show_news):
        st.rerun()


def _show_news() -> None:
    st.session_state.pop(_SEEN, None)


def _items(desk: Desk, now: datetime) -> list[Item]:
    """The list, worked out again only when something was written or a quarter of an hour has passed."""
    key = (desk.user, desk.book.token(), int(now.timestamp()) // 900)
    known, items = st.session_state.get(_LIST, (None, []))
    if known != key:
        items = today(desk, now)
        st.session_state[_LIST] = (key, items)
    return list(items)
