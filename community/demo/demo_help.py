"""Plays how each need was met, in the steps of the dashboard: proposed, approved, rung, told, done."""

from datetime import UTC, date, datetime, time, timedelta

from community.casework import (
    MACHINE,
    Answer,
    NotNow,
    approve,
    close_need,
    decline,
    done,
    end_match,
    look_at,
    not_given,
    proposal,
    rang,
    release,
    resident_told,
)
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_messages import ask, give_link, say_yes_by_link
from community.demo.demo_names import words
from community.demo.demo_plans import Help
from community.demo.demo_pool import Helper, point_of
from community.demo.demo_story import MatchInStory, Story
from community.demo.demo_town import Town
from community.demo.demo_triage import Wanted
from community.tables.ids import derive
from community.tables.row_types import MatchRow, NeedRow
from community.tables.statuses import MessageStatus, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason, ContactOutcome, Recurs

MINUTES = {"phone_call": (12, 55), "visit": (45, 110), "lift": (40, 160), "small_job": (15, 70), "dog_walk": (25, 60)}
OFFERED, OFFERED_LATELY, BY_LINK = 0.3, 0.9, 0.6


class Helping:
    """Tells of help. `story` runs the steps in the order of time, so each sees what those before it left."""

    def __init__(self, town: Town, story: Story) -> None:
        """Tell within this story."""
        self.town, self.story, self.lots = town, story, town.lots("helping")
        self.unhappy = {MessageStatus.BY_HAND, MessageStatus.BOUNCED, MessageStatus.UNKNOWN}

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
        match = MatchInStory(self.story)
        match.begins(at, lambda t: self.propose(wanted, help_.helper, t))
        waits = rung > self.town.calendar.now
        match.then(approved, lambda m, t: self.approve(m, wanted, t, waits=waits))
        match.then(rung, self.says_yes)
        match.then(told, self.tell_resident)
        for day in days:
            match.then(self._evening(day), lambda m, t, d=day: self.visit(m, wanted, d, t))  # type: ignore[misc]
        if wanted.need.now.recurs == Recurs.WEEKLY and help_.end is not None:
            ended = self.later(self._evening(max(help_.end, days[-1])), 12, 90)
            match.then(ended, lambda m, t: self.end(m, wanted, t))

    def propose(self, wanted: Wanted, helper: Helper, at: datetime) -> LedgerRecord[MatchRow]:
        """The matching proposes somebody."""
        cost, why = self.lots.randint(200, 4200), self._why(wanted, helper)
        new = proposal(wanted.need.id, helper.record.id, cost, why)
        made = self.town.by_machine(Verb.PROPOSE, MACHINE, at, lambda unit: unit.appends.append(new))
        return self.town.ledger.record(MatchRow, made.ids[0])

    def approve(self, match: LedgerRecord[MatchRow], wanted: Wanted, at: datetime, *, waits: bool = False) -> None:
        """The coordinator looks, and approves; now and then a message asks before anybody rings.

        `waits`: no answer has come by the last morning.
        """
        by = self.town.coordinator(wanted.need.now.hub)
        look_at(self.town.at_work(by, at - timedelta(minutes=2)), match.id)
        try:
            approve(self.town.at_work(by, at), match.id)
        except NotNow:
            decline(self.town.at_work(by, at), match.id, "Helps somebody else meanwhile")
            raise
        if self.lots.random() < (OFFERED_LATELY if waits else OFFERED):
            ask(self.town, self.lots, match, at, self.unhappy if waits else None)

    def says_yes(self, match: LedgerRecord[MatchRow], at: datetime) -> None:
        """The volunteer says yes: behind the link that asked them, or when somebody rings."""
        if self.lots.random() >= BY_LINK or not say_yes_by_link(self.town, match, at):
            self.rang(match, at, ContactOutcome.YES)

    def rang(self, match: LedgerRecord[MatchRow], at: datetime, answer: Answer, reason: str | None = None) -> None:
        """Somebody at the hub rings the volunteer; nobody answers the first time now and then."""
        by = self.town.call_handler(self.lots)
        if self.lots.random() < 0.2:
            earlier = self.town.at_work(by, at - timedelta(minutes=self.lots.randint(20, 90)))
            rang(earlier, match.id, ContactOutcome.NO_ANSWER, seen=match.now.status)
        rang(self.town.at_work(by, at), match.id, answer, seen=match.now.status, reason=reason)

    def tell_resident(self, match: LedgerRecord[MatchRow], at: datetime) -> None:
        """The resident hears who comes, and the volunteer gets name and address."""
        by = self.town.call_handler(self.lots)
        before = at - timedelta(minutes=self.lots.randint(3, 40))
        resident_told(self.town.at_work(by, before), match.id, seen=match.now.status)
        give_link(self.town, match, by, before + timedelta(minutes=1))
        release(self.town.at_work(by, at), match.id, seen=match.now.status)

    def visit(self, match: LedgerRecord[MatchRow], wanted: Wanted, day: date, at: datetime) -> None:
        """Help was given on this day, or the resident was out, or nobody came."""
        need, context = wanted.need, self.town.at_work(self.town.call_handler(self.lots), at)
        status = VisitStatus.DONE
        if need.now.recurs == Recurs.WEEKLY and self._know_each_other(match, wanted):
            status = self.lots.choices([VisitStatus.DONE, VisitStatus.NOT_IN, VisitStatus.NO_SHOW], [94, 4, 2])[0]
        if status == VisitStatus.DONE:
            least, most = MINUTES.get(need.now.task_type, (20, 75))
            done(context, match.id, day, self.lots.randint(least, most), seen=match.now.status)
        else:
            not_given(context, match.id, day, status, seen=match.now.status)

    def end(self, match: LedgerRecord[MatchRow], wanted: Wanted, at: datetime) -> None:
        """Weekly help stops: both have agreed to it, and the need is met."""
        reason = self.lots.choice(words("people")["ended"])
        context = self.town.at_work(self.town.coordinator(wanted.need.now.hub), at)
        both = (match.now.volunteer_id, wanted.resident.id)
        end_match(context, match.id, reason, seen=match.now.status, heard=both)
        close_need(context, wanted.need.id, ClosedReason.DONE)

    def close(self, need: LedgerRecord[NeedRow], reason: str, at: datetime) -> None:
        """The hub closes a need without help of ours."""
        close_need(self.town.at_work(self.town.coordinator(need.now.hub), at), need.id, reason)

    def _know_each_other(self, match: LedgerRecord[MatchRow], wanted: Wanted) -> bool:
        pair = derive("J", wanted.resident.id, match.now.volunteer_id)
        return pair in self.town.ledger.records["pairs"]

    def _evening(self, day: date) -> datetime:
        return datetime.combine(day, time(17, self.lots.randrange(60)), UTC) + timedelta(
            minutes=self.lots.randrange(120)
        )

    def _why(self, wanted: Wanted, helper: Helper) -> tuple[str, str]:
        kind = self.town.settings.task_types[wanted.need.now.task_type]
        metres = helper.distance(point_of(wanted.need))
        where = f"{metres / 1000:.1f} km away" if kind.in_person and metres < 1e6 else "By telephone"
        return where, f"Offers {kind.name.lower()}"
