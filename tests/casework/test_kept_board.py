"""The board that is kept says at every step what one made anew says, whatever is written, by whomever, and when."""

import os
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import community.casework as cw
from community.book import Append, Arrival, Book, CannotUndo, Change, Record, Row, Stale
from community.book.concern_register import keep_apart, let_go
from community.book.erasure import erase
from community.casework import kept_board
from community.casework.kept_board import KeptBoard
from community.casework.solved_board import SolvedBoard
from community.matching import Proposals
from community.tables.canonical import instant
from tests.book.databases import KINDS, begun
from tests.casework.office import MONDAY, TODAY, WHERE, Office, open_office

STEPS = int(os.environ.get("KEPT_BOARD_STEPS", "60"))
TASKS = ("dog_walk", "phone_call", "visit", "shopping")
OF_VOLUNTEERS = ("slots", "capacity", "dbs_level", "last_asked_days", "done_count", "active", "easting", "reach_m2")
OF_NEEDS = ("slots", "urgency", "people", "min_dbs", "waiting_days", "easting", "in_person")
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
TIMES = [timedelta(), timedelta(), timedelta(), timedelta(minutes=6), timedelta(minutes=16), timedelta(hours=14)]


class History:
    """An office to which anything may happen, in an order that follows from a seed, here and in another process."""

    def __init__(self, office: Office, far: Book, seed: int) -> None:
        self.office, self.books, self.lots = office, (office.book, far), random.Random(seed)
        self.done: list[str] = []
        for _ in range(6):
            self._volunteer()
            self._need()

    def step(self) -> str:
        """Let something happen, and some time pass; return what it was."""
        deeds = [self._volunteer, self._need, self._match, self._met, self._undo, self._apart, self._gone, self._late]
        deed = self.lots.choice([*deeds, *[self._change] * 8, self.office.propose])
        deed()
        self.office.clock.pass_(seconds=self.lots.choice(TIMES).total_seconds())
        return deed.__name__

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
            status = self.lots.choice(FIELDS["matches"]["status"])
            pair = {"need_id": need["id"], "volunteer_id": volunteer["id"], "status": status, "cost": 1}
            self._act(appends=[Append("matches", pair)])

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
        table = self.lots.choice(list(FIELDS))
        row = self._pick(table)
        if row is not None:
            self._act(changes=[self._of(row, table)])

    def _of(self, row: Row, table: str) -> Change:
        field = self.lots.choice(list(FIELDS[table]))
        now = self.lots.choice(FIELDS[table][field])
        if now in {"resident", "volunteer"}:
            other = self._pick(f"{now}s")
            now = other["id"] if other else None
        return Change(table, row["id"], field, row[field], now)

    def _undo(self) -> None:
        if self.done:
            try:
                self.done.append(self.lots.choice(self.books).undo(self.lots.choice(self.done), by="test").id)
            except (CannotUndo, Stale):
                return

    def _apart(self) -> None:
        volunteer = self._pick("volunteers")
        if volunteer is not None:
            lets_go = self.lots.random() < 0.5
            record = Record("volunteers", volunteer["id"])
            self.office.book.write(lambda c: let_go(c, "X-1") if lets_go else keep_apart(c, "X-1", [record]))

    def _gone(self) -> None:
        row = self._pick(self.lots.choice(["volunteers", "residents", "visits"]))
        if row is not None and self.lots.random() < 0.4:
            one = Record(row.table, row["id"])
            self.office.book.write(lambda c: let_go(c, "X-1"))
            self.office.book.write(lambda c: erase(c, [one], by="t", at=instant(self.office.clock()), secret=b"secret"))

    def _late(self) -> None:
        """A change that was made on another machine, and comes by the sheet."""
        row = self._pick("volunteers")
        if row is not None:
            told, at = self._of(row, "volunteers"), instant(self.office.clock() - timedelta(minutes=1))
            was, now = (None if one is None else str(one) for one in (told.was, told.now))
            one = f"Z-{len(self.done)}-{told.id}"
            self.office.book.arrive([Arrival(one, at, "far", "set-1", told.table, told.id, told.field, was, now)])
            self.done.append("set-1")


