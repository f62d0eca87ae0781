"""The script for somebody who offers help, on the telephone or at the door: the public form's questions, by key."""

import streamlit as st

from community import forms
from community.casework import WorkContext
from community.forms import Form
from community.tables.row_types import ColumnName
from community.wording import flag_words
from dashboard import elements, shortcuts, take_call
from dashboard.parts import call_script, complaint_dialog, concern_dialog, script_fields
from dashboard.parts import form_fields as on_screen
from dashboard.shared_resources import house

_BEGIN = "Thank them first. They promise nothing yet: we ask before each task, and they may always say no."
_YOUNG = "Under 18 a parent or guardian has to agree, and we ring them before they start."


def for_new(context: WorkContext, form: Form) -> None:
    """Draw the questions to somebody who offers help, and beside them what is odd and who it may be."""
    key = take_call.call_key()
    left, right = st.columns([3, 2], gap="large")
    with left:
        elements.heading("1 · Who is it, and how do we reach them?")
        elements.lead(_BEGIN)
        who, number = st.columns(2)
        with who, st.container(key="new-caller"):
            script_fields.text(key, "name", "Name")
        with number:
            script_fields.text(key, "telephone", "Telephone")
        place, post = st.columns(2)
        with place:
            script_fields.text(key, "postcode", "Postcode")
        with post:
            script_fields.text(key, "email", "Email")
        elements.heading("2 · What would they like to do?")
        types = house().settings.task_types
        kinds = {code: types[code].name for code in script_fields.labels(form, ColumnName.TASKS)}
        script_fields.many(form, "tasks", key, "Tasks: type a few letters, one or several", kinds)
        elements.heading("3 · Before we keep it")
        script_fields.choice(form, "over_18", key, "Are they 18 or over?")
        if st.session_state.get(f"{key}-over_18") == "no":
            _guardian(form, key)
        st.checkbox("They say that we may keep their answers and get in touch about helping", key=f"{key}-consent",
                    persist_state="page")  # fmt: skip
        elements.heading("4 · If there is time")
        script_fields.choice(form, "in_person", key, "In person, or by telephone?")
        script_fields.choice(form, "how_many", key, "How many people in a week?")
        script_fields.many(form, "travel", key, "How do they get about?")
        script_fields.choice(form, "max_distance_km", key, "How far would they go?")
        script_fields.choice(form, "takes_care", key, "Over 70, or more at risk if they catch an illness?")
        st.text_area("Anything they would like us to know", key=f"{key}-about", height=68, persist_state="page")
        if st.session_state.get(f"{key}-about") or st.session_state.get(f"{key}-takes_care") == "yes":
            script_fields.choice(form, "health_consent", key, "If it is about health: may we keep it?")
        script_fields.further(form, house().settings, key)
        with st.expander("When they are free, and languages"):
            on_screen.one(form, "slots", key)
            script_fields.many(form, "languages", key, "Languages")
        elements.marks(take_call.wrong(), "alarm")
        with st.container(horizontal=True, key="decisions"):
            st.button("Write it down", type="primary", shortcut=shortcuts.key("Ctrl+Enter"), on_click=take_call.take,
                      args=(form, key))  # fmt: skip
            complaint_dialog.button(context)
            concern_dialog.button(context)
        elements.lead(form.privacy)
    with right, st.container(key="card-beside", gap="small"):
        _beside(context, form, key)


def _guardian(form: Form, key: str) -> None:
    elements.lead(_YOUNG)
    script_fields.text(key, "guardian_name", "Name of a parent or guardian")
    script_fields.text(key, "guardian_telephone", "Their number")
    script_fields.choice(form, "guardian_consent", key, "Do they agree?")


def _beside(context: WorkContext, form: Form, key: str) -> None:
    posted = on_screen.read(form, key)
    take_call.danger(form, posted, context.settings.community)
    found = forms.validate(form, posted, places=house().places)
    odd = [flag_words(code) for code in found.flags if posted and code not in call_script.LATER]
    if odd:
        elements.heading("Ask while they are there", 3)
        elements.marks(odd, "note")
    call_script.may_be_known(context, posted)
    elements.heading("What to promise", 3)
    elements.reasons(form.done.next)
