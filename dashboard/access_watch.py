"""Checks every few seconds that the user may still look. If not, the open page goes blank by itself."""

import streamlit as st

from community.casework import User
from community.errors import UserFacingError
from dashboard import login_settings
from dashboard.auth import Shut
from dashboard.work_session import work_context

EVERY = 5
"""Seconds."""


def begin(user: User) -> None:
    """Start checking, where people log in. Without a login there is no list of people to be taken off."""
    if login_settings.configured():
        _watch(user)


@st.fragment(run_every=EVERY)
def _watch(user: User) -> None:
    try:
        same = work_context().user == user
    except (Shut, UserFacingError):
        same = False
    if not same:
        st.rerun()
