"""Where help is short, as lines and tables."""

from collections.abc import Sequence

import streamlit as st

from community.casework import Advice, Short, WorkContext
from community.matching import Gap
from community.tables.vocabulary import PARTS
from community.wording import as_labels, dbs_words, language_words, spelled, wording
from dashboard import display_words, elements
from dashboard.parts import record_link

_HEADERS = ("Wanted", "Empty", "Could help", "Room")
_LINKS = 3


def shortage_words(short: Short) -> str:
    """The shortage in one sentence."""
    kinds = [gap for gap in short.gaps if gap.by == "task"]
    wanted, empty = sum(gap.wanted for gap in kinds), sum(gap.empty for gap in kinds)
    if not wanted:
        return "Nobody waits for a volunteer just now."
    if not empty:
        return f"There is somebody for each of the {wanted:,} places that are wanted now."
    return f"Of {wanted:,} places wanted now, {empty:,} have nobody."


def anything(short: Short) -> bool:
    """Whether there is anything to say beyond that sentence."""
    return bool(short.recruit or short.ask or any(gap.wanted for gap in short.gaps))


def lines(key: str, advice: Sequence[Advice], none: str) -> None:
    """Draw what to do, line by line, with the needs that it would help."""
    if not advice:
        elements.lead(none)
    for number, one in enumerate(advice):
        with st.container(key=f"advice-{key}-{number}"):
            st.text(f"{one.words}.")
            if one.takes:
                elements.lead(f"What it takes: {one.takes}.")
            with st.container(horizontal=True, gap="small"):
                for need in one.need_ids[:_LINKS]:
                    record_link.named(need)


def estimated(short: Short) -> str:
    """What the sign ± means, where a table has it; else nothing."""
    if not any(gap.could_off for gap in short.gaps):
        return ""
    return "Who could help, and their room, are estimated from a sample: 19 times in 20 the true number is within ±."


def gaps(context: WorkContext, short: Short, by: str, heading: str) -> None:
    """Draw one table of gaps, by kind of help or by hub."""
    rows = [gap for gap in short.gaps if gap.by == by]
    if rows:
        elements.table(heading, _HEADERS, [(_name(context, gap), *_figures(gap)) for gap in rows])


def skills(context: WorkContext, short: Short) -> None:
    """Draw what volunteers must have: a car, a check, a training, a language."""
    rows = [gap for gap in short.gaps if gap.by in {"car", "dbs", "training", "language"}]
    if rows:
        elements.table("What it takes", _HEADERS, [(_name(context, gap), *_figures(gap)) for gap in rows])


def week(short: Short) -> None:
    """Draw the week as a grid: how many of the places wanted at each time have nobody."""
    slots = {gap.code: gap for gap in short.gaps if gap.by == "slot"}
    if not slots:
        return
    rows = [(name, *(_of(slots.get(f"{day}_{part}")) for part in PARTS)) for day, name in wording().days.items()]
    elements.table("Time: empty, of those wanted", list(as_labels(wording().parts).values()), rows)


def _of(gap: Gap | None) -> str:
    return "–" if gap is None else f"{gap.empty:,} of {gap.wanted:,}"


def _figures(gap: Gap) -> tuple[str, ...]:
    could = f"{gap.could:,}" + (f" ± {gap.could_off:,}" if gap.could_off else "")
    room = f"{gap.room:,}" + (f" ± {gap.room_off:,}" if gap.room_off else "")
    return f"{gap.wanted:,}", f"{gap.empty:,}", could, room


def _name(context: WorkContext, gap: Gap) -> str:
    match gap.by:
        case "task":
            return display_words.task(context.settings, gap.code)
        case "area":
            return display_words.hub(context.settings, gap.code)
        case "car":
            return "A car"
        case "dbs":
            return f"DBS check: {dbs_words(int(gap.code))}" if gap.code != "0" else "No check"
        case "language":
            return language_words([gap.code])
        case _:
            return f"Training: {spelled(gap.code)}"
