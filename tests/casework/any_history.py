"""A book to which anything may happen, in an order that follows from a seed, by this process and by another."""

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import community.casework as cw
from community.book import Append, Arrival, Book, CannotUndo, Change, Record, Row, Stale
from community.book.concern_register import keep_apart, let_go
from community.book.erasure import erase
from community.errors import UserFacingError
from community.tables.canonical import instant
from tests.casework.office import MONDAY, TODAY, WHERE, Office

TASKS = ("dog_walk", "phone_call", "visit", "shopping")
FIELDS: dict[str, dict[str, list[Any]]] = {
    "volunteers": {
        "status": ["ready", "ready", "paused", "left", "checking"],
        "how_many": [None, 0, 1, 3],
        "tasks": ["dog_walk; visit", "phone_call; shopping", "dog_walk; phone_call; shopping; visit"],
        "max_distance_km": [None, 2, 8],
        "slots": ["mon_morning", "mon_morning; tue_evening", None],
        "hold_until": [None, instant(MONDAY + timedelta(minutes=20)), instant(MONDAY + timedelta(days=3))],
        "easting": [WHERE[0], WHERE[0] + 3_000, None],
        "avoids": [None, "resident"],
        "takes_care": [None, "yes"],
    },
    "needs": {
        "status": ["open", "open", "closed"],
        "urgency": ["today", "this_week", "whenever"],
        "people": [1, 2],
        "recurs": ["once", "weekly"],
        "task_type": list(TASKS),
        "slots": ["mon_morning", "tue_evening", None],
        "hold_until": [None, instant(MONDAY + timedelta(minutes=20)), instant(MONDAY + timedelta(days=3))],
        "easting": [WHERE[0], WHERE[0] - 2_000, None],
        "resident_id": ["resident"],
    },
    "residents": {"prefers": [None, "volunteer"], "avoids": [None, "volunteer"]},
    "matches": {
        "status": ["proposed", "approved", "accepted", "active", "completed", "cancelled", "declined", "superseded"],
        "seen_at": [None, instant(MONDAY)],
        "volunteer_id": ["volunteer"],
    },
    "visits": {"status": ["done", "planned"], "volunteer_id": ["volunteer"], "resident_id": ["resident"]},
    "checks": {"level": ["basic", "enhanced"], "renew_on": [None, "2026-11-24", "2027-01-01"]},
    "contacts": {"with_whom": ["volunteer", "resident"], "direction": ["in", "out"]},
}
OTHERS = {"resident": "residents", "volunteer": "volunteers", "need": "needs", "match": "matches"} | {
    "request": "help_requests"
}
"""Words that stand for the id of some record of a table."""
TIMES = [timedelta(), timedelta(), timedelta(), timedelta(minutes=6), timedelta(minutes=16), timedelta(hours=14)]
CROWD = {"volunteers": 30, "residents": 30, "needs": 30, "matches": 60, "visits": 30, "contacts": 30, "checks": 30}
"""With more than so many of them somebody leaves for good, so that a long history stays that of a small town."""


