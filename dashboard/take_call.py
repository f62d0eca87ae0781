"""Taking a call: what the caller says is checked like a public form and goes into the book; whom they can ring now."""

import secrets
from dataclasses import dataclass, field

import streamlit as st

from community import forms
from community.errors import UserFacingError
from community.forms import Answers, Form
from community.forms.contact_details import reach_in_words
from community.settings import Community, Helpline
from community.tables.vocabulary import Channel
from dashboard import elements
from dashboard.auth import Shut
from dashboard.parts import form_fields as on_screen
from dashboard.shared_resources import house
from dashboard.work_session import now, work_context

_CALL, _TAKEN, _WRONG = "call", "call_taken", "call_wrong"


@dataclass(frozen=True)
class Taken:
    """A call that is in the book."""

    form: str
    reference: str
    table: str
    answers: Answers = field(default_factory=dict, repr=False)
    reached: tuple[str, ...] = field(default=(), repr=False)
    """How we get back to the person who rang, in words."""


def call_key() -> str:
    """The key of this call's fields and row. It stays the same until the call is in the book, so it goes in once."""
    return str(st.session_state.setdefault(_CALL, secrets.token_hex(16)))


def take(form: Form) -> None:
    """Put the answers into the book, for `on_click`. If something is missing, say so and keep every field as it is."""
    posted = on_screen.read(form, call_key())
    submission = forms.validate(form, posted, places=house().places)
    wrong = [forms.words_of(form, error) for error in submission.errors]
    if not wrong:
        wrong = _write(form, submission, posted)
    st.session_state[_WRONG] = wrong


def wrong() -> list[str]:
    """The messages about what must be answered first."""
    return list(st.session_state.get(_WRONG, ()))


def taken() -> Taken | None:
    """The last call that went into the book; None when there is none."""
    found = st.session_state.get(_TAKEN)
    return found if isinstance(found, Taken) else None


def begin_again() -> None:
    """Clear the fields for the next call."""
    for name in (_CALL, _TAKEN, _WRONG):
        st.session_state.pop(name, None)


def danger(form: Form, answers: Answers, community: Community) -> None:
    """Draw the numbers for a caller whose words may mean danger, while they are on the telephone."""
    found = forms.may_be_danger(form, answers, community, now())
    if found:
        elements.marks(["Their words may mean danger. Stay with them. Ring 999 if a life is in danger."], "alarm")
        _lines("danger", found.lines)


def until_then(form: Form, answers: Answers, community: Community) -> None:
    """Draw what to tell somebody who needs help today, or who asks while we are shut."""
    found = forms.until_we_answer(form, answers, community, now())
    if found and found.lines:
        elements.lead("If it can’t wait that long, tell them whom to ring:")
        _lines("until", found.lines)


def _write(form: Form, submission: forms.Submission, posted: Answers) -> list[str]:
    try:
        here = work_context()
        values = dict(submission.values) | forms.decided(form, submission, channel=Channel.TELEPHONE, now=now())
        receipt = here.book.append(form.table, values, by=here.user.name, key=f"call-{call_key()}")
    except Shut:
        return ["You are not logged in any more. Log in again; what you typed stays here."]
    except UserFacingError as refusal:
        return [str(refusal)]
    begin_again()
    # Of the answers we keep only what the page still needs: how soon, and what kind of help.
    said = {column: posted[column] for column in form.done.depends_on if column in posted}
    reached = tuple(reach_in_words(submission.values))
    st.session_state[_TAKEN] = Taken(form.form, receipt.id, form.table, said, reached)
    return []


def _lines(key: str, lines: tuple[Helpline, ...]) -> None:
    with st.container(key=f"lines-{key}", gap=None):
        for line in lines:
            reach = ", ".join(filter(None, [line.telephone, line.how, line.when]))
            st.text(f"{line.name}: {reach}. {line.helps}")
