"""A request about somebody's own data: the file of what we keep, more time with a reason, and what is to be done."""

from datetime import timedelta

import streamlit as st

from community import casework, exports
from community.casework import SpokenOf, WorkContext
from community.errors import UserFacingError
from community.runtime import erasing
from community.tables.canonical import moment
from community.tables.message_codes import ComplaintKind
from community.tables.row_types import ComplaintRow
from community.tables.verbs import Verb
from community.wording import spelled, wording
from dashboard import elements, page_address
from dashboard.parts import file_download, show_more
from dashboard.work_session import act, now, refuse, refused, today, work_context

_TO_PRINT = timedelta(minutes=10)


def section(context: WorkContext, row: ComplaintRow) -> None:
    """Draw what is to be done about it, the file, and how to take longer."""
    if not casework.is_data_request(row) or not casework.can(context.user, Verb.EXTEND_DATA_REQUEST, row):
        return
    elements.lead(wording().data_request_asks[row.kind or ComplaintKind.DATA_REQUEST])
    if row.kind == ComplaintKind.DATA_ERASURE:
        _erasure(context, row)
    st.button("Make their file", key=f"make-file-{row.id}", on_click=_make, args=(context, row.id))
    if (made := st.session_state.get(f"made-file-{row.id}")) is not None:
        elements.lead(f"{made.records} records. Speak to the safeguarding lead and read it before you send it.")
        for form, content in (("txt", made.as_text), ("json", made.as_json)):
            file_download.save_made(f"{form}-{row.id}", f"{made.person}.{form}", content)
    with st.expander("We need longer"):
        elements.lead("Only where there is much to find or they ask much; at most two months more, once.")
        st.date_input("Until which day?", None, today(), today() + timedelta(days=100), key=f"longer-{row.id}",
                      format="DD/MM/YYYY")  # fmt: skip
        st.text_area("The reason that you told them", key=f"longer-why-{row.id}", height=90)
        st.button("They know, and why", key=f"longer-do-{row.id}", on_click=_extend, args=(row.id, row.status))


def _erasure(context: WorkContext, row: ComplaintRow) -> None:
    """Draw the way to have them erased: one asks, somebody else agrees, on a page without their details."""
    if row.erase_asked_at is None:
        elements.lead("Erasing takes two: you ask, and a trustee or another director agrees, without reading anything.")
        _spoken_of(context, row)
        _ask(row, "Ask somebody else to agree")
        return
    elements.lead(f"{row.erase_asked_by} asked for a second person’s leave to erase.")
    if casework.needs_code(context):
        mine = st.session_state.get(f"asked-erasure-{row.id}") == row.erase_asked_at
        if mine and now() - moment(row.erase_asked_at) < _TO_PRINT:
            elements.lead(
                "Nobody else can agree here. Print this code now: it is gone in ten minutes, and you type it a day "
                "later."
            )
            elements.message(erasing.confirming_code(context.settings, row.id, row.erase_asked_at))
        else:
            elements.lead("The code was shown once, to whoever asked. If it was not printed, ask anew: the day begins "
                          "again.")  # fmt: skip
            _ask(row, "Ask anew, with a new code")
    page_address.link("keeping", "Keeping and erasing")


def _spoken_of(context: WorkContext, row: ComplaintRow) -> None:
    """Draw what else may be theirs, and what others' records say of them, each to be chosen once it was looked for."""
    found: SpokenOf | None = st.session_state.get(f"spoken-of-{row.id}")
    if found is None:
        elements.lead("Other people’s notes may speak of them too. Look before you ask; in a large book it takes long.")
        st.button("Look what else speaks of them", key=f"look-{row.id}", on_click=_look, args=(context, row.id))
        return
    if not found.maybe and not found.mentions:
        elements.lead("No other record seems to be theirs, and no note of others was found that names them.")
    if found.maybe:
        elements.heading("Perhaps theirs too", 3)
        elements.lead("Tick what is the same person’s: the record goes with everything that belongs to it.")
    for maybe in show_more.first(f"maybe-{row.id}", found.maybe):
        _tick(row, maybe.record.id, f"Erase this too: {', '.join(maybe.same)}", maybe.record.id)
    show_more.button(f"maybe-{row.id}", len(found.maybe))
    if found.mentions:
        elements.heading("Where others’ records speak of them", 3)
        elements.lead("A tick empties the whole field, with all that it ever said. Write down again what should stay.")
    for each in show_more.first(f"mentions-{row.id}", found.mentions):
        _tick(row, each.place, f"Empty “{spelled(each.field)}”: same {', '.join(each.same)}", each.record.id)
        elements.message(found.said.get(each.place) or "Only its history says it: nothing stands there now.")
    show_more.button(f"mentions-{row.id}", len(found.mentions))
    if found.maybe or found.mentions:
        elements.lead(f"Ticked: {len(_chosen(row.id))} of {len(found.maybe) + len(found.mentions)}.")


def _tick(row: ComplaintRow, place: str, label: str, record_id: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"tick-{place.replace(':', '-')}"):
        st.checkbox(label, key=f"also-{row.id}-{place}", persist_state="session")  # whoever reads the record comes back
        page_address.open_record(record_id)


def _look(context: WorkContext, complaint_id: str) -> None:
    try:
        st.session_state[f"spoken-of-{complaint_id}"] = casework.spoken_of(context, complaint_id)
    except UserFacingError as why:
        refuse(str(why))


def _chosen(complaint_id: str) -> list[str]:
    """What was ticked, of all that was found: also of what is folded up again."""
    found: SpokenOf | None = st.session_state.get(f"spoken-of-{complaint_id}")
    places = [*(each.record.id for each in found.maybe), *(each.place for each in found.mentions)] if found else []
    return [each for each in places if st.session_state.get(f"also-{complaint_id}-{each}")]


def _ask(row: ComplaintRow, label: str) -> None:
    st.button(label, key=f"ask-erasure-{row.id}", on_click=_asked, args=(row.id, row.status))


def _asked(complaint_id: str, seen: str) -> None:
    """Ask, and keep in this session alone that it did: nobody else who opens the page sees the code."""
    before = [each.also for each in casework.erasures_asked(work_context()) if each.request_id == complaint_id]
    act(casework.ask_erasure, complaint_id, seen=seen, also=before[0] if before else _chosen(complaint_id))
    if not refused():
        row = casework.see(work_context(), ComplaintRow, complaint_id)
        st.session_state[f"asked-erasure-{complaint_id}"] = row.erase_asked_at


def _extend(complaint_id: str, seen: str) -> None:
    state = st.session_state
    if state.get(f"longer-{complaint_id}") is None:
        refuse("Choose the day until which you need.")
        return
    act(casework.extend_data_request, complaint_id, state[f"longer-{complaint_id}"],
        state.get(f"longer-why-{complaint_id}"), seen=seen)  # fmt: skip


def _make(context: WorkContext, complaint_id: str) -> None:
    """Make the file, noted in the log of exports: no file leaves without that."""
    try:
        made = casework.data_file(context, complaint_id)
        exports.note(context.settings.book_home, "data request", "json and txt", made.records, now=now(),
                     by=context.user.name)  # fmt: skip
    except UserFacingError as why:
        refuse(str(why))
    else:
        st.session_state[f"made-file-{complaint_id}"] = made
