"""Take a call: the public forms, filled in while somebody talks. The same questions, the same promise."""

import streamlit as st

from community.settings.response_promise import answer_by, in_words
from dashboard import address, calls, plain, saving
from dashboard.desk import desk, now
from dashboard.opening import house
from dashboard.parts import form as on_screen
from dashboard.parts import meanwhile, reaching, worry

FORMS = {
    "help_request": "Somebody needs help",
    "volunteer": "Somebody offers help",
    "organisation": "An organisation signs the charter",
}
PAGES = {"help_requests": "triage", "volunteers": "volunteers", "organisations": "organisations"}

here = desk()
st.title("Take a call")

done = calls.taken()
if done is not None and here.unsaved({done.reference}):
    plain.lead("Ask them to stay on the line: their number comes in a moment.")
    saving.until_saved(here, {done.reference}, "Writing it into the spreadsheet")
    st.stop()
if done is not None:
    plain.marks(["It is in the book"], "done")
    plain.lead("Say this number to them, slowly. They can ring with it:")
    plain.person(done.reference, level=2)
    by = answer_by(here.settings.community, now(), next(iter(done.answers.get("urgency", ())), None))
    plain.lead(f"A person answers by {in_words(by)}.")
    reaching.before_they_hang_up(done.reached)
    meanwhile.until_then(house().forms[done.form], done.answers, here.settings.community)
    with st.container(horizontal=True):
        address.link(PAGES[done.table], f"Open {done.reference}", done.reference)
        st.button("Take another call", on_click=calls.begin_again)
    st.stop()

name = st.segmented_control(
    "What is the call about?", list(FORMS), default="help_request", required=True, key="form", bind="query-params",
    format_func=FORMS.__getitem__,
)  # fmt: skip
form = house().forms[name or "help_request"]
plain.marks(calls.wrong(), "alarm")
if form.note:
    plain.marks([form.note], "note")
meanwhile.danger(form, on_screen.read(form, calls.call_key()), here.settings.community)
on_screen.fields(form, calls.call_key())
plain.lead(form.privacy)
plain.marks(calls.wrong(), "alarm")
worry.button(here)
st.button("Write it down", type="primary", on_click=calls.take, args=(form,))