class AnyHistory:
    """An office to which anything may happen, in an order that follows from a seed, here and in another process."""

    fields = FIELDS
    times: Sequence[timedelta] = TIMES
    crowd = CROWD

    def __init__(self, office: Office, far: Book, seed: int) -> None:
        self.office, self.books, self.lots = office, (office.book, far), random.Random(seed)
        self.done: list[str] = []
        for _ in range(6):
            self._volunteer()
            self._need()

    def step(self) -> str:
        """Let something happen, and some time pass; return what it was."""
        deed = self.lots.choice(self.deeds())
        deed()
        for table, most in self.crowd.items():
            if self.office.book.count(table) > most:
                self._erase(self._pick(table))
        self.office.clock.pass_(seconds=self.lots.choice(self.times).total_seconds())
        return getattr(deed, "__name__", str(deed))

    def deeds(self) -> list[Callable[[], object]]:
        """What may happen, each as often as it is likely."""
        deeds = [self._volunteer, self._need, self._match, self._met, self._undo, self._apart, self._gone, self._late]
        return [*deeds, *[self._change] * 8, self.office.propose, self._approve, self._join]

    def _pick(self, table: str) -> Row | None:
        rows = self.office.book.rows(table)
        return self.lots.choice(rows) if rows else None

    def _act(self, **what: Any) -> None:
        self.done.append(self.lots.choice(self.books).act("correct", by="test", **what).id)

    def _volunteer(self) -> None:
        self.office.make_volunteer(dbs=self.lots.choice([None, "basic", "enhanced"]), how_many=self.lots.choice([1, 2]))

    def _need(self) -> None:
        task = self.lots.choice(TASKS)
        known = self._pick("residents") if self.lots.random() < 0.3 else None
        self.office.make_need(task, resident=known["id"] if known else "new", people=self.lots.choice([1, 2]))

    def _match(self) -> None:
        need, volunteer = self._pick("needs"), self._pick("volunteers")
        if need and volunteer:
            status = self.lots.choice(self.fields["matches"]["status"])
            pair = {"need_id": need["id"], "volunteer_id": volunteer["id"], "status": status, "cost": 1}
            self._act(appends=[Append("matches", pair)])

    def _approve(self) -> None:
        """As a director does it, on either machine."""
        both = [*self.office.book.rows("volunteers"), *self.office.book.rows("needs")]
        there = {row["id"] for row in both}  # who is erased here leaves their matches behind
        waiting = [
            match
            for match in self.office.book.rows("matches", lambda c: [c.status == "proposed"])
            if {match["need_id"], match["volunteer_id"]} <= there
        ]
        if waiting:
            director = replace(self.office.director, book=self.lots.choice(self.books))
            with suppress(UserFacingError, Stale):
                self.done.append(cw.approve(director, self.lots.choice(waiting)["id"]).id)

    def _join(self) -> None:
        """Two records become one, on either machine."""
        table = self.lots.choice(["volunteers", "residents"])
        one, other = self._pick(table), self._pick(table)
        director = replace(self.office.director, book=self.lots.choice(self.books))
        if one is not None and other is not None:
            with suppress(UserFacingError, Stale):
                self.done.append(cw.merge(director, one["id"], other["id"], seen={}, chosen={}).id)

    def _met(self) -> None:
        """They have met, or somebody rang them, or a pair was made, or a check was seen."""
        resident, volunteer = self._pick("residents"), self._pick("volunteers")
        if resident is None or volunteer is None:
            return
        both = {"resident_id": resident["id"], "volunteer_id": volunteer["id"]}
        self._act(appends=[self.lots.choice([
            Append("visits", both | {"need_id": None, "match_id": None, "on": "2026-11-20", "status": "done"}),
            Append("pairs", both | {"since": "2026-10-01"}),
            Append("contacts", {"with_whom": volunteer["id"], "direction": "out", "way": "telephone"}),
            Append("checks", {"volunteer_id": volunteer["id"], "kind": "dbs", "level": "basic", "seen_on": TODAY}),
        ])])  # fmt: skip

    def _change(self) -> None:
        table = self.lots.choice(list(self.fields))
        row = self._pick(table)
        if row is not None:
            self._act(changes=[self._of(row, table)])

    def _of(self, row: Row, table: str) -> Change:
        field = self.lots.choice(list(self.fields[table]))
        now = self._value(self.fields[table][field])
        return Change(table, row["id"], field, row[field], now)

    def _value(self, told: list[Any]) -> Any:
        """One of these, or the id of some record where one of these names a table."""
        now = self.lots.choice(told)
        if now not in OTHERS:
            return now
        other = self._pick(OTHERS[now])
        return other["id"] if other else None

    def _undo(self) -> None:
        if self.done:
            late = self.done[-30:] if self.lots.random() < 0.8 else self.done
            with suppress(CannotUndo, Stale):
                self.done.append(self.lots.choice(self.books).undo(self.lots.choice(late), by="test").id)

    def _apart(self) -> None:
        volunteer = self._pick("volunteers")
        if volunteer is not None:
            lets_go = self.lots.random() < 0.5
            record = Record("volunteers", volunteer["id"])
            self.office.book.write(lambda c: let_go(c, "X-1") if lets_go else keep_apart(c, "X-1", [record]))

    def _gone(self) -> None:
        row = self._pick(self.lots.choice(["volunteers", "residents", "visits"]))
        if self.lots.random() < 0.4:
            self._erase(row)

    def _erase(self, row: Row | None) -> None:
        if row is not None:
            one = Record(row.table, row["id"])
            self.office.book.write(lambda c: let_go(c, "X-1"))
            self.office.book.write(lambda c: erase(c, [one], by="t", at=instant(self.office.clock()), secret=b"secret"))

    def _late(self) -> None:
        """A change that was made on another machine, and comes by the sheet."""
        table = self.lots.choice(
            [each for each in ("volunteers", "needs", "residents", "matches") if each in self.fields]
        )
        row = self._pick(table)
        if row is not None:
            told, at = self._of(row, table), instant(self.office.clock() - timedelta(minutes=1))
            was, now = (None if one is None else str(one) for one in (told.was, told.now))
            one = f"Z-{len(self.done)}-{told.id}"
            together = f"set-{len(self.done)}"
            self.office.book.arrive([Arrival(one, at, "far", together, told.table, told.id, told.field, was, now)])
            self.done.append(together)
