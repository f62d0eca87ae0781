"""Whom a step would take something from, by name where one may read it, in the question that is asked before."""

from collections.abc import Sequence

from community.casework import AtStake, Desk
from dashboard import plain, words

STANDS = {
    "proposed": "proposed",
    "approved": "approved, not asked yet",
    "offered": "asked",
    "accepted": "accepted, the resident not told yet",
    "active": "the resident knows who comes",
}


def named(desk: Desk, known: Sequence[AtStake], *, whom: bool = False) -> None:
    """A line for each: who relies on them, or with `whom` who would come, the kind of help, and how far it is."""
    if known:
        plain.marks([_line(desk, each, whom=whom) for each in known], "note")
    else:
        plain.lead("Nobody is proposed, and nobody relies on it.")


def _line(desk: Desk, each: AtStake, *, whom: bool) -> str:
    resident = each.resident or f"somebody in {words.hub(desk.settings, each.hub)}"
    who = f"{each.volunteer or 'a volunteer'} for {resident}" if whom else resident
    task = words.task(desk.settings, each.task_type)
    return f"{who}: {task[:1].lower()}{task[1:]}, {STANDS.get(each.status, words.said(each.status))}"
