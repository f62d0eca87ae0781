"""Requests that went from hub to hub: what is to be taken over here, what others have not taken over, what is over."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import ReferralRow
from community.tables.statuses import ReferralStatus
from community.tables.support_vocabulary import ReferralKind
from community.tables.verbs import Verb
from community.tables.vocabulary import Direction
from dashboard import display_words, elements, page_address
from dashboard.parts import show_more
from dashboard.work_session import act, now

_GROUPS = {
    "here": "To take over here",
    "there": "Given to another hub, and not taken over yet",
    "over": "Taken over, or gone on",
}


def everything(context: WorkContext, at: datetime) -> None:
    """Draw the lists: to take over here, given away and not answered, and what is over."""
    rows = casework.see_all(context, ReferralRow, lambda c: [c.kind == ReferralKind.HUB], order="-at")
    if not rows:
        elements.lead("No request has gone from hub to hub yet. It begins in Triage: “Give it to another hub”.")
    names = casework.names_of(context, [row.id for row in rows])
    for group, heading in _GROUPS.items():
        found = [row for row in rows if _group(row) == group]
        if found:
            elements.heading(f"{heading} · {len(found):,}")
        for row in show_more.first(group, found):
            with st.container(key=f"item-{row.id}"):
                page_address.open_record(row.id, title(row, names[row.id]))
                elements.line([*stands(row, at), display_words.hub(context.settings, row.hub)])
        show_more.button(group, len(found))


def _group(row: ReferralRow) -> str:
    if row.status == ReferralStatus.CLOSED:
        return "over"
    return "here" if row.direction == Direction.IN else "there"


def title(row: ReferralRow, name: str | None) -> str:
    """Whom it is about, and between which hubs. The hub that gave it away is told no name."""
    if row.direction == Direction.IN:
        return f"{name or 'A request'}, from {row.service or 'another hub'}"
    return f"A request, given to {row.service or 'another hub'}"


def stands(row: ReferralRow, at: datetime) -> list[str]:
    """Since when it waits, or what came of it and who has it; and what the other hub said."""
    over = row.status == ReferralStatus.CLOSED
    told = [
        f"{'over' if over else 'given'} {display_words.when(row.changed_at if over else row.at, at)}",
        row.outcome if over else None,
        f"acknowledged by {row.acknowledged_by}" if row.acknowledged_by else None,
        f"ask them {display_words.day(row.chase_on, at)}" if row.chase_on else None,
        row.what,
    ]
    return [each for each in told if each]


def answer(row: ReferralRow) -> None:
    """Draw what the hub that received it can say: that it has it, or why it gives it back."""
    first = row.service or "the other hub"
    elements.lead("Do you have it? One press, and neither hub is asked again. The request itself is in your Triage.")
    st.button("We have it", key=f"have-{row.id}", type="primary", on_click=_have, args=(row.id,))
    st.text_area("Or why it is not for you", key=f"back-{row.id}", height=80, help=f"{first} reads it.")
    st.button(f"Give it back to {first}", key=f"give-back-{row.id}", on_click=_back, args=(row.id, row.status))


def _have(referral_id: str) -> None:
    act(_taken, referral_id)


def _taken(context: WorkContext, referral_id: str) -> object:
    told = {"by": context.user.name, "on": now().astimezone(LONDON).date()}
    return casework.happened(context, Verb.REFERRAL_TAKEN_UP, referral_id, told)


def _back(referral_id: str, seen: str) -> None:
    act(casework.give_back, referral_id, st.session_state.get(f"back-{referral_id}") or "", seen=seen)
