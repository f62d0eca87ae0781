"""Two facts first: what a caller tells unasked, beside what the record says, before anything is said about anybody."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.errors import UserFacingError
from community.tables.row_types import ColumnName, ResidentRow, VolunteerRow
from community.tables.statuses import VisitStatus
from community.tables.vocabulary import Channel, ContactWay
from community.wording import joined, spoken
from dashboard import display_words, elements, shortcuts, take_call
from dashboard.auth import Shut
from dashboard.parts.resident_help import HelpSoFar
from dashboard.work_session import refuse, work_context

Person = ResidentRow | VolunteerRow
WAYS: dict[str, ContactWay] = {
    Channel.TEXT: ContactWay.TEXT,
    Channel.EMAIL: ContactWay.EMAIL,
    Channel.LETTER: ContactWay.LETTER,
    Channel.IN_PERSON: ContactWay.IN_PERSON,
}
"""By how it came, how they were in touch; else by telephone."""
_KEYS = "1234"


def way() -> ContactWay:
    """How the caller on the page is in touch."""
    return WAYS.get(take_call.came(), ContactWay.TELEPHONE)


def told_enough(context: WorkContext, person: Person, found: HelpSoFar | None, now: datetime) -> bool:
    """Draw what to compare, each with its key, until the caller has told enough. Returns whether they have."""
    told = _told(person)
    least = context.settings.calls.facts_first
    facts = _facts(person, found, now)
    if len(told) >= least:
        elements.marks([f"They told us: {joined([facts[code][0].lower() for code in facts if code in told])}"], "done")
        return True
    with st.container(key="card-facts", gap="small"):
        elements.heading("Say nothing yet, not even that we know them")
        least_words = spoken(least, "fact")
        elements.lead(f"Let them tell you {least_words} unasked. Touch each that agrees with what stands beside it.")
        for key, (code, (label, words)) in zip(_KEYS, facts.items(), strict=False):
            with st.container(key=f"fact-{code}", horizontal=True, vertical_alignment="center"):
                st.button(
                    label, key=f"fact-{code}-{person.id}", type="primary" if code in told else "secondary",
                    shortcut=shortcuts.key(key), disabled=not words, width=220, on_click=_tell,
                    args=(_key(person.id), person.id, code, code not in told, least),
                )  # fmt: skip
                st.text(words or "Nothing to compare it with")
        elements.lead("They can’t? Say that somebody rings back, and ring the number in the book, not one they give.")
    return False


def _facts(person: Person, found: HelpSoFar | None, now: datetime) -> dict[str, tuple[str, str | None]]:
    """Each fact: its name, and what the record says, as far as this user may see it."""
    home = "\n".join(filter(None, [person.get(ColumnName.ADDRESS), person.get(ColumnName.POSTCODE)]))
    days = [
        display_words.day(visit.on, now)
        for visit in (found.visits if found else ())
        if visit.status in {VisitStatus.DONE, VisitStatus.PLANNED}
    ]
    return {
        "name": ("Their whole name", person.name),
        "number": ("Telephone or email", " · ".join(filter(None, [person.telephone, person.email])) or None),
        "address": ("Address or postcode", home or None),
        "visit": ("Day of a visit", ", ".join(days[:3]) or None),
    }


def _told(person: Person) -> frozenset[str]:
    found: frozenset[str] = st.session_state.get(_key(person.id), frozenset())
    return found


def _key(person_id: str) -> str:
    return f"facts-{take_call.call_key()}-{person_id}"


def _tell(key: str, person_id: str, code: str, agrees: bool, least: int) -> None:
    """Note whether this fact agrees. Once there are enough, the book keeps that a call began.

    Streamlit may do one press twice, and two presses before it draws the page once: it must come to the same.
    """
    told = st.session_state.get(key, frozenset()) - {code} | ({code} if agrees else frozenset())
    st.session_state[key] = told
    if len(told) >= least:
        begin(person_id, f"They told us who they are: {', '.join(sorted(told))}.")


def begin(person_id: str, told: str) -> None:
    """Have the book keep that a call with this person has begun, so that it is not forgotten if the page is left."""
    try:
        casework.begin_call(work_context(), person_id, take_call.call_key(), way(), told)
    except (UserFacingError, Shut) as refusal:
        refuse(str(refusal))
