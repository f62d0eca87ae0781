"""Taking a call: what the caller says is checked like a public form and goes into the book; whom they can ring now."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from community import casework, forms
from community.casework import NeedAsked, Triaged, WorkContext
from community.errors import UserFacingError
from community.forms import Answers, Form
from community.forms.contact_details import reach_in_words
from community.settings import Community, Helpline
from community.tables.canonical import Value, split
from community.tables.row_types import ColumnName, HelpRequestRow, NeedRow
from community.tables.vocabulary import Channel
from dashboard import elements, page_address
from dashboard.auth import Shut
from dashboard.parts import form_fields as on_screen
from dashboard.shared_resources import house
from dashboard.work_session import act, now, refused, work_context

_CALL, _TAKEN, _WRONG = "call", "call_taken", "call_wrong"
ABOUT = "form"
"""The key of the choice what the call is about."""
CAME = "came"
"""The key of the choice how it came: a call, a letter, a visit in person."""
HELP = "help_request"


@dataclass(frozen=True)
class Taken:
    """A call that is in the book."""

    form: str
    reference: str
    table: str
    about: str | None = None
    """The record on the page when it was taken; the last page is about no other."""
    answers: Answers = field(default_factory=dict, repr=False)
    reached: tuple[str, ...] = field(default=(), repr=False)
    """How we get back to the person who rang, in words."""


def call_key() -> str:
    """The key of this call's fields and row. It stays the same until the call is in the book, so it goes in once."""
    return str(st.session_state.setdefault(_CALL, secrets.token_hex(16)))


def came() -> str:
    """How it came, by the choice on the page."""
    return str(st.session_state.get(CAME) or Channel.TELEPHONE)


def take(form: Form, key: str) -> None:
    """Put the answers of this call into the book, for `on_click`. If something is missing, say so and keep every field.

    Here and below, `key` is the call's as the button was drawn: Streamlit may do one press twice, and the next call has
    begun by then.
    """
    posted = on_screen.read(form, key)
    submission = forms.validate(form, posted, places=house().places)
    wrong = [forms.error_words(form, error) for error in submission.errors]
    if not wrong:
        wrong = _write(form, key, submission, posted)
    st.session_state[_WRONG] = wrong


def take_for(form: Form, key: str, resident_id: str) -> None:
    """Accept what a resident we know asks for, with the answers in the fields, for `on_click`."""
    posted = on_screen.read(form, key)
    submission = forms.validate(form, posted, places=house().places)
    wrong = [forms.error_words(form, error) for error in submission.errors if error[0] == ColumnName.TASKS]
    st.session_state[_WRONG] = wrong
    if not wrong:
        flags = [flag for flag in submission.flags if not flag.startswith("postcode")]
        told = dict(submission.values) | {ColumnName.FLAGS: "; ".join(flags) or None}
        asked = [NeedAsked(kind) for kind in split(str(submission.values.get(ColumnName.TASKS) or ""))]
        again(key, resident_id, asked, told)


def again(key: str, resident_id: str, asked: Sequence[NeedAsked], told: dict[str, Value]) -> None:
    """Accept this help for a resident we know, and show the reference, for `on_click`."""
    act(_accept, key, resident_id, tuple(asked), told)
    if not refused():
        for name in (_CALL, _WRONG):
            st.session_state.pop(name, None)


def _accept(
    context: WorkContext, key: str, resident_id: str, asked: Sequence[NeedAsked], told: dict[str, Value]
) -> Triaged:
    done = casework.ask_again(context, resident_id, asked, key=key, told={ColumnName.CHANNEL: came()} | told)
    need = casework.see(context, NeedRow, done.need_ids[0])
    request = casework.see(context, HelpRequestRow, need.request_id)
    said = {ColumnName.TASKS: [each.task_type for each in asked], ColumnName.URGENCY: [need.urgency or ""]}
    reached = tuple(reach_in_words(request))
    st.session_state[_TAKEN] = Taken(HELP, request.id, HelpRequestRow.TABLE, resident_id, said, reached)
    return done


def wrong() -> list[str]:
    """The messages about what must be answered first."""
    return list(st.session_state.get(_WRONG, ()))


def taken() -> Taken | None:
    """The call that went into the book from this page last; None when there is none, or the page is about another."""
    found = st.session_state.get(_TAKEN)
    return found if isinstance(found, Taken) and found.about == page_address.record() else None


def about(form: str) -> None:
    """Go on with this form, for `on_click`: what the call is about."""
    st.session_state[ABOUT] = form


def begin_again() -> None:
    """Clear the fields and the address for the next call."""
    _forget()
    page_address.went(id=None)


def _forget() -> None:
    for name in (_CALL, _TAKEN, _WRONG):
        st.session_state.pop(name, None)


def danger(form: Form, answers: Answers, community: Community, key: str = "danger") -> None:
    """Draw the numbers for a caller whose words may mean danger, while they are on the telephone.

    `key` is its own where a page is about several callers.
    """
    found = forms.may_be_danger(form, answers, community, now())
    if found:
        elements.marks(["Their words may mean danger. Stay with them. Ring 999 if a life is in danger."], "alarm")
        _lines(key, found.lines)


def until_then(form: Form, answers: Answers, community: Community) -> None:
    """Draw what to tell somebody who needs help today, or who asks while we are shut."""
    found = forms.until_we_answer(form, answers, community, now())
    if found and found.lines:
        elements.lead("If it can’t wait that long, tell them whom to ring:")
        _lines("until", found.lines)


def _write(form: Form, key: str, submission: forms.Submission, posted: Answers) -> list[str]:
    try:
        here = work_context()
        values = dict(submission.values) | forms.decided(form, submission, channel=came(), now=now())
        receipt = here.book.append(form.table, values, by=here.user.name, key=f"call-{key}")
    except Shut:
        return ["You are not logged in any more. Log in again; what you typed stays here."]
    except UserFacingError as refusal:
        return [str(refusal)]
    _forget()
    # Of the answers we keep only what the page still needs: how soon, and what kind of help.
    said = {column: posted[column] for column in form.done.depends_on if column in posted}
    reached = tuple(reach_in_words(submission.values))
    st.session_state[_TAKEN] = Taken(form.form, receipt.id, form.table, page_address.record(), said, reached)
    return []


def _lines(key: str, lines: tuple[Helpline, ...]) -> None:
    with st.container(key=f"lines-{key}", gap=None):
        for line in lines:
            reach = ", ".join(filter(None, [line.telephone, line.how, line.when]))
            st.text(f"{line.name}: {reach}. {line.helps}")
