"""The weights of the matching as sliders, and what a change would do to the board as it is now."""

import math
from collections.abc import Callable

import streamlit as st

from community import casework
from community.casework import Effect, NotNow
from community.matching import TERMS, Measures, Weights
from community.tables.vocabulary import URGENCIES
from community.wording import counted, wording
from dashboard import elements
from dashboard.work_session import act

MOST, STEP, TOGETHER = 6_000, 250, 10_000
_BEGAN, _LAST = "weights-began", "weights-last"
_ABOUT = {
    "continuity": (
        "Somebody the resident knows",
        "Higher: people keep their person. Too high: newcomers are never asked.",
    ),
    "distance": ("A short way", "Higher: volunteers travel less."),
    "load": ("Sharing the work", "Higher: less goes to those who have much on already."),
    "overlap": ("All the times asked for", "Higher: volunteers who are free at more of the times come first."),
    "waiting": ("A long wait", "Higher: of two needs as urgent, the one that has waited longer is helped first."),
    "rest": ("Rest since last asked", "Higher: volunteers who were asked lately are left in peace."),
}


def sliders(counts: Weights) -> None:
    """Draw a slider for each reason. They start at the weights in force, and again after a save, an undo or a redo.

    Otherwise they would still show weights that were taken back, and one press would save these again.
    """
    if st.session_state.setdefault(_BEGAN, counts) != counts:
        st.session_state[_BEGAN] = counts
        forget()
    for term, (label, about) in _ABOUT.items():
        st.session_state.setdefault(_key(term), getattr(counts, term))
        st.slider(label, 0, MOST, step=STEP, key=_key(term), help=about, format="%d points")


def chosen() -> Weights | str:
    """The weights on the sliders, or, in words, why they can't be used."""
    try:
        weights = casework.weights_from(_points())
        casework.refuse_nothing(weights)
    except NotNow as wrong:
        return str(wrong)
    st.session_state[_LAST] = weights
    return weights


def last(counts: Weights) -> Weights:
    """The last usable weights on these sliders, else those in force."""
    found = st.session_state.get(_LAST, counts)
    return found if isinstance(found, Weights) else counts


def left_to_give() -> str:
    """How many points the sliders leave to give, or by how many they are over, in words."""
    left = TOGETHER - sum(_points().values())
    if left < 0:
        return f"{-left:,} points too many: together there are {TOGETHER:,} to give."
    return f"Left to give: {left:,} of {TOGETHER:,} points."


def _points() -> dict[str, int]:
    return {term: int(st.session_state[_key(term)]) for term in TERMS}


def forget(to: Weights | None = None) -> None:
    """Set the sliders to these weights, or to those in force; for `on_click`."""
    st.session_state.pop(_LAST, None)
    for term in TERMS:
        st.session_state.pop(_key(term), None)
        if to is not None:
            st.session_state[_key(term)] = getattr(to, term)


def save(weights: Weights, seen: Weights) -> None:
    """Put these weights in force; for `on_click`."""
    act(casework.weigh, weights, seen=seen)
    forget()


def in_short(found: Effect) -> str:
    """What would change, in one line, because on a telephone the table is far from the sliders."""
    if not any(found.before.wanted):
        return "No need waits, so no proposal would change."
    return f"{counted(found.changed, 'proposal')} would change. Not saved yet."


def effect(found: Effect) -> None:
    """Draw both boards side by side, and who would gain or lose somebody they know."""
    if not any(found.before.wanted):
        elements.lead(
            "No need waits for a volunteer just now, so there is nothing to compare. Once a request is accepted in "
            "Triage, a table here shows who would be served, how far people would go, and who would keep their person."
        )
        return
    rows = [("Proposals that would change", "", f"{found.changed:,}")]
    rows += [
        (f"Served: {wording().urgency[URGENCIES[urgency]]}", *_both(found, _served(urgency)))
        for urgency in reversed(range(len(URGENCIES)))
        if found.before.wanted[urgency]
    ]
    rows += [
        ("Get somebody they know", *_both(found, lambda m: f"{len(m.kept):,} of {len(m.known):,}")),
        ("Half go less than", *_both(found, lambda m: _km(m.middle_km))),
        ("One in ten goes further than", *_both(found, lambda m: _km(m.far_km))),
        ("How unevenly hubs are served (0 is even)", *_both(found, lambda m: f"{m.gini:.2f}")),
        ("Longest wait of those left out", *_both(found, lambda m: _days(m.longest_days))),
        ("Volunteers never asked, and not asked now", *_both(found, _passed_over)),
        ("Volunteers with nothing on", *_both(found, lambda m: f"{m.unused:,}")),
    ]
    elements.table("What it would do", ("Now", "Then"), rows)
    elements.lead("Proposals that somebody has looked at stay as they are, and are not counted here.")
    for heading, who in (("Would get somebody they know", found.gain), ("Would get a stranger", found.lose)):
        if who:
            elements.heading(f"{heading}: {len(who)}", 3)
            elements.reasons(who)


def _key(term: str) -> str:
    return f"weight-{term}"


def _served(urgency: int) -> Callable[[Measures], str]:
    return lambda m: f"{m.filled[urgency]:,} of {m.wanted[urgency]:,}"


def _both(found: Effect, said: Callable[[Measures], str]) -> tuple[str, str]:
    return said(found.before), said(found.after)


def _passed_over(m: Measures) -> str:
    return f"{m.passed_over:,} of {m.new:,}" if m.new else "–"


def _days(days: float) -> str:
    return "–" if math.isnan(days) else counted(int(days), "day")


def _km(kilometres: float) -> str:
    return "–" if math.isnan(kilometres) else f"{kilometres:.1f} km"
