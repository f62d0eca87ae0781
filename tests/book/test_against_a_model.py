"""The book against a plain Python model: two programs at work on one database, and whatever order things come in."""

import os
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from community.book import Append, Arrival, Book, CannotUndo, Change, KeyReused, Stale
from community.tables.canonical import instant
from tests.book.builders import BY, Clock
from tests.book.databases import empty
from tests.book.model import FIELDS, Model, replay

pytestmark = pytest.mark.long

words = st.sampled_from([None, "a", "b"])
values = st.fixed_dictionaries(dict.fromkeys(FIELDS, words))
ids = st.sampled_from([f"V-{n}" for n in range(4)])
keys = st.sampled_from(["k1", "k2", None])
fields = st.sampled_from(FIELDS)
writers = st.integers(0, 1)
# A failing run is told as it was found: making it smaller takes longer than anybody waits.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
EXAMPLES = int(os.environ.get("MODEL_EXAMPLES", "25"))
LATE = ("V-LATE-1", "V-LATE-2")
"""Records about which changes arrive late; what is decided about the others never does."""


# Ids are random, so nothing is drawn by their order: a run must be repeatable.
class BookAndModel(RuleBasedStateMachine):
    """Does the same to both and compares all that can be read after each step."""

    def __init__(self, address: str) -> None:
        super().__init__()
        empty(address)
        self.clock = Clock()
        self.start = self.clock.now
        self.books = [Book.open(address, clock=self.clock) for _ in range(2)]
        self.model = Model()
        self.late: dict[str, list[tuple[str, str, str, str, Any, Any]]] = {record: [] for record in LATE}
        self.number = 0

    def teardown(self) -> None:
        for book in self.books:
            book.close()

    @initialize()
    def begin(self) -> None:
        for record in LATE:
            self.books[0].append("volunteers", dict.fromkeys(FIELDS, "a"), by=BY, id=record)

    @rule(w=writers, told=values, key=keys)
    def append(self, w: int, told: dict[str, Any], key: str | None) -> None:
        before = self.model.keys.get(key or "")
        # Decided columns may differ in a repeat; `status` and `notes` are decided, `extra` was told.
        if before is not None and before[1]["extra.pets"] != told["extra.pets"]:
            self.refused(KeyReused, lambda: self.books[w].append("volunteers", told, by=BY, key=key))
            return
        receipt = self.books[w].append("volunteers", told, by=BY, key=key)
        if before is not None:
            assert (receipt.id, receipt.new) == (before[0], False)
            return
        assert receipt.new
        self.model.add(receipt.id, told)
        if key:
            self.model.keys[key] = receipt.id, told

    @rule(w=writers, record=ids, told=values, also=fields, to=words)
    def add_with_a_known_id(self, w: int, record: str, told: dict[str, Any], also: str, to: str | None) -> None:
        """One action that adds a record, or brings it back, and changes another."""
        other = next((r for r in self.model.seen() if r != record), None)
        changes = [] if other is None else [Change("volunteers", other, also, self.model.now[other][also], to)]
        act = lambda: self.books[w].act("add", by=BY, appends=[Append("volunteers", told, id=record)], changes=changes)  # noqa: E731
        there = self.model.now.get(record)
        if there is not None and not there["void"] and self.model.received[record] != told:
            self.refused(KeyReused, act)
            return
        action = act()
        assert action.ids == (record,)
        changed: dict[tuple[str, str], Any] = {} if other is None else {(other, also): to}
        if there is None:
            self.model.add(record, told)
            self.model.do(action.id, changed, added=(record,))
        elif there["void"]:
            self.model.do(action.id, changed | {(record, f): told[f] for f in FIELDS} | {(record, "void"): None})
        else:
            self.model.do(action.id, changed)

    @precondition(lambda self: self.model.now)
    @rule(w=writers, data=st.data())
    def decide(self, w: int, data: st.DataObject) -> None:
        """Up to three changes; some of them say what was long ago."""
        scratch = {record: dict(row) for record, row in self.model.now.items()}
        changes, stale, changed = [], None, dict[tuple[str, str], Any]()
        for _ in range(data.draw(st.integers(1, 3))):
            record = data.draw(st.sampled_from(list(scratch)))
            name, was, to = data.draw(fields), data.draw(words), data.draw(words)
            if data.draw(st.integers(0, 3)):
                was = scratch[record][name]
            changes.append(Change("volunteers", record, name, was, to))
            if was != scratch[record][name] and stale is None:
                stale = record, name, scratch[record][name]
            scratch[record][name] = to
            changed[record, name] = to
        out_of_sight = any(scratch[r]["void"] and scratch[r][f] != self.model.now[r][f] for r, f in changed)
        if stale or out_of_sight:
            refusal = self.refused(Stale, lambda: self.books[w].act("set", by=BY, changes=changes))
            if stale:
                assert (refusal.id, refusal.field, refusal.now) == stale
            return
        self.model.do(self.books[w].act("set", by=BY, changes=changes).id, changed)

    @precondition(lambda self: self.model.deeds)
    @rule(w=writers, data=st.data())
    def undo(self, w: int, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(list(self.model.deeds)[-6:]))
        if not self.model.may_undo(name):
            self.refused(CannotUndo, lambda: self.books[w].undo(name, by=BY))
            return
        self.model.undo(name, self.books[w].undo(name, by=BY).id)

    @rule(
        w=writers,
        record=st.sampled_from(LATE),
        name=fields,
        was=words,
        now=words,
        ago=st.integers(0, 6),
        same=st.booleans(),
    )
    def arrive(self, w: int, record: str, name: str, was: Any, now: Any, ago: int, same: bool) -> None:
        """A change from another machine, whose time may be long past and whose action may be one of several changes."""
        self.number += 1
        at, action = instant(self.start + timedelta(seconds=5 * ago)), f"far-{ago if same else self.number}"
        if any(change[0] == at and change[1] == action and change[3] == name for change in self.late[record]):
            return  # one action changes a field once
        late = Arrival(f"Z-{self.number:03}", at, "far", action, "volunteers", record, name, was, now)
        self.late[record].append((at, action, late.id, name, was, now))
        conflicts = self.books[w].arrive([late, late])
        assert set(conflicts) == replay(dict.fromkeys(FIELDS, "a"), self.late[record])[1]

    @rule(w=writers, record=st.sampled_from(LATE), name=fields, now=words)
    def decide_about_a_late_one(self, w: int, record: str, name: str, now: Any) -> None:
        was = replay(dict.fromkeys(FIELDS, "a"), self.late[record])[0][name]
        action = self.books[w].act("set", by=BY, changes=[Change("volunteers", record, name, was, now)])
        for c in self.books[w].changes(action=action.id):
            self.late[record].append((c["at"], c["action"], c["id"], name, was, now))

    @invariant()
    def both_say_the_same(self) -> None:
        late = {record: replay(dict.fromkeys(FIELDS, "a"), changes) for record, changes in self.late.items()}
        expected = self.model.seen() | {record: row for record, (row, _) in late.items()}
        for book in self.books:
            with book.reading() as r:
                found = {row["id"]: {f: row[f] for f in FIELDS} for row in r.rows("volunteers")}
                marked = {c["id"] for c in r.changes() if c["conflict"]}
            assert found == expected
            assert marked == set().union(*(conflicts for _, conflicts in late.values()))

    @staticmethod
    def refused(kind: type[Exception], act: Any) -> Any:
        """The refusal of this kind. Anything else is a fault."""
        try:
            act()
        except kind as refusal:
            return refusal
        raise AssertionError(f"{kind.__name__} was expected")


def test_a_book_says_what_a_plain_model_says(migrated: str) -> None:
    run_state_machine_as_test(
        lambda: BookAndModel(migrated), settings=settings(max_examples=EXAMPLES, stateful_step_count=25, phases=PHASES)
    )
