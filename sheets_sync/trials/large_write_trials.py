"""What is taken for granted about large writes, as the first push of a town is, and about lines that go and come."""

from sheets_sync.trials.scratch_tab import COLUMNS, ScratchTab, Trial

LINES = 1_400
"""Rows of the large write, each a little over one thousand bytes: together what the sync sends at most at once."""
_WORDS = "bread, milk and a friendly word; " * 31


def a_first_push(tab: ScratchTab) -> bool:
    """One write of about 1.8 MB is taken whole, and its ids come back in their order."""
    ids = [f"P{number}" for number in range(LINES)]
    before = len(tab.rows("A:A")[0])
    answer = tab.batch(tab.append(*([own, _WORDS, *["x"] * (COLUMNS - 3)] for own in ids)), ask=["A:A"])
    [sheet] = answer["updatedSpreadsheet"]["sheets"]
    shown = [row.get("values", [{}])[0] for row in sheet["data"][0]["rowData"]]
    back = [str(cell.get("effectiveValue", {}).get("stringValue", "")) for cell in shown]
    return [own for own in back if own.startswith("P")] == ids and len(tab.rows("A:A")[0]) == before + LINES


def lines_go_and_come(tab: ScratchTab) -> bool:
    """In one write a line is taken out and another put in above it; the requests are done in their order."""
    first = len(tab.rows("A:A")[0])
    tab.batch(tab.append(["L1"], ["L2"], ["L3"]))
    rows = {"sheetId": tab.sheet_id, "dimension": "ROWS"}
    out = {"deleteDimension": {"range": {**rows, "startIndex": first + 2, "endIndex": first + 3}}}
    room = {
        "insertDimension": {
            "range": {**rows, "startIndex": first + 1, "endIndex": first + 2},
            "inheritFromBefore": True,
        }
    }
    tab.batch(out, room, tab.put(first + 1, 0, "007"))
    return tab.rows(f"A{first + 1}:A") == [[["L1"], ["007"], ["L2"]]]


TRIALS: tuple[tuple[str, Trial], ...] = (
    ("in one write a line goes and another comes", lines_go_and_come),
    ("a first push of 1.8 MB is taken at once, and its ids come back", a_first_push),
)
