"""The groups of Today with their words, and the news that came while somebody was reading."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import streamlit as st

from community.casework import WorkContext, WorklistItem, list_of_today
from community.tables.vocabulary import LineKind, Urgency
from community.wording import counted, first_lower, joined, wording
from dashboard import display_words, page_queues
from dashboard.parts import show_more
from dashboard.work_session import now as time_now
from dashboard.work_session import work_context as desk_now

KINDS: dict[str, tuple[str, str]] = {
    LineKind.CRISIS: (
        "Read these first",
        "Something in their own words may mean danger. Speak to them before anything else.",
    ),
    "first": ("Do these first", "The most pressing of all that waits. Then go on below."),
    "urgent": ("Can’t wait", "They asked for the same day, or somebody may be in trouble. Ring them first."),
    LineKind.PAST_PROMISE: ("Past our promise", "They should have heard from us by now."),
    LineKind.PROMISED: ("Was promised", "Somebody relied on a volunteer who can’t come now. Find cover first."),
    LineKind.TELL_THEM: (
        "Ring them",
        "What they heard from us is not so any more, or we should hear from them. Each line says which.",
    ),
    LineKind.NEW_REQUEST: ("New requests", "Ring them, and find out what would help."),
    LineKind.NO_HUB: ("No hub yet", "Nobody could tell where this is. Give it to a hub."),
    LineKind.NO_ANSWER_AGAIN: ("Try again", "Nobody answered last time."),
    LineKind.HOLD_ENDED: ("The wait is over", "Somebody put these aside until now."),
    LineKind.FLAGGED: ("Look at these", "Something in them is odd. A person decides whether it matters."),
    LineKind.CONTACT_OPEN: ("Come back to somebody", "A call or a message is still open."),
    LineKind.CONFLICT: ("Two answers", "The spreadsheet and our book differ. Find out which is right, and say so."),
    LineKind.SHEET_NOTE: (
        "Notes in the spreadsheet",
        "Somebody typed these into a view. Do what they ask, then press the button.",
    ),
    LineKind.RESIDENT_TO_TELL: ("Tell the resident", "A volunteer said yes. Say who comes, and when."),
    LineKind.VOLUNTEER_TO_TELL: (
        "Tell the volunteer",
        "The resident knows who comes. Give the volunteer name, number and address.",
    ),
    LineKind.MESSAGE_BACK: ("Did not arrive", "They were to be asked or told by a message. Ring them instead."),
    LineKind.MESSAGE_UNSURE: ("Did it arrive?", "Nobody knows whether this message went. Ask them, and say so."),
    LineKind.MESSAGE_BY_HAND: (
        "Messages to pass on",
        "Copy or print the words, send them, and press “I sent it” or “I posted it”.",
    ),
    LineKind.OFFER_UNANSWERED: (
        "No answer yet",
        "They were asked by a message. Write down what they say. Ring them once the time is over, or choose somebody "
        "else.",
    ),
    LineKind.NOT_RUNG: ("Ring the volunteer", "They are chosen, and do not know it yet."),
    LineKind.CHECK_MISSING: ("A check is missing", "Help goes on, and the check it needs is out of date."),
    LineKind.PROPOSAL: ("Proposals", "The matching suggests who could help. You decide."),
    LineKind.UNMATCHED: ("Nobody found yet", "No volunteer is proposed for these."),
    LineKind.COVER_OVER: (
        "Back again",
        "The volunteer is back, and somebody still covers for them. Choose who goes on.",
    ),
    LineKind.HUB_NEED: ("For the hub itself", "Put the resident in touch with the right service."),
    LineKind.WAS_IT_DONE: ("Was it done?", "Ask whether help was given, and write it down."),
    LineKind.CARRIES_MANY: ("Much rests on one person", "Ask them whether it is too much. Others could share it."),
    LineKind.PAIR_CHECK: ("Ask how it goes", "A resident and a volunteer who go on together."),
    LineKind.ORGANISATION: ("Organisations", "They wrote about the charter. A name is printed once you approve it."),
    LineKind.SERVICE: ("The directory", "Somebody told us of a service. Ring there, and approve it if it is so."),
    LineKind.SERVICE_DUE: ("Check again", "Ring, ask whether what is printed is still so, and put right what is not."),
    LineKind.ROLE: ("Volunteering roles", "Approve them, ask whether they are still open, or close them."),
    LineKind.ENQUIRY: (
        "Would like a role",
        "Introduce them to the organisation, as they agreed; then ask whether they began.",
    ),
    LineKind.REFERRAL_DUE: (
        "Ask the services",
        "They were passed on, and nobody there has answered. Ask, write down who has it, and tell them.",
    ),
    LineKind.REFERRER_DUE: (
        "Tell whoever sent them",
        "The help is over. Ask the resident what may be said, then tell whoever sent them, or that there is no more.",
    ),
    LineKind.HUB_HANDS_OVER: ("From another hub", "Say who of you has it, so that nobody falls between two hubs."),
    LineKind.SESSION_OVER: ("Who came?", "A session is over. Say who was there, and it counts as their training."),
    LineKind.SESSION_SOON: (
        "Say how to join",
        "It is online and begins soon, and those with a place don’t know the link yet.",
    ),
    LineKind.BOOKED_TWICE: (
        "Booked twice?",
        "The same person seems to have booked before. Give a place, or cancel it.",
    ),
    LineKind.VOLUNTEER_NEW: ("New volunteers", "Say hello, and tell them what comes next."),
    LineKind.UNREACHED: ("A new address", "Nothing reaches them there. Ask them for another, and put it right."),
    LineKind.CHECK_DUE: ("Checks that run out", "Within a month, or already."),
    LineKind.COMPLAINT: ("Complaints", "They are to hear that we have it. Then look into it."),
    LineKind.COMPLAINT_DUE: ("Complaints to answer", "An answer is due soon: say what happened and what was done."),
    LineKind.MONEY_OPEN: ("Money to pay back", "A volunteer laid it out. See the receipt, and pay it back."),
    LineKind.UNUSED: ("Volunteers we have not asked", "People who offered and hear nothing go away."),
}
WITHOUT_RINGING: dict[str, tuple[str, str]] = {
    "urgent": (
        KINDS["urgent"][0],
        "They asked for the same day, or somebody may be in trouble. They come first; not everybody may be rung.",
    ),
    LineKind.TELL_THEM: (
        "Tell them",
        "What they heard from us is not so any more, or we should hear from them. Not everybody here may be rung.",
    ),
    LineKind.NEW_REQUEST: (
        KINDS[LineKind.NEW_REQUEST][0],
        "Get in touch as it is safe for each, and find out what would help.",
    ),
    LineKind.MESSAGE_BACK: (
        KINDS[LineKind.MESSAGE_BACK][0],
        "They were to be asked or told by a message. Tell them in another way that is safe for them.",
    ),
    LineKind.OFFER_UNANSWERED: (
        KINDS[LineKind.OFFER_UNANSWERED][0],
        "They were asked by a message and have not answered in time. Ask in another way, or choose somebody else.",
    ),
    LineKind.NOT_RUNG: ("Ask the volunteer", KINDS[LineKind.NOT_RUNG][1]),
}
"""The words of groups that speak of ringing, where somebody in them is not to be rung."""
FIRST = 10
"""So many lines stand above all others, where there are more of them."""
FEW, ROOM = 5, 10
"""So many lines each list shows at first, and so many the page has room for below the first: of the lists after these
only the name and the number stand there until somebody opens them."""
_FEW_OF = {"urgent": show_more.FEW}
_SEEN = "today_seen"


def groups(context: WorkContext, now: datetime) -> dict[str, list[WorklistItem]]:
    """By group, the lines that wait: the ten to begin with, then each kind in the order of its most pressing line.

    Where there are no more than ten, they stand under their kinds alone: what can't wait comes first.

    Lines that came since the page was opened are left out until the user asks for them.
    """
    items = list_of_today(context, now)
    who, seen = st.session_state.setdefault(_SEEN, (context.user, {item.id for item in items}))
    if who != context.user:
        seen = {item.id for item in items}
        st.session_state[_SEEN] = (context.user, seen)
    shown = [item for item in items if item.id in seen]
    one_by_one = [item for item in shown if item.count == 1 and item.kind not in COUNTED]
    first = one_by_one[:FIRST] if len(one_by_one) > FIRST else []
    above = {(item.id, item.kind) for item in first}
    found: dict[str, list[WorklistItem]] = {"first": first} if first else {}
    for item in shown:
        if (item.id, item.kind) not in above:
            found.setdefault(page_queues.todays_list(item), []).append(item)
    return found


def drawn(groups: Mapping[str, list[WorklistItem]]) -> dict[str, tuple[Sequence[WorklistItem], int]]:
    """By group, the lines that stand on the page now, and how many of them stood there before anybody asked for more.

    All that is to be done first is shown. A line alone is shown wherever it is: it takes no more room than the button.
    """
    room, found = ROOM, {}
    for kind, items in groups.items():
        few = len(items) if kind == "first" or len(items) == 1 else _FEW_OF.get(kind, FEW) if room > 0 else 0
        shown = show_more.first(f"today-{kind}", items, few)
        found[kind] = shown, few
        room -= len(shown) if kind != "first" else 0
    return found


def more(kind: str, items: Sequence[WorklistItem], few: int) -> None:
    """Draw the button that shows more lines of this group."""
    show_more.button(f"today-{kind}", len(items), few, of=first_lower(words(kind, items)[0]))


def above(groups: Mapping[str, list[WorklistItem]], kind: str) -> list[WorklistItem]:
    """The lines of this kind that stand among those to do first: the list of the kind holds them too."""
    return [item for item in groups.get("first", ()) if page_queues.todays_list(item) == kind]


def waiting_now(items: Iterable[WorklistItem]) -> str:
    """How many people wait, in words. Volunteers whom nobody has asked are named apart: nobody waits in their line."""
    now: list[WorklistItem] = []
    unhurried: list[WorklistItem] = []
    for item in items:
        (unhurried if item.kind == UNHURRIED else now).append(item)
    beside = f"{how_many(unhurried)} whom we have not asked for a while" if unhurried else ""
    return ". Beside them ".join(filter(None, [how_many(now), beside]))


_NO_PEOPLE = {"O": "organisation", "S": "services", "E": "sessions", "W": "opportunities"}
"""By the letters of their ids, what is counted apart from people, with its noun."""


def how_many(items: Iterable[WorklistItem]) -> str:
    """How many people these lines are about, in words; what is no person is counted apart."""
    who = frozenset().union(*(item.people for item in items))
    letters = Counter(one.partition("-")[0] for one in who)
    beside = [(letters[letter], noun) for letter, noun in _NO_PEOPLE.items()]
    told = [(len(who) - sum(many for many, _ in beside), "person"), *beside]
    return joined([counted(many, name) for many, name in told if many])


def words(kind: str, items: Iterable[WorklistItem]) -> tuple[str, str]:
    """The group's name and what it is about: nothing of ringing where one of these people is not to be rung."""
    return KINDS[kind] if all(item.may_be_rung for item in items) else WITHOUT_RINGING.get(kind, KINDS[kind])