def told(whole: SolvedBoard) -> dict[str, object]:
    """What a board says that does not hang on which of several equally good ones it is."""
    board = whole.found.board
    people = {one: board.place_of_volunteer(one) for one in board.volunteers.ids if one}
    asks = {one: board.place_of_need(one) for one in board.needs.ids if one}
    needs = sorted(asks)
    return {
        "total": whole.found.total,
        "bound": whole.found.bound,
        "volunteers": {
            one: [_plain(getattr(board.volunteers, name)[place]) for name in OF_VOLUNTEERS]
            for one, place in people.items()
        },
        "needs": {one: [_plain(getattr(board.needs, name)[asks[one]]) for name in OF_NEEDS] for one in needs},
        "extra": {one: sorted(extra for _, extra in whole.others_of(one))[:2] for one in needs},
        "empty": int(whole.found.unmatched["places"].sum()),
        "says": {(one, v): whole.reasons(one, v) for one in needs for v in sorted(people)[:2]},
    }


def _plain(value: Any) -> object:
    return "unknown" if isinstance(value, float | np.floating) and np.isnan(value) else value


@pytest.fixture(params=KINDS)
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Office, Book]]:
    """An office, and the same book as another process has it open."""
    with begun(request.param, tmp_path) as address:
        office = open_office(tmp_path, address)
        far = Book.open(address, clock=office.clock)
        yield office, far
        far.close()
        office.book.close()


@pytest.mark.parametrize("keep_seen", [False, True])
def test_a_kept_board_is_the_board(both: tuple[Office, Book], keep_seen: bool) -> None:
    """After every step of a random history."""
    office, far = both
    history = History(office, far, seed=int(os.environ.get("KEPT_BOARD_SEED", "7")) + keep_seen)
    kept = KeptBoard(office.settings, keep_seen=keep_seen)
    for number in range(STEPS):
        what = history.step() if number else "the beginning"
        now = office.clock()
        here = told(kept.at(far, now))
        anew = told(KeptBoard(office.settings, keep_seen=keep_seen).at(office.book, now))
        for name, says in anew.items():
            assert here[name] == says, (number, what, name)


def test_a_change_reads_no_board_anew(both: tuple[Office, Book], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the rows that a change concerns are read; an undone decision is no reason to start again."""
    office, _ = both
    match = office.make_match()
    kept = KeptBoard(office.settings, keep_seen=True)
    kept.at(office.book, office.clock())
    monkeypatch.setattr(kept_board, "frames", lambda *_, **__: pytest.fail("The whole board was read."))
    before = kept.at(office.book, office.clock()).found.total
    action = cw.approve(office.director, match)
    cw.undo(office.director, action.id)
    office.make_need("visit")
    assert kept.at(office.book, office.clock()).found.total > before


def test_what_could_not_be_taken_in_is_not_forgotten(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A board that fails on its way forward is made anew: else who left in that moment would be proposed all day."""
    gone, stays = office.make_volunteer(), office.make_volunteer()
    kept = KeptBoard(office.settings, keep_seen=True)
    kept.at(office.book, office.clock())
    office.set(office.row("volunteers", gone), "status", "left")
    with monkeypatch.context() as short:
        short.setattr(Proposals, "bring_forward", _out_of_memory)
        with pytest.raises(MemoryError):
            kept.at(office.book, office.clock())
    assert kept.at(office.book, office.clock()).volunteer_ids == {stays}


def _out_of_memory(*_: object) -> None:
    raise MemoryError


def test_nobody_knows_a_resident_who_was_erased(both: tuple[Office, Book]) -> None:
    """Two residents who were erased are not one: a visit to the one is no visit to the other."""
    office, far = both
    match = office.make_match()
    office.make_known(match)
    volunteer, need = (office.row("matches", match)[name] for name in ("volunteer_id", "need_id"))
    who = {"volunteer_id": volunteer, "resident_id": office.row("needs", need)["resident_id"]}
    office.book.append("visits", who | {"on": "2026-11-20", "status": "done"}, by="test")
    kept = KeptBoard(office.settings, keep_seen=False)
    assert told(kept.at(far, office.clock()))["volunteers"][volunteer][4] == 1  # type: ignore[index]
    at = instant(office.clock())
    office.book.write(lambda c: erase(c, [Record("residents", who["resident_id"])], by="test", at=at, secret=b"secret"))
    anew = told(KeptBoard(office.settings, keep_seen=False).at(far, office.clock()))
    assert told(kept.at(far, office.clock())) == anew
    assert "Knows this resident" not in str(anew)
