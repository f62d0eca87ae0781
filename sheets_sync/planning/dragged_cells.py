"""Recognises what the small square at a cell's corner does when it is dragged down: one value in many lines, or a row
of values each of which is the next after the one above it.
"""

import re
from collections.abc import Sequence
from datetime import date

from community.tables import TABLES
from sheets_sync.planning.sync_plan import Touched
from sheets_sync.sheet_layout import ID
from sheets_sync.sheet_model import FoundTab

_FEWEST = 3
"""So many lines that differed say the same, or count on: nobody types that by hand."""
_FEWEST_DAYS = 5
"""So many days or figures that count on: visits are put off by a day, one after the other."""
_LAST_FIGURES = re.compile(r"(.*?)(\d{1,15})")


def is_dragged(found: FoundTab, name: str, cells: Sequence[Touched]) -> bool:
    """Whether these cells of one column look dragged. Only where lines hardly say the same: who somebody is, how they
    are reached, a day, a number; and only in lines that stand one below the other.
    """
    table = TABLES[found.tab.name]
    own = {each for person in table.people[:1] for each in person[1:] if each}
    kind = table.by_name[name].kind if name in table.by_name else "text"
    if name not in own and kind not in ("ref", "date", "time", "integer"):
        return False
    alike, enough = name in own or kind == "ref", _FEWEST if name in own else _FEWEST_DAYS
    places = {line.text(ID): line.place for line in found.lines}
    counted = [cell for cell in cells if cell.now and (cell.was or name in own)]  # days may be filled in by counting on
    run, were, above = 0, set[str](), None
    for cell in sorted(counted, key=lambda each: places.get(each.record, -1)):
        beside = above is not None and places.get(cell.record, -1) == places.get(above.record, -1) + 1
        run = run + 1 if above and beside and _follows(above.now, cell.now) else 1
        were = (were if above and beside and above.now == cell.now else set()) | {cell.was or ""}
        above = cell
        if run >= enough or (alike and len(were - {""}) >= _FEWEST):
            return True
    return False


def _follows(above: str, below: str) -> bool:
    """Whether the lower text is the next after the upper one: `Flat 4` after `Flat 3`, one day after another."""
    try:
        return (date.fromisoformat(below[:10]) - date.fromisoformat(above[:10])).days == 1
    except ValueError:
        pass
    one, other = _LAST_FIGURES.fullmatch(above), _LAST_FIGURES.fullmatch(below)
    return one is not None and other is not None and (other[1], int(other[2])) == (one[1], int(one[2]) + 1)
