"""Whatever people do, in whatever order, and however often they think better of it, some things never happen."""

import os
import random
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import community.casework as cw
from community.errors import UserFacingError
from community.tables.statuses import LIVE
from community.tables.vocabulary import DBS_LEVELS
from tests.casework.life_at_random import any_answers
from tests.casework.office import TODAY, Office, open_office

pytestmark = pytest.mark.long

EXAMPLES = int(os.environ.get("CASEWORK_EXAMPLES", "12"))
TASKS = ("dog_walk", "phone_call", "visit")
ANSWERS = ("yes", "no", "no_answer")


class Casework(RuleBasedStateMachine):
    """A small town whose people click at random. Refusals are fine; what gets through must be right."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="community-casework-"))
        self.office: Office = open_office(self.folder)
        self.done: list[str] = []
        self.before: list[dict[str, dict[str, object]]] = []

    def teardown(self) -> None:
        try:
            self.everything_undone_in_reverse_is_what_it_was()
        finally:
            self.office.book.close()
            shutil.rmtree(self.folder)

    @initialize(levels=st.lists(st.sampled_from(DBS_LEVELS[1:]), min_size=2, max_size=3), lots=st.randoms())
    def some_people(self, levels: list[str], lots: random.Random) -> None:
        for level in levels:
            self.office.make_volunteer(
                dbs=level, how_many=lots.choice([1, 2]), over_18=lots.choice(["yes", "yes", "no"])
            )
        for _ in range(2):
            self.request(lots)

    @rule(lots=st.randoms())
    def request(self, lots: random.Random) -> None:
        one = self.office.make_request(
            tasks=lots.sample(TASKS, 2), postcode="BA1 5AW", telephone=lots.choice(["01632 960001", None])
        )
        # What comes in from outside is no action: nobody undoes it, and it stands beside what they do.
        for state in self.before:
            state[one] = self.office.everything()[one]

    def _try(self, act: object, *args: object, **told: object) -> None:
        before = self.office.everything()
        try:
            action = act(*args, **told)  # type: ignore[operator]
        except UserFacingError:
            assert self.office.everything() == before, "a refusal changes nothing"
            return
        if self.office.everything() == before:
            return  # there was nothing to do, and there is nothing to undo
        action = getattr(action, "action", action)
        if isinstance(action, cw.Release):
            action = self.office.book.changes(newest_first=True, limit=1)[0]["action"]
        if action is not None:
            self.done.append(getattr(action, "id", action))
            self.before.append(before)

    def _pick(self, table: str, lots: random.Random) -> tuple[str, str] | None:
        rows = self.office.book.rows(table)
        return (row["id"], row["status"]) if rows and (row := lots.choice(rows)) else None

    @rule(lots=st.randoms(), people=st.integers(1, 2))
    def triage(self, lots: random.Random, people: int) -> None:
        request, status = self._pick("help_requests", lots) or ("", "")
        needs = [cw.NeedAsked(t, people=people) for t in lots.sample(TASKS, 2)]
        self._try(cw.triage, self.office.handler, request, seen=status, resident="new", needs=needs)

    @rule()
    def match(self) -> None:
        self._try(self.office.propose)

    @precondition(lambda self: self.office.book.count("matches"))
    @rule(lots=st.randoms(), verb=st.sampled_from(["approve", "approve", "decline", "look_at", "choose_another"]))
    def decide(self, lots: random.Random, verb: str) -> None:
        match, status = self._pick("matches", lots) or ("", "")
        told = {} if verb == "look_at" else {"seen": status}
        extra = [self.office.book.rows("volunteers")[0]["id"]] if verb == "choose_another" else []
        self._try(getattr(cw, verb), self.office.coordinator, match, *extra, **told)

    @precondition(lambda self: self.office.book.count("needs"))
    @rule(lots=st.randoms())
    def choose(self, lots: random.Random) -> None:
        need, status = self._pick("needs", lots) or ("", "")
        volunteer, _ = self._pick("volunteers", lots) or ("", "")
        self._try(cw.choose, self.office.coordinator, need, volunteer, seen=status)

    @precondition(lambda self: self.office.book.count("matches"))
    @rule(lots=st.randoms(), answer=st.sampled_from(ANSWERS))
    def ring(self, lots: random.Random, answer: str) -> None:
        match, status = self._pick("matches", lots) or ("", "")
        self._try(cw.rang, self.office.handler, match, answer, seen=status)

    @precondition(lambda self: self.office.book.count("matches"))
    @rule(lots=st.randoms(), verb=st.sampled_from(["release", "resident_told", "end", "cancel"]))
    def carry_out(self, lots: random.Random, verb: str) -> None:
        match, status = self._pick("matches", lots) or ("", "")
        self._try(getattr(cw, verb), self.office.coordinator, match, seen=status)

    @precondition(lambda self: self.office.book.count("matches"))
    @rule(lots=st.randoms(), days=st.integers(0, 3))
    def visit(self, lots: random.Random, days: int) -> None:
        match, status = self._pick("matches", lots) or ("", "")
        self._try(cw.done, self.office.handler, match, TODAY - timedelta(days=days), 30, seen=status)

    @precondition(lambda self: self.office.book.count("needs"))
    @rule(lots=st.randoms(), reopen=st.booleans())
    def close(self, lots: random.Random, reopen: bool) -> None:
        need, status = self._pick("needs", lots) or ("", "")
        if reopen:
            self._try(cw.reopen_need, self.office.coordinator, need, seen=status)
        else:
            self._try(cw.close_need, self.office.coordinator, need, "unable", seen=status)

    @rule(lots=st.randoms(), status=st.sampled_from(["paused", "left", "checking", "ready"]))
    def move(self, lots: random.Random, status: str) -> None:
        volunteer, was = self._pick("volunteers", lots) or ("", "")
        self._try(cw.move_volunteer, self.office.coordinator, volunteer, status, seen=was)

    @rule(lots=st.randoms(), event=st.sampled_from(cw.LIFE_EVENTS))
    def something_happens(self, lots: random.Random, event: cw.LifeEvent) -> None:
        rows = self.office.book.rows(event.about.TABLE)
        if rows:
            one, answers = lots.choice(rows)["id"], any_answers(self.office, event, lots)
            self._try(cw.happened, self.office.director, event.verb, one, answers)

    @rule()
    def calls_are_made(self) -> None:
        for call in self.office.book.rows("contacts", lambda c: [c.status == "open"]):
            self._try(cw.deal_with_contact, self.office.handler, call["id"])

    @rule(lots=st.randoms())
    def close_request(self, lots: random.Random) -> None:
        request, status = self._pick("help_requests", lots) or ("", "")
        self._try(cw.close_request, self.office.handler, request, "not_wanted", seen=status)

    @precondition(lambda self: self.done)
    @rule(lots=st.randoms())
    def think_better_of_it(self, lots: random.Random) -> None:
        """Undo any action, in turn or out of turn."""
        self._try(cw.undo, self.office.director, lots.choice(self.done))

    @invariant()
    def no_need_has_more_helpers_than_places(self) -> None:
        """A volunteer back from a rest may find that somebody covered for them: a person chooses who goes on."""
        needs = {n["id"]: n for n in self.office.book.rows("needs")}
        rested = {c["record_id"] for c in self.office.book.changes(where=lambda c: [c.now == "paused"])}
        held: Counter[str] = Counter()
        for match in self.office.book.rows("matches"):
            need = needs.get(match["need_id"])
            if match["status"] in LIVE:
                assert need is not None
                assert need["status"] == "open"
            if match["volunteer_id"] in rested:
                continue
            if need is not None and match["status"] in LIVE | ({"completed"} if need["recurs"] == "once" else set()):
                held[need["id"]] += 1
        assert all(count <= needs[one]["people"] for one, count in held.items())

    @invariant()
    def nobody_helps_more_than_their_week_allows_or_after_leaving(self) -> None:
        matches = self.office.book.rows("matches", lambda c: [c.status.in_(LIVE)])
        live = Counter(m["volunteer_id"] for m in matches)
        for volunteer in self.office.book.rows("volunteers"):
            assert live[volunteer["id"]] <= (volunteer["how_many"] if volunteer["status"] != "left" else 0)

    @invariant()
    def nobody_is_in_a_home_without_the_check_or_under_18(self) -> None:
        visits = {n["id"] for n in self.office.book.rows("needs", lambda c: [c.task_type == "visit"])}
        good = {c["volunteer_id"] for c in self.office.book.rows("checks") if c["level"].startswith("enhanced")}
        adults = {v["id"] for v in self.office.book.rows("volunteers", lambda c: [c.over_18 == "yes"])}
        for match in self.office.book.rows("matches", lambda c: [c.need_id.in_(visits)]):
            assert match["volunteer_id"] in good & adults

    @invariant()
    def nobody_is_to_ring_the_dead(self) -> None:
        people = [*self.office.book.rows("volunteers"), *self.office.book.rows("residents")]
        died = {each["id"] for each in people if each["died_on"]}
        calls = self.office.book.rows("contacts", lambda c: [c.status == "open"])
        assert [call["words"] for call in calls if call["with_whom"] in died] == []

    @invariant()
    def no_request_is_closed_before_its_needs(self) -> None:
        closed = {r["id"] for r in self.office.book.rows("help_requests", lambda c: [c.status == "closed"])}
        for need in self.office.book.rows("needs", lambda c: [c.status == "open"]):
            assert need["request_id"] not in closed

    @invariant()
    def nothing_points_to_what_is_gone(self) -> None:
        needs = {n["id"] for n in self.office.book.rows("needs")}
        residents = {r["id"] for r in self.office.book.rows("residents")}
        for need in self.office.book.rows("needs"):
            assert need["resident_id"] in residents
        for match in self.office.book.rows("matches"):
            idle = match["status"] == "superseded" or (match["status"] == "proposed" and match["seen_at"] is None)
            assert match["need_id"] in needs or idle

    def everything_undone_in_reverse_is_what_it_was(self) -> None:
        while self.done:
            action, before = self.done.pop(), self.before.pop()
            self.office.book.undo(action, by="test")
            assert self.office.everything() == before


TestCasework = Casework.TestCase
TestCasework.settings = settings(max_examples=EXAMPLES, stateful_step_count=20)
