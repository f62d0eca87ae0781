"""Take a call: the public forms, with the same questions and promise, filled in while somebody talks."""

import streamlit as st

from community.settings.response_promise import answer_by
from community.tables.row_types import ColumnName
from community.wording import moment_words
from dashboard import elements, page_address, sync_banner, take_call
from dashboard.parts import concern_dialog, contact_ways, same_person
from dashboard.parts import form_fields as on_screen
from dashboard.shared_resources import house
from dashboard.work_session import now, work_context

FORMS = {
    "help_request": "Somebody needs help",
    "volunteer": "Somebody offers help",
    "organisation": "An organisation signs the charter",
}

here = work_context()
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
    by = answer_by(here.settings.community, now(), next(iter(done.answers.get(ColumnName.URGENCY, ())), None))
    elements.lead(f"A person answers by {moment_words(by)}.")
    contact_ways.before_they_hang_up(done.reached)
    take_call.until_then(house().forms[done.form], done.answers, here.settings.community)
    with st.container(horizontal=True):
        page_address.open_record(done.reference)
        st.button("Take another call", on_click=take_call.begin_again)
    st.stop()

name = st.segmented_control(
    "What is the call about?", list(FORMS), default="help_request", required=True, key="form", bind="query-params",
    format_func=FORMS.__getitem__,
)  # fmt: skip
elements.lead(same_person.UNPROMPTED)
form = house().forms[name or "help_request"]
elements.marks(take_call.wrong(), "alarm")
if form.note:
    elements.marks([form.note], "note")
take_call.danger(form, on_screen.read(form, take_call.call_key()), here.settings.community)
on_screen.fields(form, take_call.call_key())
elements.lead(form.privacy)
elements.marks(take_call.wrong(), "alarm")
concern_dialog.button(here)
st.button("Write it down", type="primary", on_click=take_call.take, args=(form,))
