"""People who are asked, told and thanked by messages, all at once: what an office decides, and what people answer."""

from collections import defaultdict
from contextlib import suppress
from datetime import timedelta
from random import Random

import community.casework as cw
from community.errors import UserFacingError
from community.tables.message_codes import MessageKind, OfferAnswer, ResidentAnswer
from community.tables.row_types import MatchRow, MessageRow
from community.tables.statuses import MatchStatus, MessageStatus, VisitStatus
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office

ONWARDS = (MessageKind.OFFER, MessageKind.WHO_COMES, MessageKind.RESIDENT_KNOWS)
"""Kinds without which a story does not go on."""
WAYS = (ReachBy.EMAIL, ReachBy.TEXT)


class BusyTown:
    """Stories of matches, each on its way from an offer to a helped neighbour, or to its end before that."""

    def __init__(self, office: Office, luck: Random) -> None:
        self.office, self.luck = office, luck
        self.going: list[str] = []
        self.taken_back: set[str] = set()
        """Matches whose offer the office took back by an undo, so that they may be asked anew."""
        self.asked: set[str] = set()
        """The messages of offers, of which each must be there."""
        self.receipts: set[str] = set()
        """References of forms whose sender asked for a copy."""
        self.urgent: set[str] = set()

    def decide(self) -> None:
        """What happens in the office and among its people within some minutes."""
        for _ in range(self.luck.choice((0, 1, 1, 2))):
            self._begin()
        if self.luck.random() < 0.3:
            self._copy()
        if self.luck.random() < 0.1:
            self.urgent.add(self.office.make_request(urgency="today"))
        there: dict[str, list[MessageRow]] = defaultdict(list)
        for row in self.office.book.rows(MessageRow):
            there[row.about].append(row)
        for match in self.going[:]:
            # What comes from a person may come too late or twice; then it is refused, and that is right.
            with suppress(UserFacingError):
                self._go_on(match, there[match])

    def _begin(self) -> None:
        office, number = self.office, self.office.numbers
        match = office.make_match("approved", telephone=f"07700 9{number:05}")
        volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
        resident = office.row("residents", office.row("needs", office.row("matches", match)["need_id"])["resident_id"])
        office.set(volunteer, "email", f"v{number}@example.org")
        office.set(volunteer, "telephone", f"07701 9{number:05}")
        office.set(resident, "email", f"r{number}@example.org")
        self.going.append(match)

    def _copy(self) -> None:
        number = self.office.numbers
        told = {"email": f"c{number}@example.org", "telephone": f"07702 9{number:05}"}
        reference = self.office.make_request(**told)
        anybody = self.office.desk(cw.User("", None))
        assert cw.ask_copy(anybody, reference, self.luck.choice(WAYS))
        assert not cw.ask_copy(anybody, reference, ReachBy.EMAIL), "a second press counts for nothing"
        self.receipts.add(reference)

    def _go_on(self, match: str, messages: list[MessageRow]) -> None:
        """One step: what this match waits for, if nothing is on its way and no person has to look at it."""
        office, luck = self.office, self.luck
        row = office.book.get(MatchRow, match)
        assert row is not None
        open_ = {one.kind: one for one in messages if one.kind in ONWARDS}
        if any(one.status != MessageStatus.SENT for one in open_.values()):
            waits = all(one.status in {MessageStatus.SENT, MessageStatus.QUEUED} for one in open_.values())
            if waits and luck.random() < 0.03:
                self._end(match)
                cw.cancel(office.director, match, seen=row.status)
            return
        match row.status:
            case MatchStatus.APPROVED if match not in self.taken_back:
                action = cw.offer(office.coordinator, match, luck.choice(WAYS), seen="approved")
                self.asked.add(next(one for one in action.ids if one.startswith("D-")))
            case MatchStatus.OFFERED:
                self._answer(match, open_[MessageKind.OFFER])
            case MatchStatus.ACCEPTED if MessageKind.WHO_COMES not in open_:
                on = luck.choice((None, office.today + timedelta(days=2)))
                cw.tell_resident(office.coordinator, match, luck.choice(WAYS), on=on)
            case MatchStatus.ACTIVE if MessageKind.RESIDENT_KNOWS in open_:
                self._come(match, open_)

    def _answer(self, match: str, offer: MessageRow) -> None:
        chance = self.luck.random()
        if chance < 0.8:
            cw.answer_offer(self.office.director, offer.id, OfferAnswer.YES)
            return
        self._end(match)
        if chance < 0.9:
            cw.answer_offer(self.office.director, offer.id, OfferAnswer.NO)
            return
        self.taken_back.add(match)
        (made,) = {one.action for one in self.office.book.changes(record_id=match) if one.now == MatchStatus.OFFERED}
        cw.undo(self.office.coordinator, made)

    def _come(self, match: str, open_: dict[MessageKind, MessageRow]) -> None:
        self._end(match)
        link, told, desk = open_[MessageKind.RESIDENT_KNOWS].id, open_[MessageKind.WHO_COMES].id, self.office.director
        chance = self.luck.random()
        if chance < 0.4:
            cw.report_visit(desk, link, VisitStatus.DONE, cw.Visit(self.office.today, minutes=30))
        elif chance < 0.6:
            cw.cannot_come(desk, link)
        else:
            answer = ResidentAnswer.NOT_NEEDED if chance < 0.8 else ResidentAnswer.SOMEBODY_ELSE
            cw.answer_who_comes(desk, told, answer)

    def _end(self, match: str) -> None:
        self.going.remove(match)
