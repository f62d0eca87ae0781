"""The script of a call, for somebody new or for something new: who rings, what would help, what nobody asked for."""

from collections.abc import Sequence

import streamlit as st

from community import casework, forms
from community.casework import WorkContext
from community.forms import Form
from community.settings.response_promise import answer_by
from community.tables.canonical import split
from community.tables.flags import Flag
from community.tables.row_types import ColumnName, ResidentRow
from community.tables.vocabulary import ForWhom, Urgency
from community.wording import flag_words, language_words, moment_words
from dashboard import elements, page_address, shortcuts, take_call
from dashboard.parts import complaint_dialog, concern_dialog, find_box, risk_question, service_told
from dashboard.parts import form_fields as on_screen
from dashboard.parts import script_fields as ask
from dashboard.parts.same_again import LOOK_BEYOND
from dashboard.shared_resources import house
from dashboard.work_session import now

_BEGIN = "Ask first who it is and how we ring back, in case the call breaks off."
_FEW = 3
_NUMBER = 5
"""So many digits of a number are enough to look for somebody by it."""
LATER = frozenset({Flag.POSTCODE_MISSING, Flag.NO_WAY_TO_REACH})
"""Flags of what is simply not asked yet."""


def for_new(context: WorkContext, form: Form) -> None:
    """Draw the questions to somebody new, and beside them what is odd, who it may be, and by when we answer."""
    key = take_call.call_key()
    left, right = st.columns([3, 2], gap="large")
    with left:
        elements.heading("1 · Who is it, and how do we ring back?")
        elements.lead(_BEGIN)
        other = st.checkbox("They ask for somebody else", key=f"{key}-other", persist_state="page")
        st.session_state[f"{key}-for_whom"] = ForWhom.SOMEBODY_ELSE if other else ForWhom.MYSELF
        if other:
            _asker(form, key)
        who, number = st.columns(2)
        with who, st.container(key="new-caller"):
            ask.text(key, "name", "Name of the person to be helped" if other else "Name")
        with number:
            ask.text(key, "telephone", "Their number, if they may be rung" if other else "Number to ring back")
        street, postcode = st.columns(2)
        with street:
            ask.text(key, "address", "House number and street")
        with postcode:
            ask.text(key, "postcode", "Postcode")
        with st.expander("Another way to reach them"):
            st.checkbox("Text, don’t ring", key=f"{key}-text_only", persist_state="page")
            ask.text(key, "email", "Email")
            ask.many(form, "reach_by", key, "Best way")
        _what(form, key)
        _beyond(form, key)
        elements.marks(take_call.wrong(), "alarm")
        with st.container(horizontal=True, key="decisions"):
            st.button("Write it down", type="primary", shortcut=shortcuts.key("Ctrl+Enter"), on_click=take_call.take,
                      args=(form, key))  # fmt: skip
            service_told.button(context)
            complaint_dialog.button(context)
            concern_dialog.button(context)
        elements.lead(form.privacy)
    with right, st.container(key="card-beside", gap="small"):
        _beside(context, form, key)


def for_known(context: WorkContext, resident: ResidentRow, *, asker: bool) -> None:
    """Draw what somebody we know asks for anew; who they are and how to reach them is in their record."""
    form, key = house().forms[take_call.HELP], take_call.call_key()
    opened = f"new-{key}-{resident.id}"
    if asker:
        st.session_state[f"{key}-for_whom"] = ForWhom.SOMEBODY_ELSE
        st.session_state[opened] = True
    if not st.session_state.get(opened):
        st.button("Something new", key=f"new-{resident.id}", shortcut=shortcuts.key("B"), on_click=_open,
                  args=(opened,))  # fmt: skip
        return
    if asker:
        elements.heading("Who asks, and how do we ring them back?")
        _asker(form, key)
    _what(form, key)
    _beyond(form, key)
    take_call.danger(form, on_screen.read(form, key), context.settings.community)
    elements.marks(take_call.wrong(), "alarm")
    elements.heading(risk_question.QUESTION, 3)
    with st.container(horizontal=True, key="decisions-new"):
        known = casework.speak_to_the_lead(context, resident)
        st.button("Write it down: the lead knows of it" if known else "Nobody is at risk: write it down",
                  type="primary", key=f"take-{resident.id}", shortcut=shortcuts.key("Ctrl+Enter"),
                  on_click=take_call.take_for, args=(form, key, resident.id))  # fmt: skip
        risk_question.somebody_may(resident.id)