def heading(kind: str, items: list[WorklistItem]) -> str:
    """The group's name, how many people it is about, and how many lines it has where that is a different number."""
    rows = sum(item.count for item in items)
    people = page_queues.people(items)
    tables = {item.table for item in items}
    named = _ROWS.get(tables.pop(), "line") if len(tables) == 1 else "line"  # lines of several tables are no requests
    more = "" if rows == people else f" ({counted(rows, named)})"
    return f"{words(kind, items)[0]} · {how_many(items)}{more}"


def all_of(kind: str, items: list[WorklistItem]) -> tuple[str, str, dict[str, str]] | None:
    """The link of a group: its words, its page, and the list's name in the address; None where every line is shown.

    A list of requests would be too short for a group that also holds a match or a volunteer, so that has no link.
    """
    if kind not in page_queues.REQUESTS or len(items) < 2 or any(item.table != "help_requests" for item in items):
        return None
    page, show = LISTS[kind]
    return f"Open all {counted(len(items), 'help_requests')}", page, show


_ROWS = {"help_requests": "help_requests", "needs": "needs", "matches": "needs"}
"""What a list's lines are counted as, by the table that they are of."""


def title(item: WorklistItem, kind: str) -> str:
    """The line's title, without the words that the group's heading says already."""
    if kind in MIXED:
        return item.title
    what = item.title.partition(": ")[2]
    return what if what and item.table in {"help_requests", "needs"} else item.title


