"""A warning that words for a volunteer may give the resident away, with a tick that they may stay."""

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
    """Draw what in the text gives the resident away. Returns whether anything does."""
    found = casework.giveaways(context, record_id, text)
    elements.marks([f"This may tell who it is for, by {_WHAT[each.what]}: {each.words}" for each in found], "alarm")
    return bool(found)


def ask(context: WorkContext, record_id: str, text: str | None) -> None:
    """Draw the warning, with the tick by which a person decides that the words may stay."""
    if warn(context, record_id, text):
        st.checkbox("A volunteer may read it as it is", key=_key(record_id, text))


def may_stay(record_id: str, text: str | None) -> bool:
    """Whether somebody ticked that this very text may stay; any other text needs a new tick."""
    return bool(text) and bool(st.session_state.get(_key(record_id, text)))


def mark(text: str | None) -> str:
    """A key that belongs to this very text and no other."""
    return hashlib.blake2b((text or "").encode(), digest_size=8).hexdigest()


def _key(record_id: str, text: str | None) -> str:
    return f"as-it-is-{record_id}-{mark(text)}"
