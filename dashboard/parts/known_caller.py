"""A caller whom the book knows: for a resident two facts first, then who comes, the same again or the script."""

from datetime import datetime

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.tables.canonical import split
from community.tables.row import Row
from community.tables.row_types import ColumnName, HelpRequestRow, OrganisationRow, ResidentRow, VolunteerRow
from community.tables.verbs import Verb
from community.wording import status_words
from dashboard import display_words, elements, page_address, shortcuts, take_call
from dashboard.parts import (
    call_endings,
    call_script,
    caller_facts,
    complaint_dialog,
    concern_dialog,
    contact_ways,
    paper_reports,
    resident_help,
    resident_told,
    same_again,
    same_person,
    who_comes,
)

_PLAIN = frozenset({"english"})
_FOR_THEM = (
    "They ask for somebody else. Say nothing about that person, not even that we know them: relatives and neighbours "
    "hear only what the resident agreed to. You may take down what they ask for."
)


def draw(context: WorkContext, row: Row, now: datetime) -> None:
    """Draw who rings, and all that the call may come to."""
    if isinstance(row, ResidentRow):
        _resident(context, row, now)
    else:
        _other(context, row, now)


def _resident(context: WorkContext, resident: ResidentRow, now: datetime) -> None:
    """Draw all that a call with this resident, or about them, may come to."""
    found = resident_help.read(context, resident)
    elements.person(resident.name)
    hub = display_words.hub(context.settings, resident.hub)
    elements.lead(f"{resident.id} · known since {display_words.when(resident.at, now)} · {hub}")
    concern_dialog.caution(context, resident)
    elements.marks(_speaks(resident), "note")
    contact_ways.ways(context, resident)
    call_endings.waiting(context, resident.id, now)
    if _for_them(resident):
        elements.marks([_FOR_THEM], "alarm")
        resident_told.consents(found.requests, now)
        call_script.for_known(context, resident, asker=True)
        said = True
    elif said := caller_facts.told_enough(context, resident, found, now):
        left, right = st.columns(2, gap="large")
        with right:
            who_comes.draw(context, found, now)
            resident_help.visits(found, now)
        with left:
            same_again.draw(context, resident, found, now)
            call_script.for_known(context, resident, asker=False)
    elements.heading("Or")
    call_endings.buttons(context, resident.id, said=said, found=found)
    with st.container(horizontal=True):
        if not _for_them(resident):
            st.button("They ring for this person", key=f"asker-{resident.id}", shortcut=shortcuts.key("O"),
                      on_click=_ask_for, args=(resident.id,))  # fmt: skip
        complaint_dialog.button(context, resident)
        concern_dialog.button(context, resident)
        page_address.all_about(resident.id, resident.name)
    if not said:
        elements.lead(same_person.unprompted(context.settings))


def _other(context: WorkContext, row: Row, now: datetime) -> None:
    """Draw a caller who is no resident: a volunteer, an organisation, or somebody who waits for an answer."""
    elements.person(row.get(ColumnName.NAME))
    if isinstance(row, VolunteerRow | HelpRequestRow | OrganisationRow):
        elements.lead(
            f"{row.id} · {status_words(row.table, row.status)} since {display_words.when(row.changed_at, now)}"
        )
    concern_dialog.caution(context, row)
    contact_ways.ways(context, row)
    call_endings.waiting(context, row.id, now)
    said = not isinstance(row, VolunteerRow) or caller_facts.told_enough(context, row, None, now)
    elements.lead(same_person.unprompted(context.settings))
    page_address.all_about(row.id, row.get(ColumnName.NAME))
    if isinstance(row, VolunteerRow):
        paper_reports.draw(context, row, now)
    if casework.can(context.user, Verb.LOG_CONTACT, row):
        call_endings.buttons(context, row.id, said=said)
    with st.container(horizontal=True):
        complaint_dialog.button(context, row)
        concern_dialog.button(context, row)


def _speaks(resident: ResidentRow) -> list[str]:
    """What language to speak, where it is not English, and that a tongue may need an interpreter."""
    languages = set(split(resident.languages))
    if not languages or languages & _PLAIN:
        return []
    return [call_script.interpreter(sorted(languages))]


def _for_them(resident: ResidentRow) -> bool:
    return bool(st.session_state.get(_key(resident.id)))


def _ask_for(resident_id: str) -> None:
    st.session_state[_key(resident_id)] = True
    caller_facts.begin(resident_id, "Somebody rang for them.")


def _key(resident_id: str) -> str:
    return f"asker-for-{take_call.call_key()}-{resident_id}"
