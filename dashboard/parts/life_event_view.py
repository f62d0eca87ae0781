"""Writing down that somebody has died or moved away, with all that ends with it, read before it is done."""

import streamlit as st

from community import casework
from community.casework import Ending, WorkContext
from community.tables.canonical import LONDON
from community.tables.row_types import ResidentRow, VolunteerRow
from community.tables.verbs import Verb
from community.wording import counted, joined, wording
from dashboard import elements
from dashboard.parts import loss_warning
from dashboard.work_session import act, now

Person = ResidentRow | VolunteerRow
TITLE = "They have died, or moved away"
_DOES = {Verb.DIED: casework.died, Verb.MOVED_AWAY: casework.moved_away}


def section(context: WorkContext, person: Person) -> None:
    """Draw the fields, for somebody who may write it down about a person of whom it is not written down."""
    allowed = [verb for verb in _DOES if casework.can(context.user, verb, person)]
    if not allowed or person.died_on is not None or person.moved_on is not None:
        return
    with st.expander(TITLE):
        _fields(context, person, allowed)


def _fields(context: WorkContext, person: Person, allowed: list[Verb]) -> None:
    words, key = wording().life_event, f"life-{person.id}"
    verb = st.radio("What has happened?", allowed, index=None, format_func=words.__getitem__, key=f"{key}-what")
    if verb is None:
        return
    today = now().astimezone(LONDON).date()
    on = st.date_input("On which day, or about?", today, max_value=today, key=f"{key}-on", format="DD/MM/YYYY")
    ending = casework.foresee_ending(context, verb, person.id, on)
    _tell(context, person, verb, ending)
    known = {each.match_id for each in ending.matches}
    st.button(wording().life_event_done[verb], key=f"{key}-do", type="primary", on_click=act,
              args=(_DOES[verb], person.id, on), kwargs={"knowing": known})  # fmt: skip


def _tell(context: WorkContext, person: Person, verb: Verb, ending: Ending) -> None:
    """Draw what ends, and whom somebody has to tell."""
    if ending.matches:
        elements.lead("This ends:")
        loss_warning.named(context, ending.matches, whom=isinstance(person, ResidentRow))
    stays = [
        (ending.needs, "open_need", "closed"),
        (ending.visits, "planned_visit", "called off"),
        (ending.messages, "message_not_gone", "kept back"),
        (ending.calls, "call_to_them", "taken off Today"),
        (ending.lent, "thing_lent", "asking for it is put on Today"),
    ]
    elements.marks([f"{counted(many, noun)}: {what}" for many, noun, what in stays if many], "note")
    if ending.to_tell:
        elements.lead(f"Put on Today, to be told by telephone: {joined(ending.to_tell)}. No message says it.")
    else:
        elements.lead("Nobody has to be told by us.")
    if ending.also:
        elements.marks([f"Perhaps the same person: {joined(ending.also)}. Write it down there, too."], "alarm")
    elements.lead(wording().life_event_then[verb])
