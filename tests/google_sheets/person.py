"""A person with the spreadsheet open: what hands and mouse do, through the same requests that programs send.

Rows are numbered as the browser numbers them, from 1; a column is its letter, or the text of its header in row 1.
"""

from typing import Any

from .a1 import column_letters, column_number, parse_cells, text_of, whole
from .batch import batch_update
from .boxes import COLUMNS, ROWS, Area, Box
from .cells import Entered
from .sheet import Sheet
from .spreadsheet import Spreadsheet
from .values import UNFORMATTED, by_rows, grid, write
from .world import World


class Person:
    """Somebody at work in one spreadsheet. `tab` is a tab's title as it is now."""

    def __init__(self, world: World, book: Spreadsheet) -> None:
        self.world, self.book = world, book

    # what there is

    def tabs(self) -> list[str]:
        """Return the titles of the tabs from left to right, hidden ones too."""
        return [sheet.title for sheet in self.book.sheets]

    def see(self, tab: str) -> list[list[str]]:
        """Return what shows in a tab, hidden and filtered rows too."""
        return self._grid(tab, "FORMATTED_VALUE")

    def values(self, tab: str) -> list[list[Any]]:
        """Return the values of a tab as a program reads them: text, numbers, yes and no."""
        return self._grid(tab, UNFORMATTED)

    def _grid(self, tab: str, render: str) -> list[list[Any]]:
        with self.world.lock:
            sheet = self._sheet(tab)
            return grid(self.book, sheet, Area(0, sheet.row_count, 0, sheet.column_count), render)

    def entered(self, tab: str, place: str) -> Entered:
        """Return what is in a cell such as "B3": a `Formula` only if it is a live one."""
        with self.world.lock:
            _, area = self._area(tab, place)
            cell = self._sheet(tab).at(area.top, area.left)
            return None if cell is None else cell.value

    def column(self, tab: str, header: str) -> str:
        """Return the letter of the column with this header in row 1."""
        for index, words in enumerate(self.see(tab)[0]):
            if words.lower() == header.lower():
                return column_letters(index)
        raise LookupError(f"{tab} has no column {header}")

    def row_of(self, tab: str, header: str, words: str) -> int:
        """Return the number of the first row that shows these words in a column."""
        index = self._column(tab, header)
        for number, row in enumerate(self.see(tab), start=1):
            if index < len(row) and row[index] == words:
                return number
        raise LookupError(f"no row of {tab} shows that in {header}")

    # typing

    def type(self, tab: str, place: str, words: str) -> None:
        """Type into a cell and press Enter."""
        self.paste(tab, place, [[words]])

    def type_in(self, tab: str, row: int, header: str, words: str) -> None:
        """Type into the cell of a row below a header."""
        self.type(tab, f"{self.column(tab, header)}{row}", words)

    def type_row(self, tab: str, words: dict[str, str]) -> int:
        """Type a new row, by headers, into the first empty row; return its number."""
        row = self.end(tab) + 1
        if row > self._sheet(tab).row_count:
            self.more_rows(tab, 1)
        for header, text in words.items():
            self.type_in(tab, row, header, text)
        return row

    def paste(self, tab: str, place: str, words: list[list[str]]) -> None:
        """Paste text from elsewhere, cell by cell as if typed."""
        with self.world.lock:
            sheet, area = self._area(tab, place)
            write(self.book, sheet, area.top, area.left, by_rows(words, ROWS), "USER_ENTERED")
            self.world.changed(self.book)

    def clear(self, tab: str, place: str) -> None:
        """Mark cells and press Delete."""
        self._do("updateCells", range=self._range(tab, place), fields="userEnteredValue")

    def replace(self, tab: str, find: str, replacement: str) -> None:
        """Find and replace in a whole tab."""
        self._do("findReplace", sheetId=self._sheet(tab).id, find=find, replacement=replacement)

    # rows and columns

    def end(self, tab: str) -> int:
        """Return the number of the last row that holds anything."""
        with self.world.lock:
            return self._sheet(tab).last_row()

    def insert_rows(self, tab: str, before: int, count: int = 1) -> None:
        """Put empty rows in above a row."""
        self._do("insertDimension", range=self._lines(tab, ROWS, before - 1, count), inheritFromBefore=before > 1)

    def more_rows(self, tab: str, count: int) -> None:
        """Press "Add more rows at the bottom"."""
        self._do("appendDimension", sheetId=self._sheet(tab).id, dimension=ROWS, length=count)

    def delete_rows(self, tab: str, first: int, count: int = 1) -> None:
        """Delete rows."""
        self._do("deleteDimension", range=self._lines(tab, ROWS, first - 1, count))

    def move_rows(self, tab: str, first: int, before: int, count: int = 1) -> None:
        """Drag rows to above another row."""
        self._do("moveDimension", source=self._lines(tab, ROWS, first - 1, count), destinationIndex=before - 1)

    def hide_rows(self, tab: str, first: int, count: int = 1, *, hidden: bool = True) -> None:
        """Hide rows, or show them again."""
        self._hide(self._lines(tab, ROWS, first - 1, count), hidden)

    def copy_rows(self, tab: str, first: int, to: int, count: int = 1) -> None:
        """Copy rows and paste them over others; past the end of the grid it grows."""
        missing = to + count - 1 - self._sheet(tab).row_count
        if missing > 0:
            self.more_rows(tab, missing)
        self._do("copyPaste", source=self._rows(tab, first, count), destination=self._rows(tab, to, count))

    def insert_columns(self, tab: str, before: str, count: int = 1) -> None:
        """Put empty columns in to the left of a column."""
        index = self._column(tab, before)
        self._do("insertDimension", range=self._lines(tab, COLUMNS, index, count), inheritFromBefore=index > 0)

    def delete_columns(self, tab: str, first: str, count: int = 1) -> None:
        """Delete columns."""
        self._do("deleteDimension", range=self._lines(tab, COLUMNS, self._column(tab, first), count))

    def move_columns(self, tab: str, first: str, before: str, count: int = 1) -> None:
        """Drag columns to the left of another; `before` may be the letter just behind the last."""
        source = self._lines(tab, COLUMNS, self._column(tab, first), count)
        self._do("moveDimension", source=source, destinationIndex=self._column(tab, before))

    def hide_columns(self, tab: str, first: str, count: int = 1, *, hidden: bool = True) -> None:
        """Hide columns, or show them again."""
        self._hide(self._lines(tab, COLUMNS, self._column(tab, first), count), hidden)

    def rename_header(self, tab: str, header: str, words: str) -> None:
        """Type another header."""
        self.type(tab, f"{self.column(tab, header)}1", words)

    # order and looks

    def sort(self, tab: str, by: str, *, down: bool = False, header: bool = True) -> None:
        """Sort a tab by a column, below its header row."""
        area = {"sheetId": self._sheet(tab).id, "startRowIndex": 1 if header else 0}
        order = {"dimensionIndex": self._column(tab, by), "sortOrder": "DESCENDING" if down else "ASCENDING"}
        self._do("sortRange", range=area, sortSpecs=[order])

    def filter(self, tab: str, column: str, without: list[str]) -> None:
        """Switch the filter on and untick these values of a column."""
        sheet = self._sheet(tab)
        spec = {"columnIndex": self._column(tab, column), "filterCriteria": {"hiddenValues": without}}
        self._do("setBasicFilter", filter={"range": {"sheetId": sheet.id}, "filterSpecs": [spec]})

    def unfilter(self, tab: str) -> None:
        """Switch the filter off."""
        self._do("clearBasicFilter", sheetId=self._sheet(tab).id)

    def reformat(self, tab: str, place: str, kind: str = "NUMBER", pattern: str = "") -> None:
        """Give cells another number format; "AUTOMATIC" takes theirs away. What is in them stays."""
        style = {"type": kind} | ({"pattern": pattern} if pattern else {})
        cell = {} if kind == "AUTOMATIC" else {"userEnteredFormat": {"numberFormat": style}}
        fields = "userEnteredFormat.numberFormat"
        self._do("repeatCell", range=self._range(tab, place), cell=cell, fields=fields)

    def merge(self, tab: str, place: str) -> None:
        """Merge cells."""
        self._do("mergeCells", range=self._range(tab, place), mergeType="MERGE_ALL")

    def unmerge(self, tab: str) -> None:
        """Mark a whole tab and take apart what is merged."""
        self._do("unmergeCells", range={"sheetId": self._sheet(tab).id})

    def protect(self, tab: str, place: str, name: str) -> None:
        """Close cells to everybody else, programs too, with a name for the protection."""
        with self.world.lock:
            held = {"range": Box(*self._area(tab, place)[1]).json(self._sheet(tab).id), "description": name}
            self._sheet(tab).protected.append({"protectedRangeId": self.book.fresh_id(())} | held)

    def cut(self, tab: str, place: str, to: str) -> None:
        """Cut cells and paste them elsewhere in the tab."""
        sheet, area = self._area(tab, to)
        destination = {"sheetId": sheet.id, "rowIndex": area.top, "columnIndex": area.left}
        self._do("cutPaste", source=self._range(tab, place), destination=destination, pasteType="PASTE_NORMAL")

    # tabs

    def rename_tab(self, tab: str, title: str) -> None:
        """Give a tab another title."""
        self._do("updateSheetProperties", properties={"sheetId": self._sheet(tab).id, "title": title}, fields="title")

    def add_tab(self, title: str, rows: int = 1000, columns: int = 26) -> None:
        """Add an empty tab."""
        grid_properties = {"rowCount": rows, "columnCount": columns}
        self._do("addSheet", properties={"title": title, "gridProperties": grid_properties})

    def copy_tab(self, tab: str) -> str:
        """Duplicate a tab; return the title of the copy."""
        self._do("duplicateSheet", sourceSheetId=self._sheet(tab).id, insertSheetIndex=len(self.book.sheets))
        return self.book.sheets[-1].title

    def delete_tab(self, tab: str) -> None:
        """Delete a tab."""
        self._do("deleteSheet", sheetId=self._sheet(tab).id)

    def _do(self, kind: str, **request: Any) -> None:
        with self.world.lock:
            batch_update(self.book, {"requests": [{kind: request}]}, by_person=True)
            self.world.changed(self.book)

    def _hide(self, lines: dict[str, Any], hidden: bool) -> None:
        self._do("updateDimensionProperties", range=lines, properties={"hiddenByUser": hidden}, fields="hiddenByUser")

    def _sheet(self, tab: str) -> Sheet:
        sheet = self.book.titled(tab)
        if sheet is None:
            raise LookupError(f"no tab is called {tab}; there are {', '.join(self.tabs())}")
        return sheet

    def _area(self, tab: str, place: str) -> tuple[Sheet, Area]:
        sheet = self._sheet(tab)
        box = parse_cells(place)
        if box is None:
            raise LookupError(f"{place} is no place in a tab")
        return whole(self.book, text_of(sheet.title, sheet.area(box)))

    def _range(self, tab: str, place: str) -> dict[str, Any]:
        sheet, area = self._area(tab, place)
        names = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")
        return {"sheetId": sheet.id} | dict(zip(names, area, strict=True))

    def _rows(self, tab: str, first: int, count: int) -> dict[str, Any]:
        return {"sheetId": self._sheet(tab).id, "startRowIndex": first - 1, "endRowIndex": first - 1 + count}

    def _lines(self, tab: str, dimension: str, start: int, count: int) -> dict[str, Any]:
        where = {"sheetId": self._sheet(tab).id, "dimension": dimension}
        return where | {"startIndex": start, "endIndex": start + count}

    def _column(self, tab: str, column: str) -> int:
        headers = [words.lower() for words in (self.see(tab) or [[]])[0]]
        if column.lower() in headers:
            return headers.index(column.lower())
        if not column.isalpha() or len(column) > 3:
            raise LookupError(f"{tab} has no column {column}")
        return column_number(column)
