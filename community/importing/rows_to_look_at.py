"""The rows of a list that somebody should look at, with what to look at, and all their cells as they stood."""

from community.importing.import_plan import Fate, ImportPlan, PlannedRow

_FATES = {
    Fate.BROUGHT_IN: "Brought in",
    Fate.CORRECTED: "Corrected in the book",
    Fate.RECOGNISED: "In the book already",
    Fate.SET_ASIDE: "Set aside: not in the book",
}


def rows_to_look_at(plan: ImportPlan) -> tuple[list[str], list[list[str]]]:
    """The headers and the rows of that file: first those that were set aside, then those with something odd."""
    headers = ["Row", "What became of it", "Record", "Look at", *(c.header for c in plan.table.columns)]
    cells = {line.number: line.cells for line in plan.table.rows}
    chosen = sorted((row for row in plan.rows if row.to_look_at), key=lambda row: row.fate != Fate.SET_ASIDE)
    return headers, [
        [
            str(row.number),
            _FATES[row.fate],
            row.record_id or "",
            _look_at(row),
            *(cells[row.number][column.place] for column in plan.table.columns),
        ]
        for row in chosen
    ]


def _look_at(row: PlannedRow) -> str:
    words = [row.why_aside] if row.why else []
    words += [f"The same as row {row.repeats}."] if row.repeats else []
    words += [f"{each.header or 'The row'}: {each.words}." for each in row.troubles]
    for each in row.doubles:
        where = each.record_id or f"row {each.row}"
        words.append(f"May be the same as {where}: same {', '.join(each.same)}.")
    return " ".join(words)
