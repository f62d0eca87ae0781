"""What a list would bring, before anything is written: its columns, what becomes of its rows, likely doubles."""

import re

import streamlit as st

from community import casework
from community.casework import WorkContext
from community.importing import Fate, ImportPlan, PlannedRow, field_label
from community.tables.row_types import ROW_TYPES
from community.wording import counted, first_upper, spelled
from dashboard import elements

_FATES = {
    Fate.BROUGHT_IN: "Come in",
    Fate.CORRECTED: "Are put right in the book",
    Fate.RECOGNISED: "Are in the book already",
    Fate.SET_ASIDE: "Are set aside",
}
_OF_ONE = {
    Fate.BROUGHT_IN: "comes in",
    Fate.CORRECTED: "is put right",
    Fate.RECOGNISED: "is in the book",
    Fate.SET_ASIDE: "is set aside",
}
_SHOWN, _DOUBLES, _NUMBERS = 15, 20, 8
_FEW = 3
"""Where more than one column of so many is not known, the boxes stand open."""
_NOT_PLAIN = re.compile(r"[^\w '’-]|_")
"""What may not stand on a label, which is drawn as Markdown."""


def columns(plan: ImportPlan, turn: int) -> None:
    """Draw what each column is taken for, each with a box to put it right."""
    never = [f"{each.column.header}: {each.why_out}" for each in plan.guesses if each.why_out]
    unknown = sum(each.by == "nothing" for each in plan.guesses)
    title = f"The columns ({unknown} not known)" if unknown else "The columns"
    with st.expander(title, expanded=unknown * _FEW > len(plan.guesses)):
        elements.lead("Which column is which was guessed. Put right what is wrong: all else follows.")
        elements.marks(never, "note")
        held = [f"{header}: about health, and stays out until they agreed" for header in plan.withheld]
        elements.marks(held, "note")
        for guess in plan.guesses:
            if guess.why_out:
                continue
            place = guess.column.place
            fields = list(dict.fromkeys([*plan.kind.fields, guess.field]))
            label, value = st.columns([3, 2], vertical_alignment="bottom")
            plain = " ".join(_NOT_PLAIN.sub(" ", guess.column.header).split())
            name = elements.label(plain, f"Column {place + 1}")
            with label:
                st.selectbox(
                    name, fields, format_func=field_label, key=f"column-{turn}-{place}", index=fields.index(guess.field)
                )
            with value:
                first = next((r.cells[place] for r in plan.table.rows if r.cells[place]), "nothing")
                st.text(f"for instance: {first[:60]}")


def chosen(plan: ImportPlan, turn: int) -> dict[str, str]:
    """The columns that were put right, by header."""
    found = {}
    for guess in plan.guesses:
        told = st.session_state.get(f"column-{turn}-{guess.column.place}")
        if told is not None and told != guess.field:
            found[guess.column.header] = str(told)
    return found


def counts(plan: ImportPlan) -> None:
    """Draw what becomes of the rows, and which lines are no rows."""
    rows = [(_FATES[fate], f"{count:,}") for fate, count in plan.counts.items() if count]
    elements.table(f"{counted(len(plan.rows), 'row')}, read as {plan.read_as}", ["Rows"], rows)
    no_rows: dict[str, list[int]] = {}
    for number, why in plan.table.left_out:
        no_rows.setdefault(why, []).append(number)
    for why, numbers in no_rows.items():
        elements.lead(f"Left out, as no row: {why} (line {_some(numbers)}).")
    for name in plan.other_sheets:
        elements.lead(f"Another sheet of the file was not read: {name}. Save it as a file of its own.")


def troubles(plan: ImportPlan) -> None:
    """Draw what is odd, by column, with the numbers of the rows."""
    aside: dict[str, list[int]] = {}
    for row in plan.rows:
        if row.why:
            aside.setdefault(row.why_aside, []).append(row.number)
    found = [f"Set aside, row {_some(numbers)}. {why}" for why, numbers in aside.items()]
    for head, odd, numbers in plan.troubles:
        found.append(f"{f'{head}, row' if head else 'Row'} {_some(numbers)}: {odd.words}.")
    if found:
        elements.heading("To look at")
        elements.reasons(found)


def doubles(here: WorkContext, plan: ImportPlan, turn: int) -> None:
    """Draw likely doubles side by side, each with a button that leaves the row out."""
    found = [row for row in plan.rows if row.doubles]
    if out := without(turn):
        elements.marks([f"Left out by you: row {_some(sorted(out))}"], "note")
        st.button("Put them back", key=f"back-{turn}", on_click=_leave_out, args=(turn,))
    if not found:
        return
    elements.heading(f"Perhaps known already ({len(found)})")
    for row in found[:_DOUBLES]:
        other = row.doubles[0]
        mine = _values(plan, row)
        there = casework.see(here, ROW_TYPES[plan.kind.table], other.record_id) if other.record_id else None
        further_up = next((each for each in plan.rows if each.number == other.row), None)
        theirs = dict(there) if there else _values(plan, further_up) if further_up else {}
        names = [name for name in ("name", "telephone", "email", "postcode") if mine.get(name) or theirs.get(name)]
        where = f"In the book: {other.record_id}" if other.record_id else f"Row {other.row}"
        for box, title, values in zip(st.columns(2), (f"Row {row.number}", where), (mine, theirs), strict=True):
            with box:
                elements.heading(title, 3)
                told = [(first_upper(name), str(values.get(name) or "–")) for name in names]
                elements.facts(f"{turn}-{row.number}-{'book' if values is theirs else 'list'}", told)
        label = f"The same: leave out row {row.number}"
        st.button(label, key=f"leave-{turn}-{row.number}", on_click=_leave_out, args=(turn, row.number))
    if len(found) > _DOUBLES:
        elements.lead(f"{len(found) - _DOUBLES} more come in with a flag. They stand in the file of rows to look at.")


def without(turn: int) -> frozenset[int]:
    """The rows that were left out by hand."""
    return st.session_state.get(f"without-{turn}", frozenset())  # type: ignore[no-any-return]


def _leave_out(turn: int, *numbers: int) -> None:
    """Leave out these rows, too; without any, leave out none."""
    st.session_state[f"without-{turn}"] = without(turn) | set(numbers) if numbers else frozenset[int]()


def rows(plan: ImportPlan) -> None:
    """Draw the first rows as they would be."""
    coming = [row for row in plan.rows if row.fate != Fate.SET_ASIDE]
    shown = sorted(coming, key=lambda row: row.fate != Fate.CORRECTED)[:_SHOWN]  # first what would change the book
    if not shown:
        return
    with st.expander(f"The first {counted(len(shown), 'row')}"):
        told = [(f"Row {row.number}", row.name or "no name", _OF_ONE[row.fate], _corrected(row)) for row in shown]
        elements.table("What becomes of each", ["Name", "What becomes of it", "Put right"], told)


def _corrected(row: PlannedRow) -> str:
    told = [(spelled(each.field), each.was or "nothing", each.now or "nothing") for each in row.corrected]
    return "; ".join(f"{field}: {was} → {now}" for field, was, now in told)


def _values(plan: ImportPlan, row: PlannedRow) -> dict[str, object]:
    return next((dict(each.values) for each in row.appends if each.table == plan.kind.table), {})


def _some(numbers: list[int]) -> str:
    told = ", ".join(str(number) for number in numbers[:_NUMBERS])
    return told if len(numbers) <= _NUMBERS else f"{told} and {len(numbers) - _NUMBERS} more"
