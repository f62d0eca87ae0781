"""Asking a volunteer by a text or an email: what would go, to whom and when, before anybody presses Ask."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from community import casework, messages
from community.book import Action
from community.casework import OfferPlan, WorkContext
from community.errors import UserFacingError
from community.tables.canonical import moment
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, NeedRow, VolunteerRow
from community.tables.statuses import UNSENT, MatchStatus, MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy
from community.wording import wording
from dashboard import display_words, elements, open_dialog
from dashboard.parts import dialogs, leak_warning

_NOT_REACHED = UNSENT | {MessageStatus.BOUNCED, MessageStatus.WITHDRAWN}
_DIALOG = "ask-"


def ways(
    context: WorkContext, match: MatchRow, volunteer: VolunteerRow, found: Sequence[MessageRow], now: datetime
) -> None:
    """Draw a button for each way of asking by a message, and its question; nothing where there is no such way.

    `found` are the messages about the match. While one may still be answered, nobody is asked twice.
    """
    asked = _asked(found)
    if not casework.can(context.user, Verb.OFFER, match) or _may_answer(match, asked, now):
        return
    plans = {
        plan.way: plan
        for plan in casework.offer_plans(context, match.id)
        # What a person is to send themselves needs an address that they may see.
        if plan.by_itself or messages.goes_to(volunteer, plan.way)
    }
    if not plans:
        return
    elements.lead(_lead(asked))
    with st.container(horizontal=True, key=f"ask-{match.id}"):
        for way in plans:
            st.button(f"Ask by {wording().way[way]}", key=f"ask-{way}-{match.id}",
                      on_click=open_dialog.open_dialog, args=(match.id, f"{_DIALOG}{way}"))  # fmt: skip
    opened = open_dialog.dialog_about(match.id) or ""
    plan = plans.get(ReachBy(opened.removeprefix(_DIALOG))) if opened.startswith(_DIALOG) else None
    if plan is not None:
        _question(context, match, volunteer, plan, now)


def _lead(asked: MessageRow | None) -> str:
    """What stands above the ways to ask, by what became of the last message that asked."""
    if asked is None or asked.status == MessageStatus.WITHDRAWN:
        return "Or ask them by a message."
    if asked.status in UNSENT:
        return "Or ask them by another message instead. The one that has not gone is then withdrawn."
    return "Or ask them by another message." if asked.status == MessageStatus.BOUNCED else "Or ask them once more."


def waits_for_answer(match: MatchRow, found: Sequence[MessageRow], now: datetime) -> bool:
    """Whether the volunteer's turn comes next, or that of the message that asks them: it goes, or somebody sends it."""
    asked = _asked(found)
    return asked is not None and (asked.status in UNSENT or _may_answer(match, asked, now))


def _asked(found: Sequence[MessageRow]) -> MessageRow | None:
    return next((message for message in found if message.kind == MessageKind.OFFER), None)


def _may_answer(match: MatchRow, asked: MessageRow | None, now: datetime) -> bool:
    """Whether the volunteer has our question, or may have it, and their time to answer is not over."""
    if match.status != MatchStatus.OFFERED or asked is None or asked.status in _NOT_REACHED:
        return False
    return asked.answer_by is None or moment(asked.answer_by) > now


def _question(context: WorkContext, match: MatchRow, volunteer: VolunteerRow, plan: OfferPlan, now: datetime) -> None:
    need = casework.see(context, NeedRow, match.need_id)
    dialogs.show(
        f"Ask by {wording().way[plan.way]}",
        lambda: _what_goes(context, need, volunteer, plan, match.id, now),
        "Ask",
        _ask,
        lambda: {"match_id": match.id, "way": plan.way, "seen": match.status},
    )


def _what_goes(
    context: WorkContext, need: NeedRow, volunteer: VolunteerRow, plan: OfferPlan, match_id: str, now: datetime
) -> None:
    to = " · ".join(filter(None, [volunteer.name or "No name given", messages.goes_to(volunteer, plan.way)]))
    elements.facts(
        f"ask-{match_id}",
        [("To", to), ("When", when_it_goes(plan, now)), ("Answer awaited by", display_words.when(plan.answer_by, now))],
    )
    try:
        words = messages.offer_preview(context, match_id, plan.way)
    except UserFacingError as not_yet:
        elements.marks([str(not_yet)], "alarm")
        return
    if _holds(words, need):
        leak_warning.ask(context, need.id, need.details)
    elif need.details:
        elements.marks(["What a volunteer may read first is left out: it names somebody, or is too long."], "note")
    elements.facts(f"ask-subject-{match_id}", [("Subject", words.subject)] if words.subject else [])
    st.text(words.text)
    elements.lead("Nothing lapses by itself: if no answer comes by then, Today says so, and you decide.")


def _holds(words: messages.Rendered, need: NeedRow) -> bool:
    """Whether the message holds what a volunteer may read first, however its lines are broken."""
    return " ".join((need.details or "").split()) in " ".join(words.text.split())


def when_it_goes(plan: OfferPlan, now: datetime) -> str:
    """When the message would go, in words, or that a person sends it."""
    if not plan.by_itself:
        return "You send it yourself: copy the words after you have pressed Ask."
    if plan.leaves is not None:
        return f"It goes {display_words.when(plan.leaves, now)}, after the quiet hours."
    return "It goes at once."


def _ask(context: WorkContext, match_id: str, way: ReachBy, *, seen: str) -> Action:
    """Ask, unless the words may tell whom it is for and nobody has ticked that these very words may stay."""
    need = casework.see(context, NeedRow, casework.see(context, MatchRow, match_id).need_id)
    if (
        casework.giveaways(context, need.id, need.details)
        and _holds(messages.offer_preview(context, match_id, way), need)
        and not leak_warning.may_stay(need.id, need.details)
    ):
        raise casework.TellsWho
    return casework.offer(context, match_id, way, seen=seen)
