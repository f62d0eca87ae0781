"""Questions of a form as somebody asks them while talking: short fields, and lists that open by typing."""

from collections.abc import Mapping

import streamlit as st

from community.forms import Form, options
from community.settings import Settings
from dashboard.parts import form_fields


def text(key: str, column: str, label: str) -> None:
    """Draw one question that is answered in words."""
    st.text_input(label, key=f"{key}-{column}", autocomplete="off", persist_state="page")


def choice(form: Form, column: str, key: str, label: str) -> None:
    """Draw one choice of a form's question as a list that opens by typing."""
    words = labels(form, column)
    st.selectbox(label, list(words), None, format_func=words.__getitem__, key=f"{key}-{column}",
                 placeholder="Not said", persist_state="page", filter_mode="contains")  # fmt: skip


def many(form: Form, column: str, key: str, label: str, names: Mapping[str, str] | None = None) -> None:
    """Draw several choices of a form's question as a list that opens by typing; `names`: shorter words."""
    words = names or labels(form, column)
    with st.container(key=f"script-{column}"):
        st.multiselect(
            label, list(words), format_func=words.__getitem__, key=f"{key}-{column}", placeholder="Nothing yet",
            persist_state="page", filter_mode="contains", select_all=False,
        )  # fmt: skip


def further(form: Form, settings: Settings, key: str) -> None:
    """Draw the community's own questions of a form, which it has from the settings."""
    for column in form.questions:
        if column.removeprefix("extra.") in settings.extra_questions:
            form_fields.one(form, column, key)


def labels(form: Form, column: str) -> dict[str, str]:
    """The answers of a form's question, by code."""
    return {code: option.label for code, option in options(form.questions[column])}
