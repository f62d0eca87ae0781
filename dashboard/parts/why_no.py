"""A volunteer said no: the reason in one key. Nothing is written down before it is given."""

import streamlit as st

from community.wording import first_upper, wording

_ASKED = "why-no"


def begin(match_id: str) -> None:
    """Ask for the reason next, for `on_click`."""
    st.session_state[_ASKED] = match_id


def back() -> None:
    """Ask no more: they did not say no after all."""
    st.session_state.pop(_ASKED, None)


def is_asked(match_id: str) -> bool:
    """Whether the reason of this one is asked for just now."""
    return st.session_state.get(_ASKED) == match_id


def any_is_asked() -> bool:
    """Whether a reason is asked for: its keys then are the only ones on the page."""
    return _ASKED in st.session_state


def reasons() -> dict[str, str]:
    """What they may have said: by code, in the words that are written down."""
    return {code: first_upper(words) for code, words in wording().said_no.items()}
