"""Dialogs that ask one more question before an action. Shortcuts are off while one is open; Escape closes it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from dashboard import open_dialog
from dashboard.work_session import act, refusal, refused

Read = Callable[[], dict[str, Any]]
"""What the dialog's fields hold at the moment of the click."""


Go = Callable[[], dict[str, str | None]] | None
"""Where to go once it is done, asked at the click."""


def show(
    title: str, fields: Callable[[], object], button: str, work: Callable[..., Any], read: Read, go: Go = None
) -> None:
    """Open a dialog with these fields. Its button does the work with the values they hold; a refusal leaves it open."""

    def done() -> None:
        act(work, then=go() if go else None, **read())
        if not refused():
            open_dialog.close_dialog()

    @st.dialog(title, on_dismiss=open_dialog.close_dialog)
    def dialog() -> None:
        fields()
        clicked = st.button(button, type="primary", key=f"dialog-{button}", on_click=done)
        if words := refusal():
            st.error(words)
        elif clicked:
            st.rerun()

    dialog()
