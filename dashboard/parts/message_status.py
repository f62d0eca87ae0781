"""What became of the messages about a match, in words, and what a person does about each: pass it on, or settle it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

import streamlit as st

from community import casework, messages
from community.casework import WorkContext
from community.errors import UserFacingError
from community.tables.canonical import instant
from community.tables.row_types import MatchRow, MessageRow
from community.tables.statuses import MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy
from community.wording import wording
from dashboard import display_words, elements, sync_banner
from dashboard.parts import contact_ways
from dashboard.work_session import act

_TO_DO = frozenset({MessageStatus.BY_HAND, MessageStatus.UNKNOWN, MessageStatus.BOUNCED})
_ANYHOW = "Say it, or send it."
_LETTER = 1123
"""Pixels: a whole page of A4. Where the letter is longer, as on a telephone, menu.js makes its frame as high."""
_MARK = {
    MessageStatus.QUEUED: "note",
    MessageStatus.BY_HAND: "note",
    MessageStatus.SENT: "done",
    MessageStatus.BOUNCED: "alarm",
    MessageStatus.UNKNOWN: "alarm",
    MessageStatus.WITHDRAWN: "note",
}


def show(context: WorkContext, match: MatchRow, found: Iterable[MessageRow], now: datetime) -> None:
    """Draw each of these messages of the match, the oldest first."""
    each_of(context, {match.id, match.need_id, match.volunteer_id}, found, now)


def each_of(context: WorkContext, about: Collection[str], found: Iterable[MessageRow], now: datetime) -> None:
    """Draw each of these messages, the oldest first. `about`: the records that have to be saved before they go."""
    for message in found:
        with st.container(key=f"message-{message.id}"):
            _one(context, about, message, now)


def left_over(
    context: WorkContext, matches: Iterable[MatchRow], found: Mapping[str, Sequence[MessageRow]], now: datetime
) -> None:
    """Draw what is still to be done about messages of matches that the page does not show any more."""
    for match in matches:
        waiting = [message for message in found[match.id] if message.status in _TO_DO]
        if waiting:
            with st.container(key=f"card-{match.id}"):
                elements.heading("Still to tell")
                person = casework.see_person(context, match.volunteer_id)
                elements.person(person.name, level=2)
                contact_ways.ways(context, person)
                show(context, match, waiting, now)


def _one(context: WorkContext, about: Collection[str], message: MessageRow, now: datetime) -> None:
    elements.marks([f"{wording().message_kind[message.kind]}: {stands(message, now)}"], _MARK[message.status])
    if message.problem:
        elements.lead(wording().send_reason[message.problem])
    if message.status == MessageStatus.BY_HAND and casework.can(context.user, Verb.PASS_ON, message):
        _pass_on(context, about, message)
    elif message.status == MessageStatus.UNKNOWN and casework.can(context.user, Verb.SETTLE_MESSAGE, message):
        elements.lead("Ask them whether they have it. It is never sent twice by itself.")
        with st.container(horizontal=True, key=f"decisions-{message.id}"):
            for label, arrived in (("They got it", True), ("Pass it on myself", False)):
                st.button(label, key=f"settle-{arrived}-{message.id}", on_click=act,
                          args=(casework.settle_message, message.id), kwargs={"arrived": arrived})  # fmt: skip
    elif message.status == MessageStatus.BOUNCED or (message.status == MessageStatus.WITHDRAWN and not message.sent_at):
        elements.lead("Ring them, or ask them in another way.")


def stands(message: MessageRow, now: datetime) -> str:
    """Where the message stands, in words, and until when its answer is awaited."""
    by = f"by {wording().way[message.way]}"
    until = f"; answer awaited by {display_words.when(message.answer_by, now)}" if message.answer_by else ""
    match message.status:
        case MessageStatus.QUEUED:
            waits = message.not_before is not None and message.not_before > instant(now)
            return f"on its way {by}{f', from {display_words.when(message.not_before, now)}' if waits else ''}{until}"
        case MessageStatus.BY_HAND:
            return f"to be passed on {by}{until}"
        case MessageStatus.SENT:
            return f"sent {by} {display_words.when(message.sent_at, now)}{until}"
        case MessageStatus.BOUNCED:
            return f"sent {by}, and it came back"
        case MessageStatus.UNKNOWN:
            return f"perhaps sent {by}: nobody knows whether it went"
        case _ if message.sent_at:
            return f"sent {by} {display_words.when(message.sent_at, now)}, and taken back since"
        case _:
            return f"withdrawn before it went {by}"


def _pass_on(context: WorkContext, about: Collection[str], message: MessageRow) -> None:
    if (why := casework.why_not_passed_on(context, message.id)) is not None:
        elements.marks([why], "alarm")
        return
    try:
        words = messages.words_to_pass_on(context, message)
    except casework.NotSaved as not_yet:
        sync_banner.until_saved(context, {*about, message.id}, str(not_yet))
        return
    except UserFacingError as why:
        elements.marks([str(why)], "alarm")
        return
    letter = message.way == ReachBy.LETTER
    if letter:
        _print(context, message)
        elements.lead("Print it, and post it.")
    else:
        elements.facts(f"subject-{message.id}", [("Subject", words.subject)] if words.subject else [])
        elements.message(words.text)
        elements.lead(wording().copy_into.get(message.way, _ANYHOW))
    st.button(wording().passed_on[message.way], key=f"sent-{message.id}", type="primary", on_click=act,
              args=(casework.pass_on, message.id), kwargs={"seen": message.status})  # fmt: skip


def _print(context: WorkContext, message: MessageRow) -> None:
    """Draw a letter as it will lie on paper, and the button that prints it: menu.js prints the frame and no more."""
    page = messages.letter_html(context, message.id)
    st.button("Print the letter", key=f"print-{message.id}")
    st.iframe(page, height=_LETTER, alt="The letter")
