"""Whether a visit has been idle for too long. A screen left alone shows names to passers-by."""

from datetime import timedelta

import streamlit as st

from community.book import utc_now
from community.settings import Settings

ACTIVE = "active_at"


def stirred() -> None:
    """Note that the user did something just now."""
    st.session_state[ACTIVE] = utc_now()


def too_long(settings: Settings) -> bool:
    """Whether the user has done nothing for longer than the settings allow. A visit begins with its first page."""
    last = st.session_state.get(ACTIVE)
    return last is not None and utc_now() - last > timedelta(minutes=settings.community.sign_out_after_minutes)