def _open(opened: str) -> None:
    st.session_state[opened] = True


def _asker(form: Form, key: str) -> None:
    ask.text(key, "referrer_name", "Name of whoever rings")
    ask.text(key, "referrer_telephone", "Their number")
    ask.text(key, "referrer_who", "Who are they to the person? A daughter, a neighbour, a nurse")
    ask.choice(form, "they_agree", key, "Does the person know, and agree?")
    ask.text(key, "agreed_how", "How were they asked, and what did they say? (optional)")
    ask.choice(form, "speaks_for", key, "Have they the legal power to decide? Only if the person can’t decide")


def _what(form: Form, key: str) -> None:
    elements.heading("2 · What would help?")
    types = house().settings.task_types
    kinds = {code: types[code].name for code in ask.labels(form, ColumnName.TASKS)}
    ask.many(form, "tasks", key, "Kinds of help: type a few letters, one or several", kinds)
    st.text_area("In their own words", key=f"{key}-details", height=80, persist_state="page")
    ask.choice(form, "urgency", key, "How soon?")


def _beyond(form: Form, key: str) -> None:
    elements.heading("3 · And beyond the first thing?")
    elements.reasons(LOOK_BEYOND)
    st.text_area("Good to know before somebody comes: stairs, hearing, a dog", key=f"{key}-access_needs", height=68,
                 persist_state="page")  # fmt: skip
    if st.session_state.get(f"{key}-access_needs"):
        ask.choice(form, "health_consent", key, "If it is about health: may we keep it?")
    ask.many(form, "languages", key, "Languages, where English is not the easiest")
    ask.further(form, house().settings, key)
    with st.expander("When it suits, and who should come again"):
        on_screen.one(form, "slots", key)
        ask.text(key, "who_again", "Who should come again?")


def _beside(context: WorkContext, form: Form, key: str) -> None:
    """Draw what somebody else sees in the answers while the caller is still there."""
    posted = on_screen.read(form, key)
    typed = bool(posted.keys() - {ColumnName.FOR_WHOM})
    take_call.danger(form, posted, context.settings.community)
    found = forms.validate(form, posted, places=house().places)
    odd = [flag_words(code) for code in found.flags if typed and code not in LATER]
    if odd:
        elements.heading("Ask while they are there", 3)
        elements.marks(odd, "note")
    if languages := [each for each in posted.get(ColumnName.LANGUAGES, ()) if each != "english"]:
        elements.marks([interpreter(languages)], "note")
    may_be_known(context, posted)
    urgency = next(iter(posted.get(ColumnName.URGENCY, ())), None)
    by = answer_by(context.settings.community, now(), urgency)
    elements.heading("What to promise", 3)
    elements.lead(f"A person answers by {moment_words(by)}{'' if urgency == Urgency.TODAY else ', or sooner'}.")


def interpreter(languages: Sequence[str]) -> str:
    """What to think of where English is not the easiest."""
    return f"They speak {language_words(sorted(languages))}: offer an interpreter, and never let a child interpret"


def may_be_known(context: WorkContext, posted: forms.Answers) -> None:
    """Draw who it may be, each with the way on with them: what was typed stays."""
    number = next(iter(posted.get(ColumnName.TELEPHONE, ())), "")
    name = next(iter(posted.get(ColumnName.NAME, ())), "")
    known: tuple[casework.FoundRecord, ...] = ()
    if sum(each.isdigit() for each in number) >= _NUMBER:
        known = casework.find(context, number).records
    if not known and len(split(name.replace(" ", "; "))) > 1:
        known = casework.find(context, name).records
    if known:
        elements.heading("May be known already", 3)
        for each in known[:_FEW]:
            page_address.link("call", elements.plain(each.name, "No name given"), each.row.id)
            elements.line(find_box.apart(context, each, now()))
