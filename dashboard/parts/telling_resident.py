"""Telling the resident who comes, by telephone or by a message, and agreeing on the first day or on another one."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict

import streamlit as st

from community import casework, messages
from community.casework import LATEST_DAY, WayToTell, WorkContext
from community.errors import UserFacingError
from community.tables.canonical import LONDON
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, ResidentRow
from community.tables.statuses import UNSENT, MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import PARTS, ReachBy
from community.wording import first_upper, wording
from dashboard import display_words, elements, open_dialog, sync_banner
from dashboard.parts import dialogs
from dashboard.work_session import act

_DIALOG = "tell-"
_ON_ITS_WAY = UNSENT | {MessageStatus.UNKNOWN}
_NO_WAY = "Wait until they get in touch, or ask the safeguarding lead. Once they know who comes, write it down here."
_BEFORE = "Do they pay for anything? Agree how. Nobody comes before the resident knows."


class FirstVisit(TypedDict):
    """The day of the first visit and its part, as the fields hold them."""

    on: date | None
    part: str | None


def draw(
    context: WorkContext, match: MatchRow, resident: ResidentRow, found: Sequence[MessageRow], now: datetime
) -> None:
    """Draw how to tell the resident of this match who comes. `found` are the messages about it."""
    if not casework.can(context.user, Verb.RESIDENT_TOLD, match):
        return
    ways = {each.way: each for each in casework.ways_to_tell(context, match.id)}
    going = next((m for m in found if m.kind == MessageKind.WHO_COMES and m.status in _ON_ITS_WAY), None)
    if going is not None:
        elements.lead(_what_comes_next(going))
        with st.expander("Ring instead" if ReachBy.TELEPHONE in ways else "They heard it in another way"):
            _first_visit(match, now)
            _told_by_voice(context, match, ways, first=False)
        return
    first = next(iter(ways), None)
    elements.heading(wording().tell_resident_by[first] if first else "No safe way to reach them: see the request", 3)
    elements.lead(_BEFORE if first else _NO_WAY)
    _first_visit(match, now)
    _told_by_voice(context, match, ways, first=first == ReachBy.TELEPHONE)
    _by_message(context, match, resident, list(ways.values()), now)


def _what_comes_next(going: MessageRow) -> str:
    if going.status == MessageStatus.UNKNOWN:
        return "Once somebody knows whether it went, the help is under way, or they are told in another way."
    if going.status == MessageStatus.BY_HAND and going.way == ReachBy.LETTER:
        return "Once it is posted, the help is under way. A new volunteer waits until the resident could object."
    return "Once it has gone, the help is under way. A new volunteer waits until the resident could object."


def _first_visit(match: MatchRow, now: datetime) -> None:
    """Draw the fields for the day on which somebody first comes, or first rings."""
    one, today = match.id, now.astimezone(LONDON).date()
    agreed = date.fromisoformat(match.first_on) if match.first_on else None
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"first-{one}"):
        st.date_input("The first day (optional)", agreed if agreed and agreed >= today else None, today,
                      today + LATEST_DAY, key=f"first-on-{one}", width=190, format="DD/MM/YYYY")  # fmt: skip
        st.selectbox("Part of the day", PARTS, PARTS.index(match.first_part) if match.first_part in PARTS else None,
                     key=f"first-part-{one}", format_func=wording().parts.__getitem__, placeholder="At any time",
                     width=190)  # fmt: skip


def another_day(context: WorkContext, match: MatchRow, now: datetime) -> None:
    """Draw the fields for another day, once both have agreed on one; nothing before the resident knows who comes."""
    if not casework.can(context.user, Verb.AGREE_DAY, match):
        return
    with st.expander("Another day"):
        elements.lead(
            "Agree the day with both first. A volunteer to whom we write gets their link once more, with the new day."
        )
        _first_visit(match, now)
        st.button("Both know this day", key=f"agree-{match.id}", on_click=_agree_day, args=(match.id, match.status))


def _agree_day(match_id: str, seen: str) -> None:
    act(casework.agree_day, match_id, **_first(match_id), seen=seen)


def _first(match_id: str) -> FirstVisit:
    on = st.session_state.get(f"first-on-{match_id}")
    return {"on": on, "part": st.session_state.get(f"first-part-{match_id}") if on else None}


def _told_by_voice(context: WorkContext, match: MatchRow, ways: dict[ReachBy, WayToTell], *, first: bool) -> None:
    """Draw what to say where they may be rung, and the button that says that they know."""
    if ReachBy.TELEPHONE in ways:
        elements.lead("A day that you type stands in these words once you have left its field.")
        _script(context, match)
    elif ways and first is False:
        elements.lead("It is not safe, or not possible, to ring them. If they heard it otherwise, write that down.")
    with st.container(horizontal=True, key=f"decisions-told-{match.id}"):
        st.button("The resident knows who comes", key=f"told-{match.id}", type="primary" if first else "secondary",
                  on_click=_resident_told, args=(match.id, match.status))  # fmt: skip


def _script(context: WorkContext, match: MatchRow) -> None:
    try:
        elements.message(messages.who_comes_script(context, match.id, **_first(match.id)).text)
    except casework.NotSaved as not_yet:
        sync_banner.until_saved(context, {match.id, match.need_id, match.volunteer_id}, str(not_yet))
    except UserFacingError as why:
        elements.marks([str(why)], "alarm")


def _resident_told(match_id: str, seen: str) -> None:
    act(casework.resident_told, match_id, **_first(match_id), seen=seen)


def _by_message(
    context: WorkContext, match: MatchRow, resident: ResidentRow, ways: Sequence[WayToTell], now: datetime
) -> None:
    """Draw a button for each way of telling them by a message, and its question."""
    # What a person is to send themselves needs an address that they may see.
    written = {
        each.way: each
        for each in ways
        if each.way != ReachBy.TELEPHONE and (each.by_itself or messages.goes_to(resident, each.way))
    }
    if not written:
        return
    liked = ways[0].way
    elements.lead("They would rather be written to." if liked != ReachBy.TELEPHONE else "Or tell them by a message.")
    with st.container(horizontal=True, key=f"decisions-tell-{match.id}"):
        for way in written:
            st.button(f"Tell them by {wording().way[way]}", key=f"tell-{way}-{match.id}",
                      type="primary" if way == liked else "secondary",
                      on_click=open_dialog.open_dialog, args=(match.id, f"{_DIALOG}{way}"))  # fmt: skip
    opened = (open_dialog.dialog_about(match.id) or "").removeprefix(_DIALOG)
    if chosen := next((each for way, each in written.items() if way == opened), None):
        dialogs.show(
            f"Tell them by {wording().way[chosen.way]}",
            lambda: _what_goes(context, match, resident, chosen, now),
            "Tell them",
            casework.tell_resident,
            lambda: {"match_id": match.id, "way": chosen.way, "seen": match.status, **_first(match.id)},
        )


def _what_goes(context: WorkContext, match: MatchRow, resident: ResidentRow, way: WayToTell, now: datetime) -> None:
    first = _first(match.id)
    to = " · ".join(filter(None, [resident.name or "No name given", messages.goes_to(resident, way.way)]))
    when = display_words.when(way.object_until, now) if way.object_until else None
    elements.facts(
        f"tell-{match.id}",
        [
            ("To", to),
            ("When", _when_it_goes(way, now)),
            ("The first day", _day_words(now, **first)),
            ("May object until", f"{when}, if it goes now" if when else "They know each other: nobody waits"),
        ],
    )
    try:
        words = messages.who_comes_preview(context, match.id, way.way, **first)
    except UserFacingError as not_yet:
        elements.marks([str(not_yet)], "alarm")
        return
    elements.facts(f"tell-subject-{match.id}", [("Subject", words.subject)] if words.subject else [])
    st.text(words.text)


def _when_it_goes(way: WayToTell, now: datetime) -> str:
    """When the message would go, in words, or that a person sends it."""
    if way.way == ReachBy.LETTER:
        return "You print it and post it, after you have pressed Tell them."
    if not way.by_itself:
        return "You send it yourself: copy the words after you have pressed Tell them."
    return (
        f"It goes {display_words.when(way.leaves, now)}, after the quiet hours." if way.leaves else "It goes at once."
    )


def _day_words(now: datetime, on: date | None, part: str | None) -> str:
    if on is None:
        return "Not agreed yet"
    also = f", {wording().parts[part]}" if part else ""
    return first_upper(f"{display_words.day(on.isoformat(), now)}{also}")
