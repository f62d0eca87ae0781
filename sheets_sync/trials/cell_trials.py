"""What is taken for granted about cells: how they are appended, kept, read, typed and refused."""

from typing import Any

from sheets_sync.sheet_layout import MOST_IN_A_CELL
from sheets_sync.trials.scratch_tab import FREE, ROWS, ScratchTab, Trial

_STRANGE = ("007", "=1+1", "+44 1225", "'quoted", "21/11/2026", "TRUE")
"""Words that a spreadsheet would like to make something else of."""


def appended_in_order(tab: ScratchTab) -> bool:
    """Two appends in one batch: rows come after the last filled one, in their order."""
    tab.batch(tab.append(["A1", "one"], ["A2", "two"]), tab.append(["A3", "three"]))
    return tab.rows("A2:B")[0] == [["A1", "one"], ["A2", "two"], ["A3", "three"]]


def text_stays_text(tab: ScratchTab) -> bool:
    """Text is kept as it is: no zero is lost, no formula comes alive, no date becomes a number."""
    tab.batch(tab.append(_STRANGE))
    row = _last(tab)
    [[typed]] = tab.rows(f"A{row}:F{row}", formulas=True)
    [[shown]] = tab.rows(f"A{row}:F{row}")
    return shown == list(_STRANGE) and [str(cell).removeprefix("'") for cell in typed] == [
        cell.removeprefix("'") for cell in _STRANGE
    ]


def typed_text_stays(tab: ScratchTab) -> bool:
    """What a person types into a plain-text column keeps its zero."""
    row = _last(tab)
    tab.typed(f"B{row}:C{row}", "07700 900123", "0117")
    return tab.rows(f"B{row}:C{row}") == [[["07700 900123", "0117"]]]


def typed_becomes_a_number(tab: ScratchTab) -> bool:
    """Elsewhere it becomes a number, and a date its serial number."""
    column = chr(ord("A") + FREE)
    tab.typed(f"{column}2", "007")
    tab.typed(f"{column}3", "2026-11-21")
    return tab.rows(f"{column}2:{column}3") == [[[7], [46347]]]


def grown_rows_are_text(tab: ScratchTab) -> bool:
    """Appending beyond the grid makes it grow, and the new rows are plain text as well."""
    tab.batch(tab.append(*([f"G{number}", "grown"] for number in range(ROWS + 4))))
    row = _last(tab)
    tab.typed(f"C{row}", "0044")
    return row > ROWS and tab.rows(f"C{row}") == [[["0044"]]]


def asked_back(tab: ScratchTab) -> bool:
    """The answer to a write brings the ranges that were asked for, as they are after it."""
    answer = tab.batch(tab.append(["B1", "back"]), ask=["A:A"])
    [sheet] = answer["updatedSpreadsheet"]["sheets"]
    [data] = sheet["data"]
    shown = [_text(row) for row in data["rowData"]]
    return data.get("startRow", 0) == 0 and shown[0] == "Id" and shown[len(shown) - shown[::-1].index("B1") - 1] == "B1"


def blanks_are_left_out(tab: ScratchTab) -> bool:
    """Reading leaves out empty cells at the end of a row and empty rows at the end; one in between is empty."""
    row = _last(tab) + 2
    room = {"appendDimension": {"sheetId": tab.sheet_id, "dimension": "ROWS", "length": 3}}
    tab.batch(tab.append(["C1"]), room, tab.put(row, 0, "C2", "", "c", ""))
    first = row - 1
    several = tab.rows(f"A{first}:F{row + 1}", "E2:F2", f"A{row + 1}:D{row + 1}")
    return several == [[["C1"], [], ["C2", "", "c"]], [], [["C2", "", "c"]]]


def copied_before_it_is_written_over(tab: ScratchTab) -> bool:
    """In one batch cells are copied as they are, though a filter hides their row, and written over after that."""
    tab.batch(tab.append(["E1", "07700"]))
    row = _last(tab)
    source, destination = tab.box(row - 1, row, 0, 2), tab.box(row - 1, row, 4, 6)
    copy = {"copyPaste": {"source": source, "destination": destination, "pasteType": "PASTE_VALUES"}}
    hide = {"columnIndex": 0, "filterCriteria": {"hiddenValues": ["E1"]}}
    tab.batch({"setBasicFilter": {"filter": {"range": tab.box(0, row, 0, 2), "filterSpecs": [hide]}}})
    tab.batch(copy, tab.put(row - 1, 0, "E2", "new"), {"clearBasicFilter": {"sheetId": tab.sheet_id}})
    return tab.rows(f"A{row}:F{row}") == [[["E2", "new", "", "", "E1", "07700"]]]


def copied_across_a_merge(tab: ScratchTab) -> bool:
    """A row is copied by itself though a person merged one of its cells with the one below."""
    tab.batch(tab.append(["F1", "merged"], ["F2"]))
    row = _last(tab)
    both = tab.box(row - 2, row, 1, 2)
    tab.batch({"mergeCells": {"range": both, "mergeType": "MERGE_ALL"}})
    source, destination = tab.box(row - 1, row, 0, 2), tab.box(row - 1, row, 4, 6)
    copy = {"copyPaste": {"source": source, "destination": destination, "pasteType": "PASTE_VALUES"}}
    tab.batch(copy, {"unmergeCells": {"range": both}})
    return tab.rows(f"A{row}:F{row}") == [[["F2", "", "", "", "F2"]]]


def a_full_cell(tab: ScratchTab) -> bool:
    """A cell takes 50,000 characters; one more is refused, and the answer names the request."""
    tab.batch(tab.append(["D1", "x" * MOST_IN_A_CELL]))
    row = _last(tab)
    whole = tab.rows(f"B{row}") == [[["x" * MOST_IN_A_CELL]]]
    refused = tab.refused(tab.append(["D2"]), tab.append(["D3", "x" * (MOST_IN_A_CELL + 1)]))
    return whole and refused is not None and (refused.status, refused.index) == (400, 1) and _last(tab) == row


def _last(tab: ScratchTab) -> int:
    """The last row with an id, counted from 1."""
    return len(tab.rows("A:A")[0])


def _text(row: dict[str, Any]) -> str:
    cells = row.get("values", [])
    return str(cells[0].get("effectiveValue", {}).get("stringValue", "")) if cells else ""


TRIALS: tuple[tuple[str, Trial], ...] = (
    ("rows are appended after the last one, in order", appended_in_order),
    ("text stays text: zeros are kept and formulas do not run", text_stays_text),
    ("what is typed into a plain-text column keeps its zero", typed_text_stays),
    ("what is typed elsewhere becomes a number, a date a serial number", typed_becomes_a_number),
    ("appending makes the tab grow, in plain text", grown_rows_are_text),
    ("a write answers with the ranges that were asked back", asked_back),
    ("reading leaves out blanks at the ends and keeps those in between", blanks_are_left_out),
    ("in one write cells are copied, filtered away or not, and then written over", copied_before_it_is_written_over),
    ("a row is copied by itself though a cell is merged with the one below", copied_across_a_merge),
    ("a cell takes 50,000 characters, and the refusal of more names the request", a_full_cell),
)
