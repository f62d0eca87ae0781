"""The warning before a step: who would lose help by it, by name where the user may read it."""

from collections.abc import Sequence

import streamlit as st

from community.book import Row
from community.casework import AtStake, WorkContext
from community.casework.calls_after_actions import knows_of
from community.tables.row_types import MatchRow, ResidentRow, VolunteerRow
from community.wording import first_lower, status_words, wording
from dashboard import display_words, elements

CALLED_OFF = "This is called off too. The people who know of it are put on Today until somebody has told them."


def named(context: WorkContext, known: Sequence[AtStake], *, whom: bool = False) -> None:
    """Draw a line for each match: who relies on it, or with `whom` who would come, the kind of help and its status."""
    if known:
        elements.marks([_line(context, each, whom=whom) for each in known], "note")
    else:
        elements.lead("Nobody is proposed, and nobody relies on it.")


def _line(context: WorkContext, each: AtStake, *, whom: bool) -> str:
    resident = each.resident or f"somebody in {display_words.hub(context.settings, each.hub)}"
    who = f"{each.volunteer or 'a volunteer'} for {resident}" if whom else resident
    task = display_words.task(context.settings, each.task_type)
    return (
        f"{who}: {first_lower(task)}, {wording().match_at_stake.get(each.status, status_words('matches', each.status))}"
    )


def who_has_heard(match: MatchRow, volunteer: VolunteerRow, resident: ResidentRow) -> None:
    """Draw a tick for each of the two who knows of this match. Those ticked have heard that it is over: no call."""
    known = knows_of(match, volunteer, resident)
    for who in known:
        whom = elements.label(who.name, "The volunteer" if who is volunteer else "The resident")
        st.checkbox(f"{whom} has been told already", key=_tick(match, who))
    if known:
        elements.lead("People who are not ticked are put on Today until somebody has told them.")
    else:
        elements.lead("Nobody was asked or told yet, so nobody has to be rung.")


def heard(match: MatchRow, volunteer: VolunteerRow, resident: ResidentRow) -> set[str]:
    """The ids of the people ticked as having heard."""
    return {who.id for who in knows_of(match, volunteer, resident) if st.session_state.get(_tick(match, who))}


def _tick(match: MatchRow, who: Row) -> str:
    return f"heard-{match.id}-{who.id}"
