"""Rows that Google will not take: set aside with the reason, not sent again before they say something else."""

import hashlib
import json
from collections.abc import Mapping

from sheets_sync.faults import Refused
from sheets_sync.planning import Unit, Work


class Refusals:
    """What was refused before and now."""

    def __init__(self) -> None:
        """Nothing was refused yet."""
        self._each: dict[str, str] = {}

    def leave_out(self, work: Work, remembered: Mapping[str, str]) -> None:
        """Take the units out of the plan that were refused before and say the same."""
        self._each = {}
        kept = []
        for unit in work.plan.units:
            before = remembered.get(unit.name)
            if before is not None and json.loads(before)["says"] == _says(unit):
                self._each[unit.name] = before
            else:
                kept.append(unit)
        work.plan.units = kept

    def add(self, unit: Unit, refused: Refused) -> None:
        """Set the unit aside."""
        tab = next(iter([tab for tab, _ in unit.rows] + [cell.tab for cell in unit.cells]), "changes")
        place = next((cell.place + 1 for cell in unit.cells), None)
        why = f"Google does not take it: {refused}"
        self._each[unit.name] = json.dumps(
            {"tab": tab, "place": place, "id": unit.name, "why": why, "says": _says(unit)}
        )

    def remembered(self) -> dict[str, str]:
        """All of them, as they are remembered."""
        return self._each


def _says(unit: Unit) -> str:
    """A hash of what the unit would write."""
    rows = [sorted(row.items()) for _, row in unit.rows]
    cells = [(cell.tab, cell.field, cell.text) for cell in unit.cells]
    told = json.dumps([rows, cells, [change.id for change in unit.log]], ensure_ascii=False)
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=10).hexdigest()
