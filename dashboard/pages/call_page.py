"""Take a call: who it is, two facts, what they had and the same again; or the script."""

import streamlit as st

from community import casework
from community.settings.response_promise import answer_by
from community.tables.row_types import ColumnName, HelpRequestRow, ResidentRow
from community.tables.vocabulary import Channel
from community.wording import first_upper, moment_words, wording
from dashboard import elements, open_dialog, page_address, shortcuts, sync_banner, take_call
from dashboard.parts import (
    call_script,
    concern_dialog,
    contact_ways,
    known_caller,
    merge_view,
    same_person,
    volunteer_script,
)
from dashboard.parts import form_fields as on_screen
from dashboard.shared_resources import house
from dashboard.work_session import now, work_context

FORMS = {
    take_call.HELP: "Somebody needs help",
    "volunteer": "Somebody offers help",
    "organisation": "An organisation signs the charter",
}
SCRIPTS = {take_call.HELP: call_script.for_new, "volunteer": volunteer_script.for_new}
CAME = [Channel.TELEPHONE, Channel.VOICEMAIL, Channel.TEXT, Channel.EMAIL, Channel.LETTER, Channel.IN_PERSON]

here, at = work_context(), now()
shown = page_address.record()
page_address.stop_if_stray("call", "Take a call")
st.title("Take a call")

done = take_call.taken()
if done is not None and here.unsaved({done.reference}):
    elements.lead("Ask them to stay on the line: their number comes in a moment.")
    sync_banner.until_saved(here, {done.reference}, "Writing it into the spreadsheet")
    st.stop()
if done is not None:
    elements.marks(["It is in the book"], "done")
    elements.lead("Say this number to them, slowly. They can ring with it:")
    elements.person(done.reference, level=2)
    by = answer_by(here.settings.community, at, next(iter(done.answers.get(ColumnName.URGENCY, ())), None))
    elements.lead(f"A person answers by {moment_words(by)}.")
    contact_ways.before_they_hang_up(done.reached)
    take_call.until_then(house().forms[done.form], done.answers, here.settings.community)
    with st.container(horizontal=True):
        page_address.open_record(done.reference)
        st.button("Take another call", shortcut=shortcuts.key("E"), on_click=take_call.begin_again)
    st.stop()

came = {code: first_upper(wording().channel[code]) for code in CAME}
top = st.container(horizontal=True, vertical_alignment="bottom")
top.selectbox("How did it come?", CAME, key=take_call.CAME, format_func=came.__getitem__, persist_state="session",
              width=200)  # fmt: skip
if shown is not None:
    open_dialog.only_about(shown)
    top.button("Somebody else rings", shortcut=shortcuts.key("E"), on_click=take_call.begin_again)
    try:
        row = casework.see(here, casework.row_type_of(shown), shown)
        if isinstance(row, HelpRequestRow) and row.resident_id:
            row = casework.see(here, ResidentRow, row.resident_id)
    except casework.NotFound as none:
        merge_view.gone(here, shown, str(none))
        st.stop()
    known_caller.draw(here, row, at)
    st.stop()

elements.lead(
    "Who is it? Type a name, or any part of a number, into the field above (key /), and press Enter. Somebody new? Go "
    "on here."
)
name = top.segmented_control(
    "What is the call about?", list(FORMS), default=take_call.HELP, required=True, key=take_call.ABOUT,
    bind="query-params", format_func=FORMS.__getitem__,
)  # fmt: skip
if name != "volunteer":
    top.button("They offer help", shortcut=shortcuts.key("S"), on_click=take_call.about, args=("volunteer",))
elements.lead(same_person.unprompted(here.settings))
form = house().forms[name or take_call.HELP]
if form.form in SCRIPTS:
    SCRIPTS[form.form](here, form)
    st.stop()
elements.marks(take_call.wrong(), "alarm")
if form.note:
    elements.marks([form.note], "note")
take_call.danger(form, on_screen.read(form, take_call.call_key()), here.settings.community)
on_screen.fields(form, take_call.call_key())
elements.lead(form.privacy)
elements.marks(take_call.wrong(), "alarm")
concern_dialog.button(here)
st.button("Write it down", type="primary", shortcut=shortcuts.key("Ctrl+Enter"), on_click=take_call.take,
          args=(form, take_call.call_key()))  # fmt: skip
