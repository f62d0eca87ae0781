"""Approving together the proposals for two who know each other: shown first, each to be left out by its tick."""

from collections.abc import Sequence

import streamlit as st

from community import casework
from community.casework import KnownPair, WorkContext
from community.casework.permissions import user_can
from community.tables.verbs import Verb
from community.wording import counted
from dashboard import display_words, elements, open_dialog, shortcuts
from dashboard.parts import dialogs

_ABOUT, _ALL = "known-pairs", "all-known"
_LEAST = 2


def button(context: WorkContext) -> None:
    """Draw the button, where there are several, and its preview once it is pressed."""
    if not user_can(context.user, Verb.APPROVE):
        return
    found = casework.known_pairs(context)
    if len(found) >= _LEAST:
        st.button(f"Approve all {len(found)} who know each other …", key="approve-known",
                  shortcut=shortcuts.key("L"), on_click=open_dialog.open_dialog, args=(_ABOUT, _ALL))  # fmt: skip
    if found and open_dialog.dialog_about(_ABOUT) == _ALL:
        dialogs.show(
            "They know each other: approve these?", lambda: _fields(context, found), "Approve them",
            casework.approve_together, lambda: {"matches": [pair.match_id for pair in found if _ticked(pair)]},
        )  # fmt: skip


def _fields(context: WorkContext, found: Sequence[KnownPair]) -> None:
    elements.lead(
        "Each has visited before, or was introduced. Leave out whom you would rather look at. Then ring them."
    )
    for pair in found:
        task = display_words.task(context.settings, pair.task_type)
        came = f", {counted(pair.visits, 'visit')} so far" if pair.visits else ""
        who = elements.plain(pair.volunteer, "A volunteer")
        whom = elements.plain(pair.resident, "somebody of another hub")
        st.checkbox(f"{who} for {whom}: {task}{came}", value=True, key=_key(pair))


def _ticked(pair: KnownPair) -> bool:
    return bool(st.session_state.get(_key(pair), True))


def _key(pair: KnownPair) -> str:
    return f"known-{pair.match_id}"
