"""The user's work context in this run, and doing an action in it, with the outcome in words."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

import streamlit as st

from community.book import Action, Stale, utc_now
from community.casework import Triaged, WorkContext, overtaken, propose
from community.casework.actions import changes_board
from community.errors import UserFacingError
from community.tables.canonical import LONDON
from community.tables.verbs import Verb, verb_of
from dashboard import page_address, sync_banner
from dashboard.auth import Shut, who
from dashboard.shared_resources import house

_REFUSED, _PRESSED = "refused", "pressed"
WAITS_FOR_NOBODY = frozenset({Verb.APPROVE})
"""These make what was proposed firm, and nobody has time again by them. The board is matched a moment later, by the
process beside the dashboard: a user who approves one after the other does not wait for it."""


def work_context() -> WorkContext:
    """The user with the book, at this moment. Raises Shut, or UserFacingError when there is no book."""
    here = house()
    found = WorkContext(here.book, here.settings, who(here.settings, invented=here.invented), here.places)
    return replace(found, unsaved=partial(sync_banner.unsaved, here.book)) if here.settings.kept_in_sheet else found


def now() -> datetime:
    """The time now."""
    return utc_now()


def today() -> date:
    """The day it is here: for an hour of each summer night another than in the times that are kept."""
    return now().astimezone(LONDON).date()


def act(work: Callable[..., Any], *args: Any, then: Mapping[str, str | None] | None = None, **kwargs: Any) -> None:
    """Do one action as the user of this moment, for `on_click`. `refused` tells whether it was refused.

    `work` takes the work context first. The address then names the action, so that it can be undone even after a
    reload; `then` says where to go. A refusal is shown on the page, and nothing that was typed is lost. A second press
    that is quicker than the page reports again what the first one did.
    """
    st.session_state.pop(_REFUSED, None)
    press = (work, args)
    try:
        done = work(work_context(), *args, **kwargs)
    except Shut:
        st.session_state[_REFUSED] = "You are not logged in any more, so nothing was changed."
        return
    except Stale as faster:
        if first := _did(press, faster):
            page_address.went(did=first, **(then or {}))
            return
        st.session_state[_REFUSED] = overtaken(work_context(), faster)
        return
    except UserFacingError as refusal:
        st.session_state[_REFUSED] = str(refusal)
        return
    action = done.action if isinstance(done, Triaged) else done
    if isinstance(action, Action) and changes_board(action.id) and verb_of(action.id) not in WAITS_FOR_NOBODY:
        match_again()
    if not isinstance(action, Action):
        page_address.went(did=None, **(then or {}))
    elif action.id:  # without an id nothing changed, and the last action stays the one to undo
        st.session_state[_PRESSED] = (press, action.id)
        page_address.went(did=action.id, **(then or {}))


def _did(press: tuple[object, ...], faster: Stale) -> str | None:
    """The action that this very press has done already, if nobody has touched that part of the record since."""
    before, action = st.session_state.get(_PRESSED, (None, None))
    with house().book.reading() as reader:
        last = reader.changes(table=faster.table, record_id=faster.id, where=lambda c: [c.field == faster.field],
                              newest_first=True, limit=1)  # fmt: skip
    return str(action) if before == press and last and last[0].action == action else None


def match_again() -> None:
    """Match the whole board now, so that nobody waits for the process that watches the book.

    Both may run at once, because each writes only what still holds. If this fails, the other process does it.
    """
    here = house()
    with contextlib.suppress(UserFacingError):
        propose(here.book, here.settings, now())


def refuse(words: str) -> None:
    """Say on the page why nothing was done, for `on_click`."""
    st.session_state[_REFUSED] = words


def refused() -> bool:
    """Whether the last action was refused."""
    return _REFUSED in st.session_state


def refusal() -> str | None:
    """The words of the last refusal, once; then None."""
    found = st.session_state.pop(_REFUSED, None)
    return None if found is None else str(found)
