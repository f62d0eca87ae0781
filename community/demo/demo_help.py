"""Telling how each need was met, in the steps of the dashboard: proposed, approved, rung, told, done."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_names import words
from community.demo.demo_plans import Help
from community.demo.demo_pool import Helper
from community.demo.demo_story import Story
from community.demo.demo_town import Town
from community.demo.demo_triage import Wanted
from community.tables.ids import derive
from community.tables.statuses import ContactStatus, MatchStatus, NeedStatus, RequestStatus, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason, ContactOutcome, ContactWay, Direction, Recurs

MACHINE = "matching"
MINUTES = {"phone_call": (12, 55), "visit": (45, 110), "lift": (40, 160), "small_job": (15, 70), "dog_walk": (25, 60)}
CHECK_AGAIN = timedelta(weeks=8)


class Held:
    """A match that comes about later in the story."""

    record: LedgerRecord

    def hold(self, record: LedgerRecord) -> None:
        """Here it is."""
        self.record = record


class Helping:
    """Tells of help. `story` runs the steps in the order of time, so each sees what those before it left."""

    def __init__(self, town: Town, story: Story) -> None:
        """Remember the matches and pairs as they come about."""
        self.town, self.story, self.ledger = town, story, town.ledger
        self.lots = town.lots("helping")
        self.matches: list[LedgerRecord] = []
        self.pairs: dict[tuple[str, str], LedgerRecord] = {}
        self._needs_of: dict[str, list[LedgerRecord]] = {}
        for need in town.ledger.records["needs"]:
            self._needs_of.setdefault(need["request_id"], []).append(need)
        self._requests = {r.id: r for r in town.ledger.records["help_requests"]}

    def later(self, at: datetime, least_hours: float, most_hours: float) -> datetime:
        """Some time later, in the hub's hours."""
        return self.town.calendar.later(self.lots, at, timedelta(hours=least_hours), timedelta(hours=most_hours))

    def add(self, help_: Help, at: datetime) -> None:
        """Tell of this help, proposed at this time."""
        wanted = help_.wanted
        approved = self.later(at, 2, 96)
        rung = self.later(approved, 0.5, 60)
        told = self.later(rung, 0.3, 30)
        first = max(help_.days[0], told.date())
        days = [first, *(d for d in help_.days[1:] if d > first)]
        if approved > self.town.calendar.now:
            return  # not decided yet: the matching proposes somebody as it does every day
        match = Held()
        self.story.then(at, lambda t: match.hold(self.propose(wanted, help_.helper, t)))
        self.story.then(approved, lambda t: self.approve(match.record, wanted, t))
        self.story.then(rung, lambda t: self.rang(match.record, t, "yes", {"status": MatchStatus.ACCEPTED}))
        self.story.then(told, lambda t: self.tell_resident(match.record, wanted, t))
        for day in days:
            self.story.then(self._evening(day), lambda t, d=day: self.visit(match.record, wanted, d, t))  # type: ignore[misc]
        if wanted.need["recurs"] == Recurs.WEEKLY and help_.end is not None:
            ended = self.later(self._evening(max(help_.end, days[-1])), 12, 90)
            self.story.then(ended, lambda t: self.end(match.record, wanted, t))

    def propose(self, wanted: Wanted, helper: Helper, at: datetime) -> LedgerRecord:
        """The matching proposes somebody."""
        values = {
            "need_id": wanted.need.id,
            "volunteer_id": helper.record.id,
            "status": MatchStatus.PROPOSED,
            "cost": self.lots.randint(200, 4200),
            "why": self._why(wanted, helper),
        }
        number = str(len(self.matches))
        (match,) = self.ledger.act(
            Verb.PROPOSE, at=at, by=MACHINE, appends=[("matches", self.ledger.id_of("matches", number), values)]
        )
        self.matches.append(match)
        return match

    def approve(self, match: LedgerRecord, wanted: Wanted, at: datetime) -> None:
        """The coordinator looks, and approves."""
        by = self.town.coordinator(wanted.need["hub"])
        looked = at - timedelta(minutes=2)
        self.ledger.act(Verb.LOOK_AT, at=looked, by=by, changes=[(match, {"seen_at": looked})])
        self.ledger.act(Verb.APPROVE, at=at, by=by, changes=[(match, {"status": MatchStatus.APPROVED})])
        if self.lots.random() < 0.3:
            self.ledger.act(Verb.OFFER, at=at, by="messages", changes=[(match, {"status": MatchStatus.OFFERED})])

    def rang(self, match: LedgerRecord, at: datetime, outcome: str, changes: dict[str, object]) -> None:
        """Somebody at the hub rings the volunteer; nobody answers the first time now and then."""
        by = self.town.call_handler(self.lots)
        if self.lots.random() < 0.2:
            earlier = at - timedelta(minutes=self.lots.randint(20, 90))
            self.call(match.id, match["volunteer_id"], ContactOutcome.NO_ANSWER, earlier, by, Verb.RANG)
        self.call(match.id, match["volunteer_id"], outcome, at, by, Verb.RANG, [(match, changes)])

    def tell_resident(self, match: LedgerRecord, wanted: Wanted, at: datetime) -> None:
        """The volunteer gets name and address, the resident hears who comes."""
        by = self.town.call_handler(self.lots)
        before = at - timedelta(minutes=self.lots.randint(3, 40))
        self.ledger.act(Verb.RELEASE, at=before, by=by, changes=[(match, {"released_at": before})])
        self.call(
            match.id,
            wanted.resident.id,
            ContactOutcome.TOLD,
            at,
            by,
            Verb.RESIDENT_TOLD,
            [(match, {"status": MatchStatus.ACTIVE})],
        )

    def call(
        self,
        about: str,
        with_whom: str,
        outcome: str,
        at: datetime,
        by: str,
        verb: Verb,
        changes: Sequence[tuple[LedgerRecord, dict[str, object]]] = (),
    ) -> None:
        """One telephone call of ours, with what it changed."""
        number = str(len(self.ledger.records["contacts"]))
        told = {
            "about": about,
            "with_whom": with_whom,
            "way": ContactWay.TELEPHONE,
            "direction": Direction.OUT,
            "outcome": outcome,
        }
        contact = (
            "contacts",
            self.ledger.id_of("contacts", "call", number),
            told | {"status": ContactStatus.DEALT_WITH},
        )
        self.ledger.act(verb, at=at, by=by, changes=changes, appends=[contact])

    def visit(self, match: LedgerRecord, wanted: Wanted, day: date, at: datetime) -> None:
        """Help was given on this day, or the resident was out, or nobody came."""
        need, by = wanted.need, self.town.call_handler(self.lots)
        weekly = need["recurs"] == Recurs.WEEKLY
        acquainted = weekly and (wanted.resident.id, str(match["volunteer_id"])) in self.pairs
        status = (
            self.lots.choices([VisitStatus.DONE, VisitStatus.NOT_IN, VisitStatus.NO_SHOW], [94, 4, 2])[0]
            if acquainted
            else VisitStatus.DONE
        )
        least, most = MINUTES.get(need["task_type"], (20, 75))
        values = {
            "match_id": match.id,
            "need_id": need.id,
            "resident_id": wanted.resident.id,
            "volunteer_id": match["volunteer_id"],
            "on": day,
            "minutes": self.lots.randint(least, most) if status == VisitStatus.DONE else None,
            "status": status,
        }
        visit = ("visits", derive("T", match.id, day.isoformat()), values)
        if status != VisitStatus.DONE:
            self.ledger.act(Verb.NOT_GIVEN, at=at, by=by, appends=[visit])
            return
        changes: list[tuple[LedgerRecord, dict[str, object]]] = (
            [] if weekly else [(match, {"status": MatchStatus.COMPLETED})]
        )
        if not weekly and self._given(need) + 1 >= need["people"]:
            changes += self._closing(need, ClosedReason.DONE)
        pair = self._pair(wanted, match, day)
        added = self.ledger.act(Verb.DONE, at=at, by=by, changes=changes, appends=[visit, *pair])
        self.pairs |= {(p["resident_id"], p["volunteer_id"]): p for p in added if p.table == "pairs"}

    def end(self, match: LedgerRecord, wanted: Wanted, at: datetime) -> None:
        """Weekly help stops: the match is complete and the need closed."""
        by, reason = self.town.coordinator(wanted.need["hub"]), self.lots.choice(words("people")["ended"])
        self.ledger.act(
            Verb.END,
            at=at,
            by=by,
            reason=reason,
            changes=[(match, {"status": MatchStatus.COMPLETED, "ended_reason": reason})],
        )
        self.ledger.act(Verb.CLOSE_NEED, at=at, by=by, changes=self._closing(wanted.need, ClosedReason.DONE))

    def close(self, need: LedgerRecord, reason: str, at: datetime) -> None:
        """The hub closes a need without help of ours."""
        self.ledger.act(
            Verb.CLOSE_NEED, at=at, by=self.town.coordinator(need["hub"]), changes=self._closing(need, reason)
        )

    def _closing(self, need: LedgerRecord, reason: str) -> list[tuple[LedgerRecord, dict[str, object]]]:
        """The need closes, and with the last of its needs the request."""
        changes: list[tuple[LedgerRecord, dict[str, object]]] = [
            (need, {"status": NeedStatus.CLOSED, "closed_reason": reason})
        ]
        request = self._requests[need["request_id"]]
        if all(n["status"] == NeedStatus.CLOSED for n in self._needs_of[request.id] if n is not need):
            changes.append((request, {"status": RequestStatus.CLOSED, "closed_reason": reason}))
        return changes

    def _given(self, need: LedgerRecord) -> int:
        return sum(m["need_id"] == need.id and m["status"] == MatchStatus.COMPLETED for m in self.matches)

    def _pair(self, wanted: Wanted, match: LedgerRecord, day: date) -> list[tuple[str, str, dict[str, object]]]:
        who = (wanted.resident.id, str(match["volunteer_id"]))
        if who in self.pairs:
            return []
        check = (
            day + timedelta(weeks=self.town.settings.follow_up.pair_first_weeks)
            if wanted.need["recurs"] == Recurs.WEEKLY
            else None
        )
        return [
            (
                "pairs",
                derive("J", *who),
                {"resident_id": who[0], "volunteer_id": who[1], "since": day, "next_check": check},
            )
        ]

    def _evening(self, day: date) -> datetime:
        return datetime.combine(day, time(17, self.lots.randrange(60)), UTC) + timedelta(
            minutes=self.lots.randrange(120)
        )

    def _why(self, wanted: Wanted, helper: Helper) -> str:
        kind = self.town.settings.task_types[wanted.need["task_type"]]
        metres = helper.distance(wanted.need)
        where = f"{metres / 1000:.1f} km away" if kind.in_person and metres < 1e6 else "By telephone"
        return f"{where}. Offers {kind.name.lower()}"
