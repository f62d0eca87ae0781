"""Writing down what has happened to somebody or something, with all that follows from it, read before it is done."""

import secrets
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import streamlit as st

from community import casework
from community.casework import Aftermath, LifeEvent, WorkContext
from community.tables.row import TableRow
from community.tables.row_types import ResidentRow
from community.tables.verbs import Verb
from community.wording import counted, joined, wording
from dashboard import elements
from dashboard.parts import life_answers, loss_warning
from dashboard.work_session import act, now, refused

TITLE = "Something has happened"


class _Opened(NamedTuple):
    """One time that the questions of an event were put: one answer to them counts."""

    token: str
    so_far: Mapping[str, object]
    """What stood then in the columns that the answers would write over."""


_APART = frozenset({Verb.REFER, Verb.REFERRER_KNOWS, Verb.NEW_LOCAL_CONTACT, Verb.LEND_OFFER})
"""What has a place of its own on a page, beside all else that happens in a life."""


def section(context: WorkContext, row: TableRow[Any, Any], title: str = TITLE) -> None:
    """Draw what may be written down about this record now, for somebody who may; nothing where nothing may."""
    events = {event.verb: event for event in casework.events_of(context, row) if event.verb not in _APART}
    if not events:
        return
    with st.expander(title):
        words = wording().life_event
        if len(events) == 1:
            _event(context, row, next(iter(events.values())))
            return
        verb = st.selectbox("What has happened?", list(events), index=None, format_func=words.__getitem__,
                            key=f"life-{row.id}-what", placeholder="Choose")  # fmt: skip
        if verb is not None:
            _event(context, row, events[verb])


def apart(context: WorkContext, row: TableRow[Any, Any], verb: Verb, title: str) -> None:
    """Draw the button that unfolds one event, for somebody who may write it down now; it folds up once it is done."""
    event = next((each for each in casework.events_of(context, row) if each.verb is verb), None)
    if event is None:
        return
    key = f"life-{row.id}-{verb}-open"
    is_open = bool(st.session_state.get(key))
    st.button("Fold up" if is_open else title, key=f"unfold-{row.id}-{verb}", on_click=_unfold, args=(key, is_open))
    if is_open:
        with st.container(key=f"card-{row.id}-{verb}"):
            _event(context, row, event)


def _unfold(key: str, is_open: bool) -> None:
    st.session_state[key] = not is_open


def _event(context: WorkContext, row: TableRow[Any, Any], event: LifeEvent) -> None:
    """Draw the questions of one event, what would follow, and the button that does it."""
    key = f"life-{row.id}-{event.verb}"
    so_far = {ask.column: row[ask.column] for ask in event.asks if ask.column}
    opened = st.session_state.setdefault(f"{key}-opened", _Opened(secrets.token_hex(8), so_far))
    answers = life_answers.fields(context, row, event, key, now())
    try:
        follows = casework.foresee_event(context, event.verb, row.id, answers)
    except (casework.NotNow, casework.NotFound, casework.NotAllowed) as why:
        elements.lead(str(why))
        return
    _tell(context, row, event.verb, follows)
    known = {each.match_id for each in follows.matches}
    st.button(wording().life_event_done[event.verb], key=f"{key}-do", type="primary", on_click=_do,
              args=(key, event.verb, row.id, answers, known, opened))  # fmt: skip


def _tell(context: WorkContext, row: TableRow[Any, Any], verb: Verb, follows: Aftermath) -> None:
    """Draw what ends and what begins, what is written down, and whom somebody has to tell."""
    if follows.matches:
        elements.lead("This ends:")
        loss_warning.named(context, follows.matches, whom=isinstance(row, ResidentRow))
    ending = verb in {Verb.DIED, Verb.MOVED_AWAY}
    stays = [
        (follows.needs, "open_need", "closed"),
        (follows.opened, "new_need", "asked for, and matched like any other"),
        (follows.waits, "need_that_waits", "until that day"),
        (follows.visits, "planned_visit", "called off"),
        (follows.messages, "message_not_gone", "kept back"),
        (follows.calls, "call_to_them", "taken off Today"),
        (follows.lent if ending else 0, "thing_lent", "asking for it is put on Today"),
        (follows.keys if ending else 0, "door_keys", "asking about it is put on Today"),
    ]
    elements.marks([f"{counted(many, noun)}: {what}" for many, noun, what in stays if many], "note")
    if follows.written:
        elements.lead(f"Written down: {'; '.join(follows.written)}.")
    if follows.to_tell:
        elements.lead(f"Put on Today, to be told by telephone: {joined(follows.to_tell)}. No message says it.")
        if not ending:
            elements.marks([f"{name}: {words}" for name, words in follows.lines], "note")
    elif ending:
        elements.lead("Nobody has to be told by us.")
    if ending and follows.also:
        elements.marks([f"Perhaps the same person: {joined(follows.also)}. Write it down there, too."], "alarm")
    if follows.say:
        elements.lead("Words to say, or to copy:")
        elements.message(follows.say)
    elements.lead(wording().life_event_then[verb])


def _do(
    key: str,
    verb: Verb,
    record_id: str,
    answers: Mapping[str, object],
    known: Collection[str],
    opened: _Opened,
) -> None:
    """Do it, and empty the fields once it is done: a second press would write it down twice.

    Where somebody was faster, the refusal says what stands there now, and the next press is meant.
    """
    if st.session_state.get(f"{key}-opened") != opened:
        return  # the second half of a double press
    act(casework.happened, verb, record_id, answers, knowing=known, seen=opened.so_far)
    st.session_state.pop(f"{key}-opened", None)
    if not refused():
        for name in [name for name in st.session_state if str(name).startswith(f"{key}-")]:
            del st.session_state[name]
        st.session_state[f"life-{record_id}-what"] = None
