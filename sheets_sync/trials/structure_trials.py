"""What is taken for granted about tabs: the guard, all or none, marks that move along, and what is hidden."""

from sheets_sync.tab_requests import unmark
from sheets_sync.trials.scratch_tab import COLUMNS, MARK, MARKED, NAME, ScratchTab, Trial, mark, of_the_whole


def a_name_is_taken_once(tab: ScratchTab) -> bool:
    """A name that exists is refused, the request is named, and nothing of the batch is done."""
    before = tab.rows("A:A")
    first = tab.refused(tab.name(0), tab.append(["guarded"]))
    last = tab.refused(tab.append(["guarded"]), tab.name(0))
    named = [(each.status, each.index) for each in (first, last) if each is not None]
    return named == [(400, 0), (400, 1)] and tab.rows("A:A") == before


def a_name_is_given_back_once(tab: ScratchTab) -> bool:
    """The next name is taken and the last one given back in one batch; giving it back again is refused."""
    names = {each["name"]: each["namedRangeId"] for each in tab.service.look()["namedRanges"]}
    back = {"deleteNamedRange": {"namedRangeId": names[f"{NAME}0"]}}
    tab.batch(tab.name(1), back)
    refused = tab.refused(tab.name(2), back)
    now = {each["name"] for each in tab.service.look()["namedRanges"] if each["name"].startswith(NAME)}
    return refused is not None and (refused.status, refused.index) == (400, 1) and now == {f"{NAME}1"}


def marks_move_along(tab: ScratchTab) -> bool:
    """A column's mark goes where the column goes, whether it is moved or another is put before it."""
    before = _marked(tab)
    tab.batch(
        {"moveDimension": {"source": tab.line("COLUMNS", MARKED), "destinationIndex": COLUMNS}},
        {"insertDimension": {"range": tab.line("COLUMNS", 0), "inheritFromBefore": False}},
    )
    return before == [MARKED] and _marked(tab) == [COLUMNS]


def a_mark_goes_with_its_column(tab: ScratchTab) -> bool:
    """When a column is deleted its mark is gone, and the others stay where they are."""
    tab.batch({"deleteDimension": {"range": tab.line("COLUMNS", 0)}})
    after_first = _marked(tab)
    tab.batch({"deleteDimension": {"range": tab.line("COLUMNS", COLUMNS - 1)}})
    return after_first == [COLUMNS - 1] and _marked(tab) == []


def a_renamed_tab_keeps_its_mark(tab: ScratchTab) -> bool:
    """A tab is found by its mark when people have given it another name."""
    other = {"properties": {"sheetId": tab.sheet_id, "title": f"{tab.title}!"}, "fields": "title"}
    former = {"properties": {"sheetId": tab.sheet_id, "title": tab.title}, "fields": "title"}
    tab.batch({"updateSheetProperties": other})
    seen = tab.seen()
    tab.batch({"updateSheetProperties": former})
    values = [kept["metadataValue"] for kept in seen["developerMetadata"] if kept["metadataKey"] == MARK]
    return seen["properties"]["title"] == f"{tab.title}!" and values == [tab.title]


def a_mark_of_the_whole_is_replaced(tab: ScratchTab) -> bool:
    """A mark on the whole spreadsheet is read back, and one write puts another in its place."""
    tab.batch(mark("1", {"spreadsheet": True}))
    [(own, first)] = of_the_whole(tab.service.look())
    tab.batch(unmark(own), mark("2", {"spreadsheet": True}))
    return first == "1" and [value for _, value in of_the_whole(tab.service.look())] == ["2"]


def a_column_is_added_at_the_end(tab: ScratchTab) -> bool:
    """One write adds a column after the last one, fills its head and marks it."""
    width = tab.seen()["properties"]["gridProperties"]["columnCount"]
    grow = {"sheetId": tab.sheet_id, "dimension": "COLUMNS", "length": 1}
    place = {"dimensionRange": tab.line("COLUMNS", width)}
    tab.batch({"appendDimension": grow}, tab.put(0, width, "New"), mark("new", place))
    return _marked(tab) == [width] and tab.rows("1:1")[0][0][-1] == "New"


def hidden_and_filtered_is_read(tab: ScratchTab) -> bool:
    """Rows and columns that are hidden or filtered away are read as before."""
    before = tab.rows("A:D")
    hidden = {"properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    words = {"condition": {"type": "TEXT_EQ", "values": [{"userEnteredValue": "nobody"}]}}
    tab.batch(
        {"updateDimensionProperties": {"range": tab.line("COLUMNS", 1), **hidden}},
        {"updateDimensionProperties": {"range": tab.line("ROWS", 2), **hidden}},
        {"setBasicFilter": {"filter": {"range": {"sheetId": tab.sheet_id}, "criteria": {"0": words}}}},
    )
    return tab.rows("A:D") == before


def a_warning_stops_nobody(tab: ScratchTab) -> bool:
    """Protection that only warns does not stop the program."""
    kept = {"range": {"sheetId": tab.sheet_id}, "warningOnly": True}
    tab.batch({"addProtectedRange": {"protectedRange": kept}})
    tab.batch(tab.put(1, 3, "warned"))
    return tab.rows("D2") == [[["warned"]]]


def _marked(tab: ScratchTab) -> list[int]:
    """The places of the columns that bear a mark."""
    columns = [each for data in tab.seen()["data"] for each in data["columnMetadata"]]
    return [
        place
        for place, each in enumerate(columns)
        if any(kept["metadataKey"] == MARK for kept in each.get("developerMetadata", []))
    ]


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
    ("a name can be taken once, and a batch is done all or none", a_name_is_taken_once),
    ("a name is given back once", a_name_is_given_back_once),
    ("a column's mark moves along with it", marks_move_along),
    ("a deleted column takes its mark along", a_mark_goes_with_its_column),
    ("a renamed tab keeps its mark", a_renamed_tab_keeps_its_mark),
    ("a mark on the whole spreadsheet is read back and replaced", a_mark_of_the_whole_is_replaced),
    ("a column is added at the end, filled and marked in one write", a_column_is_added_at_the_end),
    ("what is hidden or filtered away is read all the same", hidden_and_filtered_is_read),
    ("protection that warns does not stop the program", a_warning_stops_nobody),
    ("in one write a line goes and another comes", lines_go_and_come),
    ("a first push of 1.8 MB is taken at once, and its ids come back", a_first_push),
)
