"""Rows that Google refuses: found, set aside with the reason, and tried again after a while."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from community.tables.canonical import instant
from sheets_sync.batch_writer import tabs_added_to
from sheets_sync.planning import Unit, Work
from sheets_sync.sync_errors import RequestRefused

AGAIN = timedelta(hours=1)
"""After so long a unit is tried again though it says the same: the reason may be gone."""
MOST = 40
"""Refused writes in one sync. Google takes sixty a minute, and above so many it is hardly about single rows."""


class Refusals:
    """The rows refused before and now."""

    def __init__(self) -> None:
        """Nothing was refused yet."""
        self._each: dict[str, str] = {}
        self._new: set[str] = set()
        self._calls = 0
        self._tried_none = False
        self._early: set[int] = set()
        """Marks of columns that can't be called filled, because a unit that fills them was refused."""

    def leave_out(self, work: Work, remembered: Mapping[str, str], now: datetime) -> None:
        """Take the units out of the plan that were refused a while ago and say the same. Views are always tried."""
        told = {name: json.loads(text) for name, text in {**remembered, **self._each}.items()}
        since = instant(now - AGAIN)
        self._work, self._told, self._each, self._early = work, told, {}, set()
        kept = []
        for unit in work.plan.units:
            before = told.get(unit.name, {})
            new = before.get("at", "") > since and before.get("says") == _says(unit)
            if new and not _always(unit):
                self._hold(unit, before)
            else:
                kept.append(unit)
        work.plan.units = self.without_early(kept)

    def split(
        self, refused: RequestRefused, batch: Sequence[Unit], suspects: Sequence[Unit], now: datetime
    ) -> list[list[Unit]]:
        """The batches to be sent instead of this one, in the units' order. A single suspect is set aside.

        Raises the refusal when it is about no unit at all, or when there are so many that it hardly is.
        """
        self._calls += 1
        if not batch or self._calls > MOST:
            raise refused
        # No request was named. If not even a write with nothing in it is taken, no unit is to blame.
        first: list[list[Unit]] = [] if self._tried_none or refused.index is not None else [[]]
        self._tried_none = self._tried_none or bool(first)
        if len(suspects) == 1 and first:
            return [[], list(batch)]
        if len(suspects) == 1:
            self._add(suspects[0], refused, now)
            parts = [[unit for unit in batch if unit is not suspects[0]]]
        else:
            middle = suspects[len(suspects) // 2]
            at = next(place for place, unit in enumerate(batch) if unit is middle)
            parts = [list(batch[:at]), list(batch[at:])]
        return first + [part for part in parts if part]

    def without_early(self, batch: Sequence[Unit]) -> list[Unit]:
        """The batch without columns that would be called filled and are not."""
        return [unit for unit in batch if not self._early.intersection(unit.filled)]

    def remembered(self) -> dict[str, str]:
        """All of them, as they are remembered."""
        return self._each

    def counts(self) -> tuple[int, int]:
        """How many are new, and how many are not."""
        return len(self._new & self._each.keys()), len(self._each.keys() - self._new)

    def _add(self, unit: Unit, refused: RequestRefused, now: datetime) -> None:
        tab = next(iter([tab for tab, _ in unit.rows] + [cell.tab for cell in unit.cells]), "changes")
        tab = unit.view.tab if unit.view else tab
        place = next((cell.place + 1 for cell in unit.cells), None)
        when = "with every sync" if _always(unit) else "every hour, and at once when it says something else"
        why = f"Google does not take it: {refused.message}. It is tried again {when}."
        told = {"tab": tab, "place": place, "id": unit.name, "why": why, "says": _says(unit), "at": instant(now)}
        if self._told.get(unit.name, {}).get("says") != told["says"]:
            self._new.add(unit.name)
        self._hold(unit, told)

    def _hold(self, unit: Unit, told: Mapping[str, object]) -> None:
        self._each[unit.name] = json.dumps(told)
        for tab in [*tabs_added_to(unit), *(cell.tab for cell in unit.cells)]:
            self._early |= set(self._work.sheet.tabs[tab].fresh.values())


def _always(unit: Unit) -> bool:
    """Whether it is tried with every sync: a view's next line differs anyway, and a column's mark holds no data."""
    return unit.view is not None or bool(unit.filled)


def _says(unit: Unit) -> str:
    """A hash of what the unit would write."""
    rows = [sorted(row.items()) for _, row in unit.rows]
    cells = [(cell.tab, cell.field, cell.text) for cell in unit.cells]
    view = [unit.view.kind, *(sorted(line.items()) for line in unit.view.lines)] if unit.view else None
    told = json.dumps([rows, cells, [change.id for change in unit.log], view, unit.filled], ensure_ascii=False)
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=10).hexdigest()
