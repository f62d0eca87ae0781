"""A file for the user: noted in the log of exports when they ask for it, and only then there to be saved."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from community import exports
from community.casework import WorkContext
from dashboard.work_session import now, refuse

_TYPES = {".csv": "text/csv", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
Rows = tuple[Sequence[str], Sequence[Sequence[object]]]


def offer_file(here: WorkContext, key: str, label: str, name: str, kind: str, make: Callable[[], Rows]) -> None:
    """Draw the button that asks for a file, and once it was asked for, the one that saves it.

    `name` ends in .csv or .xlsx.
    """
    st.button(label, key=f"ask-{key}", on_click=_note, args=(here, key, name, kind, make))
    if st.session_state.get(f"file-{key}"):
        headers, rows = make()
        st.download_button(
            f"Save {name}", exports.as_file(Path(name), headers, rows), name, _TYPES[Path(name).suffix],
            key=f"save-{key}", on_click="ignore",
        )  # fmt: skip


def save_made(key: str, name: str, content: str) -> None:
    """Draw the button that saves a text whose leaving was noted when it was made."""
    st.download_button(f"Save {name}", content, name, "text/plain", key=f"save-{key}", on_click="ignore")


def _note(here: WorkContext, key: str, name: str, kind: str, make: Callable[[], Rows]) -> None:
    try:
        exports.note(
            here.settings.book_home,
            kind,
            Path(name).suffix.removeprefix("."),
            len(make()[1]),
            now=now(),
            by=here.user.name,
        )
    except exports.NotNotedError as reason:
        refuse(str(reason))
    else:
        st.session_state[f"file-{key}"] = True
