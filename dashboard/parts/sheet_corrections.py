"""The corrections that one sync brought: as one line of a list, opened, and taken back together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

import streamlit as st

from community import casework
from community.casework import Correction, OneSync, RecentAction, WorkContext
from community.tables.canonical import moment
from community.wording import counted, first_upper, noun, spelled
from dashboard import display_words, elements, open_dialog, page_address
from dashboard.parts import dialogs

FEW = 100
"""So many corrections are drawn; the rest is a number."""
_NAMED = 12
"""So many of those that stay are named in the question; the page names all."""
_DIALOG = "undo-together"
_STATES = {"taken_back": "taken back", "changed_since": "changed since, so it stays"}


def line(done: RecentAction, now: datetime) -> None:
    """Draw one sync in a list: how many corrections, when, the link to all of them, and the undo button."""
    brought = done.sync
    if brought is None:
        return
    with st.container(key=f"item-{done.action}", horizontal=True, vertical_alignment="center", gap="small"):
        some = "" if brought.back == brought.count else f"{brought.back} of them "
        back = f" ({some}taken back)" if brought.back else ""
        who = f": {done.who}" if done.who else ""
        st.text(f"{many(brought.count)} from the spreadsheet{who}{back}", width="stretch")
        elements.lead(display_words.when(moment(brought.at), now))
        with st.container(horizontal=True, key=f"links-{done.action}", gap="small"):
            label = "Open it" if brought.count == 1 else f"Open all {brought.count:,}"
            page_address.link("history", label, **{page_address.SYNC: brought.at})
            if brought.theirs:
                st.button("Undo together" if brought.count > 1 else "Undo", key=f"together-{brought.at}",
                          type="tertiary", on_click=open_dialog.open_dialog, args=(brought.at, _DIALOG))  # fmt: skip


def page(context: WorkContext, at: str, now: datetime) -> None:
    """Draw all corrections of one sync: whose record, old and new value, and what became of it. Raises NotFound."""
    found = casework.one_sync(context, at)
    st.title(f"{many(len(found.each))} from the spreadsheet")
    elements.lead(f"Taken in {display_words.when(moment(at), now)}")
    if found.takeable:
        st.button(f"Undo {_of(found)}", key="together", on_click=open_dialog.open_dialog, args=(at, _DIALOG))
    for number, one in enumerate(found.each[:FEW]):
        with st.container(key=f"item-correction-{number}", horizontal=True, vertical_alignment="center", gap="small"):
            st.text(f"{one.who or one.record_id}: {one.words}", width="stretch")
            elements.lead(_STATES.get(one.state, ""))
            with st.container(key=f"links-correction-{number}"):
                page_address.link("history", elements.linked(one.who, f"Open {one.record_id}"), one.record_id)
    if len(found.each) > FEW:
        elements.lead(f"and {len(found.each) - FEW:,} more")
    page_address.link("history", "All that was done lately")


def question(context: WorkContext) -> None:
    """Draw the question before an undo: how many, of what, and which stay. Does nothing where nobody asked for it."""
    at, name = st.session_state.get(open_dialog.DIALOG, ("", ""))
    if name != _DIALOG:
        return
    try:
        found = casework.one_sync(context, at)
    except casework.NotFound:
        open_dialog.close_dialog()
        return
    if not found.takeable:
        open_dialog.close_dialog()
        return
    actions = list(dict.fromkeys(one.action for one in found.takeable))
    dialogs.show(
        f"Undo {_of(found)}?", lambda: _asked(found), f"Undo {many(len(found.takeable))}", casework.undo_together,
        lambda: {"at": at, "actions": actions},
    )  # fmt: skip


def many(count: int) -> str:
    """`1 correction`, `14 corrections`."""
    return counted(count, "correction")


def _asked(found: OneSync) -> None:
    elements.lead("The next sync writes into the spreadsheet what stood there before:")
    elements.reasons(_kinds(found.takeable))
    stay = [one for one in found.each if one.theirs and one.state == "changed_since"]
    if stay:
        stays = "this one stays as it is" if len(stay) == 1 else "these stay as they are"
        elements.lead(f"Changed since, so {stays}:")
        elements.reasons(_named(stay))
    others = sum(not one.theirs for one in found.each)
    if others:
        elements.lead(f"{many(others)} more can only be taken back by the director.")


def _kinds(each: Iterable[Correction]) -> list[str]:
    """Lines such as `Telephone of 8 volunteers`, the largest number first."""
    kinds = Counter((one.field, one.table) for one in each)
    return [
        f"{first_upper(spelled(field.removeprefix('extra.')))} of {count} {noun(count, table)}"
        for (field, table), count in kinds.most_common()
    ]


def _named(each: Sequence[Correction]) -> list[str]:
    named = [f"{one.who or one.record_id}: {spelled(one.field.removeprefix('extra.'))}" for one in each[:_NAMED]]
    return named + ([f"and {len(each) - _NAMED} more"] if len(each) > _NAMED else [])


def _of(found: OneSync) -> str:
    """`all 14 corrections`, `12 of 14 corrections`."""
    these, all_ = len(found.takeable), len(found.each)
    return many(1) if all_ == 1 else f"all {many(all_)}" if these == all_ else f"{these} of {many(all_)}"
