"""A long list shown in parts: the first few lines, and the button that shows more of them."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from dashboard import page_address

FEW, MORE = 10, 40
T = TypeVar("T")


def first(name: str, rows: Sequence[T], few: int = FEW) -> Sequence[T]:
    """As many of the rows as are shown now: `few` of them until somebody asks for more."""
    return rows[: st.session_state.get(_key(name), few)]


def button(name: str, many: int, few: int = FEW, *, of: str | None = None) -> None:
    """Draw the button that shows more of this list; nothing where all is shown. `of`: the list's name, of several."""
    shown = st.session_state.get(_key(name), few)
    if many > shown:
        st.button(_label(many - shown, of, more=bool(shown)), key=f"more-{name}", type="tertiary", on_click=_more,
                  args=(_key(name), shown))  # fmt: skip


def _label(left: int, of: str | None, *, more: bool) -> str:
    if of is None:
        return f"Show more ({left:,} left)"
    beyond = f" of {left:,}" if left > MORE else ""
    return f"Show {min(left, MORE)}{' more' if more else ''}{beyond}: {of}"


def _more(key: str, shown: int) -> None:
    st.session_state[key] = shown + MORE


def _key(name: str) -> str:
    """Where it is kept how many are shown: of this list, of this record."""
    return f"shown-{name}-{page_address.record() or ''}"
