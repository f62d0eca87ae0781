"""What happens in an invented town between two syncs: people write in, coordinators decide and correct."""

from contextlib import suppress
from random import Random
from typing import Any

from community.book import Append, Book, CannotUndo, Change, Stale
from tests.book.builders import append_many

BY = "ada"
_SHARES = (("help_requests", 50), ("volunteers", 8), ("contacts", 32), ("needs", 6), ("organisations", 4))
_NEXT = {
    "help_requests": ("new", "triaged", "closed", "no_answer"),
    "volunteers": ("applied", "checking", "ready", "paused"),
    "contacts": ("open", "dealt_with"),
    "needs": ("open", "closed"),
    "organisations": ("offered", "approved", "withdrawn"),
}
_CORRECTED = {"help_requests": "details", "volunteers": "about", "organisations": "what_we_do"}


class Portions:
    """One machine's share of the town. `born` are the ids it gave, in their order, by table."""

    def __init__(self, book: Book, seed: int, name: str = "A") -> None:
        self.book, self.lots, self.name = book, Random(seed), name
        self.born: dict[str, list[str]] = {table: [] for table, _ in _SHARES}
        self.noted: list[str] = []
        self.others: list[Portions] = []
        self.rows = self.decided = 0
        self._actions: list[str] = []

    def write_in(self, rows: int) -> None:
        """New rows, about as many of each kind as a town gets; some with a key, as the forms send them."""
        for table, share in _SHARES:
            count = rows * share // 100
            made = [self._row(table, self.rows + n) for n in range(count)]
            keyed = made[: min(2, count)]
            for number, values in enumerate(keyed):
                key = f"{self.name}-{table}-{self.rows + number}"
                self.born[table].append(self.book.append(table, values, by="web", key=key).id)
            done = append_many(self.book, [Append(table, values) for values in made[len(keyed) :]], by="web")
            self.born[table] += [receipt.id for receipt in done]
            self.rows += count

    def decide(self, actions: int) -> None:
        """Statuses, corrections, actions about two records that add a third, and some of them undone."""
        for _ in range(actions):
            luck = self.lots.random()
            if luck < 0.15 and self._actions:
                with suppress(CannotUndo, Stale):  # another machine's change stands on it
                    self.book.undo(self._actions.pop(), by=BY)
                self.decided += 1
                continue
            changes = [self._status()] if luck < 0.7 else [self._correction()]
            appends = []
            if luck > 0.9:
                changes += [each for each in [self._status()] if each.id != changes[0].id]
                appends = [Append("contacts", {"about": changes[0].id, "words": "rang", "status": "open"})]
            done = self.book.act("look", by=BY, changes=changes, appends=appends, reason="They rang.")
            self.noted += done.ids  # an undo takes these back
            self.rows += len(done.ids)
            self.decided += 1
            self._actions = [done.id]  # an older one may have something standing on it

    def _row(self, table: str, number: int) -> dict[str, Any]:
        name = f"Person {self.name}{number:05}"
        said: dict[str, dict[str, Any]] = {
            "help_requests": {
                "for_whom": "myself",
                "name": name,
                "telephone": f"01632 96{number:04}",
                "postcode": "BA2 4DA",
                "tasks": ["shopping", "phone_call"],
                "details": f"=Bread & milk,\nplease {number}",
                "urgency": "this_week",
                "channel": "web",
                "status": "new",
            },
            "volunteers": {
                "name": name,
                "telephone": f"07700 90{number:04}",
                "tasks": ["shopping"],
                "max_distance_km": 2.5,
                "how_many": 2,
                "about": "I like walking.",
                "status": "applied",
                "hub": "bath_north",
            },
            "contacts": {"way": "telephone", "direction": "in", "words": name, "status": "open"},
            "needs": {"task_type": "shopping", "urgency": "today", "status": "open", "people": 1, "hub": "keynsham"},
            "organisations": {"name": name, "what_we_do": "Bread", "telephone": "01225 000000", "status": "offered"},
        }
        return said[table]

    def _status(self) -> Change:
        table, own = self._one([table for table, born in self.born.items() if born])
        now = self._now(table, own, "status")
        return Change(table, own, "status", now, self.lots.choice([each for each in _NEXT[table] if each != now]))

    def _correction(self) -> Change:
        table, own = self._one([table for table in _CORRECTED if self.born[table]])
        name = _CORRECTED[table]
        return Change(table, own, name, self._now(table, own, name), f"said otherwise, {self.lots.random()}")

    def _one(self, tables: list[str]) -> tuple[str, str]:
        """One of its own records, or one of another machine's that has arrived here."""
        table = self.lots.choice(tables)
        whose = self.lots.choice([self, *self.others])
        own = self.lots.choice(whose.born[table] or self.born[table])
        return table, own if self.book.get(table, own) is not None else self.lots.choice(self.born[table])

    def _now(self, table: str, own: str, name: str) -> Any:
        row = self.book.get(table, own)
        assert row is not None
        return row[name]
