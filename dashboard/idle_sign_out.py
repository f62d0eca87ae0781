"""How long nobody has done anything in this visit. A screen left alone shows names to whoever walks past."""

from datetime import timedelta

import streamlit as st

from community.book import utc_now
from community.settings import Settings

ACTIVE = "active_at"


def stirred() -> None:
    """Note that a person did something just now."""
    st.session_state[ACTIVE] = utc_now()


def too_long(settings: Settings) -> bool:
    """Whether nothing was done for longer than the settings let a screen stand. A visit begins with its first page."""
    last = st.session_state.get(ACTIVE)
    return last is not None and utc_now() - last > timedelta(minutes=settings.community.sign_out_after_minutes)
