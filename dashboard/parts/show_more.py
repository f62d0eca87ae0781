"""A long list shown in parts: the first few lines, and the button that shows more of them."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from dashboard import page_address

FEW, MORE = 10, 40
T = TypeVar("T")


def first(name: str, rows: Sequence[T]) -> Sequence[T]:
    """As many of the rows as are shown now."""
    return rows[: st.session_state.get(_key(name), FEW)]


def button(name: str, many: int) -> None:
    """Draw the button that shows more of this list; nothing where all is shown."""
    shown = st.session_state.get(_key(name), FEW)
    if many > shown:
        st.button(f"Show more ({many - shown:,} left)", key=f"more-{name}", type="tertiary", on_click=_more,
                  args=(_key(name), shown))  # fmt: skip


def _more(key: str, shown: int) -> None:
    st.session_state[key] = shown + MORE


def _key(name: str) -> str:
    """Where it is kept how many are shown: of this list, of this record."""
    return f"shown-{name}-{page_address.record() or ''}"
