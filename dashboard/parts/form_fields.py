"""A public form as fields to fill in while somebody talks, with the same questions, words and checks."""

import streamlit as st

from community.forms import ANY, TYPED, UNSURE, Form, Question, options
from community.tables.vocabulary import DAYS, PARTS
from community.wording import as_labels, wording
from dashboard import elements

Answers = dict[str, list[str]]


def fields(form: Form, key: str) -> None:
    """Draw every question that the answers so far call for, page by page on one screen."""
    for page in form.pages:
        answers = read(form, key)
        if not page.shown(answers):
            continue
        here = page.given(answers)
        elements.heading(here.title)
        if here.lead:
            elements.lead(here.lead)
        for question in here.questions:
            _field(question, f"{key}-{question.column}")


def one(form: Form, column: str, key: str) -> None:
    """Draw one question of the form."""
    _field(form.questions[column], f"{key}-{column}")


def read(form: Form, key: str) -> Answers:
    """The answers in the fields now, as a browser would post them."""
    found: Answers = {}
    for column, question in form.questions.items():
        given = _given(question, f"{key}-{column}")
        if given:
            found[column] = given
        if question.other and (other := st.session_state.get(f"{key}-{column}.other")):
            found[f"{column}.other"] = [str(other)]
    return found


def _field(question: Question, key: str) -> None:
    label = elements.as_typed(question.label if question.required else f"{question.label} (optional)")
    hint = elements.as_typed(question.hint) if question.hint else None
    if question.kind in TYPED:
        draw = st.text_area if question.kind == "long_text" else st.text_input
        draw(label, key=key, help=hint, width="stretch" if question.kind == "long_text" else 420)
    elif question.kind == "tick":
        st.checkbox(label, key=key, help=hint)
    elif question.kind == "slots":
        _slots(question, label, key)
    else:
        labels = {code: elements.as_typed(option.label) for code, option in options(question)}
        if question.unsure:
            labels[UNSURE] = question.unsure
        if question.kind == "one":
            st.pills(label, list(labels), format_func=labels.__getitem__, key=key, help=hint)
        else:
            st.pills(label, list(labels), selection_mode="multi", format_func=labels.__getitem__, key=key, help=hint)
        if question.other:
            st.text_input(question.other, key=f"{key}.other", width=420)


def _slots(question: Question, label: str, key: str) -> None:
    """Draw a week of mornings, afternoons and evenings, and the answer that any time will do."""
    st.write(label)
    if question.any:
        st.checkbox(question.any.label, key=f"{key}-{ANY}")
    with st.container(key=f"week-{key}", gap=None):
        parts = as_labels(wording().parts)
        for day, name in wording().days.items():
            st.pills(name, PARTS, selection_mode="multi", format_func=parts.__getitem__, key=f"{key}-{day}")


def _given(question: Question, key: str) -> list[str]:
    state = st.session_state
    if question.kind == "slots":
        if state.get(f"{key}-{ANY}"):
            return [ANY]
        return [f"{day}_{part}" for day in DAYS for part in _listed(state.get(f"{key}-{day}"))]
    if question.kind == "tick":
        return ["yes"] if state.get(key) else []
    return _listed(state.get(key))


def _listed(value: object) -> list[str]:
    if value is None or value == "":
        return []
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value)]
