"""Telling of matches that came to nothing: somebody could not, did not answer, or was called off."""

from datetime import datetime, timedelta

from community.demo.demo_help import MACHINE, Held, Helping
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_names import words
from community.demo.demo_plans import Help, Setback
from community.demo.demo_pool import Helper
from community.demo.demo_triage import Wanted
from community.tables.statuses import MatchStatus
from community.tables.verbs import Verb


def tell(helping: Helping, help_: Help) -> None:
    """Tell of this help: what went wrong first, then how it went well."""
    at = help_.asked_at
    for kind, helper in help_.before:
        Setbacks(helping).add(help_.wanted, helper, kind, at)
        at = helping.later(at, 2, 20)
    helping.add(help_, at)


class Setbacks:
    """Tells of matches that came to nothing."""

    def __init__(self, helping: Helping) -> None:
        """Tell within the same story."""
        self.h = helping

    def add(self, wanted: Wanted, helper: Helper, kind: Setback, at: datetime) -> None:
        """Somebody was proposed, and it came to nothing in this way."""
        decided = self.h.later(at, 0.5, 5)
        if decided > self.h.town.calendar.now:
            return
        match, end = Held(), self.h.later(decided, 1, 20)
        self.h.story.then(at, lambda t: match.hold(self.h.propose(wanted, helper, t)))
        if kind in ("refused", MatchStatus.SUPERSEDED):
            self.h.story.then(decided, lambda t: self._refuse(match.record, wanted, kind, t))
            return
        if end > self.h.town.calendar.now:
            end = decided + timedelta(minutes=1)
        self.h.story.then(decided, lambda t: self.h.approve(match.record, wanted, t))
        self.h.story.then(end, lambda t: self._end(match.record, wanted, kind, t))

    def _refuse(self, match: LedgerRecord, wanted: Wanted, kind: Setback, at: datetime) -> None:
        by = self.h.town.coordinator(wanted.need["hub"])
        if kind == MatchStatus.SUPERSEDED:
            self.h.ledger.act(Verb.PROPOSE, at=at, by=MACHINE, changes=[(match, {"status": MatchStatus.SUPERSEDED})])
        else:
            reason = "Asked often lately"
            self.h.ledger.act(
                Verb.DECLINE,
                at=at,
                by=by,
                reason=reason,
                changes=[(match, {"status": MatchStatus.DECLINED, "ended_reason": reason})],
            )

    def _end(self, match: LedgerRecord, wanted: Wanted, kind: Setback, at: datetime) -> None:
        reason = str(self.h.lots.choice(words("people")["declined"]))
        ended: dict[str, object] = {"status": kind, "ended_reason": reason}
        if kind == MatchStatus.DECLINED:
            self.h.rang(match, at, "no", ended)
        elif kind == MatchStatus.CANCELLED:
            by = self.h.town.coordinator(wanted.need["hub"])
            self.h.ledger.act(Verb.CANCEL, at=at, by=by, reason=reason, changes=[(match, ended)])
        else:
            if match["status"] == MatchStatus.APPROVED:
                self.h.ledger.act(Verb.OFFER, at=at, by="messages", changes=[(match, {"status": MatchStatus.OFFERED})])
            verb = Verb.LAPSED if kind == MatchStatus.LAPSED else Verb.STAND_DOWN
            self.h.ledger.act(verb, at=at, by="messages", changes=[(match, {"status": kind})])
