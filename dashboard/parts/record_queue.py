"""A queue shown one record at a time: which one is shown, how many wait, and the way to the next."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from community.tables.row import TableRow
from community.wording import counted, noun
from dashboard import page_address
from dashboard.elements import lead


def current(kind: type[TableRow[Any, Any]], waiting: Sequence[str]) -> str | None:
    """The id that the address names, else the first that waits.

    From then on the address names it, so that other people's work can't move the page on to another record.
    """
    found = page_address.record(kind) or next(iter(waiting), None)
    if found:
        page_address.went(id=found)
    return found


def after(waiting: Sequence[str], shown: str) -> str | None:
    """The id to go to when this one is decided: the next in the list, else the first; None when it was the last.

    Call it at the click, with the list as it is then: somebody else may have decided the next one meanwhile.
    """
    others = [each for each in waiting if each != shown]
    if shown in waiting:
        later = waiting[waiting.index(shown) + 1 :]
        return next(iter(later), others[0] if others else None)
    return others[0] if others else None


def bar(
    page: str,
    waiting: Sequence[str],
    shown: str,
    *,
    table: str,
    people: int | None = None,
    stand: str | None = None,
    **more: str,
) -> None:
    """Draw the place of this record in the queue, with links to its neighbours.

    `people`: how many persons the queue is about, shown where that is a different number. `stand`: what is said of
    records that do not wait, such as `under way`.
    """
    place = waiting.index(shown) if shown in waiting else None
    one, many = len(waiting) == 1, counted(len(waiting), table)
    if people is not None and people != len(waiting):
        many = f"{many} of {counted(people, 'person')}"
    with st.container(horizontal=True, vertical_alignment="center", key="queue"):
        if place is None:
            lead(f"{shown} · {many} {stand or noun(len(waiting), 'waits')}" if waiting else shown)
        elif one:
            lead(f"{shown} · the only one {stand or 'that waits'}")
        else:
            lead(f"{shown} · {place + 1} of {many} {stand or 'that wait'}")
        for label, to in (("Previous", (place or 0) - 1), ("Next", 0 if place is None else place + 1)):
            if 0 <= to < len(waiting):
                page_address.link(page, label, waiting[to], **more)
