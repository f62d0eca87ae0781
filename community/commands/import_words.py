"""What `import` prints of a list: counts, columns and rows by their numbers. Nothing that stands in the list."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from community.book import Action
from community.importing import Fate, ImportPlan, field_label
from community.wording import counted

_SAID = {
    Fate.BROUGHT_IN: ("come in", "came in"),
    Fate.CORRECTED: ("are put right in the book", "were put right in the book"),
    Fate.RECOGNISED: ("are in the book already", "were in the book already"),
    Fate.SET_ASIDE: ("are set aside", "were set aside"),
}
_SHOWN = 12
"""Rows that are named of each kind of trouble; all of them stand in the file of rows to look at."""


def in_lines(plan: ImportPlan, action: Action | None, written: Path | None) -> str:
    """What becomes of the list, for people; with `action`, what became of it."""
    return "\n".join(
        [
            *_rows(plan, done=action is not None),
            *_columns(plan),
            *_troubles(plan),
            *_doubles(plan),
            *_end(action, written),
        ]
    )


def _rows(plan: ImportPlan, *, done: bool) -> Iterator[str]:
    yield f"Read as {plan.read_as}. {counted(len(plan.rows), 'row')}:"
    yield from (f"  {count:,} {_SAID[fate][done]}" for fate, count in plan.counts.items() if count)
    for why, numbers in _left_out(plan).items():
        yield f"Left out, as no row: {why} (line {_some(numbers)})"
    yield from (f"Not read: the sheet {name!r}. --sheet names it." for name in plan.other_sheets)


def _columns(plan: ImportPlan) -> Iterator[str]:
    yield "Columns:"
    for guess in plan.guesses:
        by = {"cells": ", by what stands in it", "chosen": ", as you say"}.get(guess.by, "")
        held = " (about health: only --with-health)" if guess.column.header in plan.withheld else ""
        why = f" {guess.why_out}" if guess.why_out else ""
        yield f"  {guess.column.header}: {field_label(guess.field)}{by}{held}{why}"


def _troubles(plan: ImportPlan) -> Iterator[str]:
    if plan.troubles:
        yield "To look at:"
    for header, trouble, numbers in plan.troubles:
        yield f"  {header or 'The row'}: {trouble.words} (row {_some(numbers)})"


def _doubles(plan: ImportPlan) -> Iterator[str]:
    for row in plan.rows:
        for double in row.doubles:
            where = double.record_id or f"row {double.row}"
            yield f"  Row {row.number} may be the same person as {where}: same {', '.join(double.same)}"
        if row.why:
            yield f"  Row {row.number} is set aside. {row.why_aside}"


def _end(action: Action | None, written: Path | None) -> Iterator[str]:
    if written is not None:
        yield f"Rows to look at: {written}. Delete it when it has served."
    if action is None:
        yield "Nothing was written. Say --yes to bring it in."
    elif action.id:
        yield f"Done. To take all of it back: python -m community import --undo {action.id}"
    else:
        yield "There was nothing to write."


def as_told(plan: ImportPlan, action: Action | None, written: Path | None) -> str:
    """The same as JSON, for a program."""
    told = {
        "read_as": plan.read_as,
        "rows": len(plan.rows),
        "counts": {str(fate): count for fate, count in plan.counts.items()},
        "left_out": _left_out(plan),
        "columns": {guess.column.header: guess.field for guess in plan.guesses},
        "troubles": [{"column": h, "trouble": str(t), "rows": n} for h, t, n in plan.troubles],
        "doubles": [
            {"row": row.number, "record": each.record_id, "other_row": each.row, "same": list(each.same)}
            for row in plan.rows
            for each in row.doubles
        ],
        "set_aside": {str(row.number): str(row.why) for row in plan.rows if row.why},
        "action": action.id if action else None,
        "rows_to_look_at": str(written) if written else None,
    }
    return json.dumps(told, ensure_ascii=False)


def _left_out(plan: ImportPlan) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, why in plan.table.left_out:
        found.setdefault(why, []).append(number)
    return found


def _some(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_SHOWN])
    return shown if len(numbers) <= _SHOWN else f"{shown} and {len(numbers) - _SHOWN} more"
