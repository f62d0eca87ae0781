"""Codes, days, numbers and yes or no, from the cells of a row. What can't be read is kept among the notes."""

import re
from collections.abc import Mapping
from datetime import date

from community.importing.row_cells import RowCells
from community.importing.row_troubles import Trouble
from community.importing.told_codes import known_words, read_codes, read_yes_no
from community.importing.told_days import DayDoubt, read_day
from community.importing.told_slots import read_slots
from community.settings import Settings
from community.tables.flags import Flag
from community.tables.vocabulary import YesNo

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MILE = 1.609
_ADULT = 18
_WORDS_OF_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_DOUBTS = {DayDoubt.TWO_WAYS: Trouble.DAY_TWO_WAYS, DayDoubt.NO_DAY: Trouble.DAY_WITHOUT_DAY}


class ValueReader:
    """Reads the values of rows of one list. `orders` says, by header, whether the month stands first in its dates."""

    def __init__(self, settings: Settings, today: date, orders: Mapping[str, bool | None]) -> None:
        """Take what holds for all rows."""
        self.settings, self.today, self._orders = settings, today, orders
        self._words = {
            what: known_words(what, settings)
            for what in ("tasks", "reach_by", "travel", "languages", "status", "dbs_level", "service_kind")
        }

    def words(self, what: str) -> Mapping[str, str]:
        """The words of one kind of value."""
        return self._words[what]

    def day(
        self, cells: RowCells, name: str, *, past: bool = True, unread: Trouble = Trouble.DAY_UNREAD
    ) -> date | None:
        """The day in a column; `past`: it can't be still to come. `unread` is what is said where none can be read."""
        cell = cells.first(name)
        if cell is None:
            return None
        told = read_day(cell.text, self.today, self._orders.get(cell.header))
        if told is None:
            cells.odd(unread, cell, keep=unread is Trouble.DAY_UNREAD)
            return None
        if past and told.day > self.today:
            cells.odd(Trouble.DAY_AHEAD, cell, keep=True)
            return None
        if told.doubt is not None:
            cells.odd(_DOUBTS[told.doubt], cell)
        return told.day

    def yes_no(self, cells: RowCells, name: str) -> str | None:
        """Yes or no. A date under such a header, the day on which they agreed, is a yes."""
        cell = cells.first(name)
        if cell is None:
            return None
        told = read_yes_no(cell.text)
        if told is None and read_day(cell.text, self.today) is not None:
            return YesNo.YES
        if told is None:
            cells.odd(Trouble.YES_NO_UNREAD, cell, keep=True)
        return told

    def number(self, cells: RowCells, name: str) -> float | None:
        """The first number in the cell."""
        cell = cells.first(name)
        if cell is None:
            return None
        if (found := _NUMBER.search(cell.text)) is not None:
            return float(found[0])
        if (word := _WORDS_OF_NUMBERS.get(cell.text.casefold().split()[0])) is not None:
            return float(word)
        cells.odd(Trouble.NUMBER_UNREAD, cell, keep=True)
        return None

    def kilometres(self, cells: RowCells, name: str) -> float | None:
        """How far, in whole kilometres; a number without a unit is in miles."""
        cell, found = cells.first(name), self.number(cells, name)
        if cell is None or found is None:
            return None
        return float(round(found if "km" in cell.text.lower() or "kilom" in cell.text.lower() else found * _MILE))

    def codes(self, cells: RowCells, name: str, *, free: bool = False) -> list[str] | None:
        """The codes of all columns of a field. Words that are none of ours stay, flagged; `free`: they may be any."""
        found: list[str] = []
        for cell in cells.all(name):
            codes, unknown = read_codes(cell.text, self._words[name])
            if name == "travel":  # a column "Driver" with yes or no
                unknown = [word for word in unknown if read_yes_no(word) is None]
            found += [*codes, *(word.casefold() if free else word for word in unknown)]
            if unknown and not free:
                cells.odd(Trouble.WORDS_UNKNOWN, cell)
                cells.flags.add(Flag.OUTSIDE_WORDS)
        found += [
            field.removeprefix("task:")
            for field in cells.by_field
            if name == "tasks" and field.startswith("task:") and read_yes_no(cells.all(field)[0].text) != YesNo.NO
        ]
        return found or None

    def slots(self, cells: RowCells) -> list[str] | None:
        """The slots of columns with words, and of columns with ticks."""
        found: list[str] = []
        for cell in cells.all("slots"):
            slots, whole = read_slots(cell.text)
            found += slots
            if not whole:
                cells.odd(Trouble.TIMES_UNREAD, cell, keep=True)
        for field in cells.by_field:
            if field.startswith("slot:"):
                found += self._ticked(cells, field, field.removeprefix("slot:").split())
        return list(dict.fromkeys(found)) or None

    def _ticked(self, cells: RowCells, field: str, meant: list[str]) -> list[str]:
        found: list[str] = []
        for cell in cells.all(field):
            told = read_yes_no(cell.text)
            if told is None:  # under a day stand parts of it: "am"
                slots, whole = read_slots(cell.text)
                found += [slot for slot in slots if slot in meant]
                if not whole:
                    cells.odd(Trouble.TIMES_UNREAD, cell, keep=True)
            elif told == YesNo.YES:
                found += meant
        return found

    def over_18(self, cells: RowCells) -> str | None:
        """Whether they are 18 or over, from an answer, a day of birth or an age; neither of those two is kept."""
        born, cell = self.day(cells, "born_on"), cells.first("age")
        if (told := self.yes_no(cells, "over_18")) is not None:
            return told
        if born is not None:
            had = (self.today.month, self.today.day) >= (born.month, born.day)
            return YesNo.YES if self.today.year - born.year - (not had) >= _ADULT else YesNo.NO
        if cell is not None and (found := _NUMBER.search(cell.text)) is not None:
            return YesNo.YES if float(found[0]) >= _ADULT else YesNo.NO
        return None
