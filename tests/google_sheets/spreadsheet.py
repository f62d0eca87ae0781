"""A spreadsheet: its tabs, named ranges and developer metadata."""

import copy
from random import Random
from typing import Any

from .a1 import title_text
from .boxes import COLUMNS, ROWS, Box, Shift, shifted
from .errors import invalid
from .sheet import Sheet, copied

MOST_CELLS = 10_000_000


class Spreadsheet:
    """One file. Everything in it changes through `batch`, `values` or, for a person, `Person`."""

    def __init__(
        self, spreadsheet_id: str, title: str, locale: str = "en_GB", time_zone: str = "Europe/London"
    ) -> None:
        self.id = spreadsheet_id
        self.properties: dict[str, Any] = {
            "title": title,
            "locale": locale,
            "autoRecalc": "ON_CHANGE",
            "timeZone": time_zone,
        }
        self.sheets: list[Sheet] = [Sheet(0, "Sheet1")]
        self.named_ranges: dict[str, dict[str, Any]] = {}  # by id; without a range it is broken, and keeps its name
        self.metadata: dict[int, dict[str, Any]] = {}  # by id, without its location on a row or column
        self.marks_are_copied = False  # with a tab; what the real service does nobody has written down
        self._lots = Random(spreadsheet_id)

    def frozen(self) -> dict[str, Any]:
        """Return the whole state, for putting it back with `thaw`; rows of cells are shared, not copied."""
        parts = {name: copied(getattr(self, name)) for name in ("properties", "named_ranges", "metadata")}
        return parts | {"sheets": [(sheet, sheet.frozen()) for sheet in self.sheets]}

    def thaw(self, frozen: dict[str, Any]) -> None:
        """Make the spreadsheet what it was when it was frozen."""
        for sheet, state in frozen["sheets"]:
            sheet.thaw(state)
        self.sheets = [sheet for sheet, _ in frozen["sheets"]]
        self.properties, self.named_ranges = frozen["properties"], frozen["named_ranges"]
        self.metadata = frozen["metadata"]

    def become(self, other: "Spreadsheet") -> None:
        """Make the spreadsheet what another one is, all but its id; rows of cells are shared, not copied."""
        kept = other.frozen()
        kept["sheets"] = [(copy.copy(sheet), state) for sheet, state in kept["sheets"]]
        self.thaw(kept)
        self.marks_are_copied = other.marks_are_copied
        self._lots = copy.deepcopy(other._lots)

    def sheet(self, sheet_id: int | None) -> Sheet:
        """Return a tab by its id; raises the service's 400."""
        for sheet in self.sheets:
            if sheet.id == (sheet_id or 0):
                return sheet
        raise invalid(f"No grid with id: {sheet_id or 0}")

    def titled(self, title: str) -> Sheet | None:
        """Return a tab by its title, whatever the case of its letters."""
        return next((sheet for sheet in self.sheets if sheet.title.lower() == title.lower()), None)

    def first(self) -> Sheet:
        """Return the tab that a range without one means: the first that is not hidden."""
        return next((sheet for sheet in self.sheets if not sheet.hidden), self.sheets[0])

    def named(self, name: str) -> tuple[Sheet, Box] | None:
        """Return what a named range means."""
        for held in self.named_ranges.values():
            if held["name"].lower() == name.lower() and "range" in held:
                return self.sheet(held["range"].get("sheetId")), Box.of(held["range"])
        return None

    def fresh_id(self, taken: Any) -> int:
        """Return an id that is not among those taken."""
        while True:
            number = self._lots.randrange(1, 2**31 - 1)
            if number not in taken and str(number) not in taken:
                return number

    def check_size(self) -> None:
        """Raise the service's 400 if the tabs together have more than ten million cells."""
        if sum(sheet.row_count * sheet.column_count for sheet in self.sheets) > MOST_CELLS:
            raise invalid(
                f"This action would increase the number of cells in the workbook above the limit of {MOST_CELLS} cells."
            )

    def shift_named(self, sheet: Sheet, dimension: str, shift: Shift) -> None:
        """Let the named ranges of a tab follow its rows or columns; one that lost all its cells is broken."""
        for held in self.named_ranges.values():
            if "range" in held and held["range"].get("sheetId", 0) == sheet.id:
                box = shifted(Box.of(held["range"]), dimension, shift)
                if box is None:
                    del held["range"]
                else:
                    held["range"] = box.json(sheet.id)

    def drop_metadata(self, sheet: Sheet) -> None:
        """Forget developer metadata of a tab whose row or column is gone."""
        kept = {one for line in (*sheet.row_lines, *sheet.column_lines) for one in line.metadata}
        for metadata_id, held in list(self.metadata.items()):
            if held["on"] == sheet.id and held["kind"] in ("ROW", "COLUMN") and metadata_id not in kept:
                del self.metadata[metadata_id]

    def remove(self, sheet: Sheet) -> None:
        """Take a tab out with what points at it."""
        self.sheets.remove(sheet)
        for held in self.named_ranges.values():
            if held.get("range") is not None and held["range"].get("sheetId", 0) == sheet.id:
                del held["range"]
        self.metadata = {key: held for key, held in self.metadata.items() if held["on"] != sheet.id}

    def copy_metadata(self, source: "Spreadsheet", old: Sheet, new: Sheet) -> None:
        """Give a copied tab the developer metadata of the old one, under ids of their own."""
        copies: dict[int, int] = {}
        for metadata_id, held in list(source.metadata.items()):
            if held["on"] == old.id and held["kind"] != "SPREADSHEET":
                copies[metadata_id] = self.fresh_id(self.metadata)
                self.metadata[copies[metadata_id]] = held | {"on": new.id}
        for lines in (new.row_lines, new.column_lines):
            lines[:] = [line._replace(metadata=tuple(copies[one] for one in line.metadata)) for line in lines]

    def location(self, metadata_id: int, line: int | None = None) -> dict[str, Any]:
        """Return where a piece of developer metadata hangs, as a DeveloperMetadataLocation.

        `line` is the number of the row or column that it hangs on, where that is known.
        """
        held = self.metadata[metadata_id]
        if held["kind"] == "SPREADSHEET":
            return {"locationType": "SPREADSHEET", "spreadsheet": True}
        if held["kind"] == "SHEET":
            return {"locationType": "SHEET", "sheetId": held["on"]}
        dimension = ROWS if held["kind"] == "ROW" else COLUMNS
        index = line
        if index is None:
            lines = self.sheet(held["on"]).lines(dimension)
            index = next(index for index, each in enumerate(lines) if metadata_id in each.metadata)
        on = {"sheetId": held["on"]} if held["on"] else {}
        place = on | {"dimension": dimension, "startIndex": index, "endIndex": index + 1}
        return {"locationType": held["kind"], "dimensionRange": place}

    def described_metadata(self, metadata_id: int, line: int | None = None) -> dict[str, Any]:
        """Return a piece of developer metadata as answers give it; `line` as for `location`."""
        held = self.metadata[metadata_id]
        words = {"metadataKey": held["key"]} | ({"metadataValue": held["value"]} if held["value"] else {})
        place = {"location": self.location(metadata_id, line), "visibility": held["visibility"]}
        return {"metadataId": metadata_id} | words | place

    def __repr__(self) -> str:
        return f"<Spreadsheet {self.id} of {', '.join(title_text(sheet.title) for sheet in self.sheets)}>"
