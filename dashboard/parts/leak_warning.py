"""A warning that words for a volunteer may tell who it is for: what gives it away, and a tick that it may stay."""

import hashlib

import streamlit as st

from community import casework
from community.casework import WorkContext
from dashboard import elements

_WHAT = {
    "name": "a name",
    "telephone": "a telephone number",
    "email": "an email address",
    "address": "an address",
}


def warn(context: WorkContext, record_id: str, text: str | None) -> bool:
    """Show what in the text tells who it is for; whether anything does."""
    found = casework.giveaways(context, record_id, text)
    elements.marks([f"This may tell who it is for, by {_WHAT[each.what]}: {each.words}" for each in found], "alarm")
    return bool(found)


def ask(context: WorkContext, record_id: str, text: str | None) -> None:
    """The same, with the tick by which a person decides that it may be read as it is."""
    if warn(context, record_id, text):
        st.checkbox("A volunteer may read it as it is", key=_key(record_id, text))


def may_stay(record_id: str, text: str | None) -> bool:
    """Whether somebody ticked that, for this very text: other words are looked at anew."""
    return bool(text) and bool(st.session_state.get(_key(record_id, text)))


def mark(text: str | None) -> str:
    """What this very text is known by, and no other."""
    return hashlib.blake2b((text or "").encode(), digest_size=8).hexdigest()


def _key(record_id: str, text: str | None) -> str:
    return f"as-it-is-{record_id}-{mark(text)}"
