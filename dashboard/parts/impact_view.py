"""The figures of a period as cards, a chart and tables, and as files."""

from itertools import chain

import pandas as pd
import streamlit as st
from markupsafe import escape

from community.casework import WorkContext
from community.impact import ALL, ImpactReport, ImpactTable, Measure
from community.wording import day_words, figures
from dashboard import display_words, elements
from dashboard.parts import file_download

_COLOURS = ("#2E857D", "#B9772E", "#7A5C99", "#8A8A80")
"""The river's green, clay, heather and stone: they can be told from each other and from both backgrounds."""
_LINE = "Line"
_HIDDEN = "–"


def heading(context: WorkContext, found: ImpactReport) -> str:
    """The days that the figures are of, and whose they are."""
    first, last = day_words(found.period.first), day_words(found.period.last)
    days = first if first == last else f"{first} to {last}"
    hub = context.user.hub
    return f"{days}, {display_words.hub(context.settings, hub)}" if hub else days


def measures(found: ImpactReport) -> None:
    """Draw all single figures, below their headings."""
    for group, some in found.measures.items():
        elements.heading(group, level=3)
        st.html(f'<ul class="measures">{"".join(map(_measure, some))}</ul>')


def _measure(one: Measure) -> str:
    return (
        f'<li><span class="name">{escape(one.name)}</span> <strong>{escape(one.value)}</strong> '
        f'<span class="of">{escape(one.of)}</span> <span class="how">{escape(one.how)}</span></li>'
    )


def table(told: ImpactTable) -> None:
    """Draw one table and its chart, where it has one; a number that is hidden is a dash, and has no bar."""
    rows = [row for row in told.rows if row[0] != ALL]
    if rows and told.drawn:
        _chart(told, rows)
    if rows:
        name = f"{told.name}: the numbers" if told.drawn else told.name
        elements.table(name, told.headers, ((line, *map(_cell, counts)) for line, counts in told.rows))


def _chart(told: ImpactTable, rows: list[tuple[str, tuple[int | None, ...]]]) -> None:
    elements.heading(told.name, level=3)
    bars = pd.DataFrame(
        {_LINE: [name for name, _ in rows]}
        | {told.headers[number]: [line[number] for _, line in rows] for number in told.drawn}
    )
    upright = len(told.drawn) == 2 and not told.adds_up
    st.bar_chart(
        bars, x=_LINE, y=[told.headers[number] for number in told.drawn], stack=told.whole, sort=False,
        color=list(_COLOURS[: len(told.drawn)]), horizontal=not upright, x_label="", y_label="",
        height=220 if upright else 80 + 26 * len(rows) * (1 if told.whole or len(told.drawn) == 1 else 2),
    )  # fmt: skip


def _cell(count: int | None) -> str:
    return _HIDDEN if count is None else figures(count)


def files(context: WorkContext, found: ImpactReport) -> None:
    """Draw the buttons that save all of it as a file."""
    days = f"{found.period.first.isoformat()}-to-{found.period.last.isoformat()}"
    for suffix, label in ((".csv", "Save as CSV"), (".xlsx", "Save for a spreadsheet")):
        file_download.offer_file(
            context, f"impact{suffix}{days}{found.outside}", label, f"impact-{days}{suffix}", "impact figures",
            lambda: _as_rows(found),
        )  # fmt: skip


def _as_rows(found: ImpactReport) -> file_download.Rows:
    """One line for each figure: where it belongs, what it is, its value, what it is counted among and how."""
    rows = [(group, one.name, one.value, one.of, one.how) for group, some in found.measures.items() for one in some] + [
        (told.name, f"{name}: {header}", _cell(count), "", "")
        for told in chain([found.over_time], found.tables)
        for name, line in told.rows
        for header, count in zip(told.headers, line, strict=True)
    ]
    return ("Part", "Figure", "Value", "Among", "How it is counted"), rows
