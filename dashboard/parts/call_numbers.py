"""Whom a caller can ring now: the same numbers as on the last page of the form, for whoever talks with them."""

import streamlit as st

from community import forms
from community.forms import Answers, Form
from community.settings import Community, Helpline
from dashboard import elements
from dashboard.work_session import now


def danger(form: Form, answers: Answers, community: Community) -> None:
    """Numbers for somebody whose words may mean danger, while they are on the telephone."""
    found = forms.may_be_danger(form, answers, community, now())
    if found:
        elements.marks(["Their words may mean danger. Stay with them. Ring 999 if a life is in danger."], "alarm")
        _lines("danger", found.lines)


def until_then(form: Form, answers: Answers, community: Community) -> None:
    """What to tell somebody who needs help today, or who asks while we are shut."""
    found = forms.until_we_answer(form, answers, community, now())
    if found and found.lines:
        elements.lead("If it can’t wait that long, tell them whom to ring:")
        _lines("until", found.lines)


def _lines(key: str, lines: tuple[Helpline, ...]) -> None:
    with st.container(key=f"lines-{key}", gap=None):
        for line in lines:
            reach = ", ".join(filter(None, [line.telephone, line.how, line.when]))
            st.text(f"{line.name}: {reach}. {line.helps}")
