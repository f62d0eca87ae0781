"""Plays what came to nothing: somebody could not help, did not answer or was called off, and needs that nobody met."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from community.casework import MACHINE, cancel, decline, stop_match
from community.demo.demo_help import Helping
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_messages import ask
from community.demo.demo_names import words
from community.demo.demo_plans import Help, Setback
from community.demo.demo_pool import Helper
from community.demo.demo_story import MatchInStory
from community.demo.demo_town import Town
from community.demo.demo_triage import Wanted
from community.tables.row_types import MatchRow
from community.tables.statuses import MatchStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason, ContactOutcome


def tell(helping: Helping, help_: Help) -> None:
    """Tell of this help: what went wrong first, then how it went well."""
    at = help_.asked_at
    for kind, helper in help_.before:
        over = Setbacks(helping).add(help_.wanted, helper, kind, at)
        at = helping.later(over, 2, 20)
    helping.add(help_, at)


class Setbacks:
    """Tells of matches that came to nothing."""

    def __init__(self, helping: Helping) -> None:
        """Tell within the same story."""
        self.h = helping

    def add(self, wanted: Wanted, helper: Helper, kind: Setback, at: datetime) -> datetime:
        """Somebody was proposed, and it came to nothing in this way; when it was over."""
        decided = self.h.later(at, 0.5, 5)
        if decided > self.h.town.calendar.now:
            return at
        match, end = MatchInStory(self.h.story), self.h.later(decided, 1, 20)
        match.begins(at, lambda t: self.h.propose(wanted, helper, t))
        if kind in ("refused", MatchStatus.SUPERSEDED):
            match.then(decided, lambda m, t: self._refuse(m, wanted, kind, t))
            return decided
        if end > self.h.town.calendar.now:
            end = decided + timedelta(minutes=1)
        match.then(decided, lambda m, t: self.h.approve(m, wanted, t))
        match.then(end, lambda m, t: self._end(m, wanted, kind, t))
        return end

    def _refuse(self, match: LedgerRecord[MatchRow], wanted: Wanted, kind: Setback, at: datetime) -> None:
        if kind == MatchStatus.SUPERSEDED:
            self.h.town.by_machine(Verb.PROPOSE, MACHINE, at, lambda u: stop_match(u, u.read(MatchRow, match.id), None))
        else:
            by = self.h.town.coordinator(wanted.need.now.hub)
            decline(self.h.town.at_work(by, at), match.id, "Asked often lately")

    def _end(self, match: LedgerRecord[MatchRow], wanted: Wanted, kind: Setback, at: datetime) -> None:
        reason = str(self.h.lots.choice(words("people")["declined"]))
        if kind == MatchStatus.DECLINED:
            self.h.rang(match, at, ContactOutcome.NO, reason)
        elif kind == MatchStatus.CANCELLED:
            by = self.h.town.coordinator(wanted.need.now.hub)
            cancel(self.h.town.at_work(by, at), match.id, reason, seen=match.now.status)
        else:
            by = self.h.town.coordinator(wanted.need.now.hub)
            if match.now.status == MatchStatus.APPROVED:
                ask(self.h.town, self.h.lots, match, at)
            if match.now.status == MatchStatus.APPROVED:  # can't be asked by a message
                cancel(self.h.town.at_work(by, at), match.id, reason, seen=match.now.status)
                return
            lapsed = kind == MatchStatus.LAPSED
            verb, status = (Verb.LAPSED, MatchStatus.LAPSED) if lapsed else (Verb.STAND_DOWN, MatchStatus.STOOD_DOWN)
            over = at + timedelta(minutes=1)
            self.h.town.by_machine(verb, "messages", over, lambda u: u.move(u.read(MatchRow, match.id), status))


WITHOUT_US = {
    ClosedReason.DONE_BY_OTHERS: 40,
    ClosedReason.REFERRED_ON: 25,
    ClosedReason.NOT_WANTED: 20,
    ClosedReason.UNABLE: 15,
}
BY_THE_HUB = {ClosedReason.REFERRED_ON: 80, ClosedReason.NOT_WANTED: 10, ClosedReason.DONE: 10}


def close_unmet(town: Town, helping: Helping, unmet: Sequence[Wanted]) -> None:
    """Most find another way in a few weeks; the rest stay on the board, where the matching says why."""
    lots = town.lots("unmet")
    for each in unmet:
        at = town.calendar.later(lots, each.known_at, timedelta(days=6), timedelta(days=45))
        reason = lots.choices(list(WITHOUT_US), list(WITHOUT_US.values()))[0]
        if lots.random() < 0.85:
            helping.story.then(at, lambda t, n=each.need, r=reason: helping.close(n, r, t))  # type: ignore[misc]


def close_own(town: Town, helping: Helping, wanted: Sequence[Wanted]) -> None:
    """The hub's own people refer on what is theirs to deal with, within a few days."""
    lots = town.lots("own")
    for each in wanted:
        if town.settings.task_types[each.need.now.task_type].by != "hub":
            continue
        at = town.calendar.later(lots, each.known_at, timedelta(hours=2), timedelta(days=6))
        reason = lots.choices(list(BY_THE_HUB), list(BY_THE_HUB.values()))[0]
        helping.story.then(at, lambda t, n=each.need, r=reason: helping.close(n, r, t))  # type: ignore[misc]