def facts(context: WorkContext, item: WorklistItem) -> list[str]:
    """How soon, in which hub, which number to ring, and what would help; of a line about many, nothing of the first."""
    if item.count > 1:
        return []
    soon = wording().urgency_asked[item.urgency] if item.table in _HOW_SOON else None
    hub = display_words.hub(context.settings, item.hub) if item.hub else None
    return [part for part in (soon, hub, item.telephone, item.why, _number(item)) if part]


def _number(item: WorklistItem) -> str | None:
    """The number of the line's record, to be said on the telephone; none where one line counts everybody."""
    return item.id if item.count == 1 and item.kind not in COUNTED else None


MIXED = frozenset({"first", "urgent"})
"""Groups of lines of many kinds."""
_HOW_SOON = frozenset({"help_requests", "needs", "matches"})
"""What somebody said how soon they want it; of a check or a charter nobody did."""
UNHURRIED = LineKind.UNUSED
COUNTED = frozenset({UNHURRIED, LineKind.CARRIES_MANY})
"""Kinds of which one line counts everybody."""
LISTS: dict[str, tuple[str, dict[str, str]]] = {
    LineKind.PROPOSAL: ("matches", {"show": "decide"}),
    **{kind: ("volunteers", {"show": kind}) for kind in COUNTED},
    **{kind: ("triage", {"show": kind}) for kind in page_queues.REQUESTS},
}
"""The list that a group or line counts: its page, and how the address names it."""


def waits(item: WorklistItem, now: datetime) -> str:
    """Since when the line waits, and until when it may."""
    if item.due is None:
        return f"since {display_words.when(item.since, now)}"
    return (
        f"due {display_words.when(item.due, now)}"
        if item.due >= now
        else f"was due {display_words.when(item.due, now)}"
    )


@st.fragment(run_every=30)
def news(context: WorkContext) -> None:
    """Draw `3 new: show`, because the list itself must never move while somebody reads it."""
    here = desk_now()
    if here.user != context.user:
        return
    _, seen = st.session_state.get(_SEEN, (None, set()))
    came = [item for item in list_of_today(here, time_now()) if item.id not in seen]
    new, urgent = len(came), any(item.urgency == Urgency.TODAY for item in came)
    label = f"{new:,} new{', urgent' if urgent else ''}: show"
    if new and st.button(label, key="news", type="primary", on_click=_show_news):
        st.rerun()


def _show_news() -> None:
    st.session_state.pop(_SEEN, None)
